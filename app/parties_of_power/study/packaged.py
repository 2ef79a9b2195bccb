"""A whole study as CSV tables: one file for each research table, from which an equal study is made again.

The bundled study has files that people edit; these are exact instead: every row keeps its id, its standing and the
number of the edit that last touched it. Days of periods and digests are left out, since they are computed again. The
history is no part of it.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from parties_of_power.study.edit import Edit
from parties_of_power.study.errors import StudyError
from parties_of_power.study.schema import RESEARCH
from parties_of_power.study.study import Study
from parties_of_power.study.tables import SPAN_COLUMNS, ColumnType, Value, columns_of
from parties_of_power.texts import _

LAYOUT = "tables"
_COMPUTED = {*SPAN_COLUMNS, "digest"}


def packaged_columns(table: str) -> tuple[ColumnType, ...]:
    """The columns of the file of a table: those that are not computed from others."""
    return tuple(column for column in columns_of(table) if column.name not in _COMPUTED)


def packaged_rows(study: Study, table: str) -> Iterator[list[str]]:
    """The rows of the file of a table by id. A text stands as it is, a number so that it is read as the same number,
    what is empty (and is no text) as nothing."""
    names = ", ".join(column.name for column in packaged_columns(table))
    for row in study.rows(f"SELECT {names} FROM {table} ORDER BY id"):
        yield ["" if value is None else value if isinstance(value, str) else repr(value) for value in row]


def write_tables(study: Study, folder: Path) -> Iterator[str]:
    """Writes the files one by one; the name of each table that stands in its file."""
    for table in RESEARCH:
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            # Before 3.13 the csv module quotes only such ends of lines as it writes itself: so it is told of both.
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow([column.name for column in packaged_columns(table)])
            writer.writerows(packaged_rows(study, table))
        yield table


def holds_tables(study: Study, folder: Path) -> bool:
    """Whether the files of a folder hold exactly what the study does."""
    try:
        return all(_is_held(study, folder, table) for table in RESEARCH)
    except StudyError:
        return False


def _is_held(study: Study, folder: Path, table: str) -> bool:
    with _rows_of(folder, table) as rows:
        return _are_equal((row for _line, row in rows), packaged_rows(study, table))


def take_tables(edit: Edit, folder: Path) -> None:
    """Every row of every file, in the order of reference, into a study that is empty."""
    for table in RESEARCH:
        columns = packaged_columns(table)
        with _rows_of(folder, table) as rows:
            for line, row in _referred_first(table, rows):
                with _named(table, line):
                    fields = {c.name: _value(c, text) for c, text in zip(columns, row, strict=True)}
                    edit.take_over(table, **fields)


def _referred_first(table: str, rows: Iterable[tuple[int, list[str]]]) -> Iterable[tuple[int, list[str]]]:
    """States before the parties that are theirs."""
    if table != "subject":
        return rows
    place = next(place for place, column in enumerate(packaged_columns(table)) if column.name == "state_id")
    return sorted(rows, key=lambda each: each[1][place : place + 1] != [""])


def _value(column: ColumnType, text: str) -> Value:
    if column.type == "TEXT":
        return text
    if not text:
        return None
    return int(text) if column.type == "INTEGER" else float(text)


@contextmanager
def _rows_of(folder: Path, table: str) -> Iterator[Iterator[tuple[int, list[str]]]]:
    """The rows of a file, each with the line where it ends; StudyError where the file is another one."""
    path = folder / f"{table}.csv"
    longest = csv.field_size_limit(min(sys.maxsize, (1 << 31) - 1))
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if next(reader, None) != [column.name for column in packaged_columns(table)]:
                raise StudyError(_("{file} has other columns than a study of this version.").format(file=path.name))
            yield ((reader.line_num, row) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise StudyError(_("The study cannot be read: {file}: {detail}.").format(file=path, detail=wrong)) from wrong
    finally:
        csv.field_size_limit(longest)


@contextmanager
def _named(table: str, line: int) -> Iterator[None]:
    try:
        yield
    except (StudyError, ValueError) as wrong:
        raise StudyError(
            _("{file}, line {line}: {detail}").format(file=f"{table}.csv", line=line, detail=wrong)
        ) from wrong


def _are_equal(one: Iterator[list[str]], other: Iterator[list[str]]) -> bool:
    """Whether two iterators give the same; neither is held as a whole."""
    end = object()
    while (left := next(one, end)) == (right := next(other, end)):
        if left is end and right is end:
            return True
    return False
