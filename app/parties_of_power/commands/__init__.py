"""The headless command line: one module a command, listed in COMMANDS."""

from parties_of_power.commands import (
    apply,
    check,
    export,
    history,
    import_workbook,
    info,
    new,
    redo,
    set_value,
    table,
    undo,
)
from parties_of_power.commands.definition import Command

COMMANDS: tuple[Command, ...] = (
    new.COMMAND,
    info.COMMAND,
    check.COMMAND,
    set_value.COMMAND,
    undo.COMMAND,
    redo.COMMAND,
    history.COMMAND,
    apply.COMMAND,
    table.COMMAND,
    export.COMMAND,
    import_workbook.COMMAND,
)
