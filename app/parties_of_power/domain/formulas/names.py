"""`Names`: which attributes a formula may name, how they are found in its text, and how they are written there."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.formulas.tree import FormulaError, Place
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _

_NEAR = 0.6
RESERVED = ("and", "or", "not", "yes", "no", "as_of", "of_state")
_PLAIN = re.compile(r"[^\W\d][\w'’]*(?: [\w'’]+)*")
# Signs are written between blanks, so that a hyphen within a word, or a bracket after a blank, cannot be one.
_ALONE = re.compile(r"[^\W\d][\w'’]*(?:(?: |-| \()[\w'’]+\)?)*")


class Names:
    """The attributes of a study, seen from a formula about parties or about states."""

    def __init__(self, attributes: Iterable[Attribute], subject_kind: SubjectKind) -> None:
        self.subject_kind = subject_kind
        self.attributes = {each.id: each for each in attributes}
        self._ids: dict[SubjectKind, dict[str, int]] = {"party": {}, "state": {}}
        for each in self.attributes.values():
            self._ids[each.subject_kind][_folded(each.name)] = each.id
        self._longest = {
            kind: sorted(filter(_stands_alone, ids), key=len, reverse=True) for kind, ids in self._ids.items()
        }

    def asked(self, of_state: bool) -> SubjectKind:
        return "state" if of_state else self.subject_kind

    def longest_at(self, text: str, start: int, of_state: bool) -> str:
        """The longest name that stands in the text from there on and ends with a word; '' for none. Names that could be
        read as something else need their brackets."""
        for name in self._longest[self.asked(of_state)]:
            end = start + len(name)
            if text[start:end].casefold() == name and not (name[-1:].isalnum() and text[end : end + 1].isalnum()):
                return text[start:end]
        return ""

    def id_of(self, name: str, of_state: bool, place: Place) -> int:
        """FormulaError, where nothing is called so, names what is called nearly so."""
        asked = self.asked(of_state)
        found = self._ids[asked].get(_folded(name))
        if found is None:
            raise FormulaError(self._unknown(name.strip(), asked), place)
        return found

    def known(self, attribute_id: int, of_state: bool, place: Place) -> int:
        attribute = self.attributes.get(attribute_id)
        if attribute is None or attribute.subject_kind != self.asked(of_state):
            raise FormulaError(_("This formula names an attribute that is not in the study any more."), place)
        return attribute_id

    def written(self, attribute_id: int) -> str:
        """The name as a formula has it: in brackets where it would be taken for something else; as the id where it is
        not known, or would end the brackets itself."""
        attribute = self.attributes.get(attribute_id)
        if attribute is None or "]" in attribute.name:
            return f"{{{attribute_id}}}"
        name = attribute.name
        return name if _PLAIN.fullmatch(name) and _stands_alone(name) else f"[{name}]"

    def of_subject(self) -> tuple[str, ...]:
        """The names of the attributes of the subject itself, for a list to choose from."""
        return tuple(
            self.written(each.id) for each in self.attributes.values() if each.subject_kind == self.asked(False)
        )

    def of_state(self) -> tuple[str, ...]:
        """As `of_subject`, of a party's state; empty where the subject is a state."""
        if self.subject_kind == "state":
            return ()
        return tuple(self.written(each.id) for each in self.attributes.values() if each.subject_kind == "state")

    def _unknown(self, name: str, asked: SubjectKind) -> str:
        other: SubjectKind = "party" if asked == "state" else "state"
        elsewhere = self._ids[other].get(_folded(name))
        if elsewhere is not None and other == "state":
            return _("{name} is asked of states: write of_state({name}).").format(name=self.written(elsewhere))
        if elsewhere is not None:
            return _("{name} is asked of parties, and this is about states.").format(name=self.written(elsewhere))
        meant = self._nearest(_folded(name), asked)
        if meant:
            return _("There is no attribute “{name}”: is {meant} meant?").format(name=name, meant=meant)
        return _("There is no attribute “{name}”.").format(name=name)

    def _nearest(self, name: str, asked: SubjectKind) -> str:
        """What is called nearly so, as a formula has it, also of a party's state; '' for nothing."""
        possible = {known: self.written(each) for known, each in self._ids[asked].items()}
        if asked == self.subject_kind == "party":
            of_state = {known: f"of_state({self.written(each)})" for known, each in self._ids["state"].items()}
            possible = of_state | possible
        likeness = {known: _likeness(name, known) for known in possible}
        nearest = max(likeness, key=likeness.__getitem__, default="")
        return possible[nearest] if nearest and likeness[nearest][0] >= _NEAR else ""


def _likeness(one: str, other: str) -> tuple[float, float]:
    """From 0 to 1, first as if the other had been begun only, then of the whole."""
    whole = SequenceMatcher(None, one, other).ratio()
    return max(whole, SequenceMatcher(None, one, other[: len(one)]).ratio()), whole


def _stands_alone(name: str) -> bool:
    return _ALONE.fullmatch(name) is not None and not set(re.findall(r"\w+", name.casefold())) & set(RESERVED)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
