"""The order of preference, on small made-up questions."""

from __future__ import annotations

import pytest

from parties_of_power.domain.dates import Period
from parties_of_power.domain.preference import Candidate, Preference, choose, differ, lines_for, questions, settle

ELECTION = Period.parse("2007-12-02")


def said(value: str, source: str = "a", **known: str) -> Candidate:
    period = Period.parse(known.pop("period")) if "period" in known else ELECTION
    return Candidate(value, source, period, **known)


def line(matches: str, reason: str = "", missing: str = "", order: int = 1) -> Preference:
    return Preference("vote_share", "party", order, matches, reason or matches, missing)


@pytest.mark.parametrize(
    ("matches", "chosen"),
    [
        ("source:wfb-*", 0),
        ("!source:wfb-*", 2),
        ("certainty:high", 2),
        ("base:votes_cast", 2),
        ("bound:at_least", 1),
        ("agreeing:2", 2),
        ("certainty:high !base:votes_cast", 3),
        ("any", 2),
    ],
)
def test_a_line_chooses_by_its_terms(matches: str, chosen: int) -> None:
    rows = [
        said("64.2", "wfb-2007", certainty="medium", bound="exact"),
        said("60", "report", certainty="low", bound="at_least"),
        said("64.3", "election-archive", certainty="high", base="votes_cast"),
        said("64.30", "dataset", certainty="high", base="valid_votes"),
    ]
    assert choose(rows, [line(matches)]).place == chosen


def test_the_first_line_that_matches_anything_decides() -> None:
    rows = [said("1", "a"), said("2", "b")]
    assert choose(rows, [line("source:c"), line("source:b", "b goes first"), line("source:a")]).reason == "b goes first"


def test_of_those_matched_the_most_certain_then_the_first() -> None:
    rows = [said("1", certainty="medium"), said("2", certainty="high"), said("3", certainty="high")]
    assert choose(rows, [line("any")]).place == 1


def test_no_reason_is_needed_where_all_agree() -> None:
    adopted = choose([said("64.3"), said("64.30", "b")], [line("any", "because")])
    assert (adopted.place, adopted.reason) == (0, "")


def test_claims_and_decided_rivals_are_never_adopted() -> None:
    rows = [said("1", standing="claim"), said("2", standing="rival"), said("3", certainty="low")]
    assert choose(rows, [line("any")]).place == 2
    assert choose(rows[:2], [line("any")]).place == -1


def test_a_line_may_leave_the_question_without_a_value() -> None:
    lines = [line("spread:5", "too far apart", "irreconcilable"), line("any")]
    adopted = choose([said("46.9"), said("61.73", "b")], lines)
    assert (adopted.place, adopted.missing, adopted.reason) == (-1, "irreconcilable", "too far apart")
    assert choose([said("60"), said("61.73", "b")], lines).place == 0


@pytest.mark.parametrize("known", [{"base": "electorate"}, {"bound": "at_most"}, {"standing": "claim"}])
def test_only_exact_numbers_on_one_base_are_too_far_apart(known: dict[str, str]) -> None:
    rows = [said("46.9"), said("61.73", "b", **known)]
    assert choose(rows, [line("spread:5", missing="irreconcilable"), line("any")]).place == 0


def test_editions_of_one_work_agree_as_one() -> None:
    lines = [line("agreeing:2", "two sources"), line("any", "nothing better")]
    editions = [said("23", "wfb-2000"), said("23", "wfb-2001"), said("24", "b")]
    assert choose(editions, lines).reason == "nothing better"
    assert choose([*editions, said("23", "c")], lines).reason == "two sources"


def test_precision_asks_for_a_day() -> None:
    assert choose([said("1999"), said("1999-02-12", "b")], [line("precision:day")]).place == 1


def test_an_unknown_term_is_refused() -> None:
    with pytest.raises(ValueError, match="certanty:high"):
        choose([said("1")], [line("certanty:high")])


def test_own_lines_come_before_the_general_ones() -> None:
    general = Preference("*", "", 1, "any", "general")
    lines = lines_for("vote_share", "party", [general, line("source:b", order=2), line("source:a", order=1)])
    assert [one.reason for one in lines] == ["source:a", "source:b", "general"]
    assert [one.reason for one in lines_for("seats", "party", [general, line("source:b")])] == ["general"]


def test_rows_join_one_question_through_one_another() -> None:
    rows = [
        said("1", period="2001"),
        said("2", "b", period="2005"),
        said("3", "c", period="2000/2010"),
        said("4", "d", period="2011"),
    ]
    assert questions(rows) == ((0, 1, 2), (3,))


def test_settling_keeps_what_is_decided_and_says_why() -> None:
    rows = [
        said("one", period="1999/2002", standing="adopted"),
        said("two", "b", period="2002/2007", standing="adopted"),
        said("three", "c", period="2003/2005"),
        said("four", "d", period="2010/2012"),
    ]
    settled = settle(rows, [line("standing:adopted", "decided"), line("any", "any")])
    assert settled.standings == ("adopted", "adopted", "rival", "adopted")
    assert settled.reasons == ("", "decided", "", "")


def test_settling_leaves_the_irreconcilable_as_rivals() -> None:
    rows = [said("46.9"), said("61.73", "b"), said("50", "c", standing="claim")]
    settled = settle(rows, [line("spread:5", "too far apart", "irreconcilable")])
    assert settled.standings == ("rival", "rival", "claim")
    ((places, adoption),) = settled.unresolved
    assert (places, adoption.missing) == ((0, 1, 2), "irreconcilable")


def test_a_missing_reason_differs_from_a_value() -> None:
    assert differ(said("yes"), said("", missing="not_applicable"))
    assert not differ(said("", missing="unknown"), said("", missing="unknown"))
