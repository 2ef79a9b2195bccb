"""The bundled study, made once; tests only read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.paths import data
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    path = tmp_path_factory.mktemp("bundled") / "cis.parties"
    bundled_study(data("cis-2008"), path)
    with Study.open(path, read_only=True) as study:
        yield study


@pytest.fixture(scope="session")
def columns(bundled: Study) -> Columns:
    return Columns(bundled)
