"""*Citing* in the tool bar: the source, and the place in it, that every edit from now on cites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QListView, QSizePolicy, QWidget

from parties_of_power.domain.sources import Cite, Source
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

LONGEST_NAME = 40
MOST_SHOWN = 14
SOURCE_ID = Qt.ItemDataRole.UserRole


class CitingBox(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.source = SourceField(workspace)
        self.locator = QLineEdit()
        self.locator.setAccessibleName(_("Page or paragraph"))
        self.locator.setPlaceholderText(_("page, ¶"))
        self.locator.setFixedWidth(px(76))
        self._lay_out()
        self.locator.editingFinished.connect(self.take_locator)
        workspace.citing_changed.connect(self.show_citing)
        workspace.study_opened.connect(self.show_citing)
        self.show_citing()

    def show_citing(self) -> None:
        cite = self.workspace.citing
        self.source.show_citing()
        self.locator.setText(cite.locator if cite else "")
        self.locator.setEnabled(cite is not None)

    def take_locator(self) -> None:
        cite = self.workspace.citing
        if cite is not None:
            self.workspace.set_citing(Cite(cite.source_id, self.locator.text().strip(), cite.accessed))

    def _lay_out(self) -> None:
        label = QLabel(_("Citing"))
        # A name of its own, so that a screen reader's search for "Citing" comes to the field.
        label.setAccessibleName(_("Citing:"))
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        label.setBuddy(self.source)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for widget in (label, self.source, self.locator):
            row.addWidget(widget)


class SourceField(QLineEdit):
    """A source by any words of its author, title or key: those that fit are listed below, all of them on Down."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.listed: QStandardItemModel | None = None
        self.setAccessibleName(_("Citing"))
        self.setPlaceholderText(_("no source"))
        self.setMinimumWidth(px(110))
        self.setMaximumWidth(px(170))
        arrow = self.addAction(icon("chevron-down", "second_text"), QLineEdit.ActionPosition.TrailingPosition)
        arrow.setText(_("List the sources"))
        arrow.triggered.connect(self.list_all)
        self.editingFinished.connect(self.take_typed)
        workspace.changed.connect(self.forget_list)
        workspace.study_opened.connect(self.forget_list)

    def show_citing(self) -> None:
        cite = self.workspace.citing
        source = self.workspace.catalogue.sources.get(cite.source_id) if cite else None
        self.setText(short_name(source) if source else "")
        self.setCursorPosition(0)
        self.setModified(False)
        told = _("Every edit from now on cites {title}") if source else _("Edits cite nothing: type to choose a source")
        self.setToolTip(told.format(title=source.title if source else ""))

    def forget_list(self, changes: Changes | None = None) -> None:
        """List the sources anew when they are next asked for."""
        if changes is None or not changes.rows or any(row.table == "source" for row in changes.rows):
            self.listed = None
            self.show_citing()

    def list_all(self) -> None:
        self.prepare()
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def prepare(self) -> None:
        """Read the sources, when they are first wanted."""
        if self.listed is not None:
            return
        self.listed = QStandardItemModel(self)
        sources = self.workspace.catalogue.sources.values()
        for source in sorted(sources, key=lambda source: short_name(source).casefold()):
            item = QStandardItem(f"{short_name(source)} · {source.title}")
            item.setData(source.id, SOURCE_ID)
            self.listed.appendRow(item)
        completer = QCompleter(self.listed, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(MOST_SHOWN)
        # PySide6 types a signal as one form, and this one has two.
        completer.activated[QModelIndex].connect(self.take_listed)  # type: ignore[index]
        self.setCompleter(completer)
        popup = QListView()
        popup.setObjectName("popup")
        popup.setMinimumWidth(px(460))
        popup.setAccessibleName(_("Sources"))
        completer.setPopup(popup)

    def take_listed(self, index: QModelIndex) -> None:
        self.cite(index.data(SOURCE_ID))
        # Qt puts the whole line of the list into the field after this.
        QTimer.singleShot(0, self, self.show_citing)

    def take_typed(self) -> None:
        """Take the one source that the typed words can mean; an empty field cites nothing."""
        if not self.isModified():
            return
        typed = self.text().strip()
        if not typed:
            self.workspace.set_citing(None)
            return
        found = sources_called(typed, self.workspace.catalogue.sources.values())
        if len(found) == 1:
            self.cite(found[0].id)
        elif not found:
            self.workspace.message.emit(
                _("No source is called “{text}”; add it with Insert, Source.").format(text=typed)
            )
        else:
            text = _("“{text}” could be {count} sources: choose one from the list.")
            self.workspace.message.emit(text.format(text=typed, count=len(found)))
        self.show_citing()

    def cite(self, source_id: int) -> None:
        source = self.workspace.catalogue.sources[source_id]
        self.workspace.set_citing(Cite(source_id, "", source.accessed))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.prepare()
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, lambda: self.selectAll() if self.hasFocus() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list_all()
        elif event.key() == Qt.Key.Key_Escape:
            self.show_citing()
        else:
            super().keyPressEvent(event)


def sources_called(text: str, sources: Iterable[Source]) -> list[Source]:
    """The sources of exactly this key or name; else those that have all the words in name, title or key."""
    wanted = text.casefold()
    all_sources = list(sources)
    exact = [each for each in all_sources if wanted in (each.key.casefold(), short_name(each).casefold())]
    if exact:
        return exact
    words = wanted.replace("·", " ").split()
    return [
        each
        for each in all_sources
        if all(word in f"{short_name(each)} {each.title} {each.key}".casefold() for word in words)
    ]


def short_name(source: Source) -> str:
    """A source as it is spoken of: its author, of several the first, and the year; else the title."""
    year = match[0] if (match := re.search(r"\d{4}", source.date)) else ""
    author = re.sub(r"\s*\(.*?\)", "", source.author).split(" via ")[0].strip()
    first, *others = author.split(", ")
    name = _("{author} et al.").format(author=first) if others and "et al" not in first else first
    name = name or source.title
    name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
    return f"{name} {year}".strip()
