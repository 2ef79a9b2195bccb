"""Which name of a subject is shown on a day."""

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.force import ALWAYS_AFTER, Hold, Span, in_force


@dataclass(frozen=True, slots=True)
class ShownName:
    """`exact` is False where the name was the nearest in time, or is only possibly in force."""

    text: str
    exact: bool


@dataclass(frozen=True, slots=True)
class DatedName:
    """An adopted name, as little of it as the rule needs."""

    text: str
    form: str
    language: str
    span: Span


def name_on(day: int, names: Sequence[DatedName], language: str, forms: Sequence[str]) -> ShownName | None:
    """The name in force in the reader's language, in the first of `forms` that has one; else the nearest in time in
    that language; else in any other language. None where there are no names."""
    return _of_these(day, [name for name in names if name.language == language], forms) or _of_these(day, names, forms)


def _of_these(day: int, names: Sequence[DatedName], forms: Sequence[str]) -> ShownName | None:
    pools = [pool for form in forms if (pool := [name for name in names if name.form == form])]
    for pool in pools:
        place, hold = in_force("until_changed", day, [name.span for name in pool])
        if place >= 0:
            return ShownName(pool[place].text, hold != Hold.POSSIBLY)
    if not pools:
        return None
    return ShownName(min(pools[0], key=lambda name: _distance(day, name.span)).text, False)


def _distance(day: int, span: Span) -> int:
    """How many days lie between a day and the days on which a name is known to have held."""
    last = span.attested if span.end_unknown and span.attested < ALWAYS_AFTER else span.end_max
    return max(span.start_min - day, day - last, 0)
