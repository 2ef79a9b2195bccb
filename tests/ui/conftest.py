"""What tests of the window stand on: a copy of the bundled study, made once, and the real window over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView, QTableView, QTreeView, QWidget

from parties_of_power import paths
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.workspace import Workspace


@pytest.fixture(scope="session")
def bundled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled study as a file; nobody changes it."""
    path = tmp_path_factory.mktemp("bundled") / "CIS 2008.parties"
    bundled_study(paths.data("cis-2008"), path, "tester")
    return path


@pytest.fixture
def study_file(bundled_file: Path, tmp_path: Path) -> Path:
    """A copy of the bundled study of the test's own."""
    return Path(shutil.copy(bundled_file, tmp_path / "CIS 2008.parties"))


@pytest.fixture
def workspace(qapp: QApplication, study_file: Path) -> Iterator[Workspace]:
    workspace = Workspace(Study.open(study_file, coder="tester"))
    yield workspace
    workspace.close()


@pytest.fixture
def window(qapp: QApplication, study_file: Path) -> Iterator[MainWindow]:
    """The whole window, as it is when it has come to rest."""
    theme().apply("light")
    window = MainWindow(Workspace(Study.open(study_file, coder="tester")), Settings(coder="tester"))
    window.show()
    window.fill()
    qapp.processEvents()
    yield window
    if "comparison" in window.widgets and not window.is_closed:
        check_shown(window.widgets["comparison"])
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def check_shown(pane: QWidget) -> None:
    """The cells that the table shows are those of a table made anew from the study."""
    assert isinstance(pane, ComparisonPane)
    model, workspace = pane.model, pane.workspace
    if model.comparison is None or model.table is None:
        return
    columns = Columns(workspace.study)
    anew = ComparisonTable(workspace.study, columns, model.comparison, workspace.as_of)
    rows = range(len(model.table.row_ids))
    shown = [[model.table.cell(row, column).text for column in range(len(model.columns))] for row in rows]
    expected = [
        [anew.cell(row, column).text for column in range(len(anew.columns))] for row in range(len(anew.row_ids))
    ]
    columns.close()
    assert shown == expected


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """What Python has put on the clipboard must be gone before Python is."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def every_model_is_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own tester watches each model and proxy that is shown: what it finds is a warning, and a warning fails."""
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    for kind in (QTableView, QTreeView, QListView):
        plain = kind.setModel

        def set_model(view: Any, model: QAbstractItemModel | None, plain: Any = plain) -> None:
            plain(view, model)
            if model is not None and not model.property("tested"):
                model.setProperty("tested", True)
                QAbstractItemModelTester(model, mode, model)

        monkeypatch.setattr(kind, "setModel", set_model)
