"""The kind *date*: a day, month, year or less, in EDTF as typed."""

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.kinds.definition import Kind, Names, Unreadable
from parties_of_power.texts import _

_BEFORE_ALL, _AFTER_ALL = -(10**18), 10**18


class DateKind(Kind):
    key = "date"

    @property
    def name(self) -> str:
        return _("Date")

    @property
    def rule(self) -> str:
        return _("A date is written 1999, 1999-02, 2001-12-01, 1999~ or [1998..2000].")

    def read(self, text: str, names: Names) -> str:
        try:
            return PartialDate.parse_typed(text).text
        except DateError as wrong:
            raise Unreadable(str(wrong), text) from wrong

    def number(self, value: str) -> float | None:
        """The earliest day; None where it is unbounded."""
        try:
            return PartialDate.parse(value).earliest
        except DateError:
            return None

    def differs(self, a: str, b: str) -> bool:
        """1999-XX-XX and [1999] mean the same days as 1999; 1999~ says less than 1999."""
        try:
            return _meaning(PartialDate.parse(a)) != _meaning(PartialDate.parse(b))
        except DateError:
            return a != b

    def only_by_precision(self, a: str, b: str) -> bool:
        """1992-11 and 1992-11-21, [2002,2003] and 2003, 1999~ and 1999: one lies within the other."""
        try:
            one, other = PartialDate.parse(a), PartialDate.parse(b)
        except DateError:
            return False
        if not self.differs(a, b) or one.is_all_of_set != other.is_all_of_set:
            return False
        return _lies_within(_spans(one), _spans(other)) or _lies_within(_spans(other), _spans(one))


def _meaning(date: PartialDate) -> tuple[object, ...]:
    return _spans(date), date.is_all_of_set, date.approximate, date.uncertain


def _spans(date: PartialDate) -> list[tuple[int, int]]:
    """The days it may mean, those that touch joined: [1998,1999] is the same as [1998..1999]."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(_bounded(*bounds) for bounds in date.members or [(date.earliest, date.latest)]):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined


def _bounded(first: int | None, last: int | None) -> tuple[int, int]:
    return _BEFORE_ALL if first is None else first, _AFTER_ALL if last is None else last


def _lies_within(inner: list[tuple[int, int]], outer: list[tuple[int, int]]) -> bool:
    return all(any(low <= first and last <= high for low, high in outer) for first, last in inner)
