"""A document as Markdown: pipe tables, and notes as footnotes, as GitHub, pandoc, Obsidian and Quarto read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from parties_of_power.exchange.documents.definition import (
    Block,
    Document,
    Heading,
    Notes,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from parties_of_power.exchange.documents.note_numbers import numbers_in

# What means something anywhere in a line; `<` and `&` would begin HTML.
_SIGNS = re.compile(r"([\\`*_\[\]<&|~^$])")
# What means something at the start of a line.
_STARTS = re.compile(r"^(\s*)([#+-](?=[\s#+-]|$)|[>=])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)")
_AWKWARD = {"\t": " ", "\r\n": "\n", "\r": "\n", "\x00": "", "\u2028": "\n", "\u2029": "\n"}


def write_markdown(document: Document, path: Path) -> None:
    path.write_text(markdown(document), encoding="utf-8", newline="\n")


def markdown(document: Document) -> str:
    lines = (f"*{escaped(line)}*" for line in document.lines)
    parts = [f"# {escaped(document.title)}", escaped(document.subtitle), *lines]
    parts += [_block(block) for block in document.blocks]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def escaped(text: str) -> str:
    """On one line, with nothing in it that Markdown would read."""
    for sign, instead in _AWKWARD.items():
        text = text.replace(sign, instead)
    text = _SIGNS.sub(r"\\\1", " ".join(text.split("\n")))
    return _NUMBERED.sub(r"\1\\\2", _STARTS.sub(r"\1\\\2", text))


def _block(block: Block) -> str:
    match block:
        case Heading():
            beside = f" *{escaped(block.beside)}*" if block.beside else ""
            return f"{'#' * (block.level + 1)} {escaped(block.text)}{beside}"
        case Paragraph():
            return ("- " if block.bullet else "") + _runs(block.runs)
        case Table():
            return "\n".join(_table(block))
        case Notes():
            notes = (f"[^{number}]: {escaped(note)}" for number, note in enumerate(block.notes, 1))
            return "\n".join((f"## {escaped(block.title)}", "", *notes))


def _table(table: Table) -> Iterator[str]:
    yield _line(map(_header, table.columns))
    yield _line("---:" if column.is_number else "---" for column in table.columns)
    for row in table.rows:
        yield _line(_cells(table, row))


def _header(column: TableColumn) -> str:
    return escaped(" ".join(filter(None, (column.title, f"({column.small})" if column.small else ""))))


def _cells(table: Table, row: TableRow) -> list[str]:
    """A heading stands in the first column, in bold: pipe tables have no cell across others."""
    cells = [_cell(cell) for cell in row.cells]
    return [*cells, *[""] * (len(table.columns) - len(cells))]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: TableCell) -> str:
    return _runs((*cell.runs, *cell.marks)).strip()


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    numbers = numbers_in(run)
    if numbers:
        return " ".join(f"[^{number}]" for number in numbers)
    text, sign = escaped(run.text), "**" if run.is_bold else "*" if run.is_italic else ""
    bare = text.strip()
    return text.replace(bare, f"{sign}{bare}{sign}") if bare and sign else text
