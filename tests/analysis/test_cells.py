"""What the inspector says about a cell and about a party, on the bundled study and on small ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.analysis.cells import CellReport, report
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.profiles import SubjectProfile, subject_profile
from parties_of_power.domain.agreement import Agreement
from parties_of_power.study import edits
from parties_of_power.study.study import Study
from study.builders import Words, a_study, day


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path).with_source("Factbook").with_party("Nur Otan", "Kazakhstan").with_person("A. Person")
    yield made
    made.study.close()


def of_cell(words: Words, party: str, attribute: str, on: str = "2008-11-25") -> CellReport:
    columns = Columns(words.study)
    return report(words.study, columns, words.subject(party), words.attribute(attribute), day(on))


def bundled_cell(study: Study, party: str, key: str, on: str = "2008-11-25") -> CellReport:
    (subject,) = study.catalogue.find_subject(party, "party")
    attribute = study.catalogue.attribute(key, "party")
    assert attribute is not None
    return report(study, Columns(study), subject, attribute.id, day(on))


def test_vote_share_of_united_russia(bundled: Study) -> None:
    found = bundled_cell(bundled, "United Russia", "vote_share")
    assert found.value == "64.3 %"
    assert found.sentences == (
        "State Duma election, 2 December 2007",
        "Share of the votes cast · 11 months old",
        "Next measured 4 December 2011",
    )
    assert found.in_force is not None
    assert found.in_force.text == "64.3"
    assert found.in_force.observation.note.startswith("base found by computing it")
    assert found.also_in.startswith("also in 2 more sources: ")
    assert found.rival_count == "3, one to settle"
    assert [(rival.said.text, rival.agreement) for rival in found.rivals] == [
        ("64.2", Agreement.CONFLICT),
        ("65", Agreement.OTHER_BASE),
        ("65.01", Agreement.OTHER_BASE),
    ]
    assert [rival.why_soft for rival in found.rivals] == ["", "other base, no conflict", "other base, no conflict"]
    assert [said.text for said in found.before_and_after] == ["37.1", "64.3", "49.6", "54.2"]


def test_sources_of_the_value_itself_do_not_agree_with_it_once_more(bundled: Study) -> None:
    found = bundled_cell(bundled, "People's Democratic Party of Tajikistan", "vote_share")
    assert found.in_force is not None
    assert len(found.in_force.sources) == 5
    assert found.also_in == ""


def test_leader_of_nur_otan(bundled: Study) -> None:
    found = bundled_cell(bundled, "Nur Otan", "leader")
    assert (found.value, found.doubt) == ("Nursultan Nazarbayev", "")
    assert found.sentences[0] == "Since 4 July 2007, until 28 January 2022"
    assert [rival.said.text for rival in found.rivals] == ["Bakhytzhan Zhumagulov"]
    assert "Nursultan Nazarbayev; Nurlan Nigmatulin" in [said.text for said in found.other_days]
    assert found.before_and_after[0].period == "1 Mar 1999 – 2002"


def test_a_possible_leader_says_why(bundled: Study) -> None:
    found = bundled_cell(bundled, "Nur Otan", "leader", "2005-07-01")
    assert found.value == "Bakhytzhan Zhumagulov"
    assert found.doubt == "Possibly in force: the source says only about when it began or ended."


def test_nothing_is_in_force_after_the_end(bundled: Study) -> None:
    found = bundled_cell(bundled, "CPSU", "vote_share")
    assert (found.value, found.in_force, found.sentences, found.rivals) == ("ended 1991", None, (), ())
    assert found.before_and_after


def test_every_cell_of_the_bundled_study_has_a_report(bundled: Study) -> None:
    columns = Columns(bundled)
    cells = set(bundled.rows("SELECT DISTINCT subject_id, attribute_id FROM observation"))
    for subject, attribute in cells:
        found = report(bundled, columns, subject, attribute, day("2008-11-25"))
        shown = {said.id for said in (*found.agreeing, *found.claims, *found.other_days)}
        shown |= {said.id for rival in found.rivals for said in (rival.said, *rival.also)}
        assert found.in_force is None or found.in_force.id not in shown


def test_an_interval_and_an_age(words: Words) -> None:
    words.with_attribute("Score", "number", validity="last_known", decimals=2)
    words.with_value(
        "Nur Otan", "Score", "0.854", "2004-09-19", source="Factbook", low=0.79, high=0.89, interval="68% interval"
    )
    found = of_cell(words, "Nur Otan", "Score")
    assert found.value == "0.85"
    assert found.sentences == ("19 September 2004", "4 years old")
    assert found.in_force is not None
    assert found.in_force.details == ("between 0.79 and 0.89 (68% interval)",)
    assert found.in_force.sources == ("Factbook",)


def test_equal_rivals_are_one(words: Words) -> None:
    words.with_attribute("Seats", "number", validity="timeless")
    words.with_value("Nur Otan", "Seats", "98", source="Factbook", out_of=107.0)
    for value in ("77", "77", "76"):
        words.with_value("Nur Otan", "Seats", value, standing="rival")
    found = of_cell(words, "Nur Otan", "Seats")
    assert [(rival.said.text, len(rival.also)) for rival in found.rivals] == [("77", 1), ("76", 0)]
    assert found.rival_count == "2"
    assert found.in_force is not None
    assert found.in_force.details == ("98 of 107",)


def test_history_of_a_cell(words: Words) -> None:
    words.with_attribute("Note", validity="timeless").with_value("Nur Otan", "Note", "one")
    edits.correct_observation(words.study, words.observation("Nur Otan", "Note", "one").id, value="two", typed="two")
    found = of_cell(words, "Nur Otan", "Note")
    assert len(found.history) == 2
    assert found.history[0].after is not None
    assert found.history[0].after["value"] == "two"


def test_an_empty_cell_and_a_missing_reason(words: Words) -> None:
    words.with_attribute("Leader", "person").with_attribute("Members", "number", validity="timeless")
    words.with_value("Nur Otan", "Members", missing="unknown")
    empty = of_cell(words, "Nur Otan", "Leader")
    assert (empty.value, empty.in_force, empty.sentences, empty.before_and_after) == ("not coded", None, (), ())
    assert of_cell(words, "Nur Otan", "Members").value == "unknown after search"


def profile(study: Study, party: str) -> SubjectProfile:
    (subject,) = study.catalogue.find_subject(party, "party")
    return subject_profile(study, subject, day("2008-11-25"))


def test_the_profile_of_united_russia(bundled: Study) -> None:
    found = profile(bundled, "United Russia")
    assert (found.kind_words, found.name) == ("Party · Russia", "United Russia")
    assert found.also_called[0] == "Единая Россия"
    assert "V-Party 2256" in found.also_called
    assert ("Unity and Fatherland – United Russia", "1 Dec 2001 – 24 Dec 2003", False) in [
        (line.name.text, line.period, line.in_force) for line in found.names
    ]
    assert ("Agrarian Party of Russia", "1993–2008", True) in [
        (each.name, each.years, each.is_older) for each in found.lineage
    ]
    assert ("Seats", "315", 450.0) in [(fact.attribute.name, fact.cell.text, fact.cell.out_of) for fact in found.shares]
    assert "Personalisation" in [fact.attribute.name for fact in found.scores]
    assert "Vladimir Putin" in [point.text for told in found.leaders for point in told.points]
    assert ("2 Jul 2005", "Party of Regions") in [(tie.date, tie.others[0][1]) for tie in found.ties]
    first_days = [tie.tie.date.earliest for tie in found.ties if tie.tie.date and tie.tie.date.earliest]
    assert first_days == sorted(first_days)
    assert first_days[-1] <= day("2008-11-25")


def test_every_subject_of_the_bundled_study_has_a_profile(bundled: Study) -> None:
    for subject_id in bundled.catalogue.subjects:
        assert subject_profile(bundled, subject_id, day("1995-01-01")).name
