"""What a foreign cell says, as it would be typed: percents, thousands, bounds, months in Russian. Nothing that has two
meanings is read unless the column tells which."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from parties_of_power.domain.observations import Bound, Missing
from parties_of_power.exchange.guarded import ReadCell
from parties_of_power.exchange.guarded.numbers import day_text, number_text
from parties_of_power.exchange.imports.plan import ColumnUse
from parties_of_power.exchange.returned.readings import missing_reason

_YEARS = range(1000, 2101)
_NO_TEXT = {"", "-", "–", "—", "−", "..", "...", "…"}
# Only where numbers or dates are asked for: as text, NA is Namibia.
_NO_NUMBER = _NO_TEXT | {
    "na", "n/a", "n.a.", "n.a", "nan", ".", "null", "none", "#n/a", "missing", "н/д", "нет данных", "н.д.", "?", "x",
}  # fmt: skip
_BOUNDS: tuple[tuple[str, Bound], ...] = (
    (r"(?:~|≈|c\.|ca\.?|circa|about|approx\.?|ок\.|около|примерно|шамамен)\s*", "about"),
    (r"(?:≥|>=|at least|более|свыше|не менее|over|more than)\s*", "at_least"),
    (r"(?:≤|<=|at most|до|менее|не более|under|up to|less than)\s*", "at_most"),
)
_BOUND_AT_START = tuple(
    (re.compile(pattern + r"(?=[\d\s.,−-]+%?$)", re.IGNORECASE), bound) for pattern, bound in _BOUNDS
)
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_RUSSIAN = re.compile(
    r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[а-яё]{3,8})\.?\s+(?P<year>\d{4})(?:\s*г(?:ода|од|\.)?)?", re.IGNORECASE
)
_YEAR_WORD = re.compile(r"(?P<year>\d{4})\s*(?:г\.?|год|года|жыл|ж\.)", re.IGNORECASE)
_STROKED = re.compile(r"(\d{1,2})[/](\d{1,2})[/](\d{4})")
_ONE_COMMA = re.compile(r"\d{1,3},\d{3}")


@dataclass(frozen=True, slots=True)
class CellSays:
    """`text` is what would be typed; blank where the cell says nothing, with `missing` why."""

    text: str = ""
    bound: Bound = ""
    missing: Missing = ""


NOTHING = CellSays()


def said_by(cell: ReadCell | None, kind_key: str, use: ColumnUse) -> CellSays:
    if cell is None or cell.kind == "error":
        return NOTHING
    text = " ".join(cell.text.split()) if kind_key != "text" else cell.text.strip()
    is_counted = kind_key in ("number", "percent", "date")
    if text.casefold() in (_NO_NUMBER if is_counted else _NO_TEXT):
        return NOTHING
    reason = missing_reason(text) if text[:1].isalpha() and len(text) < 40 else ""
    if reason:
        return CellSays(missing=reason)
    for code, meaning in use.codes:
        if _is_code(text, code):
            return CellSays(meaning)
    if cell.kind == "truth":
        return CellSays({"yes_no": "yes" if cell.number else "no"}.get(kind_key, text))
    if kind_key == "date":
        return CellSays(_date(cell, text, use))
    return _number(cell, text, kind_key, use) if is_counted else CellSays(_code_text(text, kind_key))


def with_habits(use: ColumnUse, texts: Iterable[str]) -> ColumnUse:
    """The use with how its column writes commas and dates, where one cell that can only be read in one way says so."""
    listed = list(texts)
    decimal = any(re.fullmatch(r"[-−+]?\d+,(?:\d{1,2}|\d{4,})", text) for text in listed)
    thousands = any(re.fullmatch(r"[-−+]?\d{1,3}(?:,\d{3})+\.\d+|[-−+]?\d{1,3}(?:,\d{3}){2,}", text) for text in listed)
    if decimal != thousands:
        use = replace(use, comma="decimal" if decimal else "thousands")
    pairs = [(int(found[1]), int(found[2])) for text in listed if (found := _STROKED.fullmatch(text))]
    day_first, month_first = any(one > 12 for one, _two in pairs), any(two > 12 for _one, two in pairs)
    if day_first != month_first:
        use = replace(use, date_order="day_first" if day_first else "month_first")
    return use


def _is_code(text: str, code: str) -> bool:
    return text == code or (text.endswith(".0") and text[:-2] == code)


def _code_text(text: str, kind_key: str) -> str:
    """Codes that a program has written with decimals, 1.0, are whole ones."""
    return text[:-2] if kind_key in ("choice", "yes_no") and re.fullmatch(r"\d+\.0", text) else text


def _number(cell: ReadCell, text: str, kind_key: str, use: ColumnUse) -> CellSays:
    if cell.kind == "number" and cell.number is not None:
        shown = number_text(float(f"{cell.number * 100:.15g}")) if cell.is_percent and kind_key == "percent" else text
        return CellSays(_scaled(shown, use.scale))
    bound: Bound = ""
    for pattern, meaning in _BOUND_AT_START:
        if found := pattern.match(text):
            text, bound = text[found.end() :], meaning
            break
    if kind_key == "percent":
        text = text.removesuffix("%").rstrip()
    if use.comma and _ONE_COMMA.fullmatch(text.lstrip("-−+")):
        text = text.replace(",", "." if use.comma == "decimal" else "")
    return CellSays(_scaled(text, use.scale), bound)


def _scaled(text: str, scale: int) -> str:
    if scale == 1:
        return text
    try:
        return format((Decimal(text.replace(" ", "").replace(",", ".").replace("−", "-")) * scale).normalize(), "f")
    except InvalidOperation:
        return text


def _date(cell: ReadCell, text: str, use: ColumnUse) -> str:
    if cell.kind == "number" and cell.number is not None:
        is_year = cell.number in _YEARS
        return str(int(cell.number)) if is_year else day_text(cell.number) or text
    if cell.kind == "date":
        return text.partition(" ")[0]
    if re.fullmatch(r"[12]\d{3}\.0", text):
        return text[:4]
    if found := _YEAR_WORD.fullmatch(text):
        return found["year"]
    if (found := _RUSSIAN.fullmatch(text)) and (month := _russian_month(found["month"])):
        return f"{found['day']}.{month}.{found['year']}" if found["day"] else f"{found['year']}-{month:02d}"
    if use.date_order and (found := _STROKED.fullmatch(text)):
        day, month_text = (found[1], found[2]) if use.date_order == "day_first" else (found[2], found[1])
        return f"{day}.{month_text}.{found[3]}"
    return text


def _russian_month(word: str) -> int:
    start = word.casefold()
    return next((number for number, month in enumerate(_MONTHS, 1) if start.startswith(month)), 0)
