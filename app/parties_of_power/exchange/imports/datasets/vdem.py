"""V-Dem, country-year: states in years; indices with their intervals, and single indicators."""

from collections.abc import Sequence

from parties_of_power.exchange.imports.datasets.definition import Dataset, Variable
from parties_of_power.exchange.imports.datasets.vparty import INTERVAL
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute, Role

# Names of the codebook for what is asked for most; any other variable goes by its own name.
_NAMES = {
    "v2x_polyarchy": "Electoral democracy index",
    "v2x_libdem": "Liberal democracy index",
    "v2x_partipdem": "Participatory democracy index",
    "v2x_delibdem": "Deliberative democracy index",
    "v2x_egaldem": "Egalitarian democracy index",
    "v2x_freexp_altinf": "Freedom of expression and alternative sources of information index",
    "v2x_frassoc_thick": "Freedom of association index",
    "v2xel_frefair": "Clean elections index",
    "v2x_rule": "Rule of law index",
    "v2x_corr": "Political corruption index",
    "v2x_neopat": "Neopatrimonial rule index",
    "v2xps_party": "Party institutionalization index",
    "v2x_regime": "Regimes of the world",
    "v2x_civlib": "Civil liberties index",
    "v2psparban": "Party ban",
    "v2psbars": "Barriers to parties",
    "v2psoppaut": "Opposition parties autonomy",
    "v2elmulpar": "Elections multiparty",
    "v2psorgs": "Party organizations",
    "v2psnatpar": "National party control",
    "v2exl_legitideol": "Ideology as justification of rule",
    "v2exl_legitlead": "Person of the leader as justification of rule",
}
_USUAL = ("v2x_polyarchy", "v2x_libdem", "v2xps_party", "v2x_corr", "v2x_neopat", "v2psoppaut", "v2psnatpar")
_COMPANIONS = ("_codelow", "_codehigh", "_ord", "_nr", "_osp", "_sd", "_mean", "_68low", "_68high", "_95low", "_95high")


def _variables(header: Sequence[str]) -> tuple[Variable, ...]:
    return tuple(_variable(name) for name in header if name.startswith(("v2", "v3", "e_")) and _is_estimate(name))


def _is_estimate(name: str) -> bool:
    return not name.endswith(_COMPANIONS) and "_osp_" not in name and "_ord_" not in name


def _variable(column: str) -> Variable:
    beside: tuple[tuple[Role, str], ...] = (
        ("low", f"{column}_codelow"),
        ("high", f"{column}_codehigh"),
        ("ordinal", f"{column}_ord"),
        ("coders", f"{column}_nr"),
    )
    scale = "0 to 1" if column.startswith("v2x") else ""
    new = NewAttribute(_NAMES.get(column, column), "number", "", "own_period", "V-Dem", "", column, scale)
    return Variable(column, new, beside, interval=INTERVAL, is_usual=column in _USUAL)


DATASET = Dataset(
    key="vdem",
    name="V-Dem, country-year",
    required=frozenset({"country_name", "country_text_id", "country_id", "year", "v2x_polyarchy"}),
    unit="state_year",
    uses=(
        ColumnUse("country_name", "state"),
        ColumnUse("country_id", "identifier", scheme="vdem", of="state"),
        ColumnUse("COWcode", "identifier", scheme="cow", of="state"),
        ColumnUse("country_text_id", "identifier", scheme="iso3166-1-alpha3", of="state"),
        ColumnUse("year", "year"),
    ),
    variables=_variables,
    source={
        "key": "vdem-country-year",
        "title": "V-Dem Country-Year Dataset",
        "author": "Coppedge, Gerring, Knutsen, Lindberg, Teorell et al.",
        "publisher": "Varieties of Democracy (V-Dem) Project",
        "url": "https://www.v-dem.net/data/the-v-dem-dataset/",
        "kind": "dataset",
        "license": "CC BY-SA 4.0",
    },
    locator=("country_text_id", "year"),
)
