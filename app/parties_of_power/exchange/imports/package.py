"""A data package: its descriptor and the CSV files that lie beside it, each a sheet."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from parties_of_power.exchange.guarded import (
    Cancel,
    FileRefused,
    ReadSheet,
    TableFile,
    TextForm,
    Wanted,
    read_table_file,
)
from parties_of_power.texts import _

DESCRIPTOR = "datapackage.json"
_LARGEST = 1 << 20


def is_package(path: Path) -> bool:
    return path.name == DESCRIPTOR or (path / DESCRIPTOR).is_file()


def read_package(path: Path, cancel: Cancel | None = None) -> TableFile | None:
    """Resources on the web, or outside of the folder, are not read, and that is said."""
    place = path / DESCRIPTOR if path.is_dir() else path
    sheets: list[ReadSheet] = []
    notes: list[str] = []
    for resource in _resources(place):
        name, listed = str(resource.get("name", "")), resource.get("path", "")
        file = listed if isinstance(listed, str) else ""
        if not file or ":" in file or PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts:
            notes.append(_("“{name}” lies outside of the package, and is not read.").format(name=name or file))
            continue
        dialect = resource.get("dialect")
        divider = str(dialect.get("delimiter", "")) if isinstance(dialect, dict) else ""
        form = TextForm(_encoding(str(resource.get("encoding", ""))), divider[:1])
        read = read_table_file(place.parent / file, cancel=cancel, wanted=Wanted(form))
        if read is None:
            return None
        sheets.extend(read.sheets)
        notes.extend(read.notes)
    if not sheets:
        raise FileRefused(_("{name} holds no table.").format(name=place.parent.name))
    return TableFile(tuple(sheets), tuple(dict.fromkeys(notes)))


def _resources(place: Path) -> list[dict[str, Any]]:
    try:
        if place.stat().st_size > _LARGEST:
            raise ValueError(place.name)
        listed = json.loads(place.read_text("utf-8"))["resources"]
        return [each for each in listed if isinstance(each, dict)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise FileRefused(_("{name} is no descriptor of a data package.").format(name=place.name)) from wrong


def _encoding(name: str) -> str:
    return name if name.lower().replace("_", "-") in ("utf-8", "utf-16", "windows-1251", "cp1251", "cp1252") else ""
