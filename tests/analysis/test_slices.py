"""The fast form of the rule over columns of numbers says what the plain one in `domain.force` says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.slices import Slice, renewed, slice_of_rows
from parties_of_power.domain.attributes import VALIDITIES, Validity
from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.force import Hold, Span, in_force

DAYS = range(730_120, 733_800)  # 2000 to 2010
PERIODS = [
    "",
    "2001",
    "2002-03-04",
    "2001/2003",
    "2001/..",
    "2003/",
    "2002-05/2004-06-07",
    "../2005",
    "/2004",
    "/",
    "[..2002]/2006",
    "[2002..2004]/2006-07-08",
    "2004-04-04/..",
    "2003-03-03/",
    "2001-01-01/2002-02-02",
]
ATTESTED = ["", "2003", "2004-05-06", "2007"]
SUBJECTS = st.integers(1, 6)

Row = tuple[object, ...]


@st.composite
def observations(draw: st.DrawFn, subjects: st.SearchStrategy[int] = SUBJECTS, most: int = 25) -> list[Row]:
    """Rows as the study gives them: many overlap, start or were edited together."""
    rows: list[Row] = []
    for place in range(draw(st.integers(0, most))):
        text = draw(st.sampled_from(PERIODS))
        span = Span.of(Period.parse(text) if text else NO_PERIOD, draw(st.sampled_from(ATTESTED)))
        days = (span.start_min, span.start_max, span.end_min, span.end_max, int(span.end_unknown), span.attested)
        said = (draw(st.sampled_from(["", "1", "2"])), "", "", "")
        rows.append((draw(subjects), 1000 + place, *days, draw(st.integers(1, 4)), None, *said))
    return draw(st.permutations(rows))


def plain(rows: list[Row], validity: Validity, subject: int, day: int) -> tuple[int, Hold]:
    own = sorted((row for row in rows if row[0] == subject), key=lambda row: row[1])
    spans = [Span(row[2], row[3], row[4], row[5], bool(row[6]), row[7]) for row in own]  # type: ignore[arg-type]  # days
    place, hold = in_force(validity, day, spans, [row[8] for row in own])  # type: ignore[misc]  # numbers
    return (own[place][1] if place >= 0 else 0), hold  # type: ignore[return-value]  # an id


def fast(cut: Slice, validity: Validity, subjects: list[int], day: int | list[int]) -> list[tuple[int, Hold]]:
    days = day if isinstance(day, int) else np.array(day, np.int32)
    places, hold = cut.in_force(validity, np.array(subjects, np.int64), days)
    ids = [int(cut.observation[place]) if place >= 0 else 0 for place in places]
    return [(observation, Hold(each)) for observation, each in zip(ids, hold, strict=True)]


@given(observations(), st.sampled_from(VALIDITIES), st.lists(SUBJECTS, unique=True), st.sampled_from(DAYS))
def test_fast_and_plain_agree(rows: list[Row], validity: Validity, subjects: list[int], day: int) -> None:
    asked = sorted(subjects)
    expected = [plain(rows, validity, subject, day) for subject in asked]
    assert fast(slice_of_rows(rows), validity, asked, day) == expected


@given(observations(), st.sampled_from(VALIDITIES), st.lists(st.sampled_from(DAYS), min_size=6, max_size=6))
def test_each_subject_may_be_read_on_a_day_of_its_own(rows: list[Row], validity: Validity, days: list[int]) -> None:
    asked = [1, 2, 3, 4, 5, 6]
    expected = [plain(rows, validity, subject, day) for subject, day in zip(asked, days, strict=True)]
    assert fast(slice_of_rows(rows), validity, asked, days) == expected


class Stored:
    """A study of which only these rows can be asked for."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def rows(self, _sql: str, _params: object) -> list[Row]:
        return self._rows


@given(observations(), observations(st.sampled_from([2, 5])))
def test_subjects_read_again_stand_where_they_would_have(before: list[Row], again: list[Row]) -> None:
    others = [row for row in before if row[0] not in (2, 5)]
    changed = renewed(Stored(again), slice_of_rows(before), 1, [5, 2])  # type: ignore[arg-type]  # as far as it is asked
    read_anew = slice_of_rows([*others, *again])
    for name in ("subject", "start_min", "start_max", "end_min", "end_max", "end_unknown", "attested", "followed"):
        assert getattr(changed, name).tolist() == getattr(read_anew, name).tolist(), name
    assert [changed.answers[place] for place in changed.answer] == [
        read_anew.answers[place] for place in read_anew.answer
    ]


@pytest.mark.parametrize("validity", VALIDITIES)
def test_an_attribute_without_observations_holds_nothing(validity: Validity) -> None:
    assert fast(slice_of_rows([]), validity, [1, 2], DAYS[0]) == [(0, Hold.NONE)] * 2
    assert fast(slice_of_rows([]), validity, [], DAYS[0]) == []
