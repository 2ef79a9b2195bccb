"""A document as one web page that needs nothing else: real headings and tables, notes that can be jumped to."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from parties_of_power.exchange.documents.definition import (
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

_LOOK = """body{font:15px/1.5 Inter,system-ui,sans-serif;color:#1D1F21;max-width:72em;margin:2em auto;padding:0 1em}
h1{margin-bottom:0}h2{border-bottom:1px solid #E3E3DF;margin-top:2em}h4{margin:1.4em 0 .2em}p{margin:.3em 0}
small,.second{color:#62676D}.rival{color:#B3460B}.doubt{color:#8A5A00}.wrong{color:#A62B1F}
table{border-collapse:collapse;margin:1em 0}th,td{text-align:left;vertical-align:top;padding:.3em .7em}
thead th{border-bottom:1px solid #8E9297}tbody th,td{border-bottom:1px solid #E3E3DF}
th[scope=row]{font-weight:400}a{color:inherit}.number{text-align:right;white-space:nowrap}
@media print{thead{display:table-header-group}tr{break-inside:avoid}}"""


def write_html(document: Document, path: Path) -> None:
    path.write_text(html(document), encoding="utf-8", newline="\n")


def html(document: Document) -> str:
    lines = "".join(f"<p class=second>{escape(line)}</p>" for line in document.lines)
    blocks = "\n".join(_block(block) for block in document.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(document.title)}</title>\n'
        f"<style>{_LOOK}</style></head>\n<body>\n<h1>{escape(document.title)}</h1>\n"
        f"<p>{escape(document.subtitle)}</p>{lines}\n{blocks}\n</body>\n</html>\n"
    )


def _block(block: Heading | Paragraph | Table | Notes) -> str:
    match block:
        case Heading():
            beside = f" <small>{escape(block.beside)}</small>" if block.beside else ""
            return f"<h{block.level + 1}>{escape(block.text)}{beside}</h{block.level + 1}>"
        case Paragraph():
            bullet = f"{escape(block.bullet)} " if block.bullet else ""
            return f"<p>{bullet}{_runs(block.runs)}</p>"
        case Table():
            return _table(block)
        case Notes():
            items = "".join(f'<li id="note-{number}">{escape(note)}</li>' for number, note in enumerate(block.notes, 1))
            return f"<h2>{escape(block.title)}</h2>\n<ol>{items}</ol>"


def _table(table: Table) -> str:
    head = "".join(_header(column) for column in table.columns)
    body = "\n".join(_row(table, row) for row in table.rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"


def _header(column: TableColumn) -> str:
    small = f"<br><small>{escape(column.small)}</small>" if column.small else ""
    return f"<th scope=col{_align(column)}>{escape(column.title)}{small}</th>"


def _row(table: Table, row: TableRow) -> str:
    if row.is_heading:
        return f'<tr><th scope=rowgroup colspan="{len(table.columns)}">{_cell(row.cells[0])}</th></tr>'
    cells = enumerate(zip(table.columns, row.cells, strict=True))
    return "<tr>" + "".join(_data(column, cell, is_key=place == 0) for place, (column, cell) in cells) + "</tr>"


def _data(column: TableColumn, cell: TableCell, *, is_key: bool) -> str:
    """The first cell says what the row is, so that a reader hears it before each other."""
    tag, scope = ("th", " scope=row") if is_key else ("td", "")
    return f"<{tag}{scope}{_align(column)}>{_cell(cell)}</{tag}>"


def _align(column: TableColumn) -> str:
    return " class=number" if column.is_number else ""


def _cell(cell: TableCell) -> str:
    return _runs((*cell.runs, *cell.marks))


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    notes = numbers_in(run)
    text = escape(run.text).replace("\n", "<br>")
    for is_so, tag in ((run.is_bold, "b"), (run.is_italic, "i"), (run.is_small, "small")):
        text = f"<{tag}>{text}</{tag}>" if is_so else text
    if notes:
        text = f'<a href="#note-{notes[0]}">{text}</a>'
    return f"<span class={run.tone}>{text}</span>" if run.tone else text
