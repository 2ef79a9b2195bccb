"""A comparison with a column for each year: every attribute that changes is read on the last day of each."""

from dataclasses import replace

from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.days import civil, day_number
from parties_of_power.study.catalogue import Catalogue


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
