"""The codebook as a document: every attribute with its definition, coding rule, formula, choices and use."""

from __future__ import annotations

from collections.abc import Iterator

from parties_of_power.analysis.uses import AttributeUse, uses_of_attributes
from parties_of_power.domain.attributes import Attribute, Choice, grouped_in_order, validity_name
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SUBJECT_KINDS, SubjectKind
from parties_of_power.exchange.documents.definition import (
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    labelled,
    plain,
    small,
)
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


def codebook_document(study: Study, day: int) -> Document:
    uses = uses_of_attributes(study)
    count = len(study.catalogue.attributes)
    return Document(
        title=_("Codebook of {name}").format(name=study.title or study.path.stem),
        subtitle=_("As of {day}").format(day=spoken(day)),
        lines=(ngettext("{count} attribute", "{count} attributes", count).format(count=count),),
        blocks=tuple(block for each in SUBJECT_KINDS for block in _part(study.catalogue, each, uses)),
    )


def _part(catalogue: Catalogue, subject_kind: SubjectKind, uses: dict[int, AttributeUse]) -> Iterator[Block]:
    attributes = catalogue.attributes_of(subject_kind)
    if not attributes:
        return
    yield Heading(_("Asked of every party") if subject_kind == "party" else _("Asked of every state"), 1)
    for group, members in grouped_in_order(attributes).items():
        yield Heading(group or _("Other"), 2)
        for attribute in members:
            yield from _entry(catalogue, attribute, uses[attribute.id])


def _entry(catalogue: Catalogue, attribute: Attribute, use: AttributeUse) -> Iterator[Block]:
    yield Heading(attribute.name, 3, kind_words(attribute))
    yield Paragraph(plain(attribute.definition or _("No definition yet.")))
    if attribute.is_computed:
        yield labelled(_("Formula"), catalogue.formulas.text(attribute))
    if attribute.coding_rule:
        yield labelled(_("Coding rule"), attribute.coding_rule)
    for choice in catalogue.choices_of(attribute.id):
        yield Paragraph(_choice(choice), bullet="•")
    if attribute.source_variable or attribute.source_scale:
        original = "; ".join(filter(None, (attribute.source_variable, attribute.source_scale)))
        yield labelled(_("In the dataset"), original)
    yield Paragraph((small(use.sentence),))


def kind_words(attribute: Attribute) -> str:
    """`Percent · % · last known`."""
    held = _("computed") if attribute.is_computed else validity_name(attribute.validity)
    return " · ".join(filter(None, (kind(attribute.kind).name, attribute.unit, held)))


def _choice(choice: Choice) -> tuple[Run, ...]:
    named = choice.label if choice.label == choice.code else f"{choice.label} ({choice.code})"
    return (Run(named, is_bold=True), *((Run(f": {choice.meaning}"),) if choice.meaning else ()))
