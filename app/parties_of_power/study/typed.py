"""What a typed text says: a value, a number out of a total, persons who are new, or nothing that its kind can read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.kinds import Kind, Names, Unreadable
from parties_of_power.domain.observations import Missing, Observation
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


def _divided(typed: str, kind: Kind) -> tuple[str, str]:
    """`315 of 450` and `315/450` as the number and the total, where the kind counts things."""
    match = _OUT_OF.fullmatch(typed) if kind.key == "number" else None
    return (match["part"], match["all"]) if match else (typed, "")


def _are_names(texts: Sequence[str]) -> bool:
    return bool(texts) and all(any(character.isalpha() for character in text) for text in texts)
