"""The verbs of the order in the codebook: an attribute or a whole group is moved by hand, and a group is renamed."""

from collections.abc import Sequence

from parties_of_power.domain.attributes import Attribute, grouped_in_order
from parties_of_power.domain.subjects import SUBJECT_KINDS, SubjectKind
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.checks import require_one_of
from parties_of_power.study.edits.values import attribute_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.rows import made, selected
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_STEP = 10


def move_attribute(study: Study, attribute_id: int, group: str, position: int) -> None:
    """Put an attribute at a place (from 0) among the others of a group, which may be another or a new one."""
    moved = attribute_of(study, attribute_id)
    groups = grouped_in_order(each for each in _attributes(study, moved.subject_kind) if each.id != attribute_id)
    place = max(position, 0)
    groups.setdefault(group.strip(), []).insert(place, moved)
    label = _("Move attribute {name}")
    if group.strip() != moved.group:
        label = _("Move attribute {name} to {group}") if group.strip() else _("Move attribute {name} out of its group")
    with study.edit(label.format(name=moved.name, group=group.strip())) as edit:
        edit.update("attribute", attribute_id, grp=group.strip())
        _write_order(edit, groups)


def move_group(study: Study, subject_kind: SubjectKind, group: str, position: int) -> None:
    """Put a group with all its attributes at a place (from 0) among the other groups."""
    groups = _groups_with(study, subject_kind, group)
    order = [each for each in groups if each != group]
    order.insert(max(position, 0), group)
    with study.edit(_("Move group {group}").format(group=_called(group))) as edit:
        _write_order(edit, {each: groups[each] for each in order})


def rename_group(study: Study, subject_kind: SubjectKind, group: str, name: str) -> None:
    """For all its attributes; with the name of another group the two become one, where the other one stands."""
    groups, new = _groups_with(study, subject_kind, group), name.strip()
    if new == group:
        return
    moved = groups[group]
    if new in groups:
        groups[new] += groups.pop(group)
    label = _("Rename group {old} to {new}").format(old=_called(group), new=_called(new))
    with study.edit(label) as edit:
        for attribute in moved:
            edit.update("attribute", attribute.id, grp=new)
        _write_order(edit, groups)


def _groups_with(study: Study, subject_kind: SubjectKind, group: str) -> dict[str, list[Attribute]]:
    require_one_of(subject_kind, SUBJECT_KINDS, _("kind of subject"))
    groups = grouped_in_order(_attributes(study, subject_kind))
    if group not in groups:
        raise EditRefused(_("There is no group {group} any more.").format(group=_called(group)))
    return groups


def _attributes(study: Study, subject_kind: SubjectKind) -> Sequence[Attribute]:
    """Read anew, in the order of the codebook: the catalogue does not know what the open edit has changed."""
    rows = study.rows(
        f"SELECT {selected('attribute')} FROM attribute WHERE subject_kind = ? ORDER BY position, name, id",
        (subject_kind,),
    )
    return [made("attribute", row) for row in rows]


def _write_order(edit: Edit, groups: dict[str, list[Attribute]]) -> None:
    """The places that there are already are dealt out anew, so that few rows change; equal ones tell no order."""
    order = [attribute for group in groups.values() for attribute in group]
    places = sorted(attribute.position for attribute in order)
    if len(set(places)) < len(places):
        places = [_STEP * number for number in range(1, len(order) + 1)]
    for attribute, place in zip(order, places, strict=True):
        edit.update("attribute", attribute.id, position=place)


def _called(group: str) -> str:
    return group or _("without a name")
