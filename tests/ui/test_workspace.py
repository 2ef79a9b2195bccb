"""The workspace: one announcement for each change, refusals as sentences, and what is remembered with the study."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from parties_of_power.domain.comparisons import ColumnFilter, SortKey
from parties_of_power.domain.sources import Cite
from parties_of_power.study import queries
from parties_of_power.study.edits.arranging import filter_column, sort_comparison
from parties_of_power.study.edits.comparisons import add_comparison, add_row
from parties_of_power.study.edits.subjects import add_party, add_state, remove_subject
from parties_of_power.study.errors import DiskFull, EditRefused
from parties_of_power.study.study import Study
from parties_of_power.ui.workspace import Workspace


def test_an_edit_is_announced_once_and_undo_too(workspace: Workspace) -> None:
    heard: list[str] = []
    workspace.changed.connect(lambda changes: heard.append(changes.kind))
    workspace.perform(lambda: add_state(workspace.study, "Abkhazia"))
    workspace.perform(workspace.study.undo)
    workspace.perform(workspace.study.redo)
    assert heard == ["edit", "undo", "redo"]


def test_a_refusal_is_a_sentence_and_nothing_else(workspace: Workspace) -> None:
    said: list[str] = []
    workspace.message.connect(said.append)

    def refuse() -> int:
        raise EditRefused("This cannot be done.")

    assert workspace.perform(refuse) is None
    assert said == ["This cannot be done."]


def test_an_error_of_the_system_is_told_too(workspace: Workspace) -> None:
    told: list[Exception] = []
    workspace.tell = lambda error: bool(told.append(error))

    def refuse() -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "/nowhere")

    assert workspace.perform(refuse) is None
    assert isinstance(told[0], PermissionError)


def test_a_fault_of_the_program_is_no_refusal(workspace: Workspace) -> None:
    with pytest.raises(ZeroDivisionError):
        workspace.perform(lambda: 1 // 0)


def test_a_full_disk_can_be_tried_again(workspace: Workspace) -> None:
    tries: list[int] = []
    workspace.tell = lambda error: len(tries) < 3

    def write() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise DiskFull("The disk is full.")
        return "written"

    assert workspace.perform(write) == "written"
    assert len(tries) == 3


def test_a_retry_of_its_own_takes_the_place_of_the_action(workspace: Workspace) -> None:
    workspace.tell = lambda error: True

    def write() -> str:
        raise DiskFull("The disk is full.")

    assert workspace.perform(write, retry=lambda: "typed again") == "typed again"


def test_the_as_of_day_is_kept_with_the_study(workspace: Workspace, study_file: Path) -> None:
    heard: list[int] = []
    workspace.as_of_changed.connect(heard.append)
    workspace.set_as_of(730_000)
    workspace.set_as_of(730_000)
    assert heard == [730_000]
    workspace.keep_as_of()
    with Study.open(study_file, read_only=True) as again:
        assert again.as_of == 730_000


def test_the_bundled_study_opens_on_the_day_of_the_article(workspace: Workspace) -> None:
    assert workspace.as_of == 733_371  # 25 November 2008
    assert workspace.comparison is not None


def test_selecting_is_announced_when_it_differs(workspace: Workspace) -> None:
    heard: list[tuple[int, ...]] = []
    workspace.selection_changed.connect(lambda: heard.append(workspace.selected))
    one, two = (party.id for party in workspace.catalogue.parties[:2])
    workspace.select((one, two, one))
    workspace.select([one, two])
    workspace.select(())
    assert heard == [(one, two), ()]


def test_what_is_gone_is_no_longer_selected(workspace: Workspace) -> None:
    state = workspace.catalogue.states[0].id
    party = add_party(workspace.study, "Adilet", state)
    attribute = next(iter(workspace.catalogue.attributes))
    workspace.select((party, state))
    workspace.set_cell(party, attribute)
    workspace.perform(workspace.study.undo)
    assert workspace.selected == (state,)
    assert workspace.cell is None


def test_what_is_cited_and_shown_is_there_after_reopening(workspace: Workspace, study_file: Path) -> None:
    source = next(iter(workspace.catalogue.sources))
    other = queries.comparisons(workspace.study)[-1].id
    workspace.set_citing(Cite(source, "¶2", "2026-11-23"))
    workspace.show_comparison(other)
    workspace.open(Study.open(study_file, read_only=True))
    assert workspace.citing == Cite(source, "¶2", "2026-11-23")
    assert workspace.comparison_id == other


def test_opening_another_study_forgets_the_selection(workspace: Workspace, tmp_path: Path) -> None:
    opened: list[Path] = []
    workspace.study_opened.connect(lambda: opened.append(workspace.study.path))
    workspace.select((workspace.catalogue.parties[0].id,))
    workspace.open(Study.create(tmp_path / "new.parties"))
    assert opened == [tmp_path / "new.parties"]
    assert workspace.selected == ()
    assert workspace.comparison_id is None
    assert workspace.comparison is None


def test_a_removed_comparison_gives_way_to_the_first(workspace: Workspace) -> None:
    first = queries.comparisons(workspace.study)[0].id
    workspace.show_comparison(add_comparison(workspace.study, "Mine", "party"))
    workspace.perform(workspace.study.undo)
    assert workspace.comparison_id == first


def test_an_edit_of_a_study_that_is_read_only_is_refused(study_file: Path, qapp: object) -> None:
    workspace = Workspace(Study.open(study_file, read_only=True))
    said: list[str] = []
    workspace.message.connect(said.append)
    assert workspace.perform(lambda: remove_subject(workspace.study, workspace.catalogue.parties[0].id)) is None
    assert len(said) == 1
    workspace.set_as_of(1)
    assert workspace.as_of == 1
    workspace.close()


def test_the_comparison_is_always_as_it_is_stored(workspace: Workspace) -> None:
    study, comparison_id = workspace.study, workspace.comparison_id
    assert comparison_id is not None
    first = queries.comparison(study, comparison_id)
    column = first.columns[-1].id
    party = next(each.id for each in study.catalogue.parties if each.id not in first.row_ids)
    heard = []

    def stored() -> bool:
        return workspace.comparison == queries.comparison(study, workspace.comparison_id or 0)

    workspace.changed.connect(lambda _changes: heard.append(stored()))
    sort_comparison(study, comparison_id, [SortKey(column)])
    filter_column(study, column, ColumnFilter("contains", ("a",)))
    assert workspace.comparison != first
    with study.edit("Two at once"):
        add_row(study, comparison_id, party)
        assert stored(), "inside an edit, too"
        filter_column(study, column, None)
        assert stored()
    for _time in range(3):
        study.undo()
    assert workspace.comparison == first
    study.redo()
    add_state(study, "Abkhazia")

    def refused() -> None:
        with study.edit("Taken back"):
            add_row(study, comparison_id, party)
            assert stored()
            raise EditRefused("No.")

    workspace.perform(refused)
    assert stored()
    workspace.show_comparison(queries.comparisons(study)[1].id)
    assert stored()
    assert heard == [True] * 8
