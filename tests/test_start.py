"""The start stays short: what the first table does not need is not imported before it has been painted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from parties_of_power import paths
from parties_of_power.study.bundle import bundled_study

SCRIPT = """
import sys
from PySide6.QtWidgets import QWidget
from parties_of_power.ui import start

class Painted(start.FirstPainting):
    def __init__(self, window, then):
        super().__init__(window, self.tell)

    def tell(self):
        print("painted", self.window.widget_of("comparison").view.is_painted)
        print("imported", *sorted(sys.modules))
        self.window.close()

start.FirstPainting = Painted
sys.exit(start.run(sys.argv[1:]))
"""
LIBRARIES = {"numpy", "openpyxl", "pandas", "pyqtgraph", "xlsxwriter", "PySide6.QtSvg"}
# Verbs, dialogs, editors and formulas, and the views beside the table.
OWN = ("study.edits", "domain.formulas", "exchange", "ui.editors", "ui.dialogs.form", "ui.views.timeline")


def test_what_the_first_table_does_not_need_is_imported_after_it(tmp_path: Path) -> None:
    study = tmp_path / "CIS 2008.parties"
    bundled_study(paths.data("cis-2008"), study, "tester")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(study)], stdout=subprocess.PIPE, text=True, timeout=60, check=True
    )
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines() if line.startswith(("painted", "imported")))
    assert said["painted"] == "True"
    imported = set(said["imported"].split())
    assert "parties_of_power.ui.views.comparison.view" in imported
    assert imported & LIBRARIES == set()
    assert imported & {f"parties_of_power.{name}" for name in OWN} == set()
