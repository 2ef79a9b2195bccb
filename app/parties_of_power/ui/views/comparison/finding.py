"""Finding a text in the cells of a comparison, and what they would say with another text in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from parties_of_power.domain.comparisons import Column
from parties_of_power.texts import _
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.moving import holds
from parties_of_power.ui.views.comparison.proposal import Block
from parties_of_power.ui.views.comparison.several import Place, whole_text

_SEARCHED = ("value", "wrong", "field")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `kind_key` or `column_id` narrow it down to the columns of a kind or to one; `blocks` to what
    is selected."""

    text: str
    is_whole: bool = False
    with_case: bool = False
    is_expression: bool = False
    kind_key: str = ""
    column_id: int | None = None
    blocks: tuple[Block, ...] | None = None

    def pattern(self) -> re.Pattern[str]:
        """BadExpression where it cannot be read as one."""
        written = self.text if self.is_expression else re.escape(self.text)
        try:
            return re.compile(written, re.NOFLAG if self.with_case else re.IGNORECASE)
        except re.error as wrong:
            raise BadExpression(_wrong_words(self.text, wrong)) from wrong
        except (RecursionError, OverflowError) as wrong:
            raise BadExpression(_("This expression is too large.")) from wrong


class BadExpression(ValueError):
    """Its text is a sentence that says where the expression is wrong."""


def found(model: ComparisonModel, wanted: Wanted) -> list[Place]:
    """The cells that say it, row by row. Each distinct text of a column is looked at once."""
    table = model.table
    if table is None or not wanted.text:
        return []
    says = _test(wanted)
    listed = [(row, model.listed_place(row)) for row in range(model.rowCount()) if not model.is_heading(row)]
    places: list[Place] = []
    for number, column in enumerate(model.columns):
        if not _is_searched(model, number, column, wanted):
            continue
        shown = table.shown_column(column)
        states = shown.states()
        chosen = [states[place] in _SEARCHED and says(text) for place, text in enumerate(shown.texts)]
        rows = shown.rows_of(chosen)
        places += [(row, number) for row, place in listed if rows[place]]
    if wanted.blocks is not None:
        places = [place for place in places if any(holds(block, place) for block in wanted.blocks)]
    return sorted(places)


def replaced(model: ComparisonModel, wanted: Wanted, by: str) -> list[tuple[Place, Copied]]:
    """The texts of the cells that are found, with `by` in place of what was looked for. In an expression `\\1` is its
    first group."""
    pattern, texts = wanted.pattern(), []
    try:
        for place in found(model, wanted):
            cell = model.cell(*place)
            whole = whole_text(cell)
            before = whole if pattern.search(whole) else cell.text
            if wanted.is_whole:
                match = pattern.fullmatch(before)
                after = (match.expand(by) if wanted.is_expression else by) if match else before
            else:
                after = pattern.sub(by if wanted.is_expression else lambda _match: by, before)
            if after != before:
                texts.append((place, Copied(after)))
    except (re.error, IndexError) as wrong:
        raise BadExpression(_("The replacement cannot be read: {detail}.").format(detail=wrong)) from wrong
    return texts


def _test(wanted: Wanted) -> Callable[[str], bool]:
    pattern = wanted.pattern()
    if wanted.is_whole:
        return lambda text: pattern.fullmatch(text) is not None
    return lambda text: pattern.search(text) is not None


def _is_searched(model: ComparisonModel, number: int, column: Column, wanted: Wanted) -> bool:
    if wanted.column_id is not None and column.id != wanted.column_id:
        return False
    attribute = model.attribute(number)
    return not wanted.kind_key or (attribute is not None and attribute.kind == wanted.kind_key)


def _wrong_words(text: str, wrong: re.error) -> str:
    """`Not an expression: missing ), unterminated subpattern, at letter 4: (`."""
    if wrong.pos is None or wrong.pos >= len(text):
        return _("Not an expression: {detail}, at its end.").format(detail=wrong.msg)
    return _("Not an expression: {detail}, at character {place}: {there}").format(
        detail=wrong.msg, place=wrong.pos + 1, there=text[wrong.pos : wrong.pos + 12]
    )
