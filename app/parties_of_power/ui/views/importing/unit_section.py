"""Step 3: what a row is, with the reasons for the guess, the day of a table without dates, and who is added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.exchange.imports.plan import ROW_UNITS, TAKEN_UNITS, RowUnit, unit_name
from parties_of_power.texts import _
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Choice, Section, labelled, line_of

_FIRST, _LAST = 1700, 2100


class UnitSection(Section):
    """`unit_chosen` comes with a unit, `day_chosen` with a date in EDTF, `years_chosen` with two years."""

    unit_chosen = Signal(str)
    day_chosen = Signal(str)
    years_chosen = Signal(int, int)
    adding_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(3, _("What a row is"))
        self.unit = Choice(_("A row is"))
        self.day = QLineEdit()
        self.day.setAccessibleName(_("Holds on"))
        self.first, self.last = QSpinBox(), QSpinBox()
        self.adding = QCheckBox(_("Add parties and states that the study does not have"))
        self.day_line = labelled(_("Holds on"), self.day)
        self.first_line, self.last_line = labelled(_("&Years from"), self.first), labelled(_("to"), self.last)
        for box, name in ((self.first, _("Years from")), (self.last, _("Years to"))):
            box.setRange(_FIRST, _LAST)
            box.setKeyboardTracking(False)
            box.setAccessibleName(name)
        unit_line = labelled(_("A row is a"), self.unit)
        self.column.addWidget(line_of(unit_line, self.day_line, self.first_line, self.last_line, self.adding))
        self.unit.activated.connect(lambda _at: self.unit_chosen.emit(self.unit.currentData()))
        self.day.editingFinished.connect(self._take_day)
        for box in (self.first, self.last):
            box.valueChanged.connect(lambda _year: self.years_chosen.emit(self.first.value(), self.last.value()))
        self.adding.clicked.connect(self.adding_chosen)

    def show_draft(self, draft: Draft) -> None:
        plan, known = draft.plan, draft.opened.dataset
        self.unit.clear()
        for unit in (known.unit,) if known else ROW_UNITS:
            self.unit.offer(unit_name(unit), unit)
        self.unit.choose(plan.unit)
        dated = any(use.role in ("year", "date", "from", "to") for use in plan.uses)
        self.day.setText(plan.day)
        self.day_line.setVisible(not dated)
        first, last = plan.years or (_FIRST, _LAST)
        for box, year in ((self.first, first), (self.last, last)):
            box.blockSignals(True)
            box.setValue(year)
            box.blockSignals(False)
        for line in (self.first_line, self.last_line):
            line.setVisible(known is not None and "year" in draft.opened.header)
        self.adding.setChecked(plan.new_rows == "add")
        self.say(_about(draft, plan.unit))

    def _take_day(self) -> None:
        try:
            self.day_chosen.emit(PartialDate.parse_typed(self.day.text()).text)
        except DateError as wrong:
            self.say(str(wrong))


def _about(draft: Draft, unit: RowUnit) -> str:
    if unit not in TAKEN_UNITS:
        return _("A table in which each row is a {unit} is not taken in here. Is a row something else?").format(
            unit=unit_name(unit)
        )
    if draft.opened.dataset:
        return _("as in each release of {name}").format(name=draft.opened.dataset.name)
    reasons = next((each.reasons for each in draft.guesses() if each.unit == unit), ())
    return _("because there is {reasons}").format(reasons=", ".join(reasons)) if reasons else _("chosen by you")
