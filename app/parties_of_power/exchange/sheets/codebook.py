"""The sheet Codebook: every attribute with its formula or definition, coding rule, kind, unit, validity and choices."""

from collections.abc import Iterator

from parties_of_power.domain.attributes import Choice, validity_name
from parties_of_power.domain.kinds import kind
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, Look, Sheet, SheetColumn, Shown
from parties_of_power.exchange.sheets.values import id_content
from parties_of_power.texts import _


def codebook_sheet(export: Export, changes: Alterations) -> Sheet:
    return Sheet("Codebook", _columns(), _rows(export), len(export.study.catalogue.attributes))


def _columns() -> list[SheetColumn]:
    return [
        SheetColumn(_("Attribute")),
        SheetColumn(_("Asked of")),
        SheetColumn(_("Group")),
        SheetColumn(_("Kind")),
        SheetColumn(_("Unit")),
        SheetColumn(_("Holds"), note=_("How long a value is shown.")),
        SheetColumn(_("Formula"), width=44, wraps=True, note=_("Of a computed attribute: how its values come about.")),
        SheetColumn(_("Definition"), width=56, wraps=True),
        SheetColumn(_("Coding rule"), width=56, wraps=True),
        SheetColumn(_("Choices"), width=44, wraps=True),
        SheetColumn(_("Original variable"), width=24, wraps=True),
        SheetColumn(_("Original scale"), width=32, wraps=True),
        SheetColumn(_("Decimals")),
        SheetColumn(_("Key")),
        SheetColumn(_("Id")),
    ]


def _rows(export: Export) -> Iterator[list[Content]]:
    catalogue = export.study.catalogue
    for attribute in catalogue.attributes.values():
        yield [
            Shown(attribute.name, Look(style="name")),
            _("parties") if attribute.subject_kind == "party" else _("states"),
            attribute.group,
            kind(attribute.kind).name,
            attribute.unit,
            validity_name(attribute.validity),
            catalogue.formulas.text(attribute),
            attribute.definition,
            attribute.coding_rule,
            "\n".join(map(_choice, catalogue.choices_of(attribute.id))),
            attribute.source_variable,
            attribute.source_scale,
            attribute.decimals,
            attribute.key,
            id_content(attribute.id),
        ]


def _choice(choice: Choice) -> str:
    named = choice.label if choice.label == choice.code else f"{choice.code} = {choice.label}"
    return _("{choice}: {meaning}").format(choice=named, meaning=choice.meaning) if choice.meaning else named
