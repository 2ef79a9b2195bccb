"""The kind *several choices*: some of the answers that the codebook lists."""

from parties_of_power.domain.kinds.definition import Names
from parties_of_power.domain.kinds.references import SeveralReferences, choices_rule
from parties_of_power.texts import _


class SeveralChoicesKind(SeveralReferences):
    key = "several_choices"
    refers_to = "choice"

    @property
    def name(self) -> str:
        return _("Several choices")

    @property
    def rule(self) -> str:
        return _("Write choices of this attribute divided by semicolons, as in agreement; forum.")

    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        return choices_rule(unknown, names)
