"""From a file to a proposal in one call: reading, a known dataset or a found table, a plan, and the differences."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from parties_of_power.exchange.guarded import (
    Cancel,
    FileRefused,
    ReadSheet,
    TableFile,
    TextForm,
    Wanted,
    read_table_file,
)
from parties_of_power.exchange.imports.datasets import Dataset, dataset, recognised
from parties_of_power.exchange.imports.datasets.definition import columns_read, locator_of, narrowed, plan_of
from parties_of_power.exchange.imports.found import FoundTable, TableChoices
from parties_of_power.exchange.imports.package import is_package, read_package
from parties_of_power.exchange.imports.plan import NewRows, Plan
from parties_of_power.exchange.imports.proposals import Proposal
from parties_of_power.exchange.imports.proposing import propose
from parties_of_power.exchange.imports.row_units import guess_plan
from parties_of_power.exchange.imports.table import AUTO, find_table, sheets_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_TEXTS = (".csv", ".tsv", ".tab", ".txt")
_PEEK = 40


@dataclass(frozen=True, slots=True)
class Opened:
    """A foreign file. Of a known dataset in a large text only its first rows are read, until the plan names the
    columns that are wanted."""

    path: Path
    file: TableFile
    dataset: Dataset | None = None
    header: tuple[str, ...] = ()
    is_part: bool = False

    @property
    def sheets(self) -> tuple[ReadSheet, ...]:
        return sheets_of(self.file)[0]


def open_table(path: Path, form: TextForm | None = None, cancel: Cancel | None = None) -> Opened | None:
    """None where `cancel` said so; FileRefused where the file is not read."""
    if is_package(path):
        file = read_package(path, cancel)
        return Opened(path, file) if file else None
    given = form or TextForm()
    if path.suffix.lower() in _TEXTS:
        beginning = read_table_file(path, cancel=cancel, wanted=Wanted(given, rows=_PEEK))
        if beginning is None:
            return None
        header = _header(beginning)
        known = recognised(header)
        if known is not None:
            return Opened(path, beginning, known, header, is_part=True)
    read = read_table_file(path, cancel=cancel, wanted=Wanted(given))
    if read is None:
        return None
    header = _header(read)
    return Opened(path, read, recognised(header), header)


def preview(path: Path, form: TextForm | None = None, cancel: Cancel | None = None) -> Opened | None:
    """The first rows alone: how they look in another encoding, or divided by another sign. Workbooks are read whole."""
    if path.suffix.lower() not in _TEXTS:
        return open_table(path, form, cancel)
    read = read_table_file(path, cancel=cancel, wanted=Wanted(form or TextForm(), rows=_PEEK))
    return Opened(path, read, recognised(_header(read)), _header(read), is_part=True) if read else None


def first_plan(study: Study, opened: Opened, choices: TableChoices = AUTO, new_rows: NewRows = "leave") -> Plan:
    """The plan with which an import begins."""
    if opened.dataset is not None:
        return plan_of(study, opened.dataset, opened.header, new_rows=new_rows)
    return replace(guess_plan(study, table_of(opened, choices), choices), new_rows=new_rows)


def table_of(opened: Opened, choices: TableChoices) -> FoundTable:
    """The table of the chosen sheet, or of the first one that has one."""
    sheet = next((each for each in opened.sheets if each.name == choices.sheet), None)
    if sheet is None:
        sheet = next(iter(opened.sheets), None)
    if sheet is None:
        raise FileRefused(_("{name} holds no table.").format(name=opened.path.name))
    return find_table(sheet, choices)


def propose_import(
    study: Study, opened: Opened, plan: Plan, *, source_ids: Collection[int] = (), cancel: Cancel | None = None
) -> Proposal | None:
    """None where `cancel` said so."""
    known = dataset(plan.dataset) if plan.dataset else None
    if known is not None and opened.is_part:
        wanted = Wanted(opened.file.form or TextForm(), columns_read(known, plan))
        file = read_table_file(opened.path, cancel=cancel, wanted=wanted)
        if file is None:
            return None
        opened = replace(opened, file=file, is_part=False)
    table = narrowed(table_of(opened, plan.table), dict(plan.kept), plan.years)
    sources = set(source_ids)
    there = study.catalogue.source(plan.source.get("key", ""))
    if there is not None:
        sources.add(there.id)
    locator = locator_of(known, table) if known else None
    return propose(study, table, plan, opened.path.name, source_ids=sources, locator=locator, cancel=cancel)


def _header(file: TableFile) -> tuple[str, ...]:
    rows = file.sheets[0].rows if file.sheets else ()
    return tuple(cell.text.strip() if cell else "" for cell in rows[0][1]) if rows else ()
