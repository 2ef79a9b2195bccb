"""The entry of an attribute in the codebook, as rich text: its definition, rules, choices and where it is used."""

from __future__ import annotations

from html import escape

from parties_of_power.analysis.uses import AttributeUse
from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _


def computed_rules() -> str:
    """How a formula treats what is missing or not exact, in short."""
    return _(
        "Where a part is missing the result is missing, for the reason that would stay longest: not applicable, "
        "interrupted, sources irreconcilable, unknown, not yet coded. Division by zero is not applicable. Intervals "
        "are reckoned by their ends; about, at least and at most stay where that can be said."
    )


def entry(catalogue: Catalogue, attribute: Attribute, use: AttributeUse | None) -> str:
    lines = [f"<b>{escape(attribute.name)}</b>", escape(attribute.definition or _("No definition yet."))]
    if attribute.is_computed:
        lines.append(f"<b>{escape(_('Formula'))}</b> {escape(catalogue.formulas.text(attribute))}")
        lines.append(escape(computed_rules()))
    if attribute.coding_rule:
        lines.append(f"<b>{escape(_('Coding rule'))}</b> {escape(attribute.coding_rule)}")
    if attribute.source_variable or attribute.source_scale:
        original = "; ".join(filter(None, (attribute.source_variable, attribute.source_scale)))
        lines.append(f"<b>{escape(_('In the dataset'))}</b> {escape(original)}")
    for choice in catalogue.choices_of(attribute.id):
        meaning = f": {choice.meaning}" if choice.meaning else ""
        lines.append(f"• <b>{escape(choice.label)}</b>{escape(meaning)}")
    if use is not None:
        lines.append(f"<b>{escape(_('Used'))}</b> {escape(use.sentence)}")
    return "<br>".join(lines)
