"""Which sources are cited: by what is known of a cell, and by a whole comparison."""

from __future__ import annotations

from collections.abc import Iterator

from parties_of_power.analysis.cells import CellReport, report
from parties_of_power.exchange.definition import Export
from parties_of_power.study.queries import sources_cited


def sources_of_cell(known: CellReport) -> Iterator[int]:
    """Of the value in force, then of the other answers."""
    told = (known.in_force, *(rival.said for rival in known.rivals), *known.claims)
    for said in told:
        if said is not None:
            yield from (citation.source_id for citation in said.observation.citations)


def sources_of_comparison(export: Export) -> tuple[int, ...]:
    """Of every value that its table shows, of its rivals and of claims about it; each once."""
    table, in_force, others = export.table, set[int](), dict[int, None]()
    for row in range(len(table.row_ids)):
        for place, column in enumerate(table.columns):
            attribute = table.header(column).attribute
            if attribute is None:
                continue
            cell = table.cell(row, place)
            if cell.observation_id:
                in_force.add(cell.observation_id)
            if cell.rivals or cell.soft_rivals or cell.claims:
                read_at = table.when(column, row) if cell.last_day is None else cell.last_day
                known = report(export.study, export.columns, cell.subject_id, attribute.id, read_at)
                others.update(dict.fromkeys(sources_of_cell(known)))
    return tuple(dict.fromkeys((*sources_cited(export.study, sorted(in_force)), *others)))
