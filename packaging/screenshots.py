#!/usr/bin/env python3
"""Take the pictures in README and the manual from the program itself: python3 packaging/dev.py run once, then

.venv/bin/python packaging/screenshots.py [FOLDER]       FOLDER is resources/screenshots if none is given

They show the bundled study, light and dark, at 200 %, with one cell chosen. Those of the manual go into
resources/manual/pictures, or FOLDER/manual, are light, and have 256 colours, which keeps them small.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from parties_of_power.ui import selfcheck, start
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.theme import theme

ROOT = Path(__file__).resolve().parents[1]
PARTY, ATTRIBUTE = "united-russia", "Vote share"


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else ROOT / "resources" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    app = start.application()
    with tempfile.TemporaryDirectory() as scratch:
        window = selfcheck.fresh_window(Path(scratch) / "CIS 2008.parties")
        workspace = window.workspace
        party = workspace.catalogue.find_subject(PARTY)[0]
        attribute = workspace.catalogue.attribute(ATTRIBUTE, "party")
        workspace.select((party,))
        if attribute is not None:
            workspace.set_cell(party, attribute.id)
        for scheme in selfcheck.PICTURES:
            print(selfcheck.take_picture(app, window, scheme, folder / f"window-{scheme}.png"))
        take_pictures_of_manual(app, window, folder / "manual" if arguments else ROOT / "resources/manual/pictures")
        window.close()
    return 0


def take_pictures_of_manual(app: QApplication, window: MainWindow, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    theme().apply("light")
    selfcheck.settle(app)
    for key in ("inspector", "timeline"):
        keep(window.widget_of(key), folder / f"{key}.png")
    window.menus.made["distributions"].trigger()
    selfcheck.settle(app)
    keep(window.widget_of("comparison"), folder / "distributions.png")
    window.go_to_view("charts")
    selfcheck.settle(app)
    keep(window.widget_of("charts"), folder / "charts.png")


def keep(widget: QWidget, path: Path) -> None:
    """The 256 most frequent colours stay as they are; the others, of the edges of letters, become the nearest."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    frequent = [colour for colour, _count in Counter(memoryview(image.constBits()).cast("I")).most_common(256)]
    undithered = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, frequent, undithered).save(str(path))
    print(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
