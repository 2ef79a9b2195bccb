"""The kind *state*: one of the states of the study."""

from parties_of_power.domain.kinds.definition import Names
from parties_of_power.domain.kinds.references import Reference, quoted
from parties_of_power.texts import _


class StateKind(Reference):
    key = "state"
    refers_to = "state"

    @property
    def name(self) -> str:
        return _("State")

    @property
    def rule(self) -> str:
        return _("Write any name of a state of this study, as in Kazakhstan.")

    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        return _("No state of this study is called {names}: write a name as in Kazakhstan, or add the state.").format(
            names=quoted(unknown)
        )
