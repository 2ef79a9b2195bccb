"""What tests of the window stand on: a copy of the bundled study, made once, and the real window over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from parties_of_power import paths
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import theme
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
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """What Python has put on the clipboard must be gone before Python is."""
    yield
    qapp.clipboard().clear()
