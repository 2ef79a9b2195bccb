"""The start page lists what was open and says what is gone; a new study begins with what was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.study import queries
from parties_of_power.study.study import Study
from parties_of_power.ui import new_study, study_files
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.start_page import StartPage


@pytest.fixture
def page(qapp: QApplication, study_file: Path, tmp_path: Path) -> StartPage:
    return StartPage(Settings(recent=(str(study_file), str(tmp_path / "gone.parties"))), None)


def test_what_is_gone_is_said_and_can_be_taken_out(page: StartPage, tmp_path: Path) -> None:
    texts = [page.recent.item(row).text() for row in range(page.recent.count())]
    assert texts[0].startswith("CIS 2008\n")
    assert "not there any more" in texts[1]
    assert "not there any more" not in texts[0]
    forgotten: list[Path] = []
    page.forgotten.connect(forgotten.append)
    page.recent.setCurrentRow(1)
    QTest.keyClick(page.recent, Qt.Key.Key_Delete)
    assert forgotten == [tmp_path / "gone.parties"]
    assert page.recent.count() == 1


def test_enter_opens_what_is_chosen(page: StartPage, study_file: Path) -> None:
    chosen: list[tuple[study_files.Opening, Path]] = []
    page.chosen.connect(lambda opening, path: chosen.append((opening, path)))
    QTest.keyClick(page.recent, Qt.Key.Key_Return)
    assert chosen[0][1] == study_file
    with chosen[0][0]("Anna") as study:
        assert (study.path, study.coder) == (study_file, "Anna")


@pytest.mark.parametrize("beginning", new_study.BEGINNINGS, ids=lambda each: each.key)
def test_every_beginning_makes_a_sound_study(beginning: new_study.Beginning, tmp_path: Path) -> None:
    path = tmp_path / "new.parties"
    beginning.make(path, "Anna")
    with Study.open(path) as study:
        counted = queries.counts(study)
        assert study.check() == []
        assert not study.undo_label
        assert len(queries.comparisons(study)) >= 2
        assert (counted["parties"] > 0) == (beginning.key == "bundled")
        names = {each.name for each in study.catalogue.attributes.values()}
        assert ("Vote share" in names) == (beginning.key != "blank")
        assert ("Clientelism" in names) == (beginning.key in ("parties_of_power", "bundled"))


def test_copies_of_a_sync_program_are_noticed(study_file: Path) -> None:
    conflicts = (
        "CIS 2008 (Anna's conflicted copy 2026-11-25).parties",
        "CIS 2008.sync-conflict-20261125-120000-ABCDEF.parties",
    )
    for name in (*conflicts, "CIS 2008 (old).parties", "CIS 2009 (conflicted copy).parties"):
        study_file.with_name(name).write_text("")
    assert [each.name for each in study_files.conflict_copies(study_file)] == sorted(conflicts)
    assert conflicts[0] in study_files.notes_on(study_file)[0]


def test_a_folder_of_an_archive_viewer_will_vanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert study_files.vanishes(tmp_path / ".fr-AbC123" / "A.parties")
    assert not study_files.vanishes(tmp_path / "my work" / "A.parties")
    assert not study_files.vanishes(Path("/home/anna/.fr-x/A.parties"))
