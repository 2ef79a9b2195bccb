"""Party Facts: the core parties with their first and last year; its numbers join one dataset to another."""

from collections.abc import Sequence

from parties_of_power.exchange.imports.datasets.definition import Dataset, Variable
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute

_VARIABLES = (
    Variable("year_first", NewAttribute("Founded", "date", "", "timeless", "Identity", source_variable="year_first")),
    Variable("year_last", NewAttribute("Dissolved", "date", "", "timeless", "Identity", source_variable="year_last")),
    Variable("wikipedia", NewAttribute("Wikipedia", "link", "", "timeless", "Identity", source_variable="wikipedia")),
)


def _variables(header: Sequence[str]) -> tuple[Variable, ...]:
    return tuple(each for each in _VARIABLES if each.column in header)


DATASET = Dataset(
    key="partyfacts",
    name="Party Facts",
    required=frozenset({"country", "partyfacts_id", "name_short", "name", "year_first"}),
    unit="party",
    uses=(
        ColumnUse("name_english", "party"),
        ColumnUse("name", "party"),
        ColumnUse("partyfacts_id", "identifier", scheme="partyfacts", of="party"),
        ColumnUse("country", "identifier", scheme="iso3166-1-alpha3", of="state"),
    ),
    variables=_variables,
    source={
        "key": "partyfacts-core",
        "title": "Party Facts: core parties",
        "author": "Döring, Holger; Regel, Sven",
        "publisher": "Party Facts",
        "url": "https://partyfacts.herokuapp.com/",
        "kind": "dataset",
        "license": "CC BY 4.0",
    },
    locator=("partyfacts_id",),
)
