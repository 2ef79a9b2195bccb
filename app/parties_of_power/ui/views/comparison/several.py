"""What is done to several cells at once, as one edit and so one undo: copying them, giving them a missing reason."""

from __future__ import annotations

from collections.abc import Iterable

from parties_of_power.analysis.cell import Cell
from parties_of_power.domain.observations import Missing, missing_name
from parties_of_power.study import queries
from parties_of_power.study.carried import Carried
from parties_of_power.study.edits.naming import as_missing
from parties_of_power.study.typing import delete_cell
from parties_of_power.texts import ngettext
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.views.comparison.model import ComparisonModel

Place = tuple[int, int]
ANSWERS = ("value", "missing", "wrong")


def copied(model: ComparisonModel, places: Iterable[Place]) -> list[list[Copied]]:
    """The cells as a block of the rows and columns they lie in; what lies between them stays blank, and headings of
    groups are left out."""
    wanted = {place for place in places if not model.is_heading(place[0])}
    rows, columns = sorted({row for row, _column in wanted}), columns_of(wanted)
    blank = Copied("", is_answer=False)
    return [
        [_copied(model, model.cell(row, column)) if (row, column) in wanted else blank for column in columns]
        for row in rows
    ]


def columns_of(places: Iterable[Place]) -> list[int]:
    return sorted({column for _row, column in places})


def give_reason(model: ComparisonModel, places: Iterable[Place], missing: Missing) -> int | None:
    """How many cells now have the missing reason; None where it was refused."""
    cells = [
        (model.cell(row, column), model.attribute(column), model.when(row, column))
        for row, column in places
        if not model.is_heading(row)
    ]
    answered = [(cell.subject_id, attribute.id, day) for cell, attribute, day in cells if attribute]
    workspace = model.workspace
    count = len(answered)
    label = ngettext("Set {count} cell to {reason}", "Set {count} cells to {reason}", count)

    def act() -> int:
        with workspace.study.edit(label.format(count=count, reason=missing_name(missing))):
            for subject_id, attribute_id, day in answered:
                delete_cell(workspace.study, subject_id, attribute_id, missing, day=day, citing=workspace.citing)
        return count

    if count == 1:
        subject_id, attribute_id, day = answered[0]
        done = workspace.perform(
            lambda: delete_cell(workspace.study, subject_id, attribute_id, missing, day=day, citing=workspace.citing)
        )
        return None if done is None else 1
    return workspace.perform(act) if count else 0


def whole_text(cell: Cell) -> str:
    """What a cell says, with every figure that is stored, as its kind reads it again."""
    return cell.plain if cell.state == "value" and cell.plain else cell.text


def _copied(model: ComparisonModel, cell: Cell) -> Copied:
    is_number = cell.state == "value" and cell.number is not None
    is_answer = cell.state in ANSWERS or cell.attribute_id is None
    return Copied(whole_text(cell), is_number, as_missing(cell.missing), _carried(model, cell), is_answer)


def _carried(model: ComparisonModel, cell: Cell) -> tuple[Carried, ...]:
    if cell.observation_id is None or not cell.cited:
        return ()
    sources = model.workspace.catalogue.sources
    citations = queries.citations_of(model.workspace.study, "observation", cell.observation_id)
    return tuple(
        Carried(sources[each.source_id], each.locator, each.accessed) for each in citations if each.source_id in sources
    )
