"""Names that Excel allows for sheets and headers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.exchange.safe_cells import header_text, unique_headers, utf16_length
from parties_of_power.exchange.sheet_names import sheet_name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Parties of power in 2008", "Parties of power in 2008"),
        ("States with and without a party of power", "States with and without a party"),
        ("a/b [c]: d?*\\e", "a b c d e"),
        ("History", "History (2)"),
        ("PARTIES", "PARTIES (2)"),
        ("'quoted'", "quoted"),
        ("[]", "Comparison"),
        ("", "Comparison"),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_the_nearest_name_that_excel_allows(wanted: str, name: str) -> None:
    assert sheet_name(wanted, {"parties"}, "Comparison") == name


@given(st.text(max_size=60), st.sets(st.text(max_size=31).map(str.casefold)))
def test_no_name_breaks_a_rule(wanted: str, taken: set[str]) -> None:
    name = sheet_name(wanted, taken, "Comparison")
    assert 1 <= utf16_length(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert name.strip("'") == name
    assert name.casefold() not in taken | {"history"}


@given(st.lists(st.text(max_size=300)))
def test_headers_are_unique_and_of_one_line(titles: list[str]) -> None:
    headers = unique_headers([header_text(title) for title in titles])
    assert len({header.casefold() for header in headers}) == len(titles)
    assert all(header and "\n" not in header and utf16_length(header) <= 255 for header in headers)
