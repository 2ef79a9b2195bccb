"""References out: which sources, in which citation style, to a file or to the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QLabel, QWidget

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.documents.definition import Run
from parties_of_power.exchange.references.bibliography import SETTING, STYLES, bibliography, style_name, style_of
from parties_of_power.exchange.references.cited import sources_of_comparison
from parties_of_power.exchange.references.entry import references_of
from parties_of_power.exchange.references.formats import (
    REFERENCE_FORMATS,
    references_page,
    references_text,
    write_references,
)
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.export_names import file_name, free_name
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace


def ask_references(workspace: Workspace, parent: QWidget | None, folder: Path, chosen: Sequence[int] = ()) -> None:
    """Export references. `chosen` are the sources that are selected in a list, if any."""
    shown(ReferencesForm(workspace, parent, folder, chosen))


def copy_references(workspace: Workspace, source_ids: Sequence[int] | None) -> int:
    """To the clipboard as formatted text, with its italics for a word processor; how many they are."""
    references = references_of(workspace.study, source_ids)
    style = style_of(workspace.study)
    data = QMimeData()
    data.setText(references_text(references, style))
    data.setHtml(references_page(references, style))
    QGuiApplication.clipboard().setMimeData(data)
    count = len(references)
    workspace.message.emit(
        ngettext("{count} reference copied, {style}", "{count} references copied, {style}", count).format(
            count=count, style=style_name(style)
        )
    )
    return count


class ReferencesForm(Form):
    def __init__(self, workspace: Workspace, parent: QWidget | None, folder: Path, chosen: Sequence[int]) -> None:
        super().__init__(workspace, parent, _("Export references"), _("&Export…"))
        self.folder, self.chosen = folder, chosen
        self.which, self.style_box = QComboBox(), QComboBox()
        if chosen:
            self.which.addItem(_("The chosen source"), "chosen")
        self.which.addItem(_("All sources of the study"), "all")
        if workspace.comparison is not None:
            words = _("What the comparison {name} cites").format(name=workspace.comparison.name)
            self.which.addItem(words, "comparison")
        for style in STYLES:
            self.style_box.addItem(style_name(style), style)
        self.style_box.setCurrentIndex(self.style_box.findData(style_of(workspace.study)))
        self.sample = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.sample.setAccessibleName(_("How a reference looks"))
        self.fields.addRow(_("&Which"), self.which)
        self.fields.addRow(_("Citation &style"), self.style_box)
        self.fields.addRow(_("Looks like"), self.sample)
        copying = self.buttons.addButton(_("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copying.setToolTip(_("The formatted references, for a word processor"))
        copying.clicked.connect(self._copy)
        self.which.currentIndexChanged.connect(lambda _place: self._show_sample())
        self.style_box.currentIndexChanged.connect(lambda _place: self._show_sample())
        self._show_sample()
        self.resize(px(600), px(300))

    def source_ids(self) -> tuple[int, ...] | None:
        """None for all of the study."""
        workspace, which = self.workspace, self.which.currentData()
        if which == "chosen":
            return tuple(self.chosen)
        if which == "all" or workspace.comparison is None:
            return None
        table = ComparisonTable(workspace.study, workspace.columns, workspace.comparison, workspace.as_of, in_full=True)
        return sources_of_comparison(Export(workspace.study, workspace.columns, table))

    def take(self) -> int | None:
        """How many were written; ValueError where the user named no file."""
        self._keep_style()
        path = self._path()
        if path is None:
            raise ValueError(_("No file was chosen, so nothing was written."))
        count = write_references(self.workspace.study, path, self.source_ids())
        self.workspace.message.emit(_("Exported: {path}").format(path=path))
        return count

    def _path(self) -> Path | None:
        filters = [f"{each.name} (*{each.endings[0]})" for each in REFERENCE_FORMATS]
        study = self.workspace.study
        proposed = free_name(self.folder / f"{file_name(study.title or study.path.stem)}.bib")
        name, chosen = QFileDialog.getSaveFileName(self, self.windowTitle(), str(proposed), ";;".join(filters))
        if not name:
            return None
        path, ending = Path(name), REFERENCE_FORMATS[filters.index(chosen)].endings[0] if chosen in filters else ".bib"
        # The name that was proposed takes the ending of the format that was chosen beside it.
        if path == proposed:
            return path.with_suffix(ending)
        return path if path.suffix else path.with_name(path.name + ending)

    def _copy(self) -> None:
        self._keep_style()
        if self.workspace.perform(lambda: copy_references(self.workspace, self.source_ids())) is not None:
            self.reject()

    def _keep_style(self) -> None:
        style = str(self.style_box.currentData())
        if style != style_of(self.workspace.study):
            self.workspace.study.set_setting(SETTING, style)

    def _show_sample(self) -> None:
        sources = self.workspace.catalogue.sources
        first = (self.chosen or tuple(sources))[:1]
        entries = bibliography(references_of(self.workspace.study, first), str(self.style_box.currentData()))
        self.sample.setText("<br>".join("".join(map(_rich, runs)) for runs in entries))


def _rich(run: Run) -> str:
    text = escape(run.text)
    return f"<i>{text}</i>" if run.is_italic else text
