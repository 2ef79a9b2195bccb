"""Names that are like a name, with a score: by the groups of three letters that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from parties_of_power.exchange.imports.spelling import name_key, name_keys

_COMMON = 400  # a group of letters that more names than this have tells nothing, unless a name has no other
_LOOKED_AT = 12
_WITHIN, _LONG_ENOUGH = 0.8, 5


class NameIndex:
    """Owners of names. The score is the part of letter groups that two names share (Dice), 1 for the same key."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._owners: dict[str, set[int]] = defaultdict(set)
        for owner, text in names:
            for key in name_keys(text):
                self._owners[key].add(owner)
        self._keys = list(self._owners)
        self._groups = [_groups(key) for key in self._keys]
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, groups in enumerate(self._groups):
            for group in groups:
                self._with[group].append(place)

    def spelled(self, text: str) -> set[int]:
        """Whose names differ from the text in spelling alone."""
        return set().union(*(self._owners.get(key, ()) for key in name_keys(text)))

    def like(self, text: str, most: int = 5, among: set[int] | None = None) -> list[tuple[int, float]]:
        """Owners and scores, the best first, none below one half."""
        groups = _groups(name_key(text))
        best: dict[int, float] = {}
        for place, _shared in self._candidates(groups).most_common(_LOOKED_AT if among is None else 200):
            score = _score(groups, self._groups[place])
            for owner in self._owners[self._keys[place]]:
                if score >= 0.5 and (among is None or owner in among):
                    best[owner] = max(score, best.get(owner, 0))
        return sorted(best.items(), key=lambda each: (-each[1], each[0]))[:most]

    def _candidates(self, groups: frozenset[str]) -> Counter[int]:
        shared: Counter[int] = Counter()
        rare = [group for group in groups if len(self._with.get(group, ())) <= _COMMON] or list(groups)
        for group in rare:
            shared.update(self._with.get(group, ()))
        return shared


def _groups(key: str) -> frozenset[str]:
    padded = " ".join(f" {word} " for word in key.split())
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def _score(one: frozenset[str], other: frozenset[str]) -> float:
    """A name that stands within a longer one is like it as well."""
    if not one or not other:
        return 0.0
    shared, shorter = len(one & other), min(len(one), len(other))
    within = _WITHIN * shared / shorter if shorter >= _LONG_ENOUGH else 0.0
    return max(2 * shared / (len(one) + len(other)), within)
