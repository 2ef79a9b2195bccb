"""What is done to several cells at once, as one edit and so one undo: copying, pasting, giving a missing reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.showing import missing_short
from parties_of_power.domain.observations import MISSING_REASONS, Missing, missing_name
from parties_of_power.study.typing import delete_cell, what_typing_does
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.comparison.clipboard import Block, Copied
from parties_of_power.ui.views.comparison.model import ComparisonModel

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Target:
    """A cell that takes a text, and the day it is edited on."""

    subject_id: int
    attribute_id: int
    day: int
    text: str


@dataclass(slots=True)
class Pasted:
    """What a paste did, counted. `outside` had no cell below it; `kept` are cells that cannot be pasted into."""

    changed: int = 0
    same: int = 0
    blank: int = 0
    outside: int = 0
    kept: int = 0
    wrong: list[str] = field(default_factory=list)

    def sentence(self) -> str:
        parts = (
            ngettext("{count} cell pasted", "{count} cells pasted", self.changed).format(count=self.changed),
            self._wrong_words(),
            _counted(ngettext("{count} said so already", "{count} said so already", self.same), self.same),
            _counted(ngettext("{count} blank left out", "{count} blank ones left out", self.blank), self.blank),
            _counted(ngettext("{count} kept as it is", "{count} kept as they are", self.kept), self.kept),
            _counted(ngettext("{count} beyond the table", "{count} beyond the table", self.outside), self.outside),
        )
        return " · ".join(filter(None, parts))

    def _wrong_words(self) -> str:
        if not self.wrong:
            return ""
        words = ngettext(
            "{count} could not be read and is marked wrong: {first}",
            "{count} could not be read and are marked wrong, as {first}",
            len(self.wrong),
        )
        return words.format(count=len(self.wrong), first=self.wrong[0])


def copied(model: ComparisonModel, places: Iterable[Place]) -> list[list[Copied]]:
    """The cells as a block of the rows and columns they lie in; what lies between them stays blank."""
    wanted = set(places)
    rows, columns = sorted({row for row, _column in wanted}), sorted({column for _row, column in wanted})
    blank = Copied("")
    return [
        [_copied(model.cell(row, column)) if (row, column) in wanted else blank for column in columns] for row in rows
    ]


def targets(model: ComparisonModel, block: Block, places: Sequence[Place]) -> list[tuple[Place, str]]:
    """Which text goes where: from the first selected cell on, over all of the selection where the block fits it exactly
    several times, as in Excel."""
    height, width = len(block), len(block[0])
    top, left = min(row for row, _c in places), min(column for _r, column in places)
    rows = max(row for row, _c in places) - top + 1
    columns = max(column for _r, column in places) - left + 1
    if rows % height or columns % width:
        rows, columns = height, width
    return [
        ((top + row, left + column), block[row % height][column % width])
        for row in range(max(rows, height))
        for column in range(max(columns, width))
    ]


def paste(model: ComparisonModel, block: Block, places: Sequence[Place]) -> Pasted | None:
    """None where it was refused; then nothing is changed."""
    pasted = Pasted()
    wanted = _writable(model, targets(model, block, places), pasted)
    study = model.workspace.study
    count = len(wanted)
    label = ngettext("Paste {count} cell", "Paste {count} cells", count).format(count=count)

    def act() -> Pasted:
        with study.edit(label):
            for target in wanted:
                _paste_one(model, pasted, target)
        return pasted

    return model.workspace.perform(act)


def give_reason(model: ComparisonModel, places: Iterable[Place], missing: Missing) -> int | None:
    """How many cells now have the missing reason; None where it was refused."""
    cells = [(model.cell(row, column), model.attribute(column), model.day_of(column)) for row, column in places]
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


def _copied(cell: Cell) -> Copied:
    is_number = cell.state == "value" and cell.number is not None
    return Copied(cell.plain if cell.state == "value" and cell.plain else cell.text, is_number)


def _writable(model: ComparisonModel, wanted: Iterable[tuple[Place, str]], pasted: Pasted) -> list[Target]:
    """The cells that take a text; the others are counted. What a cell shows already is left as it is: computed states
    and names come back with a row that was copied here."""
    writable = []
    for (row, column), text in wanted:
        if row >= model.rowCount() or column >= model.columnCount():
            pasted.outside += bool(text.strip())
            continue
        cell, attribute = model.cell(row, column), model.attribute(column)
        if not text.strip():
            pasted.blank += 1
        elif text.strip() in (cell.text, cell.plain):
            pasted.same += 1
        elif attribute is None:
            pasted.kept += 1
        else:
            writable.append(Target(cell.subject_id, attribute.id, model.day_of(column), text))
    return writable


def _paste_one(model: ComparisonModel, pasted: Pasted, target: Target) -> None:
    study, citing = model.workspace.study, model.workspace.citing
    subject_id, attribute_id, day = target.subject_id, target.attribute_id, target.day
    reason = _reason_called(target.text)
    if reason:
        delete_cell(study, subject_id, attribute_id, reason, day=day, citing=citing)
        pasted.changed += 1
        return
    typing = what_typing_does(study, subject_id, attribute_id, target.text, day=day, citing=citing)
    typing.apply(study)
    if typing.kind == "same":
        pasted.same += 1
        return
    pasted.changed += 1
    if typing.kind == "wrong":
        pasted.wrong.append(_("“{text}”").format(text=target.text.strip()))


def _reason_called(text: str) -> Missing:
    """The missing reason that a cell shows with these words; '' where they are none."""
    words = text.strip()
    return next((reason for reason in MISSING_REASONS if words in (missing_name(reason), missing_short(reason))), "")


def _counted(words: str, count: int) -> str:
    return words.format(count=count) if count else ""
