"""Which observations answer the same question, and which of their answers are a conflict to settle."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given

from domain.date_texts import periods
from parties_of_power.domain.agreement import Agreement, compare, is_same_question
from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.kinds import kind


@dataclass(frozen=True)
class Answer:
    period: Period = NO_PERIOD
    event_id: int | None = None
    attested: str = ""


def during(text: str, attested: str = "") -> Answer:
    return Answer(Period.parse(text), None, attested)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Answer(event_id=1), Answer(event_id=1), True),
        (Answer(event_id=1), Answer(event_id=2), False),
        (Answer(Period.parse("2003"), 1), Answer(Period.parse("2007"), 1), True),
        (Answer(Period.parse("2007-12-02"), 1), during("2007-12-02"), True),
        (Answer(Period.parse("2007-12-02"), 1), during("2007"), True),
        (Answer(Period.parse("2007-12-02"), 1), during("2008"), False),
        (Answer(), Answer(), True),
        (Answer(), during("2008"), True),
        (during("2008"), during("2008-07"), True),
        (during("2008"), during("2009"), False),
        (during("2008-07-04"), during("2008-07-04"), True),
        (during("2000/.."), during("2008/.."), True),
        (during("2008-11-25"), during("2007-07-04/2022-01-28"), True),
        (during("2008-11-25/", "2008-11-25"), during("2007-07-04/2022-01-28"), True),
        (during("/", "2008-11-25"), during("2007-07-04/2022-01-28"), True),
        (during("2008-05-07"), during("2008-05-07/2012-05-07"), False),
        (during("2008/", "2008"), during("2007/2012"), False),
        (during("2000-03-01/2008-05-07"), during("2008-05-07/2012-05-07"), False),
        (during("2000-03-01/2008-05-08"), during("2008-05-07/2012-05-07"), True),
        (during("2000/2008-05"), during("2008-05/2012"), False),
        (during("2000/2008"), during("2001/2005"), True),
        (during("/"), during("2008"), False),
        (during("/", "2008"), during("2008-07"), True),
        (during("/", "2008"), during("2010"), False),
        (during("2000/", "2004"), during("2005/2007"), False),
        (during("2000/", "2006"), during("2005-01-01/2007"), True),
        (during("2000/"), during("2005/2007"), True),
        (during("/2006"), during("2001"), True),
        (during("[..1994]/", "1994"), during("[..1994]/", "2025"), False),
        (during("[..1994]/1998"), during("1995-01-01/1997"), True),
    ],
)
def test_the_same_question(a: Answer, b: Answer, same: bool) -> None:
    assert is_same_question(a, b) is same
    assert is_same_question(b, a) is same


@given(periods.filter(lambda text: text != "/"))
def test_an_answer_of_the_same_period_is_of_the_same_question(text: str) -> None:
    assert is_same_question(during(text), during(text))


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        (("64.3", "votes_cast"), ("64.3", "valid_votes"), Agreement.AGREES),
        (("64.3", "votes_cast"), ("64.30", ""), Agreement.AGREES),
        (("65", "valid_votes"), ("64.3", "votes_cast"), Agreement.OTHER_BASE),
        (("65", "valid_votes"), ("65.01", "valid_votes"), Agreement.PRECISION),
        (("65", "valid_votes"), ("65.01", "unknown"), Agreement.PRECISION),
        (("64.2", "unknown"), ("64.3", "votes_cast"), Agreement.CONFLICT),
        (("64.2", ""), ("64.3", "votes_cast"), Agreement.CONFLICT),
        (("64.2", "unknown"), ("64.3", ""), Agreement.CONFLICT),
        (("64.2", "votes_cast"), ("64.3", "votes_cast"), Agreement.CONFLICT),
    ],
)
def test_how_two_shares_stand_to_each_other(a: tuple[str, str], b: tuple[str, str], agreement: Agreement) -> None:
    percent = kind("percent")
    assert compare(percent, a[0], b[0], a[1], b[1]) is agreement
    assert compare(percent, b[0], a[0], b[1], a[1]) is agreement


def test_a_date_within_another_is_no_conflict() -> None:
    assert compare(kind("date"), "1992-11", "1992-11-21") is Agreement.PRECISION
    assert compare(kind("date"), "1992-11", "1993") is Agreement.CONFLICT
