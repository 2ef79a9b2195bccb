"""Two files of one study: which edits each has that the other lacks, and which cells say something else in them."""

from dataclasses import dataclass
from pathlib import Path

from parties_of_power.study.history import HistoryEntry, history
from parties_of_power.study.study import Study

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CopyDifferences:
    """`shared` is the number of the last edit that both have, 0 where they have none in common. `here` and `there` are
    the edits in force that only one of them has, newest first; `cells` the subject and attribute of every cell whose
    observations differ."""

    shared: int
    here: tuple[HistoryEntry, ...]
    there: tuple[HistoryEntry, ...]
    cells: tuple[Cell, ...]

    @property
    def is_same(self) -> bool:
        return not (self.here or self.there or self.cells)


def compare_with(study: Study, path: Path) -> CopyDifferences:
    """The other file is only read; it may be open elsewhere. StudyError where it is no study."""
    with Study.open(path, read_only=True) as other:
        mine, theirs = _chain(study), _chain(other)
        length = next((i for i, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), None)
        shared = min(len(mine), len(theirs)) if length is None else length
        return CopyDifferences(
            mine[shared - 1][0] if shared else 0,
            _entries(study, {number for number, _at, _digest in mine[shared:]}),
            _entries(other, {number for number, _at, _digest in theirs[shared:]}),
            tuple(sorted({(subject, attribute) for _id, _digest, subject, attribute in _rows(study) ^ _rows(other)})),
        )


def _chain(study: Study) -> list[tuple[int, str, bytes]]:
    """The edits in force, oldest first, each as nobody else made it."""
    chosen = "SELECT number, at, sha256 FROM history WHERE state IN ('done', 'kept') ORDER BY number"
    return [(number, at, digest) for number, at, digest in study.rows(chosen)]


def _entries(study: Study, numbers: set[int]) -> tuple[HistoryEntry, ...]:
    return tuple(entry for entry in history(study) if entry.number in numbers)


def _rows(study: Study) -> set[tuple[int, int, int, int]]:
    """The digest of a row stands for all that it says."""
    chosen = "SELECT id, digest, subject_id, attribute_id FROM observation"
    return {(row_id, digest, subject, attribute) for row_id, digest, subject, attribute in study.rows(chosen)}
