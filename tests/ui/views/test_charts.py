"""Charts: they say what the table says, follow the window, can be worked by keys, and are saved as they are seen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.charts import MAIN, Asked, ChartDefinition
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.dates import day_number
from parties_of_power.study import queries
from parties_of_power.study.edits.attributes import add_attribute, remove_attribute
from parties_of_power.study.edits.charts import add_chart
from parties_of_power.study.edits.comparisons import add_comparison, remove_comparison
from parties_of_power.study.edits.observations import record_observation
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.find import entries as find_entries
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.charts.distribution_marks import swarm
from parties_of_power.ui.views.charts.dodging import End, dodged
from parties_of_power.ui.views.charts.kinds import KINDS, ChartKind, chart_kind
from parties_of_power.ui.views.charts.line_marks import part_between
from parties_of_power.ui.views.charts.page import ChartsPage, file_name
from parties_of_power.ui.views.charts.paper import Paper
from parties_of_power.ui.views.charts.ranks import rank_ranges
from parties_of_power.ui.views.charts.saving import save_excel, save_pdf, save_png, save_svg
from parties_of_power.ui.views.charts.slope_marks import spread
from parties_of_power.ui.views.charts.ticks import number_ticks, rounded_out, year_ticks
from parties_of_power.ui.workspace import Workspace

INDEX = "antipluralism_index"
DAYS = [day_number(year, 11, 25) for year in range(1991, 2025, 3)]


@pytest.fixture
def page(window: MainWindow, qapp: QApplication) -> ChartsPage:
    """The page of charts in the whole window, with the anti-pluralism index."""
    window.resize(1440, 912)
    window.go_to_view("charts")
    found = window.widget_of("charts")
    assert isinstance(found, ChartsPage)
    show(found, INDEX)
    return found


def show(page: ChartsPage, attribute_key: str, kind: str | None = None) -> None:
    """Choose an attribute, and a kind of chart, as the boxes above the chart do."""
    asked = next(each for each in page.chart.asked if each.attribute.key == attribute_key)
    page.controls.question_chosen.emit(asked)
    if kind:
        page.controls.kind_chosen.emit(kind)
    QApplication.processEvents()


def go_to(workspace: Workspace, comparison_key: str) -> None:
    comparison = next(each for each in queries.comparisons(workspace.study) if each.key == comparison_key)
    workspace.comparison_id = comparison.id
    workspace.comparison_changed.emit()


def show_comparison(window: MainWindow, comparison_key: str) -> None:
    go_to(window.workspace, comparison_key)
    window.go_to_view("charts")
    QApplication.processEvents()


def centre_of(page: ChartsPage, subject_id: int) -> QPoint:
    """Where a subject is drawn, as a place on the plot's widget."""
    plot = page.figure.plot
    plot.widget.grab()
    assert plot.marks is not None
    zone = next(zone for zone in reversed(plot.marks.zones) if zone.subject_id == subject_id)
    middle = plot.marks.mapToScene(zone.outline.boundingRect().center())
    return plot.frame.widget.mapFromScene(middle)


