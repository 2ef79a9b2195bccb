#!/usr/bin/env python3
"""Take the pictures in README from the program itself: python3 packaging/dev.py run once, then

.venv/bin/python packaging/screenshots.py [FOLDER]       FOLDER is resources/screenshots if none is given

They show the bundled study, light and dark, at 200 %, with one cell chosen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")

from parties_of_power.ui import selfcheck, start

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
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
