"""A heat table: parties by the attributes of the comparison, or one attribute by years, with a number in each field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.analysis.series import adopted_points
from parties_of_power.domain.dates import civil, day_number
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.texts import N_, _, ngettext
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.bars import bar_of, has_bar
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, has_numbers, scale_title
from parties_of_power.ui.views.charts.reading import Reader, Row
from parties_of_power.ui.views.charts.wanted import Option, Wanted

ATTRIBUTES, YEARS = "attributes", "years"
ACROSS = Option("across", N_("Across"), ((ATTRIBUTES, N_("Attributes")), (YEARS, N_("Years"))))
OPTIONS = (ACROSS,)
MOST_COLUMNS, MOST_YEARS = 16, 24


@dataclass(frozen=True, slots=True)
class Field:
    """`share` is its place in its scale: from 0 to 1, or from -1 to 1 where the scale has both signs; None of a field
    without a number, whose text is the reason. `has_zero` where its interval includes 0."""

    text: str
    share: float | None
    has_zero: bool
    tip: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    subject_id: int
    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """What the shades of a column run from and to; `is_two_sided` around zero."""

    low: float
    high: float

    @property
    def is_two_sided(self) -> bool:
        return self.low < 0 < self.high

    def share(self, number: float) -> float:
        if self.is_two_sided:
            return number / max(-self.low, self.high)
        return 0.5 if self.high <= self.low else (number - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class HeatDrawing:
    titles: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    two_sided: tuple[bool, ...]

    @property
    def has_zeros(self) -> bool:
        return any(field.has_zero for row in self.rows for field in row.fields)


@dataclass(frozen=True, slots=True)
class _Columns:
    titles: tuple[str, ...]
    questions: tuple[Question, ...]
    cells: tuple[tuple[Row, ...], ...]
    is_by_year: bool


def read(reader: Reader, wanted: Wanted) -> Picture[HeatDrawing]:
    is_by_year = wanted.answer(ACROSS) == YEARS
    columns = _by_year(reader, wanted) if is_by_year else _by_attribute(reader, wanted)
    scales = _scales(columns)
    rows = [
        HeatRow(column[0].subject_id, column[0].name, _fields(reader, columns, scales, column))
        for column in zip(*columns.cells, strict=True)
        if any(map(has_bar, column))
    ]
    if wanted.by_value:
        rows.sort(key=_order_of)
    drawing = HeatDrawing(columns.titles, tuple(rows), tuple(scale.is_two_sided for scale in scales))
    filled = [row for column in columns.cells for row in column if has_bar(row)]
    missing = (
        ()
        if is_by_year
        else tuple(
            (row.asked_id, question.attribute.id)
            for question, column in zip(columns.questions, columns.cells, strict=True)
            for row in column
            if not has_bar(row)
        )
    )
    nothing = "" if filled else _("Nothing of this has a number on this day. Move the as-of day.")
    said = _words(reader, wanted, columns, drawing)
    spoken = "; ".join(field.tip for row in rows for field in row.fields if field.share is not None)
    return Picture(said, _listing(drawing), drawing, spoken, nothing, missing)


def _order_of(row: HeatRow) -> tuple[bool, float]:
    first = row.fields[0].share if row.fields else None
    shares = [field.share for field in row.fields if field.share is not None]
    return not shares, -(first if first is not None else sum(shares) / len(shares) if shares else 0.0)


def _by_attribute(reader: Reader, wanted: Wanted) -> _Columns:
    """The chosen attribute first, then the other numbers of the comparison."""
    others = [each for each in wanted.columns if has_numbers(each.attribute) and each.key != wanted.question.key]
    asked = tuple([wanted.question, *others][:MOST_COLUMNS])
    return _Columns(tuple(each.name for each in asked), asked, tuple(reader.rows(each) for each in asked), False)


def _by_year(reader: Reader, wanted: Wanted) -> _Columns:
    """The last day of each year in which something is known; every second or fifth of very many."""
    question, rows = wanted.question, reader.rows(wanted.question)
    years = _years(reader, question, rows)
    cells = tuple(tuple(reader.row_on(row, question, day_number(year, 12, 31)) for row in rows) for year in years)
    return _Columns(tuple(map(str, years)), tuple(question for _year in years), cells, True)


def _years(reader: Reader, question: Question, rows: Sequence[Row]) -> tuple[int, ...]:
    days = [
        point.day_min
        for row in rows
        for point in adopted_points(reader.points(row, question))
        if point.number is not None and ALWAYS_BEFORE < point.day_min < ALWAYS_AFTER
    ]
    first, last = (civil(min(days))[0], civil(max(days))[0]) if days else (civil(reader.day)[0],) * 2
    step = next(each for each in (1, 2, 5, 10, 20, 50, 1000) if (last - first) // each < MOST_YEARS)
    return tuple(range(first, last + 1, step))


def _scales(columns: _Columns) -> tuple[Scale, ...]:
    """One for each column; one for all years of an attribute."""
    numbers = [
        [row.cell.number for row in column if has_bar(row) and row.cell.number is not None] for column in columns.cells
    ]
    if columns.is_by_year:
        together = [number for each in numbers for number in each]
        numbers = [together for _each in numbers]
    return tuple(Scale(min(each, default=0.0), max(each, default=0.0)) for each in numbers)


def _fields(reader: Reader, columns: _Columns, scales: Sequence[Scale], rows: Sequence[Row]) -> tuple[Field, ...]:
    return tuple(
        _field(reader, question, title if columns.is_by_year else question.name, scale, row)
        for question, title, scale, row in zip(columns.questions, columns.titles, scales, rows, strict=True)
    )


def _field(reader: Reader, question: Question, title: str, scale: Scale, row: Row) -> Field:
    if not has_bar(row):
        why = words.why_skipped(row.cell)
        tip = _("{name}, {column}: {value}").format(name=row.name, column=title, value=why)
        return Field("", None, False, tip)
    bar = bar_of(reader, question, row, "")
    said = bar.tip.partition(": ")[2]
    tip = _("{name}, {column}: {value}").format(name=row.name, column=title, value=said)
    has_zero = scale.is_two_sided and bar.has_interval and bar.low <= 0 <= bar.high
    return Field(bar.text, scale.share(bar.number), has_zero, tip)


def _words(reader: Reader, wanted: Wanted, columns: _Columns, drawing: HeatDrawing) -> Words:
    cells = [row for column in columns.cells for row in column]
    filled = [row for row in cells if has_bar(row)]
    evidence = []
    for question, column in zip(columns.questions, columns.cells, strict=True):
        points = [point for row in column if has_bar(row) and (point := reader.point_of(row, question))]
        evidence += [reader.evidence(point.observation_id) for point in points]
    if columns.is_by_year:
        title, how = (
            _("{attribute} by year").format(attribute=scale_title(wanted.question)),
            _("on 31 December of each year"),
        )
        note = _("All years share one scale.")
    else:
        count = len(drawing.rows)
        parties = ngettext("{count} row, {columns} attributes", "{count} rows, {columns} attributes", count)
        title = parties.format(count=count, columns=len(columns.titles))
        how, note = words.as_of(wanted.question, reader.day), _("Each column has its own scale: read down, not across.")
    marks = [_("ring: the interval includes 0")] if drawing.has_zeros else []
    counted = _("{filled} of {all} fields have a number").format(filled=len(filled), all=len(cells))
    without = (len(columns.cells[0]) if columns.cells else 0) - len(drawing.rows)
    if without:
        more = ngettext("{count} row without any is not drawn", "{count} rows without any are not drawn", without)
        counted = words.BETWEEN.join([counted, more.format(count=without)])
    return Words(
        title, "; ".join([how, *marks]), counted, words.sources(reader.catalogue, evidence, note) if filled else ""
    )


def _listing(drawing: HeatDrawing) -> Listing:
    rows = tuple(ListedRow(row.subject_id, (row.name, *(field.text for field in row.fields))) for row in drawing.rows)
    return Listing((_("Name"), *drawing.titles), rows, frozenset(range(1, len(drawing.titles) + 1)))