def send(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    """A mouse event with the buttons that are held, which QTest does not say of a move."""
    place = QPointF(at)
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def test_the_first_chart_is_of_the_first_numbers_of_the_comparison(window: MainWindow) -> None:
    window.workspace.clear_cell()
    window.go_to_view("charts")
    page = window.widget_of("charts")
    assert isinstance(page, ChartsPage)
    assert page.chart.question is not None
    assert page.chart.question.attribute.key == "vote_share"


def test_the_column_of_the_current_cell_is_charted(window: MainWindow, page: ChartsPage) -> None:
    workspace = window.workspace
    seats = workspace.catalogue.attribute("seats", "party")
    assert seats is not None
    window.go_to_view("comparison")
    workspace.set_cell(workspace.catalogue.parties[0].id, seats.id)
    window.go_to_view("charts")
    assert page.chart.question is not None
    assert page.chart.question.attribute == seats
    assert page.controls.attributes.currentText() == "Seats"


@pytest.mark.parametrize("day", DAYS)
def test_bars_say_what_the_table_says_and_count_what_they_skip(window: MainWindow, page: ChartsPage, day: int) -> None:
    show_comparison(window, "whole-study")
    show(page, INDEX, "bars")
    window.workspace.set_as_of(day)
    workspace, chart = window.workspace, page.chart
    comparison, attribute = workspace.comparison, workspace.catalogue.attribute(INDEX)
    assert comparison is not None
    assert attribute is not None
    assert chart.picture is not None
    table = ComparisonTable(workspace.study, workspace.columns, comparison, day)
    cells = [table.cell_of(row, Column(0, attribute_id=attribute.id)) for row in table.row_ids]
    wanted = {cell.subject_id: (cell.number, cell.text) for cell in cells if cell.state == "value"}
    assert {bar.subject_id: (bar.number, bar.text) for bar in chart.picture.drawing.bars} == wanted
    counted = chart.picture.words.counted
    assert counted.startswith(f"{len(wanted)} of {len(cells)}")
    skipped = [part.rsplit(" ", 1) for part in counted.split(" · ")[1:]]
    assert sum(int(number) for _what, number in skipped) == len(cells) - len(wanted)


def test_bars_are_ordered_by_value_or_as_in_the_table(page: ChartsPage) -> None:
    assert page.chart.picture is not None
    by_value = [bar.number for bar in page.chart.picture.drawing.bars]
    assert by_value == sorted(by_value, reverse=True)
    page.controls.orders.setCurrentIndex(1)
    as_listed = [bar.name for bar in page.chart.picture.drawing.bars]
    assert as_listed[:2] == ["United Russia", "Nur Otan"]


def test_bars_start_at_zero(page: ChartsPage) -> None:
    for key in (INDEX, "clientelism", "personalisation", "economic_left_right", "seats"):
        show(page, key, "bars")
        low, high = page.figure.plot.frame.x_range
        assert low <= 0 < high


def test_a_chart_names_what_when_the_interval_and_the_source(page: ChartsPage) -> None:
    figure = page.figure
    assert figure.title.text() == "Anti-pluralism index of ten parties"
    assert figure.subtitle.text() == (
        "as of 25 November 2008, each at its last election; line: 68 % interval; "
        "ranks are ranges where intervals overlap"
    )
    assert figure.counted.text() == "10 of 10"
    assert "Lindberg et al. 2022" in figure.sources.text()


def test_a_yes_no_attribute_is_charted_by_the_names_of_those_who_answer(window: MainWindow, page: ChartsPage) -> None:
    study, catalogue = window.workspace.study, window.workspace.catalogue
    wing = add_attribute(study, "party", "Youth wing", "yes_no", validity="until_changed")
    page.chart.take_attribute(wing)
    page.show_chart()
    assert page.stack.currentWidget() is page.empty
    assert "Youth wing" in page.sentence.text()
    for name, answer in (("United Russia", "yes"), ("Nur Otan", "yes"), ("Ak Jol", "no")):
        record_observation(study, catalogue.find_subject(name)[0], wing, value=answer, typed=answer)
    assert page.stack.currentWidget() is page.figure
    assert page.chart.kind is chart_kind("answers")
    assert page.chart.picture is not None
    given = {each.text: [giver.name for giver in each.givers] for each in page.chart.picture.drawing.answers}
    assert given == {"yes": ["United Russia", "Nur Otan"], "no": ["Ak Jol"]}
    assert page.figure.counted.text() == "3 of 10 · not coded 7"


def test_kinds_that_do_not_suit_an_attribute_cannot_be_chosen_and_say_why(page: ChartsPage) -> None:
    show(page, "government_role")
    model = page.controls.kinds.model()
    for place, kind in enumerate(KINDS):
        index = model.index(place, 0)
        assert bool(index.flags() & Qt.ItemFlag.ItemIsEnabled) is (kind.key in ("answers", "counts", "ties"))
        assert bool(index.data(Qt.ItemDataRole.ToolTipRole)) is (kind.key not in ("answers", "counts", "ties"))


def test_a_removed_attribute_is_missed_and_comes_back_with_an_undo(window: MainWindow, page: ChartsPage) -> None:
    study, workspace = window.workspace.study, window.workspace
    wing = add_attribute(study, "party", "Members abroad", "number")
    record_observation(study, workspace.catalogue.find_subject("Nur Otan")[0], wing, value="5", typed="5")
    page.chart.take_attribute(wing)
    page.show_chart()
    remove_attribute(study, wing)
    assert page.stack.currentWidget() is page.empty
    assert "Members abroad" in page.sentence.text()
    assert page.offer.isVisible()
    study.undo()
    assert page.stack.currentWidget() is page.figure
    assert page.figure.title.text() == "Members abroad of one party"
    study.redo()
    QTest.mouseClick(page.offer, Qt.MouseButton.LeftButton)
    assert page.figure.title.text().startswith("Vote share")


@pytest.mark.parametrize(("key", "kind"), [(INDEX, "bars"), (INDEX, "lines"), ("government_role", "answers")])
def test_a_click_selects_everywhere_and_a_selection_is_emphasised(page: ChartsPage, key: str, kind: str) -> None:
    show(page, key, kind)
    first, second = page.chart.order()[:2]
    viewport = page.figure.plot.frame.widget.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=centre_of(page, first))
    assert page.workspace.selected == (first,)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, control, centre_of(page, second))
    assert page.workspace.selected == (first, second)
    page.workspace.select([second])
    marks = page.figure.plot.marks
    assert marks is not None
    assert marks.look is not None
    assert marks.look.is_selected(second)
    assert marks.look.is_faint(first)


