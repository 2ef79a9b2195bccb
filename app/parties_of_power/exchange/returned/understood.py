"""What programs did to cells without changing what they say: counted here, and told as short notes."""

from collections import Counter

from parties_of_power.exchange.guarded.definition import ReadCell
from parties_of_power.exchange.returned.exported import Written
from parties_of_power.texts import ngettext


def way_of(written: Written, cell: ReadCell) -> str:
    """How a cell that says the same was changed."""
    if cell.formula:
        return "formula"
    if isinstance(written, str):
        return {"number": "text_to_number", "date": "text_to_date"}.get(cell.kind, "written")
    if isinstance(written, float) and cell.kind == "text":
        return "to_text"
    return "written"


def notes_of(counts: Counter[str]) -> list[str]:
    return [_words(way, count).format(count=count) for way, count in counts.items()]


def _words(way: str, count: int) -> str:
    return {
        "formula": ngettext("{count} formula, its value is equal", "{count} formulas, their values are equal", count),
        "text_to_number": ngettext("{count} text turned into a number", "{count} texts turned into numbers", count),
        "text_to_date": ngettext("{count} text turned into a date", "{count} texts turned into dates", count),
        "to_text": ngettext("{count} number turned into text", "{count} numbers turned into text", count),
        "written": ngettext("{count} cell written otherwise", "{count} cells written otherwise", count),
        "date_to_number": ngettext("{count} date turned into a number", "{count} dates turned into numbers", count),
        "here": ngettext("{count} change made here as well", "{count} changes made here as well", count),
        "name": ngettext("{count} other name that is known", "{count} other names that are known", count),
        "row": ngettext(
            "{count} row added or deleted here as well", "{count} rows added or deleted here as well", count
        ),
        "column": ngettext(
            "{count} new column with the name of an attribute: show it in the comparison and export again",
            "{count} new columns with names of attributes: show them in the comparison and export again",
            count,
        ),
        "gone": ngettext(
            "{count} cell whose row or column is not in the study any more",
            "{count} cells whose rows or columns are not in the study any more",
            count,
        ),
    }[way]
