"""Which values an observation may hold: its value read by its kind, its ids looked up, its numbers within bounds."""

import math

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import NO_NAMES, Kind, Unreadable, kind
from parties_of_power.study.edits.checks import count, require
from parties_of_power.study.edits.formulas import computed_words
from parties_of_power.study.edits.naming import attribute_name, subject_name
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.rows import made, selected
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def attribute_of(study: Study, attribute_id: int) -> Attribute:
    """Read anew, as the catalogue does not know yet what the open edit has changed."""
    for row in study.rows(f"SELECT {selected('attribute')} FROM attribute WHERE id = ?", (attribute_id,)):
        attribute: Attribute = made("attribute", row)
        return attribute
    raise EditRefused(_("The study has no such attribute any more."))


def kind_of(study: Study, attribute_id: int) -> Kind:
    return kind(attribute_of(study, attribute_id).kind)


def check_cell(study: Study, subject_id: int, attribute_id: int) -> None:
    """EditRefused, if the attribute is not asked of such a subject, or is computed."""
    require(study, "subject", subject_id)
    attribute = attribute_of(study, attribute_id)
    if attribute.is_computed:
        raise EditRefused(computed_words(study, attribute))
    asked = attribute.subject_kind
    if count(study, "subject", "id = ? AND kind = ?", subject_id, asked):
        return
    names = {"attribute": attribute_name(study, attribute_id), "subject": subject_name(study, subject_id)}
    if asked == "party":
        raise EditRefused(_("{attribute} is asked of parties, and {subject} is a state.").format(**names))
    raise EditRefused(_("{attribute} is asked of states, and {subject} is a party.").format(**names))


def canonical(study: Study, attribute_id: int, value: str) -> str:
    """The value as it is stored; EditRefused with the rule where it is none of this attribute."""
    of_kind = kind_of(study, attribute_id)
    if of_kind.refers_to:
        return _checked_ids(study, attribute_id, of_kind, value)
    try:
        return of_kind.read(value, NO_NAMES)
    except Unreadable as wrong:
        raise EditRefused(
            _("{attribute}: {rule}").format(attribute=attribute_name(study, attribute_id), rule=wrong)
        ) from wrong


def check_numbers(fields: dict[str, object]) -> None:
    """EditRefused, if the numbers beside a value cannot be what they stand for."""
    for name in ("out_of", "low", "high", "ordinal", "coders"):
        number = fields.get(name)
        if isinstance(number, int | float) and not math.isfinite(number):
            raise EditRefused(_("“{number}” is no number that can be counted with.").format(number=number))
    out_of, low, high, coders = (fields.get(name) for name in ("out_of", "low", "high", "coders"))
    if isinstance(out_of, int | float) and out_of <= 0:
        raise EditRefused(_("A number out of {out_of} says nothing: the total must be above 0.").format(out_of=out_of))
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        raise EditRefused(_("An interval from {low} to {high} ends before it begins.").format(low=low, high=high))
    if isinstance(coders, int) and coders < 1:
        raise EditRefused(_("A value was coded by one coder or more."))


def users_of(study: Study, refers_to: str, row_id: int) -> int:
    """How many observations name a choice, a person, a party or a state in their value."""
    kinds = {
        "choice": ("choice", "several_choices"),
        "person": ("person", "several_persons"),
        "subject": ("party", "state"),
    }[refers_to]
    marks = ", ".join("?" * len(kinds))
    where = (
        f"attribute_id IN (SELECT id FROM attribute WHERE kind IN ({marks})) AND"
        " instr(';' || value || ';', ';' || ? || ';') > 0"
    )
    return count(study, "observation", where, *kinds, str(row_id))


def _checked_ids(study: Study, attribute_id: int, of_kind: Kind, value: str) -> str:
    named = value.split(";")
    if len(set(named)) < len(named) or (len(named) > 1 and not of_kind.is_multiple):
        raise EditRefused(
            _("{attribute}: {rule}").format(attribute=attribute_name(study, attribute_id), rule=of_kind.rule)
        )
    for each in named:
        if not each.isascii() or not each.isdigit() or not _is_known(study, attribute_id, of_kind, int(each)):
            raise EditRefused(_not_known(of_kind).format(attribute=attribute_name(study, attribute_id)))
    return value


def _is_known(study: Study, attribute_id: int, of_kind: Kind, row_id: int) -> bool:
    match of_kind.refers_to:
        case "choice":
            return count(study, "choice", "id = ? AND attribute_id = ?", row_id, attribute_id) == 1
        case "person":
            return count(study, "person", "id = ?", row_id) == 1
        case subject_kind:
            return count(study, "subject", "id = ? AND kind = ?", row_id, subject_kind) == 1


def _not_known(of_kind: Kind) -> str:
    return {
        "choice": _("{attribute} has no such choice."),
        "person": _("{attribute} names a person, and the study has no such person."),
        "party": _("{attribute} names a party, and the study has no such party."),
        "state": _("{attribute} names a state, and the study has no such state."),
    }[of_kind.refers_to]
