"""Tables of strangers: V-Party in small and in full size to a proposal, a long CSV to its preview, names to names.

python tests/benchmarks/tables_in.py
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from figures import Figure, run_part

from parties_of_power.exchange.imports.applying import apply
from parties_of_power.exchange.imports.importing import first_plan, open_table, preview, propose_import
from parties_of_power.exchange.imports.likeness import NameIndex
from parties_of_power.study.study import Study

_IDS = ("v2paenname", "v2paid", "country_name", "country_text_id", "country_id", "COWcode", "year", "historical_date")
_SCORES = ("v2paclient", "v2palocoff", "v2paactcom", "v2pasoctie", "v2panom", "v2padisa", "v2paind", "v2paplur")
_WORDS = ("democratic", "party", "union", "people", "national", "social", "liberal", "front", "movement", "green")


def vparty(path: Path, rows: int, columns: int) -> Path:
    """As V-Party is laid out; the scores are made up."""
    made = random.Random(1)
    scores = [name for score in _SCORES for name in (score, f"{score}_codelow", f"{score}_codehigh")]
    more = [f"v2other_{number}" for number in range(columns - len(_IDS) - len(scores))]
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join((*_IDS, *scores, *more)) + "\n")
        for row in range(rows):
            year, state = 1990 + row % 30, row % 15
            ids = (
                f"Party {row // 7}",
                1000 + row // 7,
                f"State {state}",
                f"S{state:02}",
                state,
                state,
                year,
                f"{year}-12-01",
            )
            values = [number for _score in _SCORES for number in (0, -1, 1)]
            rest = (f"{made.uniform(-3, 3):.3f}" for _name in more)
            file.write(",".join([*map(str, ids), *map(str, values), *rest]) + "\n")
    return path


def taken(path: Path, folder: Path, *, applied: bool) -> float:
    """Seconds from the file to the proposal, or until it is in an empty study."""
    with Study.create(folder / f"{path.stem}.parties", coder="Ada") as study:
        started = time.perf_counter()
        opened = open_table(path)
        assert opened is not None
        proposal = propose_import(study, opened, first_plan(study, opened, new_rows="add"))
        assert proposal is not None
        if applied:
            apply(study, proposal)
        return time.perf_counter() - started


def previewed(folder: Path) -> float:
    path = folder / "long.csv"
    path.write_text("party;year;seats\n" + "United Russia;2007;315\n" * 100_000, "utf-8")
    started = time.perf_counter()
    assert preview(path) is not None
    return time.perf_counter() - started


def matched() -> float:
    made = random.Random(1)
    names = [" ".join((*made.sample(_WORDS, 2), f"{made.randrange(10**6):x}")) for _number in range(5_000)]
    started = time.perf_counter()
    index = NameIndex(enumerate(names))
    for name in names:
        index.like(f"{name}s")
    return time.perf_counter() - started


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = taken(vparty(folder / "small.csv", 665, 55), folder, applied=True)
        full = taken(vparty(folder / "full.csv", 11_898, 384), folder, applied=False)
        shown = previewed(folder)
    return [
        Figure("V-Party, 665 rows, from file into an empty study", small, "s", 2.0),
        Figure("V-Party, 11,898 x 384, from file to proposal", full, "s", 15.0),
        Figure("CSV of 100,000 rows previewed", shown, "s", 1.0),
        Figure("5,000 names matched against 5,000", matched(), "s", 2.0),
    ]


if __name__ == "__main__":
    run_part(measure)
