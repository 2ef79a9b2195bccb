"""Rows of a pasted block that lie below the table: new parties or states, where their names stand in the first
column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study.edits.comparisons import add_row
from parties_of_power.study.edits.subjects import add_party, add_state
from parties_of_power.study.pasting import Pasted, what_pasting_does
from parties_of_power.study.typed import read
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.several import Place


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that has no cell to go to: where it would stand, and why not."""

    place: Place
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class NewRow:
    """A party or state that is yet to be added, or only to be listed (`subject_id`), and the texts of its cells by
    their column."""

    name: str
    subject_id: int | None
    state_id: int | None
    texts: dict[int, Copied]


@dataclass(frozen=True)
class NewRows:
    """`taken_rows` are the rows of the block that these are, `refused` the texts in them that cannot be read."""

    subject_kind: SubjectKind = "party"
    rows: tuple[NewRow, ...] = ()
    taken_rows: frozenset[int] = frozenset()
    refused: tuple[Refused, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.rows)

    def button(self) -> str:
        """The words on the button that adds them as well."""
        count = len(self.rows)
        if self.subject_kind == "party":
            return ngettext("Also add {count} party", "Also add {count} parties", count).format(count=count)
        return ngettext("Also add {count} state", "Also add {count} states", count).format(count=count)

    def words(self) -> str:
        count = len(self.rows)
        words = ngettext("{count} row below the table: {names}", "{count} rows below the table: {names}", count)
        shown = ", ".join(self.names[:3]) + (", …" if count > 3 else "")
        return words.format(count=count, names=shown)

    def add(self, model: ComparisonModel) -> int:
        """Adds and lists them, in an open edit, with every value that can be read; how many values that were."""
        study, comparison = model.workspace.study, model.comparison
        assert comparison is not None, "a table has rows"
        texts: list[Pasted] = []
        for row in self.rows:
            subject_id = row.subject_id
            if subject_id is None:
                subject_id = (
                    add_state(study, row.name) if row.state_id is None else add_party(study, row.name, row.state_id)
                )
            if comparison.rows_from == "list":
                add_row(study, comparison.id, subject_id)
            texts += _pasted(model, subject_id, row)
        what_pasting_does(study, texts, model.workspace.citing).apply(_("Paste"))
        return len(texts)


NO_NEW_ROWS = NewRows()


def new_rows(model: ComparisonModel, texts: Sequence[tuple[Place, Copied]]) -> NewRows:
    """Those that can be added: with a name in the first column and, of parties, a state that the study has. Elections
    and years are not added by typing below the table."""
    comparison = model.comparison
    if comparison is None or comparison.row_unit != "subject" or not model.columns or model.columns[0].field != "name":
        return NO_NEW_ROWS
    below: dict[int, dict[int, Copied]] = {}
    for (row, column), copied in texts:
        if row >= model.rowCount() and column < model.columnCount():
            below.setdefault(row, {})[column] = copied
    rows: dict[int, NewRow] = {}
    for row, cells in below.items():
        new = _row(model, cells, comparison.subject_kind)
        if new is not None and new.name not in {each.name for each in rows.values()}:
            rows[row] = new
    refused = tuple(each for row, new in rows.items() for each in _unreadable(model, row, new))
    return NewRows(comparison.subject_kind, tuple(rows.values()), frozenset(rows), refused)


def _row(model: ComparisonModel, cells: dict[int, Copied], subject_kind: SubjectKind) -> NewRow | None:
    name = cells[0].text.strip() if 0 in cells else ""
    catalogue, comparison = model.workspace.catalogue, model.comparison
    if not name or comparison is None:
        return None
    known = catalogue.find_subject(name, subject_kind)
    if known:
        is_new_here = len(known) == 1 and comparison.rows_from == "list" and known[0] not in comparison.row_ids
        return NewRow(name, known[0], None, cells) if is_new_here else None
    if subject_kind == "state":
        return NewRow(name, None, None, cells)
    state_column = next((place for place, column in enumerate(model.columns) if column.field == "state"), -1)
    states = catalogue.find_subject(cells[state_column].text, "state") if state_column in cells else ()
    return NewRow(name, None, states[0], cells) if len(states) == 1 else None


def _pasted(model: ComparisonModel, subject_id: int, row: NewRow) -> list[Pasted]:
    subject_kind = model.comparison.subject_kind if model.comparison else "party"
    found = []
    for column, copied in row.texts.items():
        attribute = model.attribute(column)
        if attribute is not None and attribute.subject_kind == subject_kind:
            day = model.day_of(column)
            found.append(Pasted(subject_id, attribute.id, day, copied.text, copied.missing, copied.carried))
    return found


def _unreadable(model: ComparisonModel, row: int, new: NewRow) -> list[Refused]:
    refused = []
    for column, copied in new.texts.items():
        attribute = model.attribute(column)
        if attribute is None or copied.missing or not copied.text.strip():
            continue
        said = read(
            copied.text, kind(attribute.kind), model.workspace.catalogue.names_for(attribute, model.day_of(column))
        )
        if said.is_wrong:
            refused.append(Refused((row, column), copied.text, said.rule))
    return refused
