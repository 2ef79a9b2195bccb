"""The second line above a chart: the further attributes of its kind, and what else can be chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.day_edit import DayEdit
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.charts.kinds import ChartKind
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.views.charts.wanted import NO, YES, Option, Place, Wanted
from parties_of_power.ui.wrapping import WrappingRow

WIDEST = 240


class Choices(QWidget):
    """Made anew when the kind or the attributes are others; between that the fields only show what is chosen."""

    other_chosen = Signal(str, object)
    answer_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {}
        self._shows: object = None
        self._row = WrappingRow(self, QMargins(px(16), 0, px(16), px(8)), px(8))

    def show_wanted(self, kind: ChartKind, asked: Sequence[Question], wanted: Wanted | None, day: int) -> None:
        self.setVisible(bool(kind.places or kind.options) and wanted is not None)
        if wanted is None:
            return
        if (kind, tuple(asked)) != self._shows:
            self._shows = (kind, tuple(asked))
            self._clear()
            for place in kind.places:
                self._add(_(place.title), place.key, self._attributes(place, asked))
            for option in kind.options:
                self._add_option(option)
        for place in kind.places:
            self._show_other(place, wanted)
        for option in kind.options:
            self._show_answer(option, wanted, day)

    def _show_other(self, place: Place, wanted: Wanted) -> None:
        box = self.fields[place.key]
        assert isinstance(box, QComboBox), "places are boxes"
        other = wanted.others.get(place.key)
        keys = [each.key if each else None for each in map(box.itemData, range(box.count()))]
        with QSignalBlocker(box):
            box.setCurrentIndex(keys.index(other.key if other else None) if (other or place.is_optional) else -1)

    def _show_answer(self, option: Option, wanted: Wanted, day: int) -> None:
        field = self.fields[option.key]
        with QSignalBlocker(field):
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(field.findData(wanted.answer(option)), 0))
            elif isinstance(field, QCheckBox):
                field.setChecked(wanted.is_on(option))
            elif isinstance(field, DayEdit):
                field.show_day(wanted.day(option, day))

    def _attributes(self, place: Place, asked: Sequence[Question]) -> QComboBox:
        box = QComboBox()
        if place.is_optional:
            box.addItem(_("None"), None)
        for question in asked:
            if place.suits(question.attribute):
                box.addItem(question.name, question)
        box.currentIndexChanged.connect(lambda index: self.other_chosen.emit(place.key, box.itemData(index)))
        return box

    def _add_option(self, option: Option) -> None:
        if option.is_day:
            day = DayEdit(_(option.title))
            day.day_changed.connect(lambda chosen: self.answer_chosen.emit(option.key, str(chosen)))
            self._add(_(option.title), option.key, day)
        elif option.answers:
            box = QComboBox()
            for answer, title in option.answers:
                box.addItem(_(title), answer)
            box.currentIndexChanged.connect(lambda index: self.answer_chosen.emit(option.key, box.itemData(index)))
            self._add(_(option.title), option.key, box)
        else:
            tick = QCheckBox(_(option.title))
            tick.toggled.connect(_told(self.answer_chosen.emit, option.key))
            self.fields[option.key] = tick
            self._row.addWidget(tick)

    def _add(self, title: str, key: str, field: QWidget) -> None:
        label = QLabel(title)
        label.setBuddy(field)
        field.setAccessibleName(title)
        if isinstance(field, QComboBox):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            field.setMaximumWidth(px(WIDEST))
        self.fields[key] = field
        self._row.addWidget(label)
        self._row.addWidget(field)

    def _clear(self) -> None:
        self.fields = {}
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _told(emit: Callable[[str, str], None], key: str) -> Callable[[bool], None]:
    return lambda is_on: emit(key, YES if is_on else NO)
