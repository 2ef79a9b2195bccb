"""Cells on the clipboard as another window of this program reads them: texts with missing reasons and citations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from parties_of_power.domain.observations import MISSING_REASONS, Missing
from parties_of_power.domain.sources import Source
from parties_of_power.study.carried import Carried

MIME = "application/x-parties-of-power+json"
VERSION = 1
_SOURCE_TEXTS = tuple(field.name for field in fields(Source) if field.name != "id")


@dataclass(frozen=True, slots=True)
class Copied:
    """What one cell puts on the clipboard. What is a number stays one in Excel. Without `is_answer` the text is only
    for readers, as with *ended 1991*, and is not pasted."""

    text: str
    is_number: bool = False
    missing: Missing = ""
    carried: tuple[Carried, ...] = ()
    is_answer: bool = True


def written(rows: Sequence[Sequence[Copied]]) -> bytes:
    cells = [[_as_json(cell) for cell in row] for row in rows]
    return json.dumps({"version": VERSION, "cells": cells}, ensure_ascii=False).encode()


def read_own(data: bytes) -> list[list[Copied]]:
    """Empty where it is not what this program writes: the text beside it counts then."""
    try:
        told = json.loads(data)
        if told["version"] != VERSION:
            return []
        rows = [[_from_json(cell) for cell in row] for row in told["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    return rows if rows and rows[0] and all(len(row) == len(rows[0]) for row in rows) else []


def _as_json(cell: Copied) -> dict[str, Any]:
    if not cell.is_answer:
        return {"text": ""}
    told: dict[str, Any] = {"text": cell.text}
    if cell.missing:
        told["missing"] = cell.missing
    if cell.carried:
        # Ids need more figures than a JSON number is sure to keep.
        told["cites"] = [
            {**asdict(each), "source": {**asdict(each.source), "id": str(each.source.id)}} for each in cell.carried
        ]
    return told


def _from_json(told: dict[str, Any]) -> Copied:
    missing = told.get("missing", "")
    if missing and missing not in MISSING_REASONS:
        raise ValueError(missing)
    cites = tuple(_carried(each) for each in told.get("cites", ()))
    return Copied(_text(told["text"]), missing=missing, carried=cites)


def _carried(told: dict[str, Any]) -> Carried:
    source = told["source"]
    texts = {name: _text(source.get(name, "")) for name in _SOURCE_TEXTS}
    if not texts["title"].strip():
        raise ValueError("a source without a title")
    return Carried(Source(id=int(source["id"]), **texts), _text(told["locator"]), _text(told["accessed"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
