"""Which attributes a formula needs, also through the formulas of others, and whether it needs itself."""

from collections.abc import Mapping

from parties_of_power.domain.formulas.tree import AttributeOf, Tree, leaves

Trees = Mapping[int, Tree]


def needed(attribute_id: int, trees: Trees) -> frozenset[AttributeOf]:
    """All that the formula of an attribute reads, at any depth; what is read of a state stays marked so."""
    found: set[AttributeOf] = set()
    waiting = [AttributeOf(attribute_id)]
    while waiting:
        here = waiting.pop()
        tree = trees.get(here.attribute_id)
        for leaf in leaves(tree) if tree is not None else ():
            if isinstance(leaf, AttributeOf):
                read = AttributeOf(leaf.attribute_id, here.of_state or leaf.of_state)
                if read not in found:
                    found.add(read)
                    waiting.append(read)
    return frozenset(found)


def circle(attribute_id: int, trees: Trees) -> tuple[int, ...]:
    """The attributes by which a formula leads back to itself, beginning and ending with it; empty where none does."""
    return _way(attribute_id, attribute_id, trees, frozenset())


def _way(here: int, to: int, trees: Trees, passed: frozenset[int]) -> tuple[int, ...]:
    tree = trees.get(here)
    for leaf in leaves(tree) if tree is not None else ():
        if not isinstance(leaf, AttributeOf):
            continue
        if leaf.attribute_id == to:
            return here, to
        if leaf.attribute_id in passed:
            continue
        rest = _way(leaf.attribute_id, to, trees, passed | {here})
        if rest:
            return here, *rest
    return ()
