"""The inspector on the bundled study: what its pages say, and what is done from them by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QScrollArea, QWidget

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.observations import Observation
from parties_of_power.study import edits, queries
from parties_of_power.ui.dialogs.citation import CitationForm, ask_cite
from parties_of_power.ui.dialogs.observation import ObservationForm, add_observation, correct_observation
from parties_of_power.ui.panes import first_field, in_tab_order
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views import inspector
from parties_of_power.ui.views.inspector.acts import observation_menu
from parties_of_power.ui.views.inspector.card import CardView
from parties_of_power.ui.views.inspector.pane import Inspector
from parties_of_power.ui.views.inspector.paragraph import Paragraph
from parties_of_power.ui.views.inspector.sheet import SheetView
from parties_of_power.ui.views.inspector.small_bars import BarsView
from parties_of_power.ui.views.inspector.small_chart import ChartView
from parties_of_power.ui.views.inspector.words import Link, Words, text
from parties_of_power.ui.workspace import Workspace


@pytest.fixture
def pane(workspace: Workspace) -> Iterator[Inspector]:
    theme().apply("light")
    pane = cast(Inspector, inspector.make(workspace))
    pane.resize(324, 900)
    pane.show()
    settle()
    yield pane
    pane.close()
    pane.deleteLater()
    settle()


def settle() -> None:
    """Until nothing waits to be shown any more."""
    QApplication.processEvents()
    while any(timer.isActive() for pane in panes() for timer in pane.findChildren(QTimer)):
        QApplication.processEvents()


def panes() -> list[Inspector]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Inspector)]


def day(iso: str) -> int:
    found = PartialDate.parse(iso).earliest
    assert found is not None
    return found


def subject(workspace: Workspace, name: str) -> int:
    return workspace.catalogue.find_subject(name)[0]


def show_cell(workspace: Workspace, name: str, attribute_key: str) -> tuple[int, int]:
    subject_id = subject(workspace, name)
    attribute = workspace.catalogue.attribute(attribute_key, workspace.catalogue.subjects[subject_id].kind)
    assert attribute is not None
    workspace.select((subject_id,))
    workspace.set_cell(subject_id, attribute.id)
    settle()
    return subject_id, attribute.id


def show_profile(workspace: Workspace, name: str) -> None:
    workspace.clear_cell()
    workspace.select((subject(workspace, name),))
    settle()


def shown(pane: Inspector) -> list[QWidget]:
    """The pieces of the page from top to bottom."""
    pieces = [widget for widget in pane.page.children() if isinstance(widget, QWidget) and widget.isVisible()]
    return sorted(pieces, key=lambda widget: widget.y())


def said(pane: Inspector) -> str:
    return "\n".join(filter(None, (widget.accessibleName() for widget in shown(pane))))


def cards(pane: Inspector) -> list[CardView]:
    return [widget for widget in shown(pane) if isinstance(widget, CardView)]


def observations(workspace: Workspace, cell: tuple[int, int]) -> dict[int, Observation]:
    return {each.id: each for each in queries.observations_of(workspace.study, *cell)}


def card_saying(pane: Inspector, words: str) -> CardView:
    return next(card for card in cards(pane) if words in card.accessibleName())


def answer(fill: Callable[[QDialog], None]) -> None:
    """What is done with the next dialog, once it is open."""

    def filled() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        fill(dialog)

    QTimer.singleShot(50, filled)


def test_a_cell_says_its_value_event_base_age_and_what_comes_next(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "United Russia", "vote_share")
    words = said(pane)
    assert "64.3 %" in words
    assert "2 December 2007" in words
    assert "Share of the votes cast · 11 months old" in words
    assert "Next measured 4 December 2011" in words
    assert "also in 2 more sources" in words


def test_rivals_come_with_base_and_source_the_conflict_first(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "United Russia", "vote_share")
    in_force, *others = [card.accessibleName() for card in cards(pane)]
    assert in_force.startswith("64.3")
    assert "World Factbook 2008" in in_force
    assert "64.2" in others[0]
    assert others[0].startswith("Rival:")
    assert "Base not stated" in others[0]
    assert any("65" in other and "V-Party" in other and "other base, no conflict" in other for other in others)


def test_the_name_of_the_day_stands_above_the_leader(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "Nur Otan", "leader")
    assert said(pane).startswith("Nur Otan · Leader. Nursultan Nazarbayev")
    for iso, name in (("2000-01-01", "Otan"), ("2023-06-15", "Amanat")):
        workspace.set_as_of(day(iso))
        settle()
        assert said(pane).startswith(f"{name} · Leader")


def test_before_and_after_goes_to_a_day_by_keyboard(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "Nur Otan", "leader")
    rows = next(widget for widget in shown(pane) if widget.accessibleName().startswith("Before and after. "))
    assert isinstance(rows, SheetView)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    while "Tokayev" not in rows.block.rows[rows.current].cells[1].plain:
        QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    settle()
    assert workspace.as_of == day("2022-01-28")
    assert "Kassym-Jomart Tokayev" in cards(pane)[0].accessibleName()


def test_a_rival_is_adopted_with_a_reason_by_keyboard_alone(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "United Russia", "vote_share")
    card = card_saying(pane, "64.2")
    card.setFocus()

    def give_reason(dialog: QDialog) -> None:
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "64.3 (The World Factbook 2008) becomes its rival" in words
        QTest.keyClicks(dialog.focusWidget(), "the early figure, for a test")
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    answer(give_reason)
    QTest.keyClick(card, Qt.Key.Key_A)
    settle()
    of_2007 = [each for each in observations(workspace, cell).values() if each.period.text == "2007-12-02"]
    (adopted,) = [each for each in of_2007 if each.standing == "adopted"]
    assert (adopted.value, adopted.reason) == ("64.2", "the early figure, for a test")
    assert "64.2 %" in said(pane)
    workspace.study.undo()
    settle()
    assert "64.3 %" in said(pane)


def test_every_card_can_be_reached_by_tab(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "United Russia", "vote_share")
    pane.activateWindow()
    cards(pane)[0].setFocus()
    reached = set()
    for _step in range(30):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached >= set(cards(pane))
    assert {button.text() for button in reached if isinstance(button, QPushButton)} >= {"+ Value", "+ Source"}


def test_a_cell_with_nothing_but_a_claim_shows_the_claim(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "Nur Otan", "members")
    assert "not coded" in said(pane) or "not yet coded" in said(pane)
    (card,) = cards(pane)
    assert card.accessibleName().startswith("Claim:")
    assert "Claimed by" in card.accessibleName()


def test_the_small_chart_speaks_its_values(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "United Russia", "vote_share")
    chart = next(widget for widget in shown(pane) if isinstance(widget, ChartView))
    assert "2007 64.3" in chart.accessibleDescription()
    assert "2007 64.2 rival" in chart.accessibleDescription()
    show_cell(workspace, "Nur Otan", "leader")
    bars = next(widget for widget in shown(pane) if isinstance(widget, BarsView))
    assert "2007 Nursultan Nazarbayev" in bars.accessibleDescription()


def test_a_party_without_a_cell_shows_its_profile(workspace: Workspace, pane: Inspector) -> None:
    show_profile(workspace, "United Russia")
    words = said(pane)
    for expected in (
        "Party · Russia",
        "Единая Россия",
        "Founded 1 December 2001",
        "Unity and Fatherland",
        "Lineage: ",
        "Agrarian Party of Russia",
        "315 of 450",
        "Scores: Anti-pluralism",
        "Ties up to 25 November 2008",
        "Party of Regions",
    ):
        assert expected in words
    assert "2010" not in words.partition("Ties up to")[2]


def test_a_state_shows_its_parties_and_one_of_them_is_chosen(workspace: Workspace, pane: Inspector) -> None:
    show_profile(workspace, "Kazakhstan")
    parties = next(widget for widget in shown(pane) if widget.accessibleName().startswith("Parties. "))
    assert isinstance(parties, SheetView)
    place = next(place for place, row in enumerate(parties.block.rows) if "Nur Otan" in row.cells[0].plain)
    QTest.mouseClick(parties, Qt.MouseButton.LeftButton, pos=parties.bands[place].center().toPoint())
    settle()
    assert workspace.selected == (subject(workspace, "Nur Otan"),)
    assert "Party · Kazakhstan" in said(pane)


def test_several_subjects_are_listed(workspace: Workspace, pane: Inspector) -> None:
    workspace.select((subject(workspace, "United Russia"), subject(workspace, "Nur Otan")))
    settle()
    assert "2 are selected" in said(pane)
    workspace.select(())
    settle()
    assert "Choose a cell" in said(pane)


@pytest.mark.parametrize("width", [150, 324, 700])
def test_nothing_is_clipped(workspace: Workspace, pane: Inspector, width: int) -> None:
    pane.resize(width, 600)
    for show in (lambda: show_cell(workspace, "Nur Otan", "leader"), lambda: show_profile(workspace, "Nur Otan")):
        show()
        pieces = shown(pane)
        for widget in pieces:
            assert widget.x() >= 0
            assert widget.geometry().right() <= pane.page.width()
        for above, below in pairwise(pieces):
            assert above.geometry().bottom() < below.y()
        assert pieces[-1].geometry().bottom() < pane.page.height()


def test_a_word_longer_than_the_page_is_broken() -> None:
    paragraph = Paragraph(Words((text("Қазақстан Республикасының «" + "Нұротан" * 12 + "» партиясы"),)))
    one_line = paragraph.fit(5000)
    assert paragraph.fit(120) >= 4 * one_line
    assert paragraph.shown_width <= 120


def test_a_drag_of_the_day_makes_no_new_widgets(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "Nur Otan", "leader")
    days = [day(f"{year}-06-15") for year in range(1999, 2024)]

    def drag() -> int:
        for each in days:
            workspace.set_as_of(each)
            settle()
        return len(pane.page.findChildren(QWidget))

    assert drag() == drag()


def test_an_edit_elsewhere_leaves_the_page_and_one_here_is_shown(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "Ak Jol", "members")
    workspace.perform(
        lambda: edits.record_observation(workspace.study, *cell, value="33000", typed="33000", standing="rival")
    )
    settle()
    assert any("33" in card.accessibleName() for card in cards(pane))
    assert "History of this cell. " in said(pane)


def test_the_menu_of_an_observation_can_show_its_source(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "United Russia", "vote_share")
    observation = next(each for each in observations(workspace, cell).values() if each.value == "64.2")
    menu = observation_menu(workspace, pane, observation)
    wanted: list[tuple[str, object]] = []
    workspace.item_wanted.connect(lambda view, row: wanted.append((view, row)))
    next(action for action in menu.actions() if "in Sources" in action.text()).trigger()
    assert wanted == [("sources", observation.citations[0].source_id)]


def test_an_observation_is_added_with_a_source(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "Ak Jol", "members")
    source = next(iter(workspace.catalogue.sources.values()))

    def fill(dialog: QDialog) -> None:
        form = cast(ObservationForm, dialog)
        QTest.keyClicks(form.value.editor, "30 000")
        form.period.start.setText("2008-06")
        form.period.end.setText("2008-06")
        assert "June 2008" in form.period.remark.text()
        form.source.box.setCurrentIndex(form.source.box.findData(source.id))
        form.locator.setText("p. 4")
        QTest.keyClick(form.value.editor, Qt.Key.Key_Return)

    answer(fill)
    made = add_observation(workspace, pane, *cell)
    assert made is not None
    added = observations(workspace, cell)[made]
    assert (added.value, added.period.text, added.standing) == ("30000", "2008-06", "adopted")
    assert [(each.source_id, each.locator) for each in added.citations] == [(source.id, "p. 4")]
    settle()
    assert "30" in said(pane)
    assert workspace.study.undo_label.startswith("Record 30")


def test_a_form_that_cannot_be_taken_says_why_beside_the_field_and_keeps_everything(
    workspace: Workspace, pane: Inspector
) -> None:
    cell = show_cell(workspace, "Nur Otan", "leader")
    before = workspace.study.edit_number
    seen: list[str] = []

    def fill(dialog: QDialog) -> None:
        form = cast(ObservationForm, dialog)
        form.value.editor.setText("Somebody New")
        assert "New in this study: Somebody New" in form.value.remark.text()
        form.period.start.setText("2008-13")
        form.do_it.click()
        seen.append(form.period.remark.text())
        assert form.value.editor.text() == "Somebody New"
        form.period.start.setText("2008-03")
        form.standing.box.setCurrentIndex(form.standing.box.findData("claim"))
        form.do_it.click()
        seen.append(form.standing.remark.text())
        form.reject()

    answer(fill)
    assert add_observation(workspace, pane, *cell) is None
    assert "2008-13" in seen[0]
    assert seen[1] == "A claim needs a claimant: say who asserts it."
    assert workspace.study.edit_number == before


def test_a_correction_changes_the_observation_in_place(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "United Russia", "vote_share")
    (old,) = [each for each in observations(workspace, cell).values() if each.value == "64.2"]

    def fill(dialog: QDialog) -> None:
        form = cast(ObservationForm, dialog)
        assert form.value.editor.text() == "64.2"
        form.details.base.setCurrentIndex(form.details.base.findData("votes_cast"))
        form.details.low.line.setText("64.1")
        form.details.high.line.setText("64.4")
        form.details.note.setPlainText("checked")
        form.do_it.click()

    answer(fill)
    assert correct_observation(workspace, pane, old.id) == old.id
    new = observations(workspace, cell)[old.id]
    assert (new.value, new.base, new.low, new.high, new.note) == ("64.2", "votes_cast", 64.1, 64.4, "checked")
    assert (new.standing, new.period, new.citations) == (old.standing, old.period, old.citations)


def test_an_unreadable_value_is_kept_as_typed_and_marked(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "Ak Jol", "members")

    def fill(dialog: QDialog) -> None:
        form = cast(ObservationForm, dialog)
        form.value.editor.setText("some thousands")
        assert "kept as typed" in form.value.remark.text()
        form.do_it.click()

    answer(fill)
    made = add_observation(workspace, pane, *cell)
    assert made is not None
    assert (observations(workspace, cell)[made].wrong, observations(workspace, cell)[made].typed) == (
        True,
        "some thousands",
    )
    settle()
    assert "This cannot be read." in said(pane)


def test_a_source_is_cited_for_the_value_in_force(workspace: Workspace, pane: Inspector) -> None:
    cell = show_cell(workspace, "United Russia", "vote_share")
    source = list(workspace.catalogue.sources.values())[-1]
    button = next(each for each in pane.findChildren(QPushButton) if each.text() == "+ Source" and each.isVisible())

    def fill(dialog: QDialog) -> None:
        form = cast(CitationForm, dialog)
        form.do_it.click()
        assert form.source.remark.text() == "Choose the source that is cited."
        form.source.box.setCurrentIndex(form.source.box.findData(source.id))
        form.locator.setText("¶3")
        form.do_it.click()

    answer(fill)
    button.click()
    cited = [each for each in observations(workspace, cell).values() for each in each.citations]
    assert (source.id, "¶3") in [(each.source_id, each.locator) for each in cited]


def test_citing_from_now_on(workspace: Workspace, pane: Inspector) -> None:
    source = list(workspace.catalogue.sources.values())[3]

    def fill(dialog: QDialog) -> None:
        form = cast(CitationForm, dialog)
        form.source.box.setCurrentIndex(form.source.box.findData(source.id))
        form.locator.setText("¶9")
        form.do_it.click()

    answer(fill)
    chosen = ask_cite(workspace, pane)
    assert chosen is not None
    assert (chosen.source_id, chosen.locator) == (source.id, "¶9")


def test_the_author_is_enough_to_choose_the_one_source_of_his(workspace: Workspace, pane: Inspector) -> None:
    def fill(dialog: QDialog) -> None:
        form = cast(CitationForm, dialog)
        form.source.box.setEditText("factbook")
        form.do_it.click()
        assert "could be" in form.source.remark.text()
        form.source.box.setEditText("goble")
        form.do_it.click()

    answer(fill)
    chosen = ask_cite(workspace, pane)
    assert chosen is not None
    assert "Goble" in workspace.catalogue.sources[chosen.source_id].author


def test_dark_and_large_draw_without_a_warning(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "Nur Otan", "leader")
    light = pane.grab().toImage()
    theme().apply("dark")
    settle()
    assert pane.grab().toImage().pixelColor(QPoint(5, 5)) != light.pixelColor(QPoint(5, 5))
    theme().apply("light")


def test_what_a_card_says_is_copied(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "United Russia", "vote_share")
    card_saying(pane, "64.2").setFocus()
    pane.copy()
    assert "The World Factbook 2007" in QApplication.clipboard().text()


def test_a_hidden_pane_waits_until_it_is_shown(workspace: Workspace, pane: Inspector) -> None:
    show_cell(workspace, "United Russia", "vote_share")
    pane.hide()
    show_cell(workspace, "Nur Otan", "leader")
    pane.show()
    settle()
    assert "Nursultan Nazarbayev" in said(pane)
    assert isinstance(pane, QScrollArea)
    assert pane.accessibleName() == "Inspector"


def test_a_study_for_reading_only_asks_for_no_reason_to_adopt(pane: Inspector, workspace: Workspace) -> None:
    workspace.open(workspace.study.open(workspace.study.path, read_only=True))
    told: list[str] = []
    workspace.message.connect(told.append)
    show_cell(workspace, "United Russia", "vote_share")
    for link in (Link("adopt", 1), Link("correct", 1), Link("cite", 1), Link("add_value")):
        pane.act(link)
    assert told == [workspace.study.why_read_only] * 4


def test_tab_goes_down_the_page_also_after_another_page(pane: Inspector, workspace: Workspace) -> None:
    show_profile(workspace, "United Russia")
    show_cell(workspace, "United Russia", "founded")
    show_cell(workspace, "United Russia", "vote_share")
    stops = [stop for stop in in_tab_order(pane) if stop.isVisible() and stop.parent() is pane.page]
    assert len(stops) > 5
    assert [stop.y() for stop in stops] == sorted(stop.y() for stop in stops)
    assert first_field(pane) is stops[0]


def test_a_button_asks_once_and_for_the_cell_that_is_shown(pane: Inspector, workspace: Workspace) -> None:
    wanted: list[Link] = []
    pane.page.wanted.disconnect()
    pane.page.wanted.connect(wanted.append)
    for attribute in ("founded", "leader", "vote_share"):
        show_cell(workspace, "United Russia", attribute)
    button = next(each for each in pane.findChildren(QPushButton) if each.accessibleName().startswith("Add a source"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.cell is not None
    in_force, _hold = workspace.columns.held(*workspace.cell, workspace.as_of)
    assert wanted == [Link("cite", in_force or 0)]
