"""The cell of a table on paper: the same words and signs as on the screen, and the numbers of its notes."""

from __future__ import annotations

from collections.abc import Iterable

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.showing import with_unit
from parties_of_power.domain.force import Hold
from parties_of_power.exchange.documents.definition import Run, Runs, TableCell, Tone, small

_COMPUTED_STATES = ("empty", "not_founded", "ended")


def printed_cell(
    cell: Cell, *, is_number: bool = False, notes: Iterable[int] = (), unit: str = "", is_bold: bool = False
) -> TableCell:
    """`unit` is written behind a value where the column does not say it."""
    text = with_unit(cell.text, unit) if cell.state == "value" else cell.text
    doubt = (Run("≈ ", "doubt", is_bold=True),) if cell.hold is Hold.POSSIBLY else ()
    value, marks = _value(cell, text, is_bold), marks_of(cell, notes)
    if is_number:
        # Figures stand in line, so that what is said of them comes before them or into the room beside them.
        year = (small(f"{cell.measured} "),) if cell.measured else ()
        return TableCell((*year, *doubt, value), (*_words(cell.base, cell.attested), *marks))
    return TableCell((*doubt, value, *_words(cell.measured, cell.attested, cell.base)), marks)


def marks_of(cell: Cell, notes: Iterable[int] = ()) -> Runs:
    """◇ and how many rivals, in brackets those of another base or rounding, “ and how many claims; then the notes."""
    counted: tuple[tuple[str, int, Tone], ...] = (
        (" ◇{count}", cell.rivals, "rival"),
        (" (◇{count})", cell.soft_rivals, "second"),
        (" “{count}", cell.claims, "rival"),
    )
    return (*(small(sign.format(count=count), tone) for sign, count, tone in counted if count), *numbers(notes))


def numbers(notes: Iterable[int]) -> Runs:
    """`[3, 7–9]`, which no reader takes for a part of the value."""
    spans: list[list[int]] = []
    for number in sorted(set(notes)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    listed = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in spans)
    return (small(f" [{listed}]"),) if listed else ()


def _words(*said: str) -> Runs:
    return tuple(small(f"  {word}") for word in said if word)


def _value(cell: Cell, text: str, is_bold: bool) -> Run:
    if cell.state == "missing":
        return Run(text, "second", is_italic=True)
    if cell.state == "wrong":
        return Run(f"{text} ?", "wrong")
    if cell.state in _COMPUTED_STATES or cell.hold is Hold.LAST_ATTESTED:
        return Run(text, "second")
    return Run(text, is_bold=is_bold)
