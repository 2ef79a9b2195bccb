"""What a distribution says in words: of a bar its count and its parties, of a drag how many rows it would leave."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from parties_of_power.analysis.brushing import range_filter
from parties_of_power.analysis.distributions import Distribution, Part
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.comparison.model import ComparisonModel

if TYPE_CHECKING:
    from parties_of_power.analysis.shown import Truths

MOST_NAMED = 10


def whole_words(of: Distribution) -> str:
    """`13 with a value, most in 30 to under 40: 3 rows, not yet coded: 6 rows`: the distribution in a sentence."""
    parts = [_("{count} with a value").format(count=of.answered)]
    if of.bars:
        parts.append(_("most in {bar}").format(bar=part_words(max(of.bars, key=lambda bar: bar.count))))
    else:
        parts.append(ngettext("{count} different", "{count} different", of.distinct).format(count=of.distinct))
    return ", ".join([*parts, *map(part_words, of.reasons)])


def bar_words(model: ComparisonModel, of: Distribution, bar: int) -> str:
    """`60 to under 70: 3 rows` and the first of them."""
    return _with_names(model, part_words(of.bars[bar]), of.rows_of_bar(bar))


def reason_words(model: ComparisonModel, of: Distribution, reason: int) -> str:
    return _with_names(model, part_words(of.reasons[reason]), of.rows_of_reason(reason))


def part_words(part: Part) -> str:
    """`60 to under 70: 3 rows`, with a filter of the column `2 of 3 rows`."""
    if part.passing == part.count:
        return counted_words(part.words, part.count)
    words = ngettext("{what}: {passing} of {count} row", "{what}: {passing} of {count} rows", part.count)
    return words.format(what=part.words, count=part.count, passing=part.passing)


def counted_words(what: str, count: int) -> str:
    return ngettext("{what}: {count} row", "{what}: {count} rows", count).format(what=what, count=count)


def preview_words(of: Distribution, bars: Collection[int]) -> str:
    """`11 of 41 · 60 to 80`: the rows that would be shown."""
    if of.edges:
        first, last = range_filter(of, min(bars), max(bars)).texts
        words = first if first == last else _("{low} to {high}").format(low=first, high=last)
    else:
        words = ", ".join(of.bars[bar].words for bar in sorted(bars))
    return _("{shown} of {listed} · {what}").format(shown=in_bars(of, bars), listed=len(of.others), what=words)


def in_bars(of: Distribution, bars: Collection[int]) -> int:
    """How many rows these bars count together; several choices in one cell are one row."""
    rows = of.rows_of_bar(min(bars))
    for bar in bars:
        rows = rows | of.rows_of_bar(bar)
    return int(rows.sum())


def _with_names(model: ComparisonModel, words: str, rows: Truths) -> str:
    table = model.table
    if table is None or len(rows) != len(table.all_row_ids):
        return words
    ids = list(dict.fromkeys(table.all_row_ids[place] for place in rows.nonzero()[0].tolist()))
    day, catalogue = model.workspace.as_of, model.workspace.catalogue
    names = [catalogue.shown_name(each, day).text for each in ids[:MOST_NAMED]]
    if len(ids) > MOST_NAMED:
        names.append(_("and {count} more").format(count=len(ids) - MOST_NAMED))
    return "\n".join((words, *names))
