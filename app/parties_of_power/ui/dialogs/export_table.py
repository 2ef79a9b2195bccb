"""Exporting the table of a view, as the comparison is exported: a file dialog with a ready name, then the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from parties_of_power.domain.dates import iso
from parties_of_power.exchange.table_file import TABLE_FORMATS, PlainTable, export_table
from parties_of_power.paths import user_documents
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.export import told
from parties_of_power.ui.dialogs.export_names import file_name, filter_words, with_ending
from parties_of_power.ui.workspace import Workspace


def ask_export_table(workspace: Workspace, parent: QWidget | None, table: PlainTable) -> Path | None:
    """The file that was written, None for none."""
    proposed = user_documents() / f"{file_name(table.name)} {iso(workspace.as_of)}{TABLE_FORMATS[0].endings[0]}"
    filters = ";;".join(map(filter_words, TABLE_FORMATS))
    name, chosen = QFileDialog.getSaveFileName(parent, _("Export"), str(proposed), filters)
    if not name:
        return None
    path = with_ending(Path(name), chosen, proposed.name)
    notes = workspace.perform(lambda: export_table(table, path, workspace.study.coder))
    if notes is None:
        return None
    workspace.message.emit(_("Exported: {path}").format(path=path))
    if notes:
        messages.notice(parent, told(path, notes))
    return path
