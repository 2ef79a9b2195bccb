"""Undo and redo: exactly back, exactly forward, or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import apsw
import pytest

from parties_of_power.study.changes import Changes
from parties_of_power.study.errors import StudyError, UndoRefused
from parties_of_power.study.history import history, restore_branch
from parties_of_power.study.study import Study
from study.samples import Sample, fill, set_value, value_of


def values_after(study: Study, sample: Sample, *values: str) -> None:
    for value in values:
        set_value(study, sample.observation, value)


def states(study: Study) -> dict[str, str]:
    return {entry.label: entry.state for entry in history(study) if entry.number > 1}


def test_undo_and_redo_give_identical_studies(study: Study, sample: Sample) -> None:
    dumps = [study.dump()]
    for value in ("65", "66", "67"):
        set_value(study, sample.observation, value)
        dumps.append(study.dump())
    for expected in reversed(dumps[:-1]):
        study.undo()
        assert study.dump() == expected
    for expected in dumps[1:]:
        study.redo()
        assert study.dump() == expected
    assert study.redo() is None
    assert study.check() == []


def test_labels_say_what_comes_next(study: Study, sample: Sample) -> None:
    values_after(study, sample, "65", "66")
    assert (study.undo_label, study.redo_label) == ("Set 66", "")
    study.undo()
    assert (study.undo_label, study.redo_label) == ("Set 65", "Set 66")
    assert study.edit_number == 2


def test_undo_works_after_closing(study: Study, sample: Sample, path: Path) -> None:
    before = study.dump()
    values_after(study, sample, "65", "66")
    study.close()
    with Study.open(path) as again:
        again.undo()
        again.undo()
        assert again.dump() == before
        again.close()
    with Study.open(path) as again:
        again.redo()
        assert value_of(again, sample.observation) == "65"


def test_undo_announces_the_opposite(study: Study, sample: Sample) -> None:
    with study.edit("Remove") as edit:
        edit.delete("citation", sample.citation)
    heard: list[Changes] = []
    study.subscribe(heard.append)
    study.undo()
    study.redo()
    assert [(changes.kind, changes.label, changes.rows[0].operation) for changes in heard] == [
        ("undo", "Remove", "insert"),
        ("redo", "Remove", "delete"),
    ]
    assert (heard[0].rows[0].subject_id, heard[0].rows[0].attribute_id) == (sample.party, sample.attribute)


def test_a_new_edit_sets_what_was_undone_aside(study: Study, sample: Sample) -> None:
    values_after(study, sample, "65", "66")
    study.undo()
    study.undo()
    set_value(study, sample.observation, "70")
    assert states(study) == {"Set 70": "done", "Set 66": "aside", "Set 65": "aside"}
    assert (study.redo_label, study.edit_number) == ("", 4)
    assert next(study.rows("SELECT aside_by FROM history WHERE label = 'Set 66'"))[0] == 4


def test_a_branch_comes_back_and_the_other_is_kept(study: Study, sample: Sample) -> None:
    values_after(study, sample, "65", "66")
    with_66 = study.dump()
    study.undo()
    study.undo()
    values_after(study, sample, "70", "71")
    with_71 = study.dump()
    assert restore_branch(study, 2)
    assert study.dump() == with_66
    assert states(study) == {"Set 65": "done", "Set 66": "done", "Set 70": "aside", "Set 71": "aside"}
    assert restore_branch(study, 5)
    assert study.dump() == with_71
    study.undo()
    assert value_of(study, sample.observation) == "70"
    assert study.check() == []


def test_a_branch_of_a_branch_comes_back(study: Study, sample: Sample) -> None:
    values_after(study, sample, "a", "b", "c")
    with_c = study.dump()
    study.undo()
    study.undo()
    values_after(study, sample, "d")
    study.undo()
    study.undo()
    values_after(study, sample, "e")
    restore_branch(study, 4)
    assert study.dump() == with_c
    restore_branch(study, 5)
    assert value_of(study, sample.observation) == "d"
    study.undo()
    assert value_of(study, sample.observation) == "a"


def test_only_what_was_set_aside_can_be_restored(study: Study, sample: Sample) -> None:
    values_after(study, sample, "65")
    for number in (2, 9):
        with pytest.raises(UndoRefused):
            restore_branch(study, number)


def test_revert_goes_back_to_the_opening_and_redo_forward_again(study: Study, sample: Sample, path: Path) -> None:
    set_value(study, sample.observation, "65")
    study.close()
    with Study.open(path) as again:
        opened = again.dump()
        values_after(again, sample, "66", "67")
        changed = again.dump()
        assert again.revert()
        assert again.dump() == opened
        assert not again.revert()
        again.redo()
        again.redo()
        assert again.dump() == changed


def test_revert_comes_back_over_an_undo_and_a_new_edit(study: Study, sample: Sample, path: Path) -> None:
    values_after(study, sample, "65", "66")
    study.close()
    with Study.open(path) as again:
        opened = again.dump()
        again.undo()
        again.undo()
        set_value(again, sample.observation, "70")
        assert again.revert()
        assert again.dump() == opened
        assert states(again)["Set 70"] == "aside"


def test_revert_that_no_longer_fits_names_the_kept_copy(study: Study, sample: Sample, path: Path, home: Path) -> None:
    study.close()
    with Study.open(path) as again:
        opened = again.dump()
        set_value(again, sample.observation, "66")
        again._db.execute("UPDATE observation SET value = 'x'")
        with pytest.raises(UndoRefused, match="as opened"):
            again.revert()
    (kept,) = home.rglob("cis *.parties")
    with Study.open(kept, read_only=True) as copy:
        assert copy.dump() == opened


def test_a_foreign_change_to_the_same_row_refuses_undo(study: Study, sample: Sample) -> None:
    set_value(study, sample.observation, "66")
    study._db.execute("UPDATE observation SET value = '99'")
    before = study.dump()
    with pytest.raises(UndoRefused, match="no longer fits"):
        study.undo()
    assert study.dump() == before
    assert (study.undo_label, study.redo_label) == ("Set 66", "")
    study._db.execute("UPDATE observation SET value = '66'")
    study.undo()
    assert value_of(study, sample.observation) == "64.3"


def test_a_foreign_change_to_another_field_is_seen_by_the_digest(study: Study, sample: Sample) -> None:
    set_value(study, sample.observation, "66")
    study._db.execute("UPDATE observation SET note = 'smuggled'")
    with pytest.raises(UndoRefused, match="damaged"):
        study.undo()
    assert value_of(study, sample.observation) == "66"


def test_undo_never_leaves_a_reference_to_nothing(study: Study, sample: Sample) -> None:
    with study.edit("Add a source") as edit:
        source = edit.insert("source", title="Second")
    row = next(study.rows("SELECT * FROM citation"))
    study._db.execute(f"INSERT INTO citation VALUES ({', '.join('?' * len(row))})", (row[0] + 1, source, *row[2:]))
    with pytest.raises(UndoRefused):
        study.undo()
    assert len(list(study.rows("SELECT * FROM source"))) == 2


@pytest.mark.parametrize("damage", ["changeset = x'00'", "sha256 = zeroblob(32)", "changeset = zeroblob(40)"])
def test_a_damaged_record_is_not_applied(study: Study, sample: Sample, damage: str) -> None:
    set_value(study, sample.observation, "66")
    before = study.dump()
    study._db.execute(f"UPDATE history SET {damage} WHERE number = 2")
    with pytest.raises(UndoRefused, match="damaged"):
        study.undo()
    assert study.dump() == before
    assert any("edit 2" in problem for problem in study.check())


def test_a_damaged_index_is_not_believed(study: Study, sample: Sample) -> None:
    set_value(study, sample.observation, "66")
    for damage in ("DELETE FROM history_row", "INSERT INTO history_row(edit, tbl, row_id) VALUES (2, 'setting', 1)"):
        study._db.execute(damage)
        with pytest.raises(UndoRefused):
            study.undo()


def test_a_record_that_touches_other_tables_is_refused(study: Study, sample: Sample) -> None:
    """A file from elsewhere could hold a changeset that rewrites its own history."""
    set_value(study, sample.observation, "66")
    session = apsw.Session(study._db, "main")
    session.attach("history")
    study._db.execute("UPDATE history SET label = 'x' WHERE number = 1")
    changeset = session.changeset()
    session.close()
    digest = hashlib.sha256(changeset).digest()
    study._db.execute("UPDATE history SET changeset = ?, sha256 = ? WHERE number = 2", (changeset, digest))
    with pytest.raises(UndoRefused):
        study.undo()


def test_undo_inside_an_edit_is_refused(study: Study, sample: Sample) -> None:
    with pytest.raises(StudyError, match="still open"), study.edit("Outer"):
        study.undo()


def test_swapped_unique_values_undo_and_redo(study: Study) -> None:
    with study.edit("Add") as edit:
        first, second = edit.insert("study", key="a", value="1"), edit.insert("study", key="b", value="2")
    before = study.dump()
    with study.edit("Swap") as edit:
        edit.update("study", first, key="c")
        edit.update("study", second, key="a")
        edit.update("study", first, key="b")
    after = study.dump()
    study.undo()
    assert study.dump() == before
    study.redo()
    assert study.dump() == after


def test_children_first_can_be_undone_and_redone(study: Study, sample: Sample) -> None:
    before = study.dump()
    with study.edit("Remove all") as edit:
        edit.delete("citation", sample.citation)
        edit.delete("observation", sample.observation)
        edit.delete("attribute", sample.attribute)
    after = study.dump()
    study.undo()
    assert study.dump() == before
    study.redo()
    assert study.dump() == after
    study.undo()
    fill(study)
    assert study.check() == []
