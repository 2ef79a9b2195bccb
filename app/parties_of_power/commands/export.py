"""`export`: writes a comparison or the study behind it to a file; its ending says in which format."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from parties_of_power.analysis.columns import Columns
from parties_of_power.commands.arguments import add_study, add_view, comparison_of, day_of, opened
from parties_of_power.commands.definition import Command
from parties_of_power.exchange import export
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.texts import _


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    endings = ", ".join(ending for each in FORMATS for ending in each.endings)
    parser.add_argument(
        "out", metavar="OUT", help=_("the file to write, its format by its ending: {endings}").format(endings=endings)
    )
    add_view(parser)


def _run(options: Namespace) -> int:
    study = opened(options, read_only=True)
    try:
        comparison, day = comparison_of(options, study), day_of(options, study)
        notes = export.export(study, Columns(study), Path(options.out), comparison.id, day)
    finally:
        study.close()
    for note in notes:
        print(note)
    print(options.out)
    return 0


COMMAND = Command("export", _("write a comparison, or the whole study, to a file of another format"), _arguments, _run)
