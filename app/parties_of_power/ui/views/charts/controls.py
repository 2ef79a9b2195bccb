"""What stands above a chart: its kind, its attribute, the order of the rows, the table, and saving."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QSignalBlocker, Signal
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.charts.kinds import KINDS, ChartKind
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.wrapping import WrappingRow

WIDEST = 320


class Controls(QWidget):
    kind_chosen = Signal(str)
    question_chosen = Signal(object)
    order_chosen = Signal(bool)
    table_wanted = Signal(bool)
    png_wanted = Signal()
    svg_wanted = Signal()
    pdf_wanted = Signal()
    copy_wanted = Signal()
    paper_wanted = Signal()
    excel_wanted = Signal()
    keep_wanted = Signal()
    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds, self.attributes, self.orders = QComboBox(), QComboBox(), QComboBox()
        self.as_table = QPushButton(_("Show as &table"))
        self.as_table.setCheckable(True)
        self.keeping = QPushButton(_("&Keep"))
        self.saving = QPushButton(_("S&ave chart"))
        self._of_kept: list[QAction] = []
        self._asked: tuple[Question, ...] = ()
        self._fill()
        self._lay_out()
        self._connect()

    def show_questions(self, asked: Sequence[Question], current: Question | None) -> None:
        """The attributes of the comparison first, then a line, then the others."""
        with QSignalBlocker(self.attributes):
            if tuple(asked) != self._asked:
                self._asked = tuple(asked)
                self._fill_attributes()
            keys = [question.key for question in asked]
            place = keys.index(current.key) if current and current.key in keys else -1
            self.attributes.setCurrentIndex(self._place_in_list(place))
            self.attributes.setToolTip(current.name if current else "")

    def show_kind(self, kind: ChartKind | None, question: Question | None) -> None:
        """Kinds that do not suit the attribute cannot be chosen, and say why."""
        with QSignalBlocker(self.kinds):
            for place, each in enumerate(KINDS):
                suits = question is not None and each.suits(question.attribute)
                item = _items(self.kinds).item(place)
                item.setEnabled(suits)
                item.setToolTip("" if suits else _(each.unsuited))
            self.kinds.setCurrentIndex(KINDS.index(kind) if kind else -1)
        self.orders.setVisible(kind is not None and kind.has_order)

    def show_order(self, by_value: bool) -> None:
        with QSignalBlocker(self.orders):
            self.orders.setCurrentIndex(0 if by_value else 1)

    def show_kept(self, is_kept: bool) -> None:
        """Whether the chart is one of the study, which can be renamed and removed."""
        for action in self._of_kept:
            action.setVisible(is_kept)
        self.keeping.setText(_("&Kept") if is_kept else _("&Keep"))

    def set_saving(self, is_possible: bool) -> None:
        self.saving.setEnabled(is_possible)
        self.saving.setToolTip("" if is_possible else _("There is no chart to save."))

    def _fill(self) -> None:
        for kind in KINDS:
            self.kinds.addItem(_(kind.title), kind.key)
        self.orders.addItem(_("By value"), True)
        self.orders.addItem(_("As in the table"), False)
        menu = QMenu(self.saving)
        menu.addAction(_("Save as &PNG…")).triggered.connect(lambda _on=False: self.png_wanted.emit())
        menu.addAction(_("Save as S&VG…")).triggered.connect(lambda _on=False: self.svg_wanted.emit())
        menu.addAction(_("Save as P&DF…")).triggered.connect(lambda _on=False: self.pdf_wanted.emit())
        menu.addAction(_("Save with its data as &Excel…")).triggered.connect(lambda _on=False: self.excel_wanted.emit())
        menu.addAction(_("&Copy picture")).triggered.connect(lambda _on=False: self.copy_wanted.emit())
        menu.addAction(_("Size and c&olours…")).triggered.connect(lambda _on=False: self.paper_wanted.emit())
        self.saving.setMenu(menu)
        kept = QMenu(self.keeping)
        kept.addAction(_("&Keep in the study…")).triggered.connect(lambda _on=False: self.keep_wanted.emit())
        self._of_kept = [kept.addAction(_("&Rename…")), kept.addAction(_("Remove from the &study"))]
        self._of_kept[0].triggered.connect(lambda _on=False: self.rename_wanted.emit())
        self._of_kept[1].triggered.connect(lambda _on=False: self.remove_wanted.emit())
        self.keeping.setMenu(kept)
        self.kinds.setAccessibleName(_("Kind of chart"))
        self.attributes.setAccessibleName(_("Attribute"))
        self.orders.setAccessibleName(_("Order"))
        self.orders.setToolTip(_("Order"))

    def _fill_attributes(self) -> None:
        self.attributes.clear()
        others = sum(question.is_of_comparison for question in self._asked)
        for question in self._asked:
            self.attributes.addItem(question.name)
        if 0 < others < len(self._asked):
            self.attributes.insertSeparator(others)
        view = self.attributes.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + px(24))

    def _place_in_list(self, place: int) -> int:
        """The separator takes a place of its own."""
        others = sum(question.is_of_comparison for question in self._asked)
        return place + 1 if 0 < others <= place else place

    def _choose_question(self, index: int) -> None:
        others = sum(question.is_of_comparison for question in self._asked)
        place = index - 1 if 0 < others < index else index
        if 0 <= place < len(self._asked):
            self.question_chosen.emit(self._asked[place])

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(lambda index: self.kind_chosen.emit(self.kinds.itemData(index)))
        self.attributes.currentIndexChanged.connect(self._choose_question)
        self.orders.currentIndexChanged.connect(lambda index: self.order_chosen.emit(self.orders.itemData(index)))
        self.as_table.toggled.connect(self.table_wanted)

    def _lay_out(self) -> None:
        for box in (self.kinds, self.attributes, self.orders):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(px(WIDEST))
        row = WrappingRow(self, QMargins(px(16), px(8), px(16), px(8)), px(8))
        row.at_right = 3
        for text, field in ((_("&Chart"), self.kinds), (_("&Of"), self.attributes)):
            label = QLabel(text)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        row.addWidget(self.orders)
        for button in (self.as_table, self.keeping, self.saving):
            row.addWidget(button)


def _items(box: QComboBox) -> QStandardItemModel:
    model = box.model()
    assert isinstance(model, QStandardItemModel), "what a combo box is made with"
    return model
