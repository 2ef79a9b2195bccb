"""Files of Stata and SPSS: their values as codes and texts, and a second sheet with what their labels say."""

import math
from datetime import date, datetime
from pathlib import Path
from typing import Any

from parties_of_power.exchange.guarded.container import FileKind, damaged, statistics_kind
from parties_of_power.exchange.guarded.definition import FileRefused, Limits, ReadCell, ReadSheet, Row, TableFile
from parties_of_power.exchange.guarded.numbers import number_text, serial_of
from parties_of_power.texts import _

LABELS = "Labels"


def is_statistics(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return statistics_kind(file.read(16)) != ""
    except OSError:
        return False


def load_reader() -> None:
    import pyreadstat

    assert pyreadstat.__version__


def read_statistics(path: Path, kind: FileKind, limits: Limits) -> TableFile:
    import pyreadstat

    read = pyreadstat.read_dta if kind == "stata" else pyreadstat.read_sav
    try:
        _none, head = read(str(path), metadataonly=True)
        if (head.number_rows or 0) * (head.number_columns or 0) > limits.cells:
            raise FileRefused(_("A sheet has more than {most} cells.").format(most=f"{limits.cells:,}"))
        values, labels = read(str(path), output_format="dict")
    except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as wrong:
        raise FileRefused(damaged(path.name, str(wrong)[:80])) from wrong
    if not values:
        raise FileRefused(_("{name} holds no table.").format(name=path.name))
    sheets = ReadSheet(path.stem, is_hidden=False, rows=_rows(values)), _labels(labels)
    return TableFile(sheets, program=str(labels.file_label or "")[:60])


def _rows(values: dict[str, Any]) -> tuple[Row, ...]:
    rows: list[Row] = [(0, tuple(ReadCell("text", name) for name in values))]
    for number, line in enumerate(zip(*values.values(), strict=True), 1):
        cells = tuple(_cell(value) for value in line)
        if any(cells):
            rows.append((number, cells))
    return tuple(rows)


def _cell(value: Any) -> ReadCell | None:
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, datetime):
        return ReadCell("date", f"{value:%Y-%m-%d}", serial_of(value.date()))
    if isinstance(value, date):
        return ReadCell("date", value.isoformat(), serial_of(value))
    if isinstance(value, str):
        return ReadCell("text", value.rstrip(" "))
    return ReadCell("number", number_text(float(value)), float(value))


def _labels(meta: Any) -> ReadSheet:
    """One line for each variable: its name, its label, its values."""
    lines: list[Row] = [(0, tuple(map(_text, ("variable", "label", "values"))))]
    for number, name in enumerate(meta.column_names, 1):
        said = meta.variable_value_labels.get(name, {})
        values = "; ".join(f"{_plain(code)} = {label}" for code, label in said.items())
        lines.append((number, tuple(map(_text, (name, meta.column_names_to_labels.get(name) or "", values)))))
    return ReadSheet(LABELS, is_hidden=True, rows=tuple(lines))


def _plain(code: Any) -> str:
    return number_text(float(code)) if isinstance(code, int | float) else str(code)


def _text(text: str) -> ReadCell | None:
    return ReadCell("text", text) if text else None
