"""The dialog that filters the rows by one column: by its answers, by text, by size, by what its cells are, by a day."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.domain.comparisons import (
    DAY_TESTS,
    FILTER_STATES,
    LIST_TESTS,
    SIZE_TESTS,
    TEXT_TESTS,
    Column,
    ColumnFilter,
    FilterTest,
)
from parties_of_power.domain.kinds import kind
from parties_of_power.study.edits.arranging import checked_filter
from parties_of_power.study.errors import EditRefused
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.filter_words import state_name, test_name
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.titles import title_of

MOST_ANSWERS = 2_000
ANSWER = Qt.ItemDataRole.UserRole


class FilterBox(QDialog):
    """What is ticked counts; in the list of answers the text narrows it, and counts where none is ticked."""

    def __init__(self, model: ComparisonModel, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.column = column
        self.kept = column.filter
        title = title_of(column, model.workspace.catalogue)
        self.setWindowTitle(_("Filter by {column}").format(column=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tests = self._test_box(title)
        self.text, self.other = _line(_("Text in the cell")), _line(_("Up to"))
        self.answers, self.states = QListWidget(), QListWidget()
        self.answers.setAccessibleName(_("Answers of {column}").format(column=title))
        self.states.setAccessibleName(_("What the cells of {column} are").format(column=title))
        self.hint, self.wrong = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._fill()
        self._lay_out(title)
        self.tests.currentIndexChanged.connect(self.show_test)
        self.text.textChanged.connect(self.narrow)
        self.answers.itemActivated.connect(self.turn)
        self.states.itemActivated.connect(self.turn)
        self.show_test()

    @property
    def test(self) -> FilterTest:
        test: FilterTest = self.tests.currentData()
        return test

    def show_test(self) -> None:
        """Only what the chosen test asks for."""
        test = self.test
        self.answers.setVisible(test in LIST_TESTS)
        self.states.setVisible(test == "has_state")
        self.states.doItemsLayout()  # made while it was hidden, its lines do not know the style yet
        self.text.setVisible(test != "has_state")
        self.other.setVisible(test == "between")
        words = {"between": _("From"), **dict.fromkeys(DAY_TESTS, _("Day, as 1 Jan 2004"))}
        name = words.get(test) or (_("Number or date") if test in SIZE_TESTS else _("Text in the cell"))
        self.text.setPlaceholderText(name)
        self.text.setAccessibleName(name)
        self.hint.setText(self._hint(test))
        self.hint.setVisible(bool(self.hint.text()))
        self.wrong.hide()
        self.narrow(self.text.text())

    def narrow(self, text: str) -> None:
        """List only answers that contain the text, and those that are ticked."""
        wanted = text.casefold().strip()
        for item in _items(self.answers):
            item.setHidden(wanted not in item.data(ANSWER).casefold() and not _is_ticked(item))

    def turn(self, item: QListWidgetItem) -> None:
        item.setCheckState(Qt.CheckState.Unchecked if _is_ticked(item) else Qt.CheckState.Checked)

    def chosen(self) -> ColumnFilter | None:
        """What is asked for as it stands; None shows every row."""
        test, text = self.test, self.text.text().strip()
        if test == "has_state":
            return _filter(test, _ticked(self.states))
        if test == "between":
            return _filter(test, (text, self.other.text().strip()))
        if test not in LIST_TESTS:
            return _filter(test, (text,))
        ticked = _ticked(self.answers)
        return _filter(test, ticked) if ticked else _filter("contains", (text,))

    def accept(self) -> None:
        """Stays open, with all that was typed, where it is not understood or cannot be stored."""
        wanted = self.chosen()
        try:
            checked = checked_filter(self.model.workspace.study, self.column.id, wanted) if wanted else None
        except EditRefused as refusal:
            self.wrong.setText(str(refusal))
            self.wrong.show()
            self.text.setFocus()
            return
        if arrange.filter_by(self.model, self.column, checked):
            super().accept()

    def remove(self) -> None:
        if arrange.filter_by(self.model, self.column, None):
            super().accept()

    def _test_box(self, title: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(_("How to filter by {column}").format(column=title))
        attribute = self.model.workspace.catalogue.attributes.get(self.column.attribute_id or 0)
        is_moment = self.column.field == "moment"
        is_year = is_moment and self.model.comparison is not None and self.model.comparison.row_unit == "year"
        has_size = attribute is not None and (attribute.kind == "date" or kind(attribute.kind).is_numeric)
        of_attributes: tuple[FilterTest, ...] = ("has_state", *DAY_TESTS) if attribute else ("changed_since",)
        sizes = SIZE_TESTS if has_size or is_year else ()
        groups = (LIST_TESTS, sizes, TEXT_TESTS, () if is_moment else of_attributes)
        for place, tests in enumerate(each for each in groups if each):
            if place:
                box.insertSeparator(box.count())
            for test in tests:
                box.addItem(test_name(test), test)
        box.setCurrentIndex(max(box.findData(self.kept.test), 0) if self.kept else 0)
        return box

    def _hint(self, test: FilterTest) -> str:
        attribute = self.model.workspace.catalogue.attributes.get(self.column.attribute_id or 0)
        if test in SIZE_TESTS and attribute is not None and attribute.kind == "date":
            return _("A date counts by its earliest day. It equals 1999 where it surely lies in that year.")
        if test == "changed_since":
            return _("Rows whose cell says something else on the day of the table than it did on this day.")
        if test == "edited_since":
            return _("Rows on whose cell somebody has worked in this study on this day or after it.")
        return ""

    def _fill(self) -> None:
        table, kept = self.model.table, self.kept
        texts = kept.texts if kept else ()
        if kept and kept.test not in LIST_TESTS and kept.test != "has_state":
            self.text.setText(texts[0])
            self.other.setText(texts[1] if kept.test == "between" else "")
        ticked = set(texts) if kept and kept.test in LIST_TESTS else set()
        distinct = table.shown_column(self.column).distinct()[:MOST_ANSWERS] if table else ()
        for text, count in distinct:
            words = _("{answer}  ({count})").format(answer=text or _("blank"), count=count)
            _add(self.answers, words, text, is_ticked=text in ticked)
        for state in FILTER_STATES:
            is_ticked = kept is not None and kept.test == "has_state" and state in texts
            _add(self.states, state_name(state), state, is_ticked=is_ticked)

    def _lay_out(self, title: str) -> None:
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heading = QLabel(_("Show only rows where {column}").format(column=title), wordWrap=True)
        heading.setFont(font(13, SEMIBOLD))
        self.hint.setStyleSheet(f"color: {tokens().second_text.name()}")
        self.wrong.setStyleSheet(f"color: {tokens().wrong.name()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        for widget in (heading, self.tests, self.text, self.other, self.hint, self.answers, self.states):
            column.addWidget(widget, 1 if isinstance(widget, QListWidget) else 0)
        column.addStretch(0)
        column.addWidget(self.wrong)
        column.addWidget(self._buttons())
        self.resize(px(360), px(440))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Filter"))
        every = buttons.addButton(_("Show all"), QDialogButtonBox.ButtonRole.ResetRole)
        every.setEnabled(self.kept is not None)
        every.clicked.connect(self.remove)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _filter(test: FilterTest, texts: tuple[str, ...]) -> ColumnFilter | None:
    """None where nothing is asked for. A blank answer can be asked for."""
    return ColumnFilter(test, texts) if any(texts) or (texts and test in LIST_TESTS) else None


def _line(name: str) -> QLineEdit:
    line = QLineEdit(clearButtonEnabled=True, placeholderText=name)
    line.setAccessibleName(name)
    return line


def _add(listed: QListWidget, words: str, answer: str, *, is_ticked: bool) -> None:
    item = QListWidgetItem(words, listed)
    item.setData(ANSWER, answer)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)


def _items(listed: QListWidget) -> Iterable[QListWidgetItem]:
    return (listed.item(place) for place in range(listed.count()))


def _ticked(listed: QListWidget) -> tuple[str, ...]:
    return tuple(item.data(ANSWER) for item in _items(listed) if _is_ticked(item))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
