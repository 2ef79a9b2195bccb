"""The truth table of what is in force on a day: each validity in each situation, and the lives of subjects."""

from __future__ import annotations

import pytest

from parties_of_power.domain.attributes import VALIDITIES, Validity
from parties_of_power.domain.dates import NO_PERIOD, PartialDate, Period
from parties_of_power.domain.force import Hold, Life, Span, in_force, life_on

IN_FORCE, POSSIBLY, LAST_ATTESTED, NONE = Hold.IN_FORCE, Hold.POSSIBLY, Hold.LAST_ATTESTED, Hold.NONE
COLUMNS: tuple[Validity, ...] = ("timeless", "until_changed", "last_known", "own_period")

# Situation: the adopted periods ("start/end|attested"), A first. Then the day, and what is in force if the attribute is
# timeless (T), until changed (C), last known, that is measured (M), or of its own period (P): A, B or C, with ≈ for
# possibly, † for last attested, - for nothing.
TABLE = """
periods                             | on         | T  | C  | M  | P  | why
                                    | 2008-11-25 | -  | -  | -  | -  | nothing adopted
always                              | 2008-11-25 | A  | A  | A  | A  | no period at all
2007-07-04/2022-01-28               | 2007-07-03 | A  | -  | -  | -  | the day before its start
2007-07-04/2022-01-28               | 2007-07-04 | A  | A  | A  | A  | its first day
2007-07-04/2022-01-28               | 2022-01-28 | A  | A  | A  | A  | its last day
2007-07-04/2022-01-28               | 2022-01-29 | A  | -  | A  | -  | after its end; what was measured stays
2007-07-04/..                       | 2024-01-01 | A  | A  | A  | A  | an open end
../2006-05-07                       | 1991-01-01 | A  | A  | A  | A  | an open start
2008                                | 2008-01-01 | A  | A  | A  | A  | one date is the whole of it, surely
2008                                | 2008-12-31 | A  | A  | A  | A  | to its last day
2008                                | 2009-01-01 | A  | -  | A  | -  | and no longer
2008/2011                           | 2008-01-01 | A  | ≈A | ≈A | ≈A | began on an unknown day of 2008
2008/2011                           | 2008-12-30 | A  | ≈A | ≈A | ≈A | the last day on which that is unsure
2008/2011                           | 2008-12-31 | A  | A  | A  | A  | begun by then
2008/2011                           | 2011-01-01 | A  | A  | A  | A  | it cannot have ended before this day
2008/2011                           | 2011-01-02 | A  | ≈A | A  | ≈A | may have ended the day before
2008/2011                           | 2011-12-31 | A  | ≈A | A  | ≈A | may just have lasted
2008/2011                           | 2012-01-01 | A  | -  | A  | -  | surely over
[..1994]/1998-06-01                 | 1980-01-01 | A  | ≈A | ≈A | ≈A | began in 1994 or before: no earliest day
[..1994]/1998-06-01                 | 1995-01-01 | A  | A  | A  | A  | begun
[1998..2000]/..                     | 1999-06-01 | A  | ≈A | ≈A | ≈A | somewhere between the two
1999~/2001-01-01                    | 1998-12-31 | A  | -  | -  | -  | about 1999 lies in 1999: no margin is made up
/2006-05-07                         | 1990-01-01 | A  | ≈A | ≈A | ≈A | an unknown start
/2006-05-07                         | 2006-05-07 | A  | A  | A  | A  | the end proves it
/2006-05-07|2001-03-01              | 2001-02-28 | A  | ≈A | ≈A | ≈A | before it was first seen
/2006-05-07|2001-03-01              | 2001-03-01 | A  | A  | A  | A  | seen
/|2008                              | 2008-11-25 | A  | ≈A | ≈A | ≈A | seen on some day of 2008
/|2008                              | 2009-06-01 | A  | †A | A  | †A | not seen since
/                                   | 2008-11-25 | A  | ≈A | ≈A | ≈A | nothing is known of its days
2001-12-01/|2003                    | 2003-12-31 | A  | A  | A  | A  | an unknown end, until it was last attested
2001-12-01/|2003                    | 2004-01-01 | A  | †A | A  | †A | after that: last attested
2001-12-01/                         | 2001-12-01 | A  | A  | A  | A  | attested by its start alone
2001-12-01/                         | 2001-12-02 | A  | †A | A  | †A | and never again
2001/|2003                          | 2001-06-01 | A  | ≈A | ≈A | ≈A | unsure start, unknown end
2001-01-01/|2003 2005-01-01/..      | 2004-12-31 | B  | †A | A  | †A | last attested until the next one starts
2001-01-01/|2003 2005-01-01/..      | 2005-01-01 | B  | B  | B  | B  | the next one
2001-01-01/|2003 2005/2006-01-01    | 2005-03-01 | B  | ≈B | ≈B | ≈B | the next one possibly
2001-01-01/|2003 2005/2006-01-01    | 2007-01-01 | B  | -  | B  | -  | followed: it does not come back
2001-01-01/|2010 2005/2006-01-01    | 2007-01-01 | B  | A  | B  | A  | attested after the other one: it does
1999-01-01/.. 2003-01-01/2005-12-31 | 2002-12-31 | B  | A  | A  | A  | before the inner one
1999-01-01/.. 2003-01-01/2005-12-31 | 2004-01-01 | B  | B  | B  | B  | the latest start
1999-01-01/.. 2003-01-01/2005-12-31 | 2006-01-01 | B  | A  | B  | A  | the outer one is in force again
2003-01-01/2005-12-31 1999-01-01/.. | 2004-01-01 | A  | A  | A  | A  | the latest start, not the latest edit
2003-01-01/.. 2003-01-01/..         | 2004-01-01 | B  | B  | B  | B  | of equal starts the latest edit
always always                       | 2004-01-01 | B  | B  | B  | B  | likewise without a period
2002/.. 2002-03-01/..               | 2002-06-01 | B  | B  | B  | B  | the later earliest start
2002/.. 2002-01-01/..               | 2002-06-01 | A  | ≈A | ≈A | ≈A | of equal earliest starts the later latest one
2003/2005 2005/2007-07-04           | 2005-07-01 | B  | ≈B | ≈B | ≈B | both possible: the later start, marked
2003-12-07 2007-12-02               | 2007-12-01 | B  | -  | A  | -  | measured before, until the next measurement
2003-12-07 2007-12-02               | 2008-11-25 | B  | -  | B  | -  | measured at the last election
2003-12-07 2007-12-02 2011-12-04    | 2008-11-25 | C  | -  | B  | -  | the next one is not known yet
2007 2009                           | 2008-06-01 | B  | -  | A  | -  | a year between two of them
"""


