"""What is found in a sheet: the table, its columns and rows, and every decision that was taken on the way there."""

from dataclasses import dataclass
from typing import Literal

from parties_of_power.exchange.guarded import ReadCell

DecisionKind = Literal[
    "titles", "header", "no_header", "merged", "notes", "marks", "totals", "sections", "repeated", "blank", "hidden"
]
Cells = tuple[ReadCell | None, ...]
SECTION = -1  # the place of the column that holds the headings between rows


@dataclass(frozen=True, slots=True)
class Decision:
    """What was taken for what, in one sentence, with the numbers of the rows (from 0). `can_turn_back`: named in
    `TableChoices.turned_back`, it is not done."""

    kind: DecisionKind
    sentence: str
    rows: tuple[int, ...] = ()
    can_turn_back: bool = True


@dataclass(frozen=True, slots=True)
class TableChoices:
    """What the user decides otherwise: the sheet, the rows of the header (None: they are found), and what is not to be
    done. As it stands in a recipe."""

    sheet: str = ""
    header_rows: tuple[int, ...] | None = None
    turned_back: tuple[DecisionKind, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """`title` is unique in its table, without unit, year and footnote mark; `printed` is what stands there. `year` is
    one that the header names; `scale` is what its numbers are multiplied by (1,000 for thousands)."""

    place: int
    title: str
    printed: str
    unit: str = ""
    year: str = ""
    scale: int = 1


@dataclass(frozen=True, slots=True)
class FoundRow:
    """`number` is that of the sheet, from 0; `notes` are the footnotes of marked cells, by place."""

    number: int
    cells: Cells
    section: str = ""
    notes: tuple[tuple[int, str], ...] = ()

    def cell(self, place: int) -> ReadCell | None:
        if place == SECTION:
            return ReadCell("text", self.section) if self.section else None
        return self.cells[place] if place < len(self.cells) else None

    def text(self, place: int) -> str:
        cell = self.cell(place)
        return cell.text.strip() if cell else ""


@dataclass(frozen=True, slots=True)
class FoundTable:
    sheet: str
    columns: tuple[FoundColumn, ...]
    rows: tuple[FoundRow, ...]
    decisions: tuple[Decision, ...]
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def column(self, title: str) -> FoundColumn | None:
        return next((each for each in self.columns if each.title == title), None)

    def texts(self, column: FoundColumn) -> list[str]:
        """What stands in the column, blanks left out."""
        return [text for row in self.rows if (text := row.text(column.place))]


def cell_name(row: int, place: int) -> str:
    """`C7`; the row alone for a column that is none of the sheet."""
    letters, left = "", place + 1
    while left > 0:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
