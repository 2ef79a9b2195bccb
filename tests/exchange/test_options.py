"""The options of a workbook: remembered by the study, years as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.exchange.options import MOST_YEARS, USUAL, Options, remember, remembered, years_of, years_text
from parties_of_power.study.study import Study


def test_a_study_remembers_what_was_chosen_last(tmp_path: Path) -> None:
    chosen = Options(all_comparisons=True, form="years", years=(1999, 2003), citations="both", reasons="codes")
    with Study.create(tmp_path / "one.parties") as study:
        assert remembered(study) == USUAL
        remember(study, chosen)
    with Study.open(tmp_path / "one.parties") as study:
        assert remembered(study) == chosen


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"form": "sideways"}', '{"years": ["x"]}', '{"charts": 3, "citations": null, "unheard": 1}'],
)
def test_what_cannot_be_read_any_more_is_as_usual(tmp_path: Path, text: str) -> None:
    with Study.create(tmp_path / "one.parties") as study:
        study.set_setting("export_options", text)
        assert remembered(study) == USUAL


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("", ()),
        ("2008", (2008,)),
        ("1999, 2003–2005", (1999, 2003, 2004, 2005)),
        ("2005 - 2007;1999", (1999, 2005, 2006, 2007)),
        ("2008 2008", (2008,)),
    ],
)
def test_years_as_they_are_typed(text: str, years: tuple[int, ...]) -> None:
    assert years_of(text) == years


@pytest.mark.parametrize("text", ["soon", "2008–2003", "1–2000", "20080", "2008-11-25"])
def test_what_is_no_year_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"year"):
        years_of(text)


@given(st.sets(st.integers(1, 2100), max_size=MOST_YEARS))
def test_years_are_written_so_that_they_are_read_again(years: set[int]) -> None:
    in_order = tuple(sorted(years))
    assert years_of(years_text(in_order)) == in_order
