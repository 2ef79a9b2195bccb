"""What a workbook carries about itself comes back whole, or not at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.exchange.returned.exported import (
    Exported,
    ExportedColumn,
    ExportedSheet,
    from_lines,
    is_mark,
    to_lines,
)

texts = st.text(max_size=20)
contents = st.one_of(st.none(), texts.filter(bool), st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def sheets(draw: st.DrawFn) -> ExportedSheet:
    rows = draw(st.integers(0, 4))
    columns = draw(st.integers(0, 3))
    column = st.builds(ExportedColumn, texts, st.none() | st.integers(1, 2**62), st.sampled_from(["", "name"]))
    return ExportedSheet(
        draw(texts),
        draw(st.integers(0, 2**62)),
        draw(texts),
        draw(st.sampled_from(["party", "state"])),
        draw(st.sampled_from(["state", "last_day"])),
        draw(st.integers(1, 800_000)),
        tuple(draw(st.lists(column, min_size=columns, max_size=columns))),
        tuple(draw(st.lists(st.integers(1, 2**62), min_size=rows, max_size=rows))),
        tuple(draw(st.lists(contents, min_size=rows, max_size=rows)) for _column in range(columns)),
        tuple(draw(st.lists(texts, min_size=rows, max_size=rows)) for _column in range(columns)),
    )


@given(sheets(), texts)
def test_the_lines_say_it_all(sheet: ExportedSheet, title: str) -> None:
    exported = Exported(7, title, 41, (sheet,))
    lines = to_lines(exported)
    assert from_lines(lines) == exported
    assert is_mark(lines[0])
    assert all(len(line) <= 30_000 for line in lines)


def test_lines_that_were_changed_or_lost_say_nothing() -> None:
    sheet = ExportedSheet("S", 1, "c", "party", "state", 1, (ExportedColumn("a"),), (1,), (["x" * 40_000],), (["y"],))
    lines = to_lines(Exported(7, "t", 1, (sheet,)))
    assert from_lines(lines) is not None
    assert from_lines(lines[:-1]) is None
    assert from_lines([lines[0], lines[1][:-1] + ("A" if lines[1][-1] != "A" else "B"), *lines[2:]]) is None
    assert from_lines([]) is None
    assert from_lines(["something else"]) is None


def test_a_made_up_sheet_whose_parts_do_not_fit_says_nothing() -> None:
    sheet = ExportedSheet("S", 1, "c", "party", "state", 1, (ExportedColumn("a"),), (1,), (["x"],), (["y"],))
    short = replace(sheet, row_ids=(1, 2))
    assert from_lines(to_lines(Exported(7, "t", 1, (short,)))) is None
