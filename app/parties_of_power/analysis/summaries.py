"""What cells of a column amount to: count, mean, median, spread, and how many were skipped for which reason.

numpy is imported with the first summary: the first table is painted without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.entries import id_list
from parties_of_power.analysis.showing import figures
from parties_of_power.domain.observations import base_name
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

if TYPE_CHECKING:
    from parties_of_power.analysis.shown import ShownColumn, Truths
    from parties_of_power.analysis.slices import Integers


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
    bases: tuple[tuple[str, int], ...] = ()

    @property
    def skipped_words(self) -> str:
        """`skipped none`, `not coded 2 · ended 1`."""
        return _counted(self.skipped) or _("skipped none")

    @property
    def bases_words(self) -> str:
        """Blank, unless they differ: then they are no numbers of one kind."""
        return _("bases differ: {bases}").format(bases=_counted(self.bases, ", ")) if len(self.bases) > 1 else ""


def column_summary(shown: ShownColumn, rows: Integers, *, is_numeric: bool) -> Summary:
    """Of these rows of a column, as places of its rows. Of a column without numbers only how many have an answer."""
    import numpy as np

    counted = ~np.isnan(shown.numbers[rows]) if is_numeric else _answered(shown)[shown.place[rows]]
    numbers = np.sort(shown.numbers[rows][counted]) if is_numeric else np.zeros(0)
    skipped = np.unique(shown.place[rows][~counted], return_counts=True)
    return Summary(
        cells=len(rows),
        n=int(np.count_nonzero(counted)),
        mean=float(numbers.mean()) if len(numbers) else None,
        median=float(np.median(numbers)) if len(numbers) else None,
        sd=float(numbers.std(ddof=1)) if len(numbers) > 1 else None,
        min=float(numbers[0]) if len(numbers) else None,
        max=float(numbers[-1]) if len(numbers) else None,
        sum=float(numbers.sum()) if len(numbers) else None,
        skipped=_skipped(shown, *skipped),
    )


def bases_of(study: Study, known: Summary, shown: ShownColumn, rows: Integers) -> Summary:
    """The summary with what its shares are of, where that is stated of any of them."""
    import numpy as np

    counted = rows[~np.isnan(shown.numbers[rows])]
    sql = "SELECT base, count(*) FROM observation WHERE id IN (SELECT value FROM json_each(?)) GROUP BY base"
    found = dict(study.rows(sql, (id_list(shown.observation_ids[counted].tolist()),)))
    if not any(found):
        return known
    words = Counter({base_name(base) or _("base not stated"): 0 for base in found})
    for base, count in found.items():
        words[base_name(base) or _("base not stated")] += count
    return replace(known, bases=tuple(words.most_common()))


def skip_words(text: str, state: str) -> str:
    """Why a cell is not counted: its missing reason, its computed state, or that it is no number."""
    if state == "ended":
        return _("ended")
    if state == "wrong":
        return _("cannot be read")
    return _("no number") if state in ("value", "field") else text


def skip_reason(cell: Cell) -> str:
    return skip_words(cell.text, cell.state)


def figures_of(known: Summary, decimals: int | None) -> tuple[tuple[str, str], ...]:
    """(what, figure), as `mean` and `72.9`; nothing for what is not defined. A mean of whole numbers has one decimal
    place."""
    computed = decimals or 1
    listed = (
        (_("n"), float(known.n), 0),
        (_("mean"), known.mean, computed),
        (_("median"), known.median, computed),
        (_("sd"), known.sd, computed),
        (_("min"), known.min, decimals),
        (_("max"), known.max, decimals),
        (_("sum"), known.sum, decimals),
    )
    return tuple((what, figures(f"{number:.12g}", places)) for what, number, places in listed if number is not None)


def mean_words(known: Summary, decimals: int | None) -> tuple[str, str]:
    """`mean 66.0` and `6 of 8`; without a mean only the second."""
    mean = "" if known.mean is None else _("mean {mean}").format(mean=figures(f"{known.mean:.12g}", decimals or 1))
    return mean, n_of(known)


def n_of(part: Summary) -> str:
    """`6 of 8`."""
    return ngettext("{n} of {count}", "{n} of {count}", part.cells).format(n=part.n, count=part.cells)


def _answered(shown: ShownColumn) -> Truths:
    import numpy as np

    texts = zip(shown.states(), shown.texts, strict=True)
    return np.array([state in ("value", "field") and bool(text) for state, text in texts], np.bool_)


def _skipped(shown: ShownColumn, places: Integers, counts: Integers) -> tuple[tuple[str, int], ...]:
    words: Counter[str] = Counter()
    for place, count in zip(places.tolist(), counts.tolist(), strict=True):
        words[skip_words(shown.texts[place], shown.state(place)) or _("blank")] += count
    return tuple(words.most_common())


def _counted(words: Iterable[tuple[str, int]], between: str = " · ") -> str:
    return between.join(_("{what} {count}").format(what=what, count=count) for what, count in words)
