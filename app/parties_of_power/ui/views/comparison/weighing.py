"""The weights of a ranking as whole percents that make a hundred: what dragging a border or typing one does to them."""

from __future__ import annotations

from collections.abc import Sequence

WHOLE = 100


def percents(weights: Sequence[float], whole: int = WHOLE) -> list[int]:
    """In the proportion of the weights; what rounding leaves over goes to those that lost most by it."""
    total = sum(weights)
    exact = [each * whole / total if total else whole / len(weights) for each in weights]
    found = [int(each) for each in exact]
    by_loss = sorted(range(len(exact)), key=lambda place: found[place] - exact[place])
    for place in by_loss[: whole - sum(found)]:
        found[place] += 1
    return found


def with_percent(known: Sequence[int], place: int, percent: int) -> list[int]:
    """One of them set, the others in their old proportion; one that stands alone stays the whole."""
    if len(known) == 1:
        return [WHOLE]
    others = percents([each for other, each in enumerate(known) if other != place], WHOLE - percent)
    return [*others[:place], percent, *others[place:]]


def with_border(known: Sequence[int], border: int, at: int) -> list[int]:
    """The border after a place moved to a percent of the whole: only the two beside it change."""
    both = known[border] + known[border + 1]
    first = min(max(at - sum(known[:border]), 0), both)
    return [*known[:border], first, both - first, *known[border + 2 :]]


def with_one_more(known: Sequence[int]) -> list[int]:
    """A further one at the end, that counts as much as the others do on average."""
    return with_percent([*known, 0], len(known), round(WHOLE / (len(known) + 1)))
