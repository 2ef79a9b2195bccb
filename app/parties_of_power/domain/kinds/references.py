"""What the kinds share whose values are ids: a choice, a party, a state, a person, one or several."""

import re
from abc import abstractmethod
from typing import ClassVar

from parties_of_power.domain.kinds.definition import Kind, Names, Unreadable
from parties_of_power.texts import _

_COMMA_OR_AND = re.compile(r"(\s*,\s*(?:and\s+)?|\s+and\s+)")
_LISTED_CHOICES = 12


class Reference(Kind):
    """One id, as decimal text."""

    def read(self, text: str, names: Names) -> str:
        name = text.strip()
        if not name:
            raise Unreadable(self.rule, text)
        found = names.find(name)
        if found is None:
            raise Unreadable(self.not_found((name,), names), text, (name,))
        return found

    def show(self, value: str, names: Names) -> str:
        return names.label(value)

    @abstractmethod
    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        """The rule where some names are not known."""


class SeveralReferences(Reference):
    """Ids joined by semicolons, in the order typed; which ones they are counts, not their order.

    Names are divided by semicolons. Without one also by commas and "and", where these are not part of a known name.
    """

    is_multiple: ClassVar[bool] = True

    def read(self, text: str, names: Names) -> str:
        found: list[str] = []
        unknown: list[str] = []
        for name in _divided(text.strip(), names):
            value_id = names.find(name)
            if value_id is None:
                unknown.append(name)
            elif value_id not in found:
                found.append(value_id)
        if unknown:
            raise Unreadable(self.not_found(tuple(unknown), names), text, tuple(dict.fromkeys(unknown)))
        if not found:
            raise Unreadable(self.rule, text)
        return ";".join(found)

    def show(self, value: str, names: Names) -> str:
        return "; ".join(names.label(value_id) for value_id in value.split(";"))

    def differs(self, a: str, b: str) -> bool:
        return set(a.split(";")) != set(b.split(";"))


def choices_rule(unknown: tuple[str, ...], names: Names) -> str:
    """Names the choices, or the first of very many."""
    labels = list(names.labels())
    listed = ", ".join(labels[:_LISTED_CHOICES]) + (", …" if len(labels) > _LISTED_CHOICES else "")
    wrong = quoted(unknown)
    if not listed:
        return _("{names} is no choice of this attribute: it has none yet.").format(names=wrong)
    return _("{names} is no choice of this attribute: write one of {choices}.").format(names=wrong, choices=listed)


def persons_rule(unknown: tuple[str, ...]) -> str:
    return _("No person of this study is called {names}: write a name as in Vladimir Putin, or add the person.").format(
        names=quoted(unknown)
    )


def quoted(names: tuple[str, ...]) -> str:
    return ", ".join(_("“{name}”").format(name=name) for name in names)


def _divided(text: str, names: Names) -> list[str]:
    if names.find(text) is not None:
        return [text]
    if ";" in text:
        return [name for part in text.split(";") if (name := part.strip())]
    return _divided_by_commas(text, names)


def _divided_by_commas(text: str, names: Names) -> list[str]:
    """Names with their dividers between them; the longest run that is a known name is taken as one."""
    parts = _COMMA_OR_AND.split(text)
    divided, place = [], 0
    while place < len(parts):
        ends = range(len(parts), place, -2)
        end = next((end for end in ends if names.find("".join(parts[place:end])) is not None), place + 1)
        divided.append("".join(parts[place:end]).strip())
        place = end + 1
    return [name for name in divided if name]
