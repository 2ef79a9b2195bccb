"""The verb that sets all choices of an attribute at once: their order, labels and meanings."""

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.study.edits.attributes import remove_choice
from parties_of_power.study.edits.checks import as_int, require, words
from parties_of_power.study.edits.naming import attribute_name
from parties_of_power.study.edits.values import kind_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.lookups import folded
from parties_of_power.study.study import Study
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class WantedChoice:
    """`id` is that of the choice that becomes this one; None for a new one, or the one that has the label already."""

    label: str
    meaning: str = ""
    id: int | None = None


def set_choices(study: Study, attribute_id: int, wanted: Sequence[WantedChoice]) -> None:
    """In this order; a new label renames the answer wherever it was given. What is not wanted is removed, which is
    refused while it is an answer somewhere."""
    require(study, "attribute", attribute_id)
    name = attribute_name(study, attribute_id)
    if kind_of(study, attribute_id).refers_to != "choice":
        raise EditRefused(_("{name} has no choices: its kind is another.").format(name=name))
    labels = [words(each.label, _("A choice needs a label.")) for each in wanted]
    if not labels:
        raise EditRefused(_("{name} needs at least one choice.").format(name=name))
    if len({folded(label) for label in labels}) < len(labels):
        raise EditRefused(_("The same choice stands on two lines."))
    known = _known(study, attribute_id)
    by_label = {label: choice_id for choice_id, (label, _old) in known.items()}
    places = [each.id if each.id in known else by_label.get(label) for each, label in zip(wanted, labels, strict=True)]
    with study.edit(_("Change the choices of {name}").format(name=name)) as edit:
        for gone in known.keys() - set(places):
            remove_choice(study, gone)
        codes = {code for each, (_old, code) in known.items() if each in places}
        for position, (choice_id, each, label) in enumerate(zip(places, wanted, labels, strict=True), 1):
            fields = {"label": label, "meaning": each.meaning.strip(), "position": position}
            if choice_id is not None:
                edit.update("choice", choice_id, **fields)
            else:
                code = _free(label, codes)
                codes.add(code)
                edit.insert("choice", attribute_id=attribute_id, code=code, **fields)


def _known(study: Study, attribute_id: int) -> dict[int, tuple[str, str]]:
    """Label and code of each choice, by its id."""
    rows = study.rows(
        "SELECT id, label, code FROM choice WHERE attribute_id = ? ORDER BY position, id", (attribute_id,)
    )
    return {as_int(choice_id): (str(label), str(code)) for choice_id, label, code in rows}


def _free(label: str, codes: set[str]) -> str:
    """The label as code, with a number where another choice has it as its code."""
    taken, code, number = {folded(each) for each in codes}, label, 2
    while folded(code) in taken:
        code, number = f"{label} {number}", number + 1
    return code
