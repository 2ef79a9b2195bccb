"""What a typed text says: a value, a number out of a total, persons who are new, or nothing that its kind can read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parties_of_power.domain.kinds import Kind, Names, Unreadable
from parties_of_power.domain.observations import Missing, Observation
from parties_of_power.study.edits.people import add_person, person_called
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_OUT_OF = re.compile(r"(?P<part>[^/]*?\d)\s*(?:/|\s(?:out\s+)?of\s|\sиз\s)\s*(?P<all>\d[^/]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """`typed` is the text without blanks around it. With `rule` it could not be read, and that is why. `new_persons`
    are the names in it that nobody bears yet: `value` is blank until they are added."""

    typed: str = ""
    value: str = ""
    missing: Missing = ""
    out_of: float | None = None
    rule: str = ""
    new_persons: tuple[str, ...] = ()

    @property
    def is_wrong(self) -> bool:
        return self.rule != ""

    def is_said_by(self, observation: Observation, kind: Kind) -> bool:
        """Whether an observation says the same already, as its kind compares."""
        if self.missing or observation.missing:
            return self.missing == observation.missing
        if self.is_wrong or observation.wrong:
            return self.is_wrong and observation.wrong and self.typed == observation.typed
        if not self.value or kind.differs(self.value, observation.value):
            return False
        return self.out_of is None or self.out_of == observation.out_of

    def value_in(self, study: Study, kind: Kind, names: Names) -> str:
        """The value; persons whom nobody has added meanwhile are added to the study."""
        if not self.new_persons:
            return self.value
        added = {name: person_called(study, name) or add_person(study, name) for name in self.new_persons}
        return kind.read(self.typed, _Extended(names, {name.casefold(): str(each) for name, each in added.items()}))


def read(text: str, kind: Kind, names: Names) -> Said:
    typed = text.strip()
    part, total = _divided(typed, kind)
    try:
        value = kind.read(part, names)
        out_of = kind.number(kind.read(total, names)) if total else None
    except Unreadable as wrong:
        if kind.refers_to == "person" and _are_names(wrong.unknown_names):
            return Said(typed, new_persons=wrong.unknown_names)
        return Said(typed, rule=str(wrong))
    number = kind.number(value)
    if out_of is not None and number is not None and (out_of <= 0 or number > out_of):
        return Said(typed, rule=_("{part} out of {total} is more than all of them.").format(part=part, total=total))
    return Said(typed, value, out_of=out_of)


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


def _divided(typed: str, kind: Kind) -> tuple[str, str]:
    """`315 of 450` and `315/450` as the number and the total, where the kind counts things."""
    match = _OUT_OF.fullmatch(typed) if kind.key == "number" else None
    return (match["part"], match["all"]) if match else (typed, "")


def _are_names(texts: Sequence[str]) -> bool:
    return bool(texts) and all(any(character.isalpha() for character in text) for text in texts)
