"""`read_table_file`: a foreign file, read by a child process that is bounded, watched, and can be stopped."""

import gc
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from parties_of_power.exchange.guarded.child import command
from parties_of_power.exchange.guarded.container import kind_of
from parties_of_power.exchange.guarded.definition import (
    ALL,
    USUAL,
    Cancel,
    FileRefused,
    Limits,
    TableFile,
    Wanted,
)
from parties_of_power.exchange.guarded.wire import broken_off, table_file
from parties_of_power.texts import _

_LOOKS = 0.03  # seconds between two looks at whether the child is done, or not wanted any more
_LINES_BETWEEN_LOOKS = 500
_CHUNK = 1 << 20


def read_table_file(
    path: Path, limits: Limits = USUAL, cancel: Cancel | None = None, wanted: Wanted = ALL
) -> TableFile | None:
    """The sheets of a workbook, CSV, Stata or SPSS file; None where `cancel` said so. FileRefused says why it is not
    read."""
    cancel = cancel or _never
    try:
        kind_of(path, limits, wanted)
    except OSError as wrong:
        raise FileRefused(
            _("{name} cannot be opened: {reason}.").format(name=path.name, reason=wrong.strerror or wrong)
        ) from wrong
    output = _output(path, limits, cancel, wanted)
    if output is None:
        return None
    try:
        with _nothing_collected():
            read = table_file(_lines(output, cancel))
    except _Stopped:
        return None
    except (ValueError, IndexError, TypeError) as wrong:
        raise broken_off(path.name) from wrong
    if read is None:
        raise broken_off(path.name)
    return read


class _Stopped(Exception):
    """The user does not want the file any more."""


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Looking for garbage among very many new cells takes as long as making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _never() -> bool:
    return False


def _output(path: Path, limits: Limits, cancel: Cancel, wanted: Wanted) -> bytes | None:
    """All that the child wrote; None where it was stopped by the user."""
    folder = str(Path(__file__).resolve().parents[3])
    environment = {**os.environ, "PYTHONPATH": folder, "OPENBLAS_NUM_THREADS": "1"}
    hidden = 0x0800_0000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW: no console flashes up
    child = subprocess.Popen(
        command(path.resolve(), limits, wanted),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=hidden,
    )
    assert child.stdout is not None
    gathered = _Gathered(child.stdout, limits.unpacked)
    until = time.monotonic() + limits.seconds
    try:
        while gathered.is_alive():
            gathered.join(_LOOKS)
            if cancel():
                return None
            if time.monotonic() > until:
                raise FileRefused(
                    _("Reading {name} took longer than {seconds} seconds and was stopped.").format(
                        name=path.name, seconds=round(limits.seconds)
                    )
                )
    finally:
        child.kill()
        child.wait()
        gathered.join()
        child.stdout.close()
    return bytes(gathered.content)


class _Gathered(threading.Thread):
    """Reads what the child writes, up to a limit."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__(daemon=True)
        self._stream = stream
        self._most = most
        self.content = bytearray()
        self.start()

    def run(self) -> None:
        while len(self.content) < self._most and (chunk := self._stream.read(_CHUNK)):
            self.content += chunk


def _lines(output: bytes, cancel: Cancel) -> Iterator[bytes]:
    for number, line in enumerate(output.splitlines()):
        if number % _LINES_BETWEEN_LOOKS == 0 and cancel():
            raise _Stopped
        yield line
