"""The kind *choice*: one of the answers that the codebook lists."""

from parties_of_power.domain.kinds.definition import Names
from parties_of_power.domain.kinds.references import Reference, choices_rule
from parties_of_power.texts import _


class ChoiceKind(Reference):
    key = "choice"
    refers_to = "choice"

    @property
    def name(self) -> str:
        return _("Choice")

    @property
    def rule(self) -> str:
        return _("Write one of the choices of this attribute, by its label or code, as in disputed.")

    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        return choices_rule(unknown, names)