def test_arrow_keys_go_from_bar_to_bar(page: ChartsPage) -> None:
    order, plot = page.chart.order(), page.figure.plot.widget
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Down)
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert page.workspace.selected == (order[1],)
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert page.workspace.selected == (order[0],)
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert page.workspace.selected == ()


def test_the_as_of_line_of_lines_over_time_can_be_dragged(page: ChartsPage) -> None:
    show(page, INDEX, "lines")
    frame, workspace = page.figure.plot.frame, page.workspace
    view, viewport, before = frame.widget, frame.widget.viewport(), workspace.as_of
    start = view.mapFromScene(QPointF(frame.x(before), frame.area.center().y()))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    send(viewport, QEvent.Type.MouseMove, start, none, none)
    send(viewport, QEvent.Type.MouseButtonPress, start, left, left)
    for step in range(1, 9):
        send(viewport, QEvent.Type.MouseMove, start + QPoint(10 * step, 0), none, left)
        QTest.qWait(15)
    send(viewport, QEvent.Type.MouseButtonRelease, start + QPoint(80, 0), left, none)
    assert workspace.as_of > before + 365


def test_lines_join_what_was_measured_and_leave_gaps(window: MainWindow, page: ChartsPage) -> None:
    study, workspace = window.workspace.study, window.workspace
    attribute = workspace.catalogue.attribute(INDEX)
    assert attribute is not None
    show(page, INDEX, "lines")
    assert page.chart.picture is not None
    for line in page.chart.picture.drawing.lines:
        places = [place.first for place in line.places]
        assert places == sorted(places)
        adopted = [
            each
            for each in queries.observations_of(study, line.subject_id, attribute.id)
            if each.standing == "adopted" and each.value
        ]
        assert len(places) == len(adopted)
    assert "nothing is known between" in page.figure.counted.text()


def test_the_chart_has_a_name_a_description_and_a_table(page: ChartsPage) -> None:
    plot = page.figure.plot.widget
    assert plot.accessibleName() == "Chart"
    assert "New Azerbaijan Party: 1.00" in plot.accessibleDescription()
    page.controls.as_table.click()
    assert page.stack.currentWidget() is page.table
    assert page.chart.picture is not None
    shown = page.chart.picture.listing.rows
    assert page.table.model().rowCount() == len(shown)
    page.table.selectRow(3)
    assert page.workspace.selected == (shown[3].subject_id,)
    page.workspace.select([shown[0].subject_id])
    assert page.table.chosen() == {shown[0].subject_id}


