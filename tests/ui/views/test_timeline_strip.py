"""The strips under the bars: an attribute over time, by the same rule as the table, and how surely."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import day_number
from parties_of_power.domain.force import Hold, Span, in_force
from parties_of_power.study import queries
from parties_of_power.study.typing import set_value
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.timeline import TimelineView, make
from parties_of_power.ui.views.timeline.controls import CONTROLS
from parties_of_power.ui.views.timeline.legend import entries
from parties_of_power.ui.views.timeline.strip import Piece, looks_of
from parties_of_power.ui.workspace import Workspace


@pytest.fixture
def view(qapp: QApplication, workspace: Workspace) -> Iterator[TimelineView]:
    theme().apply("light")
    view = make(workspace)
    assert isinstance(view, TimelineView)
    view.resize(1500, 900)
    view.show()
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()
    qapp.processEvents()


def attribute(workspace: Workspace, key: str) -> Attribute:
    return next(each for each in workspace.catalogue.attributes_of("party") if each.key == key)


def party(workspace: Workspace, key: str) -> int:
    return next(subject.id for subject in workspace.catalogue.parties if subject.key == key)


def carry(view: TimelineView, key: str, place: int = 0) -> dict[int, tuple[Piece, ...]]:
    canvas, chosen = view.canvas, attribute(view.canvas.workspace, key)
    look = looks_of(chosen)[place]
    canvas.arrange(replace(canvas.arrangement, strip=str(chosen.id), strip_look=look))
    canvas.load()
    QApplication.processEvents()
    assert canvas.strip is not None
    assert canvas.strip.look == look
    return dict(canvas.strip.pieces)


def on(pieces: tuple[Piece, ...], day: int) -> Piece:
    return next(each for each in pieces if each.first <= day <= each.last)


@pytest.mark.parametrize("key", ["leader", "seat_share", "government_role", "members"])
def test_a_strip_says_each_day_what_the_rule_of_force_says(view: TimelineView, workspace: Workspace, key: str) -> None:
    asked = attribute(workspace, key)
    for who, pieces in carry(view, key).items():
        said = [
            each
            for each in queries.observations_of(workspace.study, who, asked.id)
            if each.standing == "adopted" and each.value
        ]
        spans, edited = [Span.of(each.period, each.attested) for each in said], [each.edited for each in said]
        assert all(one.last < other.first for one, other in itertools.pairwise(pieces))
        for piece in pieces:
            for day in {piece.first, (piece.first + piece.last) // 2, piece.last}:
                place, hold = in_force(asked.validity, day, spans, edited)
                assert (said[place].id, hold) == (piece.observation_id, piece.hold)


def test_leaders_follow_each_other(view: TimelineView, workspace: Workspace) -> None:
    pieces = carry(view, "leader")[party(workspace, "united-russia")]
    assert on(pieces, day_number(2010, 1, 1)).text == "Vladimir Putin"
    assert on(pieces, day_number(2015, 1, 1)).text == "Dmitry Medvedev"
    assert on(pieces, day_number(2026, 1, 1)).hold is Hold.LAST_ATTESTED


def test_a_share_is_a_part_of_its_whole(view: TimelineView, workspace: Workspace) -> None:
    share = on(carry(view, "seat_share")[party(workspace, "united-russia")], day_number(2008, 11, 25))
    assert share.text == "70 %"
    assert share.share == pytest.approx(0.7)
    seats = on(carry(view, "seats", 1)[party(workspace, "united-russia")], day_number(2008, 11, 25))
    assert seats.share == pytest.approx(0.7)


def test_an_edit_of_what_is_carried_is_seen(view: TimelineView, workspace: Workspace) -> None:
    who, leader = party(workspace, "asar-kz"), attribute(workspace, "leader")
    carry(view, "leader")
    set_value(workspace.study, who, leader.id, "Somebody Else", day=day_number(2005, 1, 1))
    view.canvas.load()
    assert view.canvas.strip is not None
    assert "Somebody Else" in {each.text for each in view.canvas.strip.pieces[who]}


def test_a_strip_is_named_told_and_listed(view: TimelineView, workspace: Workspace) -> None:
    carry(view, "government_role")
    canvas = view.canvas
    bars = next(each for each in CONTROLS if each.title == "Bars")
    assert bars.text(canvas) == "Bars: Government role"
    assert [entry.is_on for entry in bars.entries(canvas)].count(True) == 1
    assert any("Opposition" in text for text, _draw in entries(canvas.strip))
    place = canvas.timeline.places[party(workspace, "united-russia")]
    top = canvas.picture().bar_top(place)
    assert top is not None
    x = canvas.column + canvas.scale.x(day_number(2009, 1, 1))
    y = top + canvas.look.sizes.bar + 5 + canvas.look.sizes.axis + 1 - canvas.verticalScrollBar().value()
    assert "Government role: Senior partner" in canvas.tip_at(QPointF(x, y))
    canvas.arrange(replace(canvas.arrangement, is_list=True))
    QApplication.processEvents()
    model = view.listing.model()
    lanes = [model.index(row, 0) for row in range(model.rowCount())]
    russia = next(each for each in lanes if each.data() == "Russia")
    rows = [model.index(row, 0, russia) for row in range(model.rowCount(russia))]
    united = next(each for each in rows if each.data() == "United Russia")
    assert model.index(0, 2, united).data() == "Government role"


def test_an_attribute_that_is_gone_leaves_the_names_alone(view: TimelineView) -> None:
    canvas = view.canvas
    canvas.arrange(replace(canvas.arrangement, strip="1234567"))
    canvas.load()
    assert canvas.strip is None
