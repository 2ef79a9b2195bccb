"""What a selection of cells amounts to: count, mean, median, spread, and how many were skipped for which reason."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, sqrt

from parties_of_power.analysis.cell import Cell
from parties_of_power.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class Summary:
    """Of the cells with a number; None where that is not defined. `sd` is that of a sample (n - 1).

    `skipped` and `bases` are (words, how many), most frequent first.
    """

    cells: int
    n: int
    mean: float | None
    median: float | None
    sd: float | None
    min: float | None
    max: float | None
    sum: float | None
    skipped: tuple[tuple[str, int], ...]
    bases: tuple[tuple[str, int], ...]

    @property
    def skipped_words(self) -> str:
        """`skipped none`, `not coded 2 · ended 1`."""
        return _counted(self.skipped) or _("skipped none")

    @property
    def bases_words(self) -> str:
        """Blank, unless they differ: then they are no numbers of one kind."""
        return _("bases differ: {bases}").format(bases=_counted(self.bases, ", ")) if len(self.bases) > 1 else ""


def summary(cells: Iterable[Cell]) -> Summary:
    listed = tuple(cells)
    counted = [cell for cell in listed if _number(cell) is not None]
    numbers = sorted(number for cell in listed if (number := _number(cell)) is not None)
    mean = fsum(numbers) / len(numbers) if numbers else None
    return Summary(
        cells=len(listed),
        n=len(numbers),
        mean=mean,
        median=_median(numbers),
        sd=_sd(numbers, mean),
        min=numbers[0] if numbers else None,
        max=numbers[-1] if numbers else None,
        sum=fsum(numbers) if numbers else None,
        skipped=_most_frequent(skip_reason(cell) for cell in listed if _number(cell) is None),
        bases=_most_frequent(cell.base or _("base not stated") for cell in counted) if _has_base(counted) else (),
    )


def skip_reason(cell: Cell) -> str:
    """Why a cell is not counted: its missing reason, its computed state, or that it is no number."""
    if cell.state == "ended":
        return _("ended")
    if cell.state == "wrong":
        return _("cannot be read")
    if cell.state in ("value", "field"):
        return _("no number")
    return cell.text


def n_of(part: Summary) -> str:
    """`6 of 8`."""
    return ngettext("{n} of {count}", "{n} of {count}", part.cells).format(n=part.n, count=part.cells)


def _number(cell: Cell) -> float | None:
    return cell.number if cell.state == "value" else None


def _has_base(cells: Iterable[Cell]) -> bool:
    return any(cell.base for cell in cells)


def _median(numbers: list[float]) -> float | None:
    if not numbers:
        return None
    middle = len(numbers) // 2
    return numbers[middle] if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) / 2


def _sd(numbers: list[float], mean: float | None) -> float | None:
    if mean is None or len(numbers) < 2:
        return None
    return sqrt(fsum((number - mean) ** 2 for number in numbers) / (len(numbers) - 1))


def _most_frequent(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(words).most_common())


def _counted(words: Iterable[tuple[str, int]], between: str = " · ") -> str:
    return between.join(_("{what} {count}").format(what=what, count=count) for what, count in words)
