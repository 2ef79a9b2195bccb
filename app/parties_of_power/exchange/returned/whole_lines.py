"""Differences of whole rows and columns, and of the names of rows."""

from collections import Counter
from collections.abc import Iterator

from parties_of_power.domain.kinds import NO_NAMES, Unreadable, kind
from parties_of_power.exchange.returned.differences import Difference
from parties_of_power.exchange.returned.exported import ExportedSheet
from parties_of_power.exchange.returned.matching import Cells, Matched, at, place_of_field, text_at
from parties_of_power.exchange.returned.readings import is_as_written, is_blank, typed_text
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_FEW_KINDS = ("percent", "number", "date", "text")


def name_differences(
    study: Study, sheet: ExportedSheet, matched: Matched, understood: Counter[str]
) -> Iterator[Difference]:
    """A row whose name is another now, and a party whose state is."""
    for field in ("name", "state"):
        place = place_of_field(sheet, field)
        if place is None or place not in matched.column_of:
            continue
        for row, cells in matched.rows:
            cell = matched.cell(cells, place)
            if row is None or cell is None or is_blank(cell) or is_as_written(sheet.written[place][row], cell):
                continue
            row_id = sheet.row_ids[row]
            if row_id not in study.catalogue.subjects:
                continue
            found = _renamed(study, sheet, row, place, cell.text.strip())
            if field == "name" and row_id in study.catalogue.find_subject(found.theirs):
                understood["name"] += 1
            else:
                yield found


def _renamed(study: Study, sheet: ExportedSheet, row: int, place: int, theirs: str) -> Difference:
    row_id, column = sheet.row_ids[row], sheet.columns[place]
    subject = study.catalogue.subjects[row_id]
    shown_id = row_id if column.field == "name" else subject.state_id or row_id
    ours = study.catalogue.shown_name(shown_id, sheet.day).text
    is_name = column.field == "name"
    return Difference(
        "renamed" if is_name else "changed",
        row_id,
        study.catalogue.shown_name(row_id, sheet.day).text,
        column.title,
        str(sheet.written[place][row] or ""),
        theirs,
        ours,
        subject_id=row_id,
        day=sheet.day,
        text=theirs,
        why="" if is_name else _("The state of a party is changed in the form of the party."),
        can_take=is_name,
    )


def row_differences(
    study: Study, sheet: ExportedSheet, matched: Matched, understood: Counter[str], *, is_guess: bool
) -> Iterator[Difference]:
    """New rows, and rows that are gone; of those a workbook without its hidden sheet says nothing."""
    name = place_of_field(sheet, "name")
    listed = _listed(study, sheet)
    for row, cells in matched.rows:
        text = text_at(cells, None if name is None else matched.column_of.get(name))
        if row is None and text:
            found = study.catalogue.find_subject(text, sheet.subject_kind)
            if len(found) == 1 and (listed is None or found[0] in listed):
                understood["row"] += 1
            else:
                yield (
                    _known_row(sheet, found[0], text)
                    if len(found) == 1
                    else _new_row(study, sheet, matched, cells, text)
                )
    for row in [] if is_guess else matched.lost:
        row_id = sheet.row_ids[row]
        if row_id not in study.catalogue.subjects or (listed is not None and row_id not in listed):
            understood["row"] += 1
        else:
            yield _gone(study, sheet, row_id, is_listed=listed is not None)


def _listed(study: Study, sheet: ExportedSheet) -> tuple[int, ...] | None:
    """The rows of the comparison as it is now; None where it has no list of its own."""
    comparison = next((each for each in comparisons(study) if each.id == sheet.comparison_id), None)
    return comparison.row_ids if comparison is not None and comparison.rows_from == "list" else None


def _known_row(sheet: ExportedSheet, row_id: int, name: str) -> Difference:
    """Somebody has written a party of the study below the others."""
    return Difference("row_new", row_id, name, _("row"), _("not listed"), _("in the table"), _("not listed"), text=name)


def _gone(study: Study, sheet: ExportedSheet, row_id: int, *, is_listed: bool) -> Difference:
    """Only a comparison with a list of rows can lose one."""
    return Difference(
        "row_gone",
        row_id,
        study.catalogue.shown_name(row_id, sheet.day).text,
        _("row"),
        _("in the table"),
        _("row deleted"),
        _("in the table"),
        subject_id=row_id,
        why="" if is_listed else _("The comparison has no list of rows that this one could leave."),
        can_take=is_listed,
    )


def _new_row(study: Study, sheet: ExportedSheet, matched: Matched, cells: Cells, name: str) -> Difference:
    """A party needs a state that the study has."""
    state = place_of_field(sheet, "state")
    state_name = text_at(cells, None if state is None else matched.column_of.get(state))
    found = study.catalogue.find_subject(state_name, "state") if sheet.subject_kind == "party" else ()
    why = ""
    if sheet.subject_kind == "party" and len(found) != 1:
        why = _("A new party needs a state of this study in its row.")
    values = tuple(
        (place, typed_text(cell, attribute.kind))
        for place, now in sorted(matched.column_of.items())
        if (attribute := study.catalogue.attributes.get(sheet.columns[place].attribute_id or 0)) is not None
        and not attribute.is_computed
        and not sheet.columns[place].of_state
        and (cell := at(cells, now)) is not None
        and not is_blank(cell)
        and cell.kind != "error"
    )
    column = _("row")
    theirs = _("new row")
    state_id = found[0] if found else 0
    return Difference(
        "row_new",
        0,
        name,
        column,
        "",
        theirs,
        "",
        subject_id=state_id,
        text=name,
        why=why,
        can_take=not why,
        values=values,
    )


def column_differences(
    study: Study, sheet: ExportedSheet, matched: Matched, understood: Counter[str]
) -> Iterator[Difference]:
    """Columns that somebody has added; the kind that reads all their cells is proposed."""
    for place, title in matched.new_columns:
        if study.catalogue.attribute(title, sheet.subject_kind) is not None:
            understood["column"] += 1
            continue
        cells = [
            (sheet.row_ids[row], cell)
            for row, line in matched.rows
            if row is not None and (cell := at(line, place)) is not None and not is_blank(cell) and cell.kind != "error"
        ]
        proposed = "percent" if cells and all(cell.is_percent for _row, cell in cells) else ""
        of_kind = proposed or next(
            (each for each in _FEW_KINDS[1:] if all(_reads(typed_text(cell, each), each) for _row, cell in cells)),
            "text",
        )
        values = tuple((row_id, typed_text(cell, of_kind)) for row_id, cell in cells)
        yield Difference(
            "column_new",
            0,
            "",
            title,
            "",
            _("new column, {kind}").format(kind=kind(of_kind).name.lower()),
            "",
            text=of_kind,
            can_take=bool(values),
            values=values,
        )


def _reads(text: str, kind_key: str) -> bool:
    try:
        kind(kind_key).read(text, NO_NAMES)
    except Unreadable:
        return False
    return True
