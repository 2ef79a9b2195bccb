"""What the measurements are made on: a home folder of their own, the bundled study, and the generated large one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from figures import note
from generate import generate

from parties_of_power import paths
from parties_of_power.study.bundle import bundled_study

LARGE = 1_000_000
# A large study that is kept between two runs; without it each run makes one, which takes a minute.
KEPT = "PARTIES_OF_POWER_LARGE_STUDY"
XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")


@contextmanager
def scratch_home() -> Iterator[Path]:
    """An empty home folder for this program and those it starts: nobody's settings are read or changed."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        for variable in XDG:
            os.environ.pop(variable, None)
        # Fontconfig would read every font again in a home of its own, which is no part of any start.
        os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))
        os.environ |= {"HOME": folder, "LANGUAGE": "en"}
        try:
            yield Path(folder)
        finally:
            os.environ.clear()
            os.environ.update(before)


def make_bundled(folder: Path) -> Path:
    path = folder / "CIS 2008.parties"
    bundled_study(paths.data("cis-2008"), path, "benchmark")
    return path


def make_large(folder: Path) -> Path:
    """A study of a million observations; a copy of the one whose place the environment names, made there if need be."""
    kept = os.environ.get(KEPT)
    made = Path(kept) if kept else folder / "large.parties"
    if not made.exists():
        note(f"Making a study of {LARGE:,} observations; {KEPT}=FILE keeps it for the next time.")
        generate(made, LARGE)
    # What is measured sorts and filters it; the next measurement begins with it as it was made.
    return _copied(made, folder / "a large one.parties") if kept else made


def _copied(made: Path, path: Path) -> Path:
    """On disk for good: otherwise the first edit in the copy would wait until all of it is written."""
    shutil.copy(made, path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return path
