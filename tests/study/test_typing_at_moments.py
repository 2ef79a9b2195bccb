"""What typing does where a row is a party at an election or in a year, as the line under the cell says it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.domain.dates import day_number
from parties_of_power.domain.moments import Moment
from parties_of_power.study.pasting import Pasted, what_pasting_does
from parties_of_power.study.typing import Typing, delete_cell, what_typing_does
from study.builders import Words, a_study

UR = "United Russia"
DUMA = "Duma election 2007; United Russia wins"


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path, coder="Aliya").as_of("2008-11-25").with_party(UR, "Russia").with_source("Factbook")
    made.with_attribute("Vote share", "percent", validity="last_known").with_attribute(
        "Seats", "number", validity="last_known"
    )
    made.with_attribute("Leader").with_attribute("Congresses", "number", validity="own_period")
    made.with_attribute("Members", "number", validity="last_known").with_attribute("Continent", validity="timeless")
    made.with_event("Duma election 2003", "election", "2003-12-07", UR).with_event(DUMA, "election", "2007-12-02", UR)
    made.with_value(
        UR, "Vote share", "37.6", "2003-12-07", event="Duma election 2003", source="Factbook", coder="Bundle"
    )
    made.with_value(UR, "Leader", "Gryzlov", "2002/..", source="Factbook", coder="Bundle")
    made.with_value(UR, "Members", "100", "2005", source="Factbook", coder="Bundle")
    yield made
    made.study.close()


def election(words: Words, title: str = DUMA) -> Moment:
    date = words.study.catalogue.events[words.event(title)].date
    assert date.earliest is not None
    return Moment(date.earliest, event_id=words.event(title))


def year(number: int) -> Moment:
    return Moment(day_number(number, 12, 31), year=number)


def typing(words: Words, attribute: str, text: str, when: Moment, *, change: bool = False) -> Typing:
    return what_typing_does(words.study, words.party(UR), words.attribute(attribute), text, day=when, change=change)


def adopted(words: Words, attribute: str) -> list[tuple[str, str, int | None]]:
    found = words.observations(UR, attribute, "adopted")
    return [(each.value or each.missing, each.period.text, each.event_id) for each in found]


def test_a_measured_value_is_recorded_for_the_election(words: Words) -> None:
    deed = typing(words, "Vote share", "64.3", election(words))
    assert (deed.kind, deed.sentence) == ("new", "a new value of Duma election 2007")
    deed.apply(words.study)
    first, second = adopted(words, "Vote share")
    assert first == ("37.6", "2003-12-07", words.event("Duma election 2003"))
    assert second == ("64.3", "2007-12-02", words.event(DUMA))
    words.study.undo()
    assert adopted(words, "Vote share") == [first]


def test_a_first_value_is_recorded_for_the_election_as_well(words: Words) -> None:
    typing(words, "Seats", "315", election(words)).apply(words.study)
    assert adopted(words, "Seats") == [("315", "2007-12-02", words.event(DUMA))]


def test_a_value_of_the_election_is_corrected_or_becomes_a_rival(words: Words) -> None:
    when = election(words, "Duma election 2003")
    assert typing(words, "Vote share", "37.6", when).kind == "same"
    deed = typing(words, "Vote share", "38", when)
    assert (deed.kind, deed.sentence) == ("rival", "adopts 38 for 7 Dec 2003 without a source; 37.6 becomes its rival")
    deed.apply(words.study)
    assert adopted(words, "Vote share") == [("38", "2003-12-07", words.event("Duma election 2003"))]
    assert typing(words, "Vote share", "38.1", when).kind == "correct"
    assert typing(words, "Vote share", "37.6", when).kind == "adopt"


def test_what_is_not_measured_at_elections_is_typed_as_of_their_day(words: Words) -> None:
    when = election(words)
    assert typing(words, "Leader", "Putin", when).sentence.startswith("adopts Putin for the same time (since 2002)")
    typing(words, "Leader", "Putin", when, change=True).apply(words.study)
    assert [each[:2] for each in adopted(words, "Leader")] == [("Gryzlov", "2002/.."), ("Putin", "2007-12-02/..")]
    typing(words, "Members", "200", when, change=True).apply(words.study)
    assert [each[1:] for each in adopted(words, "Members")] == [("2005", None), ("2007-12-02", None)]


def test_in_a_year_a_value_begins_with_it_and_the_older_one_stays(words: Words) -> None:
    deed = typing(words, "Leader", "Putin", year(2005))
    assert deed.sentence == "a new value from 1 Jan 2005 on; Gryzlov keeps its time (since 2002), Factbook"
    assert typing(words, "Leader", "Putin", year(2005), change=True).sentence == deed.sentence
    assert typing(words, "Leader", "Gryzlov", year(2005)).kind == "same"
    deed.apply(words.study)
    assert [each[:2] for each in adopted(words, "Leader")] == [("Gryzlov", "2002/.."), ("Putin", "2005-01-01/..")]
    assert typing(words, "Leader", "Medvedev", year(2005)).kind == "correct"
    assert typing(words, "Leader", "Medvedev", year(2006)).kind == "new"


def test_in_a_year_what_is_measured_is_measured_in_it(words: Words) -> None:
    deed = typing(words, "Members", "100", year(2007))
    assert deed.sentence == "a new value, measured in 2007; 100 keeps 2005, Factbook"
    deed.apply(words.study)
    assert [each[:2] for each in adopted(words, "Members")] == [("100", "2005"), ("100", "2007")]


def test_in_a_year_an_own_period_is_that_year(words: Words) -> None:
    deed = typing(words, "Congresses", "2", year(2007))
    assert deed.sentence == "a new value for 2007"
    deed.apply(words.study)
    assert [each[:2] for each in adopted(words, "Congresses")] == [("2", "2007")]
    assert typing(words, "Congresses", "3", year(2007)).kind == "correct"
    assert typing(words, "Congresses", "3", year(2006)).kind == "new"


def test_what_holds_for_all_time_is_one_value_in_every_row(words: Words) -> None:
    typing(words, "Continent", "Europe", year(2004)).apply(words.study)
    assert typing(words, "Continent", "Europe", year(2007)).kind == "same"
    assert typing(words, "Continent", "Asia", election(words)).kind == "correct"


def test_deleting_in_a_year_gives_a_reason_from_its_first_day(words: Words) -> None:
    delete_cell(words.study, words.party(UR), words.attribute("Leader"), "unknown", day=year(2005))
    assert [each[:2] for each in adopted(words, "Leader")] == [("Gryzlov", "2002/.."), ("unknown", "2005-01-01/..")]


def test_a_paste_down_the_rows_of_a_party_is_one_value_for_each(words: Words) -> None:
    party, vote, leader = words.party(UR), words.attribute("Vote share"), words.attribute("Leader")
    whens = [election(words, "Duma election 2003"), election(words)]
    texts = [Pasted(party, vote, when, text) for when, text in zip(whens, ("37.6", "64.3"), strict=True)]
    pasting = what_pasting_does(words.study, [*texts, Pasted(party, leader, year(2005), "Putin")])
    assert [plan.kind for plan in pasting.plans] == ["same", "new", "new"]
    assert pasting.apply("Paste") == 2
    assert [each[::2] for each in adopted(words, "Vote share")] == [
        ("37.6", words.event("Duma election 2003")),
        ("64.3", words.event(DUMA)),
    ]
    assert adopted(words, "Leader")[-1][:2] == ("Putin", "2005-01-01/..")
