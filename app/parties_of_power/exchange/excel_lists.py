"""Lists of answers that Excel offers in a cell; long ones stand on a hidden sheet of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parties_of_power.exchange.safe_cells import Alterations, printable, storable
from parties_of_power.exchange.sheets.definition import Content, ListOf, Sheet, SheetColumn
from parties_of_power.texts import _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


_LETTERS = 255  # in the rule of a cell


class Lists:
    """`name` is that of the hidden sheet; it has a column for each list that is too long for the rule of a cell."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._long: list[tuple[str, ...]] = []

    def offer(self, page: "Worksheet", offered: ListOf, rows: int) -> None:
        """What is none of the answers can be typed all the same, after a question."""
        if not rows:
            return
        answers = tuple(dict.fromkeys(printable(text, Alterations(), "") for text in offered.answers if text))
        rule = {
            "validate": "list",
            "source": self._source(answers),
            "error_type": "warning",
            "error_title": _("Not in the codebook"),
            "error_message": _("The codebook has no such answer. Keep it all the same?"),
        }
        page.data_validation(1, offered.column, rows, offered.column, rule)

    def sheet(self) -> Sheet | None:
        """None where every list fits into its rule."""
        if not self._long:
            return None
        columns = [SheetColumn(_("List {number}").format(number=number + 1)) for number in range(len(self._long))]
        count = max(map(len, self._long))
        return Sheet("Lists", columns, (_row(self._long, row) for row in range(count)), count)

    def _source(self, answers: tuple[str, ...]) -> str | list[str]:
        from xlsxwriter.utility import quote_sheetname, xl_range_abs

        is_short = len(",".join(answers)) <= _LETTERS and not any(set(text) & set(',"') for text in answers)
        if is_short and all(text == text.strip() and not text.startswith("=") for text in answers):
            return list(answers)
        if answers not in self._long:
            self._long.append(answers)
        column = self._long.index(answers)
        return f"={quote_sheetname(self.name)}!{xl_range_abs(1, column, len(answers), column)}"


def _row(lists: Sequence[tuple[str, ...]], row: int) -> list[Content]:
    return [storable(each[row], Alterations(), "") if row < len(each) else None for each in lists]
