"""Stata's .dta (14 and later, UTF-8): labels of variables and codes, days as dates, missing reasons as .a to .d.

Not yet coded is Stata's own `.`; what is computed from the life of a subject has letters of its own.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.statistics.definition import Variable, Why, why_words
from parties_of_power.exchange.statistics.files import (
    checked_numbers,
    file_label,
    frame_of,
    text_values,
    verify,
    written,
)
from parties_of_power.exchange.statistics.variables import variables_of

LETTERS: dict[Why, str] = {
    "unknown": "a",
    "not_applicable": "b",
    "interrupted": "c",
    "irreconcilable": "d",
    "ended": "e",
    "not_founded": "f",
    "wrong": "w",
}
DAY_0 = 715_510  # 1 January 1960
_LONGEST_LABEL = 80
_FORMAT_OF_DATES = "%tdCCYY-NN-DD"


def write_stata(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change."""
    changes = Alterations()
    write_dta(variables_of(export, progress), path, file_label(export), changes)
    progress(1.0)
    return changes.sentences()


def write_dta(variables: Sequence[Variable], path: Path, label: str, changes: Alterations) -> None:
    """Writes the file and reads it back; ExportRefused where it does not hold the same."""
    import pyreadstat

    columns = {variable.name: _values(variable, changes) for variable in variables}
    frame = frame_of(columns, {variable.name for variable in variables if variable.kind == "text"})
    coded = [variable for variable in variables if variable.kind != "text"]
    written(
        lambda: pyreadstat.write_dta(
            frame,
            str(path),
            file_label=_label(label),
            column_labels={variable.name: _label(variable.label) for variable in variables},
            variable_value_labels={variable.name: _labels(variable) for variable in coded if _labels(variable)},
            missing_user_values={each.name: [LETTERS[why] for why in each.whys] for each in coded if each.whys},
            variable_format={variable.name: _FORMAT_OF_DATES for variable in variables if variable.kind == "date"},
        )
    )
    verify(path, columns, pyreadstat.read_dta)


def _values(variable: Variable, changes: Alterations) -> list[Any]:
    if variable.kind == "text":
        return text_values(variable, changes)
    checked_numbers(variable)
    start = DAY_0 if variable.kind == "date" else 0
    return [each.value - start if isinstance(each.value, float) else LETTERS.get(each.why) for each in variable.data]


def _labels(variable: Variable) -> dict[Any, str]:
    """By codes, and by the letters of what is missing."""
    codes: dict[Any, str] = {float(code): _label(label) for code, label in variable.labels.items()}
    return codes | {LETTERS[why]: _label(why_words(why)) for why in variable.whys}


def _label(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_LABEL]