@pytest.mark.parametrize(("key", "kind"), [(INDEX, "bars"), (INDEX, "lines"), ("government_role", "answers")])
def test_a_chart_is_saved_as_it_is_seen(
    page: ChartsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str, kind: str
) -> None:
    show(page, key, kind)
    names = iter([str(tmp_path / "chart.svg"), str(tmp_path / "chart")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (next(names), ""))
    page.controls.svg_wanted.emit()
    page.controls.png_wanted.emit()
    svg = (tmp_path / "chart.svg").read_text("utf-8")
    assert page.figure.title.text() in svg
    assert ">United Russia</text>" in svg
    assert "<image" not in svg
    picture = QImage(str(tmp_path / "chart.png"))
    assert picture.width() > 1900
    assert picture.pixelColor(1, 1).name() == "#ffffff"


def test_a_chart_that_cannot_be_written_is_refused_in_a_sentence(
    page: ChartsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []
    page.workspace.tell = lambda error: bool(said.append(str(error)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "no" / "chart.png"), ""))
    page.controls.png_wanted.emit()
    assert said == [f"There is no folder {tmp_path / 'no'}: make it first, or choose another."]


@pytest.mark.parametrize("comparison", ["whole-study", "states", "in-the-article", "states-with-and-without"])
def test_every_attribute_of_every_comparison_can_be_charted(
    window: MainWindow, page: ChartsPage, comparison: str
) -> None:
    show_comparison(window, comparison)
    for question in page.chart.asked:
        page.controls.question_chosen.emit(question)
        for kind in KINDS:
            if kind.suits(question.attribute):
                page.controls.kind_chosen.emit(kind.key)
                page.grab()
                assert page.sentence.text() if page.chart.nothing() else page.figure.title.text()


def test_the_chart_follows_the_scheme(page: ChartsPage) -> None:
    theme().apply("dark")
    QApplication.processEvents()
    dark = page.figure.plot.widget.grab().toImage().pixelColor(8, 8)
    theme().apply("light")
    QApplication.processEvents()
    light = page.figure.plot.widget.grab().toImage().pixelColor(8, 8)
    assert (dark.name(), light.name()) == ("#232629", "#ffffff")


def test_out_of_sight_a_chart_waits(window: MainWindow, page: ChartsPage) -> None:
    before = page.chart.picture
    window.go_to_view("comparison")
    window.workspace.set_as_of(day_number(2001, 1, 1))
    assert page.chart.picture is before
    window.go_to_view("charts")
    assert "as of 1 January 2001" in page.figure.subtitle.text()


def test_a_file_name_has_no_signs_that_a_file_cannot_have() -> None:
    assert file_name("Votes: 1/2?") == "Votes  1 2"


intervals = st.lists(
    st.tuples(st.integers(-9, 9), st.integers(0, 6)).map(lambda it: (it[0], it[0] + it[1])), min_size=1
)


@given(intervals, st.data())
def test_a_rank_range_holds_every_rank_that_the_intervals_allow(
    given_intervals: list[tuple[int, int]], data: st.DataObject
) -> None:
    points = [data.draw(st.integers(*interval)) for interval in given_intervals]
    for point, (best, worst) in zip(points, rank_ranges(given_intervals), strict=True):
        above, equal = sum(other > point for other in points), sum(other == point for other in points)
        assert best <= above + equal
        assert above + 1 <= worst


def test_ranks_of_numbers_without_intervals_are_places() -> None:
    assert rank_ranges([(3, 3), (1, 1), (2, 2)]) == [(1, 1), (3, 3), (2, 2)]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 12))
def test_ticks_are_few_and_lie_in_their_span(low: float, span: float, most: int) -> None:
    places = number_ticks(low, low + span, most)
    assert len(places) <= most + 1
    assert all(low - span * 1e-6 <= value <= low + span * (1 + 1e-6) for value, _words in places)
    first, last = rounded_out(low, low + span, most)
    assert first <= low + span * 1e-6
    assert low + span <= last + span * 1e-6


@given(st.integers(day_number(1917, 1, 1), day_number(2030, 1, 1)), st.integers(1, 40_000), st.integers(2, 12))
def test_ticks_of_years_are_first_days(first: int, days: int, most: int) -> None:
    places = year_ticks(first, first + days, most)
    assert len(places) <= most + 1
    assert all(day_number(int(words), 1, 1) == day for day, words in places)


ends = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 300), st.integers(20, 120)),
    max_size=24,
).map(lambda found: [End(place, "name", width, QPointF(x, y)) for place, (x, y, width) in enumerate(found)])


@given(ends, st.one_of(st.none(), st.integers(0, 400)))
def test_names_at_the_ends_of_lines_hide_neither_each_other_nor_the_day(given_ends: list[End], day: int | None) -> None:
    bounds = QRectF(0, 0, 520, 300)
    flag = None if day is None else QRectF(day - 40, 282, 80, 18)
    labels = dodged(given_ends, bounds, 14, 8, flag)
    for place, label in enumerate(labels):
        assert bounds.contains(label.place)
        assert not any(label.place.intersects(other.place) for other in labels[place + 1 :])
        if day is not None:
            assert not label.place.left() < day < label.place.right()


def test_the_wheel_scrolls_the_page_and_with_control_zooms_the_time(window: MainWindow, page: ChartsPage) -> None:
    window.resize(1440, 640)
    show(page, INDEX, "lines")
    QApplication.processEvents()
    frame, bar = page.figure.plot.frame, page.figure.verticalScrollBar()
    assert bar.maximum() > 0
    whole = frame.x_range
    turn_wheel(frame.widget.viewport(), -120, Qt.KeyboardModifier.NoModifier)
    assert bar.value() > 0
    assert frame.x_range == whole
    turn_wheel(frame.widget.viewport(), 120, Qt.KeyboardModifier.ControlModifier)
    assert frame.x_range != whole
    QTest.keyClick(frame.widget, Qt.Key.Key_Home)
    assert frame.x_range == whole


