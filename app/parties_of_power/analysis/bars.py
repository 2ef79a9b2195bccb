"""The bars of a column before they are counted: a bin of numbers or years each, or a choice of the codebook each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from parties_of_power.analysis.bins import Numbers, bins_of, edges_of
from parties_of_power.analysis.showing import figures
from parties_of_power.analysis.shown import ShownColumn, Truths
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.attributes import Attribute, Choice
from parties_of_power.domain.days import day_number, year_words
from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _

Shape = Literal["numbers", "years", "choices", "texts"]
MOST_CHOICES = 12
_EPOCH = day_number(1970, 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Bars before they are counted: words, texts, whether the last is the rest; and which rows each holds."""

    words: Sequence[str]
    texts_of: Callable[[int], frozenset[str]]
    rows_of: Callable[[int], Truths]
    counts: Callable[[Truths], Integers]
    edges: tuple[float, ...] = ()
    has_rest: bool = False


def shape_of(attribute: Attribute | None, choices: Sequence[Choice]) -> Shape:
    if attribute is None:
        return "texts"
    if kind(attribute.kind).is_numeric:
        return "numbers"
    if attribute.kind == "yes_no" or choices:
        return "choices"
    return "years" if attribute.kind == "date" else "texts"


def numbers_of(shown: ShownColumn, valued: Truths, shape: Shape) -> Numbers:
    """What is counted in bins: a date counts by the year of its earliest day."""
    numbers: Numbers = np.where(valued, shown.numbers, np.nan)
    if shape != "years":
        return numbers
    years = np.full(len(numbers), np.nan)
    known = ~np.isnan(numbers)
    days = (numbers[known].astype(np.int64) - _EPOCH).astype("datetime64[D]")
    years[known] = days.astype("datetime64[Y]").astype(np.int64) + 1970
    return years


def bars_of(shown: ShownColumn, numbers: Numbers, figured: Truths, shape: Shape, choices: Sequence[Choice]) -> Bars:
    if shape == "choices":
        return _bars_of_choices(shown, choices)
    if shape == "texts" or not figured.any():
        return _no_bars(len(figured))
    edges = edges_of(numbers[figured], closes=shape == "numbers")
    bins, count = bins_of(numbers, edges), len(edges) - 1
    words = bin_words(edges, numbers[figured], shape)

    def counts(rows: Truths) -> Integers:
        found: Integers = np.bincount(bins[rows & (bins >= 0)], minlength=count)
        return found

    def rows_of(bar: int) -> Truths:
        held: Truths = bins == bar
        return held

    return Bars(words, lambda bar: texts_of(shown, bins == bar), rows_of, counts, tuple(edges.tolist()))


def _no_bars(rows: int) -> Bars:
    none = np.zeros(rows, np.bool_)
    return Bars((), lambda _bar: frozenset(), lambda _bar: none, lambda _rows: np.zeros(0, np.int64))


def bin_words(edges: Numbers, numbers: Numbers, shape: Shape) -> list[str]:
    """`1990 to 1994`, `60 to under 70`, the last one `90 to 100` where it holds its upper edge."""
    is_whole = bool(np.all(numbers == np.round(numbers)) and np.all(edges == np.round(edges)))
    closes = float(numbers.max()) == edges[-1]
    words = []
    for place, (low, high) in enumerate(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)):
        is_last = place == len(edges) - 2 and closes
        end = high if is_last or not is_whole else high - 1
        first, last = edge_words(low, shape), edge_words(end, shape)
        if first == last:
            words.append(first)
        elif is_whole or is_last:
            words.append(_("{low} to {high}").format(low=first, high=last))
        else:
            words.append(_("{low} to under {high}").format(low=first, high=last))
    return words


def edge_words(edge: float, shape: Shape) -> str:
    return year_words(int(edge)) if shape == "years" else figures(f"{edge:.12g}")


def texts_of(shown: ShownColumn, rows: Truths) -> frozenset[str]:
    """What the cells of these rows show."""
    return frozenset(shown.texts[place] for place in np.unique(shown.place[rows]).tolist())


def _bars_of_choices(shown: ShownColumn, choices: Sequence[Choice]) -> Bars:
    """In the order of the codebook. Of many those that are chosen most often; the others are one bar, the last."""
    keys = [str(choice.id) for choice in choices] or ["yes", "no"]
    labels = [choice.label for choice in choices] or [_("yes"), _("no")]
    holds = _texts_of_choices(shown, keys)
    every = np.bincount(shown.place, minlength=len(shown.texts))
    order = np.argsort(-(holds @ every), kind="stable")
    kept = sorted(order[: MOST_CHOICES - 1].tolist()) if len(keys) > MOST_CHOICES else list(range(len(keys)))
    rest = [place for place in range(len(keys)) if place not in set(kept)]
    matrix = holds[kept]
    words = [labels[place] for place in kept]
    named = [frozenset((word,)) for word in words]
    if rest:
        matrix = np.vstack((matrix, holds[rest].any(axis=0)))
        words.append(_("other {count}").format(count=len(rest)))
        named.append(frozenset(labels[place] for place in rest))
    texts = [
        own | {shown.texts[place] for place in np.flatnonzero(held).tolist()}
        for own, held in zip(named, matrix, strict=True)
    ]

    def counts(rows: Truths) -> Integers:
        found: Integers = matrix @ np.bincount(shown.place[rows], minlength=len(shown.texts))
        return found

    return Bars(words, texts.__getitem__, lambda bar: shown.rows_of(matrix[bar].tolist()), counts, has_rest=bool(rest))


def _texts_of_choices(shown: ShownColumn, keys: Sequence[str]) -> Truths:
    """For each choice which texts name it; several choices in one cell are several."""
    place_of = {key: place for place, key in enumerate(keys)}
    holds = np.zeros((len(keys), len(shown.texts)), np.bool_)
    for text, value in enumerate(shown.values()):
        for key in value.split(";"):
            if key in place_of:
                holds[place_of[key], text] = True
    return holds
