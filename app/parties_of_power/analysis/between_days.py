"""What changed in a comparison between two days: each cell that says something else, and what kind of change it is."""

from dataclasses import dataclass
from typing import Literal

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.showing import ended_words, not_yet_founded
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.force import Life
from parties_of_power.domain.kinds import kind
from parties_of_power.study.study import Study
from parties_of_power.texts import _

Change = Literal["new_value", "measured", "began", "ended", "renamed", "reason"]
CHANGES: tuple[Change, ...] = ("new_value", "measured", "began", "ended", "renamed", "reason")
_SAID = ("value", "wrong")


def change_name(change: Change) -> str:
    return {
        "new_value": _("new value"),
        "measured": _("measured anew"),
        "began": _("began"),
        "ended": _("ended"),
        "renamed": _("renamed"),
        "reason": _("missing for another reason"),
    }[change]


@dataclass(frozen=True, slots=True)
class Difference:
    """`subject_id` is the row; `asked_id` whose attribute the column reads, which may be the row's state. The name of a
    subject has no attribute."""

    subject_id: int
    asked_id: int
    attribute_id: int | None
    subject: str
    attribute: str
    old: str
    new: str
    change: Change


def differences(
    study: Study, columns: Columns, comparison: Comparison, old_day: int, new_day: int
) -> tuple[Difference, ...]:
    """By row and column, of the rows that pass the filters on either day. Columns with a day of their own never differ.

    A subject that was not founded yet or has ended has one line, that of its name, and one for each value that came or
    went with it.
    """
    old, new = (ComparisonTable(study, columns, comparison, day) for day in (old_day, new_day))
    rows = dict.fromkeys((*new.row_ids, *old.row_ids))
    dated = [column for column in new.columns if column.day is None]
    found = (_difference(study, old, new, row, column) for row in rows for column in dated)
    return tuple(difference for difference in found if difference is not None)


def _difference(
    study: Study, old: ComparisonTable, new: ComparisonTable, subject_id: int, column: Column
) -> Difference | None:
    before, after = old.cell_of(subject_id, column), new.cell_of(subject_id, column)
    told = (_life_change(study, subject_id, old.day, new.day) if column.field == "name" else None) or _changed(
        study, before, after
    )
    if told is None:
        return None
    change, old_text, new_text = told
    asked_id = after.subject_id if after.attribute_id is not None else subject_id
    name = study.catalogue.shown_name(subject_id, new.day).text
    return Difference(
        subject_id, asked_id, column.attribute_id, name, new.header(column).title, old_text, new_text, change
    )


def _life_change(study: Study, subject_id: int, old_day: int, new_day: int) -> tuple[Change, str, str] | None:
    """Whether the subject itself began or ended between the days, in either order."""
    catalogue = study.catalogue
    old, new = (catalogue.life_on(subject_id, day) for day in (old_day, new_day))
    if old is new or not {old, new} & {Life.BEFORE, Life.AFTER}:
        return None
    texts = [_life_words(study, subject_id, day) for day in (old_day, new_day)]
    change: Change = "ended" if new is Life.AFTER or (new is Life.BEFORE and old is not Life.AFTER) else "began"
    return change, texts[0], texts[1]


def _life_words(study: Study, subject_id: int, day: int) -> str:
    life = study.catalogue.life_on(subject_id, day)
    if life is Life.BEFORE:
        return not_yet_founded()
    if life is Life.AFTER:
        return ended_words(study.catalogue.life_of(subject_id)[1])
    return study.catalogue.shown_name(subject_id, day).text


def _changed(study: Study, before: Cell, after: Cell) -> tuple[Change, str, str] | None:
    change = _change(study, before, after)
    return None if change is None else (change, before.text, after.text)


def _change(study: Study, before: Cell, after: Cell) -> Change | None:
    if before.state == "field" or after.state == "field":
        return "renamed" if before.text != after.text else None
    if before.state in _SAID and after.state in _SAID:
        return _another_value(study, before, after)
    if after.state in _SAID:
        return "began"
    if before.state in _SAID:
        return "ended"
    is_about_reasons = "missing" in (before.state, after.state) and not _is_over(before) and not _is_over(after)
    return "reason" if is_about_reasons and before.text != after.text else None


def _another_value(study: Study, before: Cell, after: Cell) -> Change | None:
    """The same observation reads otherwise only where what it names has another name by then."""
    if before.observation_id is not None and before.observation_id == after.observation_id:
        return "renamed" if before.text != after.text else None
    attribute = study.catalogue.attributes[after.attribute_id or 0]
    if attribute.validity == "last_known":
        return "measured"
    if before.state == after.state == "value":
        return "new_value" if kind(attribute.kind).differs(before.value, after.value) else None
    return "new_value" if before.text != after.text else None


def _is_over(cell: Cell) -> bool:
    return cell.state in ("not_founded", "ended")
