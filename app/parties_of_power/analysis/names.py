"""The names of many subjects on a day, of which only those are asked for anew that may have changed since."""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from parties_of_power.analysis.shown import ShownColumn, shown_texts
from parties_of_power.analysis.slices import Days
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.study.study import Study

_DAYS = "start_min, start_max, end_min + 1, end_max + 1, attested_day + 1"
_ADOPTED = f"SELECT subject_id, {_DAYS} FROM name WHERE standing = 'adopted'"


class NamesOfRows:
    """The names of these subjects, in their order; the same one may stand there several times."""

    def __init__(self, study: Study, subject_ids: Sequence[int]) -> None:
        self._study = study
        self.subject_ids = tuple(subject_ids)
        self._texts = [""] * len(self.subject_ids)
        # From which day on, and until before which one, a name surely stays. At first: never.
        self._from = np.full(len(self.subject_ids), ALWAYS_AFTER, np.int64)
        self._until = np.full(len(self.subject_ids), ALWAYS_BEFORE, np.int64)
        self._breaks: dict[int, list[int]] | None = None
        self._shown: ShownColumn | None = None

    def on(self, days: Days) -> ShownColumn:
        """The names shown, each on a day of its own."""
        stale = np.flatnonzero((days < self._from) | (days >= self._until))
        for row, day in zip(stale.tolist(), days[stale].tolist(), strict=True):
            self._ask(row, day)
        if self._shown is None:
            self._shown = shown_texts(self._texts)
        return self._shown

    def _ask(self, row: int, day: int) -> None:
        subject_id = self.subject_ids[row]
        shown = self._study.catalogue.shown_name(subject_id, day)
        if shown.text != self._texts[row]:
            self._texts[row] = shown.text
            self._shown = None
        self._from[row], self._until[row] = self._stays(subject_id, day) if shown.exact else (day, day + 1)

    def _stays(self, subject_id: int, day: int) -> tuple[int, int]:
        """A name that is in force stays so until a day on which one of the subject's names begins or ends."""
        if self._breaks is None:
            self._breaks = self._break_days()
        breaks = self._breaks.get(subject_id)
        if breaks is None:
            return ALWAYS_BEFORE, ALWAYS_AFTER
        place = bisect_right(breaks, day)
        return breaks[place - 1], breaks[place]

    def _break_days(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for subject_id, *days in self._study.rows(_ADOPTED):
            found.setdefault(subject_id, [ALWAYS_BEFORE, ALWAYS_AFTER + 2]).extend(days)
        return {subject_id: sorted(days) for subject_id, days in found.items()}
