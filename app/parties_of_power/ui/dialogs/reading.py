"""Work that takes a while, such as reading a foreign file: the window stays alive, says so, and can stop it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from parties_of_power.exchange.guarded import TableFile, read_table_file
from parties_of_power.exchange.guarded.definition import Cancel
from parties_of_power.texts import _

T = TypeVar("T")
# Shown once reading has taken this long, in milliseconds.
PATIENCE = 400


def read_with_patience(parent: QWidget | None, path: Path) -> TableFile | None:
    """None where the user stopped it; FileRefused as of `read_table_file`."""
    said = _("Reading {name} …").format(name=path.name)
    return with_patience(parent, said, lambda cancel: read_table_file(path, cancel=cancel))


def with_patience(parent: QWidget | None, said: str, work: Callable[[Cancel], T | None]) -> T | None:
    """What the work answers. As long as nothing shows that it goes on, no key and no click comes in between."""
    progress = QProgressDialog(said, _("Cancel"), 0, 0, parent)
    progress.setWindowTitle(_("Parties of Power"))
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE)
    progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def is_stopped() -> bool:
        progress.setValue(0)
        shown = QEventLoop.ProcessEventsFlag.AllEvents
        QApplication.processEvents(
            shown if progress.isVisible() else QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        )
        return progress.wasCanceled()

    try:
        return work(is_stopped)
    finally:
        progress.close()
