"""Files that are no study, or no good one, are refused with the reason and left as they are."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from parties_of_power.domain.dates import today
from parties_of_power.study import opening
from parties_of_power.study.errors import DamagedStudy, NewerStudy, NotAStudy, ReadOnlyStudy, StudyError
from parties_of_power.study.schema import APPLICATION_ID, statements
from parties_of_power.study.study import Study
from study.samples import Sample, fill, set_value


def with_sql(*sql: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        other = sqlite3.connect(path)
        other.executescript(";".join(("PRAGMA writable_schema = ON", *sql)))
        other.commit()
        other.close()

    return spoil


def with_bytes(place: int, data: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[place : place + len(data)] = data
        path.write_bytes(content)

    return spoil


def replaced_by(content: bytes) -> Callable[[Path], None]:
    return lambda path: void(path.write_bytes(content))


def void(_result: object) -> None:
    return None


def another_database(path: Path) -> None:
    path.unlink()
    with_sql("CREATE TABLE subject(id INTEGER PRIMARY KEY, name TEXT)")(path)


def another_database_with_our_id(path: Path) -> None:
    another_database(path)
    with_sql(f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA user_version = 1")(path)


def cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def cut_within_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def random_pages(path: Path) -> None:
    header = path.read_bytes()[:100]
    path.write_bytes(header + bytes(range(256)) * (len(path.read_bytes()) // 256))


def an_orphan(path: Path) -> None:
    with_sql("PRAGMA foreign_keys = OFF", "DELETE FROM source")(path)


def a_wrong_type(path: Path) -> None:
    """A text in a column of whole numbers, as only a forged file can have it."""
    with_sql("UPDATE sqlite_schema SET sql = replace(sql, 'position INTEGER', 'position ANY') WHERE name = 'citation'")(
        path
    )
    with_sql("UPDATE citation SET position = 'first'")(path)
    with_sql("UPDATE sqlite_schema SET sql = replace(sql, 'position ANY', 'position INTEGER') WHERE name = 'citation'")(
        path
    )


HOSTILE: dict[str, tuple[Callable[[Path], None], type[StudyError]]] = {
    "empty": (replaced_by(b""), NotAStudy),
    "text": (replaced_by("Партия власти\n".encode() * 50), NotAStudy),
    "random": (replaced_by(bytes(range(256)) * 40), NotAStudy),
    "header alone": (replaced_by(b"SQLite format 3\0" + bytes(84)), NotAStudy),
    "another database": (another_database, NotAStudy),
    "another database with our id": (another_database_with_our_id, NotAStudy),
    "another application": (with_bytes(68, struct.pack(">I", 7)), NotAStudy),
    "version 0": (with_bytes(60, struct.pack(">I", 0)), NotAStudy),
    "newer": (with_bytes(60, struct.pack(">I", 2)), NewerStudy),
    "negative version": (with_bytes(60, struct.pack(">i", -1)), NewerStudy),
    "cut": (cut, DamagedStudy),
    "cut within a page": (cut_within_a_page, DamagedStudy),
    "huge claimed pages": (with_bytes(28, struct.pack(">I", 0x7FFFFFFF)), DamagedStudy),
    "random pages": (random_pages, DamagedStudy),
    "page size of one": (with_bytes(16, struct.pack(">H", 3)), StudyError),
    "trigger": (with_sql("CREATE TRIGGER t AFTER UPDATE ON observation BEGIN DELETE FROM source; END"), NotAStudy),
    "view": (with_sql("CREATE VIEW v AS SELECT 1"), NotAStudy),
    "further table": (with_sql("CREATE TABLE further(a)"), NotAStudy),
    "virtual table": (with_sql("CREATE VIRTUAL TABLE f USING fts5(a)"), NotAStudy),
    "further index": (with_sql("CREATE INDEX i ON observation(abs(value))"), NotAStudy),
    "missing index": (with_sql("DROP INDEX observation_cell"), NotAStudy),
    "missing table": (with_sql("DROP TABLE tie_realises"), NotAStudy),
    "changed default": (
        with_sql("UPDATE sqlite_schema SET sql = replace(sql, '''en''', '''ru''') WHERE name = 'name'"),
        NotAStudy,
    ),
    "endless view": (
        with_sql(
            "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
        ),
        NotAStudy,
    ),
    "no schema": (with_sql("DELETE FROM sqlite_schema"), NotAStudy),
    "unreadable schema": (with_sql("UPDATE sqlite_schema SET sql = 'CREATE GARBAGE' WHERE name = 'tie'"), StudyError),
    "orphan": (an_orphan, DamagedStudy),
    "wrong type": (a_wrong_type, DamagedStudy),
    "index out of step": (
        with_sql(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'tie') "
            "WHERE name = 'observation_cell'"
        ),
        DamagedStudy,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_and_left_alone(study: Study, sample: Sample, path: Path, name: str) -> None:
    study.close()
    spoil, expected = HOSTILE[name]
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(expected) as refused:
        Study.open(path)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert path.name in sentence or not isinstance(refused.value, DamagedStudy)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_cut_short_is_seen_without_sqlite(study: Study, path: Path) -> None:
    study.close()
    cut(path)
    with pytest.raises(DamagedStudy, match="cut short"):
        opening.sniff(path)


def test_good_files_open(study: Study, sample: Sample, path: Path, tmp_path: Path) -> None:
    before = study.dump()
    study.close()
    other_place = tmp_path / "Ünïcode ? # % 100.parties"
    other_place.write_bytes(path.read_bytes())
    vacuumed = sqlite3.connect(path)
    vacuumed.execute("VACUUM")
    vacuumed.close()
    for each in (path, other_place):
        with Study.open(each) as again:
            assert again.dump() == before
            set_value(again, sample.observation, "66")


def test_a_journal_in_other_modes_is_brought_back(study: Study, sample: Sample, path: Path) -> None:
    study.close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.close()
    with Study.open(path) as again:
        assert next(again.rows("PRAGMA journal_mode"))[0] == "delete"
        assert next(again.rows("PRAGMA synchronous"))[0] == 3


@pytest.mark.parametrize("name", ["folder.parties", "missing.parties", "missing/folder.parties"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.parties").mkdir()
    with pytest.raises(StudyError, match="no file"):
        Study.open(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.parties"
    os.mkfifo(pipe)
    with pytest.raises(NotAStudy):
        Study.open(pipe)


def test_nothing_is_created_over_a_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(StudyError, match="already"):
        Study.create(path)
    assert path.read_text() == "mine"


def test_a_new_study_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudyError):
        Study.create(tmp_path / "missing" / "new.parties")


def test_a_second_opening_does_not_touch_what_sqlite_holds(
    study: Study, sample: Sample, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening and closing the file by hand would drop SQLite's locks on it."""
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened by hand"))
    with Study.open(path) as second:
        assert second.is_read_only
    assert Study.open(path, read_only=True).close() is None


