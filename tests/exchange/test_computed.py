"""Computed attributes in files: their values as numbers, rounded only for the eye, and the formula in the codebook."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.commands.run import main
from parties_of_power.exchange.export import export
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study


@pytest.fixture
def study(bundled: Study, tmp_path: Path) -> Iterator[Study]:
    with Study.open(Path(shutil.copy(bundled.path, tmp_path / "copy.parties")), coder="Aliya") as copy:
        comparison = queries.comparisons(copy)[0]
        for name, kind, formula in [
            ("Share", "percent", "Seats / out_of(Seats) * 100"),
            ("Third", "number", "Seats / 3.1"),
            ("Big", "yes_no", "Seats > 100"),
        ]:
            edits.show_column(copy, comparison.id, edits.add_attribute(copy, "party", name, kind, formula=formula))
        yield copy


def test_excel_holds_the_values_and_the_codebook_the_formula(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    export(study, Columns(study), path, queries.comparisons(study)[0].id, study.as_of)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    titles = [cell.value for cell in page[1]]
    (row,) = [row for row in page.iter_rows(min_row=2) if row[0].value == "United Russia"]
    share, third, big = (row[titles.index(name)] for name in ("Share", "Third", "Big"))
    assert (share.value, share.number_format) == (0.7, "0%")
    assert (third.value, third.number_format) == (pytest.approx(315 / 3.1), "0.00")
    assert big.value == "yes"
    codebook = book["Codebook"]
    titles = [cell.value for cell in codebook[1]]
    formulas = {row[0].value: row[titles.index("Formula")].value for row in codebook.iter_rows(min_row=2)}
    assert formulas["Share"] == "Seats / out_of(Seats) * 100"
    assert formulas["Seats"] is None


def test_csv_and_the_command_line_show_the_cells_of_the_window(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.csv"
    export(study, Columns(study), path, queries.comparisons(study)[0].id, study.as_of)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Party"]: row for row in csv.DictReader(file)}
    assert (rows["United Russia"]["Share"], rows["United Russia"]["Third"]) == ("70", "101.61")
    study.close()
    assert main(["table", str(study.path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (cells,) = [row["cells"] for row in told["rows"] if row["cells"][0]["text"] == "United Russia"]
    share = cells[told["columns"].index("Share")]
    assert (share["text"], share["state"], share["number"], share["observation"]) == ("70", "value", 70.0, None)
