"""`redo`: makes again what was last undone."""

from argparse import Namespace

from parties_of_power.commands.arguments import add_study, opened
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.texts import _


def _run(options: Namespace) -> int:
    study = opened(options)
    try:
        changes = study.redo()
    finally:
        study.close()
    if changes is None:
        raise Refused(_("There is nothing to redo in {file}.").format(file=options.study))
    print(_("Redone: {label}").format(label=changes.label))
    return 0


COMMAND = Command("redo", _("make again what was undone"), add_study, _run)
