"""CSV and its kin: the encoding, the divider and the rows of a text, every field a text as it stands there."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from parties_of_power.exchange.guarded.definition import (
    FileRefused,
    Limits,
    ReadCell,
    ReadSheet,
    Row,
    TableFile,
    TextForm,
)
from parties_of_power.exchange.guarded.encodings import encoding_of
from parties_of_power.texts import _, ngettext

GUESS = TextForm()
_DIVIDERS = "\t;,|"
_SAMPLE = 65_536
_QUOTED = re.compile(r'"[^"]*"')
_COMMENT = re.compile(r"#(?![A-Z/0!?]+$)")  # not #N/A and its kin


def read_text_table(path: Path, limits: Limits, given: TextForm = GUESS) -> TableFile:
    notes: list[str] = []
    text, form = _decoded(path, given, notes)
    named = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    divider = given.divider or (named[1] if named else divider_of(text))
    rows = _rows(_divided(text[named.end() :] if named else text, divider, notes), limits, notes)
    if not rows:
        raise FileRefused(_("{name} holds no table.").format(name=path.name))
    _note_shape(rows, notes)
    if re.search(r'\\"', text):
        notes.append(_("Quotation marks are escaped with a backslash, which CSV does not know."))
    sheet = ReadSheet(path.stem, is_hidden=False, rows=rows)
    return TableFile((sheet,), tuple(dict.fromkeys(notes)), form=replace(form, divider=divider))


def _decoded(path: Path, given: TextForm, notes: list[str]) -> tuple[str, TextForm]:
    content = path.read_bytes()
    if not content.strip(b"\0 \r\n\t"):
        raise FileRefused(_("{name} holds nothing but blanks.").format(name=path.name))
    encoding, evidence = (given.encoding, "") if given.encoding else encoding_of(content)
    if evidence:
        notes.append(evidence)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if not evidence:
            notes.append(_("Some characters cannot be read; “�” stands for each."))
        text = content.decode(encoding, "replace")
    if "\0" in text:
        if text.count("\0") > len(text) // 10:
            raise FileRefused(_("{name} is no text.").format(name=path.name))
        notes.append(_("The text holds NUL characters; “�” stands for each."))
        text = text.replace("\0", "\ufffd")
    return text, TextForm(encoding, evidence=evidence)


def _divided(text: str, divider: str, notes: list[str]) -> csv.reader:  # type: ignore[valid-type]  # csv names no type of a reader
    if text.count('"') % 2:
        notes.append(_("A quotation mark is never closed."))
    if divider != "\t" and re.search(rf'{re.escape(divider)} +"', text):
        notes.append(_("Blanks stand before quotation marks, which then belong to the text."))
    return csv.reader(io.StringIO(text, newline=""), delimiter=divider)


def divider_of(text: str) -> str:
    """What divides most lines into the same number of fields."""
    lines = [line for line in re.split(r"\r\n|\n|\r", _QUOTED.sub("", text[:_SAMPLE])) if line.strip()][:50]
    best, best_score = ",", 0.0
    for divider in _DIVIDERS:
        counts = [count for line in lines if (count := line.count(divider))]
        if counts:
            usual, times = Counter(counts).most_common(1)[0]
            score = times / len(lines) * (1 + min(usual, 20) / 100)
            if score > best_score:
                best, best_score = divider, score
    return best


def _rows(lines: csv.reader, limits: Limits, notes: list[str]) -> tuple[Row, ...]:  # type: ignore[valid-type]  # see above
    csv.field_size_limit(limits.part)
    rows: list[Row] = []
    cells = 0
    try:
        for number, line in enumerate(lines):  # type: ignore[var-annotated]  # see above
            if len(line) > limits.columns:
                raise FileRefused(
                    _("Line {line} has more than {most} fields.").format(line=number + 1, most=limits.columns)
                )
            cells += len(line)
            if cells > limits.cells:
                raise FileRefused(_("A sheet has more than {most} cells.").format(most=f"{limits.cells:,}"))
            if any(line):
                rows.append((number, tuple(ReadCell("text", field) if field else None for field in line)))
    except csv.Error as wrong:
        notes.append(_("The text was read up to line {line}: {reason}.").format(line=len(rows) + 1, reason=wrong))
    return tuple(rows)


def _note_shape(rows: tuple[Row, ...], notes: list[str]) -> None:
    widths = Counter(len(cells) for _number, cells in rows)
    if len(widths) > 1:
        usual = widths.most_common(1)[0][0]
        others = sum(count for width, count in widths.items() if width != usual)
        notes.append(
            ngettext(
                "{count} row has another number of fields than the others.",
                "{count} rows have another number of fields than the others.",
                others,
            ).format(count=others)
        )
    header = [cell.text.strip().casefold() if cell else "" for cell in rows[0][1]]
    if len(set(header)) < len(header) or "" in header:
        notes.append(_("Some columns have no name, or one that another has too."))
    if len(header) == 1 and any("," in (cells[0].text if cells and cells[0] else "") for _number, cells in rows):
        notes.append(_("The whole table is one column, with commas inside."))
    if any(cell and _COMMENT.match(cell.text) for _number, cells in rows for cell in cells[:1]):
        notes.append(_("Some lines begin with #, as comments do; they are rows here."))
