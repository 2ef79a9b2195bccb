"""A part of a large CSV file: the columns that are wanted, or its first rows, line by line, never the whole of it."""

import codecs
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from parties_of_power.exchange.guarded.definition import (
    FileRefused,
    Limits,
    ReadCell,
    ReadSheet,
    Row,
    TableFile,
    TextForm,
    Wanted,
)
from parties_of_power.exchange.guarded.encodings import encoding_of
from parties_of_power.exchange.guarded.text_table import divider_of
from parties_of_power.texts import _

_BEGINNING = 1 << 20


def read_part(path: Path, limits: Limits, wanted: Wanted) -> TableFile:
    """The form is guessed from the beginning, unless it is given."""
    form = _form(path, wanted.form)
    csv.field_size_limit(limits.part)
    with path.open("r", encoding=form.encoding, errors="replace", newline="") as file:
        rows = tuple(_rows(file, form, limits, wanted))
    if not rows:
        raise FileRefused(_("{name} holds no table.").format(name=path.name))
    return TableFile((ReadSheet(path.stem, is_hidden=False, rows=rows),), form=form)


def _form(path: Path, given: TextForm) -> TextForm:
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    found, evidence = encoding_of(beginning[: beginning.rfind(b"\n") + 1] or beginning)
    encoding = given.encoding or found
    text = codecs.decode(beginning, encoding, "replace")
    return TextForm(encoding, given.divider or divider_of(text), given.evidence or evidence)


def _rows(file: IO[str], form: TextForm, limits: Limits, wanted: Wanted) -> Iterator[Row]:
    lines = csv.reader(file, delimiter=form.divider)
    header = next(lines, [])
    places = [place for place, name in enumerate(header) if not wanted.columns or name.strip() in wanted.columns]
    known: dict[str, ReadCell | None] = {"": None}
    cells = 0
    yield 0, tuple(_cell(header[place], known) for place in places)
    for number, line in enumerate(islice(lines, wanted.rows or None), 1):
        cells += len(places)
        if cells > limits.cells:
            raise FileRefused(_("A sheet has more than {most} cells.").format(most=f"{limits.cells:,}"))
        wide = len(line)
        row = tuple([_cell(line[place], known) if place < wide else None for place in places])
        if any(row):
            yield number, row


def _cell(text: str, known: dict[str, ReadCell | None]) -> ReadCell | None:
    if text not in known:
        known[text] = ReadCell("text", text)
    return known[text]
