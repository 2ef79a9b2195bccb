"""The small tables in memory: names on a day, look-ups, and what an edit makes them read again."""

from __future__ import annotations

import pytest

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import Life
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.errors import DamagedStudy, EditRefused
from parties_of_power.study.study import Study
from study.samples import Sample, fill, set_value


def day(text: str) -> int:
    earliest = PartialDate.parse(text).earliest
    assert earliest is not None
    return earliest


@pytest.fixture
def party(study: Study) -> int:
    """Nur Otan: Otan until 22 December 2006, Amanat since March 2022."""
    with study.edit("Add Nur Otan") as edit:
        party = edit.insert("subject", kind="party", key="nur-otan")
        for text, period, form, language in (
            ("Otan", "1999-03-01/2006-12-21", "short", "en"),
            ("Nur Otan", "2006-12-22/2022-02-28", "short", "en"),
            ("Amanat", "2022-03/..", "short", "en"),
            ("Republican Party Otan", "1999-03-01/2006-12-21", "full", "en"),
            ("Нұр Отан", "2006-12-22/..", "short", "kk"),
        ):
            edit.insert("name", subject_id=party, text=text, period=period, form=form, language=language)
        edit.insert("name", subject_id=party, text="Rival name", period="1999/..", standing="rival")
    return party


@pytest.mark.parametrize(
    ("on", "text", "exact"),
    [
        ("1990", "Otan", False),
        ("2000", "Otan", True),
        ("2006-12-21", "Otan", True),
        ("2006-12-22", "Nur Otan", True),
        ("2022-03-10", "Amanat", False),
        ("2022-05", "Amanat", True),
        ("2030", "Amanat", True),
    ],
)
def test_the_short_name_in_force_is_shown(study: Study, party: int, on: str, text: str, exact: bool) -> None:
    for _again in range(2):
        shown = study.catalogue.shown_name(party, day(on))
        assert (shown.text, shown.exact) == (text, exact)


def test_the_full_name_falls_back_on_a_short_one(study: Study, party: int) -> None:
    assert study.catalogue.full_name(party, day("2000")).text == "Republican Party Otan"
    assert study.catalogue.full_name(party, day("2008")).text == "Nur Otan"


def test_the_language_is_the_reader_s(study: Study, party: int) -> None:
    study.set_setting("reader_language", "kk")
    assert study.catalogue.shown_name(party, day("2008")).text == "Нұр Отан"
    study.set_setting("reader_language", "ru")
    assert study.catalogue.shown_name(party, day("2000")).text == "Otan"


def test_a_subject_without_names_shows_its_key(study: Study) -> None:
    with study.edit("Add") as edit:
        keyed = edit.insert("subject", kind="state", key="moldova")
        bare = edit.insert("subject", kind="state")
    assert study.catalogue.shown_name(keyed, 1).text == "moldova"
    assert study.catalogue.shown_name(bare, 1).text == str(bare)


def test_every_name_finds_its_subject(study: Study, sample: Sample, party: int) -> None:
    find = study.catalogue.find_subject
    for text in ("Otan", "  AMANAT ", "nur  otan", "rival name", "НҰР ОТАН", "nur-otan", str(party)):
        assert find(text) == (party,)
    assert find("Russia", "state") == (sample.state,)
    assert find("Russia", "party") == ()
    assert find("nobody") == ()
    other = fill(study)
    assert study.catalogue.find_subject("United Russia") == tuple(sorted((sample.party, other.party)))


def test_attributes_are_found_by_key_name_or_id(study: Study, sample: Sample) -> None:
    with study.edit("Add") as edit:
        of_state = edit.insert("attribute", subject_kind="state", name="Vote share", kind="number", validity="timeless")
    attribute = study.catalogue.attribute
    for text in ("vote", str(sample.attribute)):
        assert attribute(text).id == sample.attribute  # type: ignore[union-attr]  # None fails the test
    assert attribute("vote SHARE") is None
    assert attribute("vote SHARE", "state").id == of_state  # type: ignore[union-attr]  # as above
    assert attribute("") is None
    assert [each.id for each in study.catalogue.attributes_of("state")] == [of_state]


def test_choices_persons_and_subjects_are_named_in_values(study: Study, sample: Sample) -> None:
    with study.edit("Add") as edit:
        attribute = edit.insert("attribute", subject_kind="state", name="Has one", kind="choice", validity="timeless")
        yes = edit.insert("choice", attribute_id=attribute, code="1", label="Yes", position=2)
        no = edit.insert("choice", attribute_id=attribute, code="0", label="No", position=1)
        leader = edit.insert("attribute", subject_kind="party", name="Leader", kind="person", validity="until_changed")
        one = edit.insert("person", name="Serzh Sargsyan", key="sargsyan", variants=["Serge Sarkisian"])
        namesake = edit.insert("person", name="serzh sargsyan", key="other")
        ally = edit.insert("attribute", subject_kind="party", name="Ally", kind="party", validity="timeless")
    catalogue = study.catalogue
    names = catalogue.names_for(catalogue.attributes[attribute], 1)
    assert [each.id for each in catalogue.choices_of(attribute)] == [no, yes]
    assert names.find("yes") == names.find("1") == str(yes)
    assert (names.label(str(no)), list(names.labels()), names.find("perhaps")) == ("No", ["No", "Yes"], None)
    persons = catalogue.names_for(catalogue.attributes[leader], 1)
    assert persons.find("SERGE sarkisian") == str(one)
    assert persons.find("Serzh Sargsyan") is None
    for person in (one, namesake):
        assert persons.find(persons.label(str(person))) == str(person)
    parties = catalogue.names_for(catalogue.attributes[ally], day("2008"))
    assert parties.find("United Russia") == str(sample.party)
    assert parties.label(str(sample.party)) == "United Russia"
    assert parties.find("Russia") is None
    assert catalogue.names_for(catalogue.attributes[sample.attribute], 1).find("x") is None


