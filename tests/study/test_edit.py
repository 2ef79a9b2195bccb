"""Edits: everything or nothing, recorded, digested, announced."""

from __future__ import annotations

import json
from typing import Any

import pytest

from parties_of_power.domain.dates import PartialDate, Period
from parties_of_power.study.changes import Changes
from parties_of_power.study.errors import DamagedStudy, EditRefused, StudyError
from parties_of_power.study.history import history, history_of_cell
from parties_of_power.study.queries import observation
from parties_of_power.study.study import Study
from study.samples import Sample, set_value, value_of


def test_a_new_row_has_defaults_days_and_digest(study: Study, sample: Sample) -> None:
    found = observation(study, sample.observation)
    assert (found.value, found.period.text, found.standing, found.edited) == ("64.3", "2007-12-02", "adopted", 1)
    assert [citation.locator for citation in found.citations] == ["¶2"]
    days = "SELECT start_min, end_max, attested_day, digest FROM observation"
    start, end, attested, digest = next(study.rows(days))
    assert start == end == PartialDate.parse("2007-12-02").earliest
    assert attested > end
    assert 0 < digest < 1 << 63
    assert study.check() == []


def test_a_changed_period_changes_its_days(study: Study, sample: Sample) -> None:
    with study.edit("Move") as edit:
        edit.update("observation", sample.observation, period=Period.parse("2011/"), attested=PartialDate.parse("2012"))
    row = next(study.rows("SELECT start_min, end_unknown, attested_day FROM observation"))
    assert row == (PartialDate.parse("2011").earliest, 1, PartialDate.parse("2012").latest)


def test_an_edit_announces_itself_after_it_is_on_disk(study: Study, sample: Sample) -> None:
    heard: list[tuple[Changes, str]] = []
    end = study.subscribe(lambda changes: heard.append((changes, value_of(study, sample.observation))))
    set_value(study, sample.observation, "66")
    end()
    set_value(study, sample.observation, "67")
    ((changes, value),) = heard
    assert value == "66"
    assert (changes.label, changes.number, changes.kind) == ("Set 66", 2, "edit")
    (row,) = changes.rows
    assert (row.table, row.operation, row.id, row.fields) == (
        "observation",
        "update",
        sample.observation,
        frozenset({"value"}),
    )
    assert (row.subject_id, row.attribute_id) == (sample.party, sample.attribute)


def test_a_citation_is_announced_with_its_cell(study: Study, sample: Sample) -> None:
    heard: list[Changes] = []
    study.subscribe(heard.append)
    with study.edit("Remove") as edit:
        edit.delete("citation", sample.citation)
        edit.delete("observation", sample.observation)
    assert {(row.table, row.operation, row.subject_id, row.attribute_id) for row in heard[0].rows} == {
        ("citation", "delete", sample.party, sample.attribute),
        ("observation", "delete", sample.party, sample.attribute),
    }
    assert "observation_id" in next(row.fields for row in heard[0].rows if row.table == "citation")


def test_the_history_says_what_was_before_and_after(study: Study, sample: Sample) -> None:
    study.coder = "Grace"
    set_value(study, sample.observation, "66")
    change, *_older = history_of_cell(study, sample.party, sample.attribute)
    assert (change.before, change.after) == ({"value": "64.3"}, {"value": "66"})
    assert (change.entry.label, change.entry.coder, change.entry.rows) == ("Set 66", "Grace", 1)
    assert [entry.number for entry in history(study)] == [2, 1]
    assert [entry.number for entry in history(study, limit=1)] == [2]
    first = next(study.rows("SELECT before, after FROM history_row WHERE tbl = 'source'"))
    assert first[0] is None
    assert json.loads(first[1])["title"] == "Central Election Commission"


def test_no_change_leaves_no_history(study: Study, sample: Sample) -> None:
    before = study.dump()
    heard: list[Changes] = []
    study.subscribe(heard.append)
    with study.edit("Nothing") as edit:
        assert not edit.update("observation", sample.observation, value="64.3")
    with study.edit("There and back") as edit:
        assert edit.update("observation", sample.observation, value="66")
        edit.update("observation", sample.observation, value="64.3")
        new = edit.insert("source", title="Gone again")
        edit.delete("source", new)
    assert study.dump() == before
    assert study.edit_number == 1
    assert heard == []


