"""The kind *text*: free words, kept as typed."""

import unicodedata

from parties_of_power.domain.kinds.definition import Kind, Names, Unreadable
from parties_of_power.texts import _

_CONTROL_OR_HALF_A_CHARACTER = ("Cc", "Cs")


class TextKind(Kind):
    key = "text"

    @property
    def name(self) -> str:
        return _("Text")

    @property
    def rule(self) -> str:
        return _("A text is one word or more, as in Social conservatism.")

    def read(self, text: str, names: Names) -> str:
        value = text.strip()
        if not value or any(_is_unprintable(character) for character in value):
            raise Unreadable(self.rule, text)
        return value

    def differs(self, a: str, b: str) -> bool:
        """Blanks count as one blank, and a letter with its accent as one letter however it is encoded."""
        return _compared(a) != _compared(b)


def _is_unprintable(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) in _CONTROL_OR_HALF_A_CHARACTER


def _compared(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
