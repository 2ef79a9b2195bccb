"""The answers of an attribute in order: numbers by size, dates by day, scales by their order, texts by the alphabet."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.alphabet import sort_key
from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.columns import NO_RANK
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.kinds import Names, kind

_Number = TypeVar("_Number", np.int64, np.float64)


def picked(array: NDArray[_Number], places: Integers, otherwise: float) -> NDArray[_Number]:
    """The elements at these places, `otherwise` for a place of -1."""
    if not len(array):
        return np.full(len(places), otherwise, array.dtype)
    found = array[places]
    found[places < 0] = otherwise
    return found


def ranked(answers: Sequence[Answer], attribute: Attribute, names: Names, choice_places: dict[str, int]) -> Integers:
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