def test_keys_zoom_and_move_the_time(page: ChartsPage) -> None:
    show(page, INDEX, "lines")
    frame = page.figure.plot.frame
    first, last = frame.x_range
    QTest.keyClick(frame.widget, Qt.Key.Key_Plus)
    nearer = frame.x_range
    assert nearer[1] - nearer[0] < last - first
    QTest.keyClick(frame.widget, Qt.Key.Key_Right)
    assert frame.x_range[0] > nearer[0]


def test_what_is_out_of_sight_is_cut_off_at_the_edges() -> None:
    line = [QPointF(0, 0), QPointF(10, 10), QPointF(20, 0)]
    assert part_between(line, 5, 15) == [QPointF(5, 5), QPointF(10, 10), QPointF(15, 5)]
    assert part_between(line, 12, 14) == [QPointF(12, 8), QPointF(14, 6)]
    assert part_between(line, 30, 40) == []


def turn_wheel(widget: QWidget, by: int, modifier: Qt.KeyboardModifier) -> None:
    """Over the middle; a notch is 120, towards the user below 0."""
    place = QPointF(widget.rect().center())
    turned, phase = QPoint(0, by), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        place, widget.mapToGlobal(place), turned, turned, Qt.MouseButton.NoButton, modifier, phase, False
    )
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def options_of(kind: ChartKind) -> list[dict[str, str]]:
    """Everything that can be chosen beside a kind, each once."""
    found: list[dict[str, str]] = [{}]
    for option in kind.options:
        answers = [answer for answer, _title in option.answers] or ([] if option.is_day else ["yes", "no"])
        found += [{option.key: answer} for answer in answers]
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("comparison", ["whole-study", "states", "in-the-article", "states-with-and-without"])
def test_every_kind_with_every_choice_opens_every_comparison_and_is_saved(
    window: MainWindow, page: ChartsPage, tmp_path: Path, comparison: str, kind: ChartKind
) -> None:
    show_comparison(window, comparison)
    asked = next((each for each in page.chart.asked if kind.suits(each.attribute)), None)
    if asked is None:
        pytest.skip("nothing here for this kind")
    page.controls.question_chosen.emit(asked)
    page.controls.kind_chosen.emit(kind.key)
    assert page.chart.kind is kind
    for place in kind.places:
        other = next((each for each in page.chart.asked if place.suits(each.attribute)), None)
        page.choices.other_chosen.emit(place.key, other)
    for chosen in options_of(kind):
        for key, answer in chosen.items():
            page.choices.answer_chosen.emit(key, answer)
        page.grab()
        assert page.sentence.text() if page.chart.nothing() else page.figure.title.text()
    figure = page.shown_figure()
    if figure is not None:
        grey = replace(figure, paper=Paper(120, 100, is_grey=True))
        for write, ending in ((save_png, ".png"), (save_svg, ".svg"), (save_pdf, ".pdf"), (save_excel, ".xlsx")):
            write(grey, tmp_path / f"chart{ending}")
            assert (tmp_path / f"chart{ending}").stat().st_size > 1000
        assert "<image" not in (tmp_path / "chart.svg").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_shows_one_party_and_none(window: MainWindow, page: ChartsPage, kind: ChartKind) -> None:
    study, catalogue = window.workspace.study, window.workspace.catalogue
    one = catalogue.find_subject("Nur Otan")[0]
    asked = next(each.attribute.id for each in page.chart.asked if kind.suits(each.attribute))
    columns = [each.attribute.id for each in page.chart.asked if not each.column.of_state][:3]
    for name, rows in (("One", [one]), ("None", [])):
        made = add_comparison(study, name, "party", attribute_ids=columns, rows_from="list", row_ids=rows)
        window.workspace.show_comparison(made)
        window.go_to_view("charts")
        page.chart.take_attribute(asked)
        page.controls.kind_chosen.emit(kind.key)
        page.grab()
        assert page.chart.kind is kind
        assert page.sentence.text() if page.chart.nothing() else page.figure.title.text()
        assert rows or page.chart.nothing()


