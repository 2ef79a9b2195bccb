"""Rows of the tables as the dataclasses of `domain`, and back."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from parties_of_power.domain.attributes import Attribute, Choice
from parties_of_power.domain.charts import Asked, Chart, ChartDefinition
from parties_of_power.domain.comparisons import Colouring, Column, ColumnFilter, Comparison, Grouping, SortKey, Weight
from parties_of_power.domain.dates import NO_PERIOD, DateError, PartialDate, Period
from parties_of_power.domain.events import Event, Statement, Succession, Tie
from parties_of_power.domain.force import Span
from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Citation, Source
from parties_of_power.domain.subjects import Identifier, Name, Person, Subject
from parties_of_power.study.errors import DamagedStudy
from parties_of_power.study.tables import split_texts
from parties_of_power.texts import _

Made = TypeVar("Made")

# Fields of the dataclasses that are other rows, and those whose column is called otherwise (`group` is a word of SQL).
_ELSEWHERE = {"citations", "subject_ids", "person_ids", "party_ids", "realises", "row_ids", "columns", "filter"}
_COLUMN_NAMES = {"group": "grp"}
_OF_TABLE: dict[str, Any] = {
    "subject": Subject,
    "name": Name,
    "person": Person,
    "identifier": Identifier,
    "attribute": Attribute,
    "choice": Choice,
    "source": Source,
    "citation": Citation,
    "observation": Observation,
    "event": Event,
    "tie": Tie,
    "succession": Succession,
    "statement": Statement,
    "comparison": Comparison,
    "comparison_column": Column,
    "chart": Chart,
}


@cache
def selected(table: str) -> str:
    """The columns that `made` expects, as they stand in a SELECT."""
    return ", ".join(f"{table}.{_COLUMN_NAMES.get(name, name)}" for name in _plain_fields(table))


def made(table: str, row: Sequence[Any], **others: object) -> Any:
    """The dataclass of a selected row; `others` are its fields that are rows of other tables."""
    values = dict(zip(_plain_fields(table), row, strict=True))
    for name, convert in _conversions(table):
        values[name] = convert(values[name])
    values.update(others)
    return _OF_TABLE[table](**values)


def column_filter(test: str, texts: str) -> ColumnFilter | None:
    return ColumnFilter(test, split_texts(texts)) if test else None  # type: ignore[arg-type]  # checked when written


def stored_sorting(keys: Iterable[SortKey]) -> str:
    """A JSON list of [column id, descending], or nothing."""
    listed = [[column_id, bool(descending)] for column_id, descending in keys]
    return json.dumps(listed) if listed else ""


def sorting(stored: str) -> tuple[SortKey, ...]:
    try:
        return tuple(SortKey(int(column_id), bool(down)) for column_id, down in json.loads(stored)) if stored else ()
    except (ValueError, TypeError) as wrong:
        raise DamagedStudy(
            _("The study holds an order of rows that cannot be read: {text}").format(text=stored)
        ) from wrong


def stored_colouring(wanted: Iterable[Colouring]) -> str:
    """A JSON list of [column id, way], or nothing."""
    listed = [list(each) for each in wanted]
    return json.dumps(listed) if listed else ""


def colouring(stored: str) -> tuple[Colouring, ...]:
    try:
        return tuple(Colouring(int(column_id), way) for column_id, way in json.loads(stored)) if stored else ()
    except (ValueError, TypeError) as wrong:
        raise DamagedStudy(
            _("The study holds colours of cells that cannot be read: {text}").format(text=stored)
        ) from wrong


def stored_ranking(weights: Iterable[Weight]) -> str:
    """A JSON list of [column id, weight, less is better], or nothing."""
    listed = [list(each) for each in weights]
    return json.dumps(listed) if listed else ""


def ranking(stored: str) -> tuple[Weight, ...]:
    try:
        return (
            tuple(Weight(int(column), float(weight), bool(less)) for column, weight, less in json.loads(stored))
            if stored
            else ()
        )
    except (ValueError, TypeError) as wrong:
        raise DamagedStudy(_("The study holds a ranking that cannot be read: {text}").format(text=stored)) from wrong


def stored_grouping(wanted: Grouping | None) -> str:
    """`state`, or a JSON list of the attribute and whether it is one of the state."""
    if wanted is None:
        return ""
    return "state" if wanted.attribute_id is None else json.dumps([wanted.attribute_id, wanted.of_state])


def grouping(stored: str) -> Grouping | None:
    if stored in ("", "state"):
        return Grouping() if stored else None
    try:
        attribute_id, of_state = json.loads(stored)
        return Grouping(int(attribute_id), bool(of_state))
    except (ValueError, TypeError) as wrong:
        raise DamagedStudy(
            _("The study holds groups of rows that cannot be read: {text}").format(text=stored)
        ) from wrong


def stored_chart(definition: ChartDefinition) -> str:
    """A JSON object of the comparison, the attributes in their places, and the choices."""
    asked = [[each.place, each.attribute_id, each.of_state, each.day] for each in definition.asked]
    return json.dumps({"comparison": definition.comparison_id, "asked": asked, "choices": dict(definition.choices)})


def chart_definition(stored: str) -> ChartDefinition:
    try:
        read = json.loads(stored)
        asked = tuple(
            Asked(str(place), int(attribute_id), bool(of_state), None if day is None else int(day))
            for place, attribute_id, of_state, day in read["asked"]
        )
        choices = tuple((str(control), str(chosen)) for control, chosen in read["choices"].items())
        return ChartDefinition(int(read["comparison"]), asked, choices)
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise DamagedStudy(_("The study holds a chart that cannot be read: {text}").format(text=stored)) from wrong


def span(days: Sequence[int]) -> Span:
    """From the columns start_min … attested_day."""
    start_min, start_max, end_min, end_max, end_unknown, attested = days
    return Span(start_min, start_max, end_min, end_max, bool(end_unknown), attested)


def period(text: str) -> Period:
    return _read(Period.parse, text) if text else NO_PERIOD


def partial_date(text: str) -> PartialDate | None:
    return _read(PartialDate.parse, text) if text else None


def grouped(pairs: Iterable[tuple[int, Made]]) -> dict[int, tuple[Made, ...]]:
    """Values by the id they belong to, in their order."""
    found: dict[int, list[Made]] = {}
    for owner, value in pairs:
        found.setdefault(owner, []).append(value)
    return {owner: tuple(values) for owner, values in found.items()}


@cache
def _plain_fields(table: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(_OF_TABLE[table]) if field.name not in _ELSEWHERE)


@cache
def _conversions(table: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((name, convert) for (of, name), convert in _CONVERSIONS.items() if of == table)


def _read(parse: Any, text: str) -> Any:
    try:
        return parse(text)
    except DateError as wrong:
        raise DamagedStudy(_("The study holds a date that cannot be read: {detail}").format(detail=wrong)) from wrong


_CONVERSIONS: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("subject", "retired"): bool,
    ("name", "period"): period,
    ("person", "variants"): split_texts,
    ("identifier", "period"): period,
    ("choice", "ordinal"): bool,
    ("observation", "wrong"): bool,
    ("observation", "period"): period,
    ("event", "date"): partial_date,
    ("event", "rounds"): split_texts,
    ("tie", "date"): partial_date,
    ("succession", "period"): period,
    ("comparison", "sorting"): sorting,
    ("comparison", "grouping"): grouping,
    ("comparison", "colouring"): colouring,
    ("comparison", "ranking"): ranking,
    ("comparison", "wraps"): bool,
    ("comparison", "distributions"): bool,
    ("chart", "definition"): chart_definition,
    ("comparison_column", "of_state"): bool,
    ("comparison_column", "hidden"): bool,
}