def test_lives_are_the_adopted_dates(study: Study, sample: Sample) -> None:
    with study.edit("Add") as edit:
        founded = edit.insert(
            "attribute", subject_kind="party", name="Founded", kind="date", validity="timeless", role="founded"
        )
        cell = {"subject_id": sample.party, "attribute_id": founded}
        edit.insert("observation", value="2001-12-01", standing="adopted", **cell)
        edit.insert("observation", value="1999", standing="rival", **cell)
    assert study.catalogue.life_on(sample.party, day("2000")) == Life.BEFORE
    assert study.catalogue.life_on(sample.party, day("2008")) == Life.ALIVE
    assert study.catalogue.life_of(sample.state) == (None, None)
    study.undo()
    assert study.catalogue.life_on(sample.party, day("2000")) == Life.UNKNOWN


def everything(catalogue: Catalogue, subject: int) -> list[object]:
    return [
        catalogue.subjects,
        catalogue.parties,
        catalogue.states,
        catalogue.attributes,
        catalogue.persons,
        catalogue.sources,
        catalogue.events,
        [catalogue.choices_of(each) for each in catalogue.attributes],
        [catalogue.names_of(each) for each in catalogue.subjects],
        [catalogue.shown_name(each, 733_000) for each in catalogue.subjects],
        [catalogue.life_of(each) for each in catalogue.subjects],
        catalogue.find_subject("United Russia"),
        [list(catalogue.names_for(each, 733_000).labels()) for each in catalogue.attributes.values()],
        catalogue.source("cec"),
        subject,
    ]


def test_after_every_edit_it_is_as_if_read_anew(study: Study, sample: Sample, party: int) -> None:
    """One edit in each table, undone and redone; the catalogue that was kept equals a new one each time."""
    edits = [
        lambda edit: edit.insert("subject", kind="party", key="yabloko", state_id=sample.state),
        lambda edit: edit.update("subject", party, retired=True),
        lambda edit: edit.insert("name", subject_id=party, text="NDP", form="abbreviation"),
        lambda edit: edit.insert("name", subject_id=sample.party, text="Edinaya Rossiya", period="2007/.."),
        lambda edit: edit.update("name", study.catalogue.names_of(party)[0].id, subject_id=sample.party),
        lambda edit: edit.delete("name", study.catalogue.names_of(sample.party)[0].id),
        lambda edit: edit.update("attribute", sample.attribute, name="Share", kind="choice"),
        lambda edit: edit.insert("choice", attribute_id=sample.attribute, code="1", label="One"),
        lambda edit: edit.update("attribute", sample.attribute, role="founded"),
        lambda edit: edit.update("observation", sample.observation, value="1991"),
        lambda edit: edit.insert("person", name="Putin"),
        lambda edit: edit.update("source", sample.source, title="CEC"),
        lambda edit: edit.insert("event", title="Election", kind="election", date="2007-12-02", rounds=["2007-12-09"]),
        lambda edit: edit.insert("event_subject", event_id=next(iter(study.catalogue.events)), subject_id=party),
        lambda edit: edit.insert("citation", source_id=sample.source, event_id=next(iter(study.catalogue.events))),
    ]
    for change in edits:
        everything(study.catalogue, party)
        with study.edit("One") as edit:
            change(edit)
        assert everything(study.catalogue, party) == everything(Catalogue(study), party)
        study.undo()
        assert everything(study.catalogue, party) == everything(Catalogue(study), party)
        study.redo()
        assert everything(study.catalogue, party) == everything(Catalogue(study), party)


def test_an_edit_of_a_value_reads_nothing_again(study: Study, sample: Sample) -> None:
    before = study.catalogue
    everything(before, sample.party)
    set_value(study, sample.observation, "66")
    assert study.catalogue is before


def test_inside_an_edit_it_follows_its_steps(study: Study, sample: Sample) -> None:
    kept = study.catalogue
    with study.edit("Paste") as edit:
        assert study.catalogue is kept
        person = edit.insert("person", name="Putin")
        assert study.catalogue.persons[person].name == "Putin"
        assert study.catalogue is study.catalogue
        with pytest.raises(EditRefused):
            refused(study, sample)
        assert list(study.catalogue.persons) == [person]
        edit.update("person", person, name="Vladimir Putin")
        assert study.catalogue.persons[person].name == "Vladimir Putin"
    assert study.catalogue.persons[person].name == "Vladimir Putin"


def refused(study: Study, sample: Sample) -> None:
    with study.edit("Cell") as part:
        part.insert("person", name="Nobody")
        assert len(study.catalogue.persons) == 2
        part.delete("source", sample.source)


def test_what_an_edit_took_back_is_not_remembered(study: Study, sample: Sample) -> None:
    kept = study.catalogue

    def failing() -> None:
        with study.edit("Fail") as edit:
            edit.insert("person", name="Nobody")
            assert len(kept.persons) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert study.catalogue.persons == {}


def test_what_an_edit_made_and_removed_is_not_remembered(study: Study) -> None:
    with study.edit("There and back") as edit:
        kept = study.catalogue
        gone = edit.insert("person", name="Nobody")
        assert len(kept.persons) == 1
        edit.delete("person", gone)
    assert study.catalogue.persons == {}


def test_what_cannot_be_read_is_said(study: Study, sample: Sample) -> None:
    with study.edit("Add") as edit:
        edit.insert("person", name="Putin")
    study._db.execute("UPDATE person SET variants = 'no list'")
    with pytest.raises(DamagedStudy, match="no list"):
        _ = study.catalogue.persons
