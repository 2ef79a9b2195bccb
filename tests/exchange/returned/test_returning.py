"""A workbook goes out, is worked on, and comes back: the differences are exactly what was done to it."""

from __future__ import annotations

import datetime
import shutil
import string
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell as ExcelCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from parties_of_power import paths
from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.export import export
from parties_of_power.exchange.guarded import FileRefused, read_table_file
from parties_of_power.exchange.guarded.child import read_here
from parties_of_power.exchange.guarded.definition import USUAL
from parties_of_power.exchange.returned.comparing import compare
from parties_of_power.exchange.returned.differences import Difference, Returned
from parties_of_power.exchange.returned.taking import take, what_taking_does
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.queries import comparisons, observations_of
from parties_of_power.study.study import Study
from parties_of_power.study.typing import set_value
from study.builders import Words, a_study

OFFICE = shutil.which("soffice")
AWKWARD = [
    "=1+1",
    "  lead",
    "_x0041_ x",
    "<r>a</r>",
    "1e5",
    "007",
    "not coded",
    "unknown",
    "TRUE",
    "64,3",
    "a\nb",
    "Нұр",
    "😀",
    "'q",
    "#N/A",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundled") / "cis.parties"
    bundled_study(paths.data("cis-2008"), path, "Aliya")
    return path


@pytest.fixture
def study(made: Path, tmp_path: Path) -> Iterator[Study]:
    with Study.open(shutil.copy(made, tmp_path / "cis.parties"), coder="Aliya") as study:
        yield study


def exported(study: Study, folder: Path, place: int = 0) -> Path:
    path = folder / "out.xlsx"
    export(study, Columns(study), path, comparisons(study)[place].id, study.as_of)
    return path


def back(study: Study, path: Path) -> Returned:
    return compare(study, Columns(study), read_here(path, USUAL), path.name)


def worked_on(path: Path, work: Callable[[Worksheet], None]) -> Path:
    book = openpyxl.load_workbook(path)
    work(book.worksheets[0])
    changed = path.with_name("changed.xlsx")
    book.save(changed)
    return changed


def cell(page: Worksheet, row: str, column: str) -> ExcelCell:
    titles = [each.value for each in page[1]]
    names = [each.value for each in page["A"]]
    return page.cell(names.index(row) + 1, titles.index(column) + 1)


def through_libreoffice(path: Path, ending: str = "xlsx") -> Path:
    """Opened and saved again by LibreOffice."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not here")
    folder = path.parent / "office"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = [OFFICE, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return folder / f"{path.stem}.{ending}"


def said(differences: tuple[Difference, ...]) -> set[tuple[str, str, str, str]]:
    return {(each.kind, each.row, each.column, each.theirs) for each in differences}


@pytest.mark.parametrize("place", range(5))
def test_an_untouched_workbook_has_no_differences(study: Study, tmp_path: Path, place: int) -> None:
    returned = back(study, exported(study, tmp_path, place))
    assert returned.differences == ()
    assert not returned.is_guess
    assert returned.notes == ()


texts = st.one_of(
    st.sampled_from(AWKWARD), st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)
).filter(str.strip)
values = {
    "text": texts,
    "number": st.one_of(st.integers(-(10**20), 10**20), st.floats(-1e9, 1e9).map(lambda each: round(each, 4))).map(
        lambda each: format(each, "f") if isinstance(each, float) else str(each)
    ),
    "percent": st.integers(0, 100_000).map(lambda each: f"{each / 1000:.3f}"),
    "date": st.sampled_from(["1999-02-12", "1999-05", "1899-01-02", "1999~", "[1998..2000]", "2001", "199X"]),
    "yes_no": st.sampled_from(["yes", "no"]),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_study_has_differences_to_its_own_workbook(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = random_study(data, Path(folder))
        try:
            returned = back(words.study, exported(words.study, Path(folder)))
        finally:
            words.study.close()
    assert returned.differences == ()


def random_study(data: st.DataObject, folder: Path) -> Words:
    words = a_study(folder).as_of("2008-11-25")
    for kind in values:
        words.with_attribute(kind, kind, validity="timeless")
    names = data.draw(st.lists(texts, min_size=1, max_size=4, unique_by=lambda each: each.strip().casefold()))
    for name in names:
        words.with_party(name, "Somewhere")
        for kind, strategy in values.items():
            what = data.draw(st.sampled_from(["value", "missing", "nothing"]))
            if what == "value":
                set_value(words.study, words.party(name), words.attribute(kind), data.draw(strategy))
            elif what == "missing":
                words.with_value(name, kind, missing="unknown")
    return words.with_comparison("All", columns=list(values))


def changes(page: Worksheet) -> None:
    cell(page, "United Russia", "Vote share").value = 0.65
    cell(page, "Nur Otan", "Seats").value = 97
    cell(page, "New Azerbaijan Party", "Leader").value = "Nobody Known"


def reordered(page: Worksheet) -> None:
    """A row deleted, the column of the leaders put before that of the founding, all sorted by name."""
    lines = [[(each.value, each.number_format) for each in row] for row in page.iter_rows()]
    lines = [[*line[:2], line[3], line[2], *line[4:]] for line in lines if line[0][0] != "Ak Jol"]
    lines = [lines[0], *sorted(lines[1:], key=lambda line: str(line[0][0]))]
    for table in list(page.tables):
        del page.tables[table]
    page.delete_rows(1, page.max_row)
    for row, line in enumerate(lines, 1):
        for column, (value, number_format) in enumerate(line, 1):
            page.cell(row, column, value).number_format = number_format


def changed_and_reordered(page: Worksheet) -> None:
    changes(page)
    reordered(page)


EXPECTED = {
    ("changed", "United Russia", "Vote share", "65.0"),
    ("changed", "Nur Otan", "Seats", "97"),
    ("changed", "New Azerbaijan Party", "Leader", "Nobody Known"),
    ("row_gone", "Ak Jol", "row", "row deleted"),
}


def test_libreoffice_changes_three_cells_deletes_a_row_reorders_columns_and_sorts(study: Study, tmp_path: Path) -> None:
    before = study.dump()
    path = worked_on(exported(study, tmp_path), changed_and_reordered)
    returned = back(study, through_libreoffice(path))
    assert said(returned.differences) == EXPECTED
    assert returned.program == "LibreOffice"
    assert any("Leader was moved" in note for note in returned.notes)
    assert any("sorted by Party" in note for note in returned.notes)
    two = [each for each in returned.differences if each.column in ("Vote share", "Seats")]
    assert take(study, returned, [(each, "take") for each in two], note="checked") == 2
    after = back(study, path)
    assert said(after.differences) == {each for each in EXPECTED if each[2] not in ("Vote share", "Seats")}
    study.undo()
    assert study.dump() == before


@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
def test_libreoffice_saves_in_every_format_without_a_difference(study: Study, tmp_path: Path, ending: str) -> None:
    returned = back(study, through_libreoffice(exported(study, tmp_path), ending))
    assert returned.differences == ()
    assert not returned.is_guess


def test_what_was_cited_stays_as_a_rival_and_the_source_and_note_are_those_given(study: Study, tmp_path: Path) -> None:
    path = worked_on(exported(study, tmp_path), lambda page: setattr(cell(page, "Nur Otan", "Seats"), "value", 97))
    returned = back(study, path)
    (one,) = returned.differences
    source = next(iter(study.catalogue.sources))
    assert "becomes its rival" in what_taking_does(study, one, Cite(source, "p. 5"))
    take(study, returned, [(one, "take")], citing=Cite(source, "p. 5"), note="recounted")
    found = observations_of(study, one.subject_id, one.attribute_id or 0)
    new = next(each for each in found if each.value == "97")
    assert (new.standing, new.reason) == ("adopted", "recounted")
    assert [(each.source_id, each.locator) for each in new.citations] == [(source, "p. 5")]
    assert {each.standing for each in found if each.value == "98" and each.citations} == {"rival"}


def test_changes_on_both_sides_are_a_conflict_with_three_values(study: Study, tmp_path: Path) -> None:
    path = worked_on(exported(study, tmp_path), lambda page: setattr(cell(page, "Nur Otan", "Seats"), "value", 97))
    subject = study.catalogue.find_subject("Nur Otan")[0]
    seats = study.catalogue.attribute("Seats", "party")
    assert seats is not None
    set_value(study, subject, seats.id, "96", day=study.as_of)
    before = study.dump()
    (one,) = back(study, path).differences
    assert (one.kind, one.old, one.theirs, one.ours, one.usual) == ("both", "98", "97", "96", "")
    assert study.dump() == before
    take(study, back(study, path), [(one, "both")])
    standings = {each.value: each.standing for each in observations_of(study, subject, seats.id)}
    assert (standings["96"], standings["97"]) == ("adopted", "rival")


def test_what_both_sides_changed_alike_is_no_difference(study: Study, tmp_path: Path) -> None:
    path = worked_on(exported(study, tmp_path), lambda page: setattr(cell(page, "Nur Otan", "Seats"), "value", 97))
    subject, seats = study.catalogue.find_subject("Nur Otan")[0], study.catalogue.attribute("Seats", "party")
    assert seats is not None
    set_value(study, subject, seats.id, "97", day=study.as_of)
    assert back(study, path).differences == ()


def test_what_is_only_written_otherwise_is_understood(study: Study, tmp_path: Path) -> None:
    def work(page: Worksheet) -> None:
        cell(page, "Nur Otan", "Seats").value = "98"
        cell(page, "Nur Otan", "Vote share").value = "88,4"
        cell(page, "Ak Jol", "Seats").value = " 71 "
        founded = cell(page, "Nur Otan", "Founded")
        founded.value, founded.number_format = 36203, "General"
        cell(page, "United Russia", "Founded").value = "2001-12-01"
        cell(page, "Ak Jol", "Party of power in its state").value = "  Yes "
        page.insert_rows(1, 2)
        page.column_dimensions["D"].hidden = True
        page.row_dimensions[6].hidden = True

    returned = back(study, worked_on(exported(study, tmp_path), work))
    assert returned.differences == ()
    assert any("numbers turned into text" in note for note in returned.notes)


def test_a_copy_that_lost_its_styles_and_hidden_states_is_understood(study: Study, tmp_path: Path) -> None:
    """As other spreadsheets on the web save it: every sheet shown, dates and percents as bare numbers."""
    read, bare = openpyxl.load_workbook(exported(study, tmp_path)), openpyxl.Workbook(write_only=True)
    for number, page in enumerate(read.worksheets):
        copied = bare.create_sheet(f"Sheet{number}")
        for row in page.iter_rows(values_only=True):
            days = [to_excel(value) if isinstance(value, datetime.datetime) else value for value in row]
            copied.append(["97" if value == 98 else value for value in days])
    bare.save(tmp_path / "bare.xlsx")
    returned = back(study, tmp_path / "bare.xlsx")
    assert not returned.is_guess
    assert said(returned.differences) == {("changed", "Nur Otan", "Seats", "97")}
    assert "9 dates turned into numbers" in returned.notes


def test_emptied_cells_new_rows_new_columns_and_other_names(study: Study, tmp_path: Path) -> None:
    def work(page: Worksheet) -> None:
        cell(page, "Nur Otan", "Seats").value = None
        cell(page, "Ak Jol", "Party").value = "Ak Zhol (Kyrgyzstan)"
        page.append(["New Power", "Georgia", None, None, None, None, 12])
        page.append(["Nowhere's Party", "Nowhere"])
        page["N1"] = "Colour"
        page["N2"] = "white"

    before = study.dump()
    returned = back(study, worked_on(exported(study, tmp_path), work))
    assert said(returned.differences) == {
        ("removed", "Nur Otan", "Seats", ""),
        ("renamed", "Ak Jol", "Party", "Ak Zhol (Kyrgyzstan)"),
        ("row_new", "New Power", "row", "new row"),
        ("row_new", "Nowhere's Party", "row", "new row"),
        ("column_new", "", "Colour", "new column, text"),
    }
    assert [each.can_take for each in returned.differences if each.row == "Nowhere's Party"] == [False]
    assert take(study, returned, [(each, "take") for each in returned.differences]) == 4
    (party,) = study.catalogue.find_subject("New Power")
    seats, colour = (study.catalogue.attribute(name, "party") for name in ("Seats", "Colour"))
    assert seats is not None
    assert colour is not None
    assert [each.value for each in observations_of(study, party, seats.id)] == ["12"]
    assert party in comparisons(study)[0].row_ids
    assert study.catalogue.find_subject("Ak Zhol (Kyrgyzstan)") == study.catalogue.find_subject("Ak Jol", "party")
    assert said(back(study, tmp_path / "changed.xlsx").differences) == {
        ("row_new", "Nowhere's Party", "row", "new row")
    }
    study.undo()
    assert study.dump() == before


def test_what_excel_spoiled_is_kept_unless_it_is_asked_for(study: Study, tmp_path: Path) -> None:
    def work(page: Worksheet) -> None:
        founded = cell(page, "United National Movement", "Founded")
        founded.value, founded.number_format = datetime.date(2001, 1, 1), "yyyy-mm-dd"
        cell(page, "Nur Otan", "Seats").value = "#NAME?"

    returned = back(study, worked_on(exported(study, tmp_path), work))
    assert {(each.kind, each.usual) for each in returned.differences} == {("spoiled", "keep")}


def test_a_text_that_its_kind_cannot_read_is_kept_as_typed(study: Study, tmp_path: Path) -> None:
    path = worked_on(
        exported(study, tmp_path), lambda page: setattr(cell(page, "Nur Otan", "Seats"), "value", "over 88")
    )
    returned = back(study, path)
    take(study, returned, [(each, "take") for each in returned.differences])
    (one,) = returned.differences
    wrong = [each for each in observations_of(study, one.subject_id, one.attribute_id or 0) if each.wrong]
    assert [each.typed for each in wrong] == ["over 88"]


def test_a_workbook_without_its_hidden_sheet_is_matched_by_name(study: Study, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(exported(study, tmp_path))
    del book["parties-of-power"]
    page = book.worksheets[0]
    page.title = "Sheet1"
    page.delete_cols(12)
    cell(page, "Nur Otan", "Seats").value = 97
    book.save(tmp_path / "lost.xlsx")
    returned = back(study, tmp_path / "lost.xlsx")
    assert returned.is_guess
    assert "by name" in returned.found
    assert said(returned.differences) == {("changed", "Nur Otan", "Seats", "97")}


def test_rows_sorted_without_their_keys_are_matched_by_name(study: Study, tmp_path: Path) -> None:
    def work(page: Worksheet) -> None:
        keys = [row[11].value for row in page.iter_rows(min_row=2)]
        for row, key in enumerate([*keys[3:], *keys[:3]], 2):
            page.cell(row, 12, key)

    returned = back(study, worked_on(exported(study, tmp_path), work))
    assert returned.differences == ()
    assert any("without their hidden keys" in note for note in returned.notes)


def test_a_renamed_and_a_deleted_column_are_understood(study: Study, tmp_path: Path) -> None:
    def work(page: Worksheet) -> None:
        page["G1"] = "Mandates"
        page.delete_cols(4)

    returned = back(study, worked_on(exported(study, tmp_path), work))
    assert returned.differences == ()
    assert {"Column Seats is called Mandates now", "Column Leader was deleted: nothing is taken from that"} <= set(
        returned.notes
    )


def test_a_copied_row_is_a_new_one(study: Study, tmp_path: Path) -> None:
    def work(page: Worksheet) -> None:
        copied = [each.value for each in page[3]]
        page.append(["Nur Otan Youth", *copied[1:]])

    (one,) = back(study, worked_on(exported(study, tmp_path), work)).differences
    assert (one.kind, one.row) == ("row_new", "Nur Otan Youth")


def test_a_workbook_of_another_study_is_refused(study: Study, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    words = a_study(tmp_path / "other").with_party("Otan", "Kazakhstan").with_comparison("All")
    path = exported(words.study, tmp_path)
    words.study.close()
    with pytest.raises(FileRefused, match="another study"):
        back(study, path)


def test_a_table_that_has_nothing_of_the_study_is_refused(study: Study, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for column, letter in enumerate(string.ascii_uppercase[:5], 1):
        book.active.cell(1, column, f"Head {letter}")
        book.active.cell(2, column, 1)
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(FileRefused, match="no comparison has columns"):
        back(study, tmp_path / "other.xlsx")


def test_the_guarded_child_reads_what_was_exported(study: Study, tmp_path: Path) -> None:
    path = exported(study, tmp_path)
    assert read_table_file(path) == read_here(path, USUAL)
