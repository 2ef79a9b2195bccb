"""All measurements, one after the other, as one table of figures, goals and ratios.

python tests/benchmarks/run.py [PART...]        parts: start, steps, edits, pasting, memory, timeline, excel_speed,
excel_back, tables_in, scatter

These are figures, not tests: on a busy machine they say less. Each part is also a program of its own. The large study
is made once for all of them; PARTIES_OF_POWER_LARGE_STUDY=FILE keeps it for the next time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import AS_LINES, Figure, figures_in, note, table
from studies import KEPT

PARTS = (
    "start",
    "steps",
    "edits",
    "pasting",
    "memory",
    "timeline",
    "excel_speed",
    "excel_back",
    "tables_in",
    "scatter",
)
ON_LARGE = {"steps", "pasting", "memory"}
HERE = Path(__file__).resolve().parent


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - set(PARTS)
    if unknown:
        print(f"There is no part {', '.join(sorted(unknown))}: there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        parts = [part for part in PARTS if part in (wanted or PARTS)]
        if ON_LARGE.intersection(parts):  # the first of them makes it for all
            os.environ.setdefault(KEPT, str(Path(folder, "large.parties")))
        for part in parts:
            note(f"measuring {part}")
            found += _measured(part)
    print(table(found))
    return 0


def _measured(part: str) -> list[Figure]:
    """In a process of its own, so that no part warms the caches or fills the memory of another."""
    command = [sys.executable, HERE / f"{part}.py", AS_LINES]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if answer.returncode:
        note(f"{part} ended with {answer.returncode}, so its figures are missing.")
    return figures_in(answer.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
