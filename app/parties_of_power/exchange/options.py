"""`Options`: what goes into a workbook and how; each study remembers what was chosen last."""

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Literal, get_args

from parties_of_power.study.study import Study
from parties_of_power.texts import _

Form = Literal["day", "years", "long"]
Citations = Literal["notes", "columns", "both"]
Reasons = Literal["words", "codes"]

_KEY = "export_options"
_YEAR = re.compile(r"(?P<first>-?\d{1,4})(?:\s*[-–—]\s*(?P<last>-?\d{1,4}))?")
MOST_YEARS = 100


@dataclass(frozen=True, slots=True)
class Options:
    """`form` is one day, a column for each of the `years`, or one row an observation. `reasons` say how missing values
    are written. With `values_only` there are no notes, lists, colours and charts."""

    all_comparisons: bool = False
    with_study: bool = True
    form: Form = "day"
    years: tuple[int, ...] = ()
    citations: Citations = "notes"
    reasons: Reasons = "words"
    charts: bool = True
    values_only: bool = False

    @property
    def has_notes(self) -> bool:
        return self.citations != "columns" and not self.values_only

    @property
    def has_citation_columns(self) -> bool:
        return self.citations != "notes"

    @property
    def has_charts(self) -> bool:
        return self.charts and not self.values_only


USUAL = Options()


def remembered(study: Study) -> Options:
    """As chosen last in this study; whatever cannot be read any more is as usual."""
    try:
        said = json.loads(study.setting(_KEY, "{}"))
    except ValueError:
        return USUAL
    if not isinstance(said, dict):
        return USUAL
    kept = {each.name: said[each.name] for each in fields(Options) if _is_legal(each.name, said.get(each.name))}
    if "years" in kept:
        kept["years"] = tuple(kept["years"])
    return Options(**kept)


def remember(study: Study, options: Options) -> None:
    text = json.dumps(asdict(options))
    if text != study.setting(_KEY):
        study.set_setting(_KEY, text)


def years_of(text: str) -> tuple[int, ...]:
    """`1999, 2003–2008` as years in their order; ValueError says what cannot be read."""
    found: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*([-–—])\s*(?=\d)", r"\1", text.strip()))):
        read = _YEAR.fullmatch(part)
        if read is None:
            raise ValueError(_("“{text}” is no year: write years as 1999, 2003–2008.").format(text=part))
        first = int(read["first"])
        last = int(read["last"] or first)
        if last < first:
            raise ValueError(_("“{text}” runs backwards: write the earlier year first.").format(text=part))
        if last - first >= MOST_YEARS:
            raise ValueError(_too_many())
        found.update(range(first, last + 1))
    if len(found) > MOST_YEARS:
        raise ValueError(_too_many())
    return tuple(sorted(found))


def years_text(years: tuple[int, ...]) -> str:
    """As they are typed: years that follow each other as a range."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _too_many() -> str:
    return _("These are more than {most} years: choose fewer.").format(most=MOST_YEARS)


def _is_legal(name: str, value: object) -> bool:
    choices = {"form": Form, "citations": Citations, "reasons": Reasons}
    if name in choices:
        return value in get_args(choices[name])
    if name == "years":
        return isinstance(value, list) and len(value) <= MOST_YEARS and all(type(year) is int for year in value)
    return isinstance(value, bool)
