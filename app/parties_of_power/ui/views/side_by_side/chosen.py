"""Which subjects stand side by side, each on its day; kept with the study, outside undo."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from parties_of_power.analysis.side_by_side import MOST_SIDES, Side
from parties_of_power.texts import _
from parties_of_power.ui.workspace import Workspace

SETTING = "side_by_side"


class ChosenSides(QObject):
    """Two to six, all parties or all states. One may be left for a while, until others are added."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.sides: tuple[Side, ...] = ()
        self.restore()

    def restore(self) -> None:
        """Those of the last time that the study was open."""
        self.sides = ()
        kept = self.workspace.study.setting(SETTING)
        self._set(_read(kept) if kept else ())

    def follow(self) -> None:
        """Leave out what is not in the study any more."""
        self._set(self.sides)

    def compare(self, subject_ids: Sequence[int]) -> None:
        """These on the day of the study, in place of those before."""
        if len(subject_ids) > MOST_SIDES:
            self.workspace.message.emit(_("Six fit side by side: the first six are shown."))
        self._take(Side(subject_id) for subject_id in subject_ids)

    def compare_days(self, subject_id: int, days: Iterable[int | None]) -> None:
        """One subject on several days; None is the day of the study."""
        self._take(Side(subject_id, day) for day in days)

    def add(self, side: Side) -> None:
        if len(self.sides) < MOST_SIDES:
            self._take((*self.sides, side))

    def remove(self, place: int) -> None:
        self._take(side for other, side in enumerate(self.sides) if other != place)

    def set_day(self, place: int, day: int | None) -> None:
        self._take(replace(side, day=day) if other == place else side for other, side in enumerate(self.sides))

    def move(self, place: int, by: int) -> None:
        order = list(self.sides)
        order.insert(place + by, order.pop(place))
        self._take(order)

    def _take(self, sides: Iterable[Side]) -> None:
        self._set(sides)
        kept = json.dumps([[str(side.subject_id), side.day] for side in self.sides])
        if not self.workspace.study.is_read_only and kept != self.workspace.study.setting(SETTING):
            self.workspace.perform(lambda: self.workspace.study.set_setting(SETTING, kept))

    def _set(self, sides: Iterable[Side]) -> None:
        subjects = self.workspace.catalogue.subjects
        known = [side for side in dict.fromkeys(sides) if side.subject_id in subjects]
        alike = [side for side in known if subjects[side.subject_id].kind == subjects[known[0].subject_id].kind]
        chosen = tuple(alike[:MOST_SIDES])
        if chosen != self.sides:
            self.sides = chosen
            self.changed.emit()


def _read(kept: str) -> tuple[Side, ...]:
    """A setting that cannot be read counts as none."""
    try:
        return tuple(Side(int(subject_id), None if day is None else int(day)) for subject_id, day in json.loads(kept))
    except (ValueError, TypeError):
        return ()
