"""The three-way comparison of cells: as exported, as they came back, as they are in the study now.

Only cells that came back otherwise than they were written are looked up in the study: there are few of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.showing import missing_short, value_text
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.kinds import Kind, Names, kind
from parties_of_power.exchange.guarded.definition import ReadCell
from parties_of_power.exchange.returned.differences import Difference, DifferenceKind
from parties_of_power.exchange.returned.exported import ExportedColumn, ExportedSheet, Written
from parties_of_power.exchange.returned.matching import Matched
from parties_of_power.exchange.returned.readings import is_as_written, is_blank, means, missing_reason, typed_text
from parties_of_power.exchange.returned.recording import meant_by
from parties_of_power.exchange.returned.spoiled import why_spoiled
from parties_of_power.exchange.returned.understood import way_of
from parties_of_power.study.study import Study
from parties_of_power.study.typed import read
from parties_of_power.texts import _


def cell_differences(
    study: Study, columns: Columns, sheet: ExportedSheet, matched: Matched, understood: Counter[str]
) -> Iterator[Difference]:
    """Row by row as they stand in the workbook; what is no difference is counted in `understood`."""
    asked = [_asked(study, sheet, place) for place in sorted(matched.column_of)]
    comparing = _Comparing(study, sheet, table_now(study, columns, sheet), understood)
    for row, cells in matched.rows:
        if row is None:
            continue
        for column in filter(None, asked):
            cell = matched.cell(cells, column.place)
            written = sheet.written[column.place][row]
            if not is_as_written(written, cell):
                found = comparing.difference(row, column, written, cell)
                if found is not None:
                    yield found
            elif cell is not None and cell.formula:
                understood["formula"] += 1
            elif cell is not None and isinstance(written, float) and column.attribute.kind == "date":
                understood.update(["date_to_number"] if cell.kind == "number" else [])


def table_now(study: Study, columns: Columns, sheet: ExportedSheet) -> ComparisonTable:
    """The exported cells as they are in the study now, whatever has become of the comparison."""
    comparison = Comparison(
        sheet.comparison_id, sheet.comparison, sheet.subject_kind, rows_from="list", ended=sheet.ended
    )
    return ComparisonTable(study, columns, comparison, sheet.day)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A column of values, and what is needed to read its cells."""

    place: int
    exported: ExportedColumn
    attribute: Attribute
    kind: Kind
    names: Names

    @property
    def now(self) -> Column:
        column = self.exported
        return Column(0, attribute_id=column.attribute_id, of_state=column.of_state, day=column.day)


def _asked(study: Study, sheet: ExportedSheet, place: int) -> _Asked | None:
    column = sheet.columns[place]
    attribute = study.catalogue.attributes.get(column.attribute_id or 0)
    if attribute is None:
        return None
    day = sheet.day if column.day is None else column.day
    return _Asked(place, column, attribute, kind(attribute.kind), study.catalogue.names_for(attribute, day))


@dataclass(slots=True)
class _Comparing:
    study: Study
    sheet: ExportedSheet
    table: ComparisonTable
    understood: Counter[str]

    def difference(self, row: int, column: _Asked, written: Written, cell: ReadCell | None) -> Difference | None:
        row_id, meant = self.sheet.row_ids[row], self.sheet.meant[column.place][row]
        if row_id not in self.study.catalogue.subjects:
            self.understood["gone"] += 1
            return None
        text = "" if cell is None or is_blank(cell) else typed_text(cell, column.kind.key)
        if cell is not None and text and means(text, meant, column.kind, column.names):
            self.understood[way_of(written, cell)] += 1
            return None
        if not text and _says_nothing(meant):
            return None
        ours = self.table.cell_of(row_id, column.now)
        now = meant_by(ours)
        if means(text, now, column.kind, column.names) or (not text and _says_nothing(now)):
            self.understood["here"] += 1
            return None
        found = self._described(row_id, column, ours, text)
        found = replace(found, old=_shown(meant, column) or str(written or ""), kind=_kind(found, meant, now))
        return _judged(found, column.attribute, why_spoiled(written, meant, cell, column.kind.key) if cell else "")

    def _described(self, row_id: int, column: _Asked, ours: Cell, text: str) -> Difference:
        day = self.sheet.day if column.exported.day is None else column.exported.day
        missing = missing_reason(text) if text else "not_coded"
        return Difference(
            "changed",
            row_id,
            self.study.catalogue.shown_name(row_id, self.sheet.day).text,
            column.exported.title,
            "",
            missing_short(missing) if missing and text else _theirs(text, column),
            ours.text,
            subject_id=ours.subject_id,
            attribute_id=column.attribute.id,
            day=day if ours.last_day is None else ours.last_day,
            text="" if missing else text,
            missing=missing,
        )


def _judged(found: Difference, attribute: Attribute, why_spoiled: str) -> Difference:
    """With the reason where nothing is to be taken."""
    if attribute.is_computed:
        return replace(found, can_take=False, why=_("A computed value is changed by its formula."))
    if why_spoiled:
        return replace(found, kind="spoiled", why=why_spoiled, can_take=bool(found.theirs))
    return found


def _says_nothing(meant: str) -> bool:
    return not meant or meant.startswith("missing:")


def _kind(found: Difference, meant: str, ours: str) -> DifferenceKind:
    if ours != meant:
        return "both"
    if found.missing and found.theirs == "":
        return "removed"
    return "new" if _says_nothing(meant) else "changed"


def _shown(meant: str, column: _Asked) -> str:
    """What meant something, as the table shows it."""
    sort, _colon, rest = meant.partition(":")
    if sort in ("missing", "wrong") and rest:
        reason = missing_reason(rest) if sort == "missing" else ""
        return missing_short(reason) if reason else rest
    return value_text(column.attribute, meant, "", column.names) if meant else ""


def _theirs(text: str, column: _Asked) -> str:
    """A value as the table would show it; as typed where it cannot be read."""
    said = read(text, column.kind, column.names) if text else None
    return value_text(column.attribute, said.value, "", column.names) if said and said.value else text
