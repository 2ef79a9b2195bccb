"""The verb that gives an attribute another kind: every answer is read again, and none is lost."""

from collections.abc import Sequence

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import KINDS, Unreadable, kind
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.attributes import add_choice
from parties_of_power.study.edits.checks import as_int, ids, require_one_of
from parties_of_power.study.edits.formulas import computed_words, refuse_another_type
from parties_of_power.study.edits.typed_persons import value_with_persons
from parties_of_power.study.edits.values import attribute_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.lookups import Called, Lookup
from parties_of_power.study.reading_as import Rereading, names_under, reread, with_kind
from parties_of_power.study.rows import colouring, ranking, stored_colouring, stored_ranking
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def change_kind(study: Study, attribute_id: int, new_kind: str, choices: Sequence[str] | None = None) -> None:
    """Its answers are what `reading_as.reread` shows: those that cannot be read are kept as typed and marked wrong.

    `choices` are the labels, in order, that a kind of choices has from then on, None for those there are. A kind
    without choices takes them away. Filters, colours and weights of its columns go, as they belong to the old kind.
    """
    require_one_of(new_kind, [each.key for each in KINDS], _("kind"))
    attribute = attribute_of(study, attribute_id)
    if attribute.is_computed:
        raise EditRefused(computed_words(study, attribute))
    if attribute.role and new_kind != "date":
        raise EditRefused(_("Only a date can say when a life began or ended."))
    refuse_another_type(study, attribute, new_kind)
    answers = reread(study, attribute, new_kind, choices)
    label = _("Change {name} from {old} to {new}").format(
        name=attribute.name, old=kind(attribute.kind).name, new=kind(new_kind).name
    )
    with study.edit(label) as edit:
        edit.update("attribute", attribute_id, kind=new_kind)
        if kind(new_kind).refers_to == "choice" and choices is not None:
            _add_choices(study, attribute_id, choices)
        for answer in answers:
            _write(study, edit, attribute, new_kind, answer)
        if kind(new_kind).refers_to != "choice":
            for choice_id in ids(study, "choice", "attribute_id = ?", attribute_id):
                edit.delete("choice", choice_id)
        _forget_how_it_was_arranged(study, edit, attribute_id)


def _add_choices(study: Study, attribute_id: int, choices: Sequence[str]) -> None:
    known = {str(label) for (label,) in study.rows("SELECT label FROM choice WHERE attribute_id = ?", (attribute_id,))}
    for label in choices:
        if label not in known:
            add_choice(study, attribute_id, label, label)


def _write(study: Study, edit: Edit, attribute: Attribute, new_kind: str, answer: Rereading) -> None:
    said = answer.said
    value = "" if said.is_wrong else _value(study, attribute, new_kind, answer)
    number = kind(new_kind).number(value) if value else None
    for observation in answer.observations:
        edit.update(
            "observation",
            observation.id,
            value=value,
            number=number,
            wrong=int(said.is_wrong),
            typed=answer.text if said.is_wrong else observation.typed or answer.text,
            out_of=observation.out_of if said.out_of is None else said.out_of,
        )


def _value(study: Study, attribute: Attribute, new_kind: str, answer: Rereading) -> str:
    """Choices and persons that have been added meanwhile have their ids by now."""
    of_kind = kind(new_kind)
    if of_kind.refers_to == "choice":
        rows = study.rows("SELECT id, label, code FROM choice WHERE attribute_id = ?", (attribute.id,))
        names = Lookup(Called(as_int(choice_id), label, (code,)) for choice_id, label, code in rows)
        try:
            return of_kind.read(answer.text, names)
        except Unreadable as wrong:
            raise EditRefused(str(wrong)) from wrong
    return value_with_persons(study, answer.said, of_kind, names_under(study, with_kind(attribute, new_kind), new_kind))


def _forget_how_it_was_arranged(study: Study, edit: Edit, attribute_id: int) -> None:
    columns = set(ids(study, "comparison_column", "attribute_id = ?", attribute_id))
    for column_id in columns:
        edit.update("comparison_column", column_id, filter_test="", filter_texts="")
    for comparison_id, colours, weights in list(study.rows("SELECT id, colouring, ranking FROM comparison")):
        edit.update(
            "comparison",
            comparison_id,
            colouring=stored_colouring(each for each in colouring(colours) if each.column_id not in columns),
            ranking=stored_ranking(each for each in ranking(weights) if each.column_id not in columns),
        )
