"""A digest in every row: a changed bit is noticed, in the row where it happened."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from json.encoder import JSONEncoder

import apsw

from parties_of_power.study.asking import ask, ask_number
from parties_of_power.study.errors import DamagedStudy
from parties_of_power.study.schema import RESEARCH
from parties_of_power.study.tables import Value, select_all
from parties_of_power.texts import _

Progress = Callable[[int, int], bool]
_encoded = JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_ROWS_AT_ONCE = 500


def digest_of(table: str, values: Iterable[Value]) -> int:
    """63 bits of BLAKE2b over a JSON list: the table's name, and all fields but the digest in the schema's order."""
    written = _encoded([table, *values]).encode("ascii")
    return int.from_bytes(hashlib.blake2b(written, digest_size=8).digest(), "big") >> 1


def verify_row(table: str, row: tuple[Value, ...]) -> None:
    """`row` as stored, its digest last; DamagedStudy where they do not agree."""
    if digest_of(table, row[:-1]) != row[-1]:
        raise DamagedStudy(damaged_row(table, row[0]))


def damaged_row(table: str, row_id: Value) -> str:
    return _("Row {id} of {table} is damaged: its contents do not match its digest.").format(id=row_id, table=table)


def damaged_rows(db: apsw.Connection, progress: Progress | None = None, pause: float = 0.0) -> list[tuple[str, int]]:
    """(table, id) of every row that is not as it was written.

    `progress` gets the rows read and the number of all rows, and stops the reading by answering False. Rows are read in
    short portions, between which others may write; `pause` is slept after each, so that a window keeps its time.
    """
    total = sum(ask_number(db, f"SELECT count(*) FROM {table}") for table in RESEARCH) if progress else 0
    damaged: list[tuple[str, int]] = []
    done = 0
    for table in RESEARCH:
        for portion in _portions(db, table):
            damaged += [(table, row_id) for row_id in _damaged_among(db, table, portion)]
            done += len(portion)
            if progress is not None and not progress(done, total):
                return damaged
            if pause:
                time.sleep(pause)
    return damaged


def _portions(db: apsw.Connection, table: str) -> Iterator[list[int]]:
    """All ids of a table, in order."""
    last = -(1 << 63)
    statement = f"SELECT id FROM {table} WHERE id > ? ORDER BY id LIMIT {_ROWS_AT_ONCE}"
    while portion := [row_id for (row_id,) in ask(db, statement, (last,))]:
        yield portion
        last = portion[-1]


def _damaged_among(db: apsw.Connection, table: str, ids: list[int]) -> list[int]:
    rows = ask(db, f"{select_all(table)} WHERE id BETWEEN ? AND ?", (ids[0], ids[-1]))
    try:
        return [row[0] for row in rows if digest_of(table, row[:-1]) != row[-1]]
    except UnicodeDecodeError:  # a text in one of the rows is none any more
        if len(ids) == 1:
            return ids
        half = len(ids) // 2
        return _damaged_among(db, table, ids[:half]) + _damaged_among(db, table, ids[half:])
