"""V-Party: parties at elections, with seats, votes and what experts say of them."""

from collections.abc import Sequence

from parties_of_power.exchange.imports.datasets.definition import Dataset, Variable
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute, Role

INTERVAL = "68% highest posterior density"
_SCORE = "Interval score of the measurement model; mean near 0 over all parties of the dataset"
# Codebook of V-Party V2: variable, name, group, kind, unit, scale.
_VARIABLES = (
    ("v2pavote", "Vote share", "Elections", "percent", "%", "0 to 100; what it is a share of is not stated"),
    ("v2panumbseat", "Seats", "Elections", "number", "seats", "0 or more"),
    ("v2paseatshare", "Seat share", "Elections", "percent", "%", "0 to 100"),
    ("v2pagovsup", "Government role", "Government", "choice", "", "0 to 4"),
    ("v2xpa_antiplural", "Anti-pluralism index", "Positions", "number", "", "0 to 1"),
    ("v2xpa_popul", "Populism index", "Positions", "number", "", "0 to 1"),
    ("v2paplur", "Commitment to political pluralism", "Positions", "number", "", _SCORE),
    ("v2pariglef", "Economic left-right", "Positions", "number", "", _SCORE),
    ("v2paclient", "Clientelism", "Organisation", "number", "", _SCORE),
    ("v2palocoff", "Local offices", "Organisation", "number", "", _SCORE),
    ("v2paactcom", "Local organisational strength", "Organisation", "number", "", _SCORE),
    ("v2pasoctie", "Ties to social organisations", "Organisation", "number", "", _SCORE),
    ("v2panom", "Candidate nomination", "Organisation", "number", "", _SCORE),
    ("v2padisa", "Internal cohesion", "Organisation", "number", "", _SCORE),
    ("v2paind", "Personalisation", "Organisation", "number", "", _SCORE),
    ("v2paanteli", "Anti-elite rhetoric", "Positions", "number", "", _SCORE),
    ("v2papeople", "People-centrism", "Positions", "number", "", _SCORE),
    ("v2paopresp", "Demonisation of opponents", "Positions", "number", "", _SCORE),
    ("v2paminor", "Minority rights", "Positions", "number", "", _SCORE),
    ("v2paviol", "Rejection of political violence", "Positions", "number", "", _SCORE),
    ("v2paimmig", "Immigration", "Positions", "number", "", _SCORE),
    ("v2palgbt", "LGBT social equality", "Positions", "number", "", _SCORE),
    ("v2paculsup", "Cultural superiority", "Positions", "number", "", _SCORE),
    ("v2parelig", "Religious principles", "Positions", "number", "", _SCORE),
    ("v2pagender", "Gender equality", "Positions", "number", "", _SCORE),
    ("v2pawelf", "Welfare", "Positions", "number", "", _SCORE),
)
_USUAL = 15
_ROLES = (
    ("0", "senior_partner", "Senior partner in government"),
    ("1", "junior_partner", "Junior partner in government"),
    ("2", "outside_support", "Supports the government from outside"),
    ("3", "opposition", "Opposition"),
    ("4", "no_government", "No government formed"),
)


def _variables(header: Sequence[str]) -> tuple[Variable, ...]:
    there = set(header)
    return tuple(_variable(place, line) for place, line in enumerate(_VARIABLES) if line[0] in there)


def _variable(place: int, line: tuple[str, str, str, str, str, str]) -> Variable:
    column, name, group, kind, unit, scale = line
    beside: tuple[tuple[Role, str], ...] = (
        ("low", f"{column}_codelow"),
        ("high", f"{column}_codehigh"),
        ("ordinal", f"{column}_ord"),
        ("coders", f"{column}_nr"),
    )
    if column == "v2panumbseat":
        beside = (("out_of", "v2patotalseat"),)
    choices = tuple((code, label) for _figure, code, label in _ROLES) if kind == "choice" else ()
    codes = tuple((figure, code) for figure, code, _label in _ROLES) if kind == "choice" else ()
    new = NewAttribute(name, kind, unit, "last_known", group, "", column, scale, choices)
    return Variable(column, new, beside, codes, interval=INTERVAL, is_usual=place < _USUAL)


DATASET = Dataset(
    key="vparty",
    name="V-Party",
    required=frozenset({"v2paid", "v2paenname", "year", "country_name"}),
    unit="party_year",
    uses=(
        ColumnUse("v2paenname", "party"),
        ColumnUse("v2paid", "identifier", scheme="vparty", of="party"),
        ColumnUse("pf_party_id", "identifier", scheme="partyfacts", of="party"),
        ColumnUse("country_name", "state"),
        ColumnUse("country_text_id", "identifier", scheme="iso3166-1-alpha3", of="state"),
        ColumnUse("country_id", "identifier", scheme="vdem", of="state"),
        ColumnUse("COWcode", "identifier", scheme="cow", of="state"),
        ColumnUse("historical_date", "date"),
        ColumnUse("year", "year"),
    ),
    variables=_variables,
    source={
        "key": "vparty-v2",
        "title": "Varieties of Party Identity and Organization (V-Party) Dataset V2",
        "author": "Lindberg, Düpont, Higashijima, Kavasoglu, Marquardt, Bernhard et al.",
        "publisher": "V-Dem Institute, University of Gothenburg",
        "date": "2022",
        "doi": "10.23696/vpartydsv2",
        "url": "https://www.v-dem.net/data/v-party-dataset/",
        "kind": "dataset",
        "license": "V-Dem asks for citation",
    },
    locator=("v2paid", "country_text_id", "year"),
    elections=True,
)
