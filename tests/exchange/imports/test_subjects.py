"""Who names and numbers are: surely by identifier, year and name; anything less is shown; a choice is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.domain.dates import Period
from parties_of_power.exchange.imports.plan import Chosen
from parties_of_power.exchange.imports.subjects import Matcher, Who, remember
from study.builders import Words, a_study


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .with_state("Russia")
        .with_state("Soviet Union")
        .with_state("Kazakhstan")
        .with_party("Nur Otan", "Kazakhstan")
        .with_party("Ak Zhol", "Kazakhstan")
        .with_party("United Russia", "Russia")
    )
    made.with_identifier("Soviet Union", "gw", "365", period=Period.parse("1922-12-30/1991-12-26"))
    made.with_identifier("Russia", "gw", "365", period=Period.parse("1991-12-26/.."))
    made.with_identifier("United Russia", "vparty", "2256")
    yield made
    made.study.close()


def state(*names: str, date: str = "", **numbers: str) -> Who:
    return Who("state", names, tuple(numbers.items()), date=date)


def test_the_year_decides_between_bearers_of_a_number(words: Words) -> None:
    matcher = Matcher(words.study)
    assert matcher.match(state("Russia", date="1985", gw="365")).subject_id == words.state("Soviet Union")
    assert matcher.match(state("Russia", date="2003", gw="365")).subject_id == words.state("Russia")
    without = matcher.match(state(gw="365"))
    assert (without.subject_id, without.how, len(without.candidates)) == (0, "ambiguous", 2)


def test_the_soviet_union_never_becomes_russia(words: Words) -> None:
    matcher = Matcher(words.study)
    assert matcher.match(state("Soviet Union", date="2003", gw="365")).subject_id != words.state("Russia")
    assert matcher.match(state("USSR", date="1995", gw="365")).subject_id == 0
    assert matcher.match(state("Советский Союз")).how == "nobody"
    early = matcher.match(state("Russia", date="1980"))
    assert (early.subject_id, early.how, early.candidates[0][0]) == (0, "ambiguous", words.state("Russia"))


def test_spellings_are_matched_and_shown(words: Words) -> None:
    match = Matcher(words.study).match(Who("party", ("Нур Отан",)))
    assert (match.subject_id, match.how, match.is_sure) == (words.party("Nur Otan"), "spelling", False)


def test_what_is_only_like_a_name_is_a_suggestion(words: Words) -> None:
    match = Matcher(words.study).match(Who("party", ("Ak Zhol Democratic Party",)))
    assert (match.subject_id, match.how) == (0, "like")
    assert match.candidates[0][0] == words.party("Ak Zhol")


def test_a_party_is_looked_for_in_its_state(words: Words) -> None:
    who = Who("party", ("Ак жол",), state_id=words.state("Russia"))
    assert Matcher(words.study).match(who).subject_id == 0


def test_another_number_of_a_dataset_is_somebody_else(words: Words) -> None:
    match = Matcher(words.study).match(Who("party", ("United Russia",), (("vparty", "99"),)))
    assert (match.subject_id, match.how) == (0, "ambiguous")
    assert "2256" in match.why


def test_a_choice_is_remembered_in_the_study(words: Words) -> None:
    remember(words.study, [Chosen("party", "The party of the president", words.party("Nur Otan"))])
    match = Matcher(words.study).match(Who("party", ("the party of the President",)))
    assert (match.subject_id, match.how) == (words.party("Nur Otan"), "remembered")
