"""The bundled study as files, written once, and read back by others than the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from parties_of_power import paths
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.export import export
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study

Write = Callable[..., Path]


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    path = tmp_path_factory.mktemp("bundled") / "cis.parties"
    bundled_study(paths.data("cis-2008"), path, "Aliya")
    with Study.open(path, read_only=True) as study:
        yield study


@pytest.fixture(scope="session")
def columns(bundled: Study) -> Columns:
    return Columns(bundled)


@pytest.fixture(scope="session")
def shown(bundled: Study) -> Comparison:
    """The comparison that the study opens with."""
    return comparisons(bundled)[0]


@pytest.fixture(scope="session")
def workbook(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Workbook]:
    path = tmp_path_factory.mktemp("excel") / "cis.xlsx"
    export(bundled, columns, path, shown.id, bundled.as_of)
    return path, openpyxl.load_workbook(path)


@pytest.fixture
def table(bundled: Study, columns: Columns, shown: Comparison) -> ComparisonTable:
    return ComparisonTable(bundled, columns, shown, bundled.as_of)
