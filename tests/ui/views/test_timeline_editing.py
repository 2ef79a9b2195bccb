"""Editing in place: ends and events are dragged or moved by keys, added, opened and removed, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from parties_of_power.domain.dates import day_number
from parties_of_power.domain.events import Event
from parties_of_power.domain.sources import Cite
from parties_of_power.study import queries
from parties_of_power.study.edits.events import add_event
from parties_of_power.ui.dialogs.event import EventForm
from parties_of_power.ui.dialogs.life import LifeForm
from parties_of_power.ui.dialogs.subject import SubjectDialog
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.timeline import TimelineView, make
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.dragging import unit_of
from parties_of_power.ui.views.timeline.editing import borders_of
from parties_of_power.ui.views.timeline.scale import Scale
from parties_of_power.ui.workspace import Workspace

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qapp: QApplication, workspace: Workspace) -> Iterator[TimelineView]:
    theme().apply("light")
    workspace.set_as_of(day_number(2012, 6, 1))
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


def event_called(workspace: Workspace, title: str) -> Event:
    return next(event for event in workspace.catalogue.events.values() if event.title == title)


def start_of(canvas: Canvas, subject_id: int) -> QPoint:
    """Where the bar of a party begins, on the viewport."""
    picture, place = canvas.picture(), canvas.timeline.places[subject_id]
    top = picture.bar_top(place)
    assert top is not None
    x = canvas.column + picture.shape_of(place.bar).start.right
    return QPoint(round(x), round(top + canvas.look.sizes.bar / 2 + canvas.look.sizes.axis + 1 - picture.top))


def drag(canvas: Canvas, start: QPoint, by: int, *, let_go: bool = True) -> None:
    port = canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    for step in (by // 2, by):
        QTest.mouseMove(port, start + QPoint(step, 0))
    QApplication.processEvents()
    if let_go:
        QTest.mouseRelease(port, LEFT, NONE, start + QPoint(by, 0))
        QApplication.processEvents()


def answer(how: Callable[[QDialog], object]) -> list[QDialog]:
    """Answer the dialog that opens next."""
    met: list[QDialog] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(20, meet)
            return
        met.append(dialog)
        how(dialog)

    QTimer.singleShot(0, meet)
    return met


def test_an_end_is_dragged_and_the_cited_date_stays_as_a_rival(canvas: Canvas, workspace: Workspace) -> None:
    who = party(workspace, "united-russia")
    before = workspace.catalogue.life_of(who)[0]
    source = workspace.catalogue.source("goble-2008")
    assert before is not None
    assert source is not None
    workspace.set_citing(Cite(source.id, "¶9"))
    said: list[str] = []
    workspace.message.connect(said.append)
    canvas.show_exactly(day_number(1995, 1, 1), day_number(2015, 1, 1))
    drag(canvas, start_of(canvas, who), 40)
    after = workspace.catalogue.life_of(who)[0]
    assert after is not None
    assert after.earliest > before.earliest
    assert after.precision == "month"
    assert any("rival" in words for words in said)
    founded = next(each for each in workspace.catalogue.attributes_of("party") if each.role == "founded")
    observations = queries.observations_of(workspace.study, who, founded.id)
    adopted = next(each for each in observations if each.standing == "adopted")
    assert [each.locator for each in adopted.citations] == ["¶9"]
    assert (before.text, "rival") in {(each.value, each.standing) for each in observations}
    workspace.study.undo()
    assert workspace.catalogue.life_of(who)[0] == before


def test_escape_gives_up_a_drag(canvas: Canvas, workspace: Workspace) -> None:
    who, number = party(workspace, "united-russia"), workspace.study.edit_number
    start = start_of(canvas, who)
    drag(canvas, start, 60, let_go=False)
    assert canvas._pointer.drag is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas._pointer.drag is None
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, start + QPoint(60, 0))
    assert workspace.study.edit_number == number


def test_a_click_on_an_end_selects_and_changes_nothing(canvas: Canvas, workspace: Workspace) -> None:
    who, number = party(workspace, "united-russia"), workspace.study.edit_number
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, start_of(canvas, who))
    assert workspace.selected == (who,)
    assert workspace.study.edit_number == number


def test_ends_dragged_past_each_other_are_refused_with_the_rule(canvas: Canvas, workspace: Workspace) -> None:
    who, number = party(workspace, "asar-kz"), workspace.study.edit_number
    told: list[str] = []
    workspace.tell = lambda error: told.append(str(error)) is not None
    drag(canvas, start_of(canvas, who), 400)
    assert workspace.study.edit_number == number
    assert "before it begins" in told[0]


def test_the_unit_follows_the_zoom() -> None:
    day, year = day_number(2000, 1, 1), 365.2425
    spans = [(100, "year"), (20, "month"), (1, "day")]
    assert [unit_of(Scale.fitted(day, day + years * year, 1400)) for years, _unit in spans] == [u for _y, u in spans]


def test_an_event_is_found_moved_by_keys_undone_and_told(view: TimelineView, workspace: Workspace) -> None:
    canvas, event = view.canvas, event_called(workspace, "Tenth congress of United Russia meets in Moscow")
    workspace.show_item("timeline", event.id)
    stop = canvas.walking.stop
    assert stop is not None
    assert stop.events[0].id == event.id
    for key, modifiers, date in (
        (Qt.Key.Key_Right, CTRL | SHIFT, "2008-12-20"),
        (Qt.Key.Key_Left, CTRL, "2008-12-19"),
        (Qt.Key.Key_Right, ALT | SHIFT, "2009-12-19"),
    ):
        QTest.keyClick(canvas, key, modifiers)
        QApplication.processEvents()
        assert workspace.catalogue.events[event.id].date.text == date
    assert "19 December 2009" in canvas.accessibleDescription().splitlines()[0]
    for _step in range(3):
        workspace.study.undo()
    assert workspace.catalogue.events[event.id] == event


def test_the_list_takes_the_same_keys(view: TimelineView, workspace: Workspace) -> None:
    event = event_called(workspace, "Tenth congress of United Russia meets in Moscow")
    QTest.keyClick(view.canvas, Qt.Key.Key_L)
    QApplication.processEvents()
    workspace.show_item("timeline", event.id)
    QTest.keyClick(view.listing, Qt.Key.Key_Right, CTRL | SHIFT)
    QApplication.processEvents()
    assert workspace.catalogue.events[event.id].date.text == "2008-12-20"
    assert view.listing.currentIndex().siblingAtColumn(1).data() == "20 December 2008"


def test_an_event_of_an_unknown_day_is_not_moved_by_days(canvas: Canvas, workspace: Workspace) -> None:
    new = add_event(workspace.study, "Talks", "agreement", "2010-05", subject_ids=[party(workspace, "ak-jol")])
    canvas.load()
    canvas.walking.go_to_event(new)
    said: list[str] = []
    workspace.message.connect(said.append)
    QTest.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    assert workspace.catalogue.events[new].date.text == "2010-05"
    assert "the day is not known" in said[-1]


def test_an_event_is_dragged(canvas: Canvas, workspace: Workspace) -> None:
    event = event_called(workspace, "Tenth congress of United Russia meets in Moscow")
    first = day_number(2008, 11, 15)
    canvas.show_exactly(first, first + 16)
    QApplication.processEvents()
    spot = next(each for each in canvas.found.spots if event in each.events)
    at = spot.rect.center().toPoint() + QPoint(
        canvas.column, canvas.look.sizes.axis + 1 - canvas.verticalScrollBar().value()
    )
    drag(canvas, at, round(3 * canvas.scale.per_day))
    assert workspace.catalogue.events[event.id].date.text == "2008-11-23"


def test_an_event_is_opened_changed_cited_and_removed(canvas: Canvas, workspace: Workspace) -> None:
    event = event_called(workspace, "Tenth congress of United Russia meets in Moscow")
    source = workspace.catalogue.source("goble-2008")
    assert source is not None
    workspace.set_citing(Cite(source.id, "¶4"))

    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, EventForm)
        dialog.title_line.setText("Congress")
        dialog.date.setText("20 Nov 2008")
        dialog._accept()

    canvas.walking.go_to_event(event.id)
    met = answer(change)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert met
    changed = workspace.catalogue.events[event.id]
    assert (changed.title, changed.date.text, changed.subject_ids) == ("Congress", "2008-11-20", event.subject_ids)
    assert (source.id, "¶4") in {(each.source_id, each.locator) for each in changed.citations}
    workspace.study.undo()
    assert workspace.catalogue.events[event.id] == event

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        next(each for each in dialog.buttons() if each.text() == "Remove").click()

    canvas.window().activateWindow()
    canvas.setFocus()
    QApplication.processEvents()
    answer(remove)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert event.id not in workspace.catalogue.events
    workspace.study.undo()
    assert event.id in workspace.catalogue.events


def test_a_double_click_adds_a_party_among_the_rows_and_an_event_in_the_band(
    canvas: Canvas, workspace: Workspace
) -> None:
    box = next(each for each in canvas.layout_.boxes if each.lane.title == "Azerbaijan")
    canvas.verticalScrollBar().setValue(box.top)
    QApplication.processEvents()
    top = canvas.look.sizes.axis + 1 + box.rows_top - canvas.verticalScrollBar().value()
    proposed: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, SubjectDialog)
        proposed.extend((dialog.state.currentText(), dialog.founded.text()))
        dialog.reject()

    answer(read)
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, QPoint(canvas.column + 20, top + 8))
    assert proposed[0] == "Azerbaijan"
    assert proposed[1].startswith("19")

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, EventForm)
        dialog.title_line.setText("Something new")
        dialog.kind.setCurrentIndex(dialog.kind.findData("period"))
        dialog._accept()

    answer(add)
    y = canvas.look.sizes.axis + 1 + canvas.layout_.band_top + 100 - canvas.verticalScrollBar().value()
    QTest.mouseDClick(
        canvas.viewport(), LEFT, NONE, QPoint(canvas.column + 300, min(y, canvas.viewport().height() - 3))
    )
    new = event_called(workspace, "Something new")
    canvas.load()
    assert [era.title for era in canvas.timeline.eras if era.event and era.event.id == new.id]


def test_the_dates_of_a_bar_are_changed_in_a_form(canvas: Canvas, workspace: Workspace) -> None:
    who = party(workspace, "nur-otan")
    bar = canvas.timeline.places[who].bar
    borders = borders_of(bar)
    assert [each.words for each in borders] == ["Otan → Nur Otan", "Nur Otan → Amanat"]
    form = LifeForm(workspace, None, who, borders)
    number = workspace.study.edit_number
    form.founded.setText("1999-03")
    form.borders[0][1].setText("2007")
    form._accept()
    assert form.result() == QDialog.DialogCode.Accepted
    assert workspace.study.edit_number == number + 1
    canvas.load()
    now = canvas.timeline.places[who].bar
    assert now.start.words == "March 1999"
    assert now.segments[1].start.words == "2007"
    form.deleteLater()


def test_a_study_that_cannot_be_changed_offers_no_grip(
    canvas: Canvas, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(workspace.study), "is_read_only", True)
    drag(canvas, start_of(canvas, party(workspace, "united-russia")), 40)
    assert canvas._pointer.drag is None
