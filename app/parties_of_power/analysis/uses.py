"""Where each attribute is used: how many observations it has, which comparisons show it, which formulas read it."""

from __future__ import annotations

from dataclasses import dataclass

from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

_PER_ATTRIBUTE = "SELECT attribute_id, count(*) FROM observation GROUP BY attribute_id"


@dataclass(frozen=True, slots=True)
class AttributeUse:
    """`comparisons` are those that show it in a column, hidden or not; `formulas` the computed attributes."""

    observations: int
    comparisons: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """`41 observations · in Parties of power, States · read by Seat share`."""
        counted = ngettext("{count} observation", "{count} observations", self.observations)
        parts = [counted.format(count=self.observations)]
        if self.comparisons:
            parts.append(_("in the comparisons {names}").format(names=", ".join(self.comparisons)))
        if self.formulas:
            parts.append(_("read by the formula of {names}").format(names=", ".join(self.formulas)))
        return " · ".join(parts)


def uses_of_attributes(study: Study) -> dict[int, AttributeUse]:
    catalogue = study.catalogue
    counted = {int(attribute): int(count) for attribute, count in study.rows(_PER_ATTRIBUTE)}
    shown: dict[int, dict[str, None]] = {}
    for comparison in comparisons(study):
        for column in comparison.columns:
            if column.attribute_id is not None:
                shown.setdefault(column.attribute_id, {})[comparison.name] = None
    return {
        each: AttributeUse(
            counted.get(each, 0),
            tuple(shown.get(each, ())),
            tuple(user.name for user in catalogue.formulas.users(each) if user.id != each),
        )
        for each in catalogue.attributes
    }
