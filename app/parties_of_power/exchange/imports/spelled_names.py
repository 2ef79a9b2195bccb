"""Persons, parties and states in cells: found also by another spelling, where it can only mean one."""

from collections.abc import Sequence
from functools import cached_property

from parties_of_power.domain.kinds import Names
from parties_of_power.domain.kinds.definition import Referred
from parties_of_power.exchange.imports.likeness import NameIndex
from parties_of_power.study.study import Study


class SpelledNames:
    """The names of a study, and all that is spelled like one of them."""

    def __init__(self, study: Study, names: Names, refers_to: Referred) -> None:
        self._study = study
        self._names = names
        self._refers_to = refers_to

    def find(self, text: str) -> str | None:
        found = self._names.find(text)
        if found is not None:
            return found
        spelled = self._index.spelled(text)
        return str(next(iter(spelled))) if len(spelled) == 1 else None

    def label(self, value_id: str) -> str:
        return self._names.label(value_id)

    def labels(self) -> Sequence[str]:
        return self._names.labels()

    @cached_property
    def _index(self) -> NameIndex:
        catalogue = self._study.catalogue
        if self._refers_to == "person":
            return NameIndex(
                (each.id, text)
                for each in catalogue.persons.values()
                for text in (each.name, each.native, *each.variants)
                if text
            )
        return NameIndex(
            (each.id, name.text)
            for each in catalogue.subjects.values()
            if each.kind == self._refers_to
            for name in catalogue.names_of(each.id)
        )
