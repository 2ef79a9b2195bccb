"""How a text is written is guessed, said and changeable; Stata and SPSS files are read in the child; hidden is told."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from parties_of_power.exchange.guarded import TableFile, TextForm, Wanted, read_table_file
from parties_of_power.exchange.guarded.encodings import encoding_of

TEXT = "Партия;Голоса\nЕдиная Россия;64,3\nНур Отан;88,05\n"


def read(path: Path, wanted: Wanted = Wanted()) -> TableFile:  # noqa: B008  # it is frozen
    file = read_table_file(path, wanted=wanted)
    assert file is not None
    return file


def text_of(file: TableFile, row: int, place: int) -> str:
    cell = file.sheets[0].rows[row][1][place]
    assert cell is not None
    return cell.text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be", "cp1251", "koi8-r", "cp866"]
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(TEXT.encode(encoding))
    file = read(path)
    assert text_of(file, 1, 0) == "Единая Россия"
    assert file.form is not None
    assert file.form.divider == ";"
    is_guess = encoding in ("cp1251", "koi8-r", "cp866")
    assert (encoding in file.form.evidence) == bool(file.notes) == is_guess


def test_western_letters_are_no_cyrillic_ones() -> None:
    assert encoding_of("Müller;Équipe – Déjà".encode("cp1252"))[0] == "cp1252"


def test_the_form_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(TEXT.encode("cp1251"))
    file = read(path, Wanted(TextForm("koi8-r", ",")))
    assert text_of(file, 1, 0).endswith(";64")


def test_a_part_of_a_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(TEXT.encode("cp1251"))
    columns = read(path, Wanted(columns=("Голоса",)))
    assert [[cell and cell.text for cell in cells] for _row, cells in columns.sheets[0].rows] == [
        ["Голоса"],
        ["64,3"],
        ["88,05"],
    ]
    assert len(read(path, Wanted(rows=1)).sheets[0].rows) == 2


@pytest.mark.parametrize("ending", ["dta", "sav"])
def test_files_of_stata_and_spss_are_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"t.{ending}"
    frame = pd.DataFrame({"party": ["A", "Яблоко"], "year": [1999.0, 2003.0], "gov": [0.0, 1.0]})
    write = pyreadstat.write_dta if ending == "dta" else pyreadstat.write_sav
    write(
        frame,
        str(path),
        column_labels=["Party", "Year", "In office"],
        variable_value_labels={"gov": {0: "no", 1: "yes"}},
    )
    file = read(path)
    assert [text_of(file, 2, place) for place in range(3)] == ["Яблоко", "2003", "1"]
    labels = {cells[0].text: cells[1].text for _row, cells in file.sheets[1].rows if cells[0] and cells[1]}
    assert labels["gov"] == "In office"
    assert "1 = yes" in str(file.sheets[1].rows)


def test_what_is_hidden_or_merged_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["C2"] = "Title", "x", "y"
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "t.xlsx")
    (found,) = read(tmp_path / "t.xlsx").sheets
    assert (found.hidden_rows, found.hidden_columns, found.merged) == ((1,), (2,), ((0, 0, 0, 2),))
