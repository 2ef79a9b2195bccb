"""From the ties of a study to the arcs between bars that show them. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from parties_of_power.domain.events import Tie
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.ui.views.timeline.arrangement import Arrangement
from parties_of_power.ui.views.timeline.lanes import Place, TieArc


def arcs_of(ties: Iterable[Tie], places: Mapping[int, Place], arrangement: Arrangement) -> tuple[TieArc, ...]:
    """The arcs to draw, in order of time: one from each party to the next below it. A tie without any day has none."""
    taken: dict[tuple[int, int, int], int] = {}
    found = []
    for tie in ties:
        days = _days(tie)
        if days is None or tie.form in arrangement.hidden_forms or tie.status in arrangement.hidden_statuses:
            continue
        party_ids = sorted(
            (each for each in set(tie.party_ids) if each in places), key=lambda each: _down(places, each)
        )
        for upper, lower in pairwise(party_ids):
            key = (upper, lower, days[0])
            step = taken[key] = taken.get(key, -1) + 1
            found.append(TieArc(tie, upper, lower, *days, step))
    return tuple(sorted(found, key=lambda arc: arc.middle))


def _days(tie: Tie) -> tuple[int, int] | None:
    if tie.date is None or (tie.date.earliest is None and tie.date.latest is None):
        return None
    first = ALWAYS_BEFORE if tie.date.earliest is None else tie.date.earliest
    return first, ALWAYS_AFTER if tie.date.latest is None else tie.date.latest


def _down(places: Mapping[int, Place], party_id: int) -> tuple[int, int]:
    return places[party_id].lane, places[party_id].row
