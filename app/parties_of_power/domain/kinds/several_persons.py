"""The kind *several persons*: persons who share an office or follow one another within a period."""

from parties_of_power.domain.kinds.definition import Names
from parties_of_power.domain.kinds.references import SeveralReferences, persons_rule
from parties_of_power.texts import _


class SeveralPersonsKind(SeveralReferences):
    key = "several_persons"
    refers_to = "person"

    @property
    def name(self) -> str:
        return _("Several persons")

    @property
    def rule(self) -> str:
        return _("Write names of persons divided by semicolons, as in Yury Luzhkov; Mintimer Shaimiev.")

    def not_found(self, unknown: tuple[str, ...], names: Names) -> str:
        return persons_rule(unknown)
