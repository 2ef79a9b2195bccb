"""The kind *number*: figures of any size, `2500000` or `64.3`."""

from parties_of_power.domain.kinds.numeric import Numeric
from parties_of_power.texts import _


class NumberKind(Numeric):
    key = "number"

    @property
    def name(self) -> str:
        return _("Number")

    @property
    def rule(self) -> str:
        return _("A number is written in figures, as in 315, 64.3 or 2500000.")

    def check(self, value: str, text: str) -> None:
        """Every number is one."""
