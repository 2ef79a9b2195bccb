"""Figures: what was measured beside its goal, and the table they are printed as."""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

AS_LINES = "--as-lines"  # how run.py asks a part for its figures
ROW = "{:<62} {:>12} {:>12} {:>7}  {}"


@dataclass(frozen=True)
class Figure:
    """One measured number; less is better. Without a goal it is there to compare with."""

    name: str
    measured: float
    unit: str
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        """How much of the goal is used up: up to 1 it stands."""
        return None if not self.goal else self.measured / self.goal

    @property
    def stands(self) -> bool:
        return self.ratio is None or self.ratio <= 1

    def row(self) -> str:
        if self.goal is None or self.ratio is None:
            return ROW.format(self.name, _amount(self.measured, self.unit), "", "", "").rstrip()
        short = _amount(self.measured - self.goal, self.unit)
        verdict = "stands" if self.stands else f"falls short by {short}"
        goal = f"<= {_amount(self.goal, self.unit)}"
        return ROW.format(self.name, _amount(self.measured, self.unit), goal, f"{self.ratio:.2f}", verdict)


def table(figures: Sequence[Figure]) -> str:
    head = ROW.format("figure", "measured", "goal", "ratio", "").rstrip()
    short = [figure.name for figure in figures if not figure.stands]
    verdict = f"{len(short)} fall short." if short else "All stand."
    return "\n".join([head, "-" * len(head), *(figure.row() for figure in figures), "", verdict])


def run_part(measure: Callable[[], list[Figure]]) -> None:
    """What each program here ends with: measure, then print a table, or one JSON line a figure for run.py."""
    note_load()
    found = measure()
    if AS_LINES in sys.argv:
        print("\n".join(json.dumps(asdict(figure)) for figure in found))
    else:
        print(table(found))


def figures_in(lines: str) -> list[Figure]:
    """The figures in what a part printed for run.py."""
    return [Figure(**json.loads(line)) for line in lines.splitlines() if line.startswith("{")]


def median_and_p95(name: str, seconds: Sequence[float], goal: float | None, worst: float | None = None) -> list[Figure]:
    """Two figures in milliseconds; `goal` is for the median, `worst` for the 95th percentile."""
    ordered = sorted(1000 * each for each in seconds)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return [
        Figure(f"{name}, median", statistics.median(ordered), "ms", goal),
        Figure(f"{name}, p95", p95, "ms", worst),
    ]


def note(text: str) -> None:
    """Said beside the table: what was measured on, what is missing here."""
    print(f"note: {text}", file=sys.stderr, flush=True)


def note_load() -> None:
    """Say so where other programs keep this machine busy: ratios to another program bear that, seconds do not."""
    if not hasattr(os, "getloadavg"):
        return
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        note(f"Other programs are busy (load {load:.1f} on {cores} cores): what is no ratio comes out too large.")


def _amount(number: float, unit: str) -> str:
    if unit == "x":
        return f"{number:.2f} x"
    return f"{number:.2f} {unit}" if number < 10 else f"{number:.0f} {unit}"
