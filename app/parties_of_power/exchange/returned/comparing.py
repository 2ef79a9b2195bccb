"""`compare`: a workbook that came back against the study, cell by cell; what differs, and what was only moved about."""

from collections import Counter
from dataclasses import replace

from parties_of_power.analysis.columns import Columns
from parties_of_power.exchange.guarded.definition import FileRefused, TableFile
from parties_of_power.exchange.returned.cell_differences import cell_differences
from parties_of_power.exchange.returned.differences import Returned
from parties_of_power.exchange.returned.exported import Exported, ExportedSheet, from_lines, is_mark
from parties_of_power.exchange.returned.guess import guessed
from parties_of_power.exchange.returned.matching import Matched, match
from parties_of_power.exchange.returned.understood import notes_of
from parties_of_power.exchange.returned.whole_lines import column_differences, name_differences, row_differences
from parties_of_power.study.queries import study_id
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def compare(study: Study, columns: Columns, file: TableFile, name: str) -> Returned:
    """FileRefused where the workbook is one of another study, or has nothing of this one. `name` is the file's."""
    carried = _carried(file)
    if carried is not None:
        _refuse_another(study, carried, name)
    exported = carried or guessed(study, columns, file, name)
    if not exported.sheets:
        raise FileRefused(
            _(
                "The rows of {name} are elections or years: changes are taken from rows that are parties or states."
            ).format(name=name)
        )
    for sheet in exported.sheets:
        matched = _matched(file, sheet)
        if matched is not None:
            empty = Returned(name, exported, sheet, carried is None, _program(file))
            return _returned(study, columns, file, empty, matched)
    raise FileRefused(
        _("{name} has no sheet any more that was exported from this study: its headers are gone.").format(name=name)
    )


def _program(file: TableFile) -> str:
    """What saved the workbook again; Excel's name stands in it from the beginning."""
    name = file.program.partition("/")[0].strip()
    return "" if name == "Microsoft Excel" else name


def _returned(study: Study, columns: Columns, file: TableFile, empty: Returned, matched: Matched) -> Returned:
    understood: Counter[str] = Counter()
    sheet = empty.sheet
    differences = (
        *cell_differences(study, columns, sheet, matched, understood),
        *name_differences(study, sheet, matched, understood),
        *row_differences(study, sheet, matched, understood, is_guess=empty.is_guess),
        *column_differences(study, sheet, matched, understood),
    )
    moved = () if empty.is_guess else matched.notes
    notes = (*moved, *notes_of(understood), *file.notes)
    return replace(empty, found=_found(sheet, matched, is_guess=empty.is_guess), notes=notes, differences=differences)


def was_exported(study: Study, columns: Columns, file: TableFile, name: str) -> bool:
    """Whether the workbook says so, or looks like a comparison of the study."""
    if _carried(file) is not None:
        return True
    try:
        return bool(guessed(study, columns, file, name).sheets)
    except FileRefused:
        return False


def _carried(file: TableFile) -> Exported | None:
    """From the hidden sheet, whatever it is called now."""
    for sheet in file.sheets:
        lines = [cells[0].text if cells and cells[0] is not None else "" for _row, cells in sheet.rows]
        if lines and is_mark(lines[0]):
            return from_lines(lines)
    return None


def _refuse_another(study: Study, exported: Exported, name: str) -> None:
    subjects = study.catalogue.subjects
    row_ids = [row for sheet in exported.sheets for row in sheet.row_ids]
    is_known = not row_ids or any(row in subjects for row in row_ids)
    if exported.study_id != study_id(study) or not is_known:
        raise FileRefused(
            _("{name} was exported from another study, “{study}”: open that one, then take the changes again.").format(
                name=name, study=exported.study
            )
        )


def _matched(file: TableFile, exported: ExportedSheet) -> Matched | None:
    """On the sheet of its name, else on the one that has most of its columns."""
    named = file.sheet(exported.name)
    found = match(named, exported) if named is not None else None
    if found is not None:
        return found
    others = [each for sheet in file.sheets if not sheet.is_hidden and (each := match(sheet, exported)) is not None]
    return max(others, key=lambda each: len(each.column_of), default=None)


def _found(sheet: ExportedSheet, matched: Matched, *, is_guess: bool) -> str:
    found = len(sheet.row_ids) - len(matched.lost)
    words = (
        _("{found} of {rows} rows and {found_columns} of {columns} columns found by key")
        if matched.by_key
        else _("{found} of {rows} rows and {found_columns} of {columns} columns found by name")
    )
    return words.format(
        found=found,
        rows=len(matched.rows) if is_guess else len(sheet.row_ids),
        found_columns=sum(sheet.columns[place].field not in ("key", "beside") for place in matched.column_of),
        columns=sum(column.field not in ("key", "beside") for column in sheet.columns),
    )
