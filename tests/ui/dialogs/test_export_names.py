"""Which ending a name gets that was typed, proposed or left without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from parties_of_power.exchange.formats import FORMATS
from parties_of_power.ui.dialogs.export_names import filter_words, with_ending


@pytest.mark.parametrize(
    ("typed", "chosen", "written"),
    [
        ("out", "stata", "out.dta"),
        ("out", "csv", "out.csv"),
        ("out", "plain_csv", "out.plain.csv"),
        ("out.csv", "long_csv", "out.long.csv"),
        ("out.long.csv", "long_csv", "out.long.csv"),
        ("out.csv", "excel", "out.csv"),
        ("Proposed 2008-11-25.xlsx", "spss", "Proposed 2008-11-25.sav"),
        ("mine.xlsx", "spss", "mine.xlsx"),
    ],
)
def test_with_ending(typed: str, chosen: str, written: str) -> None:
    words = filter_words(next(each for each in FORMATS if each.key == chosen))
    assert with_ending(Path(typed), words, "Proposed 2008-11-25.xlsx") == Path(written)
