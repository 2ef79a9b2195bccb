"""A whole column as a comparison shows it on a day: texts to filter by, ranks to sort by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.alphabet import ranks_of
from parties_of_power.analysis.columns import NO_RANK, ColumnOnDay, Columns
from parties_of_power.analysis.showing import ended_words, not_yet_founded, nothing_coded
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.study import Study

Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One place for each row: `place` of its text in `texts`, and its rank, NO_RANK where there is no value. `folded`
    are the texts without the difference of small and capital letters."""

    place: Integers
    texts: tuple[str, ...]
    folded: tuple[str, ...]
    ranks: Integers

    def containing(self, parts: Iterable[str]) -> Truths:
        """The rows whose text contains one of these parts."""
        wanted = [part.casefold() for part in parts]
        return self._rows_of([any(part in text for part in wanted) for text in self.folded])

    def showing(self, texts: Iterable[str]) -> Truths:
        """The rows that show one of these texts."""
        wanted = frozenset(texts)
        return self._rows_of([text in wanted for text in self.texts])

    def distinct(self) -> tuple[tuple[str, int], ...]:
        """The texts shown and how many rows show each, most frequent first."""
        counts: dict[str, int] = {}
        for place, count in zip(*np.unique(self.place, return_counts=True), strict=True):
            text = self.texts[int(place)]
            counts[text] = counts.get(text, 0) + int(count)
        return tuple(sorted(counts.items(), key=lambda each: -each[1]))

    def _rows_of(self, chosen: Sequence[bool]) -> Truths:
        return np.array(chosen, np.bool_)[self.place] if len(self.place) else np.zeros(0, np.bool_)


def shown_texts(texts: Sequence[str]) -> ShownColumn:
    """A column whose text of each row is known; empty texts have no rank."""
    distinct = tuple(dict.fromkeys(texts))
    place_of = {text: place for place, text in enumerate(distinct)}
    place = np.array([place_of[text] for text in texts], np.int64)
    ranks = [rank if text else NO_RANK for text, rank in zip(distinct, ranks_of(distinct), strict=True)]
    folded = tuple(text.casefold() for text in distinct)
    return ShownColumn(place, distinct, folded, np.array(ranks, np.int64)[place] if ranks else place)


def shown_attribute(
    study: Study, columns: Columns, attribute: Attribute, subject_ids: Sequence[int], day: int, *, last_day: bool
) -> ShownColumn:
    """An attribute of these subjects; with `last_day` the ended ones are read as on their last day."""
    if attribute.validity == "timeless":
        return _answers(columns, attribute, columns.column(attribute.id, subject_ids, day), day)
    first, last, last_sure = columns.lives().of(np.array(subject_ids, np.int64))
    unborn, ended = np.flatnonzero(day < first), np.flatnonzero(last < day)
    if last_day:
        days = np.where(last < day, last_sure, day).astype(np.int32)
        shown = _answers(columns, attribute, columns.column(attribute.id, subject_ids, day, days), day)
    else:
        shown = _answers(columns, attribute, columns.column(attribute.id, subject_ids, day), day)
        shown = _over(
            shown, ended, [ended_words(study.catalogue.life_of(subject_ids[row])[1]) for row in ended.tolist()]
        )
    return _over(shown, unborn, [not_yet_founded()] * len(unborn))


def _answers(columns: Columns, attribute: Attribute, read: ColumnOnDay, day: int) -> ShownColumn:
    """The texts of answers, after the one of a cell without any."""
    texts, folded = columns.texts(attribute.id, day)
    empty = nothing_coded(attribute)
    return ShownColumn(read.answer + 1, (empty, *texts), (empty.casefold(), *folded), read.ranks)


def _over(shown: ShownColumn, rows: Integers, words: Sequence[str]) -> ShownColumn:
    """The column with a computed state instead of what these rows would show."""
    if not len(rows):
        return shown
    place_of = {text: len(shown.texts) + place for place, text in enumerate(dict.fromkeys(words))}
    place, ranks = shown.place.copy(), shown.ranks.copy()
    place[rows] = [place_of[text] for text in words]
    ranks[rows] = NO_RANK
    folded = (*shown.folded, *(text.casefold() for text in place_of))
    return ShownColumn(place, (*shown.texts, *place_of), folded, ranks)
