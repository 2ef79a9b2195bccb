"""`set`: records one value, as typing it in a cell would."""

from argparse import ArgumentParser, Namespace

from parties_of_power.commands.arguments import add_study, opened
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.domain.observations import MISSING_REASONS
from parties_of_power.domain.sources import Cite
from parties_of_power.domain.subjects import STANDINGS, Subject
from parties_of_power.study import typing
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def add_value(parser: ArgumentParser) -> None:
    """The arguments that say what is recorded, without the study."""
    parser.add_argument("subject", metavar="SUBJECT", help=_("a party or state, by any of its names"))
    parser.add_argument("attribute", metavar="ATTRIBUTE", help=_("an attribute, by its name"))
    parser.add_argument("value", metavar="VALUE", nargs="?", default="", help=_("the value, as typed in the table"))
    parser.add_argument("--from", dest="start", metavar="D", default="", help=_("since when it holds, in EDTF"))
    parser.add_argument("--to", dest="end", metavar="D", default="", help=_("until when it holds; .. for open"))
    parser.add_argument(
        "--missing", choices=MISSING_REASONS, default="", help=_("instead of a value: why there is none")
    )
    parser.add_argument("--standing", choices=STANDINGS, default="adopted")
    parser.add_argument("--claimant", default="", help=_("who asserts it, with --standing claim"))
    parser.add_argument("--reason", metavar="TEXT", default="", help=_("why it is adopted over others"))
    parser.add_argument("--source", metavar="KEY", help=_("the source it cites"))
    parser.add_argument("--locator", metavar="TEXT", default="", help=_("where in the source"))


def record(study: Study, options: Namespace) -> None:
    """Record what the options say; one edit."""
    if bool(options.value.strip()) == bool(options.missing):
        raise Refused(_("Give a value, or --missing with a reason; one of the two."))
    subject = subject_of(study, options.subject)
    attribute = study.catalogue.attribute(options.attribute, subject.kind)
    if attribute is None:
        known = ", ".join(each.name for each in study.catalogue.attributes_of(subject.kind))
        raise Refused(
            _("There is no attribute “{name}” for {subject}. There are: {known}.").format(
                name=options.attribute, subject=options.subject, known=known
            )
        )
    typing.set_value(
        study,
        subject.id,
        attribute.id,
        options.value,
        day=study.as_of,
        start=options.start,
        end=options.end,
        missing=options.missing,
        standing=options.standing,
        claimant=options.claimant,
        reason=options.reason,
        citing=_cite(study, options),
    )


def subject_of(study: Study, text: str) -> Subject:
    """The one party or state of that name."""
    found = study.catalogue.find_subject(text)
    if not found:
        raise Refused(_("No party or state is called “{name}” in this study.").format(name=text))
    if len(found) > 1:
        names = ", ".join(study.catalogue.shown_name(each, study.as_of).text for each in found)
        raise Refused(_("“{name}” may be any of: {names}. Type one of these names.").format(name=text, names=names))
    return study.catalogue.subjects[found[0]]


def _cite(study: Study, options: Namespace) -> Cite | None:
    if options.source is None:
        return None
    source = study.catalogue.source(options.source)
    if source is None:
        raise Refused(_("There is no source “{key}” in this study.").format(key=options.source))
    return Cite(source.id, options.locator)


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    add_value(parser)


def _run(options: Namespace) -> int:
    study = opened(options)
    try:
        before = study.edit_number
        record(study, options)
        print(_("Edit {number}").format(number=study.edit_number) if study.edit_number != before else _("No change"))
    finally:
        study.close()
    return 0


COMMAND = Command("set", _("record a value, as typing it in the table would"), _arguments, _run)
