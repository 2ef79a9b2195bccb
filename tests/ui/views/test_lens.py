"""Where rows lie in an overview: all of them within its height, none twice, and the one at the pointer below it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.ui.views.comparison.lens import Lens
from parties_of_power.ui.views.comparison.overview_marks import lines_of

FULL = 32
lenses = st.builds(
    lambda count, height, opened: Lens(count, height, FULL).opening(opened),
    st.integers(1, 30_000),
    st.integers(FULL * 2, 1200),
    st.lists(st.integers(0, 30_000), max_size=30),
)


@given(lenses)
def test_all_rows_lie_one_below_another_within_the_height(lens: Lens) -> None:
    rows = range(0, lens.count, max(lens.count // 200, 1))
    assert lens.start(0) == 0
    assert lens.start(lens.count) <= lens.height
    assert all(lens.length(row) >= 0 for row in rows)
    assert all(lens.length(row) == FULL for row in lens.opened)
    assert lens.unit <= FULL


@given(lenses, st.integers(0, 1200))
def test_a_row_is_found_where_it_lies(lens: Lens, y: int) -> None:
    row = lens.row_at(y)
    if y < lens.start(lens.count):
        assert lens.start(row) <= y < lens.start(row) + max(lens.length(row), 1)
    else:
        assert row == -1


@given(lenses, st.integers(0, 1199))
def test_what_opens_at_the_pointer_lies_below_it(resting: Lens, y: int) -> None:
    row = resting.row_at(y)
    shown = resting.opening([row])
    if row >= 0 and shown.is_open(row):
        assert shown.start(row) - 1 <= y <= shown.start(row) + FULL + 1


@given(lenses)
def test_every_row_that_is_not_open_is_in_a_line(lens: Lens) -> None:
    lines = lines_of(lens)
    covered = sum(line.end - line.first for line in lines)
    if lens.unit >= 1:
        assert covered == lens.count - len(lens.opened)
    else:
        assert covered >= min(lens.count - len(lens.opened), len(lines))
    assert not any(lens.is_open(line.first) for line in lines)
    assert all(line.first < line.end <= lens.count for line in lines)


def test_few_rows_are_no_higher_than_they_need_and_readable() -> None:
    lens = Lens(5, 600, FULL)
    assert lens.unit == FULL
    assert list(lens.readable) == [0, 1, 2, 3, 4]
    assert lens.row_at(5 * FULL) == -1


def test_no_more_rows_open_than_leave_room_for_the_others() -> None:
    lens = Lens(41, 400, FULL).opening(range(41))
    assert lens.opened == tuple(range(7))
    assert lens.length(20) >= 1
