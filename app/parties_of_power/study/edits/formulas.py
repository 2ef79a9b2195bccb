"""What the verbs of attributes ask about formulas: may this one stand, and which formulas need an attribute."""

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.formulas import FormulaError, Formulas, stored
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study.edits.checks import count
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


class FormulaRefused(EditRefused):
    """A formula that cannot stand; `start` and `end` are where it is wrong in its text."""

    def __init__(self, sentence: str, start: int, end: int) -> None:
        super().__init__(sentence)
        self.start = start
        self.end = end


def formula_fields(
    study: Study, subject_kind: SubjectKind, kind_key: str, text: str, attribute_id: int = 0
) -> dict[str, object]:
    """How a formula is stored: with ids for names, and with the validity that follows from what it reads."""
    if not text.strip():
        return {"formula": ""}
    _refuse_own_answers(study, attribute_id)
    formulas = study.catalogue.formulas
    try:
        tree = formulas.read(text, subject_kind, kind_key, attribute_id)
    except FormulaError as wrong:
        raise FormulaRefused(_told(str(wrong), wrong.place.start), *wrong.place) from wrong
    return {"formula": stored(tree), "validity": "timeless" if formulas.is_timeless(tree) else "until_changed"}


def refuse_while_used(study: Study, attribute: Attribute) -> None:
    """EditRefused, where formulas read the attribute."""
    users = study.catalogue.formulas.users(attribute.id)
    others = ", ".join(each.name for each in users if each.id != attribute.id)
    if others:
        raise EditRefused(
            ngettext(
                "{name} stands in the formula of {others}; change that first.",
                "{name} stands in the formulas of {others}; change these first.",
                len(users),
            ).format(name=attribute.name, others=others)
        )


def refuse_another_type(study: Study, attribute: Attribute, new_kind: str) -> None:
    """EditRefused, where a formula that reads the attribute would no longer get what it needs."""
    catalogue = study.catalogue
    changed = {**catalogue.attributes, attribute.id: _with_kind(attribute, new_kind)}
    broken = set(Formulas(changed).wrong) - set(catalogue.formulas.wrong) - {attribute.id}
    names = ", ".join(catalogue.attributes[each].name for each in catalogue.attributes if each in broken)
    if names:
        raise EditRefused(
            _("The formula of {others} needs {name} as it is, not as the kind {kind}.").format(
                others=names, name=attribute.name, kind=kind(new_kind).name
            )
        )


def computed_words(study: Study, attribute: Attribute) -> str:
    """Why nothing can be typed in a computed attribute."""
    return _("{attribute} is computed as {formula}: its values change with those, or with the formula.").format(
        attribute=attribute.name, formula=study.catalogue.formulas.text(attribute)
    )


def _with_kind(attribute: Attribute, new_kind: str) -> Attribute:
    return Attribute(attribute.id, attribute.subject_kind, attribute.name, new_kind, formula=attribute.formula)


def _refuse_own_answers(study: Study, attribute_id: int) -> None:
    answers = count(study, "observation", "attribute_id = ?", attribute_id) if attribute_id else 0
    if answers:
        raise EditRefused(
            ngettext(
                "This attribute has {count} observation of its own; add a new attribute for the formula.",
                "This attribute has {count} observations of its own; add a new attribute for the formula.",
                answers,
            ).format(count=answers)
        )


def _told(sentence: str, at: int) -> str:
    return _("Formula, character {place}: {sentence}").format(place=at + 1, sentence=sentence)
