"""What a difference is between a workbook that came back and the study: as exported, theirs, and ours now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.observations import Missing
from parties_of_power.exchange.returned.exported import Exported, ExportedSheet
from parties_of_power.texts import _

# `both`: changed here as well since the export. `removed`: a cell was emptied. `row_new`, `row_gone`, `column_new`: a
# whole row or column. `renamed`: the name of a row is another one.
DifferenceKind = Literal["new", "changed", "removed", "both", "spoiled", "renamed", "row_new", "row_gone", "column_new"]
KINDS: tuple[DifferenceKind, ...] = (
    "changed",
    "new",
    "removed",
    "both",
    "spoiled",
    "renamed",
    "row_new",
    "row_gone",
    "column_new",
)
CELL_KINDS: tuple[DifferenceKind, ...] = ("changed", "new", "removed", "both", "spoiled")
Decision = Literal["", "take", "keep", "both"]


def kind_name(kind: DifferenceKind) -> str:
    return {
        "changed": _("changed"),
        "new": _("new"),
        "removed": _("removed"),
        "both": _("changed on both sides"),
        "spoiled": _("probably spoiled"),
        "renamed": _("another name"),
        "row_new": _("new row"),
        "row_gone": _("row deleted"),
        "column_new": _("new column"),
    }[kind]


@dataclass(frozen=True, slots=True)
class Difference:
    """`row_id` is the party or state of its row, 0 for a new one; `subject_id` whose cell it is, which may be its
    state. `text` is what would be typed, or `missing` the reason that would stand there. `why` says why it is probably
    spoiled, or with `can_take` false why it cannot be taken. `values` are the cells of a new row (by the number of the
    exported column) or of a new column (by the id of their row)."""

    kind: DifferenceKind
    row_id: int
    row: str
    column: str
    old: str
    theirs: str
    ours: str
    subject_id: int = 0
    attribute_id: int | None = None
    day: int = 0
    text: str = ""
    missing: Missing = ""
    why: str = ""
    can_take: bool = True
    values: tuple[tuple[int, str], ...] = ()

    @property
    def place(self) -> tuple[object, ...]:
        """By which it is known again after an edit. What has changed here since it was decided is another one."""
        return self.row_id, self.row if not self.row_id else "", self.column, self.kind, self.theirs, self.ours

    @property
    def usual(self) -> Decision:
        """What is proposed: nothing is overwritten unasked, and what cannot be taken or is spoiled stays as it is."""
        return "keep" if self.kind in ("spoiled", "row_gone") or not self.can_take else ""


@dataclass(frozen=True, slots=True)
class Returned:
    """`name` is that of the file, `program` what saved it last. With `is_guess` it carried nothing about itself, and
    rows and columns were matched by name. `found` says how much was matched, `notes` what was understood without being
    a difference."""

    name: str
    exported: Exported
    sheet: ExportedSheet
    is_guess: bool
    program: str = ""
    found: str = ""
    notes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    def counts(self) -> Counter[DifferenceKind]:
        return Counter(each.kind for each in self.differences)


def grouped_by_column(differences: Sequence[Difference]) -> dict[str, list[int]]:
    """The places of the differences of each column, those of whole rows under one title."""
    groups: dict[str, list[int]] = {}
    for place, each in enumerate(differences):
        title = _("Whole rows") if each.kind in ("row_new", "row_gone") else each.column
        groups.setdefault(title, []).append(place)
    return groups
