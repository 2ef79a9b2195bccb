"""`table`: a comparison as of a day, with the same cells as the window."""

import json
from argparse import ArgumentParser, Namespace

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.commands.arguments import add_json, add_study, add_view, comparison_of, day_of, opened
from parties_of_power.commands.definition import Command
from parties_of_power.domain.dates import iso
from parties_of_power.texts import _

GAP = "  "


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    add_view(parser)
    add_json(parser)


def _run(options: Namespace) -> int:
    study = opened(options, read_only=True)
    try:
        comparison, day = comparison_of(options, study), day_of(options, study)
        table = ComparisonTable(study, Columns(study), comparison, day, in_full=True)
        print(_as_json(table) if options.json else _as_text(table))
    finally:
        study.close()
    return 0


def _as_text(table: ComparisonTable) -> str:
    titles = [table.header(column).title for column in table.columns]
    lines = [titles, *([cell.text for cell in row] for row in _rows(table))]
    widths = [max(len(line[place]) for line in lines) for place in range(len(titles))]
    return "\n".join(
        GAP.join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _as_json(table: ComparisonTable) -> str:
    answer = {
        "comparison": table.comparison.name,
        "as_of": iso(table.day),
        "row_is": table.comparison.row_unit,
        "columns": [table.header(column).title for column in table.columns],
        "column_days": [None if column.day is None else iso(column.day) for column in table.columns],
        "rows": [_row(table, row, cells) for row, cells in enumerate(_rows(table))],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _rows(table: ComparisonTable) -> list[list[Cell]]:
    return [[table.cell(row, column) for column in range(len(table.columns))] for row in range(len(table.row_ids))]


def _row(table: ComparisonTable, row: int, cells: list[Cell]) -> dict[str, object]:
    """At an election or in a year with the day that it is read on."""
    answer: dict[str, object] = {"subject": str(table.row_ids[row])}
    moment = table.moment(row)
    if moment is not None:
        answer |= {
            "election": str(moment.event_id) if moment.event_id else None,
            "year": moment.year,
            "day": iso(moment.day),
        }
    return answer | {"cells": [_cell(cell) for cell in cells]}


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "text": cell.text,
        "state": cell.state,
        "hold": cell.hold.name.lower(),
        "number": cell.number,
        "low": cell.low,
        "high": cell.high,
        "rivals": cell.rivals,
        "other_bases_or_roundings": cell.soft_rivals,
        "claims": cell.claims,
        "agrees": cell.agrees,
        "cited": cell.cited,
        "measured": cell.measured,
        "base": cell.base,
        "observation": str(cell.observation_id) if cell.observation_id else None,
    }


COMMAND = Command("table", _("print a comparison as of a day"), _arguments, _run)
