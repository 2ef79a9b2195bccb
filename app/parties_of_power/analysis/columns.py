"""Every attribute's adopted observations as columns of numbers, read when first asked for and kept up to date.

numpy, and what needs it, is imported with the first column: the first table is painted without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.lives import Lives, lives_of
from parties_of_power.analysis.showing import answer_text, depends_on_names_of_day, names_to_show
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import Hold
from parties_of_power.domain.kinds import Names
from parties_of_power.study.changes import Changes, RowChange
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from parties_of_power.analysis.slices import Days, Integers, Slice

NO_RANK = -1
_NAMING_TABLES = ("subject", "name", "person", "choice")
_TOO_MANY_TO_RENEW = 2_000
_RANGE = "SELECT min(number), max(number) FROM observation WHERE standing = 'adopted' AND attribute_id = ?"


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


@dataclass(frozen=True, slots=True)
class _Texts:
    """What cells show for these answers, as it is and casefolded."""

    answers: tuple[Answer, ...]
    texts: tuple[str, ...]
    folded: tuple[str, ...]


class Columns:
    """Columns of a study. `close` ends that they follow its changes."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._slices: dict[int, Slice] = {}
        self._touched: dict[int, set[int]] = {}
        self._orders: dict[tuple[int, int | None], Integers] = {}
        self._texts: dict[tuple[int, int | None], _Texts] = {}
        self._ranges: dict[int, tuple[float, float] | None] = {}
        self._lives: Lives | None = None
        self.close = study.subscribe(self._take_note)

    def held(self, subject_id: int, attribute_id: int, day: int) -> tuple[int | None, Hold]:
        """The observation of one cell that is in force on a day, and how surely."""
        import numpy as np

        validity = self._study.catalogue.attributes[attribute_id].validity
        cut = self.slice(attribute_id)
        places, hold = cut.in_force(validity, np.array([subject_id], np.int64), day)
        return (int(cut.observation[places[0]]), Hold(hold[0])) if hold[0] else (None, Hold.NONE)

    def column(self, attribute_id: int, subject_ids: Sequence[int], day: int, days: Days | None = None) -> ColumnOnDay:
        """Any order of subjects, also the same one several times; `days` are days of their own for the values, while
        the names of parties and states are those of `day`."""
        import numpy as np

        from parties_of_power.analysis.ranks import picked
        from parties_of_power.analysis.slices import rows_of

        attribute = self._study.catalogue.attributes[attribute_id]
        cut = self.slice(attribute_id)
        rows = rows_of(tuple(subject_ids))
        places, hold = cut.in_force(attribute.validity, rows.subjects, day if days is None else days[rows.first])
        places, hold = places[rows.back], hold[rows.back]
        answer = picked(cut.answer.astype(np.int64), places, -1)
        return ColumnOnDay(
            observation_ids=picked(cut.observation, places, 0),
            hold=hold,
            numbers=picked(cut.number, places, np.nan),
            ranks=picked(self._order(attribute, cut, day), answer, NO_RANK),
            answer=answer,
            answers=cut.answers,
        )

    def texts(self, attribute_id: int, day: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What cells show for each of the attribute's answers, as it is and casefolded."""
        attribute = self._study.catalogue.attributes[attribute_id]
        cut = self.slice(attribute_id)
        key = self._key(attribute, day)
        known = self._texts.get(key)
        if known is None or known.answers is not cut.answers:
            self._forget_texts(attribute_id)
            names = names_to_show(self._study.catalogue, attribute, day)
            known = self._texts[key] = _texts_of(attribute, cut.answers, names, known)
        return known.texts, known.folded

    def number_range(self, attribute_id: int) -> tuple[float, float] | None:
        """The lowest and the highest number that was ever adopted; reads no column for it."""
        if attribute_id not in self._ranges:
            low, high = next(iter(self._study.rows(_RANGE, (attribute_id,))))
            self._ranges[attribute_id] = None if low is None else (low, high)
        return self._ranges[attribute_id]

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
        from parties_of_power.analysis.slices import load_slice, renewed

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
        from parties_of_power.analysis.ranks import ranked

        key = self._key(attribute, day)
        if key not in self._orders:
            self._orders = {known: order for known, order in self._orders.items() if known[0] != attribute.id}
            names = names_to_show(self._study.catalogue, attribute, day)
            self._orders[key] = ranked(cut.answers, attribute, names, self._choice_places(attribute))
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
                self._forget_order(row.attribute_id)
                self._ranges.pop(row.attribute_id, None)
            elif row.table == "attribute":
                self._slices.pop(row.id, None)
                self._forget_order(row.id)
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

    def _forget_order(self, attribute_id: int) -> None:
        self._orders = {key: order for key, order in self._orders.items() if key[0] != attribute_id}

    def _forget_texts(self, attribute_id: int) -> None:
        self._texts = {key: texts for key, texts in self._texts.items() if key[0] != attribute_id}

    def _forget_all(self) -> None:
        self._ranges.clear()
        self._slices.clear()
        self._touched.clear()
        self._orders.clear()
        self._texts.clear()
        self._lives = None


def _texts_of(attribute: Attribute, answers: tuple[Answer, ...], names: Names, known: _Texts | None) -> _Texts:
    """Those known already are taken over where the answers begin with theirs, as they do after an edit."""
    if known is None or answers[: len(known.answers)] != known.answers:
        known = _Texts((), (), ())
    texts = tuple([answer_text(attribute, answer, names) for answer in answers[len(known.answers) :]])
    return _Texts(answers, known.texts + texts, known.folded + tuple([text.casefold() for text in texts]))
