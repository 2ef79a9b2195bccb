"""One attribute as columns of numbers: its adopted observations sorted once, and what is in force of them on a day.

The rule itself is `domain.force`; this is the same for all subjects at a time, and a test holds the two together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.answer import Answer
from parties_of_power.domain.attributes import Validity
from parties_of_power.domain.force import ALWAYS_AFTER, Hold
from parties_of_power.study.study import Study

Integers = NDArray[np.int64]
Days = NDArray[np.int32]
Truths = NDArray[np.bool_]

_NUMBERS = "subject_id, id, start_min, start_max, end_min, end_max, end_unknown, attested_day, edited"
_COLUMNS = f"{_NUMBERS}, number, value, missing, bound, CASE WHEN wrong THEN typed ELSE '' END"
_ADOPTED = f"SELECT {_COLUMNS} FROM observation WHERE standing = 'adopted' AND attribute_id = ?"
# The sign keeps SQLite from going through all of the attribute: few subjects are found by the index on cells.
_OF_SUBJECTS = (
    f"SELECT {_COLUMNS} FROM observation WHERE +standing = 'adopted' AND attribute_id = ?"
    " AND subject_id IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class Slice:
    """Adopted observations of one attribute, one place each in every array, sorted by subject, start, edit and id.

    `answer` is the place of what it says in `answers`, where the same may stand several times. `followed` is the first
    day on which another one began after this one was last attested, where its end is unknown.
    """

    subject: Integers
    observation: Integers
    start_min: Days
    start_max: Days
    end_min: Days
    end_max: Days
    end_unknown: Truths
    attested: Days
    followed: Days
    edited: Integers
    number: NDArray[np.float64]
    answer: Days
    answers: tuple[Answer, ...]

    def __len__(self) -> int:
        return len(self.subject)

    def in_force(self, validity: Validity, subjects: Integers, day: int | Days) -> tuple[Integers, NDArray[np.int8]]:
        """For each subject (ids, ascending, each once) the place of the observation in force on a day, -1 for none, and
        its hold. `day` may be one for each subject."""
        held = np.full(len(subjects), -1, np.int64)
        hold = np.zeros(len(subjects), np.int8)
        if not len(subjects):
            return held, hold
        owner = np.minimum(np.searchsorted(subjects, self.subject), len(subjects) - 1)
        days = day if isinstance(day, int) else day[owner]
        places = np.flatnonzero((subjects[owner] == self.subject) & self._may_hold(validity, days))
        held[owner[places]] = places  # of one subject the last one stays, which has the latest start
        found = held >= 0
        hold[found] = self._hold(validity, day if isinstance(day, int) else day[found], held[found])
        return held, hold

    def _may_hold(self, validity: Validity, day: int | Days) -> Truths:
        if validity == "timeless":
            return np.ones(len(self), np.bool_)
        begun: Truths = self.start_min <= day
        if validity == "last_known":
            return begun
        return begun & (day <= self.end_max) & (day < self.followed)

    def _hold(self, validity: Validity, day: int | Days, places: Integers) -> NDArray[np.int8]:
        hold = np.full(len(places), Hold.IN_FORCE, np.int8)
        if validity == "timeless":
            return hold
        possibly = day < self.start_max[places]
        if validity != "last_known":
            unknown = self.end_unknown[places]
            hold[unknown & (day > self.attested[places])] = Hold.LAST_ATTESTED
            possibly |= ~unknown & (day > self.end_min[places])
        hold[possibly] = Hold.POSSIBLY
        return hold


@dataclass(frozen=True, slots=True)
class Rows:
    """Subjects in any order: `subjects` are the distinct ones, ascending, `first` where each stands first, and `back`
    the place in them of each row."""

    ids: Integers
    subjects: Integers
    first: Integers
    back: Integers


@lru_cache(maxsize=4)
def rows_of(subject_ids: tuple[int, ...]) -> Rows:
    """Remembered, as every column of a table asks for the same rows; nobody may write into them."""
    ids = np.array(subject_ids, np.int64)
    rows = Rows(ids, *np.unique(ids, return_index=True, return_inverse=True))
    for array in (rows.ids, rows.subjects, rows.first, rows.back):
        array.setflags(write=False)
    return rows


def load_slice(study: Study, attribute_id: int) -> Slice:
    return slice_of_rows(study.rows(_ADOPTED, (attribute_id,)))


def renewed(study: Study, old: Slice, attribute_id: int, subject_ids: Iterable[int]) -> Slice:
    """The slice with these subjects read again; the others stay as they are."""
    subjects = sorted(subject_ids)
    stays = ~np.isin(old.subject, np.array(subjects, np.int64))
    new = slice_of_rows(study.rows(_OF_SUBJECTS, (attribute_id, _json(subjects))))
    inserted = {name: getattr(new, name) for name in _ARRAYS} | {"answer": new.answer + len(old.answers)}
    before = np.searchsorted(old.subject[stays], new.subject)
    merged = {name: np.insert(getattr(old, name)[stays], before, inserted[name]) for name in _ARRAYS}
    return Slice(**merged, answers=old.answers + new.answers)


_ARRAYS = tuple(field.name for field in fields(Slice) if field.name != "answers")


def slice_of_rows(rows: Iterable[tuple[Any, ...]]) -> Slice:
    columns = list(zip(*rows, strict=True)) or [()] * 14
    subject, observation, *days, unknown, seen, edited = (np.array(column, np.int64) for column in columns[:9])
    start_min, start_max, end_min, end_max = days
    order = np.lexsort((observation, edited, start_max, start_min, subject))
    first, attested = start_min[order].astype(np.int32), seen[order].astype(np.int32)
    answer, answers = _coded(columns[10:])
    return Slice(
        subject=subject[order],
        observation=observation[order],
        start_min=first,
        start_max=start_max[order].astype(np.int32),
        end_min=end_min[order].astype(np.int32),
        end_max=end_max[order].astype(np.int32),
        end_unknown=unknown[order].astype(np.bool_),
        attested=attested,
        followed=_followed(subject[order], first, np.maximum(attested, first), unknown[order]),
        edited=edited[order],
        number=np.array(columns[9], np.float64)[order],
        answer=answer[order],
        answers=answers,
    )


def _followed(subject: Integers, start: Days, seen: Days, unknown: Integers) -> Days:
    followed = np.full(len(subject), ALWAYS_AFTER + 1, np.int32)
    asking = np.flatnonzero(unknown)
    if not len(asking):
        return followed
    _distinct, owner = np.unique(subject, return_inverse=True)
    keys = (owner.astype(np.int64) << 32) + start
    after = np.searchsorted(keys, (owner[asking].astype(np.int64) << 32) + seen[asking], side="right")
    in_reach = after < len(subject)
    asking, after = asking[in_reach], after[in_reach]
    own = owner[after] == owner[asking]
    followed[asking[own]] = start[after[own]]
    return followed


def _coded(columns: Sequence[tuple[Any, ...]]) -> tuple[Days, tuple[Answer, ...]]:
    place_of: dict[tuple[Any, ...], int] = {}
    places = [place_of.setdefault(said, len(place_of)) for said in zip(*columns, strict=True)]
    return np.array(places, np.int32), tuple(map(Answer._make, place_of))


def _json(ids: Sequence[int]) -> str:
    return "[" + ",".join(map(str, ids)) + "]"
