"""Rows on their way from the guarded child to the program, as lines of JSON: nothing in them can be executed."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any

from parties_of_power.exchange.guarded.definition import FileRefused, ReadCell, ReadSheet, Row, TableFile, TextForm
from parties_of_power.exchange.guarded.numbers import number_text
from parties_of_power.texts import _


def lines_of(file: TableFile) -> Iterator[str]:
    for sheet in file.sheets:
        yield json.dumps(["sheet", sheet.name, sheet.is_hidden, sheet.hidden_rows, sheet.hidden_columns, sheet.merged])
        for number, cells in sheet.rows:
            yield json.dumps([number, [_packed(cell) for cell in cells]], separators=(",", ":"))
    yield json.dumps(["end", list(file.notes), file.program, file.form and astuple(file.form)])


def refusal_line(sentence: str) -> str:
    return json.dumps(["refused", sentence])


def table_file(lines: Iterable[bytes]) -> TableFile | None:
    """What the lines say, None where their end is missing; FileRefused where they say that the file is refused."""
    sheets: list[tuple[list[Any], list[Row]]] = []
    texts: dict[str, ReadCell] = {}
    for line in lines:
        said = json.loads(line)
        if said[0] == "sheet":
            sheets.append((said[1:], []))
        elif said[0] == "refused":
            raise FileRefused(said[1])
        elif said[0] == "end":
            read = tuple(_sheet(head, rows) for head, rows in sheets)
            return TableFile(read, tuple(said[1]), said[2], said[3] and TextForm(*said[3]))
        else:
            sheets[-1][1].append((said[0], tuple(_unpacked(cell, texts) for cell in said[1])))
    return None


def _sheet(head: list[Any], cells: list[Row]) -> ReadSheet:
    name, is_hidden, rows, columns, merged = head
    ranges = tuple((first, left, last, right) for first, left, last, right in merged)
    return ReadSheet(name, is_hidden, tuple(cells), tuple(rows), tuple(columns), ranges)


def broken_off(name: str) -> FileRefused:
    return FileRefused(
        _("Reading {name} broke off, so nothing was taken from it: it may be damaged.").format(name=name)
    )


def _packed(cell: ReadCell | None) -> object:
    if cell is None:
        return None
    if cell.kind == "text" and not cell.formula:
        return cell.text
    is_plain = cell.kind == "number" and not cell.formula and not cell.is_percent
    if is_plain and cell.number is not None and cell.text == number_text(cell.number):
        return cell.number
    return list(cell)


def _unpacked(packed: object, texts: dict[str, ReadCell]) -> ReadCell | None:
    if packed is None:
        return None
    if isinstance(packed, str):
        if packed not in texts:
            texts[packed] = ReadCell("text", packed)
        return texts[packed]
    if isinstance(packed, int | float):
        return ReadCell("number", number_text(float(packed)), float(packed))
    if not isinstance(packed, list) or len(packed) != len(ReadCell._fields):
        raise ValueError(packed)
    return ReadCell(*packed)
