"""What a format is: a kind of file that a comparison, and perhaps the study behind it, can be written to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.exchange.options import USUAL, Options
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study

# Told how much is done, from 0 to 1, while a file is written; it may raise `Cancelled`.
Progress = Callable[[float], None]


class Cancelled(Exception):
    """The user stopped an export; whatever stood at the target is as it was."""


class ExportRefused(StudyError):
    """The file cannot be written; the text says why, and whatever stood at the target is as it was."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported: a comparison as of a day, and the study behind it. Only a workbook has `options`."""

    study: Study
    columns: Columns
    table: ComparisonTable
    options: Options = USUAL


@dataclass(frozen=True, slots=True)
class Format:
    """`endings` are those of its files, the usual one first. `write` writes to a path of its own and reads back what it
    wrote; it answers one sentence for everything that had to change."""

    key: str
    name: str
    endings: tuple[str, ...]
    write: Callable[[Export, Path, Progress], list[str]]
