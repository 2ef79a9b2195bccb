"""What a comparison colours by value is coloured by Excel itself, whatever is typed there later."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import CellColour
from parties_of_power.exchange.export import export
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study

WAYS: dict[str, CellColour] = {
    "Seat share": "two_sided",
    "Anti-pluralism index": "heat",
    "Seats": "bars",
    "Party of power in its state": "choices",
    "Vote share": "over_time",
}


@pytest.fixture
def book(bundled: Study, tmp_path: Path) -> tuple[openpyxl.Workbook, str]:
    path = Path(shutil.copy(bundled.path, tmp_path / "mine.parties"))
    with Study.open(path, coder="Aliya") as study:
        shown = queries.comparisons(study)[0]
        for column in shown.columns:
            if column.attribute_id and (way := WAYS.get(study.catalogue.attributes[column.attribute_id].name)):
                edits.colour_column(study, column.id, way)
        changes = export(study, Columns(study), tmp_path / "mine.xlsx", shown.id, study.as_of)
    with pytest.warns(UserWarning, match="extension is not supported"):  # bars from zero are one of Excel 2010
        return openpyxl.load_workbook(tmp_path / "mine.xlsx"), " ".join(changes)


def test_scales_bars_and_fills_are_those_of_the_table(book: tuple[openpyxl.Workbook, str]) -> None:
    page = book[0].worksheets[0]
    titles = [cell.value for cell in page[1]]
    rules = {
        titles[next(iter(area.sqref.ranges)).min_col - 1]: found
        for area in page.conditional_formatting
        for found in [list(area.rules)]
    }
    assert set(rules) == set(WAYS) - {"Vote share"}
    (heat,), (sides,), (bars,) = (rules[each] for each in ("Anti-pluralism index", "Seat share", "Seats"))
    assert [each.rgb for each in heat.colorScale.color] == ["FFFFFFFF", "FF8FB4D6"]
    low, middle, high = (float(each.val) for each in sides.colorScale.cfvo)
    assert 0 < middle < 1
    assert middle - low == pytest.approx(high - middle)
    assert float(bars.dataBar.cfvo[0].val) == 0
    answers = rules["Party of power in its state"]
    assert {each.formula[0] for each in answers} >= {'"Yes"', '"No"', '"Disputed"'}
    assert len({each.dxf.fill.bgColor.rgb for each in answers}) == len(answers)


def test_lines_over_time_are_said_to_be_left_out(book: tuple[openpyxl.Workbook, str]) -> None:
    assert "lines over time of Vote share are not drawn in Excel" in book[1]
