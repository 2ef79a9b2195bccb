"""A real X screen of our own (Xvfb), and a watch on its pixels: when a program has painted, and when it rests."""

from __future__ import annotations

import mmap
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from figures import note
from numpy.typing import NDArray

SIZE = (1600, 1000)
# Every so many pixels are looked at, every so many seconds; a window rests when nothing changed for so long.
STRIDE = 4
PAUSE = 0.002
QUIET = 0.8
LONGEST = 60.0
# So much of the middle differs from its ground once a table stands there; a bare frame has less.
SHARE_OF_TEXT = 0.01
MIDDLE = (slice(250, 500), slice(330, 1000))

QUIETLY: dict[str, Any] = {
    "stdout": subprocess.DEVNULL,
    "stderr": subprocess.DEVNULL,
    "start_new_session": True,  # so that it can be ended with all that it starts
}

# The server ends when its input does, however this program may have ended.
SERVE = 'Xvfb "$@" & read -r _; kill $!; wait'

Pixels = NDArray[np.uint32]


@dataclass(frozen=True)
class Painting:
    """Seconds after the start of a program at which its window first showed, its middle had text, and all rested."""

    first: float
    text: float
    rest: float


class Screen:
    """The frame buffer of an Xvfb; it lies in a file, so that looking at it costs the server nothing."""

    def __init__(self, display: str, buffer: Path) -> None:
        self.display = display
        with buffer.open("rb") as file:
            memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        fields = struct.unpack(">25I", memory[:100])  # XWD: header size, version, format, depth, width, height, …
        start, width, height, row = fields[0] + 12 * fields[19], fields[4], fields[5], fields[12]
        assert row == 4 * width, "four bytes a pixel"
        self.pixels: Pixels = np.frombuffer(memory, "<u4", width * height, start).reshape(height, width)

    def watch(self, command: Sequence[str]) -> Painting:
        """Start a program on the bare screen, wait until it rests, and end it."""
        before, middle_before = self._all(), self._middle_has_text()
        assert not middle_before, "the screen is not bare"
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"},
            **QUIETLY,
        )
        try:
            return self._follow(process, begun, before)
        finally:
            _end(process)
            self._wait_until_bare(before)

    def _follow(self, process: subprocess.Popen[bytes], begun: float, last: Pixels) -> Painting:
        first = text = rest = 0.0
        while (now := time.perf_counter() - begun) < LONGEST and not (rest and now - rest > QUIET):
            seen = self._all()
            if not np.array_equal(seen, last):
                last, rest = seen, now
                first = first or now
                text = text or (now if self._middle_has_text() else 0.0)
            if process.poll() is not None and not rest:
                raise RuntimeError(f"{process.args!r} ended with {process.returncode} before it painted")
            time.sleep(PAUSE)
        return Painting(first, text, rest)

    def _all(self) -> Pixels:
        return self.pixels[::STRIDE, ::STRIDE].copy()

    def _middle_has_text(self) -> bool:
        middle = self.pixels[MIDDLE].ravel()[::3]
        return bool(np.mean(middle != np.median(middle)) > SHARE_OF_TEXT)

    def _wait_until_bare(self, before: Pixels) -> None:
        end = time.monotonic() + 10
        while not np.array_equal(self._all(), before) and time.monotonic() < end:
            time.sleep(0.05)


@contextmanager
def own_screen() -> Iterator[Screen | None]:
    """A screen that ends with the block; None, with a note, where Xvfb is not installed."""
    if shutil.which("Xvfb") is None:
        note("Xvfb is not installed (Debian: apt-get install xvfb), so there is no real screen to measure on.")
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        width, height = SIZE
        geometry = f"{width}x{height}x24"
        arguments = ["-displayfd", str(writing), "-screen", "0", geometry, "-fbdir", folder, "-nolisten", "tcp"]
        server = subprocess.Popen(
            ["sh", "-c", SERVE, "Xvfb", *arguments], stdin=subprocess.PIPE, pass_fds=[writing], **QUIETLY
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                display = f":{told.readline().strip()}"
            yield Screen(display, Path(folder, "Xvfb_screen0"))
        finally:
            server.communicate()


@contextmanager
def window_on_own_screen() -> Iterator[None]:
    """For a window in this process, and those started from it: on a screen of their own, else off screen."""
    with own_screen() as screen:
        if screen is None:
            note("Measured off screen: Qt paints, but nothing is sent to a screen.")
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        else:
            os.environ["DISPLAY"], os.environ["QT_QPA_PLATFORM"] = screen.display, "xcb"
        yield


def _end(process: subprocess.Popen[bytes]) -> None:
    """The program and whatever it started, which is in a session of its own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        # What it started may take longer to end.
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
