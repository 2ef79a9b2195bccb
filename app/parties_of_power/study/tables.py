"""What columns the tables have, and how the fields of a row become exactly what SQLite will give back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import isfinite

import apsw

from parties_of_power.domain.dates import NO_PERIOD, DateError, PartialDate, Period
from parties_of_power.domain.force import Span
from parties_of_power.study.errors import DamagedStudy, EditRefused
from parties_of_power.study.schema import TABLES, statements
from parties_of_power.texts import _

Value = str | int | float | None
Row = dict[str, Value]
SPAN_COLUMNS = ("start_min", "start_max", "end_min", "end_max", "end_unknown", "attested_day")


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A column as the schema declares it."""

    name: str
    type: str
    is_nullable: bool
    default: Value
    has_default: bool


@cache
def columns_of(table: str) -> tuple[ColumnType, ...]:
    """The columns of a research table in the order of the schema."""
    return _all_columns()[table]


@cache
def names_of(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in columns_of(table))


@cache
def select_all(table: str) -> str:
    return f"SELECT {', '.join(names_of(table))} FROM {table}"


def complete_row(table: str, fields: Mapping[str, object], before: Row | None = None) -> Row:
    """The whole row without its digest: the given fields over the row before, or over the defaults of the table.

    The days of a period are computed from its text here and nowhere else. KeyError where the table has no such field.
    """
    row, columns = dict(_defaults(table) if before is None else before), _stored_columns(table)
    for name, value in fields.items():
        if name not in columns:
            raise KeyError(f"{table} has no field {name}")
        row[name] = _stored(table, columns[name], value)
    if "start_min" in row:
        row.update(_span_columns(str(row["period"]), str(row["attested"])))
    _refuse_unreadable_date(table, row)
    return row


def joined_texts(texts: tuple[str, ...] | list[str]) -> str:
    """Several texts in one field: a JSON list, or nothing."""
    return json.dumps(list(texts), ensure_ascii=False) if texts else ""


def split_texts(stored: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, json.loads(stored))) if stored else ()
    except (ValueError, TypeError) as wrong:
        raise DamagedStudy(
            _("The study holds a list of texts that cannot be read: {text}").format(text=stored)
        ) from wrong


@lru_cache(maxsize=16_384)
def _span_columns(period: str, attested: str) -> Row:
    try:
        span = Span.of(Period.parse(period) if period else NO_PERIOD, attested)
    except DateError as wrong:
        raise EditRefused(str(wrong)) from wrong
    days = (span.start_min, span.start_max, span.end_min, span.end_max, int(span.end_unknown), span.attested)
    return dict(zip(SPAN_COLUMNS, days, strict=True))


def _refuse_unreadable_date(table: str, row: Row) -> None:
    """Dates that are kept without their days are read all the same: nothing unreadable gets into a study."""
    try:
        if table == "event" or (table == "tie" and row["date"]):
            PartialDate.parse(str(row["date"]))
        elif table == "identifier" and row["period"]:
            Period.parse(str(row["period"]))
    except DateError as wrong:
        raise EditRefused(str(wrong)) from wrong


def _stored(table: str, column: ColumnType, value: object) -> Value:
    if value is None:
        if column.is_nullable:
            return None
        raise EditRefused(_("{field} of a {table} cannot be empty.").format(field=column.name, table=table))
    if column.type == "TEXT":
        return _text(column, value)
    if column.type == "REAL" and isinstance(value, int | float):
        number = float(value) + 0.0  # minus zero comes back from SQLite as zero
        if isfinite(number):
            return number
    if column.type == "INTEGER" and isinstance(value, int) and -(1 << 63) <= value < 1 << 63:
        return int(value)
    raise EditRefused(_("{value} cannot be stored as {field}.").format(value=repr(value), field=column.name))


def _text(column: ColumnType, value: object) -> str:
    if isinstance(value, Period | PartialDate):
        value = value.text
    if isinstance(value, tuple | list):
        value = joined_texts([str(each) for each in value])
    if not isinstance(value, str):
        raise EditRefused(_("{value} cannot be stored as {field}.").format(value=repr(value), field=column.name))
    if "\0" in value or (not value.isascii() and _has_lone_surrogate(value)):
        raise EditRefused(_("{field} holds a character that cannot be stored.").format(field=column.name))
    return value


def _has_lone_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


@cache
def _stored_columns(table: str) -> dict[str, ColumnType]:
    """The columns by their names, without the digest."""
    return {column.name: column for column in columns_of(table)[:-1]}


@cache
def _defaults(table: str) -> Row:
    return {name: column.default for name, column in _stored_columns(table).items()}


@cache
def _all_columns() -> dict[str, tuple[ColumnType, ...]]:
    empty = apsw.Connection(":memory:")
    for statement in statements():
        empty.execute(statement)
    return {table: _columns(empty, table) for table in TABLES}


def _columns(empty: apsw.Connection, table: str) -> tuple[ColumnType, ...]:
    found = empty.execute('SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)', (table,))
    return tuple(
        ColumnType(name, kind, not required, _default(kind, default), default is not None or not required)
        for name, kind, required, default in found
    )


def _default(kind: str, written: str | None) -> Value:
    """The default of a column, read from how the schema writes it."""
    if written is None:
        return None
    return written.strip("'") if kind == "TEXT" else int(written)
