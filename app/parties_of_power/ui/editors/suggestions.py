"""What an editor offers to choose from: the choices of an attribute, or the names of persons, parties and states."""

from __future__ import annotations

from collections.abc import Iterable

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import Subject
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _


def suggestions(attribute: Attribute, catalogue: Catalogue, day: int) -> tuple[str, ...]:
    """Choices in the order of the codebook, names by the alphabet; empty where the kind has no list of answers."""
    if attribute.kind == "yes_no":
        return _("yes"), _("no")
    match kind(attribute.kind).refers_to:
        case "choice":
            return tuple(choice.label for choice in catalogue.choices_of(attribute.id))
        case "person":
            return _sorted(person.name for person in catalogue.persons.values())
        case "party":
            return _names(catalogue.parties, catalogue, day)
        case "state":
            return _names(catalogue.states, catalogue, day)
    return ()


def _names(subjects: Iterable[Subject], catalogue: Catalogue, day: int) -> tuple[str, ...]:
    return _sorted(catalogue.shown_name(subject.id, day).text for subject in subjects if not subject.retired)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=str.casefold))
