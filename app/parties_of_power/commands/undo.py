"""`undo`: takes back the last edit."""

from argparse import Namespace

from parties_of_power.commands.arguments import add_study, opened
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.texts import _


def _run(options: Namespace) -> int:
    study = opened(options)
    try:
        changes = study.undo()
    finally:
        study.close()
    if changes is None:
        raise Refused(_("There is nothing to undo in {file}.").format(file=options.study))
    print(_("Undone: {label}").format(label=changes.label))
    return 0


COMMAND = Command("undo", _("take back the last edit"), add_study, _run)