def test_an_exception_takes_everything_back(study: Study, sample: Sample) -> None:
    before = study.dump()

    def failing() -> None:
        with study.edit("Fail") as edit:
            edit.insert("source", title="New")
            edit.update("observation", sample.observation, value="1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert study.dump() == before
    set_value(study, sample.observation, "66")
    assert study.edit_number == 2


def test_an_edit_inside_an_edit_is_a_part_of_it(study: Study, sample: Sample) -> None:
    with study.edit("Paste") as outer:
        set_value(study, sample.observation, "1")
        with study.edit("Another verb") as inner:
            assert inner.number == outer.number
            inner.insert("source", title="New")
    assert [entry.label for entry in history(study)] == ["Paste", "Add United Russia"]
    study.undo()
    assert value_of(study, sample.observation) == "64.3"


def half_done(study: Study, sample: Sample) -> None:
    with study.edit("Wrong cell") as part:
        part.insert("source", title="Half done")
        part.update("observation", sample.observation, value="2")
        part.delete("source", sample.source)


def test_a_failed_part_is_taken_back_alone(study: Study, sample: Sample) -> None:
    with study.edit("Paste") as edit:
        set_value(study, sample.observation, "1")
        with pytest.raises(EditRefused):
            half_done(study, sample)
        edit.insert("source", title="Whole")
    assert value_of(study, sample.observation) == "1"
    assert {title for (title,) in study.rows("SELECT title FROM source")} == {"Central Election Commission", "Whole"}
    after = study.dump()
    study.undo()
    study.redo()
    assert study.dump() == after
    assert study.check() == []


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("observation", {"value": "a\0b"}),
        ("observation", {"note": "\ud800"}),
        ("observation", {"value": None}),
        ("observation", {"value": 64.3}),
        ("observation", {"number": float("inf")}),
        ("observation", {"number": float("nan")}),
        ("observation", {"coders": 2.5}),
        ("observation", {"coders": 1 << 63}),
        ("observation", {"period": "2011/2008"}),
        ("observation", {"standing": "disputed"}),
        ("observation", {"subject_id": 4}),
    ],
)
def test_what_cannot_be_stored_is_refused(study: Study, sample: Sample, table: str, fields: dict[str, Any]) -> None:
    before = study.dump()
    with pytest.raises(EditRefused), study.edit("Wrong") as edit:
        edit.update(table, sample.observation, **fields)
    assert study.dump() == before


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("event", {"title": "Election", "kind": "election", "date": "next year"}),
        ("event", {"title": "Election", "kind": "election", "date": ""}),
        ("tie", {"form": "forum", "status": "proposed", "date": "2008/.."}),
        ("identifier", {"scheme": "Party Facts", "value": "1", "period": "2011/2008"}),
    ],
)
def test_a_date_that_cannot_be_read_is_refused(
    study: Study, sample: Sample, table: str, fields: dict[str, Any]
) -> None:
    with pytest.raises(EditRefused), study.edit("Add") as edit:
        edit.insert(table, **fields, **({"subject_id": sample.party} if table == "identifier" else {}))
    assert study.edit_number == 1


def test_minus_zero_and_whole_numbers_keep_their_digest(study: Study, sample: Sample) -> None:
    for number in (-0.0, 5, 1e300, 2**53 + 1, True):
        with study.edit("Number") as edit:
            edit.update("observation", sample.observation, number=number, coders=7)
    assert study.check() == []


def test_a_field_that_is_none_is_a_mistake_of_ours(study: Study, sample: Sample) -> None:
    for wrong in ("valeu", "digest"):
        with pytest.raises(KeyError), study.edit("Misspelt") as edit:
            edit.update("observation", sample.observation, **{wrong: 1})


def test_rows_that_are_gone_or_referred_to_are_refused(study: Study, sample: Sample) -> None:
    with study.edit("Try") as edit:
        with pytest.raises(EditRefused, match="refers to it"):
            edit.delete("source", sample.source)
        with pytest.raises(EditRefused, match="not in the study"):
            edit.delete("source", 5)
        with pytest.raises(EditRefused, match="not in the study"):
            edit.update("source", 5, title="x")
    assert study.edit_number == 1


def test_a_row_that_does_not_match_its_digest_is_not_edited(study: Study, sample: Sample) -> None:
    study._db.execute("UPDATE observation SET value = '46.3'")
    with pytest.raises(DamagedStudy, match="damaged"):
        set_value(study, sample.observation, "66")
    with pytest.raises(DamagedStudy), study.edit("Remove") as edit:
        edit.delete("observation", sample.observation)


def test_several_texts_fit_in_one_field(study: Study) -> None:
    with study.edit("Add") as edit:
        person = edit.insert("person", name="Serzh Sargsyan", variants=("Sargsian", "Саргсян; С."))
    assert study.catalogue.persons[person].variants == ("Sargsian", "Саргсян; С.")


def test_filling_a_new_study_leaves_one_line_of_history(study: Study) -> None:
    with study.edit("Take over", undoable=False) as edit:
        edit.insert("source", title="One")
        edit.insert("source", title="Two")
    (entry,) = history(study)
    assert (entry.label, entry.state, entry.rows) == ("Take over", "kept", 0)
    assert study.undo_label == ""
    assert study.undo() is None
    assert study.check() == []


def test_an_edit_that_could_not_be_recorded_whole_is_taken_back(study: Study, sample: Sample) -> None:
    """A change that the session did not see could not be undone."""
    before = study.dump()

    def unseen() -> None:
        with study.edit("Half seen") as edit:
            assert edit._session is not None
            edit._session.enabled = False
            edit.update("observation", sample.observation, value="66")
            edit._session.enabled = True
            edit.insert("source", title="seen")

    with pytest.raises(StudyError, match="1 of its 2"):
        unseen()
    assert study.dump() == before


def test_ids_keep_the_order_in_which_they_were_made(study: Study) -> None:
    with study.edit("Add") as edit:
        ids = [edit.insert("source", title=str(number)) for number in range(200)]
    assert ids == sorted(set(ids))
    assert max(ids) < 1 << 63
