"""`new`: writes the bundled study, an empty one, or that of a package, to a new file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from parties_of_power import paths
from parties_of_power.commands.arguments import add_study
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.exchange.replication.reading import study_from_package
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--empty", action="store_true", help=_("without parties, states and attributes"))
    how.add_argument(
        "--from", metavar="PACKAGE", dest="package", help=_("as a data package or a replication package has it")
    )


def _run(options: Namespace) -> int:
    path = Path(options.study)
    if path.exists():
        raise Refused(_("{file} exists already; choose another name or move it away first.").format(file=path))
    if options.empty:
        Study.create(path, title=path.stem).close()
    elif options.package:
        study_from_package(Path(options.package), path)
    else:
        bundled_study(paths.data("cis-2008"), path)
    print(path)
    return 0


COMMAND = Command("new", _("write the bundled study, or an empty one, to a new file"), _arguments, _run)
