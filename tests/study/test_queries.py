"""Questions answered with the words of the domain."""

from __future__ import annotations

import pytest

from parties_of_power.domain.comparisons import ColumnFilter, SortKey
from parties_of_power.domain.dates import PartialDate
from parties_of_power.study import queries
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from study.samples import Sample, fill


def test_observations_of_a_cell_and_a_subject(study: Study, sample: Sample) -> None:
    fill(study)
    with study.edit("Add") as edit:
        earlier = edit.insert(
            "observation",
            subject_id=sample.party,
            attribute_id=sample.attribute,
            value="37.6",
            low=30,
            ordinal=2,
            wrong=False,
            period="2003-12-07",
            standing="rival",
        )
        edit.insert("citation", source_id=sample.source, observation_id=earlier, locator="second", position=2)
        edit.insert("citation", source_id=sample.source, observation_id=earlier, locator="first", position=1)
    found = queries.observations_of(study, sample.party, sample.attribute)
    assert [each.value for each in found] == ["37.6", "64.3"]
    assert [each.locator for each in found[0].citations] == ["first", "second"]
    assert (found[0].low, found[0].ordinal, found[0].wrong) == (30.0, 2.0, False)
    assert queries.observations_of_subject(study, sample.party) == found
    assert queries.observations_of(study, sample.state, sample.attribute) == ()
    assert len(queries.all_observations(study)) == len(queries.observations_of_attribute(study, sample.attribute)) + 1
    cited = queries.citations_of_source(study, sample.source)
    assert sorted((kind, owner, each.locator) for kind, owner, each in cited) == sorted(
        [
            ("observation", sample.observation, "¶2"),
            ("observation", earlier, "first"),
            ("observation", earlier, "second"),
        ]
    )
    with pytest.raises(EditRefused):
        queries.observation(study, 5)


def test_events_ties_successions_statements(study: Study, sample: Sample) -> None:
    with study.edit("Add") as edit:
        event = edit.insert("event", title="Election", kind="election", date="2007-12-02", rounds=("2007-12-09",))
        for position, subject in enumerate((sample.state, sample.party)):
            edit.insert("event_subject", event_id=event, subject_id=subject, position=position)
        edit.insert("citation", source_id=sample.source, event_id=event)
        proposed = edit.insert("tie", form="forum", status="proposed")
        tie = edit.insert("tie", form="forum", status="concluded", date="2008-11")
        edit.insert("tie_party", tie_id=tie, subject_id=sample.party)
        edit.insert("tie_realises", tie_id=tie, realises_id=proposed)
        succession = edit.insert(
            "succession", from_id=sample.party, to_id=sample.state, kind="merged_into", period="2001"
        )
        statement = edit.insert("statement", kind="claim", source_id=sample.source, restatement="It leads.")
        person = edit.insert("person", name="Putin")
        edit.insert("statement_about", statement_id=statement, subject_id=sample.party)
        edit.insert("statement_about", statement_id=statement, person_id=person)
        edit.insert("identifier", subject_id=sample.party, scheme="Party Facts", value="1", period="2001/..")
        edit.insert(
            "observation", subject_id=sample.party, attribute_id=sample.attribute, event_id=event, standing="claim"
        )
    (found,) = queries.events_of(study, sample.party)
    assert (found.date, found.rounds, found.subject_ids) == (
        PartialDate.parse("2007-12-02"),
        ("2007-12-09",),
        (sample.state, sample.party),
    )
    assert len(found.citations) == 1
    assert queries.events(study) == (found,)
    (found_tie,) = queries.ties_of(study, sample.party)
    assert (found_tie.id, found_tie.realises, found_tie.party_ids) == (tie, (proposed,), (sample.party,))
    assert {each.id: each.date for each in queries.ties(study)} == {
        proposed: None,
        tie: PartialDate.parse("2008-11"),
    }
    assert [each.id for each in queries.successions_of(study, sample.state)] == [succession]
    assert [each.id for each in queries.successions(study)] == [succession]
    (said,) = queries.statements_of(study, sample.party)
    assert (said.subject_ids, said.person_ids) == ((sample.party,), (person,))
    assert queries.statements_of_source(study, sample.source) == queries.statements(study) == (said,)
    assert [each.value for each in queries.identifiers_of(study, sample.party)] == ["1"]
    assert len(queries.observations_of_event(study, event)) == 1
    assert len(queries.citations_of(study, "event", event)) == 1


def test_comparisons_with_their_rows_and_columns(study: Study, sample: Sample) -> None:
    with study.edit("Add") as edit:
        second = edit.insert("comparison", name="B", subject_kind="party", position=2)
        first = edit.insert("comparison", name="A", subject_kind="party", rows_from="list", sorting="[[7, true]]")
        edit.insert("comparison_row", comparison_id=first, subject_id=sample.party)
        edit.insert("comparison_column", comparison_id=first, field="name", position=2)
        edit.insert(
            "comparison_column",
            comparison_id=first,
            attribute_id=sample.attribute,
            position=1,
            filter_test="is_one_of",
            filter_texts=("64.3", "65"),
        )
    found = queries.comparisons(study)
    assert [each.id for each in found] == [first, second]
    assert (found[0].row_ids, found[0].sorting) == ((sample.party,), (SortKey(7, True),))
    assert [each.field for each in found[0].columns] == ["", "name"]
    assert found[0].columns[0].filter == ColumnFilter("is_one_of", ("64.3", "65"))
    assert found[0].columns[1].filter is None
    assert queries.comparison(study, second) == found[1]
    with pytest.raises(EditRefused):
        queries.comparison(study, 5)


def test_counts(study: Study, sample: Sample) -> None:
    assert queries.counts(study) == {
        "states": 1,
        "parties": 1,
        "attributes": 1,
        "observations": 1,
        "events": 0,
        "ties": 0,
        "successions": 0,
        "statements": 0,
        "sources": 1,
        "comparisons": 0,
        "edits": 1,
    }
