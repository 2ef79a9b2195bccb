"""What a row of a found table is, guessed with reasons; and the whole plan that follows from the guesses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parties_of_power.domain.dates import iso
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.imports.columns import GuessedColumn, guess_columns
from parties_of_power.exchange.imports.found import FoundTable, TableChoices
from parties_of_power.exchange.imports.plan import ColumnUse, Plan, RowUnit
from parties_of_power.study.lookups import folded
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

_BEGINNING = 500


@dataclass(frozen=True, slots=True)
class UnitGuess:
    unit: RowUnit
    score: float
    reasons: tuple[str, ...]


def guess_units(table: FoundTable, columns: Sequence[GuessedColumn]) -> list[UnitGuess]:
    """All that are possible, the likeliest first."""
    roles = {each.use.role for each in columns}
    whose = {each.use.of for each in columns if each.use.role == "identifier"}
    has_party, has_state = "party" in roles or "party" in whose, "state" in roles or "state" in whose
    is_dated = bool(roles & {"year", "date"})
    guesses = _special(table)
    if {"attribute", "text"} <= roles:
        guesses.append(UnitGuess("long", 0.9, (_("one column names attributes, another holds values"),)))
    if has_party:
        dated = UnitGuess("party_year", 0.8, (_("a column of parties"), _("a column of years or dates")))
        guesses.append(dated if is_dated else UnitGuess("party", 0.8, (_("a column of parties"),)))
    elif has_state:
        dated = UnitGuess("state_year", 0.75, (_("a column of states"), _("a column of years or dates")))
        guesses.append(dated if is_dated else UnitGuess("state", 0.75, (_("a column of states"),)))
    if not guesses:
        guesses.append(UnitGuess("party", 0.2, (_("nothing says what the rows are"),)))
    return sorted(guesses, key=lambda each: -each.score)


def units_of(study: Study, table: FoundTable) -> list[UnitGuess]:
    """Its first rows show what a row is; there may be many."""
    beginning = replace(table, rows=table.rows[:_BEGINNING])
    return guess_units(beginning, guess_columns(study, beginning))


def guess_plan(study: Study, table: FoundTable, choices: TableChoices, unit: RowUnit | None = None) -> Plan:
    """The plan with which an import begins, for a unit or the likeliest one."""
    found = unit or units_of(study, table)[0].unit
    kind: SubjectKind = "state" if found in ("state", "state_year") else "party"
    guessed = guess_columns(study, table, kind)
    uses = tuple(each.use for each in guessed)
    if found in ("party", "state", "party_year", "state_year") and not any(each.role == kind for each in uses):
        uses = _with_first_as(kind, uses)
    return Plan(found, uses, replace(choices, sheet=table.sheet), day=_day(study, table))


def _with_first_as(kind: SubjectKind, uses: tuple[ColumnUse, ...]) -> tuple[ColumnUse, ...]:
    """Without a column of names the first column of words is theirs."""
    place = next(
        (at for at, use in enumerate(uses) if use.new is not None and use.new.kind in ("text", "choice")), None
    )
    if place is None or any(use.role == "identifier" and use.of == kind for use in uses):
        return uses
    named = ColumnUse(uses[place].title, kind, reason=_("the first column of words"))
    return (*uses[:place], named, *uses[place + 1 :])


def _special(table: FoundTable) -> list[UnitGuess]:
    """Tables that are none of values: references, events and ties."""
    titles = {folded(column.title) for column in table.columns}
    guesses = []
    if len(titles & {"author", "authors", "title", "doi", "publisher", "journal", "автор", "издательство"}) >= 3:
        guesses.append(UnitGuess("source", 0.85, (_("columns of references: author, title, publisher"),)))
    if titles & {"event", "event type", "событие"} and titles & {"date", "дата", "year"}:
        guesses.append(UnitGuess("event", 0.7, (_("a column of events and one of dates"),)))
    if titles & {"party a", "party 1", "party_a", "from party", "партия 1"}:
        guesses.append(UnitGuess("tie", 0.85, (_("two columns of parties"),)))
    return guesses


def _day(study: Study, table: FoundTable) -> str:
    """Of what day a table without dates is: the one year that its titles name, else the day of the study."""
    years = {year for title in (*table.titles, table.sheet) for year in _YEAR.findall(title)}
    return next(iter(years)) if len(years) == 1 else iso(study.as_of)
