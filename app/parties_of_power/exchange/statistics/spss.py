"""SPSS's .sav (UTF-8): labels of variables and codes, days as dates, missing reasons as declared codes from -93 to -99.

Where values reach there, the codes of that variable move to -993 … -999, and so on. Not yet coded is the missing value
of the system.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from parties_of_power.exchange.definition import Export, ExportRefused, Progress
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.statistics.definition import Variable, Why, why_words
from parties_of_power.exchange.statistics.files import (
    checked_numbers,
    cut_bytes,
    file_label,
    frame_of,
    text_values,
    verify,
    written,
)
from parties_of_power.exchange.statistics.variables import variables_of
from parties_of_power.texts import _

# How far the code of each lies above the lowest one but one: -97 is -100 + 3, shifted -997 is -1000 + 3.
ABOVE: dict[Why, int] = {
    "interrupted": 1,
    "not_applicable": 2,
    "unknown": 3,
    "irreconcilable": 4,
    "ended": 5,
    "not_founded": 6,
    "wrong": 7,
}
DAY_0 = 577_735  # 14 October 1582
SECONDS = 86_400
_MOST_DIGITS = 15
_LONGEST_TEXT = 32_767
_LONGEST_LABEL, _LONGEST_LABEL_OF_VALUE, _LONGEST_FILE_LABEL, _LONGEST_NOTE = 250, 120, 64, 80
_MOST_PLACES = 6


def write_spss(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change."""
    changes = Alterations()
    variables = variables_of(export, progress)
    write_sav(variables, path, _notes(export, variables), changes)
    progress(1.0)
    return changes.sentences()


def write_sav(variables: Sequence[Variable], path: Path, notes: Sequence[str], changes: Alterations) -> None:
    """Writes the file, of whose notes the first is its label, and reads it back; ExportRefused where it does not hold
    the same."""
    import pyreadstat

    floors = {each.name: _floor(each, changes) for each in variables if each.kind != "text" and each.whys}
    columns = {each.name: _values(each, floors.get(each.name, 0), changes) for each in variables}
    frame = frame_of(columns, {variable.name for variable in variables if variable.kind == "text"})
    labels = {each.name: _labels(each, floors.get(each.name, 0)) for each in variables if each.kind != "text"}
    written(
        lambda: pyreadstat.write_sav(
            frame,
            str(path),
            file_label=cut_bytes(notes[0], _LONGEST_FILE_LABEL),
            column_labels={variable.name: cut_bytes(variable.label, _LONGEST_LABEL) for variable in variables},
            note=[cut_bytes(note, _LONGEST_NOTE) for note in notes],
            variable_value_labels={name: found for name, found in labels.items() if found},
            missing_ranges={name: [_range(floor)] for name, floor in floors.items()},
            variable_measure={variable.name: _measure(variable) for variable in variables},
            variable_format={each.name: _format(each, columns[each.name]) for each in variables if each.kind != "text"},
        )
    )
    verify(path, columns, pyreadstat.read_sav)


def _floor(variable: Variable, changes: Alterations) -> int:
    """The power of ten below which the codes of missing values lie: -100, or a lower one that no value reaches."""
    numbers = [] if variable.kind == "date" else variable.numbers
    lowest = min(numbers, default=0.0)
    floors = [-int("1".ljust(digits + 1, "0")) for digits in range(2, _MOST_DIGITS + 1)]
    below = [floor for floor in floors if lowest > floor + max(ABOVE.values())]
    apart = [f for f in floors if not any(f < number <= f + max(ABOVE.values()) for number in numbers)]
    if not apart:
        raise ExportRefused(
            _("The values of “{column}” leave no room for the codes of missing values: export to CSV.").format(
                column=variable.label
            )
        )
    floor = (below or apart)[0]
    if floor != floors[0]:
        changes.say(
            _("Values of “{column}” reach -93: its missing values have the codes {first} to {last}.").format(
                column=variable.label, first=floor + max(ABOVE.values()), last=floor + 1
            )
        )
    return floor


def _range(floor: int) -> Any:
    return {"lo": float(floor + min(ABOVE.values())), "hi": float(floor + max(ABOVE.values()))}


def _values(variable: Variable, floor: int, changes: Alterations) -> list[Any]:
    if variable.kind == "text":
        return _short_enough(variable, text_values(variable, changes))
    checked_numbers(variable)
    is_date = variable.kind == "date"
    return [
        (float((each.value - DAY_0) * SECONDS) if is_date else each.value)
        if isinstance(each.value, float)
        else _code(each.why, floor)
        for each in variable.data
    ]


def _code(why: Why, floor: int) -> float | None:
    return float(floor + ABOVE[why]) if why in ABOVE else None


def _short_enough(variable: Variable, texts: list[str]) -> list[str]:
    if any(len(text.encode("utf-8")) > _LONGEST_TEXT for text in texts):
        raise ExportRefused(
            _("“{column}” holds a text longer than SPSS allows: export to Stata or CSV.").format(column=variable.label)
        )
    return texts


def _labels(variable: Variable, floor: int) -> dict[float, str]:
    codes = {float(code): cut_bytes(label, _LONGEST_LABEL_OF_VALUE) for code, label in variable.labels.items()}
    return codes | {float(floor + ABOVE[why]): why_words(why) for why in variable.whys}


def _measure(variable: Variable) -> str:
    if variable.kind == "code":
        return "ordinal" if variable.is_ordinal else "nominal"
    return "nominal" if variable.kind == "text" else "scale"


def _format(variable: Variable, values: list[float | None]) -> str:
    """Days as 2008-11-25 by year, month and day; numbers with as many places as they have."""
    if variable.kind == "date":
        return "SDATE10"
    numbers = [number for number in values if number is not None]
    places = variable.decimals if variable.decimals is not None else max(map(_places, numbers), default=0)
    places = min(places, _MOST_PLACES)
    width = max((len(f"{number:.{places}f}") for number in numbers if abs(number) < 1e15), default=8)
    return f"F{min(max(width, 8), 40)}.{places}"


def _places(number: float) -> int:
    return len(f"{number:.{_MOST_PLACES}f}".rstrip("0").partition(".")[2])


def _notes(export: Export, variables: Sequence[Variable]) -> list[str]:
    """Of what study, comparison and day the file is, and what its cells cite."""
    keys = (str(datum.value).split("; ") for datum in variables[-1].data)
    cited = sorted({key for each in keys for key in each if key})
    catalogue = export.study.catalogue
    sources = ((key, catalogue.source(key)) for key in cited)
    return [
        file_label(export),
        _("Study: {title}").format(title=export.study.title),
        _("Sources:"),
        *(f"{key}: {source.title}" if source else key for key, source in sources),
    ]
