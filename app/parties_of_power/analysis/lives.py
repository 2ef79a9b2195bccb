"""The lives of subjects as days: from when on one exists, until when, and its last day.

numpy is imported when many lives are asked for at once: the first table is painted without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.study.catalogue import Catalogue

if TYPE_CHECKING:
    from parties_of_power.analysis.slices import Days, Integers


class Bounds(NamedTuple):
    """Before `first` a subject surely did not exist yet, after `last` surely no more. It may have ended on `last_sure`
    already; the table shows an ended subject as on that day. Unknown days lie at ALWAYS_BEFORE and ALWAYS_AFTER."""

    first: int
    last: int
    last_sure: int


def bounds_of(founded: PartialDate | None, dissolved: PartialDate | None) -> Bounds:
    first = founded.earliest if founded else None
    last = dissolved.latest if dissolved else None
    last_sure = dissolved.earliest if dissolved else None
    if last is None:
        return Bounds(ALWAYS_BEFORE if first is None else first, ALWAYS_AFTER, ALWAYS_AFTER)
    return Bounds(ALWAYS_BEFORE if first is None else first, last, last if last_sure is None else last_sure)


@dataclass(frozen=True, slots=True)
class Lives:
    """The bounds of all subjects of a study, sorted by subject."""

    subject: Integers
    first: Days
    last: Days
    last_sure: Days

    def of(self, subjects: Integers) -> tuple[Days, Days, Days]:
        """First, last and last sure day of each."""
        import numpy as np

        if not len(self.subject):
            none = np.full(len(subjects), ALWAYS_AFTER, np.int32)
            return np.full(len(subjects), ALWAYS_BEFORE, np.int32), none, none
        place = np.minimum(np.searchsorted(self.subject, subjects), len(self.subject) - 1)
        known = self.subject[place] == subjects
        return (
            np.where(known, self.first[place], ALWAYS_BEFORE).astype(np.int32),
            np.where(known, self.last[place], ALWAYS_AFTER).astype(np.int32),
            np.where(known, self.last_sure[place], ALWAYS_AFTER).astype(np.int32),
        )


def lives_of(catalogue: Catalogue) -> Lives:
    """The lives of all subjects of a study."""
    import numpy as np

    subjects = sorted(catalogue.subjects)
    bounds = [bounds_of(*catalogue.life_of(subject)) for subject in subjects]
    # One list a column: numpy takes fifty times as long to look into tuples.
    first, last, last_sure = ([each[place] for each in bounds] for place in range(3))
    return Lives(
        np.array(subjects, np.int64),
        first=np.array(first, np.int32),
        last=np.array(last, np.int32),
        last_sure=np.array(last_sure, np.int32),
    )
