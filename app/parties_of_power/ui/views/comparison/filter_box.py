"""The dialog that filters the rows by one column: by a text that its cells contain, or by the answers they show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.domain.comparisons import Column, ColumnFilter
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.titles import title_of

MOST_ANSWERS = 2_000
ANSWER = Qt.ItemDataRole.UserRole


class FilterBox(QDialog):
    """Answers that are ticked count; where none is, the text does. Typing narrows the list of answers."""

    def __init__(self, model: ComparisonModel, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.column = column
        title = title_of(column, model.workspace.catalogue)
        self.setWindowTitle(_("Filter by {column}").format(column=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QLineEdit(clearButtonEnabled=True, placeholderText=_("Text in the cell"))
        self.text.setAccessibleName(_("Text in the cell"))
        self.answers = QListWidget()
        self.answers.setAccessibleName(_("Answers of {column}").format(column=title))
        self._lay_out(title)
        self._fill()
        self.text.textChanged.connect(self.narrow)
        self.answers.itemActivated.connect(self.turn)

    def narrow(self, text: str) -> None:
        """List only answers that contain the text, and those that are ticked."""
        wanted = text.casefold().strip()
        for place in range(self.answers.count()):
            item = self.answers.item(place)
            item.setHidden(wanted not in item.data(ANSWER).casefold() and not _is_ticked(item))

    def turn(self, item: QListWidgetItem) -> None:
        item.setCheckState(Qt.CheckState.Unchecked if _is_ticked(item) else Qt.CheckState.Checked)

    def chosen(self) -> ColumnFilter | None:
        """What is asked for as it stands; None shows every row."""
        items = [self.answers.item(place) for place in range(self.answers.count())]
        ticked = tuple(item.data(ANSWER) for item in items if _is_ticked(item))
        if ticked:
            return ColumnFilter("is_one_of", ticked)
        text = self.text.text().strip()
        return ColumnFilter("contains", (text,)) if text else None

    def accept(self) -> None:
        arrange.filter_by(self.model, self.column, self.chosen())
        super().accept()

    def remove(self) -> None:
        arrange.filter_by(self.model, self.column, None)
        super().accept()

    def _fill(self) -> None:
        table, kept = self.model.table, self.column.filter
        if table is None:
            return
        ticked = set(kept.texts) if kept and kept.test == "is_one_of" else set()
        if kept and kept.test == "contains":
            self.text.setText(" ".join(kept.texts))
        for text, count in table.shown_column(self.column).distinct()[:MOST_ANSWERS]:
            item = QListWidgetItem(
                _("{answer}  ({count})").format(answer=text or _("blank"), count=count), self.answers
            )
            item.setData(ANSWER, text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if text in ticked else Qt.CheckState.Unchecked)

    def _lay_out(self, title: str) -> None:
        heading = QLabel(_("Show only rows where {column} is").format(column=title))
        heading.setFont(font(13, SEMIBOLD))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Filter"))
        every = buttons.addButton(_("Show all"), QDialogButtonBox.ButtonRole.ResetRole)
        every.setEnabled(self.column.filter is not None)
        every.clicked.connect(self.remove)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        for widget in (heading, self.text, self.answers, buttons):
            column.addWidget(widget)
        self.resize(px(360), px(420))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
