"""A whole column as a comparison shows it on a day: texts and states to filter by, ranks to sort by, numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.alphabet import ranks_of
from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.columns import NO_RANK, ColumnOnDay, Columns
from parties_of_power.analysis.computed_column import reckoned_column
from parties_of_power.analysis.showing import ended_words, not_yet_founded, nothing_coded
from parties_of_power.analysis.slices import Days, Integers, rows_of
from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.study import Study

Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One place for each row: `place` of its text in `texts`, and its rank, NO_RANK where there is no value. `folded`
    are the texts without the difference of small and capital letters.

    Of an attribute the first text is that of a cell without an answer; then come those of `answers`, then those of
    `computed` states, 'ended' and 'not_founded'. `numbers` are nan, and `observation_ids` 0, where there are none.
    """

    place: Integers
    texts: tuple[str, ...]
    folded: tuple[str, ...]
    ranks: Integers
    numbers: NDArray[np.float64]
    observation_ids: Integers
    answers: tuple[Answer, ...] | None = None
    computed: tuple[str, ...] = ()

    def containing(self, parts: Iterable[str]) -> Truths:
        """The rows whose text contains one of these parts."""
        found = [False] * len(self.folded)
        for part in parts:
            wanted = part.casefold()
            found = [known or wanted in text for known, text in zip(found, self.folded, strict=True)]
        return self.rows_of(found)

    def showing(self, texts: Iterable[str]) -> Truths:
        """The rows that show one of these texts."""
        wanted = frozenset(texts)
        return self.rows_of([text in wanted for text in self.texts])

    def distinct(self) -> tuple[tuple[str, int], ...]:
        """The texts shown and how many rows show each, most frequent first."""
        counts: dict[str, int] = {}
        for place, count in zip(*np.unique(self.place, return_counts=True), strict=True):
            text = self.texts[int(place)]
            counts[text] = counts.get(text, 0) + int(count)
        return tuple(sorted(counts.items(), key=lambda each: -each[1]))

    def state(self, place: int) -> str:
        """What the cells with a text are: 'value', 'field', 'wrong', a missing reason, 'ended', 'not_founded', or ''
        where nothing is asked for."""
        if self.answers is None:
            return "field"
        if place == 0:
            return "not_coded" if self.texts[0] else ""
        if place > len(self.answers):
            return self.computed[place - 1 - len(self.answers)]
        answer = self.answers[place - 1]
        return answer.missing or ("wrong" if answer.wrong else "value")

    def states(self) -> tuple[str, ...]:
        """The state of each text."""
        return tuple(map(self.state, range(len(self.texts))))

    def values(self) -> tuple[str, ...]:
        """Of each text the value as stored, '' where there is none; of names and states their text."""
        if self.answers is None:
            return self.texts
        said = (answer.value if answer.is_value else "" for answer in self.answers)
        return ("", *said, *("" for _state in self.computed))

    def rows_of(self, chosen: Sequence[bool]) -> Truths:
        """The rows whose text is one of those that are chosen."""
        return np.array(chosen, np.bool_)[self.place] if len(self.place) else np.zeros(0, np.bool_)


def shown_texts(texts: Sequence[str]) -> ShownColumn:
    """A column whose text of each row is known; empty texts have no rank."""
    distinct = tuple(dict.fromkeys(texts))
    place_of = {text: place for place, text in enumerate(distinct)}
    place = np.array([place_of[text] for text in texts], np.int64)
    ranks = [rank if text else NO_RANK for text, rank in zip(distinct, ranks_of(distinct), strict=True)]
    folded = tuple(text.casefold() for text in distinct)
    ranked = np.array(ranks, np.int64)[place] if ranks else place
    return ShownColumn(place, distinct, folded, ranked, np.full(len(place), np.nan), np.zeros(len(place), np.int64))


def shown_attribute(
    study: Study, columns: Columns, attribute: Attribute, subject_ids: Sequence[int], day: int, *, last_day: bool
) -> ShownColumn:
    """An attribute of these subjects; with `last_day` the ended ones are read as on their last day."""
    if attribute.validity == "timeless":
        return _read(study, columns, attribute, subject_ids, day)
    first, last, last_sure = columns.lives().of(rows_of(tuple(subject_ids)).ids)
    unborn, ended = np.flatnonzero(day < first), np.flatnonzero(last < day)
    if last_day:
        days = np.where(last < day, last_sure, day).astype(np.int32)
        shown = _read(study, columns, attribute, subject_ids, day, days=days)
    else:
        shown = _read(study, columns, attribute, subject_ids, day)
        words = [ended_words(study.catalogue.life_of(subject_ids[row])[1]) for row in ended.tolist()]
        shown = _over(shown, ended, words, "ended")
    return _over(shown, unborn, [not_yet_founded()] * len(unborn), "not_founded")


def _read(
    study: Study,
    columns: Columns,
    attribute: Attribute,
    subject_ids: Sequence[int],
    day: int,
    *,
    days: Days | None = None,
) -> ShownColumn:
    if attribute.is_computed:
        return _computed(study, columns, attribute, subject_ids, day, days=days)
    return _answers(columns, attribute, columns.column(attribute.id, subject_ids, day, days), day)


def _computed(
    study: Study,
    columns: Columns,
    attribute: Attribute,
    subject_ids: Sequence[int],
    day: int,
    *,
    days: Days | None,
) -> ShownColumn:
    """The texts of results; a computed state of what was read passes through."""
    column, texts, passing = reckoned_column(study, columns, attribute, subject_ids, day, days=days)
    empty = nothing_coded(attribute)
    folded = tuple(text.casefold() for text in texts)
    shown = ShownColumn(
        column.answer + 1,
        (empty, *texts),
        (empty.casefold(), *folded),
        column.ranks,
        column.numbers,
        column.observation_ids,
        column.answers,
    )
    for state in ("ended", "not_founded"):
        rows = [row for row, (_words, why) in passing.items() if why == state]
        shown = _over(shown, np.array(rows, np.int64), [passing[row][0] for row in rows], state)
    return shown


def _answers(columns: Columns, attribute: Attribute, read: ColumnOnDay, day: int) -> ShownColumn:
    """The texts of answers, after the one of a cell without any."""
    texts, folded = columns.texts(attribute.id, day)
    empty = nothing_coded(attribute)
    return ShownColumn(
        read.answer + 1,
        (empty, *texts),
        (empty.casefold(), *folded),
        read.ranks,
        read.numbers,
        read.observation_ids,
        read.answers,
    )


def _over(shown: ShownColumn, rows: Integers, words: Sequence[str], state: str) -> ShownColumn:
    """The column with a computed state instead of what these rows would show."""
    if not len(rows):
        return shown
    place_of = {text: len(shown.texts) + place for place, text in enumerate(dict.fromkeys(words))}
    place, ranks, ids = (each.copy() for each in (shown.place, shown.ranks, shown.observation_ids))
    numbers = shown.numbers.copy()
    place[rows] = [place_of[text] for text in words]
    ranks[rows], numbers[rows], ids[rows] = NO_RANK, np.nan, 0
    return replace(
        shown,
        place=place,
        texts=(*shown.texts, *place_of),
        folded=(*shown.folded, *(text.casefold() for text in place_of)),
        ranks=ranks,
        numbers=numbers,
        observation_ids=ids,
        computed=(*shown.computed, *(state for _text in place_of)),
    )
