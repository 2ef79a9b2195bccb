"""The import that is being prepared: the file, its plan as decided so far, what it would do, and what is not taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.guarded import Cancel, TextForm, Wanted, read_table_file
from parties_of_power.exchange.imports.datasets.definition import columns_read, plan_of
from parties_of_power.exchange.imports.found import FoundTable, TableChoices
from parties_of_power.exchange.imports.importing import Opened, first_plan, propose_import, table_of
from parties_of_power.exchange.imports.plan import Chosen, ColumnUse, Plan, RowUnit
from parties_of_power.exchange.imports.proposals import Proposal, Proposed
from parties_of_power.exchange.imports.recipes import Recipe
from parties_of_power.exchange.imports.row_units import UnitGuess, guess_plan, units_of
from parties_of_power.exchange.imports.table import AUTO
from parties_of_power.study.study import Study


@dataclass
class Draft:
    """A change of the plan is made at once; `propose` then says what it would do. `left` are the cells whose values
    somebody has left out; `source_ids` the sources whose own values are not new."""

    study: Study
    opened: Opened
    plan: Plan
    source_ids: tuple[int, ...] = ()
    proposal: Proposal | None = None
    left: set[str] = field(default_factory=set)
    _whole: tuple[tuple[str, ...], Opened] | None = None
    _table: tuple[TableChoices, FoundTable] | None = None

    @property
    def table(self) -> FoundTable:
        if self._table is None or self._table[0] != self.plan.table:
            self._table = self.plan.table, table_of(self.opened, self.plan.table)
        return self._table[1]

    @property
    def taken(self) -> tuple[Proposed, ...]:
        to_take = self.proposal.to_take if self.proposal else ()
        return tuple(each for each in to_take if each.cell not in self.left)

    def guesses(self) -> list[UnitGuess]:
        """What a row may be; nothing to guess in a known dataset."""
        return [] if self.opened.dataset else units_of(self.study, self.table)

    def propose(self, cancel: Cancel) -> Proposal | None:
        self.proposal = None
        opened = self._opened_for_plan(cancel)
        if opened is not None:
            found = propose_import(self.study, opened, self.plan, source_ids=self.source_ids, cancel=cancel)
            self.proposal = found
        return self.proposal

    def _opened_for_plan(self, cancel: Cancel) -> Opened | None:
        """Of a large dataset the wanted columns are read once for all that is decided afterwards."""
        known = self.opened.dataset
        if known is None or not self.opened.is_part:
            return self.opened
        columns = columns_read(known, self.plan)
        if self._whole is None or self._whole[0] != columns:
            form = self.opened.file.form or TextForm()
            file = read_table_file(self.opened.path, cancel=cancel, wanted=Wanted(form, columns))
            if file is None:
                return None
            self._whole = columns, replace(self.opened, file=file, is_part=False)
        return self._whole[1]

    def choose_table(self, choices: TableChoices) -> None:
        """What was decided about the columns of another table is begun anew."""
        plan = guess_plan(self.study, table_of(self.opened, choices), choices)
        self.plan = replace(plan, new_rows=self.plan.new_rows, chosen=self.plan.chosen)

    def choose_unit(self, unit: RowUnit) -> None:
        plan = guess_plan(self.study, self.table, self.plan.table, unit)
        self.plan = replace(plan, new_rows=self.plan.new_rows, chosen=self.plan.chosen, day=self.plan.day)

    def choose_use(self, use: ColumnUse) -> None:
        """One column has a role such as *party* or *year*: whichever had it before is left out."""
        single = use.role in ("party", "state", "year", "date", "from", "to", "attribute", "text")
        uses = [
            replace(each, role="ignored", attribute_id=None, new=None) if single and each.role == use.role else each
            for each in self.plan.uses
        ]
        self.plan = replace(self.plan, uses=tuple(use if each.title == use.title else each for each in uses))

    def choose_variables(self, columns: Collection[str]) -> None:
        known = self.opened.dataset
        if known is not None:
            plan = plan_of(self.study, known, self.opened.header, columns)
            self.plan = replace(self.plan, uses=plan.uses)

    def choose_name(self, kind: SubjectKind, name: str, subject_id: int | None) -> None:
        """Who a name is: 0 for nobody; None takes the decision back."""
        others = tuple(each for each in self.plan.chosen if (each.kind, each.name) != (kind, name))
        made = () if subject_id is None else (Chosen(kind, name, subject_id),)
        self.plan = replace(self.plan, chosen=others + made)

    def follow_recipe(self, recipe: Recipe | None) -> None:
        """As the recipe does it; None begins anew."""
        self.source_ids = recipe.source_ids if recipe else ()
        self.plan = recipe.plan if recipe else first_plan(self.study, self.opened, AUTO)

    def leave(self, values: Iterable[Proposed], *, is_left: bool) -> None:
        cells = {each.cell for each in values}
        self.left = self.left | cells if is_left else self.left - cells


def begun(study: Study, opened: Opened) -> Draft:
    """StudyError for a file without a table."""
    return Draft(study, opened, first_plan(study, opened))
