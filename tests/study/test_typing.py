"""What typing in a cell does, case by case, as the line under the cell says it before a key is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parties_of_power.domain.observations import Observation
from parties_of_power.study import edits
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.typing import Typing, delete_cell, set_value, what_typing_does
from study.builders import Words, a_study

UR = "United Russia"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Words]:
    """On 25 November 2008: a cited vote share with two rivals, an own number, leaders, and empty cells of each
    validity."""
    words = a_study(tmp_path_factory.mktemp("typing"), coder="Aliya").as_of("2008-11-25")
    words.with_party(UR, "Russia")
    words.with_source("World Factbook 2008", key="wfb-2008").with_source("V-Party V2").with_source("Vzglyad")
    words.with_person("Vladimir Putin").with_person("Boris Gryzlov")
    words.with_attribute("Vote share", "percent", validity="last_known").with_attribute("Leader", "several_persons")
    words.with_attribute("Seats", "number", validity="last_known").with_attribute("Motto")
    words.with_attribute("Members", "number", validity="last_known").with_attribute("Congresses", validity="own_period")
    words.with_attribute("Continent", validity="timeless").with_attribute(
        "Role", "choice", choices=["senior", "junior"]
    )
    words.with_attribute("Deputies", "number", validity="last_known").with_attribute("Chair", "person")
    words.with_event("Duma election", "election", "2007-12-02", UR)
    vote: dict[str, Any] = {"event": "Duma election", "coder": "Bundle"}
    factbook = {**vote, "source": "World Factbook 2008", "base": "votes_cast"}
    vparty = {**vote, "source": "V-Party V2", "base": "valid_votes", "standing": "rival"}
    words.with_value(UR, "Vote share", "64.3", "2007-12-02", low=64, high=65, certainty="high", **factbook)
    words.with_value(UR, "Vote share", "65", "2007-12-02", **vparty)
    words.with_value(UR, "Vote share", "64.2", "2007-12-02", standing="rival", **vote)
    words.with_value(UR, "Leader", "Boris Gryzlov", "2002-11-20/2008-05-07", source="Vzglyad", coder="Bundle")
    words.with_value(UR, "Leader", "Vladimir Putin", "2008-05-07/..", source="World Factbook 2008", coder="Bundle")
    words.with_value(UR, "Seats", "64", "2007-12-02", event="Duma election", note="from memory", low=60, high=70)
    words.with_value(UR, "Motto", missing="not_coded").with_value(UR, "Deputies", "9", "2007", coder="Berik")
    yield words
    words.study.close()


@pytest.fixture
def words(made: Words, tmp_path: Path) -> Iterator[Words]:
    copy = made.copied_to(tmp_path).as_of("2008-11-25")
    yield copy
    copy.study.close()


def typing(words: Words, attribute: str, text: str, *, change: bool = False, citing: str = "") -> Typing:
    return what_typing_does(
        words.study,
        words.party(UR),
        words.attribute(attribute),
        text,
        day=words.study.as_of,
        change=change,
        citing=words.cite(citing) if citing else None,
    )


def adopted(words: Words, attribute: str) -> list[tuple[str, str]]:
    """(value or missing reason or typed text, period) of what is adopted, earliest first."""
    return [(said(words, each), each.period.text) for each in words.observations(UR, attribute, "adopted")]


def rivals(words: Words, attribute: str) -> set[str]:
    return {said(words, each) for each in words.observations(UR, attribute, "rival")}


def said(words: Words, each: Observation) -> str:
    names = {str(person.id): person.name for person in words.study.catalogue.persons.values()}
    return "; ".join(names.get(part, part) for part in each.value.split(";")) or each.missing or each.typed


@dataclass(frozen=True)
class Case:
    attribute: str
    text: str
    kind: str
    sentence: str
    adopted: list[tuple[str, str]]
    rivals: set[str] = field(default_factory=set)
    change: bool = False
    citing: str = ""


DAY = "2007-12-02"
FACTBOOK_RIVALS = {"65", "64.2"}
BOTH = [("Boris Gryzlov", "2002-11-20/2008-05-07"), ("Vladimir Putin", "2008-05-07/..")]
WRONG = "“over 88” is kept as typed, marked wrong and left to settle"

CASES = {
    "over a cited value": Case(
        "Vote share",
        "66",
        "rival",
        "adopts 66 for 2 Dec 2007 without a source; 64.3 becomes its rival",
        [("66", DAY)],
        {"64.3", *FACTBOOK_RIVALS},
    ),
    "over a cited value, citing": Case(
        "Vote share",
        "66 %",
        "rival",
        "adopts 66 for 2 Dec 2007, citing Vzglyad; 64.3 becomes its rival",
        [("66", DAY)],
        {"64.3", *FACTBOOK_RIVALS},
        citing="Vzglyad",
    ),
    "what a rival says": Case(
        "Vote share",
        "65",
        "adopt",
        "adopts 65 of V-Party V2 (valid votes), which stands as a rival; 64.3 becomes its rival",
        [("65", DAY)],
        {"64.3", "64.2"},
    ),
    "what a rival without a source says": Case(
        "Vote share",
        "64.20",
        "adopt",
        "adopts 64.2, which stands as a rival without a source; 64.3 becomes its rival",
        [("64.2", DAY)],
        {"64.3", "65"},
    ),
    "what stands there": Case(
        "Vote share",
        "64,30",
        "same",
        "64.3 stands here already, nothing changes",
        [("64.3", DAY)],
        FACTBOOK_RIVALS,
    ),
    "measured anew": Case(
        "Vote share",
        "66",
        "new",
        "a new value, measured on 25 Nov 2008; 64.3 keeps 2 Dec 2007, World Factbook 2008",
        [("64.3", DAY), ("66", "2008-11-25")],
        FACTBOOK_RIVALS,
        change=True,
    ),
    "measured anew with the same result": Case(
        "Vote share",
        "64.3",
        "new",
        "a new value, measured on 25 Nov 2008; 64.3 keeps 2 Dec 2007, World Factbook 2008",
        [("64.3", DAY), ("64.3", "2008-11-25")],
        FACTBOOK_RIVALS,
        change=True,
    ),
    "no percent over a cited value": Case(
        "Vote share",
        "over 88",
        "wrong",
        f"A percent is a number from 0 to 100, as in 64.3. As it is, {WRONG}; 64.3 becomes its rival",
        [("over 88", DAY)],
        {"64.3", *FACTBOOK_RIVALS},
    ),
    "no percent, from now on": Case(
        "Vote share",
        "over 88",
        "wrong",
        f"A percent is a number from 0 to 100, as in 64.3. As it is, {WRONG}; "
        "64.3 keeps 2 Dec 2007, World Factbook 2008",
        [("64.3", DAY), ("over 88", "2008-11-25")],
        FACTBOOK_RIVALS,
        change=True,
    ),
    "over an own value": Case(
        "Seats", "65", "correct", "corrects 64 to 65 in place; your own value, history keeps 64", [("65", DAY)]
    ),
    "over an own value, citing": Case(
        "Seats",
        "65",
        "correct",
        "corrects 64 to 65 in place; your own value, history keeps 64; cites Vzglyad",
        [("65", DAY)],
        citing="Vzglyad",
    ),
    "out of a total": Case(
        "Seats",
        "315 of 450",
        "correct",
        "corrects 64 to 315 of 450 in place; your own value, history keeps 64",
        [("315", DAY)],
    ),
    "no number over an own value": Case(
        "Seats",
        "over 88",
        "wrong",
        f"A number is written in figures, as in 315, 64.3 or 2500000. As it is, {WRONG}; history keeps 64",
        [("over 88", DAY)],
    ),
    "more than all": Case(
        "Seats",
        "500/450",
        "wrong",
        "500 out of 450 is more than all of them. As it is, “500/450” is kept as typed, marked wrong and left to "
        "settle; history keeps 64",
        [("500/450", DAY)],
    ),
    "over another coder's value": Case(
        "Deputies",
        "10",
        "rival",
        "adopts 10 for 2007 without a source; 9 becomes its rival",
        [("10", "2007")],
        {"9"},
    ),
    "a new leader": Case(
        "Leader",
        "Boris Gryzlov; Vladimir Putin",
        "new",
        "a new value from 25 Nov 2008 on; Vladimir Putin keeps its time (since 7 May 2008), World Factbook 2008",
        [*BOTH, ("Boris Gryzlov; Vladimir Putin", "2008-11-25/..")],
        change=True,
    ),
    "a new leader nobody knows": Case(
        "Leader",
        "Dmitry Medvedev",
        "new",
        "a new value from 25 Nov 2008 on; cites Vzglyad; "
        "Vladimir Putin keeps its time (since 7 May 2008), World Factbook 2008; "
        "adds the person Dmitry Medvedev",
        [*BOTH, ("Dmitry Medvedev", "2008-11-25/..")],
        change=True,
        citing="Vzglyad",
    ),
    "another leader for the same time": Case(
        "Leader",
        "dmitry medvedev; Boris Gryzlov; Someone Else",
        "rival",
        "adopts dmitry medvedev; Boris Gryzlov; Someone Else for the same time (since 7 May 2008) without a source; "
        "Vladimir Putin becomes its rival; adds the persons dmitry medvedev, Someone Else",
        [BOTH[0], ("dmitry medvedev; Boris Gryzlov; Someone Else", "2008-05-07/..")],
        {"Vladimir Putin"},
    ),
    "the same leader, changed": Case(
        "Leader", "vladimir putin", "same", "Vladimir Putin stands here already, nothing changes", BOTH, change=True
    ),
    "a number is nobody's name": Case(
        "Leader",
        "66",
        "wrong",
        "No person of this study is called “66”: write a name as in Vladimir Putin, or add the person. As it is, “66” "
        "is kept as typed, marked wrong and left to settle; Vladimir Putin becomes its rival",
        [BOTH[0], ("66", "2008-05-07/..")],
        {"Vladimir Putin"},
    ),
    "over a missing reason": Case(
        "Motto",
        "Onwards",
        "correct",
        "puts Onwards in the place of “not yet coded”; your own entry, history keeps it",
        [("Onwards", "")],
    ),
    "an empty cell, until changed": Case(
        "Chair",
        "Boris Gryzlov",
        "new",
        "a new value from 25 Nov 2008 on; cites Vzglyad",
        [("Boris Gryzlov", "2008-11-25/..")],
        citing="Vzglyad",
    ),
    "an empty cell, last known": Case(
        "Members", "2000000", "new", "a new value, measured on 25 Nov 2008", [("2000000", "2008-11-25")]
    ),
    "an empty cell, own period": Case("Congresses", "two", "new", "a new value for 2008", [("two", "2008")]),
    "an empty cell, timeless": Case("Continent", "Europe", "new", "a new value for all time", [("Europe", "")]),
    "an empty cell, changed": Case(
        "Continent", "Europe", "new", "a new value for all time", [("Europe", "")], change=True
    ),
    "nothing in an empty cell": Case("Continent", " ", "same", "nothing is typed, nothing changes", []),
    "nothing over a missing reason": Case(
        "Motto", "", "same", "nothing is typed, nothing changes", [("not_coded", "")]
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_said_is_done_and_undone(words: Words, name: str) -> None:
    case = CASES[name]
    before, number = words.study.dump(), words.study.edit_number
    what = typing(words, case.attribute, case.text, change=case.change, citing=case.citing)
    assert (what.kind, what.sentence) == (case.kind, case.sentence)
    assert words.study.dump() == before, "looking changes nothing"
    stays = what.apply(words.study)
    assert adopted(words, case.attribute) == case.adopted
    assert rivals(words, case.attribute) == case.rivals
    assert words.study.check() == []
    if case.kind == "same":
        assert words.study.edit_number == number
        return
    assert stays in [each.id for each in words.observations(UR, case.attribute, "adopted")]
    after = words.study.dump()
    words.study.undo()
    assert words.study.dump() == before
    words.study.redo()
    assert words.study.dump() == after


def test_a_new_number_never_stands_under_an_old_footnote(words: Words) -> None:
    new_id = typing(words, "Vote share", "66").apply(words.study, "counted again")
    new, old = words.observation(UR, "Vote share", "66"), words.observation(UR, "Vote share", "64.3")
    assert new.id == new_id
    assert (new.citations, new.base, new.low, new.certainty, new.coder) == ((), "", None, "", "Aliya")
    assert (new.event_id, new.reason, new.typed) == (words.event("Duma election"), "counted again", "66")
    assert (old.base, old.low, old.certainty, len(old.citations)) == ("votes_cast", 64, "high", 1)


def test_a_correction_drops_what_described_the_old_number_only(words: Words) -> None:
    typing(words, "Seats", "65 of 450", citing="Vzglyad").apply(words.study)
    (seats,) = words.observations(UR, "Seats")
    assert (seats.value, seats.out_of, seats.low, seats.high, seats.note) == ("65", 450, None, None, "from memory")
    assert [each.source_id for each in seats.citations] == [words.source("Vzglyad")]


def test_a_total_stays_where_it_still_can(words: Words) -> None:
    typing(words, "Seats", "65 of 450").apply(words.study)
    typing(words, "Seats", "70").apply(words.study)
    assert words.observation(UR, "Seats", "70").out_of == 450
    typing(words, "Seats", "500").apply(words.study)
    assert words.observation(UR, "Seats", "500").out_of is None


def test_the_same_number_out_of_a_total_says_more(words: Words) -> None:
    assert typing(words, "Seats", "64 of 450").kind == "correct"


def test_changing_twice_on_one_day_corrects_the_change(words: Words) -> None:
    typing(words, "Leader", "Boris Gryzlov", change=True).apply(words.study)
    again = typing(words, "Leader", "Dmitry Medvedev", change=True)
    assert again.kind == "correct"
    again.apply(words.study)
    assert adopted(words, "Leader") == [*BOTH, ("Dmitry Medvedev", "2008-11-25/..")]


def test_a_wrong_text_is_corrected_like_a_value(words: Words) -> None:
    typing(words, "Seats", "over 88").apply(words.study)
    wrong = words.observation(UR, "Seats", "over 88")
    assert (wrong.wrong, wrong.value, wrong.missing) == (True, "", "")
    assert typing(words, "Seats", "over 88").kind == "same"
    right = typing(words, "Seats", "88")
    assert right.sentence == "corrects over 88 to 88 in place; your own value, history keeps over 88"
    right.apply(words.study)
    seats = words.observation(UR, "Seats", "88")
    assert (seats.wrong, seats.typed) == (False, "88")


def test_a_claim_is_not_offered_for_adoption(words: Words) -> None:
    words.with_value(UR, "Vote share", "99", DAY, event="Duma election", standing="claim", claimant="The party")
    assert typing(words, "Vote share", "99").kind == "rival"


def test_the_best_sourced_of_equal_rivals_is_offered(words: Words) -> None:
    words.with_value(UR, "Vote share", "64.2", DAY, event="Duma election", standing="rival", source="Vzglyad")
    assert typing(words, "Vote share", "64.2").sentence.startswith("adopts 64.2 of Vzglyad, which stands as a rival")


def test_a_rival_of_another_election_is_not_offered(words: Words) -> None:
    words.with_value(UR, "Vote share", "37.6", "2003-12-07", standing="rival", source="Vzglyad")
    assert typing(words, "Vote share", "37.6").kind == "rival"


def test_persons_of_one_paste_are_added_once(words: Words) -> None:
    with words.study.edit("Paste 2 cells"):
        typing(words, "Leader", "Dmitry Medvedev").apply(words.study)
        typing(words, "Chair", "dmitry medvedev").apply(words.study)
    added = [each for each in words.study.catalogue.persons.values() if each.name.casefold() == "dmitry medvedev"]
    assert len(added) == 1
    assert adopted(words, "Chair") == [("Dmitry Medvedev", "2008-11-25/..")]


def test_persons_of_a_paste_that_failed_are_forgotten(words: Words) -> None:
    edits.add_person(words.study, "Just anybody")

    def paste() -> None:
        with words.study.edit("Paste 3 cells"):
            typing(words, "Leader", "Dmitry Medvedev").apply(words.study)
            typing(words, "Chair", "Dmitry Medvedev").apply(words.study)
            raise EditRefused("the last cell")

    with pytest.raises(EditRefused, match="the last cell"):
        paste()
    again = typing(words, "Chair", "Dmitry Medvedev")
    assert again.sentence == "a new value from 25 Nov 2008 on; adds the person Dmitry Medvedev"
    again.apply(words.study)
    assert adopted(words, "Chair") == [("Dmitry Medvedev", "2008-11-25/..")]


def test_clearing_needs_a_missing_reason(words: Words) -> None:
    before = words.study.dump()
    clear = typing(words, "Vote share", "", citing="Vzglyad")
    assert (clear.kind, clear.sentence) == ("clear", "clears 64.3 and asks for a missing reason to put in its place")
    with pytest.raises(EditRefused, match="Choose a missing reason"):
        clear.apply(words.study)
    assert words.study.dump() == before
    clear.apply(words.study, "the sources differ", "irreconcilable")
    assert adopted(words, "Vote share") == [("irreconcilable", DAY)]
    assert rivals(words, "Vote share") == {"64.3", *FACTBOOK_RIVALS}
    assert words.observation(UR, "Vote share", "irreconcilable").citations[0].source_id == words.source("Vzglyad")


@pytest.mark.parametrize(
    ("attribute", "period", "rival"),
    [("Vote share", DAY, {"64.3", *FACTBOOK_RIVALS}), ("Seats", DAY, set()), ("Congresses", "2008", set())],
)
def test_delete_puts_a_missing_reason_there(words: Words, attribute: str, period: str, rival: set[str]) -> None:
    before = words.study.dump()
    where = (words.study, words.party(UR), words.attribute(attribute), "unknown")
    placed = delete_cell(*where, day=words.study.as_of)
    assert adopted(words, attribute) == [("unknown", period)]
    assert rivals(words, attribute) == rival
    number = words.study.edit_number
    assert delete_cell(*where, day=words.study.as_of) == placed
    assert words.study.edit_number == number
    words.study.undo()
    assert words.study.dump() == before


def set_cell(words: Words, attribute: str, text: str, **fields: Any) -> int | None:
    return set_value(words.study, words.party(UR), words.attribute(attribute), text, **fields)


def test_set_without_a_period_does_what_typing_does(words: Words) -> None:
    assert set_cell(words, "Vote share", "65", reason="valid votes") == words.observation(UR, "Vote share", "65").id
    assert words.observation(UR, "Vote share", "65").reason == "valid votes"
    set_cell(words, "Motto", "", missing="not_applicable")
    assert adopted(words, "Motto") == [("not_applicable", "")]


@pytest.mark.parametrize("period", [{"start": DAY}, {"start": DAY, "end": DAY}, {"start": "2 December 2007"}])
def test_set_for_the_period_of_a_cited_value_keeps_it_as_a_rival(words: Words, period: dict[str, str]) -> None:
    set_cell(words, "Vote share", "66", citing=words.cite("Vzglyad", "p. 1"), **period)
    assert adopted(words, "Vote share") == [("66", DAY)]
    assert rivals(words, "Vote share") == {"64.3", *FACTBOOK_RIVALS}
    new = words.observation(UR, "Vote share", "66")
    assert (new.event_id, new.citations[0].locator) == (words.event("Duma election"), "p. 1")


def test_set_for_the_period_of_an_own_value_corrects_it(words: Words) -> None:
    set_cell(words, "Seats", "66", start=DAY)
    assert (adopted(words, "Seats"), rivals(words, "Seats")) == ([("66", DAY)], set())


@pytest.mark.parametrize(
    ("attribute", "text", "given_period", "stored"),
    [
        ("Leader", "Boris Gryzlov", {"start": "2012-05-26"}, "2012-05-26/.."),
        ("Leader", "Boris Gryzlov", {"start": "2012-05", "end": "2016"}, "2012-05/2016"),
        ("Leader", "Boris Gryzlov", {"start": "2008-05-07"}, "2008-05-07/.."),
        ("Leader", "Boris Gryzlov", {"end": "2001"}, "/2001"),
        ("Members", "5", {"start": "2005"}, "2005"),
        ("Congresses", "two", {"start": "2005", "end": ".."}, "2005/.."),
    ],
)
def test_set_with_a_period(words: Words, attribute: str, text: str, given_period: dict[str, str], stored: str) -> None:
    new_id = set_cell(words, attribute, text, **given_period)
    assert [each.period.text for each in words.observations(UR, attribute) if each.id == new_id] == [stored]


def test_set_keeps_a_source_that_agrees(words: Words) -> None:
    """Beside a cited value as one more that says so; at an own value as its citation; and only once."""
    vzglyad = words.cite("Vzglyad", "p. 1")
    for _twice in range(2):
        set_cell(words, "Vote share", "64.3", citing=vzglyad)
        set_cell(words, "Seats", "64", citing=vzglyad)
    saying = [each for each in words.observations(UR, "Vote share") if each.value == "64.3"]
    assert sorted(each.standing for each in saying) == ["adopted", "rival"]
    (seats,) = words.observations(UR, "Seats")
    assert [each.locator for each in seats.citations] == ["p. 1"]


def test_set_adopts_a_rival_and_keeps_the_source_that_agrees_with_it(words: Words) -> None:
    set_cell(words, "Vote share", "65", citing=words.cite("Vzglyad"), reason="two say so")
    assert words.study.undo_label == "Record 65 for United Russia · Vote share"
    saying = [each for each in words.observations(UR, "Vote share") if each.value == "65"]
    assert {(each.standing, each.citations[0].source_id) for each in saying} == {
        ("adopted", words.source("V-Party V2")),
        ("rival", words.source("Vzglyad")),
    }


def test_set_beside_what_is_adopted(words: Words) -> None:
    set_cell(words, "Vote share", "70", standing="rival")
    claim_id = set_cell(words, "Vote share", "71", standing="claim", citing=words.cite("Vzglyad"))
    assert adopted(words, "Vote share") == [("64.3", DAY)]
    assert "70" in rivals(words, "Vote share")
    claim = words.observation(UR, "Vote share", "71")
    assert (claim.id, claim.claimant, claim.event_id) == (claim_id, "Vzglyad", words.event("Duma election"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "5", "missing": "unknown"}, "Give a value, or a missing reason"),
        ({"text": ""}, "Give a value, or a missing reason"),
        ({"text": "", "missing": "lazy"}, "Give a value, or a missing reason"),
        ({"text": "5", "start": "yesterday"}, "yesterday"),
        ({"text": "5", "start": "2008", "end": "2007"}, "ends before it starts"),
        ({"text": "5", "standing": "claim"}, "needs a claimant"),
    ],
)
def test_set_refuses_in_one_sentence(words: Words, fields: dict[str, Any], sentence: str) -> None:
    before = words.study.dump()
    with pytest.raises(EditRefused, match=sentence):
        set_cell(words, "Vote share", **fields)
    assert words.study.dump() == before


def test_a_cell_that_nobody_asks_for_is_refused(words: Words) -> None:
    with pytest.raises(EditRefused, match="Motto is asked of parties, and Russia is a state"):
        what_typing_does(words.study, words.state("Russia"), words.attribute("Motto"), "x", day=1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    attribute=st.sampled_from(["Vote share", "Seats", "Leader", "Motto", "Role", "Chair", "Continent", "Congresses"]),
    text=st.one_of(
        st.text(max_size=8), st.sampled_from(["65", "64.3", "3 of 4", "senior", "Vladimir Putin", "1,234", "=1+1"])
    ),
    change=st.booleans(),
    citing=st.sampled_from(["", "Vzglyad"]),
)
def test_whatever_is_typed_nothing_cited_is_lost(
    words: Words, attribute: str, text: str, change: bool, citing: str
) -> None:
    """No text harms a cited value or a rival, and one undo takes back all that one key has done."""
    before = words.study.dump()
    cited = {
        each.id: (each.value, each.period, each.citations)
        for each in words.observations(UR, attribute)
        if each.citations
    }
    beside = {each.id for each in words.observations(UR, attribute, "rival")}
    what = typing(words, attribute, text, change=change, citing=citing)
    if what.kind != "clear":
        try:
            what.apply(words.study)
        except EditRefused:
            assert words.study.dump() == before
    after = {each.id: (each.value, each.period, each.citations) for each in words.observations(UR, attribute)}
    assert cited.items() <= after.items()
    assert beside <= after.keys()
    if words.study.dump() != before:
        words.study.undo()
    assert words.study.dump() == before
