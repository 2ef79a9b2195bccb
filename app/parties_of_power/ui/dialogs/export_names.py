"""The names of files that are exported: what no system allows is left out, and the ending says the format."""

from __future__ import annotations

import re
from pathlib import Path

from parties_of_power.exchange.definition import Format
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.texts import _


def file_name(text: str) -> str:
    """The text without what no system allows in the name of a file."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", text).strip(" .") or _("Comparison")


def filter_words(of: Format) -> str:
    """A format as the file dialog offers it: `Stata (*.dta)`."""
    return f"{of.name} ({' '.join('*' + ending for ending in of.endings)})"


def with_ending(path: Path, chosen: str, proposed: str = "") -> Path:
    """The name as typed, or with the ending of the format that was chosen beside it, which the name that was proposed
    takes as well. Of an ending of two parts the first is added: `.csv` becomes `.long.csv`."""
    ending = next((each.endings[0] for each in FORMATS if chosen == filter_words(each)), FORMATS[0].endings[0])
    if not path.suffix:
        return path.with_name(path.name + ending)
    is_half = ending.endswith(path.suffix.casefold()) and not path.name.casefold().endswith(ending)
    return path.with_name(path.stem + ending) if is_half or path.name == proposed else path


def free_name(path: Path) -> Path:
    """The path, or one like it that is not there yet, so that Enter replaces nothing: `Parties 2008-11-25 (2).xlsx`."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return free
