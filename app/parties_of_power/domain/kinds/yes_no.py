"""The kind *yes/no*."""

from parties_of_power.domain.kinds.definition import Kind, Names, Unreadable
from parties_of_power.texts import _

_YES = {"yes", "y", "true", "1", "да", "иә"}
_NO = {"no", "n", "false", "0", "нет", "жоқ"}


class YesNoKind(Kind):
    key = "yes_no"

    @property
    def name(self) -> str:
        return _("Yes/no")

    @property
    def rule(self) -> str:
        return _("Write yes or no.")

    def read(self, text: str, names: Names) -> str:
        word = text.strip().casefold()
        if word in _YES or word == _("yes").casefold():
            return "yes"
        if word in _NO or word == _("no").casefold():
            return "no"
        raise Unreadable(self.rule, text)

    def show(self, value: str, names: Names) -> str:
        return {"yes": _("yes"), "no": _("no")}.get(value, value)

    def number(self, value: str) -> float | None:
        return {"yes": 1.0, "no": 0.0}.get(value)
