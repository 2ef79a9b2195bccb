"""What the strip under a bar carries: an attribute over time, cut where another value comes into force. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold, Span, in_force
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import Observation
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.study import Study
from parties_of_power.ui.views.timeline.arrangement import StripLook
from parties_of_power.ui.views.timeline.bars import Bar


@dataclass(frozen=True, slots=True)
class Piece:
    """From one day to another one value holds, surely or possibly. `share` is its part of the whole or of the greatest
    value, None where it is no number; `place` that of a choice among the choices, -1 for none."""

    first: int
    last: int
    hold: Hold
    text: str
    observation_id: int
    share: float | None = None
    place: int = -1


@dataclass(frozen=True)
class Strip:
    """An attribute as all bars carry it: the pieces of each party, in order."""

    attribute: Attribute
    look: StripLook
    pieces: Mapping[int, tuple[Piece, ...]]
    choices: tuple[str, ...] = field(default=())


def can_carry(attribute: Attribute) -> bool:
    """Whether a strip can show it; what is the same for ever needs none, and what is computed has no periods."""
    return not attribute.is_computed and attribute.validity != "timeless" and attribute.kind not in ("link", "date")


def looks_of(attribute: Attribute) -> tuple[StripLook, ...]:
    if attribute.kind in ("number", "percent"):
        return ("height", "shade")
    return ("pattern",) if attribute.kind == "choice" else ("labels",)


def strip_of(study: Study, attribute: Attribute, look: StripLook, bars: Sequence[Bar], until: int) -> Strip:
    """Of the adopted observations, each day that which is in force then; within the life of the bar, up to `until`."""
    said: dict[int, list[Observation]] = {}
    for each in queries.observations_of_attribute(study, attribute.id):
        if each.standing == "adopted" and each.value:
            said.setdefault(each.subject_id, []).append(each)
    catalogue = study.catalogue
    whole = _whole(attribute, [each for listed in said.values() for each in listed])
    pieces = {
        bar.subject_id: tuple(_pieces(catalogue, attribute, said[bar.subject_id], bar, until=until, whole=whole))
        for bar in bars
        if bar.subject_id in said
    }
    choices = tuple(each.label for each in catalogue.choices_of(attribute.id)) if look == "pattern" else ()
    return Strip(attribute, look, pieces, choices)


def _whole(attribute: Attribute, said: Sequence[Observation]) -> float:
    """What a full strip stands for: of percents 100, else the greatest number."""
    of_kind = kind(attribute.kind)
    if attribute.kind == "percent":
        return 100.0
    return max((of_kind.number(each.value) or 0.0 for each in said), default=0.0) or 1.0


def _pieces(
    catalogue: Catalogue, attribute: Attribute, said: Sequence[Observation], bar: Bar, *, until: int, whole: float
) -> list[Piece]:
    spans = [Span.of(each.period, each.attested) for each in said]
    edited = [each.edited for each in said]
    first = bar.start.first if bar.start.first > ALWAYS_BEFORE else min(span.start_min for span in spans)
    last = bar.end.last if bar.end.last < ALWAYS_AFTER and bar.end.look != "unknown" else until
    cuts = sorted({first, *(day for span in spans for day in _turns(span) if first < day <= last)})
    found: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], last + 1], strict=True):
        place, hold = in_force(attribute.validity, start, spans, edited)
        if place < 0 or end <= start:
            continue
        before = found[-1] if found else None
        if before and before.observation_id == said[place].id and before.hold == hold and before.last == start - 1:
            found[-1] = replace(before, last=end - 1)
        else:
            found.append(_piece(catalogue, attribute, said[place], (start, end - 1, hold), whole))
    return found


def _turns(span: Span) -> tuple[int, ...]:
    """The days from which a value holds otherwise than on the day before."""
    attested = (span.attested + 1,) if span.end_unknown else ()
    return (span.start_min, span.start_max, span.end_min + 1, span.end_max + 1, *attested)


def _piece(
    catalogue: Catalogue, attribute: Attribute, said: Observation, held: tuple[int, int, Hold], whole: float
) -> Piece:
    of_kind = kind(attribute.kind)
    text = of_kind.show(said.value, catalogue.names_for(attribute, held[0]))
    number = of_kind.number(said.value) if attribute.kind in ("number", "percent") else None
    share = None
    if number is not None:
        share = min(max(number / (said.out_of or whole), 0.0), 1.0)
        text = f"{text} / {said.out_of:g}" if said.out_of else f"{text} %" if attribute.unit == "%" else text
    choices = [str(each.id) for each in catalogue.choices_of(attribute.id)] if attribute.kind == "choice" else []
    place = choices.index(said.value) if said.value in choices else -1
    return Piece(*held, text, said.id, share, place)
