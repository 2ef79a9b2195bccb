"""The timeline arranged: ties, lanes, order, folded lanes, overview, legend, list, walking by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from parties_of_power.domain.dates import PartialDate, day_number
from parties_of_power.domain.events import EVENT_KINDS, TIE_FORMS, Tie, event_kind_name
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.study.edits.ties import add_tie
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.timeline import TimelineView, make
from parties_of_power.ui.views.timeline.arrangement import (
    ORDERS,
    SETTING,
    Arrangement,
    order_name,
    tie_form_name,
    without,
)
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.controls import CONTROLS, fill, menu_of
from parties_of_power.ui.views.timeline.going import fold, to_selection
from parties_of_power.ui.views.timeline.lanes import Place
from parties_of_power.ui.views.timeline.legend import entries
from parties_of_power.ui.views.timeline.listing import SUBJECTS
from parties_of_power.ui.views.timeline.scale import DAYS_OF_YEAR
from parties_of_power.ui.views.timeline.stops import lines_of
from parties_of_power.ui.views.timeline.ties import arcs_of
from parties_of_power.ui.workspace import Workspace

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qapp: QApplication, workspace: Workspace) -> Iterator[TimelineView]:
    theme().apply("light")
    workspace.set_as_of(day_number(2008, 11, 25))
    view = make(workspace)
    assert isinstance(view, TimelineView)
    view.resize(1500, 900)
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


def arrange(canvas: Canvas, **changes: object) -> None:
    canvas.arrange(replace(canvas.arrangement, **changes))  # type: ignore[arg-type]  # fields by their names
    canvas.load()
    QApplication.processEvents()


def choose(view: TimelineView, control: str, text: str) -> None:
    """Choose an entry of one of the menus above the canvas."""
    which = next(each for each in CONTROLS if each.title == control)
    menu = menu_of(which, view.canvas, view)
    fill(menu, which, view.canvas)
    next(action for action in menu.actions() if action.text() == text).trigger()
    QApplication.processEvents()


# The arrangement as a setting


@given(
    st.sampled_from(["state", "party", "none", "17"]),
    st.sampled_from(ORDERS),
    st.lists(st.text(max_size=5), max_size=3),
    st.booleans(),
)
def test_an_arrangement_is_read_as_it_was_stored(lanes: str, order: str, collapsed: list[str], is_on: bool) -> None:
    arrangement = Arrangement(lanes, order, tuple(collapsed), has_legend=is_on)  # type: ignore[arg-type]  # an order
    assert Arrangement.read(arrangement.stored()) == arrangement


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "3", '{"order": "size", "lanes": 3, "has_legend": "yes"}'])
def test_what_cannot_be_understood_is_as_at_first(text: str) -> None:
    assert Arrangement.read(text) == Arrangement()


def test_what_is_hidden_can_be_shown_again() -> None:
    assert without(("a", "b"), "a", True) == ("b",)
    assert without(("b",), "a", False) == ("b", "a")


def test_every_choice_has_a_name_of_its_own() -> None:
    for names in (map(event_kind_name, EVENT_KINDS), map(tie_form_name, TIE_FORMS), map(order_name, ORDERS)):
        listed = list(names)
        assert len(set(listed)) == len(listed)


def test_the_study_remembers_the_arrangement(qapp: QApplication, view: TimelineView, workspace: Workspace) -> None:
    choose(view, "Order", "name")
    assert Arrangement.read(workspace.study.setting(SETTING)).order == "name"
    again = make(workspace)
    assert isinstance(again, TimelineView)
    assert again.canvas.arrangement.order == "name"
    again.deleteLater()


# Lanes and order


def test_lanes_by_party_by_none_and_by_state(view: TimelineView, workspace: Workspace) -> None:
    canvas = view.canvas
    parties = len(canvas.timeline.places)
    choose(view, "Lanes", "party")
    assert len(canvas.timeline.lanes) == parties
    assert "United Russia" in [lane.title for lane in canvas.timeline.lanes]
    assert view.header.count.text() == f"{parties} parties"
    choose(view, "Lanes", "none")
    assert [lane.title for lane in canvas.timeline.lanes] == ["All parties"]
    assert len(canvas.timeline.places) == parties
    choose(view, "Lanes", "state")
    assert "Kazakhstan" in [lane.title for lane in canvas.timeline.lanes]


def test_lanes_by_a_choice_attribute_of_parties_and_of_states(view: TimelineView, workspace: Workspace) -> None:
    parties = set(view.canvas.timeline.places)
    choices = [each for each in workspace.catalogue.attributes.values() if each.kind == "choice"]
    assert {each.subject_kind for each in choices} == {"party", "state"}
    for attribute in choices:
        arrange(view.canvas, lanes=str(attribute.id))
        labels = {choice.label for choice in workspace.catalogue.choices_of(attribute.id)}
        titles = {lane.title for lane in view.canvas.timeline.lanes}
        assert titles & labels
        assert titles - labels <= {"No value", "Not applicable", "Unknown", "Not reported", "Not coded"}
        assert set(view.canvas.timeline.places) == parties
        assert view.canvas.scale.left > day_number(1980, 1, 1)


def test_lanes_by_an_attribute_follow_the_as_of_day(canvas: Canvas, workspace: Workspace) -> None:
    attribute = workspace.catalogue.attribute("government_role", "party")
    assert attribute is not None
    arrange(canvas, lanes=str(attribute.id))
    before = {lane.title: len(lane.bars) for lane in canvas.timeline.lanes}
    workspace.set_as_of(day_number(1992, 1, 1))
    canvas.read_again()
    canvas.load()
    assert {lane.title: len(lane.bars) for lane in canvas.timeline.lanes} != before


def test_an_attribute_that_is_gone_leaves_one_lane(canvas: Canvas) -> None:
    arrange(canvas, lanes="1")
    assert [lane.title for lane in canvas.timeline.lanes] == ["No value"]


def test_orders_put_the_ended_state_first(view: TimelineView) -> None:
    lanes = {}
    for order in ORDERS:
        arrange(view.canvas, order=order)
        lanes[order] = [lane.title for lane in view.canvas.timeline.lanes]
        assert lanes[order][0] == "Soviet Union"
    assert lanes["name"][1:] == sorted(lanes["name"][1:])
    starts = [min(bar.first for bar in lane.bars) for lane in view.canvas.timeline.lanes[1:]]
    arrange(view.canvas, order="founding")
    starts = [min(bar.first for bar in lane.bars) for lane in view.canvas.timeline.lanes[1:]]
    assert starts == sorted(starts)


def test_kinds_of_events_are_left_out_and_come_back(view: TimelineView) -> None:
    def kinds() -> set[str]:
        timeline = view.canvas.timeline
        own = [mark for lane in timeline.lanes for mark in (*lane.elections, *lane.events)]
        return {mark.event.kind for mark in (*own, *timeline.events)}

    before = kinds()
    choose(view, "Events", "Election")
    assert kinds() == before - {"election"}
    choose(view, "Events", "All events")
    assert kinds() == before


# Ties


def a_tie(number: int, parties: tuple[int, ...], date: str, status: str = "concluded") -> Tie:
    parsed = PartialDate.parse(date) if date else None
    return Tie(number, "forum", status, parties, parsed)  # type: ignore[arg-type]  # a status as text


def test_a_tie_of_several_goes_from_each_to_the_next_below() -> None:
    places = {number: Place(number, 0, None) for number in (1, 2, 3)}  # type: ignore[arg-type]  # no bars needed
    arcs = arcs_of([a_tie(1, (3, 1, 2), "2024-06-15")], places, Arrangement())
    assert [(arc.upper, arc.lower) for arc in arcs] == [(1, 2), (2, 3)]


def test_ties_of_one_day_stand_apart_and_undated_ones_are_left_out() -> None:
    places = {number: Place(number, 0, None) for number in (1, 2)}  # type: ignore[arg-type]  # no bars needed
    ties = [a_tie(1, (1, 2), "2008-11"), a_tie(2, (1, 2), "2008-11"), a_tie(3, (1, 2), ""), a_tie(4, (1, 9), "2008")]
    arcs = arcs_of(ties, places, Arrangement())
    assert [(arc.tie.id, arc.step, arc.is_dated) for arc in arcs] == [(1, 0, False), (2, 1, False)]
    assert arcs[0].middle == day_number(2008, 11, 16)


def test_an_unbounded_day_hangs_at_the_bound_that_is_known() -> None:
    places = {number: Place(number, 0, None) for number in (1, 2)}  # type: ignore[arg-type]  # no bars needed
    later, sooner = arcs_of([a_tie(1, (1, 2), "[2022-03..]"), a_tie(2, (1, 2), "[..1994]")], places, Arrangement())[
        ::-1
    ]
    assert (later.middle, later.last) == (day_number(2022, 3, 1), ALWAYS_AFTER)
    assert (sooner.middle, sooner.first) == (day_number(1994, 12, 31), ALWAYS_BEFORE)


def test_the_ties_menu_hides_forms_and_proposed_ones(view: TimelineView) -> None:
    def drawn() -> set[tuple[str, str]]:
        return {(arc.tie.form, arc.tie.status) for arc in view.canvas.timeline.ties}

    assert ("forum", "proposed") in drawn()
    choose(view, "Ties", "proposed")
    assert {status for _form, status in drawn()} == {"concluded"}
    choose(view, "Ties", "Agreement")
    assert "agreement" not in {form for form, _status in drawn()}
    choose(view, "Ties", "Agreement")
    choose(view, "Ties", "proposed")
    assert ("forum", "proposed") in drawn()


def test_an_arc_joins_its_bars_and_tells_what_it_is(canvas: Canvas, workspace: Workspace) -> None:
    wanted = {party(workspace, "united-russia"), party(workspace, "nur-otan")}
    drawn = next(
        tie for tie in canvas.found.ties if {tie.arc.upper, tie.arc.lower} == wanted and tie.arc.tie.form == "agreement"
    )
    tops = [canvas.picture().bar_top(canvas.timeline.places[each]) for each in (drawn.arc.upper, drawn.arc.lower)]
    assert (drawn.top - canvas.look.sizes.bar, drawn.bottom) == tuple(tops)
    middle = drawn.bottom - 4
    at = QPointF(drawn.x_at(middle) + canvas.column, middle + canvas.look.sizes.axis + 1 - canvas.picture().top)
    tip = canvas.tip_at(at)
    assert "Agreement, concluded" in tip
    assert "United Russia – Otan" in tip or "Otan – United Russia" in tip


def test_a_new_tie_appears_and_undo_takes_it_away(canvas: Canvas, workspace: Workspace, qapp: QApplication) -> None:
    parties = [party(workspace, key) for key in ("belaya-rus", "nur-otan")]
    made = add_tie(workspace.study, "forum", "proposed", parties, date="2024-05-06")
    qapp.processEvents()
    assert made in {arc.tie.id for arc in canvas.timeline.ties}
    workspace.study.undo()
    qapp.processEvents()
    assert made not in {arc.tie.id for arc in canvas.timeline.ties}


# Folding


def test_a_lane_folds_by_its_title_and_opens_again(canvas: Canvas, qapp: QApplication) -> None:
    box = next(box for box in canvas.layout_.boxes if box.lane.title == "Russia")
    at = QPoint(20, round(box.rows_top + canvas.look.sizes.axis + 5))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qapp.processEvents()
    folded = next(box for box in canvas.layout_.boxes if box.lane.title == "Russia")
    assert folded.is_collapsed
    assert folded.rows == (0,)
    assert folded.height < box.height
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qapp.processEvents()
    assert not next(box for box in canvas.layout_.boxes if box.lane.title == "Russia").is_collapsed


def test_keys_fold_the_lane_one_stands_in_and_all(canvas: Canvas, workspace: Workspace, qapp: QApplication) -> None:
    workspace.select([party(workspace, "nur-otan")])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_C)
    qapp.processEvents()
    assert [box.lane.title for box in canvas.layout_.boxes if box.is_collapsed] == ["Kazakhstan"]
    QTest.keyClick(canvas, Qt.Key.Key_C, SHIFT)
    qapp.processEvents()
    assert all(box.is_collapsed for box in canvas.layout_.boxes)
    QTest.keyClick(canvas, Qt.Key.Key_O, SHIFT)
    qapp.processEvents()
    assert not any(box.is_collapsed for box in canvas.layout_.boxes)


def test_folded_lanes_are_drawn_at_every_zoom(canvas: Canvas, qapp: QApplication) -> None:
    fold(canvas, canvas.timeline.lanes, True)
    qapp.processEvents()
    for factor in (1.0, 30.0, 40.0):
        canvas.zoom(factor)
        qapp.processEvents()
        assert all(len(box.rows) <= 1 for box in canvas.layout_.boxes)


# Walking by keys


def test_arrows_walk_over_bars_and_enter_selects(canvas: Canvas, workspace: Workspace) -> None:
    views: list[str] = []
    workspace.view_wanted.connect(views.append)
    workspace.select([party(workspace, "united-russia")])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    (chosen,) = workspace.selected
    assert chosen != party(workspace, "united-russia")
    assert canvas.timeline.places[chosen].row == 1
    assert views == ["inspector"]
    assert canvas.accessibleDescription().startswith(workspace.catalogue.shown_name(chosen, workspace.as_of).text)


def test_ctrl_enter_adds_and_takes_out(canvas: Canvas, workspace: Workspace) -> None:
    first = party(workspace, "united-russia")
    workspace.select([first])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return, CTRL)
    assert workspace.selected[0] == first
    assert len(workspace.selected) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Return, CTRL)
    assert workspace.selected == (first,)


def test_every_bar_and_event_can_be_walked_to(canvas: Canvas) -> None:
    lines = lines_of(canvas.picture(), canvas.clusters)
    stops = [stop for line in lines for stop in line]
    assert {stop.bar.subject_id for stop in stops if stop.bar} == set(canvas.timeline.places)
    timeline = canvas.timeline
    marks = [mark for lane in timeline.lanes for mark in (*lane.elections, *lane.events)] + [*timeline.events]
    periods = {era.event.id for era in timeline.eras if era.event}
    assert {event.id for stop in stops for event in stop.events} == {mark.event.id for mark in marks} | periods
    canvas.walking.step(0, 1)
    for _line in lines:
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.walking.stop is not None
    assert canvas.walking.stop.middle == lines[-1][0].middle


def test_the_place_one_stands_on_moves_with_the_layout(
    canvas: Canvas, workspace: Workspace, qapp: QApplication
) -> None:
    workspace.select([party(workspace, "nur-otan")])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    fold(canvas, [lane for lane in canvas.timeline.lanes if lane.title == "Russia"], True)
    qapp.processEvents()
    stop, top = canvas.walking.shown_stop(), canvas.picture().bar_top(canvas.timeline.places[workspace.selected[0]])
    assert stop is not None
    assert top is not None
    assert stop.middle == top + canvas.look.sizes.bar / 2


def test_the_place_one_stands_on_may_be_folded_away(canvas: Canvas, workspace: Workspace, qapp: QApplication) -> None:
    workspace.select([party(workspace, "unity-ru")])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_C)
    qapp.processEvents()
    assert canvas.walking.shown_stop() is None
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.walking.shown_stop() is not None


def test_enter_opens_a_cluster(canvas: Canvas, qapp: QApplication) -> None:
    line = lines_of(canvas.picture(), canvas.clusters)[-1]
    canvas.walking.stop = next(stop for stop in line if len(stop.events) > 1)
    before = canvas.scale.days
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.scale.days < before / 2


def test_the_view_follows_the_one_who_walks(canvas: Canvas, qapp: QApplication) -> None:
    canvas.zoom(40)
    for _step in range(30):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        qapp.processEvents()
        stop = canvas.walking.stop
        assert stop is not None
        assert stop.first <= canvas.scale.right
        assert stop.last >= canvas.scale.left


def test_the_selection_is_zoomed_to(canvas: Canvas, workspace: Workspace) -> None:
    workspace.select([party(workspace, "unity-ru")])
    QTest.keyClick(canvas, Qt.Key.Key_S)
    assert canvas.scale.days < 6 * DAYS_OF_YEAR
    assert canvas.scale.shows(day_number(2000, 6, 1))
    before = canvas.scale
    workspace.select([])
    to_selection(canvas)
    assert canvas.scale == before


# Overview


def drag(view: TimelineView, start: float, end: float) -> None:
    strip, y = view.overview, 15
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(start), y))
    QTest.mouseMove(strip, QPoint(round((start + end) / 2), y))
    QTest.mouseMove(strip, QPoint(round(end), y))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(end), y))


def test_the_frame_is_dragged_to_other_days(view: TimelineView) -> None:
    before, frame = view.canvas.scale, view.overview.frame()
    drag(view, frame.center().x(), frame.center().x() - 200)
    after = view.canvas.scale
    assert after.days == pytest.approx(before.days)
    assert before.left - after.left == pytest.approx(200 / view.overview.scale.per_day, rel=0.02)


def test_an_end_of_the_frame_is_dragged(view: TimelineView) -> None:
    before, frame = view.canvas.scale, view.overview.frame()
    drag(view, frame.left() + 1, frame.left() + 101)
    after = view.canvas.scale
    assert after.right == pytest.approx(before.right, abs=40)
    assert after.days < before.days
    frame = view.overview.frame()
    drag(view, frame.right() - 1, frame.right() - 81)
    assert view.canvas.scale.days < after.days
    assert view.canvas.scale.left == pytest.approx(after.left, abs=40)


def test_keys_move_and_resize_the_frame(view: TimelineView) -> None:
    strip, canvas = view.overview, view.canvas
    strip.setFocus()
    before = canvas.scale
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert canvas.scale.left < before.left
    assert canvas.scale.days == pytest.approx(before.days)
    moved = canvas.scale
    QTest.keyClick(strip, Qt.Key.Key_Left, SHIFT)
    assert canvas.scale.right < moved.right
    assert canvas.scale.left == pytest.approx(moved.left)
    narrowed = canvas.scale
    QTest.keyClick(strip, Qt.Key.Key_Right, CTRL)
    assert canvas.scale.left > narrowed.left
    assert canvas.scale.right == pytest.approx(narrowed.right)
    assert strip.accessibleDescription().startswith("In view: ")
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert canvas.scale.right == pytest.approx(canvas.timeline.last + 1)


def test_the_frame_cannot_be_turned_inside_out(view: TimelineView) -> None:
    frame = view.overview.frame()
    drag(view, frame.right(), frame.left() - 300)
    assert view.canvas.scale.days >= 3


# Legend, list, header


def test_the_legend_names_every_kind_of_event_and_fits(view: TimelineView, qapp: QApplication) -> None:
    assert not view.legend.isVisible()
    choose(view, "Show", "Legend")
    assert view.legend.isVisible()
    texts = [text for text, _draw in entries()]
    assert set(map(event_kind_name, EVENT_KINDS)) <= set(texts)
    assert view.legend.accessibleDescription().count("; ") == len(texts) - 1
    for width in (400, 1500):
        view.resize(width, 800)
        qapp.processEvents()
        last = view.legend.places(view.legend.width())[-1]
        assert last.bottom() <= view.legend.height()
    view.legend.grab()


def test_the_list_holds_everything_and_selects_the_same(view: TimelineView, workspace: Workspace) -> None:
    choose(view, "Show", "As a list")
    listing = view.listing
    assert listing.isVisible()
    assert not view.canvas.isVisible()
    assert not view.overview.isVisible()
    assert listing.accessibleName() == "Timeline as list"
    subjects = {index.data(SUBJECTS) for index in listing._indexes() if index.data(SUBJECTS)}
    assert {(each,) for each in view.canvas.timeline.places} <= subjects
    chosen = party(workspace, "nur-otan")
    workspace.select([chosen])
    (marked,) = listing.selectionModel().selectedRows()
    assert marked.data() == "Otan, Nur Otan, Amanat"
    assert marked.siblingAtColumn(1).data() == "12 February 1999 to end unknown"
    below = listing.indexBelow(marked)
    listing.setCurrentIndex(below)
    assert workspace.selected == below.data(SUBJECTS)
    views: list[str] = []
    workspace.view_wanted.connect(views.append)
    QTest.keyClick(listing, Qt.Key.Key_Return)
    assert views == ["inspector"]
    choose(view, "Show", "As a list")
    assert view.canvas.isVisible()


def test_the_list_follows_edits(view: TimelineView, workspace: Workspace, qapp: QApplication) -> None:
    choose(view, "Show", "As a list")
    parties = [party(workspace, key) for key in ("belaya-rus", "nur-otan")]
    before = sum(1 for _index in view.listing._indexes())
    add_tie(workspace.study, "forum", "proposed", parties, date="2024-05-06")
    qapp.processEvents()
    assert sum(1 for _index in view.listing._indexes()) == before + 1


@pytest.mark.parametrize("width", [420, 800, 1100, 1600])
def test_the_menus_are_reachable_at_every_width(view: TimelineView, qapp: QApplication, width: int) -> None:
    view.resize(width, 300)
    qapp.processEvents()
    header = view.header
    assert all(button.isVisible() for button in header.menus) != header.arrange.isVisible()
    shown = [button for button in header.findChildren(QToolButton) if button.isVisible()]
    assert max(button.geometry().right() for button in shown) <= header.width()
    assert all(button.accessibleName() for button in shown)
