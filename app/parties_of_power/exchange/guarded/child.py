"""The guarded child: it bounds itself, reads one file, writes its rows as lines, and ends.

It may use so much memory and time, write no file, start no program and open no connection. A frozen program starts
itself with the word --read-table; from source it is `python -m parties_of_power --read-table`.
"""

import gc
import json
import math
import sys
import zipfile
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.parsers import expat

from parties_of_power.exchange.guarded.container import damaged, kind_of
from parties_of_power.exchange.guarded.definition import ALL, FileRefused, Limits, TableFile, TextForm, Wanted
from parties_of_power.exchange.guarded.other_books import read_other
from parties_of_power.exchange.guarded.statistics_files import is_statistics, load_reader, read_statistics
from parties_of_power.exchange.guarded.text_part import read_part
from parties_of_power.exchange.guarded.text_table import read_text_table
from parties_of_power.exchange.guarded.wire import lines_of, refusal_line
from parties_of_power.exchange.guarded.workbook import read_workbook
from parties_of_power.texts import _

if sys.platform != "win32":
    import resource

WORD = "--read-table"
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "ctypes.")
_DAMAGE = (zipfile.BadZipFile, zlib.error, expat.ExpatError, ValueError, KeyError, IndexError, OverflowError, EOFError)
_DAMAGE_MORE = (NotImplementedError, RecursionError, UnicodeError)


def command(path: Path, limits: Limits, wanted: Wanted) -> list[str]:
    """What starts the child."""
    is_frozen = bool(getattr(sys, "frozen", False))
    program = [sys.executable] if is_frozen else [sys.executable, "-P", "-m", "parties_of_power"]
    return [*program, WORD, str(path), json.dumps(asdict(limits)), json.dumps(asdict(wanted))]


def run(arguments: list[str]) -> int:
    path, limits = Path(arguments[0]), Limits(**json.loads(arguments[1]))
    wanted = _wanted(json.loads(arguments[2])) if len(arguments) > 2 else ALL
    if is_statistics(path):
        load_reader()  # before the bounds: what it stands on looks for libraries of the system when it is imported
    _bound(limits)
    gc.disable()  # it makes very many cells, lets go of none, and ends
    out = sys.stdout.buffer
    try:
        for line in lines_of(read_here(path, limits, wanted)):
            out.write(line.encode() + b"\n")
    except FileRefused as refusal:
        out.write(refusal_line(str(refusal)).encode() + b"\n")
    out.flush()
    return 0


def read_here(path: Path, limits: Limits, wanted: Wanted = ALL) -> TableFile:
    """The file, read in this process: only the child does that."""
    try:
        kind = kind_of(path, limits, wanted)
        if kind == "xlsx":
            return read_workbook(path, limits)
        if kind in ("stata", "spss"):
            return read_statistics(path, kind, limits)
        if kind == "text":
            return read_part(path, limits, wanted) if wanted.is_part else read_text_table(path, limits, wanted.form)
        return read_other(path, kind, limits)
    except (*_DAMAGE, *_DAMAGE_MORE) as wrong:
        raise FileRefused(damaged(path.name, " ".join(str(wrong).split())[:80])) from wrong
    except MemoryError as wrong:
        raise FileRefused(_("{name} needs more memory than a table may.").format(name=path.name)) from wrong


def _wanted(packed: dict[str, Any]) -> Wanted:
    return Wanted(TextForm(**packed["form"]), tuple(packed["columns"]), packed["rows"])


def _bound(limits: Limits) -> None:
    """Windows has no such limits of a process: there time, sizes and the parent's patience have to do."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        seconds = math.ceil(limits.seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if sys.platform != "darwin":  # where it is not enforced and may fail
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and len(arguments) > 1 and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError(event)
