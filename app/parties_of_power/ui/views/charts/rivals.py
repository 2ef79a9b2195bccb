"""What other sources say instead of a number that is drawn: its rivals, drawn hollow."""

from __future__ import annotations

from typing import NamedTuple

from parties_of_power.analysis.series import Point
from parties_of_power.analysis.showing import with_unit
from parties_of_power.texts import _
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.views.charts.reading import Reader, Row


class Rival(NamedTuple):
    number: float
    tip: str


def rivals_of(reader: Reader, question: Question, row: Row) -> tuple[Rival, ...]:
    """Of the same event as the value in force, or else in force on the same day; a number that differs."""
    shown = reader.point_of(row, question)
    if shown is None:
        return ()
    day = reader.day if question.column.day is None else question.column.day
    return tuple(
        Rival(point.number, _tip(reader, question, row, point))
        for point in reader.points(row, question)
        if point.relation in ("rival", "soft", "claim")
        and point.number is not None
        and point.number != shown.number
        and _is_instead(point, shown, day)
    )


def _is_instead(point: Point, shown: Point, day: int) -> bool:
    if shown.event_id is not None:
        return point.event_id == shown.event_id
    return point.day_min <= max(day, shown.day_max) and point.until >= shown.day_min


def _tip(reader: Reader, question: Question, row: Row, point: Point) -> str:
    said = with_unit(point.text, question.attribute.unit)
    text = _("{name}: {number} by a claim") if point.relation == "claim" else _("{name}: {number} by a rival source")
    return text.format(name=reader.full_name(row.subject_id), number=said)
