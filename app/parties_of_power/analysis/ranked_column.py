"""The column of ranks: read from the columns of a ranking, with the ends between which each number may lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from parties_of_power.analysis.columns import NO_RANK, Columns
from parties_of_power.analysis.computed_column import reckoned_ends
from parties_of_power.analysis.entries import Entry, entries_of
from parties_of_power.analysis.ranking import NO_SCORE, Measure, Numbers, Ranking, rank_rows
from parties_of_power.analysis.ranking_cell import RankCell, Share, WeightOf, no_score
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.shown import ShownColumn, Truths
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Weight
from parties_of_power.domain.moments import When, day_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_CONTESTED = "SELECT DISTINCT subject_id FROM observation WHERE attribute_id = ? AND standing = 'rival'"
_INTERVALS = (
    "SELECT id, coalesce(low, number), coalesce(high, number) FROM observation WHERE attribute_id = ?"
    " AND standing = 'adopted' AND number IS NOT NULL AND (low IS NOT NULL OR high IS NOT NULL) ORDER BY id"
)
_MOST_CELLS = 200_000


@dataclass(frozen=True, slots=True)
class RankedColumn(ShownColumn):
    """The ranks as a column to be sorted by, and how they came about. `sharing` is how many rows have each rank,
    `measured` are the columns that were read."""

    ranking: Ranking | None = None
    sharing: Integers = field(default_factory=lambda: np.zeros(1, np.int64))
    weights: tuple[WeightOf, ...] = ()
    measured: tuple[ShownColumn, ...] = ()

    def state(self, place: int) -> str:
        return "value" if place else "not_coded"

    def cell(self, subject_id: int, row: int) -> RankCell:
        """Of a row as listed."""
        ranking = self.ranking
        assert ranking is not None, "made with one"
        rank = int(ranking.rank[row])
        if rank == NO_SCORE:
            return no_score(subject_id, self._lacking(ranking, row))
        amounts = zip(self.weights, ranking.shares[row].tolist(), strict=True)
        return RankCell(
            subject_id,
            None,
            str(rank),
            "value",
            number=float(rank),
            low=float(ranking.best[row]),
            high=float(ranking.worst[row]),
            score=float(ranking.score[row]),
            least=float(ranking.low[row]),
            most=float(ranking.high[row]),
            count=int(self.sharing[1:].sum()),
            sharing=int(self.sharing[rank]),
            shares=tuple(Share(of, amount) for of, amount in amounts),
        )

    def _lacking(self, ranking: Ranking, row: int) -> tuple[Share, ...]:
        texts = [shown.texts[int(shown.place[row])] for shown in self.measured]
        lacking = ranking.lacking[row].tolist()
        return tuple(
            Share(of, 0.0, (text or _("blank")) if lacks else "")
            for of, text, lacks in zip(self.weights, texts, lacking, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Ranked:
    """A column of the ranking as it is shown, with the ends of each of its numbers."""

    title: str
    weight: Weight
    shown: ShownColumn
    low: Numbers
    high: Numbers


def ranked_column(ranked: Sequence[Ranked], passing: Truths) -> RankedColumn:
    """Of the rows that pass the filters; the others have no rank."""
    measures = [
        Measure(
            np.where(passing, each.shown.numbers, np.nan),
            each.low,
            each.high,
            each.weight.weight,
            each.weight.less_is_better,
        )
        for each in ranked
    ]
    ranking = rank_rows(measures)
    distinct, place = np.unique(ranking.rank, return_inverse=True)
    if not len(distinct) or distinct[0] != NO_SCORE:
        distinct, place = np.insert(distinct, 0, NO_SCORE), place + 1
    texts = (_("no score"), *map(str, distinct[1:].tolist()))
    has_rank = ranking.rank != NO_SCORE
    total = sum(each.weight.weight for each in ranked)
    return RankedColumn(
        place=place.astype(np.int64),
        texts=texts,
        folded=tuple(text.casefold() for text in texts),
        ranks=np.where(has_rank, ranking.rank, NO_RANK),
        numbers=np.where(has_rank, ranking.rank, np.nan),
        observation_ids=np.zeros(len(place), np.int64),
        ranking=ranking,
        sharing=np.bincount(ranking.rank, minlength=1),
        weights=tuple(WeightOf(each.title, each.weight.weight / total, each.weight.less_is_better) for each in ranked),
        measured=tuple(each.shown for each in ranked),
    )


class Ends:
    """Between which ends the numbers in force may lie: those of their intervals and of the rivals that are to be
    settled. Values that differ by rounding or base only are no rivals here, nor those without a number. Of a computed
    column the intervals count, which its formula carries on, and not the rivals of what it reads.

    Keeps what it has read of an attribute until it is told to forget it.
    """

    def __init__(self, study: Study, columns: Columns, reader: CellReader) -> None:
        self._study = study
        self._columns = columns
        self._reader = reader
        self._intervals: dict[int, tuple[Integers, Numbers, Numbers]] = {}
        self._contested: dict[int, dict[int, tuple[Entry, ...]]] = {}
        self._rivals: dict[tuple[int, int, When], tuple[float, float]] = {}

    def of(
        self, attribute: Attribute, shown: ShownColumn, asked: Sequence[int], whens: Sequence[When]
    ) -> tuple[Numbers, Numbers]:
        """Of the rows of a column: whom each asks, and what it is read at; nan where there is no number."""
        if attribute.is_computed:
            days = np.array([day_of(each) for each in whens], np.int32)
            low, high = reckoned_ends(self._study, self._columns, attribute, asked, days)
        else:
            low, high = self._of_intervals(attribute.id, shown)
            rows, ends = self._of_rivals(attribute, shown, np.array(asked, np.int64), whens)
            low[rows], high[rows] = np.fmin(low[rows], ends[:, 0]), np.fmax(high[rows], ends[:, 1])
        return np.fmin(low, shown.numbers), np.fmax(high, shown.numbers)

    def forget(self, attribute_id: int) -> None:
        self._intervals.pop(attribute_id, None)
        self._contested.pop(attribute_id, None)
        self._rivals = {cell: ends for cell, ends in self._rivals.items() if cell[0] != attribute_id}

    def _of_intervals(self, attribute_id: int, shown: ShownColumn) -> tuple[Numbers, Numbers]:
        if attribute_id not in self._intervals:
            rows = list(self._study.rows(_INTERVALS, (attribute_id,)))
            ids, lows, highs = zip(*rows, strict=True) if rows else ((), (), ())
            self._intervals[attribute_id] = (
                np.array(ids, np.int64),
                np.array(lows, np.float64),
                np.array(highs, np.float64),
            )
        known_ids, least, most = self._intervals[attribute_id]
        low, high = shown.numbers.copy(), shown.numbers.copy()
        if len(known_ids):
            place = np.minimum(np.searchsorted(known_ids, shown.observation_ids), len(known_ids) - 1)
            known = known_ids[place] == shown.observation_ids
            low[known], high[known] = least[place[known]], most[place[known]]
        return low, high

    def _of_rivals(
        self, attribute: Attribute, shown: ShownColumn, asked: Integers, whens: Sequence[When]
    ) -> tuple[Integers, Numbers]:
        """The rows that have rivals, and between which ends the rivals of each lie."""
        contested = self._entries_of(attribute.id)
        rows = np.flatnonzero(np.isin(asked, np.array(list(contested), np.int64)) & ~np.isnan(shown.numbers))
        if len(self._rivals) > _MOST_CELLS:
            self._rivals.clear()
        ends = np.zeros((len(rows), 2))
        for place, row in enumerate(rows.tolist()):
            key = attribute.id, int(asked[row]), whens[row]
            if key not in self._rivals:
                self._rivals[key] = self._ends_of_rivals(attribute, contested[key[1]], whens[row])
            ends[place] = self._rivals[key]
        return rows, ends

    def _entries_of(self, attribute_id: int) -> dict[int, tuple[Entry, ...]]:
        """Of each subject with a rival all its observations of the attribute."""
        if attribute_id not in self._contested:
            subjects = [row[0] for row in self._study.rows(_CONTESTED, (attribute_id,))]
            found = entries_of(self._study, subjects, (attribute_id,)) if subjects else {}
            self._contested[attribute_id] = {subject_id: entries for (subject_id, _each), entries in found.items()}
        return self._contested[attribute_id]

    def _ends_of_rivals(self, attribute: Attribute, entries: Sequence[Entry], when: When) -> tuple[float, float]:
        reading = self._reader.reading(attribute, entries, when)
        counted = [each for each in reading.rivals if each.number is not None and not each.wrong]
        ends = [end for each in counted for end in (each.number, each.low, each.high) if end is not None]
        return (min(ends), max(ends)) if ends else (np.nan, np.nan)
