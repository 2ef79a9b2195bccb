"""`find_table`: where the table of a sheet lies, between title lines and footnotes, and which of its rows are rows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from parties_of_power.exchange.guarded import ReadCell, ReadSheet, TableFile
from parties_of_power.exchange.imports.found import (
    SECTION,
    Cells,
    Decision,
    DecisionKind,
    FoundColumn,
    FoundRow,
    FoundTable,
    TableChoices,
    cell_name,
)
from parties_of_power.exchange.imports.header_rows import header_rows, titles_of
from parties_of_power.exchange.imports.headers import header_of, without_mark
from parties_of_power.texts import _, ngettext

AUTO = TableChoices()
_TOTAL = re.compile(
    r"(?:grand\s+)?(?:total|sum|subtotal|average|mean|all\s+parties|overall|итого|всего|в\s+среднем|сумма|барлығы|"
    r"жиыны|jami|insgesamt|gesamt)\b(?:\s+(?:по|в|of|for|in|by)\b.*|[^\w]*(?:\([^)]*\))?)$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹]|\[\w{1,2}\]|\(?\w\)\s|notes?\b|sources?\b|note:|data:|источник|примечани|дереккөз|ескерту)",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"([*†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[(?:\d{1,2}|[a-z])\])\s*(.+)", re.DOTALL)


def sheets_of(file: TableFile) -> tuple[tuple[ReadSheet, ...], tuple[str, ...]]:
    """The sheets with rows, those that are shown first, and the names of the hidden ones."""
    filled = [sheet for sheet in file.sheets if sheet.rows]
    ordered = sorted(filled, key=lambda sheet: sheet.is_hidden)
    return tuple(ordered), tuple(sheet.name for sheet in filled if sheet.is_hidden)


def find_table(sheet: ReadSheet, choices: TableChoices = AUTO) -> FoundTable:
    finding = _Finding(sheet, choices)
    finding.find_header()
    finding.sort_rows()
    return finding.table()


@dataclass
class _Finding:
    """The state of finding one table."""

    sheet: ReadSheet
    choices: TableChoices
    decisions: list[Decision] = field(default_factory=list)
    head: tuple[int, ...] = ()
    kept: list[FoundRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    titles: tuple[str, ...] = ()
    typical: float = 1
    last_full: int = -1

    def does(self, kind: DecisionKind) -> bool:
        return kind not in self.choices.turned_back

    def say(self, kind: DecisionKind, sentence: str, rows: Sequence[int] = (), *, back: bool = True) -> None:
        self.decisions.append(Decision(kind, sentence, tuple(rows), back))

    def find_header(self) -> None:
        rows = dict(self.sheet.rows)
        given = self.choices.header_rows
        self.head = header_rows(self.sheet) if given is None else given
        before = [number for number in rows if self.head and number < self.head[0]]
        if before:
            said = ngettext(
                "{count} line above the table is its title", "{count} lines above the table are titles", len(before)
            )
            self.say("titles", said.format(count=len(before)), before, back=False)
        if len(self.head) > 1:
            self.say("header", _("The header has {count} rows, joined").format(count=len(self.head)), self.head)
        if not self.head:
            self.say("no_header", _("No row looks like a header, so the columns are called by their letters"))
        self.titles = tuple(" ".join(cell.text for cell in rows[number] if cell) for number in before)

    def sort_rows(self) -> None:
        """Data from totals, headings, repeated headers and footnotes."""
        first = self.head[-1] + 1 if self.head else 0
        rows = [(number, cells) for number, cells in self._unmerged() if number >= first]
        self.typical = median([_filled(cells) for _number, cells in rows] or [1])
        self.last_full = max(
            (number for number, cells in rows if _filled(cells) >= max(2, self.typical / 2)), default=-1
        )
        dropped: dict[DecisionKind, list[int]] = {"totals": [], "sections": [], "repeated": [], "notes": []}
        heading = ""
        for number, cells in rows:
            kind = self._kind(number, cells)
            if kind is None or not self.does(kind):
                self.kept.append(FoundRow(number, cells, heading))
                continue
            dropped[kind].append(number)
            if kind == "notes":
                self.notes.append(" ".join(cell.text.strip() for cell in cells if cell))
            elif kind == "sections":
                heading = next(cell.text.strip() for cell in cells if cell)
        self._say_dropped(dropped)
        self._say_gaps([number for number, _cells in rows])
        if self.does("marks"):
            self._read_marks()

    def _kind(self, number: int, cells: Cells) -> DecisionKind | None:
        filled = [cell for cell in cells if cell]
        text = filled[0].text.strip() if filled else ""
        if self.typical >= 2 and len(filled) == 1 and filled[0].kind == "text":
            if number > self.last_full or _NOTE.match(text):
                return "notes"
            if self.typical >= 3 and cells[0] is not None:
                return "sections"
        if filled and filled[0].kind == "text" and _TOTAL.match(text):
            return "totals"
        return "repeated" if self.head and _texts(cells) == self.header_texts else None

    @cached_property
    def header_texts(self) -> list[str]:
        return _texts(dict(self.sheet.rows).get(self.head[-1], ()))

    def _unmerged(self) -> list[tuple[int, Cells]]:
        """Below the header a merged cell counts for each of its rows."""
        rows = {number: list(cells) for number, cells in self.sheet.rows}
        filled: list[int] = []
        below = self.head[-1] if self.head else -1
        for top, left, bottom, _right in self.sheet.merged:
            if top > below and bottom > top and self.does("merged") and (value := _at(rows.get(top, []), left)):
                for number in range(top + 1, min(bottom, top + 10_000) + 1):
                    if number in rows:
                        rows[number].extend([None] * (left + 1 - len(rows[number])))
                        rows[number][left] = value
                        filled.append(number)
        if filled:
            said = ngettext(
                "{count} row takes part in a merged cell", "{count} rows take part in merged cells", len(filled)
            )
            self.say("merged", said.format(count=len(filled)), filled)
        return [(number, tuple(cells)) for number, cells in rows.items()]

    def _say_dropped(self, dropped: dict[DecisionKind, list[int]]) -> None:
        words = {
            "totals": ngettext(
                "{count} row of totals is left out", "{count} rows of totals are left out", len(dropped["totals"])
            ),
            "sections": ngettext(
                "{count} heading between the rows becomes a column",
                "{count} headings between the rows become a column",
                len(dropped["sections"]),
            ),
            "repeated": ngettext(
                "{count} repeated header is left out", "{count} repeated headers are left out", len(dropped["repeated"])
            ),
            "notes": ngettext(
                "{count} line below the table is a footnote",
                "{count} lines below the table are footnotes",
                len(dropped["notes"]),
            ),
        }
        for kind, rows in dropped.items():
            if rows:
                self.say(kind, words[kind].format(count=len(rows)), rows)

    def _say_gaps(self, numbers: list[int]) -> None:
        blank = sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers)) if numbers else []
        if blank:
            said = ngettext("{count} blank row is skipped", "{count} blank rows are skipped", len(blank))
            self.say("blank", said.format(count=len(blank)), blank, back=False)
        hidden = sorted(set(self.sheet.hidden_rows) & set(numbers))
        if hidden:
            said = ngettext("{count} row is hidden in the sheet", "{count} rows are hidden in the sheet", len(hidden))
            self.say("hidden", said.format(count=len(hidden)), hidden)
            if not self.does("hidden"):
                self.kept = [row for row in self.kept if row.number not in hidden]
        if self.sheet.hidden_columns:
            self.say("hidden", _("Some columns are hidden in the sheet; they are read"), back=False)

    def _read_marks(self) -> None:
        """Marks of which a footnote speaks leave their cells; superscripts and daggers do in any case."""
        said = {found[1]: found[2].strip() for note in self.notes if (found := _NOTE_MARK.match(note))}
        marked: list[int] = []
        for place, row in enumerate(self.kept):
            cells, notes = list(row.cells), []
            for column, cell in enumerate(row.cells):
                if cell is None or cell.kind != "text":
                    continue
                text, mark = without_mark(cell.text.strip())
                if mark and (mark in said or mark[0] not in "*[§"):
                    cells[column] = ReadCell("text", text)
                    notes.append((column, said.get(mark, mark)))
            if notes:
                marked.append(row.number)
                self.kept[place] = FoundRow(row.number, tuple(cells), row.section, tuple(notes))
        if marked:
            count = sum(len(row.notes) for row in self.kept)
            words = ngettext(
                "{count} footnote mark is read as a note", "{count} footnote marks are read as notes", count
            )
            self.say("marks", words.format(count=count), marked)

    def table(self) -> FoundTable:
        used = Counter(place for row in self.kept for place, cell in enumerate(row.cells) if cell)
        printed = titles_of(self.sheet, self.head)
        places = sorted({*used, *printed} if printed else set(used))
        columns: list[FoundColumn] = []
        taken: Counter[str] = Counter()
        for place in places:
            text = printed.get(place, "")
            said = header_of(text)
            title = said.title or said.year or _("Column {letter}").format(letter=_letter(place))
            full = f"{title} {said.year}" if said.year and said.title else title
            taken[full.casefold()] += 1
            if taken[full.casefold()] > 1:
                full = f"{full} ({taken[full.casefold()]})"
            columns.append(FoundColumn(place, full, text, said.unit, said.year, said.scale))
        if any(row.section for row in self.kept):
            columns.insert(0, FoundColumn(SECTION, _("Heading"), ""))
        return FoundTable(
            self.sheet.name, tuple(columns), tuple(self.kept), tuple(self.decisions), self.titles, tuple(self.notes)
        )


def _filled(cells: Cells) -> int:
    return sum(cell is not None and bool(cell.text.strip()) for cell in cells)


def _texts(cells: Cells) -> list[str]:
    return [cell.text.strip() for cell in cells if cell and cell.text.strip()]


def _at(cells: Sequence[ReadCell | None], place: int) -> ReadCell | None:
    return cells[place] if place < len(cells) else None


def _letter(place: int) -> str:
    return cell_name(0, place)[:-1]
