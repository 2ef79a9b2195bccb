"""Values as cells of Excel: numbers with their decimals, percents as 0.643, whole days as dates, all else as text."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.days import civil
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.kinds import kind
from parties_of_power.exchange.safe_cells import fits_a_number
from parties_of_power.exchange.sheets.definition import PLAIN, Content, Digits, Jump, Link, Look, Shown

DATE_FORMAT = "yyyy-mm-dd"
# Excel's day 1 is 1 January 1900, and it believes in a 29 February 1900.
_EXCEL_DAY_0 = 693_594
_FIRST_EXCEL_DAY = 61
_LAST_EXCEL_DAY = 2_958_465
_GROUPED_FROM = 10_000
_BOUND_SIGNS = "~≥≤ "


def value_content(attribute: Attribute, value: str, text: str, look: Look = PLAIN) -> Content:
    """The cell of a value: `value` as stored, `text` as the table shows it. Of the look the style is kept."""
    of_kind = kind(attribute.kind)
    if of_kind.is_numeric:
        attribute = _rounded_as_shown(attribute, text)
        sign = text[: len(text) - len(text.lstrip(_BOUND_SIGNS))]
        return number_content(value, attribute, sign=sign, look=look)
    if attribute.kind == "date":
        return date_content(value, look)
    if attribute.kind == "link" and not look.style:
        return link_content(value)
    return Shown(text, look) if look != PLAIN else text


def _rounded_as_shown(attribute: Attribute, text: str) -> Attribute:
    """A computed number has more decimals than mean anything: Excel keeps all, and shows as many as the table."""
    if not attribute.is_computed or attribute.decimals is not None:
        return attribute
    return replace(attribute, decimals=len(text.partition(".")[2]))


def number_content(value: str, attribute: Attribute, *, sign: str = "", look: Look = PLAIN) -> Content:
    """A number in the unit of an attribute; with `sign` it reads `≥ 500` and still is the number 500."""
    if not fits_a_number(value):
        return Digits(sign + value, look)
    is_percent = attribute.kind == "percent"
    number = float(Decimal(value) / 100) if is_percent else float(value)
    shown = number_format(value, attribute.decimals, is_percent=is_percent)
    return Shown(number, look._replace(number_format=_quoted(sign) + shown))


def quantity_content(number: float | None, attribute: Attribute) -> Content:
    """An end of an interval, which has the attribute's unit and its own decimals."""
    return None if number is None else number_content(f"{number:.15g}", attribute)


def number_format(value: str, decimals: int | None, *, is_percent: bool) -> str:
    """Places as the attribute says, else as many as the number has; figures in groups from 10,000 on."""
    places = places_of(value) if decimals is None else decimals
    whole = "#,##0" if abs(float(value)) >= _GROUPED_FROM else "0"
    return whole + ("." + "0" * places if places else "") + ("%" if is_percent else "")


def places_of(value: str) -> int:
    try:
        exponent = Decimal(value).as_tuple().exponent
    except InvalidOperation:
        return 0
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def date_content(text: str, look: Look = PLAIN) -> Content:
    """A day that is wholly known and that Excel can hold is a date; every other date stays as typed."""
    try:
        date = PartialDate.parse(text)
    except DateError:
        return Shown(text, look) if look != PLAIN else text
    if date.precision == "day" and not (date.approximate or date.uncertain):
        return day_content(date.earliest, look, text)
    return Shown(text, look) if look != PLAIN else text


def day_content(day: int | None, look: Look = PLAIN, otherwise: str = "") -> Content:
    """A day number as a date; `otherwise` stands where Excel has no such date."""
    serial = 0 if day is None else day - _EXCEL_DAY_0
    if not _FIRST_EXCEL_DAY <= serial <= _LAST_EXCEL_DAY:
        return Shown(otherwise, look) if look != PLAIN else otherwise or None
    return Shown(float(serial), Look(DATE_FORMAT, look.style, "left"))


def day_of_excel(number: float) -> int:
    """The day number of a date of Excel."""
    return int(number) + _EXCEL_DAY_0


def year_of_day(day: int | None, otherwise: int | None) -> Content:
    """The year of a day, where it is bounded; else that of another one."""
    for each in (day, otherwise):
        if each is not None and ALWAYS_BEFORE < each < ALWAYS_AFTER:
            return civil(each)[0]
    return None


def link_content(url: str) -> Content:
    return Link(url) if url.startswith(("http://", "https://")) else url or None


def id_content(row_id: int) -> str:
    """Ids have more digits than Excel keeps, so they are text."""
    return str(row_id)


def marked(content: Content, before: str, after: str, look: Look) -> Content:
    """The same value with words before and after it that belong to its format, not to its value."""
    if content is None or isinstance(content, Link | Jump | Digits) or not before + after:
        return content
    plain = content if isinstance(content, Shown) else Shown(content, look)
    before, after = _quoted(before), _quoted(after)
    if isinstance(plain.value, str):
        shown = f"General;General;General;{before}@{after}"
    else:
        inner = plain.look.number_format or "General"
        shown = f"{before}{inner}{after};-{before}{inner}{after}"
    return Shown(plain.value, plain.look._replace(number_format=shown))


def _quoted(words: str) -> str:
    """Words inside a number format."""
    return '"' + words.replace('"', "'") + '"' if words else ""
