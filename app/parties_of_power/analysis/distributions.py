"""How the values of a column are distributed: a bar for each bin, year or choice, and why there is no value.

All counting is done over rows as listed, of which `others` pass the filters of the other columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parties_of_power.analysis.bars import Shape, bars_of, numbers_of, shape_of, texts_of
from parties_of_power.analysis.bins import Numbers
from parties_of_power.analysis.columns import NO_RANK
from parties_of_power.analysis.shown import ShownColumn, Truths
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.attributes import Attribute, Choice
from parties_of_power.domain.comparisons import FILTER_STATES, Column
from parties_of_power.domain.observations import MISSING_REASONS, missing_name
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.analysis.table import ComparisonTable

_NO_FIGURE = "no_figure"


@dataclass(frozen=True, slots=True)
class Part:
    """A bar, or one reason for which there is no value: how many rows pass the other filters, and of these how many
    pass the column's own as well. `state` is that of a reason."""

    words: str
    count: int
    passing: int
    state: str = ""
    is_rest: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """`edges` are those of the bins, as numbers or years; choices and texts have none. `answered` is how many rows have
    a value, `distinct` how many different ones these are. `numbers` are those of all rows as listed. The texts of a bar
    or a reason are all that its cells may show."""

    shape: Shape
    bars: tuple[Part, ...]
    reasons: tuple[Part, ...]
    answered: int
    distinct: int
    edges: tuple[float, ...]
    numbers: Numbers
    others: Truths
    texts_of_bar: Callable[[int], frozenset[str]]
    texts_of_reason: Callable[[int], frozenset[str]]
    _rows_of_bar: Callable[[int], Truths]
    _rows_of_reason: Callable[[int], Truths]
    _counts_of_bars: Callable[[Truths], Integers]

    def rows_of_bar(self, bar: int) -> Truths:
        """Which rows as listed a bar counts."""
        return self._rows_of_bar(bar) & self.others

    def rows_of_reason(self, reason: int) -> Truths:
        return self._rows_of_reason(reason) & self.others

    def counted(self, rows: Truths) -> list[int]:
        """How many of these rows each bar counts."""
        counts: list[int] = self._counts_of_bars(rows & self.others).tolist()
        return counts


def distributions_of(
    table: ComparisonTable, catalogue: Catalogue, columns: Iterable[Column]
) -> dict[int, Distribution]:
    """Of these columns of a table, by their ids. Names and ranks have none: each row has its own."""
    found = {}
    of_all: Truths | None = None
    for column in columns:
        if column.field == "name" or column.is_of_ranking:
            continue
        if column.filter is None:
            of_all = others = table.passing() if of_all is None else of_all
            own = others
        else:
            others, own = table.passing(column), table.filtered(column, column.filter)
        attribute = catalogue.attributes.get(column.attribute_id or 0)
        choices = catalogue.choices_of(attribute.id) if attribute else ()
        found[column.id] = distribution(table.shown_column(column), others, own, attribute, choices)
    return found


def distribution(
    shown: ShownColumn,
    others: Truths,
    own: Truths,
    attribute: Attribute | None = None,
    choices: Sequence[Choice] = (),
) -> Distribution:
    """Of a column; `own` are the rows that pass its own filter."""
    shape = shape_of(attribute, choices)
    valued: Truths = shown.ranks != NO_RANK
    numbers = numbers_of(shown, valued, shape)
    figured = valued & ~np.isnan(numbers) if shape in ("numbers", "years") else valued
    bars = bars_of(shown, numbers, figured, shape, choices)
    reasons, rows_of_reason = _reasons(shown, valued, figured, others, others & own)
    counts, passing = bars.counts(others & figured).tolist(), bars.counts(others & figured & own).tolist()
    last = len(bars.words) - 1 if bars.has_rest else -1
    return Distribution(
        shape=shape,
        bars=tuple(
            Part(words, counts[place], passing[place], is_rest=place == last) for place, words in enumerate(bars.words)
        ),
        reasons=reasons,
        answered=int(np.count_nonzero(others & figured)),
        distinct=int(np.count_nonzero(np.bincount(shown.place[others & valued], minlength=1))),
        edges=bars.edges,
        numbers=numbers,
        others=others,
        texts_of_bar=bars.texts_of,
        texts_of_reason=lambda reason: texts_of(shown, rows_of_reason(reason)),
        _rows_of_bar=bars.rows_of,
        _rows_of_reason=rows_of_reason,
        _counts_of_bars=lambda rows: bars.counts(rows & figured),
    )


def _reasons(
    shown: ShownColumn, valued: Truths, figured: Truths, others: Truths, passing: Truths
) -> tuple[tuple[Part, ...], Callable[[int], Truths]]:
    """Why rows have no value, in the order of the missing reasons, then what is computed; values without a figure."""
    places: dict[str, list[int]] = {}
    for place in np.unique(shown.place[~valued]).tolist():
        places.setdefault(shown.state(place), []).append(place)
    order = [each for each in FILTER_STATES if each in places] + sorted(set(places) - set(FILTER_STATES))
    rows = [~valued & np.isin(shown.place, places[state]) for state in order]
    if (unfigured := valued & ~figured).any():
        order.append(_NO_FIGURE)
        rows.append(unfigured)
    parts = tuple(
        Part(reason_words(state), int((held & others).sum()), int((held & passing).sum()), state)
        for state, held in zip(order, rows, strict=True)
    )
    return parts, lambda reason: rows[reason]


def reason_words(state: str) -> str:
    """Why there is no value, as it stands beside a count."""
    reason = next((each for each in MISSING_REASONS if each == state), None)
    if reason is not None:
        return missing_name(reason)
    words = {
        "ended": _("ended"),
        "not_founded": _("not yet founded"),
        "wrong": _("cannot be read"),
        _NO_FIGURE: _("no first day or number"),
    }
    return words.get(state) or _("blank")
