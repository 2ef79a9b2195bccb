"""The sheet Over time: each attribute of numbers of the comparison year by year, with a chart of lines for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parties_of_power.analysis.series import adopted_points, series
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.days import civil
from parties_of_power.domain.kinds import kind
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, LinesOf, Look, Sheet, SheetColumn, Shown
from parties_of_power.exchange.sheets.values import number_content, number_format
from parties_of_power.texts import _

_MOST_SUBJECTS, _MOST_ATTRIBUTES, _MOST_LINES = 100, 12, 8
_MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """The values of a party or a state by the years in which they began to hold."""

    attribute: Attribute
    subject_id: int
    values: dict[int, str]


def over_time_sheet(export: Export, changes: Alterations) -> Sheet | None:
    """None where no attribute of the comparison has values of several years."""
    lines = list(_lines(export, changes))
    if not lines:
        return None
    years = _years(lines)
    columns = [
        SheetColumn(_("Attribute"), note=_("Adopted values, in the year from which each holds.")),
        SheetColumn(_("Party") if export.table.comparison.subject_kind == "party" else _("State")),
        SheetColumn(_("Unit")),
        *(SheetColumn(str(year), width=8) for year in years),
    ]
    charts = [_chart(lines, attribute, len(columns)) for attribute in dict.fromkeys(line.attribute for line in lines)]
    return Sheet("OverTime", columns, _rows(export, lines, years), len(lines), frozen=2, has_filter=False, lines=charts)


def _years(lines: Sequence[_Line]) -> Sequence[int]:
    """All of them, so that lines are true to scale; where they are too many, those that have a value."""
    known = sorted({year for line in lines for year in line.values})
    whole = range(known[0], known[-1] + 1)
    return whole if len(whole) <= _MOST_YEARS else known


def _lines(export: Export, changes: Alterations) -> Iterator[_Line]:
    subjects = list(dict.fromkeys(export.table.row_ids))
    attributes = _attributes(export)
    if len(subjects) > _MOST_SUBJECTS or len(attributes) > _MOST_ATTRIBUTES:
        changes.say(
            _(
                "The sheet Over time has the first {rows} rows and the first {columns} attributes of numbers: "
                "the sheet Observations has them all."
            ).format(rows=_MOST_SUBJECTS, columns=_MOST_ATTRIBUTES)
        )
    for attribute in attributes[:_MOST_ATTRIBUTES]:
        found = [
            _Line(attribute, subject_id, _values(export, subject_id, attribute))
            for subject_id in subjects[:_MOST_SUBJECTS]
        ]
        if any(len(line.values) > 1 for line in found):
            yield from (line for line in found if line.values)


def _attributes(export: Export) -> list[Attribute]:
    known = export.study.catalogue.attributes
    shown = [known[each.attribute_id] for each in export.table.columns if each.attribute_id and not each.of_state]
    return [
        each
        for each in dict.fromkeys(shown)
        if kind(each.kind).is_numeric and each.validity != "timeless" and not each.is_computed
    ]


def _values(export: Export, subject_id: int, attribute: Attribute) -> dict[int, str]:
    """Until the as-of day; of several in a year the last."""
    points = adopted_points(series(export.study, subject_id, attribute.id))
    known = [point for point in points if point.number is not None and 0 < point.day_min <= export.table.day]
    return {civil(point.day_min)[0]: point.value for point in known}


def _rows(export: Export, lines: Sequence[_Line], years: Sequence[int]) -> Iterator[list[Content]]:
    catalogue, day = export.study.catalogue, export.table.day
    for line in lines:
        values = (line.values.get(year) for year in years)
        yield [
            line.attribute.name,
            Shown(catalogue.shown_name(line.subject_id, day).text, Look(style="name")),
            line.attribute.unit,
            *(None if value is None else number_content(value, line.attribute) for value in values),
        ]


def _chart(lines: Sequence[_Line], attribute: Attribute, columns: int) -> LinesOf:
    """The subjects with the most values: a chart of many lines is none."""
    places = [place for place, line in enumerate(lines) if line.attribute == attribute]
    most = sorted(places, key=lambda place: -len(lines[place].values))[:_MOST_LINES]
    is_percent = attribute.kind == "percent"
    return LinesOf(
        title=attribute.name,
        axis="" if is_percent else attribute.unit,
        number_format="0%" if is_percent else number_format("0", attribute.decimals, is_percent=False),
        rows=tuple(sorted(most)),
        names=1,
        first=3,
        last=columns - 1,
    )
