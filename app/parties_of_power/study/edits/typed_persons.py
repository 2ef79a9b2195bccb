"""The value that a typed text stands for, with the persons in it who are new: they are added to the study."""

from collections.abc import Mapping, Sequence

from parties_of_power.domain.kinds import Kind, Names
from parties_of_power.study.edits.people import add_person, person_called
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said


def value_with_persons(study: Study, said: Said, kind: Kind, names: Names) -> str:
    """Persons whom somebody has added meanwhile are taken as they are."""
    if not said.new_persons:
        return said.value
    added = {name: person_called(study, name) or add_person(study, name) for name in said.new_persons}
    return kind.read(said.typed, _Extended(names, {name.casefold(): str(each) for name, each in added.items()}))


class _Extended:
    """The names of a study and those of persons who were added since."""

    def __init__(self, names: Names, added: Mapping[str, str]) -> None:
        self._names = names
        self._added = added

    def find(self, text: str) -> str | None:
        return self._names.find(text) or self._added.get(text.strip().casefold())

    def label(self, value_id: str) -> str:
        return self._names.label(value_id)

    def labels(self) -> Sequence[str]:
        return self._names.labels()
