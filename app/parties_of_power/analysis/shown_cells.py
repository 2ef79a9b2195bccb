"""A whole column made of its cells, where each row is read at a moment of its own."""

from collections.abc import Sequence

import numpy as np

from parties_of_power.analysis.alphabet import ranks_of
from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import NO_RANK
from parties_of_power.analysis.ranks import ranked
from parties_of_power.analysis.showing import depends_on_names_of_day, names_to_show, nothing_coded
from parties_of_power.analysis.shown import ShownColumn
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.study.catalogue import Catalogue

_COMPUTED_STATES = ("ended", "not_founded")


def shown_cells(catalogue: Catalogue, attribute: Attribute, cells: Sequence[Cell], day: int) -> ShownColumn:
    """One cell a row, in the order of the rows as listed."""
    answers: dict[tuple[Answer, str], int] = {}
    states: dict[tuple[str, str], int] = {}
    codes = [_code(cell, answers, states) for cell in cells]
    place = np.array([code if code >= 0 else len(answers) - code for code in codes], np.int64)
    texts = (nothing_coded(attribute), *(text for _answer, text in answers), *(text for _state, text in states))
    said = tuple(answer for answer, _text in answers)
    of_answers = _ranks(catalogue, attribute, said, texts[1 : 1 + len(said)], day)
    ranks = np.concatenate([[NO_RANK], of_answers, np.full(len(states), NO_RANK)]).astype(np.int64)
    numbers = np.array([cell.number if cell.state == "value" else None for cell in cells], np.float64)
    return ShownColumn(
        place,
        texts,
        tuple(text.casefold() for text in texts),
        ranks[place],
        numbers,
        np.array([cell.observation_id or 0 for cell in cells], np.int64),
        said,
        tuple(state for state, _text in states),
    )


def shown_fields(cells: Sequence[Cell], order: Sequence[int]) -> ShownColumn:
    """A built-in column of texts that come in an order of their own: `order` is a number for each cell."""
    distinct = tuple(dict.fromkeys(cell.text for cell in cells))
    place_of = {text: place for place, text in enumerate(distinct)}
    place = np.array([place_of[cell.text] for cell in cells], np.int64)
    numbers = np.array([cell.number for cell in cells], np.float64)
    folded = tuple(text.casefold() for text in distinct)
    ranks = np.unique(np.array(order, np.int64), return_inverse=True)[1].astype(np.int64)
    return ShownColumn(place, distinct, folded, ranks, numbers, np.zeros(len(cells), np.int64))


def _code(cell: Cell, answers: dict[tuple[Answer, str], int], states: dict[tuple[str, str], int]) -> int:
    """0 where nothing is coded, the number of the answer from 1 on, that of a computed state from -1 down."""
    if cell.state in _COMPUTED_STATES:
        return -states.setdefault((cell.state, cell.text), len(states) + 1)
    if cell.state == "empty":
        return 0
    wrong = cell.text if cell.state == "wrong" else ""
    answer = Answer(cell.value, cell.missing, cell.bound, wrong)  # type: ignore[arg-type]  # a missing reason
    return answers.setdefault((answer, cell.text), len(answers) + 1)


def _ranks(
    catalogue: Catalogue, attribute: Attribute, answers: Sequence[Answer], texts: Sequence[str], day: int
) -> Integers:
    """By the texts where names differ from row to row, or where a formula has given them."""
    by_text = depends_on_names_of_day(attribute) or (attribute.is_computed and not _has_size(attribute))
    if by_text:
        known = [text for text, answer in zip(texts, answers, strict=True) if answer.is_value]
        rank_of = dict(zip(known, ranks_of(known), strict=True))
        said = zip(texts, answers, strict=True)
        return np.array([rank_of[text] if answer.is_value else NO_RANK for text, answer in said], np.int64)
    choices = catalogue.choices_of(attribute.id)
    places = {str(choice.id): choice.position for choice in choices} if any(each.ordinal for each in choices) else {}
    return ranked(answers, attribute, names_to_show(catalogue, attribute, day), places)


def _has_size(attribute: Attribute) -> bool:
    return kind(attribute.kind).is_numeric or attribute.kind == "date"
