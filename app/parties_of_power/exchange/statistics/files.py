"""What the files of Stata and SPSS share: a frame of columns, what stands in the labels, and reading back."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parties_of_power.domain.dates import iso
from parties_of_power.exchange.definition import Export, ExportRefused
from parties_of_power.exchange.safe_cells import Alterations, printable
from parties_of_power.exchange.statistics.definition import Variable
from parties_of_power.texts import _

if TYPE_CHECKING:
    import pandas as pd

# What both programs keep for missing values lies beyond it.
LARGEST_NUMBER = 8.9e307


def frame_of(columns: dict[str, list[Any]], texts: set[str]) -> pd.DataFrame:
    """Numbers as such, and as objects where a letter stands among them; never whole numbers, whose gaps would become
    noughts."""
    import pandas as pd

    series = {
        name: pd.Series(values, dtype=object if name in texts or any(isinstance(v, str) for v in values) else float)
        for name, values in columns.items()
    }
    return pd.DataFrame(series)


def text_values(variable: Variable, changes: Alterations) -> list[str]:
    return [printable(str(each.value or ""), changes, variable.name) for each in variable.data]


def checked_numbers(variable: Variable) -> None:
    """ExportRefused where a number is too large for the file."""
    if any(abs(number) > LARGEST_NUMBER for number in variable.numbers):
        raise ExportRefused(
            _("“{column}” holds a number that is too large for this format: export to CSV.").format(
                column=variable.label
            )
        )


def file_label(export: Export) -> str:
    """`Parties of power in 2008, as of 2008-11-25`: the day comes first where a label would be cut."""
    return _("As of {day}: {comparison}").format(day=iso(export.table.day), comparison=export.table.comparison.name)


def cut_bytes(text: str, most: int) -> str:
    """At most so many bytes of UTF-8, no character halved; in one line."""
    return " ".join(text.split()).encode("utf-8")[:most].decode("utf-8", "ignore")


def written(write: Callable[[], None]) -> None:
    """ExportRefused with what the library says where it cannot write."""
    import pyreadstat

    try:
        write()
    except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as wrong:
        raise ExportRefused(_("The file cannot be written: {detail}.").format(detail=str(wrong).rstrip("."))) from wrong


def verify(path: Path, columns: dict[str, list[Any]], read: Callable[..., Any]) -> None:
    """Reads the file back with its missing values; ExportRefused where it does not hold the same."""
    import pyreadstat

    try:
        frame, _meta = read(str(path), user_missing=True, disable_datetime_conversion=True)
    except (pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as wrong:
        raise _thrown_away() from wrong
    if list(frame.columns) != list(columns) or not all(
        _are_equal(columns[name], list(frame[name])) for name in columns
    ):
        raise _thrown_away()


def _are_equal(put: Sequence[Any], got: Sequence[Any]) -> bool:
    """SPSS fills texts up with blanks, so those at their ends are not told apart."""
    return len(put) == len(got) and all(_same(one, other) for one, other in zip(put, got, strict=True))


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and isinstance(other, str) and one.rstrip(" ") == other.rstrip(" ")
    is_missing = one is None or math.isnan(one)
    return math.isnan(other) if is_missing else bool(one == other)


def _thrown_away() -> ExportRefused:
    return ExportRefused(_("The file did not hold what was written, so it was thrown away: try again."))
