"""The tables of the bundled study, read once."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "data" / "cis-2008"

Row = dict[str, str]
Tables = dict[str, list[Row]]


@pytest.fixture(scope="session")
def folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def tables() -> Tables:
    read = {}
    for path in FOLDER.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            read[path.stem] = list(csv.DictReader(file))
    return read


@pytest.fixture(scope="session")
def observations(tables: Tables) -> list[Row]:
    return [row for name in ("observations", "leaders", "lives") for row in tables[name]]
