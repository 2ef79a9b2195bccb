"""Every attribute's adopted observations as columns of numbers, read when first asked for and kept up to date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.alphabet import sort_key
from parties_of_power.analysis.lives import Lives, lives_of
from parties_of_power.analysis.showing import answer_text, depends_on_names_of_day, names_to_show
from parties_of_power.analysis.slices import Answer, Days, Integers, Slice, load_slice, renewed
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold
from parties_of_power.domain.kinds import Names, kind
from parties_of_power.study.changes import Changes, RowChange
from parties_of_power.study.study import Study

NO_RANK = -1
_NAMING_TABLES = ("subject", "name", "person", "choice")
_TOO_MANY_TO_RENEW = 2_000


@dataclass(frozen=True, slots=True)
class ColumnOnDay:
    """One attribute of many subjects on a day, in their order: the observation in force (id, 0 for none), how surely it
    holds, its number (nan for none), its rank for sorting (NO_RANK where there is no value), and the place of what it
    says in `answers` (-1 for none)."""

    observation_ids: Integers
    hold: NDArray[np.int8]
    numbers: NDArray[np.float64]
    ranks: Integers
    answer: Integers
    answers: tuple[Answer, ...]


class Columns:
    """Columns of a study. `close` ends that they follow its changes."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._slices: dict[int, Slice] = {}
        self._touched: dict[int, set[int]] = {}
        self._orders: dict[tuple[int, int | None], Integers] = {}
        self._texts: dict[tuple[int, int | None], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._lives: Lives | None = None
        self.close = study.subscribe(self._take_note)

    def held(self, subject_id: int, attribute_id: int, day: int) -> tuple[int | None, Hold]:
        """The observation of one cell that is in force on a day, and how surely."""
        validity = self._study.catalogue.attributes[attribute_id].validity
        cut = self.slice(attribute_id)
        places, hold = cut.in_force(validity, np.array([subject_id], np.int64), day)
        return (int(cut.observation[places[0]]), Hold(hold[0])) if hold[0] else (None, Hold.NONE)

    def column(self, attribute_id: int, subject_ids: Sequence[int], day: int, days: Days | None = None) -> ColumnOnDay:
        """Any order of subjects, also the same one several times; `days` are days of their own for the values, while
        the names of parties and states are those of `day`."""
        attribute = self._study.catalogue.attributes[attribute_id]
        cut = self.slice(attribute_id)
        subjects, first, back = np.unique(np.array(subject_ids, np.int64), return_index=True, return_inverse=True)
        places, hold = cut.in_force(attribute.validity, subjects, day if days is None else days[first])
        places, hold = places[back], hold[back]
        answer = _picked(cut.answer.astype(np.int64), places, -1)
        return ColumnOnDay(
            observation_ids=_picked(cut.observation, places, 0),
            hold=hold,
            numbers=_picked(cut.number, places, np.nan),
            ranks=_picked(self._order(attribute, cut, day), answer, NO_RANK),
            answer=answer,
            answers=cut.answers,
        )

    def texts(self, attribute_id: int, day: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What cells show for each of the attribute's answers, as it is and casefolded."""
        attribute = self._study.catalogue.attributes[attribute_id]
        cut = self.slice(attribute_id)
        key = self._key(attribute, day)
        if key not in self._texts:
            self._texts = {known: texts for known, texts in self._texts.items() if known[0] != attribute_id}
            names = names_to_show(self._study.catalogue, attribute, day)
            texts = tuple(answer_text(attribute, answer, names) for answer in cut.answers)
            self._texts[key] = texts, tuple(text.casefold() for text in texts)
        return self._texts[key]

    def knows(self, attribute_id: int) -> bool:
        """Whether the attribute was read already."""
        return attribute_id in self._slices

    def lives(self) -> Lives:
        """When the subjects began and ended."""
        if self._lives is None:
            self._lives = lives_of(self._study.catalogue)
        return self._lives

    def slice(self, attribute_id: int) -> Slice:
        """The adopted observations of an attribute as they are now."""
        touched = self._touched.pop(attribute_id, None)
        known = self._slices.get(attribute_id)
        if known is None:
            known = load_slice(self._study, attribute_id)
        elif touched:
            known = renewed(self._study, known, attribute_id, touched)
        self._slices[attribute_id] = known
        return known

    def _order(self, attribute: Attribute, cut: Slice, day: int) -> Integers:
        """The rank of each answer; names of parties and states depend on the day."""
        key = self._key(attribute, day)
        if key not in self._orders:
            self._orders = {known: order for known, order in self._orders.items() if known[0] != attribute.id}
            names = names_to_show(self._study.catalogue, attribute, day)
            self._orders[key] = _ranked(cut.answers, attribute, names, self._choice_places(attribute))
        return self._orders[key]

    def _key(self, attribute: Attribute, day: int) -> tuple[int, int | None]:
        return attribute.id, day if depends_on_names_of_day(attribute) else None

    def _choice_places(self, attribute: Attribute) -> dict[str, int]:
        """The places of the choices of a scale; empty where the choices have no order."""
        choices = self._study.catalogue.choices_of(attribute.id)
        if not any(choice.ordinal for choice in choices):
            return {}
        return {str(choice.id): choice.position for choice in choices}

    def _take_note(self, changes: Changes) -> None:
        if changes.kind == "reload":
            self._forget_all()
        for row in changes.rows:
            if row.table == "observation" and row.attribute_id is not None and row.subject_id is not None:
                self._touched.setdefault(row.attribute_id, set()).add(row.subject_id)
                self._forget_texts(row.attribute_id)
            elif row.table == "attribute":
                self._slices.pop(row.id, None)
                self._forget_texts(row.id)
            elif row.table in _NAMING_TABLES:
                self._orders.clear()
                self._texts.clear()
        if any(self._bounds_a_life(row) for row in changes.rows):
            self._lives = None
        for attribute_id in [key for key, touched in self._touched.items() if len(touched) > _TOO_MANY_TO_RENEW]:
            self._slices.pop(attribute_id, None)

    def _bounds_a_life(self, row: RowChange) -> bool:
        if row.table == "observation":
            attribute = self._study.catalogue.attributes.get(row.attribute_id or 0)
            return attribute is None or attribute.role != ""
        return row.table in ("attribute", "subject")

    def _forget_texts(self, attribute_id: int) -> None:
        self._orders = {key: order for key, order in self._orders.items() if key[0] != attribute_id}
        self._texts = {key: texts for key, texts in self._texts.items() if key[0] != attribute_id}

    def _forget_all(self) -> None:
        self._slices.clear()
        self._touched.clear()
        self._orders.clear()
        self._texts.clear()
        self._lives = None


_Number = TypeVar("_Number", np.int64, np.float64)


def _picked(array: NDArray[_Number], places: Integers, otherwise: float) -> NDArray[_Number]:
    """The elements at these places, `otherwise` for a place of -1."""
    if not len(array):
        return np.full(len(places), otherwise, array.dtype)
    picked = array[places]
    picked[places < 0] = otherwise
    return picked


def _ranked(answers: Sequence[Answer], attribute: Attribute, names: Names, choice_places: dict[str, int]) -> Integers:
    """Ranks of answers: numbers by size, dates by their days, scales by their order, all else by the alphabet."""
    if kind(attribute.kind).is_numeric:
        return _ranked_numbers(answers, attribute)
    keys = [_sort_key(answer.value, attribute, names, choice_places) if answer.is_value else None for answer in answers]
    place_of = {key: place for place, key in enumerate(sorted({key for key in keys if key is not None}))}
    return np.array([NO_RANK if key is None else place_of[key] for key in keys], np.int64)


def _ranked_numbers(answers: Sequence[Answer], attribute: Attribute) -> Integers:
    number = kind(attribute.kind).number
    numbers = np.array([number(answer.value) if answer.is_value else None for answer in answers], np.float64)
    ranks = np.full(len(numbers), NO_RANK, np.int64)
    counted = ~np.isnan(numbers)
    ranks[counted] = np.unique(numbers[counted], return_inverse=True)[1]
    return ranks


def _sort_key(value: str, attribute: Attribute, names: Names, choice_places: dict[str, int]) -> tuple[Any, ...]:
    if attribute.kind == "date":
        return _days_of(value)
    if attribute.kind == "choice" and value in choice_places:
        return choice_places[value], ""
    return sort_key(kind(attribute.kind).show(value, names))


def _days_of(date_text: str) -> tuple[int, int, str]:
    try:
        date = PartialDate.parse(date_text)
    except DateError:
        return ALWAYS_AFTER, ALWAYS_AFTER, date_text
    earliest = ALWAYS_BEFORE if date.earliest is None else date.earliest
    return earliest, ALWAYS_AFTER if date.latest is None else date.latest, date_text
