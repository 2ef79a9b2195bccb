"""What has been decided about each difference: take theirs, keep ours, take theirs as a rival, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from parties_of_power.exchange.returned.differences import Decision, Difference, DifferenceKind
from parties_of_power.texts import _

Share = Literal["none", "some", "all"]


@dataclass(frozen=True, slots=True)
class Group:
    """Differences that are decided alike. `proposes` is what its heading offers for all of them."""

    key: str
    kinds: tuple[DifferenceKind, ...]
    proposes: Decision

    @property
    def title(self) -> str:
        return {
            "changed": _("Changed in the workbook"),
            "both": _("Changed on both sides"),
            "spoiled": _("Probably spoiled by Excel"),
            "lines": _("Rows and names"),
        }[self.key]

    @property
    def detail(self) -> str:
        return {
            "changed": _("here still as exported"),
            "both": _("decide each; nothing is overwritten unasked"),
            "spoiled": _("recognised against the export: keep ours"),
            "lines": "",
        }[self.key]


GROUPS: tuple[Group, ...] = (
    Group("changed", ("changed", "new", "removed"), "take"),
    Group("both", ("both",), ""),
    Group("spoiled", ("spoiled",), "keep"),
    Group("lines", ("renamed", "row_new", "row_gone", "column_new"), ""),
)


def group_of(difference: Difference) -> Group:
    return next(group for group in GROUPS if difference.kind in group.kinds)


class Decisions:
    """Kept by the place of each difference, so that they outlast an edit that is made meanwhile."""

    def __init__(self) -> None:
        self._decided: dict[tuple[object, ...], Decision] = {}

    def of(self, difference: Difference) -> Decision:
        return self._decided.get(difference.place, difference.usual)

    def decide(self, differences: Iterable[Difference], decision: Decision) -> None:
        for each in differences:
            if decision in choices(each) or not decision:
                self._decided[each.place] = decision

    def forget(self) -> None:
        self._decided.clear()

    def count(self, differences: Iterable[Difference], decision: Decision) -> int:
        return sum(self.of(each) == decision for each in differences)

    def share_taken(self, differences: Iterable[Difference]) -> Share:
        """How much of these is taken, among those that can be."""
        taken = [self.of(each) in ("take", "both") for each in differences if each.can_take]
        if not any(taken):
            return "none"
        return "all" if all(taken) else "some"


def choices(difference: Difference) -> tuple[Decision, ...]:
    """What may be decided, in the order of the buttons."""
    if not difference.can_take:
        return ("keep",)
    return ("take", "keep", "both") if difference.kind == "both" else ("take", "keep")


def choice_name(difference: Difference, decision: Decision) -> str:
    if difference.kind == "both":
        return {"take": _("Theirs"), "keep": _("Ours"), "both": _("Both"), "": _("not decided")}[decision]
    return {"take": _("Take"), "keep": _("Keep ours"), "both": _("Both"), "": _("not decided")}[decision]
