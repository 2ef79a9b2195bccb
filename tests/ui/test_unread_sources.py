"""Importing reads no sources."""

import subprocess
import sys

SCRIPT = """
import linecache
from parties_of_power.ui import start
import numpy
print(*(name for name in linecache.cache if "parties_of_power" in name or "numpy" in name))
from PySide6.QtCore import QTimer
print(QTimer(singleShot=True).isSingleShot())
"""


def test_the_sources_of_what_is_imported_are_not_read() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True, timeout=60, check=True)
    read, works = done.stdout.splitlines()
    assert read.split() == []
    assert works == "True"
