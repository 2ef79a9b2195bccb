"""What a workbook carries about itself on a hidden sheet: each row, column and cell as they were when it was exported.

The sheet is one column of texts: a first line that says what it is, then compressed JSON in pieces that a cell holds.
A sum over it tells when anything of it was lost.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from parties_of_power.domain.comparisons import EndedShown
from parties_of_power.domain.subjects import SubjectKind

SHEET = "parties-of-power"
_MARK = "parties-of-power exported state 1"
_PIECE = 30_000  # letters in a cell; Excel holds 32,767
_MOST = 200 << 20  # bytes when unpacked

Written = str | float | None  # what stands in a cell of a sheet


@dataclass(frozen=True, slots=True)
class ExportedColumn:
    """`title` as it stands on the sheet. A column of a comparison, or with the field `key` the hidden one that names
    the rows, with `beside` one from which nothing is taken."""

    title: str
    attribute_id: int | None = None
    field: str = ""
    of_state: bool = False
    day: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedSheet:
    """`written` and `meant` have a list for each column: what was written into its cells, and what that meant in the
    study (see `meant_by`)."""

    name: str
    comparison_id: int
    comparison: str
    subject_kind: SubjectKind
    ended: EndedShown
    day: int
    columns: tuple[ExportedColumn, ...]
    row_ids: tuple[int, ...]
    written: tuple[Sequence[Written], ...]
    meant: tuple[Sequence[str], ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """`study_id` is the same in every copy of a study; `edit` the number of its last edit then."""

    study_id: int
    study: str
    edit: int
    sheets: tuple[ExportedSheet, ...]


def to_lines(exported: Exported) -> list[str]:
    """The texts of the hidden sheet, from its first cell down."""
    text = json.dumps(_plain(exported), separators=(",", ":"), ensure_ascii=False)
    letters = base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 1)).decode("ascii")
    pieces = [letters[start : start + _PIECE] for start in range(0, len(letters), _PIECE)]
    return [_first_line(letters), *pieces]


def from_lines(lines: Iterable[str]) -> Exported | None:
    """None where the lines are others, or not all there."""
    every = [line.strip() for line in lines]
    if not every or not is_mark(every[0]):
        return None
    letters = "".join(every[1:])
    if every[0] != _first_line(letters):
        return None
    try:
        inflating = zlib.decompressobj()
        body = inflating.decompress(base64.b64decode(letters, validate=True), _MOST)
        return _exported(json.loads(body.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, KeyError, zlib.error):
        return None


def is_mark(text: str) -> bool:
    """Whether a text begins such a sheet, whatever the sheet is called now."""
    return text.startswith(_MARK)


def _plain(exported: Exported) -> dict[str, Any]:
    sheets = [
        {
            **{name: getattr(sheet, name) for name in ExportedSheet.__slots__ if name != "meant"},
            "columns": [asdict(column) for column in sheet.columns],
            "meant": [_shortened(*pair) for pair in zip(sheet.written, sheet.meant, strict=True)],
        }
        for sheet in exported.sheets
    ]
    return {"study_id": exported.study_id, "study": exported.study, "edit": exported.edit, "sheets": sheets}


def _shortened(written: Sequence[Written], meant: Sequence[str]) -> list[str | None]:
    """None where a cell means what is written in it, as most do."""
    return [None if value == _text(cell) else value for cell, value in zip(written, meant, strict=True)]


def _text(cell: Written) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else cell or ""


def _exported(said: dict[str, Any]) -> Exported:
    sheets = tuple(map(_sheet, said["sheets"]))
    return Exported(int(said["study_id"]), str(said["study"]), int(said["edit"]), sheets)


def _sheet(said: dict[str, Any]) -> ExportedSheet:
    """ValueError where its parts do not fit together: somebody made it by hand."""
    columns = tuple(ExportedColumn(**each) for each in said["columns"])
    row_ids = tuple(map(int, said["row_ids"]))
    written = tuple([_cell(each) for each in column] for column in said["written"])
    meant = tuple(_lengthened(*pair) for pair in zip(written, said["meant"], strict=True))
    is_full = all(len(cells) == len(texts) == len(row_ids) for cells, texts in zip(written, meant, strict=True))
    if len(written) != len(columns) or not is_full:
        raise ValueError(said["name"])
    return ExportedSheet(
        str(said["name"]),
        int(said["comparison_id"]),
        str(said["comparison"]),
        "state" if said["subject_kind"] == "state" else "party",
        "last_day" if said["ended"] == "last_day" else "state",
        int(said["day"]),
        columns,
        row_ids,
        written,
        meant,
    )


def _cell(said: object) -> Written:
    if isinstance(said, int | float):
        return float(said)
    return said if isinstance(said, str) else None


def _lengthened(written: Sequence[Written], meant: Sequence[str | None]) -> list[str]:
    return [_text(cell) if value is None else str(value) for cell, value in zip(written, meant, strict=True)]


def _first_line(letters: str) -> str:
    return f"{_MARK}, {len(letters)} letters, {hashlib.blake2b(letters.encode(), digest_size=12).hexdigest()}"
