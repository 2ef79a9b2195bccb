"""What is known of a dataset: its columns, its variables with their companions, its citation and licence."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.imports.columns import attribute_for
from parties_of_power.exchange.imports.found import FoundColumn, FoundRow, FoundTable, TableChoices
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute, NewRows, Plan, Role, RowUnit
from parties_of_power.study.study import Study

# A file of a dataset has one header and nothing around its rows.
PLAIN = TableChoices(header_rows=(0,), turned_back=("merged", "notes", "marks", "totals", "sections", "repeated"))


@dataclass(frozen=True, slots=True)
class Variable:
    """`codes` are its answers in the file and what they are called in the study; `companions` the columns beside it:
    low, high, ordinal, coders, out_of."""

    column: str
    attribute: NewAttribute
    companions: tuple[tuple[Role, str], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    base: str = ""
    interval: str = ""
    is_usual: bool = True


@dataclass(frozen=True, slots=True)
class Dataset:
    """`uses` are the columns that say whose a row is and when; `variables` gives those of a header. `locator` names the
    columns that say where a value stands."""

    key: str
    name: str
    required: frozenset[str]
    unit: RowUnit
    uses: tuple[ColumnUse, ...]
    variables: Callable[[Sequence[str]], tuple[Variable, ...]]
    source: Mapping[str, str] = field(default_factory=dict)
    locator: tuple[str, ...] = ()
    elections: bool = False

    @property
    def subject_kind(self) -> SubjectKind:
        return "state" if self.unit in ("state", "state_year") else "party"


def plan_of(
    study: Study,
    dataset: Dataset,
    header: Sequence[str],
    chosen: Collection[str] | None = None,
    new_rows: NewRows = "leave",
) -> Plan:
    """The plan that takes these variables (None: the usual ones), each into the attribute of its codebook entry."""
    there = set(header)
    uses: list[ColumnUse] = [each for each in dataset.uses if each.title in there]
    for variable in dataset.variables(header):
        if variable.column in chosen if chosen is not None else variable.is_usual:
            uses.append(_use(study, dataset, variable))
            beside = [(role, name) for role, name in variable.companions if name in there]
            uses.extend(ColumnUse(name, role, of=variable.column) for role, name in beside)
    return Plan(
        dataset.unit,
        tuple(uses),
        PLAIN,
        new_rows=new_rows,
        elections=dataset.elections and "historical_date" in there,
        dataset=dataset.key,
        source=dataset.source,
    )


def columns_read(dataset: Dataset, plan: Plan) -> tuple[str, ...]:
    """The columns of the file that a plan needs, and no others."""
    return tuple(dict.fromkeys((*(use.title for use in plan.uses if use.role != "ignored"), *dataset.locator)))


def locator_of(dataset: Dataset, table: FoundTable) -> Callable[[FoundRow, ColumnUse], str]:
    """`v2paid=2256;country_text_id=RUS;year=2007;v2pavote`: names a place in every release."""
    places = [(name, column.place) for name in dataset.locator if (column := table.column(name))]

    def where(row: FoundRow, use: ColumnUse) -> str:
        return ";".join([*(f"{name}={row.text(place)}" for name, place in places), use.title])

    return where


def narrowed(
    table: FoundTable, kept: Mapping[str, Collection[str]], years: tuple[int, int] | None = None
) -> FoundTable:
    """Only the rows with one of the texts in each of these columns, and of these years."""
    places = [(column.place, set(texts)) for name, texts in kept.items() if (column := table.column(name))]
    year = table.column("year")
    rows = [row for row in table.rows if all(row.text(place) in texts for place, texts in places)]
    if years is not None and year is not None:
        first, last = years
        rows = [row for row in rows if (text := row.text(year.place)[:4]).isdecimal() and first <= int(text) <= last]
    return replace(table, rows=tuple(rows))


def _use(study: Study, dataset: Dataset, variable: Variable) -> ColumnUse:
    found = attribute_for(study, FoundColumn(0, variable.column, variable.column), dataset.subject_kind)
    known = found[0] if found else study.catalogue.attribute(variable.attribute.name, dataset.subject_kind)
    return ColumnUse(
        variable.column,
        "value",
        attribute_id=known.id if known else None,
        new=None if known else variable.attribute,
        codes=_codes(study, known, variable),
        base=variable.base,
        interval=variable.interval,
        reason=found[1] if found else variable.attribute.definition,
    )


def _codes(study: Study, known: Attribute | None, variable: Variable) -> tuple[tuple[str, str], ...]:
    """Answers by the labels that the study has for them; the dataset's own where it has none of them."""
    if known is None or not variable.codes:
        return variable.codes
    labels = {each.code: each.label for each in study.catalogue.choices_of(known.id)}
    return tuple((code, labels.get(meaning, meaning)) for code, meaning in variable.codes)
