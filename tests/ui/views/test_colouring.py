"""Columns coloured by value: what is seen, what is read of it, and how it is chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.colouring import ChoicePlace, Colours, Scale
from parties_of_power.domain.comparisons import Colouring
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.palette import DARK, LIGHT, READABLE, VISIBLE, Tokens, contrast, mix
from parties_of_power.ui.tables.columns import ColumnLook
from parties_of_power.ui.tables.shades import ANSWER_HUES, SHAPES, answer_ground, ink_on, shade_of, swatches
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.comparison import arrange, make, menus
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.workspace import Workspace

Role = Qt.ItemDataRole
ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def pane(workspace: Workspace) -> Iterator[ComparisonPane]:
    theme().apply("light")
    made = make(workspace)
    assert isinstance(made, ComparisonPane)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1600, 600)
    made.show()
    QApplication.processEvents()
    yield made
    theme().apply("light")
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def place_of(pane: ComparisonPane, title: str) -> int:
    return [header.title for header in pane.model.headers].index(title)


def entries(menu: QMenu) -> dict[str, object]:
    return {each.text(): each for each in menu.actions() if each.text()}


def pictured(pane: ComparisonPane, row: int, place: int) -> QImage:
    QApplication.processEvents()
    return pane.view.viewport().grab(pane.view.cell_rect(row, place)).toImage()


def corner(pane: ComparisonPane, row: int, place: int) -> QColor:
    return pictured(pane, row, place).pixelColor(3, 3)


def row_of(pane: ComparisonPane, name: str) -> int:
    return next(row for row in range(pane.model.rowCount()) if pane.model.cell(row, 0).text == name)


# Choosing


def test_the_menu_of_a_column_colours_it_and_undo_takes_it_back(pane: ComparisonPane) -> None:
    model, place = pane.model, place_of(pane, "Seat share")
    menu = menus.column_menu(pane.view, place)
    colour = next(each for each in menu.findChildren(QMenu) if each.title() == "Colour")
    entries(colour)["Shades by value"].trigger()  # type: ignore[attr-defined]  # a QAction
    comparison = pane.workspace.comparison
    assert comparison is not None
    assert comparison.colouring == (Colouring(model.columns[place].id, "heat"),)
    assert pane.workspace.study.undo_label == "Colour Seat share by value"
    again = menus.column_menu(pane.view, place)
    ticked = next(each for each in again.findChildren(QMenu) if each.title() == "Colour").actions()
    assert [each.text() for each in ticked if each.isChecked()] == ["Shades by value"]
    assert ticked[-1].text().startswith("Coloured by value: from ")
    pane.workspace.study.undo()
    assert model.looks[place].colours is None


def test_names_have_no_colours(pane: ComparisonPane) -> None:
    menu = menus.column_menu(pane.view, place_of(pane, "Leader"))
    assert not next(each for each in menu.findChildren(QMenu) if each.title() == "Colour").isEnabled()


def test_find_and_the_menu_view_open_the_ways_to_colour(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    place = place_of(pane, "Vote share")
    pane.view.selectionModel().setCurrentIndex(
        pane.model.index(0, place), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    window.menus.made["colour_column"].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Line of the values over time" in entries(menu)
    menu.close()


# What is seen and what is read


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_shade_lies_below_the_number_and_none_below_what_is_missing(pane: ComparisonPane, scheme: str) -> None:
    theme().apply("dark" if scheme == "dark" else "light")
    place = place_of(pane, "Vote share")
    arrange.colour(pane.model, pane.model.columns[place], "heat")
    tokens = DARK if scheme == "dark" else LIGHT
    highest = max(range(pane.model.rowCount()), key=lambda row: pane.model.cell(row, place).number or 0)
    assert corner(pane, highest, place) == tokens.heat_high
    missing = next(row for row in range(pane.model.rowCount()) if pane.model.cell(row, place).state == "missing")
    assert corner(pane, missing, place) == tokens.ground


def test_the_header_says_what_the_colours_are(pane: ComparisonPane) -> None:
    place = place_of(pane, "Personalisation")
    arrange.colour(pane.model, pane.model.columns[place], "two_sided")
    spoken = pane.model.headerData(place, ACROSS, Role.AccessibleTextRole)
    assert "coloured by value around zero" in spoken
    assert "colour, middle 0" in pane.model.headers[place].subtitle
    tip = pane.model.headerData(place, ACROSS, Role.ToolTipRole)
    assert "Coloured by value around zero" in tip
    assert LIGHT.heat_middle.name() in tip


def test_a_cell_is_read_as_before(pane: ComparisonPane) -> None:
    index = pane.model.index(0, place_of(pane, "Vote share"))
    before = index.data(Role.AccessibleTextRole), index.data(Role.DisplayRole)
    arrange.colour(pane.model, pane.model.columns[index.column()], "over_time")
    index = pane.model.index(0, index.column())
    assert (index.data(Role.AccessibleTextRole), index.data(Role.DisplayRole)) == before


def test_a_line_over_time_has_its_room_and_changes_with_an_edit(pane: ComparisonPane) -> None:
    place = place_of(pane, "Vote share")
    before = pane.view.columnWidth(place)
    arrange.colour(pane.model, pane.model.columns[place], "over_time")
    QApplication.processEvents()
    assert pane.view.columnWidth(place) > before
    pane.view.scrollTo(pane.model.index(0, place))
    row = row_of(pane, "United Russia")
    shown, picture = pane.model.over_time.of(row, place), pictured(pane, row, place)
    assert len(shown) > 1
    study, cell = pane.workspace.study, pane.model.cell(row, place)
    from parties_of_power.study import edits

    pane.workspace.perform(lambda: edits.remove_observation(study, cell.observation_id or 0))
    assert len(pane.model.over_time.of(row, place)) == len(shown) - 1
    assert pictured(pane, row, place) != picture


def test_what_is_read_only_is_coloured_on_the_screen(pane: ComparisonPane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(pane.workspace.study), "is_read_only", True)
    place = place_of(pane, "Seats")
    arrange.colour(pane.model, pane.model.columns[place], "bars")
    assert pane.model.looks[place].has_bar
    stored = pane.workspace.comparison
    assert stored is not None
    assert stored.colouring == ()


# Legible


def value(number: float) -> Cell:
    return Cell(1, 1, str(number), "value", number=number)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("way", ["heat", "two_sided"])
def test_all_that_stands_on_a_shade_can_be_read(tokens: Tokens, way: str) -> None:
    colours = Colours("heat" if way == "heat" else "two_sided", Scale(-50, 50, 0.0, "zero"))
    look = ColumnLook(is_numeric=True, colours=colours)
    for number in range(-50, 51, 2):
        shade = shade_of(look, value(number), tokens)
        assert shade is not None
        for ground in (shade, mix(shade, tokens.selected, 0.5)):
            assert contrast(tokens.text, ground) >= READABLE
            for ink in (tokens.text, tokens.second_text, tokens.rival, tokens.doubt, tokens.wrong):
                assert contrast(ink_on(ink, ground), ground) >= READABLE


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_no_two_answers_look_alike_and_each_can_be_read(tokens: Tokens) -> None:
    looks = set()
    for place in range(len(ANSWER_HUES) * len(SHAPES)):
        ground = answer_ground(ChoicePlace(place, 49, False, ""), tokens.is_dark)
        assert contrast(tokens.text, ground) >= READABLE
        mark = QColor(ANSWER_HUES[place % len(ANSWER_HUES)])
        assert contrast(ink_on(mark, ground, VISIBLE), ground) >= VISIBLE
        looks.add((ground.name(), SHAPES[(place + place // len(ANSWER_HUES)) % len(SHAPES)]))
    assert len(looks) == len(ANSWER_HUES) * len(SHAPES)


def test_a_legend_shows_text_as_text() -> None:
    answers = {"1": ChoicePlace(0, 1, False, "<b>Yes</b>")}
    assert "&lt;b&gt;Yes" in swatches(Colours("choices", choices=answers), "coloured", LIGHT)
