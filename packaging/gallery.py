#!/usr/bin/env python3
"""Take a picture of every kind of chart of every bundled comparison, light, dark and in greys for print:

.venv/bin/python packaging/gallery.py FOLDER       after python3 packaging/dev.py run once

FOLDER/index.html shows them all on one page.
"""

from __future__ import annotations

import os
import sys
import tempfile
from html import escape
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from parties_of_power.study import queries
from parties_of_power.ui import selfcheck, start
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.charts.kinds import KINDS, ChartKind
from parties_of_power.ui.views.charts.page import ChartsPage
from parties_of_power.ui.views.charts.paper import Paper
from parties_of_power.ui.views.charts.saving import png

SCHEMES = ("light", "dark")
PRINT = Paper(170, 150, is_grey=True)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    start.application()
    rows: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        window = selfcheck.fresh_window(Path(scratch) / "CIS 2008.parties")
        window.resize(1200, 800)
        window.panes.docks["below"].hide()
        window.panes.docks["right"].hide()
        for comparison in queries.comparisons(window.workspace.study):
            window.workspace.show_comparison(comparison.id)
            window.go_to_view("charts")
            rows += [row for kind in KINDS if (row := pictures(window, kind, comparison.key, folder))]
        window.close()
    (folder / "index.html").write_text(page_of(rows), "utf-8")
    print(folder / "index.html")
    return 0


def pictures(window: MainWindow, kind: ChartKind, comparison: str, folder: Path) -> str:
    """A row of the page; blank where the comparison has no attribute for this kind."""
    page = window.widget_of("charts")
    assert isinstance(page, ChartsPage), "what the view of charts is"
    asked = next((each for each in page.chart.asked if kind.suits(each.attribute)), None)
    if asked is None:
        return ""
    page.controls.question_chosen.emit(asked)
    page.controls.kind_chosen.emit(kind.key)
    name = f"{comparison}-{kind.key}"
    files = []
    for scheme in SCHEMES:
        theme().apply(scheme)
        QApplication.processEvents()
        page.grab().save(str(folder / f"{name}-{scheme}.png"))
        files.append(f"{name}-{scheme}.png")
    page.paper = PRINT
    figure = page.shown_figure()
    if figure is not None:
        (folder / f"{name}-print.png").write_bytes(png(figure))
        files.append(f"{name}-print.png")
    cells = "".join(f'<td><img src="{escape(file)}" width="560"></td>' for file in files)
    return f"<tr><th>{escape(name)}</th>{cells}</tr>"


def page_of(rows: list[str]) -> str:
    heads = "".join(f"<th>{scheme}</th>" for scheme in ("", *SCHEMES, "print"))
    return f"<!doctype html><meta charset='utf-8'><title>Charts</title><table><tr>{heads}</tr>{''.join(rows)}</table>\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
