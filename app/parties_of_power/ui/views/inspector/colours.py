"""The colours of parties as the inspector's pieces carry them: by name, so that a page can be compared with another."""

from __future__ import annotations

from parties_of_power.domain.subjects import Subject
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.ui.theme import party_colour
from parties_of_power.ui.views.inspector.words import Mark


def mark_of(subject: Subject, catalogue: Catalogue) -> Mark:
    """The dot of a party, or its ring."""
    colour = party_colour(subject, catalogue)
    return Mark("ring" if colour.ring else "dot", colour.line.name())
