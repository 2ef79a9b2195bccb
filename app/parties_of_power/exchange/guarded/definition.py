"""What is read from a foreign table: sheets of plain cells, and the sentences that say what is odd about the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from parties_of_power.study.errors import StudyError

# Asked again and again while a file is read: whether the user does not want it any more.
Cancel = Callable[[], bool]
CellKind = Literal["text", "number", "date", "truth", "error"]


class FileRefused(StudyError):
    """The file is not read; the text says why and what to do next."""


class ReadCell(NamedTuple):
    """`text` is what the cell shows, as far as that is known without its format: a date as 1999-02-12, a number with
    all its figures. `number` is a date's day number in Excel's count from 1900, a truth's 1 or 0, None for a text.
    A cell with a `formula` has the value that was calculated last."""

    kind: CellKind
    text: str
    number: float | None = None
    formula: str = ""
    is_percent: bool = False


Row = tuple[int, tuple[ReadCell | None, ...]]  # its place, from 0, and its cells from the first column on


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """`rows` are those that have a cell, in their order. Rows and columns that are hidden and cells that are merged
    (first row, first column, last row, last column) are known of XLSX alone."""

    name: str
    is_hidden: bool
    rows: tuple[Row, ...]
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text is read: its encoding and what divides its fields, each blank where it is to be guessed. `evidence`
    says why it was guessed."""

    encoding: str = ""
    divider: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is read of a text: of `columns`, where they are named, no others, and of `rows` the first so many. Then the
    file is never in memory as a whole, and may be larger than others."""

    form: TextForm = TextForm()
    columns: tuple[str, ...] = ()
    rows: int = 0

    @property
    def is_part(self) -> bool:
        return bool(self.columns or self.rows)


ALL = Wanted()


@dataclass(frozen=True, slots=True)
class TableFile:
    """`program` is what saved the file last, where it says so; `form` is how a text was read, None for a workbook."""

    sheets: tuple[ReadSheet, ...]
    notes: tuple[str, ...] = ()
    program: str = ""
    form: TextForm | None = None

    def sheet(self, name: str) -> ReadSheet | None:
        return next((each for each in self.sheets if each.name.casefold() == name.casefold()), None)


@dataclass(frozen=True, slots=True)
class Limits:
    """`area` bounds the rectangle over all cells of a sheet, since some readers fill it; sizes are in bytes."""

    file: int = 200 << 20
    unpacked: int = 600 << 20
    part: int = 400 << 20
    ratio: int = 200
    parts: int = 5_000
    cells: int = 5_000_000
    area: int = 20_000_000
    streamed: int = 4 << 30
    columns: int = 16_384
    rows: int = 1_048_576
    text: int = 1 << 20
    seconds: float = 60
    memory: int = 2 << 30


USUAL = Limits()
