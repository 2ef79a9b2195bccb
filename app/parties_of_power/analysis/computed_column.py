"""A whole computed column on a day: its formula is reckoned once for each set of answers that rows have in common."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.alphabet import ranks_of
from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.columns import NO_RANK, ColumnOnDay, Columns
from parties_of_power.analysis.computed import answer_of, day_of, nothing_to_read, operand_of_value, text_of
from parties_of_power.analysis.computed_inputs import parties_on
from parties_of_power.analysis.showing import ended_words, names_to_show, not_yet_founded
from parties_of_power.analysis.slices import Days, Integers
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold
from parties_of_power.domain.formulas import (
    Absent,
    AsOf,
    AttributeOf,
    Leaf,
    Number,
    Operand,
    Parties,
    Tree,
    evaluate,
    leaves,
)
from parties_of_power.domain.formulas.tree import Call, parts
from parties_of_power.domain.kinds import Names, kind
from parties_of_power.study.study import Study

Numbers = NDArray[np.float64]
_MOST_KEYS = 1 << 62
_ENDS_AND_TOTALS = ("low", "high", "out_of")


class Coded(NamedTuple):
    """Operands of many rows: each row has the place of its own in `operands`."""

    codes: Integers
    operands: list[Operand]


class ReckonedColumn(NamedTuple):
    """`answers` and `texts` belong together; `passing` are the rows whose result is a computed state of what was read,
    each with its words and the state."""

    column: ColumnOnDay
    texts: tuple[str, ...]
    passing: dict[int, tuple[str, str]]


def reckoned_column(
    study: Study,
    columns: Columns,
    attribute: Attribute,
    subject_ids: Sequence[int],
    day: int,
    *,
    days: Days | None = None,
) -> ReckonedColumn:
    """As `Columns.column`, of a computed attribute."""
    rows = np.array(subject_ids, np.int64)
    read_at = np.full(len(rows), day, np.int32) if days is None else days
    exact = _needs_more_than_numbers(study, attribute)
    reckoned = _Reading(study, columns, day, exact).computed(attribute, rows, read_at)
    answers = tuple(answer_of(attribute, each) for each in reckoned.operands)
    texts = tuple(text_of(attribute, each) for each in answers)
    number = kind(attribute.kind).number
    numbers = np.array([number(each.value) if each.is_value else None for each in answers], np.float64)
    column = ColumnOnDay(
        observation_ids=np.zeros(len(rows), np.int64),
        hold=np.full(len(rows), Hold.IN_FORCE, np.int8),
        numbers=numbers[reckoned.codes] if answers else np.zeros(0),
        ranks=_ranks(attribute, answers, texts, numbers)[reckoned.codes] if answers else reckoned.codes,
        answer=reckoned.codes,
        answers=answers,
    )
    return ReckonedColumn(column, texts, _passing(reckoned))


def reckoned_ends(
    study: Study, columns: Columns, attribute: Attribute, subject_ids: Sequence[int], days: Days
) -> tuple[Numbers, Numbers]:
    """The ends of the intervals that a formula carries on, each on a day of its own; nan where there are none."""
    names_on = int(days.max()) if len(days) else 0
    reckoned = _Reading(study, columns, names_on, exact=True).computed(attribute, np.array(subject_ids, np.int64), days)
    numbers = [each if isinstance(each, Number) else None for each in reckoned.operands]
    low = np.array([each.low if each else None for each in numbers], np.float64)
    high = np.array([each.high if each else None for each in numbers], np.float64)
    return low[reckoned.codes], high[reckoned.codes]


class _Reading:
    """Reads whole columns for formulas. `exact` reads the ends of intervals and the totals as well."""

    def __init__(self, study: Study, columns: Columns, day: int, exact: bool) -> None:
        self._study = study
        self._columns = columns
        self._day = day
        self._exact = exact

    def computed(self, attribute: Attribute, rows: Integers, days: Days) -> Coded:
        tree = self._study.catalogue.formulas.trees.get(attribute.id)
        if tree is None:
            return Coded(np.zeros(len(rows), np.int64), [Absent()])
        read = leaves(tree)
        columns = [self._leaf(leaf, rows, days) for leaf in read]
        first, codes = _combined([column.codes for column in columns], len(rows))
        places = [column.codes[first].tolist() for column in columns]
        results = []
        for row in range(len(first)):
            of_row = {leaf: column.operands[at[row]] for leaf, column, at in zip(read, columns, places, strict=True)}
            results.append(evaluate(tree, of_row.__getitem__))
        return Coded(codes, results)

    def _leaf(self, leaf: Leaf, rows: Integers, days: Days) -> Coded:
        match leaf:
            case AsOf():
                return _coded(days, day_of)
            case Parties():
                return self._parties(rows, days)
            case AttributeOf(attribute_id, of_state):
                attribute = self._study.catalogue.attributes[attribute_id]
                asked = self._states_of(rows) if of_state else rows
                found = self._attribute(attribute, asked, days)
                return found if attribute.validity == "timeless" else self._with_lives(found, asked, days)

    def _attribute(self, attribute: Attribute, rows: Integers, days: Days) -> Coded:
        if attribute.is_computed:
            return self.computed(attribute, rows, days)
        answer, observation_ids, answers = self._read(attribute.id, rows, days)
        names = names_to_show(self._study.catalogue, attribute, self._day)
        given, codes = np.unique(answer, return_inverse=True)
        operands = [_operand(attribute, answers[each] if each >= 0 else None, names) for each in given.tolist()]
        coded = Coded(codes.astype(np.int64), operands)
        return self._with_ends(attribute, coded, observation_ids) if self._exact else coded

    def _read(self, attribute_id: int, rows: Integers, days: Days) -> tuple[Integers, Integers, tuple[Answer, ...]]:
        """The answers and their observations. One subject may stand in many rows, but in one reading on one day only:
        the state of parties that ended on different days is read day by day."""
        distinct = np.unique(days)
        if len(distinct) == 1 or len(np.unique(rows)) == len(rows):
            read = self._columns.column(attribute_id, rows.tolist(), self._day, days)
            return read.answer, read.observation_ids, read.answers
        answer, observation_ids = np.full(len(rows), -1, np.int64), np.zeros(len(rows), np.int64)
        for day in distinct:
            here = np.flatnonzero(days == day)
            read = self._columns.column(attribute_id, rows[here].tolist(), self._day, days[here])
            answer[here], observation_ids[here] = read.answer, read.observation_ids
        return answer, observation_ids, self._columns.slice(attribute_id).answers

    def _with_ends(self, attribute: Attribute, coded: Coded, observation_ids: Integers) -> Coded:
        """Rows whose observation has an interval or a total get an operand of their own."""
        ends = self._ends(attribute.id)
        codes, operands = coded.codes.copy(), list(coded.operands)
        for row, observation_id in enumerate(observation_ids.tolist()):
            plain = operands[codes[row]]
            if observation_id in ends and isinstance(plain, Number):
                codes[row] = len(operands)
                operands.append(Number(plain.number, *ends[observation_id][:2], plain.sign, ends[observation_id][2]))
        return Coded(codes, operands)

    def _ends(self, attribute_id: int) -> dict[int, tuple[Any, Any, Any]]:
        """Lower and upper end and total, by observation."""
        rows = self._study.rows(
            "SELECT id, low, high, out_of FROM observation WHERE attribute_id = ? AND standing = 'adopted'"
            " AND (low IS NOT NULL OR high IS NOT NULL OR out_of IS NOT NULL)",
            (attribute_id,),
        )
        return {row_id: (low, high, out_of) for row_id, low, high, out_of in rows}

    def _with_lives(self, coded: Coded, rows: Integers, days: Days) -> Coded:
        first, last, _last_sure = self._columns.lives().of(rows)
        codes, operands = coded.codes.copy(), list(coded.operands)
        unborn = days < first
        if unborn.any():
            codes[unborn] = len(operands)
            operands.append(Absent("not_founded", words=not_yet_founded()))
        for row in np.flatnonzero(last < days).tolist():
            codes[row] = len(operands)
            operands.append(Absent("ended", words=ended_words(self._study.catalogue.life_of(int(rows[row]))[1])))
        return Coded(codes, operands)

    def _parties(self, rows: Integers, days: Days) -> Coded:
        catalogue = self._study.catalogue
        counts = [parties_on(catalogue, state, day) for state, day in zip(rows.tolist(), days.tolist(), strict=True)]
        return _coded(np.array(counts, np.int64), lambda count: Number(float(count)))

    def _states_of(self, rows: Integers) -> Integers:
        """0 for a party without a state: nothing was ever observed of it."""
        subjects = self._study.catalogue.subjects
        states = [subjects[row].state_id if row in subjects else None for row in rows.tolist()]
        return np.array([state or 0 for state in states], np.int64)


def _needs_more_than_numbers(study: Study, attribute: Attribute) -> bool:
    """Whether the ends of intervals or totals show in the values: here, or in a formula that this one reads."""
    formulas = study.catalogue.formulas
    read = (attribute.id, *(each.attribute_id for each in formulas.inputs(attribute.id)))
    return any(_calls_ends(formulas.trees[each]) for each in read if each in formulas.trees)


def _calls_ends(tree: Tree) -> bool:
    if isinstance(tree, Call) and tree.function in _ENDS_AND_TOTALS:
        return True
    return any(_calls_ends(part) for part in parts(tree))


def _operand(attribute: Attribute, answer: Answer | None, names: Names) -> Operand:
    if answer is None:
        return nothing_to_read(attribute)
    if answer.is_value:
        shown = kind(attribute.kind).show(answer.value, names)
        return operand_of_value(attribute, answer.value, shown, answer.bound)
    return Absent(reason=answer.missing) if answer.missing else Absent()


def _coded(values: Integers | Days, operand_of: Callable[[int], Operand]) -> Coded:
    distinct, codes = np.unique(values, return_inverse=True)
    return Coded(codes.astype(np.int64), [operand_of(each) for each in distinct.tolist()])


def _combined(columns: Sequence[Integers], rows: int) -> tuple[Integers, Integers]:
    """A row of each set of codes that rows have in common, and of each row the place of its set."""
    keys = np.zeros(rows, np.int64)
    widest = 1
    for codes in columns:
        span = int(codes.max()) + 1 if rows else 1
        if widest * span >= _MOST_KEYS:
            keys = np.unique(keys, return_inverse=True)[1].astype(np.int64)
            widest = rows + 1
        keys, widest = keys * span + codes, widest * span
    _distinct, first, place = np.unique(keys, return_index=True, return_inverse=True)
    return first.astype(np.int64), place.astype(np.int64)


def _passing(reckoned: Coded) -> dict[int, tuple[str, str]]:
    passing = {
        code: (result.words, str(result.why))
        for code, result in enumerate(reckoned.operands)
        if isinstance(result, Absent) and result.why != "missing"
    }
    if not passing:
        return {}
    rows = np.flatnonzero(np.isin(reckoned.codes, list(passing)))
    return {row: passing[int(reckoned.codes[row])] for row in rows.tolist()}


def _ranks(attribute: Attribute, answers: Sequence[Answer], texts: Sequence[str], numbers: Numbers) -> Integers:
    """Numbers by size, dates by their days, texts by the alphabet; NO_RANK where there is no value."""
    ranks = np.full(len(answers), NO_RANK, np.int64)
    valued = np.array([each.is_value for each in answers], np.bool_)
    if kind(attribute.kind).is_numeric:
        ranks[valued] = np.unique(numbers[valued], return_inverse=True)[1]
    elif attribute.kind == "date":
        ranks[valued] = _places([_days_of(each.value) for each in answers if each.is_value])
    else:
        ranks[valued] = ranks_of([text for text, each in zip(texts, answers, strict=True) if each.is_value])
    return ranks


def _places(keys: Sequence[tuple[int, int]]) -> list[int]:
    place_of = {key: place for place, key in enumerate(sorted(set(keys)))}
    return [place_of[key] for key in keys]


def _days_of(text: str) -> tuple[int, int]:
    date = PartialDate.parse(text)
    return (
        ALWAYS_BEFORE if date.earliest is None else date.earliest,
        ALWAYS_AFTER if date.latest is None else date.latest,
    )
