"""What an import does with a table: what a row is, what each column is for, who the names are. A user decides it in the
end, and a recipe keeps it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from parties_of_power.domain.attributes import Validity
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.imports.found import TableChoices
from parties_of_power.texts import _

RowUnit = Literal["party", "state", "party_year", "state_year", "event", "tie", "source", "long"]
Role = Literal[
    "party", "state", "identifier", "year", "date", "from", "to", "attribute", "text",
    "value", "low", "high", "coders", "ordinal", "out_of", "note", "ignored",
]  # fmt: skip
NewRows = Literal["leave", "add"]
ROW_UNITS: tuple[RowUnit, ...] = ("party", "state", "party_year", "state_year", "long", "event", "tie", "source")
TAKEN_UNITS: tuple[RowUnit, ...] = ("party", "state", "party_year", "state_year", "long")


@dataclass(frozen=True, slots=True)
class NewAttribute:
    """An attribute that the import adds, unless the study has one of this name by then."""

    name: str
    kind: str
    unit: str = ""
    validity: Validity = "last_known"
    group: str = ""
    definition: str = ""
    source_variable: str = ""
    source_scale: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """`title` is that of the found column. Of a *value*: its attribute, there or new, the period that its header names,
    what its numbers are multiplied by, how its commas and dates are read, and `codes`, what its answers mean. `of` is
    the column that bounds, coders, an ordinal version, a total or a note belong to; of an *identifier* whose it is.
    In the long form the role *attribute* names the attribute, and *text* holds its value."""

    title: str
    role: Role = "ignored"
    attribute_id: int | None = None
    new: NewAttribute | None = None
    scheme: str = ""
    of: str = ""
    period: str = ""
    scale: int = 1
    comma: Literal["", "decimal", "thousands"] = ""
    date_order: Literal["", "day_first", "month_first"] = ""
    base: str = ""
    interval: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who a name of the file is, as somebody has decided: 0 for nobody."""

    kind: SubjectKind
    name: str
    subject_id: int


@dataclass(frozen=True, slots=True)
class Plan:
    """`day` is when a table without dates holds, in EDTF; `new_rows` what becomes of parties and states that the study
    does not have; with `elections` a dated row belongs to the election of that day. `source` are the fields of the one
    source where it is added; `dataset` the key of the known dataset. Only rows are taken
    that have one of the texts `kept` in each of these columns, and are of these `years`."""

    unit: RowUnit
    uses: tuple[ColumnUse, ...]
    table: TableChoices = field(default_factory=TableChoices)
    chosen: tuple[Chosen, ...] = ()
    day: str = ""
    new_rows: NewRows = "leave"
    elections: bool = False
    dataset: str = ""
    source: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[tuple[str, tuple[str, ...]], ...] = ()
    years: tuple[int, int] | None = None

    @property
    def subject_kind(self) -> SubjectKind:
        """Whose attributes the columns are."""
        if self.unit == "long":
            return "party" if self.use("party") else "state"
        return "state" if self.unit in ("state", "state_year") else "party"

    def use(self, role: Role) -> ColumnUse | None:
        return next((each for each in self.uses if each.role == role), None)

    def uses_as(self, role: Role) -> tuple[ColumnUse, ...]:
        return tuple(each for each in self.uses if each.role == role)


def unit_name(unit: RowUnit) -> str:
    return {
        "party": _("party"),
        "state": _("state"),
        "party_year": _("party in a year"),
        "state_year": _("state in a year"),
        "event": _("event"),
        "tie": _("tie"),
        "source": _("source"),
        "long": _("one value"),
    }[unit]


def stored(plan: Plan) -> str:
    return json.dumps(asdict(plan), ensure_ascii=False)


def from_stored(text: str) -> Plan:
    """ValueError, KeyError or TypeError for what is no plan."""
    said: dict[str, Any] = json.loads(text)
    uses = tuple(_use(each) for each in said.pop("uses"))
    table = said.pop("table")
    choices = TableChoices(
        table["sheet"],
        None if table["header_rows"] is None else tuple(table["header_rows"]),
        tuple(table["turned_back"]),
    )
    chosen = tuple(Chosen(**each) for each in said.pop("chosen"))
    kept = tuple((column, tuple(texts)) for column, texts in said.pop("kept"))
    years = said.pop("years")
    span = None if years is None else (int(years[0]), int(years[1]))
    return Plan(**said, uses=uses, table=choices, chosen=chosen, kept=kept, years=span)


def _use(said: dict[str, Any]) -> ColumnUse:
    new = said.pop("new")
    codes = tuple((code, meaning) for code, meaning in said.pop("codes"))
    if new is not None:
        new = NewAttribute(**{**new, "choices": tuple((code, label) for code, label in new["choices"])})
    return ColumnUse(**said, new=new, codes=codes)
