"""A comparison with a column for each year: every attribute that changes is read on the last day of each."""

from dataclasses import replace

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.days import civil, day_number
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _


def yearly_table(export: Export, table: ComparisonTable, changes: Alterations) -> ComparisonTable:
    """The table itself where no years are wanted."""
    if export.options.form != "years" or not export.options.years:
        return table
    if table.has_moments:
        changes.say(
            _("A row of “{comparison}” is an election or a year already: it has no columns for years.").format(
                comparison=table.comparison.name
            )
        )
        return table
    yearly = by_year(table.comparison, export.options.years, export.study.catalogue, table.day)
    return ComparisonTable(export.study, export.columns, yearly, table.day, in_full=True)


def by_year(comparison: Comparison, years: tuple[int, ...], catalogue: Catalogue, day: int) -> Comparison:
    """The year of the as-of day is read on that day. What holds always, and what has a day of its own, stays as it
    is."""
    columns: list[Column] = []
    for column in comparison.columns:
        attribute = catalogue.attributes.get(column.attribute_id or 0)
        if attribute is None or attribute.validity == "timeless" or column.day is not None:
            columns.append(column)
        else:
            columns += [replace(column, day=last_day_of(year, day)) for year in years]
    return replace(comparison, columns=tuple(columns))


def last_day_of(year: int, day: int) -> int:
    return day if civil(day)[0] == year else day_number(year, 12, 31)
