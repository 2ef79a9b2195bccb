"""The timeline: how bars, rows, ticks and labels come about, and what the canvas does under mouse and keys."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.dates import PartialDate, Period, day_number
from parties_of_power.domain.days import iso
from parties_of_power.domain.events import EVENT_KINDS, Event
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.subjects import Name, NameForm, Subject
from parties_of_power.study.edits.subjects import add_party, rename_subject
from parties_of_power.ui.theme import theme, tokens
from parties_of_power.ui.views.timeline import TimelineView, axis, make
from parties_of_power.ui.views.timeline.band import band_labels, clusters
from parties_of_power.ui.views.timeline.bar_painting import shape_of
from parties_of_power.ui.views.timeline.bars import Bar, Rival, bar_of
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.description import description
from parties_of_power.ui.views.timeline.ends import end_of
from parties_of_power.ui.views.timeline.facts import timeline_of
from parties_of_power.ui.views.timeline.labels import Room, clear_of, placed
from parties_of_power.ui.views.timeline.lanes import POWER, TOUCH, Lane, Mark, Timeline, mark_of, rows_of
from parties_of_power.ui.views.timeline.layout import Sizes, lay_out, titled_events
from parties_of_power.ui.views.timeline.marks import DRAWINGS
from parties_of_power.ui.views.timeline.scale import DAYS_OF_YEAR, FEWEST_DAYS, MOST_DAYS, Scale
from parties_of_power.ui.workspace import Workspace

TODAY = day_number(2026, 11, 25)
SIZES = Sizes.of(round)
days = st.integers(min_value=day_number(1800, 1, 1), max_value=day_number(2100, 1, 1))


def day(text: str) -> int:
    earliest = PartialDate.parse(text).earliest
    assert earliest is not None
    return earliest


def a_name(text: str, period: str, form: NameForm = "short", attested: str = "") -> Name:
    return Name(hash(text), 1, text, form=form, period=Period.parse(period), attested=attested)


def a_bar(subject_id: int, first: int, last: int) -> Bar:
    founded, dissolved = (PartialDate.parse(iso(each)) for each in (first, last))
    return bar_of(subject_id, (), founded, dissolved)


def a_mark(number: int, at: int, kind: str = "congress", title: str = "Congress") -> Mark:
    return mark_of(Event(number, title, kind, PartialDate.parse(iso(at))))  # type: ignore[arg-type]  # a kind as text


# Ends and bars


@pytest.mark.parametrize(
    ("text", "look", "first", "last"),
    [
        ("2001-12-01", "day", "2001-12-01", "2001-12-01"),
        ("1999", "span", "1999-01-01", "1999-12-31"),
        ("1999-02", "span", "1999-02-01", "1999-02-28"),
        ("199X", "span", "1990-01-01", "1999-12-31"),
        ("[2002,2004]", "set", "2002-01-01", "2004-12-31"),
    ],
)
def test_an_end_is_as_wide_as_what_is_not_known(text: str, look: str, first: str, last: str) -> None:
    end = end_of(PartialDate.parse(text))
    assert (end.look, end.first, end.last) == (look, day(first), day(last))


def test_marks_of_doubt_stay_with_the_end() -> None:
    assert end_of(PartialDate.parse("1999~")).approximate
    assert end_of(PartialDate.parse("1999?")).uncertain
    assert not end_of(PartialDate.parse("1999-05-01?")).is_sharp


def test_an_unbounded_set_has_no_first_day() -> None:
    end = end_of(PartialDate.parse("[..1994]"))
    assert end.first == ALWAYS_BEFORE
    assert not end.is_bounded


def test_a_bar_is_cut_at_its_names() -> None:
    names = [
        a_name("Otan", "1999-02-12/2006-12-22"),
        a_name("Nur Otan", "2006-12-22/2022-03-01"),
        a_name("Amanat", "2022-03-01/", attested="2023"),
    ]
    bar = bar_of(1, names, PartialDate.parse("1999-02-12"), None)
    assert [piece.text for piece in bar.segments] == ["Otan", "Nur Otan", "Amanat"]
    assert [piece.start.first for piece in bar.segments] == [day("1999-02-12"), day("2006-12-22"), day("2022-03-01")]
    assert bar.end.look == "unknown"
    assert bar.end.last == day("2023-12-31")
    assert bar.last == ALWAYS_AFTER
    assert bar.segment_on(day("2008-11-25")).text == "Nur Otan"


def test_the_life_bounds_the_names() -> None:
    names = [a_name("Alga", "2003-09-07/", attested="2006")]
    bar = bar_of(1, names, PartialDate.parse("2003-09-07"), PartialDate.parse("2005"))
    assert (bar.end.look, bar.end.first, bar.end.last) == ("span", day("2005-01-01"), day("2005-12-31"))


def test_a_time_without_a_short_name_shows_another_form() -> None:
    names = [a_name("RCP(b)", "1918/1925", "abbreviation"), a_name("Communist Party", "1952/1991-11-06")]
    bar = bar_of(1, names, PartialDate.parse("1912"), PartialDate.parse("1991-11-06"))
    assert [piece.text for piece in bar.segments] == ["", "RCP(b)", "", "Communist Party"]


def test_a_name_without_a_period_tells_nothing_of_the_life() -> None:
    name = Name(1, 1, "New party")
    nothing_known = bar_of(1, [name], None, None)
    assert (nothing_known.start.look, nothing_known.end.look) == ("unknown", "unknown")
    assert [piece.text for piece in nothing_known.segments] == ["New party"]
    founded = bar_of(1, [name], PartialDate.parse("1999"), None)
    assert (founded.start.look, founded.end.look) == ("span", "unknown")


def test_names_of_other_standing_and_language_are_left_out() -> None:
    rival = replace(a_name("Fatherland", "2002/2005"), standing="rival")
    kazakh = replace(a_name("Нұр Отан", "1999/2005"), language="kk")
    bar = bar_of(1, [rival, kazakh], PartialDate.parse("1999"), PartialDate.parse("2006"))
    assert [piece.text for piece in bar.segments] == [""]


def test_only_dates_in_conflict_are_rivals() -> None:
    rivals = [Rival(end_of(PartialDate.parse(text))) for text in ("1993", "1994", "1994-12")]
    bar = bar_of(1, (), PartialDate.parse("1994-12-10"), None, rivals=rivals)
    assert [rival.end.words for rival in bar.rivals] == ["1993"]


@given(st.lists(st.tuples(days, st.integers(1, 9000), st.booleans()), min_size=1, max_size=40))
def test_bars_of_a_row_do_not_overlap(lives: Sequence[tuple[int, int, bool]]) -> None:
    bars = [a_bar(number, first, first + length) for number, (first, length, _power) in enumerate(lives)]
    subjects = {
        number: Subject(number, "party", role=POWER if is_power else "")
        for number, (*_life, is_power) in enumerate(lives)
    }
    rows = rows_of(bars, subjects)
    assert sorted(bar.subject_id for row in rows for bar in row.bars) == list(range(len(lives)))
    for row in rows:
        for earlier, later in zip(row.bars, row.bars[1:], strict=False):
            assert earlier.last < later.first


def test_the_first_row_belongs_to_the_longest_party_of_power() -> None:
    bars = [a_bar(1, 1000, 90_000), a_bar(2, 50_000, 80_000), a_bar(3, 20_000, 49_000)]
    subjects = {1: Subject(1, "party"), 2: Subject(2, "party", role=POWER), 3: Subject(3, "party", role=POWER)}
    assert [[bar.subject_id for bar in row.bars] for row in rows_of(bars, subjects)] == [[3, 2], [1]]


def test_an_end_known_to_the_year_lets_the_next_bar_touch_it() -> None:
    older = bar_of(1, (), PartialDate.parse("1995"), PartialDate.parse("2001"))
    newer = bar_of(2, (), PartialDate.parse("2001-12-01"), None)
    subjects = {number: Subject(number, "party", role=POWER) for number in (1, 2)}
    assert len(rows_of([older, newer], subjects)) == 1
    assert older.last - newer.first < TOUCH


# Scale and axis


@given(days, st.floats(20, 30_000), st.floats(200, 4000), st.floats(0.1, 10), st.floats(0, 1))
def test_zoom_keeps_the_day_under_the_pointer(
    first: int, length: float, width: float, factor: float, share: float
) -> None:
    scale = Scale.fitted(first, first + length, width)
    x = share * width
    zoomed = scale.zoomed(factor, x)
    assert zoomed.day(x) == pytest.approx(scale.day(x), abs=1e-6 * max(scale.days, zoomed.days))
    assert FEWEST_DAYS * 0.999 <= zoomed.days <= MOST_DAYS * 1.001


@given(days, st.floats(3, 100_000), st.floats(200, 4000))
def test_ticks_are_in_order_and_their_labels_apart(first: int, length: float, width: float) -> None:
    scale = Scale.fitted(first, first + length, width)
    found = axis.ticks(scale, 84, 10)
    assert [tick.day for tick in found] == sorted({tick.day for tick in found})
    labelled = [scale.x(tick.day) for tick in found if tick.text]
    assert all(later - earlier >= 84 * 0.7 * 0.95 for earlier, later in itertools.pairwise(labelled))
    assert len(labelled) >= 1


@pytest.mark.parametrize(
    ("years", "texts"),
    [(38.0, ["1990", "1995", "2000"]), (110.0, ["1990", "2000", "2010"]), (1.5, ["Mar", "Apr", "May"])],
)
def test_the_ticks_suit_the_zoom(years: float, texts: list[str]) -> None:
    scale = Scale.fitted(day("1988-02-20"), day("1988-02-20") + years * DAYS_OF_YEAR, 1400)
    found = [tick.text for tick in axis.ticks(scale, 84, 10) if tick.text and scale.x(tick.day) >= 0]
    assert found[:3] == texts


def test_days_have_weekdays_and_days_of_rest() -> None:
    found = axis.ticks(Scale.fitted(day("2008-11-15"), day("2008-11-30"), 1400), 84, 10)
    assert [tick.text for tick in found][:3] == ["Sat 15", "Sun 16", "Mon 17"]
    assert [tick.is_rest_day for tick in found][:3] == [True, True, False]


@pytest.mark.parametrize(
    ("start", "unit", "count", "end"),
    [
        ("2008-11-25", "day", 6, "2008-12-01"),
        ("2008-01-31", "month", 1, "2008-02-29"),
        ("2008-11-25", "month", -11, "2007-12-25"),
        ("2008-02-29", "year", 1, "2009-02-28"),
    ],
)
def test_steps_of_the_as_of_day(start: str, unit: axis.Unit, count: int, end: str) -> None:
    assert axis.stepped(day(start), unit, count) == day(end)


def test_the_as_of_line_rests_on_months_from_afar() -> None:
    near, afar = Scale(0, 2, 1000), Scale(0, 0.1, 1000)
    assert axis.snapped(day("2008-11-25") + 0.7, near) == day("2008-11-25")
    assert axis.snapped(day("2008-11-25"), afar) == day("2008-12-01")


def test_each_level_is_the_level_of_what_it_shows() -> None:
    for level in axis.LEVELS:
        assert axis.level_of(Scale.fitted(0, level.days - 1, 1000)) is level


# Labels


@given(
    st.floats(5, 300),
    st.lists(st.tuples(st.sampled_from(["inside", "right", "left"]), st.floats(0, 900), st.floats(0, 400)), max_size=3),
    st.one_of(st.none(), st.floats(0, 1000)),
)
def test_a_label_is_whole_and_clear_of_the_line(
    width: float, stretches: list[tuple[str, float, float]], line: float | None
) -> None:
    rooms = [Room(side, left, left + length) for side, left, length in stretches]  # type: ignore[arg-type]  # a side
    found = placed(width, rooms, line, 6)
    if found is None:
        assert line is not None or all(room.right - room.left < width for room in rooms)
        return
    assert found.room.left <= found.x + 1e-6
    assert found.x + width <= found.room.right + 1e-6
    assert line is None or line <= found.x - 6 + 1e-6 or line >= found.x + width + 6 - 1e-6


def test_a_label_stands_behind_the_line_that_would_cross_it() -> None:
    room = Room("inside", 100, 300)
    found = placed(60, [room], 120, 6)
    assert found is not None
    assert found.x == 126


def test_a_label_too_long_for_every_room_is_left_to_the_pointer() -> None:
    assert placed(500, [Room("inside", 0, 80), Room("right", 90, 400)], None, 6) is None


def test_a_label_beside_a_bar_begins_beyond_a_line() -> None:
    room = clear_of(Room("right", 100, 400), 80, [105, 112, 300], 8)
    assert room.left == 120
    assert clear_of(Room("left", 0, 100), 80, [60], 8).right == 52


marks = st.lists(st.tuples(days, st.sampled_from(EVENT_KINDS)), max_size=40).map(
    lambda found: [a_mark(number, at, kind) for number, (at, kind) in enumerate(found)]
)


@given(marks, st.floats(0.01, 50))
def test_clusters_hold_every_event_and_stand_apart(found: list[Mark], per_day: float) -> None:
    groups = clusters(found, per_day, 17)
    assert sorted(mark.event.id for group in groups for mark in group.marks) == sorted(m.event.id for m in found)
    assert all(later.x - earlier.x >= 17 for earlier, later in itertools.pairwise(groups))


@given(marks, st.integers(30, 300))
def test_labels_of_the_band_touch_neither_each_other_nor_a_leader(found: list[Mark], width: int) -> None:
    groups = clusters(found, 0.1, 17)
    left = day_number(1900, 1, 1) * 0.1
    labels = band_labels(groups, left, left + 3000, rows=5, arm=8, measure=lambda _mark: float(width))
    for label in labels:
        assert left <= label.x
        assert label.x + label.width <= left + 3000
        for other in labels:
            if other is not label and other.row == label.row:
                assert other.x + other.width <= label.x or label.x + label.width <= other.x
            if other.row > label.row:
                assert not label.x < other.leader < label.x + label.width


@given(marks, st.floats(0.6, 90))
def test_titles_of_a_lane_do_not_overlap(found: list[Mark], per_day: float) -> None:
    in_order = sorted(found, key=lambda mark: mark.middle)
    placed_events = titled_events(in_order, per_day, SIZES, lambda _text: 120.0)
    for row in range(3):
        inside = [event for event in placed_events if event.row == row]
        for earlier, later in itertools.pairwise(inside):
            end = earlier.x + SIZES.icon / 2 + (SIZES.gap + 120 if earlier.is_titled else 0)
            assert end <= later.x - SIZES.icon / 2 + 1e-6


def test_rows_without_anything_near_are_left_out_close_up() -> None:
    bars = [a_bar(1, day("1990-01-01"), day("1999-01-01")), a_bar(2, day("1995-01-01"), day("2010-01-01"))]
    rows = rows_of(bars, {1: Subject(1, "party"), 2: Subject(2, "party")})
    timeline = Timeline((Lane(None, "Lane", rows),))
    near = lay_out(timeline, Scale.fitted(day("2008-11-01"), day("2008-11-30"), 1400), SIZES, len)
    afar = lay_out(timeline, Scale.fitted(day("1988-01-01"), day("2026-12-31"), 1400), SIZES, len)
    assert len(near.boxes[0].rows) == 1
    assert len(afar.boxes[0].rows) == 2


def test_every_kind_of_event_has_a_mark() -> None:
    assert set(DRAWINGS) == set(EVENT_KINDS)


def test_the_last_day_belongs_to_the_bar() -> None:
    scale = Scale(day("2008-11-15"), 10, 1000)
    shape = shape_of(a_bar(1, day("2008-11-17"), day("2008-11-20")), scale, ALWAYS_AFTER)
    assert (shape.whole.left, shape.whole.right) == (20, 60)


def test_a_year_as_an_end_is_hatched_over_the_year_and_solid_before() -> None:
    bar = bar_of(1, (), PartialDate.parse("2003-09-07"), PartialDate.parse("2005"))
    shape = shape_of(bar, Scale(day("2003-01-01"), 1, 2000), ALWAYS_AFTER)
    assert shape.solid[0].right == day("2005-01-01") - day("2003-01-01")
    assert shape.end.right == day("2006-01-01") - day("2003-01-01")


# The canvas


@pytest.fixture
def view(qapp: QApplication, workspace: Workspace) -> Iterator[TimelineView]:
    theme().apply("light")
    workspace.set_as_of(day("2008-11-25"))
    view = make(workspace)
    assert isinstance(view, TimelineView)
    view.resize(1400, 800)
    view.show()
    view.setFocus()
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()
    qapp.processEvents()


@pytest.fixture
def canvas(view: TimelineView) -> Canvas:
    return view.canvas


def party(workspace: Workspace, key: str) -> int:
    return next(subject.id for subject in workspace.catalogue.parties if subject.key == key)


def point_of(canvas: Canvas, subject_id: int, at: str) -> QPoint:
    """A point on the bar of a party, at a day."""
    picture = canvas.picture()
    top = picture.bar_top(canvas.timeline.places[subject_id])
    assert top is not None
    down = top - picture.top + canvas.look.sizes.axis + 1 + canvas.look.sizes.bar / 2
    return QPoint(round(canvas.scale.x(day(at))) + canvas.column, round(down))


def click(canvas: Canvas, point: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, keys, point)


def picture_of(view: TimelineView) -> QImage:
    return view.grab().toImage()


def test_the_bundled_study_has_its_lanes(canvas: Canvas, workspace: Workspace) -> None:
    titles = [lane.title for lane in canvas.timeline.lanes]
    assert titles[:3] == ["Soviet Union", "Russia", "Kazakhstan"]
    assert "Latvia" not in titles
    assert len(titles) + canvas.timeline.hidden == len(workspace.catalogue.states)
    bar = canvas.timeline.places[party(workspace, "nur-otan")].bar
    assert [piece.text for piece in bar.segments] == ["Otan", "Nur Otan", "Amanat"]
    assert bar.end.look == "unknown"


def test_at_first_everything_since_the_first_party_is_shown(canvas: Canvas) -> None:
    assert canvas.scale.left == day("1988-01-01")
    assert canvas.scale.right > day("2026-11-25")


def test_the_header_says_what_is_hidden(view: TimelineView) -> None:
    assert view.header.count.text().endswith(f"{view.canvas.timeline.hidden} hidden")
    checked = [button.text() for button in view.header.levels if button.isChecked()]
    assert checked == ["Years"]


def test_a_click_selects_and_ctrl_adds(canvas: Canvas, workspace: Workspace) -> None:
    russia, kazakhstan = party(workspace, "united-russia"), party(workspace, "nur-otan")
    click(canvas, point_of(canvas, russia, "2005-06-01"))
    assert workspace.selected == (russia,)
    click(canvas, point_of(canvas, kazakhstan, "2004-01-01"), Qt.KeyboardModifier.ControlModifier)
    assert workspace.selected == (russia, kazakhstan)
    click(canvas, point_of(canvas, russia, "2005-06-01"), Qt.KeyboardModifier.ControlModifier)
    assert workspace.selected == (kazakhstan,)


def test_a_selected_bar_is_framed(view: TimelineView, workspace: Workspace) -> None:
    chosen = party(workspace, "united-russia")
    point = point_of(view.canvas, chosen, "2015-01-01") - QPoint(0, view.canvas.look.sizes.bar // 2 + 2)
    at = view.canvas.mapTo(view, point)
    before = picture_of(view).pixelColor(at)
    workspace.select([chosen])
    after = picture_of(view).pixelColor(at)
    assert before != after
    assert after == tokens().accent


def test_the_as_of_line_is_dragged(canvas: Canvas, workspace: Workspace) -> None:
    seen: list[int] = []
    workspace.as_of_changed.connect(seen.append)
    viewport, y = canvas.viewport(), canvas.look.sizes.axis // 2
    x = round(canvas.scale.x(workspace.as_of)) + canvas.column
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    for step in range(1, 11):
        QTest.mouseMove(viewport, QPoint(x - 20 * step, y))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x - 200, y))
    assert len(seen) == 10
    assert seen == sorted(seen, reverse=True)
    assert workspace.as_of == axis.snapped(canvas.scale.day(x - 200 - canvas.column), canvas.scale)


def test_escape_takes_a_drag_back(canvas: Canvas, workspace: Workspace) -> None:
    before = workspace.as_of
    x = round(canvas.scale.x(before)) + canvas.column
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    QTest.mouseMove(canvas.viewport(), QPoint(x - 90, 10))
    assert workspace.as_of != before
    canvas.give_up()
    assert workspace.as_of == before


def test_a_step_of_the_day_leaves_the_fixed_layer(canvas: Canvas, workspace: Workspace, qapp: QApplication) -> None:
    found = canvas.found
    workspace.set_as_of(workspace.as_of + 400)
    qapp.processEvents()
    assert canvas.found is found
    canvas.pan(50)
    qapp.processEvents()
    assert canvas.found is not found


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier, "2008-11-24"),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier, "2008-11-26"),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier, "2008-12-25"),
        (Qt.Key.Key_BraceLeft, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "2007-11-25"),
    ],
)
def test_keys_step_the_day(
    canvas: Canvas, workspace: Workspace, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    QTest.keyClick(canvas, key, modifiers)
    assert workspace.as_of == day(expected)


def test_keys_zoom_pan_and_fit(canvas: Canvas) -> None:
    whole = canvas.scale
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scale.days < whole.days
    left = canvas.scale.left
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.scale.left > left
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.scale.left == pytest.approx(canvas.timeline.first)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.scale == whole


def test_ctrl_wheel_zooms_at_the_pointer(canvas: Canvas, qapp: QApplication) -> None:
    at = QPointF(700, 300)
    under = canvas.scale.day(at.x() - canvas.column)
    for _notch in range(3):
        turn_wheel(canvas, at, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale.days < 25 * DAYS_OF_YEAR
    assert canvas.scale.day(at.x() - canvas.column) == pytest.approx(under)
    left = canvas.scale.left
    turn_wheel(canvas, at, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.scale.left < left


def turn_wheel(canvas: Canvas, at: QPointF, keys: Qt.KeyboardModifier) -> None:
    viewport = canvas.viewport()
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_a_drag_pans_and_selects_nothing(canvas: Canvas, workspace: Workspace) -> None:
    start = point_of(canvas, party(workspace, "united-russia"), "2015-01-01")
    left = canvas.scale.left
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 60, 100):
        QTest.mouseMove(canvas.viewport(), start + QPoint(step, 0))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(100, 0))
    assert canvas.scale.left < left
    assert workspace.selected == ()


def test_a_new_party_appears_and_undo_takes_it_away(canvas: Canvas, workspace: Workspace, qapp: QApplication) -> None:
    latvia = next(state.id for state in workspace.catalogue.states if state.key == "LV")
    made = add_party(workspace.study, "Vienotība", latvia)
    qapp.processEvents()
    assert made in canvas.timeline.places
    assert "Latvia" in [lane.title for lane in canvas.timeline.lanes]
    workspace.study.undo()
    qapp.processEvents()
    assert made not in canvas.timeline.places


def test_a_new_name_cuts_the_bar(canvas: Canvas, workspace: Workspace, qapp: QApplication) -> None:
    chosen = party(workspace, "new-azerbaijan-party")
    rename_subject(workspace.study, chosen, "Жаңа Әзірбайжан партиясы", period=Period.parse("2021-03-05/.."))
    qapp.processEvents()
    texts = [piece.text for piece in canvas.timeline.places[chosen].bar.segments]
    assert texts == ["New Azerbaijan Party", "Жаңа Әзірбайжан партиясы"]


def test_the_pointer_is_told_names_dates_and_sources(canvas: Canvas, workspace: Workspace) -> None:
    tip = canvas.tip_at(QPointF(point_of(canvas, party(workspace, "nur-otan"), "2004-01-01")))
    assert "<b>Otan</b>" in tip
    assert "22 December 2006" in tip
    assert "Founded: " in tip
    assert "◇" in tip


def test_the_pointer_is_told_of_events(canvas: Canvas) -> None:
    spot = next(spot for spot in canvas.found.spots if len(spot.events) == 1)
    at = spot.rect.center() + QPointF(canvas.column, canvas.look.sizes.axis + 1)
    assert spot.events[0].title[:20] in canvas.tip_at(at).replace("&#x27;", "'")


def test_a_cluster_opens_with_a_click(canvas: Canvas, qapp: QApplication) -> None:
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    qapp.processEvents()
    spot = next(spot for spot in canvas.found.spots if len(spot.events) > 3)
    before = canvas.scale.days
    at = spot.rect.center() + QPointF(canvas.column, canvas.look.sizes.axis + 1 - canvas.picture().top)
    click(canvas, at.toPoint())
    assert canvas.scale.days < before / 2


def test_the_description_says_the_day_and_who_lives(canvas: Canvas, workspace: Workspace) -> None:
    workspace.select([party(workspace, "united-russia")])
    canvas.describe()
    told = canvas.accessibleDescription().splitlines()
    assert told[0] == "As of 25 November 2008"
    assert "Selected: United Russia" in told
    kazakhstan = next(line for line in told if line.startswith("Kazakhstan: "))
    assert "Nur Otan" in kazakhstan
    assert "Asar" not in kazakhstan
    assert description(workspace, canvas.timeline, canvas.scale) == canvas.accessibleDescription()
    assert canvas.accessibleName() == "Timeline"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("level", axis.LEVELS, ids=lambda level: level.title)
def test_every_level_is_drawn_in_both_schemes(
    view: TimelineView, qapp: QApplication, scheme: str, level: axis.Level
) -> None:
    theme().apply(scheme)  # type: ignore[arg-type]  # one of the schemes
    view.canvas.show_level(level)
    qapp.processEvents()
    image = picture_of(view)
    colours = {image.pixelColor(x, 400).name() for x in range(0, image.width(), 3)}
    assert tokens().ground.name() in colours
    assert len(colours) > 3


def test_a_narrow_header_drops_what_has_keys(view: TimelineView, qapp: QApplication) -> None:
    view.resize(300, 300)
    qapp.processEvents()
    assert not any(button.isVisible() for button in view.header.levels)
    assert all(button.isVisible() for button in view.header.zooms)
    assert view.header.zooms[-1].geometry().right() <= view.width()


def test_an_empty_study_has_an_empty_timeline(qapp: QApplication, workspace: Workspace) -> None:
    timeline = Timeline()
    assert timeline.hidden == 0
    assert lay_out(timeline, Scale.fitted(0, 100, 1000), SIZES, len).height == 0


def test_of_ten_thousand_only_those_in_view_are_drawn(canvas: Canvas, workspace: Workspace) -> None:
    """What is drawn is what leaves a label behind."""
    chance = random.Random(1)
    some_party = workspace.catalogue.parties[0].id
    starts = [chance.randrange(day("1900-01-01"), day("2020-01-01")) for _bar in range(10_000)]
    bars = [bar_of(n, [a_name(f"P{n}", f"{iso(s)}/{iso(s + 900)}")], None, None) for n, s in enumerate(starts)]
    ended = [replace(bar, subject_id=some_party) for bar in bars]
    rows = rows_of(ended, {some_party: Subject(some_party, "party")})
    canvas.timeline = replace(canvas.timeline, lanes=(Lane(None, "Many", rows),), places={}, links=())
    canvas.fit()
    canvas.grab()
    assert 0 < len(canvas.found.labels) < 1500


def test_a_study_is_read_as_a_whole(workspace: Workspace) -> None:
    timeline = timeline_of(workspace.study, TODAY)
    assert set(timeline.places) == {each.id for each in workspace.catalogue.parties if not each.retired}
    own = [mark.event.id for lane in timeline.lanes for mark in (*lane.elections, *lane.events)]
    shared = [mark.event.id for mark in timeline.events]
    assert len(own + shared) == len(set(own + shared))
    others = {each.id for each in workspace.catalogue.events.values() if each.kind not in ("election", "period")}
    assert others <= set(own + shared)
    assert [(era.title, era.row) for era in timeline.eras] == [("Soviet Union", 0), ("Perestroika", 1)]


def test_a_party_of_which_only_the_end_is_known_was_there_on_its_last_day() -> None:
    bar = bar_of(1, [Name(1, 1, "Old party")], None, PartialDate.parse("2004-05-06"))
    assert (bar.start.look, bar.start.last) == ("unknown", day("2004-05-06"))
    shape = shape_of(bar, Scale(day("2000-01-01"), 1, 2000), ALWAYS_AFTER)
    assert shape.solid[0].width <= 1
