"""What the written order of preference makes of the bundled study."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pytest

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.dates import PartialDate, Period
from parties_of_power.domain.force import Span, in_force
from parties_of_power.domain.preference import (
    Candidate,
    Preference,
    Settlement,
    differ,
    lines_for,
    questions,
    settle,
)

Row = dict[str, str]
Tables = dict[str, list[Row]]
Key = tuple[str, str, str]

COMPARED = {"number", "percent", "date", "choice", "yes_no", "party", "state"}
DISAGREEING = 96
AGREEING = 131


@dataclass(frozen=True)
class Answers:
    """All that the study says of one attribute of one subject, and what was decided."""

    kind: str
    validity: str
    rows: list[Row]
    candidates: list[Candidate]
    settlement: Settlement

    def adopted(self) -> list[Row]:
        return [
            row for row, standing in zip(self.rows, self.settlement.standings, strict=True) if standing == "adopted"
        ]

    def on(self, day: str) -> tuple[Row, str] | None:
        """The row in force on a day and the reason that stands on it."""
        places = [place for place, standing in enumerate(self.settlement.standings) if standing == "adopted"]
        spans = [Span.of(self.candidates[place].period, self.candidates[place].attested) for place in places]
        when = PartialDate.parse(day).earliest
        assert when is not None
        place, _hold = in_force(self.validity, when, spans)
        return None if place < 0 else (self.rows[places[place]], self.settlement.reasons[places[place]])


@pytest.fixture(scope="session")
def preferences(tables: Tables) -> list[Preference]:
    return [
        Preference(r["attribute"], r["subject_kind"], int(r["order"]), r["matches"], r["reason"], r["missing"])
        for r in tables["preferences"]
    ]


@pytest.fixture(scope="session")
def answers(tables: Tables, observations: list[Row], preferences: list[Preference]) -> dict[Key, Answers]:
    attributes = {(row["subject_kind"], row["key"]): row for row in tables["attributes"]}
    by_cell: dict[Key, list[Row]] = defaultdict(list)
    for row in observations:
        by_cell[row["subject_kind"], row["subject_id"], row["attribute"]].append(row)
    found = {}
    for key, rows in by_cell.items():
        attribute = attributes[key[0], key[2]]
        candidates = [candidate(row, attribute["validity"]) for row in rows]
        lines = lines_for(key[2], key[0], preferences)
        settlement = settle(candidates, lines)
        found[key] = Answers(attribute["kind"], attribute["validity"], rows, candidates, settlement)
    return found


def candidate(row: Row, validity: str) -> Candidate:
    return Candidate(
        value=row["value"],
        source=row["source_id"],
        period=Period.of(row["from"], row["to"], validity == "timeless"),
        attested=row["attested"],
        missing=row["missing"],
        event_id=hash(row["event_id"]) if row["event_id"] else None,
        certainty=row["certainty"],
        base=row["base"],
        bound=row["bound"],
        standing=row["standing"],
    )


def contradict(one: Candidate, other: Candidate, kind: str) -> bool:
    """Not when a date only names a day of the year that the other names."""
    if kind != "date":
        return differ(one, other)
    first, second = Period.parse(one.value), Period.parse(other.value)
    inside = first.start_earliest, first.end_latest, second.start_earliest, second.end_latest
    assert None not in inside
    a, b, c, d = (day or 0 for day in inside)
    return not ((a <= c and d <= b) or (c <= a and b <= d))


def test_disagreements_and_agreements_are_as_many_as_counted(answers: dict[Key, Answers]) -> None:
    disagreeing = agreeing = 0
    for answer in answers.values():
        valued = [row for row in answer.candidates if row.value]
        for places in questions(valued) if answer.kind in COMPARED else ():
            group = [valued[place] for place in places]
            disagreeing += any(
                contradict(one, other, answer.kind) and is_same_question(one, other)
                for number, one in enumerate(group)
                for other in group[:number]
            )
            agreeing += any(
                len({row.source for row in group if not differ(row, one)} - {"derived"}) > 1 for one in group
            )
    assert (disagreeing, agreeing) == (DISAGREEING, AGREEING)


def test_no_line_of_the_order_is_idle_in_its_words(answers: dict[Key, Answers], preferences: list[Preference]) -> None:
    named = {(line.attribute, line.subject_kind) for line in preferences if line.attribute != "*"}
    assert named <= {(key[2], key[0]) for key in answers}


def test_every_attribute_with_disagreements_has_lines_of_its_own(
    answers: dict[Key, Answers], preferences: list[Preference]
) -> None:
    named = {(line.subject_kind, line.attribute) for line in preferences}
    for key, answer in answers.items():
        if answer.kind in COMPARED and any(answer.settlement.reasons):
            assert (key[0], key[2]) in named, key


def test_every_adopted_value_with_a_rival_says_why(answers: dict[Key, Answers]) -> None:
    for key, answer in answers.items():
        standings = answer.settlement.standings
        for places in questions(answer.candidates):
            adopted = [place for place in places if standings[place] == "adopted"]
            for place in adopted:
                against = [
                    other
                    for other in places
                    if differ(answer.candidates[place], answer.candidates[other])
                    and is_same_question(answer.candidates[place], answer.candidates[other])
                ]
                assert bool(against) == bool(answer.settlement.reasons[place]), (key, answer.rows[place])


def test_a_single_observation_is_adopted_without_a_reason(answers: dict[Key, Answers]) -> None:
    for key, answer in answers.items():
        if len(answer.rows) == 1 and answer.rows[0]["standing"] == "":
            assert answer.settlement.standings == ("adopted",), key
            assert answer.settlement.reasons == ("",), key


def test_claims_stay_claims(answers: dict[Key, Answers]) -> None:
    for answer in answers.values():
        for row, standing in zip(answer.rows, answer.settlement.standings, strict=True):
            assert (row["standing"] == "claim") == (standing == "claim"), row


def test_only_two_questions_are_irreconcilable(answers: dict[Key, Answers]) -> None:
    left = {
        (key[1], key[2], answer.rows[places[0]]["event_id"])
        for key, answer in answers.items()
        for places, _choice in answer.settlement.unresolved
    }
    assert left == {
        ("pdpt", "vote_share", "election-tj-2005-02-27"),
        ("ak-jol", "vote_share", "election-kg-2007-12-16"),
    }


@pytest.mark.parametrize(
    ("cell", "value", "source"),
    [
        (("party", "united-russia", "vote_share"), "64.3", "wfb-2008"),
        (("party", "united-russia", "seats"), "315", "wfb-2008"),
        (("party", "united-russia", "leader"), "putin", "newday-2008"),
        (("party", "united-russia", "founded"), "2001-12-01", "cons-ur"),
        (("party", "nur-otan", "vote_share"), "88.4", "vparty-v2"),
        (("party", "nur-otan", "leader"), "nazarbayev", "fergana-2007"),
        (("party", "nur-otan", "founded"), "1999-02-12", "elbasy-nurotan"),
        (("party", "rpa", "vote_share"), "33.9", "wfb-2008"),
        (("party", "united-national-movement", "seats"), "119", "vparty-v2"),
        (("state", "TM", "cis_membership"), "associate", "wp-cis"),
        (("state", "UA", "cis_membership"), "founder_without_charter", "wp2-cis"),
        (("state", "GE", "chamber_seats"), "150", "ck-ge-2008"),
        (("state", "KZ", "capital"), "Astana", "kazinform-capital-2012"),
    ],
)
def test_on_the_day_of_the_article(answers: dict[Key, Answers], cell: Key, value: str, source: str) -> None:
    held = answers[cell].on("2008-11-25")
    assert held is not None
    assert (held[0]["value"], held[0]["source_id"]) == (value, source)


def test_united_russia_2007_with_its_base_what_agrees_and_what_does_not(answers: dict[Key, Answers]) -> None:
    answer = answers["party", "united-russia", "vote_share"]
    held = answer.on("2008-11-25")
    assert held is not None
    row, reason = held
    others = [r for r in answer.rows if r["event_id"] == row["event_id"] and r is not row]
    assert row["base"] == "votes_cast"
    assert "votes cast" in reason
    assert sorted(r["source_id"] for r in others if float(r["value"]) == 64.3) == ["derived", "psephos-ru-2007"]
    assert {(r["value"], r["base"], r["source_id"]) for r in others if float(r["value"]) != 64.3} == {
        ("64.2", "unknown", "wfb-2007"),
        ("65", "valid_votes", "vparty-v2"),
        ("65.01", "valid_votes", "derived"),
    }


@pytest.mark.parametrize("day", ["1994-06-01", "1997-06-01", "1998-02-01", "2000-01-01", "2020-01-01", "2024-01-01"])
def test_kazakhstan_has_one_capital_at_a_time(answers: dict[Key, Answers], day: str) -> None:
    names = {
        "1994": "Almaty",
        "1997": "Almaty",
        "1998": "Akmola",
        "2000": "Astana",
        "2020": "Nur-Sultan",
        "2024": "Astana",
    }
    held = answers["state", "KZ", "capital"].on(day)
    assert held is not None
    assert held[0]["value"] == names[day[:4]]


def test_parties_of_power_2008_is_no_wall_of_empty_cells(tables: Tables, answers: dict[Key, Answers]) -> None:
    rows = [row["subject_id"] for row in tables["comparison_rows"] if row["comparison"] == "parties-of-power-2008"]
    columns = [
        row["attribute"]
        for row in tables["comparison_columns"]
        if row["comparison"] == "parties-of-power-2008" and row["attribute"]
    ]
    filled = [
        ("party", subject, attribute) in answers and answers["party", subject, attribute].on("2008-11-25") is not None
        for subject in rows
        for attribute in columns
    ]
    assert sum(filled) >= 0.95 * len(filled)


def test_parties_of_power_2008_lists_those_that_are_one_or_are_disputed(
    tables: Tables, answers: dict[Key, Answers]
) -> None:
    listed = [row["subject_id"] for row in tables["comparison_rows"] if row["comparison"] == "parties-of-power-2008"]
    found = {}
    for (kind, subject, attribute), answer in answers.items():
        if (kind, attribute) == ("party", "party_of_power_in_its_state") and (held := answer.on("2008-11-25")):
            found[subject] = held[0]["value"]
    assert set(listed) == {subject for subject, value in found.items() if value in ("yes", "disputed")}
    assert [found[subject] for subject in listed] == ["yes"] * 7 + ["disputed"] * 3