def rows() -> list[tuple[str, str, Validity, str, str]]:
    found = []
    for line in TABLE.strip().splitlines()[1:]:
        periods, on, *answers, why = (part.strip() for part in line.split(" | "))
        for validity, answer in zip(COLUMNS, answers, strict=True):
            found.append((periods, on, validity, answer, why))
    return found


def spans(periods: str) -> list[Span]:
    found = []
    for each in periods.split():
        period, _stroke, attested = each.partition("|")
        found.append(Span.of(NO_PERIOD if period == "always" else Period.parse(period), attested))
    return found


def day(text: str) -> int:
    earliest = PartialDate.parse(text).earliest
    assert earliest is not None
    return earliest


@pytest.mark.parametrize(("periods", "on", "validity", "answer", "why"), rows())
def test_the_truth_table(periods: str, on: str, validity: Validity, answer: str, why: str) -> None:
    place, hold = in_force(validity, day(on), spans(periods))
    mark = {IN_FORCE: "", POSSIBLY: "≈", LAST_ATTESTED: "†", NONE: "-"}[hold]
    assert mark + ("ABC"[place] if place >= 0 else "") == answer, why


def test_every_validity_has_a_column() -> None:
    assert COLUMNS == VALIDITIES


def test_the_latest_edit_is_in_force_wherever_it_stands() -> None:
    two = spans("2003-01-01/.. 2003-01-01/..")
    assert in_force("until_changed", day("2004"), two, [9, 4]) == (0, IN_FORCE)
    assert in_force("until_changed", day("2004"), two, [4, 9]) == (1, IN_FORCE)
    assert in_force("until_changed", day("2004"), two, [7, 7]) == (1, IN_FORCE)


LIVES = """
founded      | dissolved    | on         | life
             |              | 2008-11-25 | UNKNOWN
2001-12-01   |              | 2001-11-30 | BEFORE
2001-12-01   |              | 2001-12-01 | ALIVE
2001-12-01   |              | 2030-01-01 | ALIVE
2001         |              | 2000-12-31 | BEFORE
2001         |              | 2001-06-01 | POSSIBLY
2001         |              | 2001-12-31 | ALIVE
[..1994]     |              | 1900-01-01 | POSSIBLY
[..1994]     |              | 1995-01-01 | ALIVE
1912         | 1991-11-06   | 1991-11-06 | ALIVE
1912         | 1991-11-06   | 1991-11-07 | AFTER
1912         | 1991         | 1991-01-01 | ALIVE
1912         | 1991         | 1991-06-01 | POSSIBLY
1912         | 1991         | 1992-01-01 | AFTER
             | 2002-04-09   | 1900-01-01 | ALIVE
             | 2002-04-09   | 2002-04-10 | AFTER
1999         | [2002..2004] | 2003-01-01 | POSSIBLY
1999         | [2002..2004] | 2005-01-01 | AFTER
1999         | [2002..]     | 2030-01-01 | POSSIBLY
"""


@pytest.mark.parametrize("line", LIVES.strip().splitlines()[1:])
def test_lives(line: str) -> None:
    founded, dissolved, on, life = (part.strip() for part in line.split("|"))
    dates = (PartialDate.parse(text) if text else None for text in (founded, dissolved))
    assert life_on(day(on), *dates) is Life[life]
