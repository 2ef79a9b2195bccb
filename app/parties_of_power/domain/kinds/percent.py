"""The kind *percent*: shares in points, `64.3` for 64.3 %."""

from parties_of_power.domain.kinds.definition import Names, Unreadable
from parties_of_power.domain.kinds.numeric import Numeric
from parties_of_power.texts import _


class PercentKind(Numeric):
    key = "percent"

    @property
    def name(self) -> str:
        return _("Percent")

    @property
    def rule(self) -> str:
        return _("A percent is a number from 0 to 100, as in 64.3.")

    def read(self, text: str, names: Names) -> str:
        return super().read(text.strip().removesuffix("%"), names)

    def check(self, value: str, text: str) -> None:
        if not 0 <= float(value) <= 100:
            raise Unreadable(self.rule, text)
