"""Choosing a stranger's table and opening it, with patience."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from parties_of_power.exchange.guarded import TextForm
from parties_of_power.exchange.imports.importing import Opened, open_table
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.reading import with_patience
from parties_of_power.ui.workspace import Workspace

ENDINGS = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.tab *.txt *.dta *.sav *.html *.htm *.json"


def ask_table(workspace: Workspace, parent: QWidget, folder: str) -> Opened | None:
    """None where nothing was chosen, or the file was refused and the user told why."""
    filters = ";;".join((_("Tables ({endings})").format(endings=ENDINGS), _("All files (*)")))
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Import a table"), folder, filters)
    return workspace.perform(lambda: open_with_patience(parent, Path(name))) if name else None


def open_with_patience(parent: QWidget, path: Path, form: TextForm | None = None) -> Opened | None:
    """None where the user stopped it; FileRefused as of `open_table`."""
    said = _("Reading {name} …").format(name=path.name)
    return with_patience(parent, said, lambda cancel: open_table(path, form, cancel))
