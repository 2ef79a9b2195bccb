"""Moving attributes and groups by hand: one step up or down, or to where they are dropped."""

from __future__ import annotations

from collections.abc import Sequence

from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.edits.attribute_order import move_attribute, move_group
from parties_of_power.study.study import Study
from parties_of_power.ui.views.codebook.model import Group, groups_beside


def step_attribute(study: Study, groups: Sequence[Group], attribute: Attribute, by: int) -> None:
    """Within its group; from its edge into the next group of the same subjects."""
    group = next(each for each in groups if attribute in each.attributes)
    place = group.attributes.index(attribute) + by
    if 0 <= place < len(group.attributes):
        move_attribute(study, attribute.id, group.name, place)
        return
    beside = groups_beside(groups, group)
    other = beside.index(group) + by
    if 0 <= other < len(beside):
        move_attribute(study, attribute.id, beside[other].name, 0 if by > 0 else beside[other].count)


def step_group(study: Study, groups: Sequence[Group], group: Group, by: int) -> None:
    beside = groups_beside(groups, group)
    place = beside.index(group) + by
    if 0 <= place < len(beside):
        move_group(study, group.subject_kind, group.name, place)


def drop_attribute(study: Study, attribute: Attribute, group: Group, place: int) -> bool:
    """Before the attribute that stands at a place of the group; whether it can be there."""
    if attribute.subject_kind != group.subject_kind:
        return False
    others = [each for each in group.attributes if each.id != attribute.id]
    before = sum(each.id != attribute.id for each in group.attributes[:place])
    move_attribute(study, attribute.id, group.name, min(before, len(others)))
    return True


def drop_group(study: Study, groups: Sequence[Group], moved: Group, target: Group, *, after: bool) -> bool:
    """Before or after another group of the same subjects."""
    if moved.subject_kind != target.subject_kind or moved.key == target.key:
        return False
    others = [each for each in groups_beside(groups, moved) if each.key != moved.key]
    place = next(number for number, each in enumerate(others) if each.key == target.key)
    move_group(study, moved.subject_kind, moved.name, place + after)
    return True
