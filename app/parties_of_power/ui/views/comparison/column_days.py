"""The forms that give a column a day of its own, or show an attribute on several days side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from parties_of_power.analysis.elections import elections_measured
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.dates import DateError, PartialDate, civil, day_number, spoken, spoken_short
from parties_of_power.study.edits.days_of_columns import MOST_DAYS, set_column_day, show_column_on_days
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.fields import Remark, combo
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.comparison.model import ComparisonModel

Way = Literal["elections", "years", "typed"]
DAY = Qt.ItemDataRole.UserRole
YEARS_PROPOSED = 5
NAMED = 4


class DayOfColumn(Form):
    """The day that one column is read on; a blank field is the day of the table."""

    def __init__(self, model: ComparisonModel, column: Column, parent: QWidget | None) -> None:
        super().__init__(model.workspace, parent, _("Day of this column"), _("Read on this day"))
        self.column = column
        name = model.workspace.catalogue.attributes[column.attribute_id or 0].name
        shown = "" if column.day is None else spoken_short(column.day)
        self.day: QLineEdit = self.line(_("{attribute} on").format(attribute=name), shown, _("the day of the table"))
        self.remark = Remark(self, self.day)
        self.day.textChanged.connect(self.explain)
        self.resize(px(460), px(220))
        self.explain()

    def explain(self) -> None:
        typed = self.day.text().strip()
        if not typed:
            self.remark.say(_("Without a day it is read on the day of the table, as the other columns are."))
            return
        try:
            self.remark.say(_("Read on {day}, whatever the day of the table is.").format(day=spoken(day_meant(typed))))
        except DateError as error:
            self.remark.say(str(error), is_wrong=True)

    def take(self) -> int | None:
        typed = self.day.text().strip()
        set_column_day(self.workspace.study, self.column.id, day_meant(typed) if typed else None)
        return self.column.id


class DaysOfAttribute(Form):
    """On which days an attribute is shown: elections, the years between two, or days as they are typed. What will be
    added is said before it is done."""

    def __init__(self, model: ComparisonModel, column: Column, parent: QWidget | None) -> None:
        super().__init__(model.workspace, parent, _("Compare days"), _("Add the columns"))
        self.model = model
        self.column = column
        self.attribute = model.workspace.catalogue.attributes[column.attribute_id or 0]
        self.elections = self._elections()
        ways: list[tuple[str, object]] = [(_("The end of each year"), "years"), (_("Days as typed"), "typed")]
        if self.elections.count():
            ways.insert(0, (_("Elections"), "elections"))
        title = _("{attribute} on").format(attribute=self.attribute.name)
        self.way = combo(self, title, ways, "elections" if len(ways) > 2 else "years")
        self.fields.addRow(_("Elections"), self.elections)
        year = civil(self.workspace.as_of)[0]
        self.first = self.line(_("From the year"), str(year - YEARS_PROPOSED + 1))
        self.last = self.line(_("To the year"), str(year))
        self.typed = self.line(_("Days"), "", _("7 Dec 2003; 2007-12-02; 2011"))
        self.preview = QLabel(wordWrap=True)
        self.fields.addRow("", self.preview)
        self.way.currentIndexChanged.connect(self.show_way)
        self.elections.itemChanged.connect(self.explain)
        for line in (self.first, self.last, self.typed):
            line.textChanged.connect(self.explain)
        self.show_way()

    def show_way(self) -> None:
        """Only the fields of the way that is chosen."""
        for fields, way in (
            ((self.elections,), "elections"),
            ((self.first, self.last), "years"),
            ((self.typed,), "typed"),
        ):
            for field in fields:
                self.fields.setRowVisible(field, self.way.currentData() == way)
        self.explain()

    def explain(self) -> None:
        """Say what will be added, or what the form must change."""
        try:
            words = self._preview_words(self.days())
        except (DateError, ValueError) as error:
            words = str(error)
        self.preview.setText(words)
        self.do_it.setAccessibleDescription(words)

    def days(self) -> list[int]:
        """Earliest first; ValueError says what is missing."""
        read: dict[Way, Callable[[], list[int]]] = {
            "elections": self._chosen,
            "years": self._years,
            "typed": lambda: [day_meant(text) for text in self.typed.text().split(";") if text.strip()],
        }
        days = sorted(set(read[self.way.currentData()]()))
        if not days:
            raise ValueError(_("No day is chosen yet."))
        return days

    def take(self) -> int | None:
        comparison = self.model.comparison
        assert comparison is not None, "a column is in a comparison"
        made = show_column_on_days(
            self.workspace.study, comparison.id, self.attribute.id, self.days(), self.column.of_state
        )
        return made[0]

    def _elections(self) -> QListWidget:
        table, asked = self.model.table, set[int]()
        if table is not None:
            asked = {each for each in map(self._asked, set(table.all_row_ids)) if each is not None}
        box = QListWidget()
        box.setAccessibleName(_("Elections"))
        for day, words in elections_measured(self.workspace.study, self.attribute.id, asked):
            item = QListWidgetItem(words, box)
            item.setData(DAY, day)
            item.setCheckState(Qt.CheckState.Unchecked)
        box.setCurrentRow(0)
        box.setWordWrap(True)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.setMinimumHeight(px(260))
        return box

    def _asked(self, subject_id: int) -> int | None:
        return self.workspace.catalogue.subjects[subject_id].state_id if self.column.of_state else subject_id

    def _chosen(self) -> list[int]:
        items = (self.elections.item(place) for place in range(self.elections.count()))
        return [item.data(DAY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _years(self) -> list[int]:
        first, last = (_year(line.text()) for line in (self.first, self.last))
        if first > last:
            raise ValueError(_("The first year comes after the last."))
        if last - first >= MOST_DAYS:
            raise ValueError(_("At most {most} days can be added at once.").format(most=MOST_DAYS))
        return [day_number(year, 12, 31) for year in range(first, last + 1)]

    def _preview_words(self, days: Sequence[int]) -> str:
        """`Adds 3 columns: 7 Dec 2003, 2 Dec 2007, 4 Dec 2011. 1 is there already.`"""
        comparison = self.model.comparison
        own = (self.attribute.id, self.column.of_state)
        columns = comparison.columns if comparison else ()
        there = {each.day for each in columns if (each.attribute_id, each.of_state) == own and not each.hidden}
        new = [day for day in days if day not in there]
        named = ", ".join(map(spoken_short, new[:NAMED])) + (", …" if len(new) > NAMED else "")
        words = ngettext("Adds {count} column: {days}.", "Adds {count} columns: {days}.", len(new))
        known = len(days) - len(new)
        told = [words.format(count=len(new), days=named)] if new else []
        if known:
            words = ngettext("{count} is there already.", "{count} are there already.", known)
            told.append(words.format(count=known))
        return " ".join(told)


def ask_day_of_column(model: ComparisonModel, column: Column, parent: QWidget | None) -> None:
    if column.attribute_id is not None and model.workspace.may_edit():
        DayOfColumn(model, column, parent).open()


def ask_days_of_attribute(model: ComparisonModel, column: Column, parent: QWidget | None) -> None:
    if column.attribute_id is not None and model.workspace.may_edit():
        DaysOfAttribute(model, column, parent).open()


def day_meant(text: str) -> int:
    """The day that a text names, of a month or a year its last; DateError where it names several or none surely."""
    date = PartialDate.parse_typed(text)
    is_plain = date.precision in ("day", "month", "year") and not (date.approximate or date.uncertain)
    if not is_plain or "X" in date.text or date.latest is None:
        raise DateError(
            _("“{text}” is no single day: type a day, a month or a year, such as 7 Dec 2003.").format(text=text.strip())
        )
    return date.latest


def _year(text: str) -> int:
    return civil(day_meant(text))[0]
