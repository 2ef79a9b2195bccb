"""The start page: the bundled study, the studies that were open lately, and the ways to another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.paths import user_documents
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui import manual_pages, study_files
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import BOLD, SEMIBOLD, font, px
from parties_of_power.ui.two_lines import GONE, TwoLines

PATH = Qt.ItemDataRole.UserRole


class StartPage(QDialog):
    """`chosen` comes with how the study is opened and, where it exists already, its file; `forgotten` with a file that
    is to leave the list."""

    chosen = Signal(object, object)
    forgotten = Signal(object)

    def __init__(self, kept: Settings, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.settings = kept
        self.setWindowTitle(_("Parties of Power"))
        self.setObjectName("start-page")
        self.recent = RecentList(kept.recent)
        self.recent.opened.connect(self.open_path)
        self.recent.forgotten.connect(self.forgotten)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addLayout(self._ways(), 2)
        line = QFrame(frameShape=QFrame.Shape.VLine)
        line.setObjectName("divider")
        line.setFixedWidth(1)
        sides.addWidget(line)
        sides.addLayout(self._lately(), 3)
        self.resize(px(760), px(460))

    def open_bundled(self) -> None:
        own = study_files.own_copy()
        self.chosen.emit(study_files.open_own_copy, own if own.exists() else None)

    def open_path(self, path: Path) -> None:
        self.chosen.emit(lambda coder: Study.open(path, coder=coder), path)

    def open_file(self) -> None:
        name, _chosen = QFileDialog.getOpenFileName(self, _("Open study"), self._folder(), study_files.file_filter())
        if name:
            self.open_path(Path(name))

    def new(self) -> None:
        from parties_of_power.ui.new_study import ask_new

        opening = ask_new(self, Path(self._folder()))
        if opening is not None:
            self.chosen.emit(opening, None)

    def first_steps(self) -> None:
        from parties_of_power.ui.dialogs.manual import Manual

        manual = self.findChild(Manual) or Manual(self)
        manual.go(manual_pages.FIRST_STEPS)
        manual.show()

    def _folder(self) -> str:
        kept = self.settings.folder
        return kept if kept and Path(kept).is_dir() else str(user_documents())

    def _ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(px(28), px(28), px(28), px(20))
        column.setSpacing(px(8))
        name = QLabel(_("Parties of Power"))
        name.setFont(font(24, BOLD))
        said = QLabel(
            _("Compare parties of power across states. Every value knows its date, its source and its rivals.")
        )
        said.setWordWrap(True)
        said.setObjectName("quiet")
        column.addWidget(name)
        column.addWidget(said)
        column.addSpacing(px(16))
        bundled = self._way(column, _("Parties and states of the &CIS, 2008"), self.open_bundled)
        bundled.setProperty("primary", True)
        bundled.setDefault(True)
        bundled.setToolTip(_("Your own copy of the bundled study: {path}").format(path=study_files.own_copy()))
        self._way(column, _("&New study…"), self.new)
        self._way(column, _("&Open…"), self.open_file)
        column.addStretch(1)
        if (manual_pages.folder() / manual_pages.FIRST_STEPS).is_file():
            self._way(column, _("&First steps"), self.first_steps)
        return column

    def _way(self, column: QVBoxLayout, text: str, go: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.setMinimumHeight(px(32))
        button.clicked.connect(lambda _on=False: go())
        column.addWidget(button)
        return button

    def _lately(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(px(28), px(28), px(28), px(20))
        column.setSpacing(px(8))
        heading = QLabel(_("&Recent studies"))
        heading.setFont(font(15, SEMIBOLD))
        heading.setBuddy(self.recent)
        column.addWidget(heading)
        column.addWidget(self.recent, 1)
        empty = QLabel(_("What you open will be listed here, with its place and its last edit."), wordWrap=True)
        empty.setObjectName("quiet")
        empty.setVisible(not self.recent.count())
        self.recent.setVisible(bool(self.recent.count()))
        column.addWidget(empty, 1, Qt.AlignmentFlag.AlignTop)
        hint = QLabel(_("Enter opens a study, Delete takes it out of the list; its file stays."))
        hint.setObjectName("quiet")
        hint.setFont(font(11))
        hint.setVisible(bool(self.recent.count()))
        column.addWidget(hint)
        return column


class RecentList(QListWidget):
    """A study a row: its name, below it where it lies and when it was last edited."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(self, recent: tuple[str, ...]) -> None:
        super().__init__()
        self.setAccessibleName(_("Recent studies"))
        self.setItemDelegate(TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in recent:
            self._add(Path(name))
        self.itemActivated.connect(self._open)
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.takeItem(self.row(item))
            self.forgotten.emit(item.data(PATH))
        else:
            super().keyPressEvent(event)

    def _add(self, path: Path) -> None:
        edited = study_files.when_edited(path)
        place = study_files.short_folder(path)
        below = _("{folder} · {when}") if edited else _("{folder} · the file is not there any more")
        item = QListWidgetItem(f"{path.stem}\n{below.format(folder=place, when=edited)}")
        item.setData(PATH, path)
        item.setData(GONE, not edited)
        item.setToolTip(str(path))
        self.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        path = item.data(PATH)
        if path.is_file():
            self.opened.emit(path)
