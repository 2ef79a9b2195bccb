"""A scatter of 100,000 points: a frame while one party after another is selected, and while the plot changes its size.

python tests/benchmarks/scatter.py
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import Figure, median_and_p95, note, run_part
from PySide6.QtWidgets import QApplication
from studies import scratch_home

from parties_of_power.domain.force import Hold
from parties_of_power.study.study import Study
from parties_of_power.ui import start
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.views.charts.bars import Bar
from parties_of_power.ui.views.charts.kinds import chart_kind
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.picture import Listing, Picture, Words
from parties_of_power.ui.views.charts.plot import Plot
from parties_of_power.ui.views.charts.scatter import ScatterDrawing, Spot

POINTS, FRAMES, SIZE = 100_000, 60, (1040, 640)


def measure() -> list[Figure]:
    with scratch_home(), TemporaryDirectory() as folder:
        app = start.application()
        with Study.create(Path(folder, "empty.parties"), coder="benchmark", title="Empty") as study:
            plot, look = Plot(), Look(LIGHT, study.catalogue)
            plot.widget.resize(*SIZE)
            plot.widget.show()
            picture = Picture(Words(), Listing(), drawing())
            plot.show_picture(chart_kind("scatter"), picture, look, study.as_of)
            app.processEvents()
            note("frames of 100,000 points")
            select = frames(app, lambda number: plot.take_look(Look(LIGHT, study.catalogue, frozenset({number + 1}))))
            resize = frames(app, lambda number: plot.widget.resize(SIZE[0] - number % 20, SIZE[1]))
            plot.widget.close()
    return [
        *median_and_p95("scatter of 100,000 points, selecting", select, 33),
        *median_and_p95("scatter of 100,000 points, resizing", resize, 33),
    ]


def drawing() -> ScatterDrawing:
    chance = random.Random(2008)  # the same points each time
    spots = []
    for number in range(POINTS):
        across, up = chance.gauss(0, 1), chance.gauss(0, 1)
        spots.append(Spot(_bar(number + 1, across), _bar(number + 1, up), None, None, ""))
    return ScatterDrawing(tuple(spots), "across", "up", (), "", has_intervals=False, trend=None)


def _bar(subject_id: int, number: float) -> Bar:
    return Bar(subject_id, "", "", "", number, number, number, Hold.IN_FORCE, "")


def frames(app: QApplication, act: Callable[[int], object]) -> list[float]:
    """Seconds of each frame: an act, and all painting that it causes."""
    found = []
    for number in range(FRAMES):
        begun = time.perf_counter()
        act(number)
        app.processEvents()
        found.append(time.perf_counter() - begun)
    return found


if __name__ == "__main__":
    run_part(measure)