def test_a_chart_is_kept_with_every_choice_and_each_is_undone(
    window: MainWindow, page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, study = window.workspace, window.workspace.study
    show(page, INDEX, "scatter")
    page.choices.answer_chosen.emit("trend", "yes")
    monkeypatch.setattr(messages, "text_from", lambda *_given: "Offices")
    page.controls.keep_wanted.emit()
    stored = queries.charts(study)[0]
    assert (stored.name, stored.kind, stored.definition.choices) == ("Offices", "scatter", (("trend", "yes"),))
    assert workspace.chart_id == stored.id
    assert window.centre.tabs.tabText(window.centre.tabs.currentIndex()) == "Offices"
    other = next(each for each in page.chart.asked if each.attribute.key == "seats")
    page.choices.other_chosen.emit("up", other)
    assert queries.chart(study, stored.id).definition.asked[1].attribute_id == other.attribute.id
    study.undo()
    assert page.chart.wanted().others["up"].attribute.id == stored.definition.asked[1].attribute_id
    show_comparison(window, "states")
    workspace.show_chart(stored.id)
    assert page.figure.title.text().endswith("by Anti-pluralism index")
    assert any(entry.text == "Offices" and entry.is_a == "chart" for entry in find_entries(window))
    page.controls.remove_wanted.emit()
    assert workspace.chart_id is None
    assert not queries.charts(study)
    study.undo()
    assert [chart.name for chart in queries.charts(study)] == ["Offices"]


def test_a_kept_chart_says_what_has_gone_from_under_it(window: MainWindow, page: ChartsPage) -> None:
    workspace, study = window.workspace, window.workspace.study
    wing = add_attribute(study, "party", "Members abroad", "number")
    record_observation(study, workspace.catalogue.find_subject("Nur Otan")[0], wing, value="5", typed="5")
    assert workspace.comparison_id is not None
    definition = ChartDefinition(workspace.comparison_id, (Asked(MAIN, wing),))
    workspace.show_chart(add_chart(study, "Abroad", "bars", definition))
    assert page.figure.title.text() == "Members abroad of one party"
    remove_attribute(study, wing)
    assert page.stack.currentWidget() is page.empty
    assert "attribute of this chart is no longer part of the study" in page.sentence.text()
    assert page.offer.isVisible()
    study.undo()
    assert page.stack.currentWidget() is page.figure
    remove_comparison(study, workspace.comparison_id)
    workspace.show_chart(workspace.chart_id)
    assert "comparison of this chart" in page.sentence.text()
    study.undo()
    assert page.stack.currentWidget() is page.figure


def test_chart_this_proposes_the_kind_by_the_kinds_of_the_attributes(window: MainWindow, page: ChartsPage) -> None:
    asked = {each.attribute.key: (each.attribute.id, each.column.of_state) for each in page.chart.asked}
    for keys, kind in (
        ((INDEX,), "bars"),
        ((INDEX, "seats"), "scatter"),
        ((INDEX, "seats", "vote_share"), "heat"),
        ((INDEX, "government_role"), "distribution"),
        (("government_role",), "answers"),
    ):
        window.workspace.chart_these(tuple(asked[key] for key in keys))
        assert page.chart.kind.key == kind
        assert page.chart.question is not None
        assert page.chart.question.attribute.key == keys[0]


def test_what_is_missing_is_listed_by_a_click(window: MainWindow, page: ChartsPage) -> None:
    show(page, "vote_share", "bars")
    wanted: list[object] = []
    window.workspace.cells_wanted.connect(lambda _title, cells: wanted.append(cells))
    QTest.mouseClick(page.figure.missing, Qt.MouseButton.LeftButton)
    assert page.chart.picture is not None
    assert len(page.chart.picture.missing) == 3
    assert wanted == [page.chart.picture.missing]


def test_excel_gets_numbers_and_a_native_chart(page: ChartsPage, tmp_path: Path) -> None:
    show(page, INDEX, "bars")
    figure = page.shown_figure()
    assert figure is not None
    save_excel(figure, tmp_path / "chart.xlsx")
    sheet = load_workbook(tmp_path / "chart.xlsx").active
    assert isinstance(sheet["B2"].value, int | float)
    assert len(sheet._charts) == 1


def test_dots_of_a_strip_do_not_overlap_while_there_is_room() -> None:
    places = swarm([10.0, 10.5, 11.0, 40.0], 4, 40)
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert (one - other).manhattanLength() >= 8
    assert places[-1].y() == 0


@given(st.lists(st.floats(0, 500), min_size=1, max_size=20))
def test_names_of_slopes_keep_apart_and_in_order(wanted: list[float]) -> None:
    found = spread(sorted(wanted), 15, 0, 500)
    assert all(other - one >= 14.9 for one, other in pairwise(found))
