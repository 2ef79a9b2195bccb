"""The kind *party*: one of the parties of the study."""

from parties_of_power.domain.kinds.definition import Names
from parties_of_power.domain.kinds.references import Reference, quoted
from parties_of_power.texts import _


class PartyKind(Reference):
    key = "party"
    refers_to = "party"

    @property
    def name(self) -> str:
        return _("Party")

    @property
    def rule(self) -> str:
        return _("Write any name of a party of this study, as in United Russia.")

    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        return _(
            "No party of this study is called {names}: write a name as in United Russia, or add the party."
        ).format(names=quoted(unknown))
