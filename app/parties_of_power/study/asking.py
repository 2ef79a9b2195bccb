"""Reading with SQL: rows as plain tuples."""

from collections.abc import Iterator, Sequence
from typing import Any

import apsw

Asked = tuple[Any, ...]


def ask(db: apsw.Connection, sql: str, params: Sequence[Any] = ()) -> Iterator[Asked]:
    """The rows, as they are read."""
    return db.execute(sql, params)


def ask_one(db: apsw.Connection, sql: str, params: Sequence[Any] = ()) -> Asked | None:
    """The first row, if there is one."""
    return next(ask(db, sql, params), None)


def ask_number(db: apsw.Connection, sql: str, params: Sequence[Any] = ()) -> int:
    """The whole number that is the first field of the first row; 0 where there is no row, or nothing in it."""
    found = ask_one(db, sql, params)
    return int(found[0]) if found and found[0] is not None else 0
