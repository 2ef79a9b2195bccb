"""Arguments that several commands share, and what they mean in a study."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from parties_of_power.commands.definition import Refused
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.domain.dates import PartialDate
from parties_of_power.study import queries
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def add_study(parser: ArgumentParser) -> None:
    parser.add_argument("study", metavar="STUDY", help=_("a study file, NAME.parties"))


def add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, for programs"))


def add_view(parser: ArgumentParser) -> None:
    """Which comparison is read, and as of which day."""
    parser.add_argument("--comparison", metavar="NAME", help=_("the comparison to show; without it, the first one"))
    parser.add_argument(
        "--as-of", metavar="DAY", dest="as_of", help=_("a day, 2008-11-25; without it, the study's day")
    )


def opened(options: Namespace, *, read_only: bool = False) -> Study:
    return Study.open(Path(options.study), read_only=read_only)


def day_of(options: Namespace, study: Study) -> int:
    """The day that --as-of names, else the study's own."""
    if options.as_of is None:
        return study.as_of
    date = PartialDate.parse(options.as_of)
    if date.earliest is None or date.earliest != date.latest:
        raise Refused(_("{text} is not one day; type it as 2008-11-25.").format(text=options.as_of))
    return date.earliest


def comparison_of(options: Namespace, study: Study) -> Comparison:
    """The comparison that --comparison names (capitals do not matter), else the one the study opens with."""
    known = queries.comparisons(study)
    if not known:
        raise Refused(_("This study has no comparison yet: add one in the window."))
    if options.comparison is None:
        shown = study.setting("comparison")
        chosen = [comparison for comparison in known if str(comparison.id) == shown] or list(known)
    else:
        wanted = options.comparison.casefold()
        chosen = [comparison for comparison in known if wanted in (comparison.name.casefold(), str(comparison.id))]
    if not chosen:
        names = ", ".join(comparison.name for comparison in known)
        raise Refused(_("There is no comparison of that name here. The study has: {names}.").format(names=names))
    return chosen[0]
