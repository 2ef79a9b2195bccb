"""What a cell that came back says: whether it is as it was written, and what somebody would have typed to say it."""

import math

from parties_of_power.analysis.showing import missing_short
from parties_of_power.domain.kinds import Kind, Names
from parties_of_power.domain.observations import MISSING_REASONS, Missing, missing_name
from parties_of_power.exchange.guarded.definition import ReadCell
from parties_of_power.exchange.guarded.numbers import day_text, number_text
from parties_of_power.exchange.returned.exported import Written
from parties_of_power.study.typed import read
from parties_of_power.texts import _

_YEARS = range(1800, 2101)  # a number in a column of dates that is more likely a year than a day of 1904 or 1905
_SAME = 1e-14  # of a number: Excel keeps 15 digits


def is_blank(cell: ReadCell | None) -> bool:
    return cell is None or (cell.kind == "text" and not cell.text.strip())


def is_as_written(written: Written, cell: ReadCell | None) -> bool:
    """Apart from blanks around and between words, and from what a number looks like."""
    if cell is None or written is None:
        return is_blank(cell) and not isinstance(written, float) and not _folded(written)
    if isinstance(written, str):
        return cell.kind == "text" and (cell.text == written or _folded(cell.text) == _folded(written))
    if cell.kind not in ("number", "date") or cell.number is None:
        return False
    return cell.number == written or math.isclose(cell.number, written, rel_tol=_SAME)


def typed_text(cell: ReadCell, kind_key: str) -> str:
    """What is typed to say it, in an attribute of this kind."""
    if cell.kind == "truth":
        if kind_key == "yes_no":
            return _("yes") if cell.number else _("no")
        return cell.text
    if cell.kind == "number" and cell.number is not None:
        return _number_typed(cell, cell.number, kind_key)
    return cell.text.strip()


def missing_reason(text: str) -> Missing:
    """The missing reason that words mean; blank for none."""
    wanted = _folded(text).casefold()
    for reason in MISSING_REASONS:
        if wanted in (reason, missing_short(reason).casefold(), missing_name(reason).casefold()):
            return reason
    return ""


def means(text: str, meant: str, kind: Kind, names: Names) -> bool:
    """Whether typing the text would say what a cell of the study means (see `recording.meant_by`)."""
    if meant.startswith("missing:"):
        return missing_reason(text) == meant.removeprefix("missing:")
    if meant.startswith("wrong:"):
        return _folded(text) == _folded(meant.removeprefix("wrong:"))
    if not meant:
        return not text
    said = read(text, kind, names)
    return bool(said.value) and said.out_of is None and not kind.differs(said.value, meant)


def _number_typed(cell: ReadCell, number: float, kind_key: str) -> str:
    if kind_key == "percent" and (cell.is_percent or abs(number) <= 1):
        return number_text(float(f"{number * 100:.15g}"))
    if kind_key == "date" and number not in _YEARS:
        return day_text(number) or cell.text
    return cell.text


def _folded(text: Written) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
