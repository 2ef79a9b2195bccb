"""Foreign cells say what would be typed; what has two meanings is read only where its column tells which."""

from __future__ import annotations

import pytest

from parties_of_power.exchange.guarded import ReadCell
from parties_of_power.exchange.imports.cell_texts import said_by, with_habits
from parties_of_power.exchange.imports.kind_guess import guess_kind
from parties_of_power.exchange.imports.plan import ColumnUse

USE = ColumnUse("x", "value")


def text(cell: str) -> ReadCell:
    return ReadCell("text", cell)


@pytest.mark.parametrize(
    ("cell", "kind", "typed", "bound"),
    [
        (text("64,3 %"), "percent", "64,3", ""),
        (ReadCell("number", "0.643", 0.643, "", True), "percent", "64.3", ""),
        (ReadCell("number", "0.643", 0.643), "percent", "0.643", ""),
        (text("около 500"), "number", "500", "about"),
        (text("≥ 150"), "number", "150", "at_least"),
        (text("NA"), "number", "", ""),
        (text("NA"), "text", "NA", ""),
        (text("007"), "text", "007", ""),
        (text("1/2"), "date", "1/2", ""),
        (text("2 декабря 2007 г."), "date", "2.12.2007", ""),
        (text("март 2002"), "date", "2002-03", ""),
        (text("1999 г."), "date", "1999", ""),
        (ReadCell("number", "1848", 1848.0), "date", "1848", ""),
        (ReadCell("date", "1999-02-12", 36203.0), "date", "1999-02-12", ""),
        (text("1.0"), "choice", "1", ""),
    ],
)
def test_a_cell_says_what_would_be_typed(cell: ReadCell, kind: str, typed: str, bound: str) -> None:
    said = said_by(cell, kind, USE)
    assert (said.text, said.bound) == (typed, bound)


def test_a_column_tells_what_its_commas_and_dates_mean() -> None:
    assert said_by(text("1,234"), "number", USE).text == "1,234"
    assert said_by(text("1,234"), "number", with_habits(USE, ["1,234", "12,5"])).text == "1.234"
    assert said_by(text("1,234"), "number", with_habits(USE, ["1,234", "1,234,567"])).text == "1234"
    assert with_habits(USE, ["1,234", "12,5", "1,234,567"]).comma == ""
    assert said_by(text("03/04/2008"), "date", with_habits(USE, ["03/04/2008", "25/11/2008"])).text == "03.04.2008"
    assert with_habits(USE, ["03/04/2008"]).date_order == ""


def test_thousands_are_multiplied() -> None:
    assert said_by(text("1 900"), "number", ColumnUse("x", "value", scale=1000)).text == "1900000"


@pytest.mark.parametrize(
    ("title", "values", "unit", "kind"),
    [
        ("Seats", ["1", "−5", "1 234"], "", "number"),
        ("Share", ["1", "2"], "%", "percent"),
        ("Founded", ["1999", "12.02.1999"], "", "date"),
        ("In office", ["yes", "no", "да"], "", "yes_no"),
        ("Code", ["0", "1"], "", "number"),
        ("Family", ["left", "right", "left", "right", "left", "left"], "", "choice"),
        ("Remark", ["one", "another"], "", "text"),
        ("Page", ["https://example.org/a", "https://example.org/b"], "", "link"),
    ],
)
def test_the_kind_is_guessed_from_all_values(title: str, values: list[str], unit: str, kind: str) -> None:
    assert guess_kind(title, [text(each) for each in values], unit).kind == kind