def test_settings_lie_outside_the_history(study: Study, sample: Sample, path: Path) -> None:
    before = study.dump()
    study.as_of = 733_000
    study.set_setting("citing", "4")
    set_value(study, sample.observation, "66")
    study.as_of = 733_001
    study.undo()
    assert study.dump() == before
    assert (study.as_of, study.setting("citing"), study.setting("none", "x")) == (733_001, "4", "x")
    study.close()
    with Study.open(path) as again:
        assert (again.as_of, again.setting("citing"), again.redo_label) == (733_001, "4", "Set 66")


@pytest.mark.parametrize("written", ["", "--5", "²", "tomorrow"])
def test_a_day_that_is_none_is_today(study: Study, written: str) -> None:
    study.set_setting("as_of", written)
    assert study.as_of == today()


def test_a_study_opened_for_reading_keeps_its_own_day(study: Study, sample: Sample, path: Path) -> None:
    study.as_of = 733_000
    study.save_settings()
    with Study.open(path) as reading:
        reading.as_of = 5
        assert reading.as_of == 5
        for refused in (reading.undo, reading.redo, reading.revert, lambda: set_value(reading, 1, "")):
            with pytest.raises(ReadOnlyStudy, match="is editing it"):
                refused()
    assert study.as_of == 733_000


def test_a_large_study_is_checked_in_part_at_once(
    study: Study, sample: Sample, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study.close()
    monkeypatch.setattr(opening, "_LARGE", 1)
    with Study.open(path) as again:
        set_value(again, sample.observation, "66")
        again.undo()
    with_sql("PRAGMA foreign_keys = OFF", "UPDATE name SET subject_id = 5")(path)
    with pytest.raises(DamagedStudy, match="name"):
        Study.open(path)


def test_the_coder_is_who_is_logged_in(path: Path) -> None:
    with Study.create(path) as study:
        assert study.coder
        assert study.title == "cis"


def test_the_schema_is_what_sqlite_keeps(study: Study) -> None:
    kept = {sql for (sql,) in study.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    assert kept == set(statements())


def test_reading_goes_on_while_another_program_writes(study: Study, sample: Sample, path: Path) -> None:
    heard: list[str] = []
    with Study.open(path) as reading:
        reading.subscribe(lambda changes: heard.append(changes.kind))
        assert not reading.refresh()
        fill(study)
        assert reading.refresh()
        assert len(reading.catalogue.parties) == 2
    assert heard == ["reload"]
