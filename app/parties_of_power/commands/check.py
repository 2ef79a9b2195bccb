"""`check`: verifies a study file, the digests of its rows, and the references between them."""

from argparse import ArgumentParser, Namespace

from parties_of_power.commands.arguments import add_study, opened
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.texts import _, ngettext


def _run(options: Namespace) -> int:
    study = opened(options, read_only=True)
    try:
        problems = study.check()
    finally:
        study.close()
    for problem in problems:
        print(problem)
    if problems:
        count = len(problems)
        raise Refused(
            ngettext(
                "{file}: {count} problem was found. Nothing was changed.",
                "{file}: {count} problems were found. Nothing was changed.",
                count,
            ).format(file=options.study, count=count)
        )
    print(_("The file, the digests of all rows and all references are in order."))
    return 0


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)


COMMAND = Command("check", _("verify a study file"), _arguments, _run)
