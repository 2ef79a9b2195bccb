"""The timeline with 10,000 items: opening it, panning, zooming, dragging the as-of line; opening is median of three.

Also its frames with 100,000 items, and as a ratio to pyqtgraph, where each bar is a plot item of its own.

python tests/benchmarks/timeline.py
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from figures import Figure, median_and_p95, note, run_part
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from screen import window_on_own_screen
from studies import scratch_home

from parties_of_power.domain.days import day_number, iso
from parties_of_power.domain.events import EVENT_KINDS, TIE_FORMS
from parties_of_power.study.edit import Edit
from parties_of_power.study.study import Study
from parties_of_power.ui import start
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.timeline import TimelineView, axis
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.workspace import Workspace

STATES, PARTIES, EVENTS, TIES = 200, 7_500, 2_000, 500
FIRST_DAY, LAST_DAY = day_number(1905, 1, 1), day_number(2025, 12, 31)
SIZE = (1440, 800)
FRAMES = 60
KINDS = tuple(kind for kind in EVENT_KINDS if kind != "period")


def generate(path: Path, times: int = 1) -> None:
    """Parties of a few months to thirty years, some ends known to a year only, events, ties between two states."""
    chance = random.Random(2008)  # the same study each time
    with Study.create(path, coder="Generator", title="Ten thousand") as study:
        with study.edit("Generate", undoable=False) as edit:
            states = [_subject(edit, "state", f"State {number:03}", None) for number in range(times * STATES)]
            roles = {
                role: edit.insert(
                    "attribute", subject_kind="party", name=role, kind="date", validity="timeless", role=role, key=role
                )
                for role in ("founded", "dissolved")
            }
            parties = [_party(edit, chance, number, states, roles) for number in range(times * PARTIES)]
            for number in range(times * EVENTS):
                _event(edit, chance, number, states)
            for _number in range(times * TIES):
                tie_id = edit.insert("tie", form=chance.choice(TIE_FORMS), status="concluded", date=_day(chance))
                for party_id in chance.sample(parties, 2):
                    edit.insert("tie_party", tie_id=tie_id, subject_id=party_id)
        study.as_of = day_number(2008, 11, 25)


def _party(edit: Edit, chance: random.Random, number: int, states: list[int], roles: dict[str, int]) -> int:
    party_id = _subject(edit, "party", f"Party {number:05}", chance.choice(states))
    founded = chance.randrange(FIRST_DAY, LAST_DAY)
    ended = founded + chance.randrange(200, 11_000)
    _date(edit, party_id, roles["founded"], iso(founded))
    if ended < LAST_DAY:
        _date(edit, party_id, roles["dissolved"], iso(ended) if chance.random() < 0.7 else iso(ended)[:4])
    return party_id


def _event(edit: Edit, chance: random.Random, number: int, states: list[int]) -> None:
    event_id = edit.insert("event", title=f"What happened {number:04}", kind=chance.choice(KINDS), date=_day(chance))
    for state_id in chance.sample(states, chance.choice((1, 1, 2))):
        edit.insert("event_subject", event_id=event_id, subject_id=state_id)


def _subject(edit: Edit, kind: str, name: str, state_id: int | None) -> int:
    subject_id = edit.insert("subject", kind=kind, key="", state_id=state_id)
    edit.insert("name", subject_id=subject_id, text=name, form="short", period="../..")
    return subject_id


def _date(edit: Edit, subject_id: int, attribute_id: int, value: str) -> None:
    edit.insert("observation", subject_id=subject_id, attribute_id=attribute_id, value=value, standing="adopted")


def _day(chance: random.Random) -> str:
    return iso(chance.randrange(FIRST_DAY, LAST_DAY))


@contextmanager
def open_timeline(app: QApplication, path: Path) -> Iterator[TimelineView]:
    workspace = Workspace(Study.open(path, coder="benchmark"))
    view = TimelineView(workspace)
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    yield view
    view.close()
    view.deleteLater()
    app.sendPostedEvents(view, QEvent.Type.DeferredDelete.value)
    workspace.close()


def opening(app: QApplication, path: Path) -> Figure:
    found = []
    for _time in range(3):
        begun = time.perf_counter()
        with open_timeline(app, path):
            found.append(time.perf_counter() - begun)
    return Figure("opening with 10,000 items, study and all", 1000 * statistics.median(found), "ms", 300)


def frames(app: QApplication, canvas: Canvas, act: Callable[[int], object]) -> list[float]:
    """Seconds of each frame: an act, and all painting that it causes."""
    found = []
    for number in range(FRAMES):
        begun = time.perf_counter()
        act(number)
        app.processEvents()
        found.append(time.perf_counter() - begun)
    _let_rest(app)
    return found


def _let_rest(app: QApplication) -> None:
    """Until what waits for a pause is done too."""
    end = time.perf_counter() + 0.7
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.005)


def _acts(canvas: Canvas) -> dict[str, Callable[[int], object]]:
    """Back and forth, so that the view stays where there is something to see."""
    half = FRAMES // 2
    as_of = canvas.workspace.as_of
    return {
        "pan": lambda number: canvas.pan(17 if number < half else -17),
        "scroll": lambda number: canvas.scroll_lanes(40 if number < half else -40),
        "zoom": lambda number: canvas.zoom(1.05 if number < half else 1 / 1.05),
        "as of": lambda number: canvas.workspace.set_as_of(as_of + 30 * (number + 1)),
    }


def with_many_more(app: QApplication, path: Path) -> list[Figure]:
    """Ten times as many items."""
    found = []
    with open_timeline(app, path) as view:
        for level in (axis.LEVELS[0], axis.LEVELS[2]):
            view.canvas.show_level(level)
            _let_rest(app)
            for name, act in _acts(view.canvas).items():
                figures = median_and_p95(f"100,000 items, {level.title}, {name}", frames(app, view.canvas, act), 33)
                found += figures[:1]
    return found


def against_items(app: QApplication, canvas: Canvas) -> Figure:
    """A frame of panning a century, as a ratio to pyqtgraph with an item for each bar, in the same run."""
    import pyqtgraph

    canvas.show_level(axis.LEVELS[0])
    _let_rest(app)
    ours = statistics.median(frames(app, canvas, _acts(canvas)["pan"]))
    plot = pyqtgraph.PlotWidget()
    plot.resize(*SIZE)
    for number, place in enumerate(canvas.timeline.places.values()):
        first, last = canvas.timeline.seen_life(place.bar)
        plot.addItem(pyqtgraph.BarGraphItem(x0=[first], x1=[last], y0=[number % 60], height=[0.8]))
    plot.show()
    app.processEvents()
    left, days = canvas.scale.left, canvas.scale.days
    theirs = statistics.median(
        frames(app, canvas, lambda number: plot.setXRange(left + 400 * number, left + 400 * number + days, padding=0))
    )
    plot.close()
    return Figure("a frame, of one by pyqtgraph with an item for each bar", ours / theirs, "x", 1)


def measure() -> list[Figure]:
    with scratch_home() as home, window_on_own_screen():
        app = start.application()
        theme().apply("light")
        path = home / "Ten thousand.parties"
        generate(path)
        found = [opening(app, path)]
        with open_timeline(app, path) as view:
            canvas = view.canvas
            for level in axis.LEVELS[:4]:
                canvas.show_level(level)
                _let_rest(app)
                note(f"{level.title}: {len(canvas.found.labels)} labels in view")
                for name, act in _acts(canvas).items():
                    found += median_and_p95(f"{level.title}, {name}", frames(app, canvas, act), 16, 33)
            found.append(against_items(app, canvas))
        many = home / "Hundred thousand.parties"
        generate(many, 10)
        return found + with_many_more(app, many)


if __name__ == "__main__":
    run_part(measure)
