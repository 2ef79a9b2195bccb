"""The bundled study: the CSV files of a folder in data/ become a new study file.

`data/README.md` and the `datapackage.json` beside the files say what their columns hold. Ids are derived from keys, so
that the study is the same wherever it is made. A wrong row is named by its file and line.

A folder whose descriptor says that its layout is that of the tables holds a study as `packaged` writes it.
"""

import csv
import json
from pathlib import Path

from parties_of_power.domain.dates import PartialDate
from parties_of_power.study.bundled_lines import Line, Taking, taken
from parties_of_power.study.bundled_observations import add_observations
from parties_of_power.study.bundled_rows import ADDED_BY_FILE
from parties_of_power.study.edit import Edit
from parties_of_power.study.errors import StudyError
from parties_of_power.study.packaged import LAYOUT, take_tables
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def bundled_study(folder: Path, out: Path, coder: str = "") -> None:
    """Writes the study in `folder` to a new file, whole or not at all. StudyError names what stands in the way."""
    described = _described(folder)
    as_of = PartialDate.parse(described["as_of"]).earliest
    study = Study.create(out, coder=coder)
    try:
        with study.edit(_("Take over the bundled study"), undoable=False) as edit:
            if described["layout"] == LAYOUT:
                take_tables(edit, folder)
            else:
                _fill(edit, folder, described, as_of or 0)
        study.as_of = as_of or study.as_of
        study.close()
    except BaseException:
        study.close()
        out.unlink(missing_ok=True)
        raise


def template_study(folder: Path, out: Path, coder: str, title: str, groups: tuple[str, ...] = ()) -> None:
    """A new file with the attributes of the study in `folder` and their choices, and none of its subjects and values.

    `groups` are the groups of attributes that are taken, all where none is named; the comparisons are those of every
    party and every state.
    """
    study = Study.create(out, coder=coder, title=title)
    try:
        with study.edit(_("Begin the study"), undoable=False) as edit:
            _fill_template(edit, folder, groups)
        study.close()
    except BaseException:
        study.close()
        out.unlink(missing_ok=True)
        raise


def _fill_template(edit: Edit, folder: Path, groups: tuple[str, ...]) -> None:
    attributes = [line for line in _lines(folder, "attributes") if not groups or line["group"] in groups]
    comparisons = {line["key"]: line for line in _lines(folder, "comparisons") if line["rows_from"] == "all"}
    asked = {(line["subject_kind"], line["key"]) for line in attributes}
    choices = [line for line in _lines(folder, "choices") if (line["subject_kind"], line["attribute"]) in asked]
    columns = [
        line
        for line in _lines(folder, "comparison_columns")
        if line["comparison"] in comparisons
        and (line["field"] or (comparisons[line["comparison"]]["subject_kind"], line["attribute"]) in asked)
    ]
    taking, add_by_file = Taking(edit), dict(ADDED_BY_FILE)
    wanted = {
        "attributes": attributes,
        "choices": choices,
        "comparisons": list(comparisons.values()),
        "comparison_columns": columns,
    }
    for name, found in wanted.items():
        for line in found:
            with taken(line):
                add_by_file[name](taking, line)


def _described(folder: Path) -> dict[str, str]:
    path = folder / "datapackage.json"
    try:
        described = json.loads(path.read_text("utf-8"))
        known = {name: str(described[name]) for name in ("name", "title", "version", "as_of")}
        return {**known, "layout": str(described.get("layout", ""))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise _unreadable(path, wrong) from wrong


def _fill(edit: Edit, folder: Path, described: dict[str, str], as_of: int) -> None:
    """In the order of reference: what is referred to comes first."""
    taking = Taking(edit)
    taking.insert("study", "title", value=described["title"])
    taking.insert("study", "bundle", value=f"{described['name']} {described['version']}")
    taking.learn_names(_lines(folder, "people"), _lines(folder, "names"), as_of)
    for name, add in ADDED_BY_FILE:
        for line in _lines(folder, name):
            with taken(line):
                add(taking, line)
    observations = [line for name in ("observations", "leaders", "lives") for line in _lines(folder, name)]
    add_observations(taking, observations, _lines(folder, "preferences"))


def _lines(folder: Path, name: str) -> list[Line]:
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, restval="", strict=True)
            return [Line(path.name, reader.line_num, cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise _unreadable(path, wrong) from wrong


def _unreadable(path: Path, wrong: Exception) -> StudyError:
    return StudyError(_("The bundled study cannot be read: {file}: {detail}.").format(file=path, detail=wrong))
