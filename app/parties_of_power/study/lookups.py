"""What the ids in a value are called, and which id a text means: choices, parties, states, persons."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MOST_LABELS = 200


def folded(text: str) -> str:
    """As names are compared: capital and small letters, kinds of blanks and ways to write an accent are the same."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(composed.casefold().split())


@dataclass(frozen=True, slots=True)
class Called:
    """Something with an id: the label shown, and every other text that means it."""

    id: int
    label: str
    others: tuple[str, ...] = ()


class Lookup:
    """Finds by label and by every other text. A label that two share is shown with the key or id behind it."""

    def __init__(self, called: Iterable[Called]) -> None:
        self._found: dict[str, set[int]] = {}
        self._labels: dict[str, str] = {}
        everything = list(called)
        for each in everything:
            for text in (each.label, str(each.id), *each.others):
                self._found.setdefault(folded(text), set()).add(each.id)
        for each in everything:
            self._labels[str(each.id)] = self._unmistakable(each)

    def find(self, text: str) -> str | None:
        """None also where the text could mean two."""
        found = self._found.get(folded(text), ())
        return str(next(iter(found))) if len(found) == 1 else None

    def found(self, text: str) -> tuple[int, ...]:
        """All that the text may mean."""
        return tuple(sorted(self._found.get(folded(text), ())))

    def label(self, value_id: str) -> str:
        return self._labels.get(value_id, value_id)

    def labels(self) -> Sequence[str]:
        return tuple(self._labels.values()) if len(self._labels) <= _MOST_LABELS else ()

    def _unmistakable(self, each: Called) -> str:
        """Also where the label holds what divides several values in one text."""
        if self.find(each.label) == str(each.id) and ";" not in each.label:
            return each.label
        label = f"{each.label.replace(';', ',')} ({each.id})"
        self._found.setdefault(folded(label), set()).add(each.id)
        return label
