"""Reading a foreign file while the window stays alive: it says that it reads, and can be stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from parties_of_power.exchange.guarded import TableFile, read_table_file
from parties_of_power.texts import _

# Shown once reading has taken this long, in milliseconds.
PATIENCE = 400


def read_with_patience(parent: QWidget | None, path: Path) -> TableFile | None:
    """None where the user stopped it; FileRefused as of `read_table_file`."""
    progress = QProgressDialog(_("Reading {name} …").format(name=path.name), _("Cancel"), 0, 0, parent)
    progress.setWindowTitle(_("Parties of Power"))
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE)
    progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def is_stopped() -> bool:
        progress.setValue(0)
        QApplication.processEvents()
        return progress.wasCanceled()

    try:
        return read_table_file(path, cancel=is_stopped)
    finally:
        progress.close()
