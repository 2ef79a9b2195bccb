"""The page: what came back above, groups and columns on the left, the differences, and what is applied below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from parties_of_power.exchange.guarded.definition import TableFile
from parties_of_power.exchange.returned.comparing import compare
from parties_of_power.exchange.returned.differences import Decision, Difference, Returned
from parties_of_power.exchange.returned.taking import take, what_taking_does
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import SEMIBOLD, font, party_colour, px, theme
from parties_of_power.ui.views.differences.decisions import Decisions
from parties_of_power.ui.views.differences.footer import Footer
from parties_of_power.ui.views.differences.model import DifferencesModel
from parties_of_power.ui.views.differences.side import Side
from parties_of_power.ui.views.differences.table import DifferencesTable
from parties_of_power.ui.workspace import Workspace

SIDE = 230


class DifferencesPage(QWidget):
    """Compares the workbook anew after each edit, when it is seen; what was decided stays decided."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.file: TableFile | None = None
        self.returned: Returned | None = None
        self.is_stale = False
        self.decisions = Decisions()
        self.model = DifferencesModel(self.decisions, self.what_will_happen)
        self.table = DifferencesTable(self.model, self.colour_of)
        self.side = Side(self.decisions)
        self.footer = Footer(workspace, self.decisions)
        self.title = QLabel(_("Take changes from Excel"))
        self.about = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.only_undecided = QPushButton(_("Only &undecided"))
        self.only_undecided.setCheckable(True)
        self.nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_differences()

    def take_up(self, name: str, file: TableFile) -> None:
        """Another workbook."""
        self.decisions.forget()
        self.file = file
        self.returned = None
        self.compare(name)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self, name: str) -> None:
        """A workbook that cannot be compared any more is let go: its study has changed beyond it."""
        file, workspace = self.file, self.workspace
        if file is not None:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self.returned = workspace.perform(lambda: compare(workspace.study, workspace.columns, file, name))
            finally:
                QGuiApplication.restoreOverrideCursor()
            self.file = file if self.returned is not None else None
        self.is_stale = False
        self.show_differences()

    def show_differences(self) -> None:
        self.about.setText(about_words(self.returned) if self.returned else "")
        self.side.show_returned(self.returned)
        self.show_lines()
        self.show_decided()

    def show_lines(self) -> None:
        self.model.show_lines(self.returned, self.side.group, only_undecided=self.only_undecided.isChecked())
        if self.returned is None:
            text = _("Open a workbook that was exported from this study: File, Take changes from Excel. ")
            self.nothing.setText(text + _("Or drop it on the window."))
        elif not self.returned.differences:
            self.nothing.setText(_("No differences: the workbook says what the study says."))
        else:
            self.nothing.setText(_("Nothing is left here."))
        self.stack.setCurrentWidget(self.table if self.model.lines else self.nothing)

    def show_decided(self) -> None:
        self.model.show_decided()
        self.side.show_decided()
        self.footer.show_decided(self.returned.differences if self.returned else ())

    def decide(self, differences: list[Difference], decision: Decision) -> None:
        self.decisions.decide(differences, decision)
        self.show_decided()

    def apply(self) -> None:
        """All that is taken, as one edit."""
        returned, footer, study = self.returned, self.footer, self.workspace.study
        if returned is None or not self.workspace.may_edit():
            return
        if not footer.is_source_clear:
            self.workspace.message.emit(_("Choose the source from the list, or leave it blank."))
            footer.source.setFocus()
            return
        decided = [(each, self.decisions.of(each)) for each in returned.differences]
        note, citing = footer.note.text().strip(), footer.citing()
        count = self.workspace.perform(lambda: take(study, returned, decided, citing=citing, note=note))
        if count:
            words = ngettext("{count} change was taken, as one edit", "{count} changes were taken, as one edit", count)
            self.workspace.message.emit(words.format(count=count))

    def close_workbook(self) -> None:
        self.file = self.returned = None
        self.decisions.forget()
        self.show_differences()
        self.workspace.show_view("comparison")

    def what_will_happen(self, difference: Difference) -> str:
        return what_taking_does(self.workspace.study, difference, self.footer.citing())

    def colour_of(self, row_id: int) -> QColor | None:
        subject = self.workspace.catalogue.subjects.get(row_id)
        return party_colour(subject, self.workspace.catalogue).fill if subject is not None else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_stale and self.returned is not None:
            self.compare(self.returned.name)

    def _follow(self) -> None:
        if not self.isVisible():
            self.is_stale = True
        elif self.returned is not None:
            self.compare(self.returned.name)

    def _open(self, difference: Difference) -> None:
        """Show the cell to the inspector."""
        if difference.row_id:
            self.workspace.select([difference.row_id])
        if difference.attribute_id is not None:
            self.workspace.set_cell(difference.subject_id, difference.attribute_id)

    def _start_again(self) -> None:
        self.file = self.returned = None
        self.decisions.forget()
        self.footer.fill_sources()
        self.show_differences()

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.returned_wanted.connect(self.take_up)
        workspace.changed.connect(lambda _changes: self._follow())
        workspace.study_opened.connect(self._start_again)
        self.table.decided.connect(self.decide)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self.side.decided.connect(self.decide)
        self.side.group_chosen.connect(lambda _key: self.show_lines())
        self.only_undecided.toggled.connect(lambda _on: self.show_lines())
        self.footer.source.currentTextChanged.connect(lambda _text: self._forget_words())
        self.footer.applied.connect(self.apply)
        self.footer.cancelled.connect(self.close_workbook)
        theme().changed.connect(self.table.viewport().update)

    def _look_at(self) -> None:
        difference = self.model.difference(self.table.currentIndex().row())
        if difference is not None:
            self._open(difference)

    def _forget_words(self) -> None:
        """What will happen names the source that is cited."""
        self.model.forget_words()
        self.table.viewport().update()

    def _lay_out(self) -> None:
        self.title.setFont(font(15, SEMIBOLD))
        self.about.setFont(font(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.about)
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(10), px(16), px(10))
        top.addLayout(words, 1)
        top.addWidget(self.only_undecided)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setHandleWidth(1)
        middle.addWidget(self.side)
        middle.addWidget(self.stack)
        middle.setStretchFactor(1, 1)
        middle.setCollapsible(1, False)
        middle.setSizes([px(SIDE), px(900)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(_line())
        column.addWidget(middle, 1)
        column.addWidget(_line())
        column.addWidget(self.footer)
        self.setFocusProxy(self.table)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("divider")
    line.setFixedHeight(1)
    return line


def about_words(returned: Returned) -> str:
    """The file, when it was exported, what saved it last, and how much of it was found."""
    if returned.is_guess:
        origin = _("its hidden sheet is lost: matched by name with the comparison “{comparison}” as it is now").format(
            comparison=returned.sheet.comparison
        )
    else:
        origin = _("exported from this study after edit {number}").format(number=returned.exported.edit)
    saved = _("saved again by {program}").format(program=returned.program) if returned.program else ""
    return " · ".join(filter(None, [returned.name, origin, saved, returned.found]))
