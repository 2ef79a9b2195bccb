"""The kind *person*: one person, however the name is spelled."""

from parties_of_power.domain.kinds.definition import Names
from parties_of_power.domain.kinds.references import Reference, persons_rule
from parties_of_power.texts import _


class PersonKind(Reference):
    key = "person"
    refers_to = "person"

    @property
    def name(self) -> str:
        return _("Person")

    @property
    def rule(self) -> str:
        return _("Write the name of one person, as in Vladimir Putin.")

    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        return persons_rule(unknown)
