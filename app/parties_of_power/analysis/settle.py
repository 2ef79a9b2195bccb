"""What is left to settle in a study: work lists, each cell a click away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parties_of_power.analysis.entries import Entry, entries_of, entries_of_contested_cells, id_list
from parties_of_power.analysis.readings import agreement
from parties_of_power.domain.agreement import Agreement, is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.changes import Changes, RowChange
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from parties_of_power.texts import _

Cell = tuple[int, int]
KEYS = ("rivals", "reasons", "sources", "wrong", "uncoded")

# The sign keeps SQLite to the order of the file: a million look-ups of rows by attribute take four times as long.
_ADOPTED = "SELECT subject_id, attribute_id FROM observation WHERE +standing = 'adopted' AND"
_ODD = {
    "sources": f"{_ADOPTED} missing <> 'not_coded'"
    " AND NOT EXISTS (SELECT 1 FROM citation WHERE observation_id = observation.id)",
    "wrong": f"{_ADOPTED} wrong",
    "uncoded": f"{_ADOPTED} missing = 'not_coded'",
}
# What decides which cells somebody asked for: not how a comparison is sorted, filtered or laid out.
_LISTING_FIELDS = {
    "comparison": {"rows_from"},
    "comparison_row": {"comparison_id", "subject_id"},
    "comparison_column": {"comparison_id", "attribute_id", "of_state", "hidden"},
    "subject": {"state_id"},
    "attribute": {"role"},
}


@dataclass(frozen=True, slots=True)
class WorkList:
    """Cells as (subject, attribute), each once, in the order of the codebook."""

    key: str
    title: str
    cells: tuple[Cell, ...]


def work_lists(study: Study) -> tuple[WorkList, ...]:
    """All lists, also those with nothing on them; `ToSettle` keeps them up to date instead of asking anew."""
    found = ToSettle(study)
    found.close()
    return found.lists()


class ToSettle:
    """The work lists of an open study; an edit has only the cells read again that it touched."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._cells: dict[str, set[Cell]] = {}
        self._listed: set[Cell] = set()
        self._read_all()
        self.close = study.subscribe(self._take_note)

    def lists(self) -> tuple[WorkList, ...]:
        return tuple(self.list_of(key) for key in KEYS)

    def list_of(self, key: str) -> WorkList:
        attributes = {attribute_id: place for place, attribute_id in enumerate(self._study.catalogue.attributes)}
        subjects = {subject_id: place for place, subject_id in enumerate(self._study.catalogue.subjects)}
        ordered = sorted(self._cells[key], key=lambda cell: (attributes.get(cell[1], 0), subjects.get(cell[0], 0)))
        return WorkList(key, list_title(key), tuple(ordered))

    def counts(self) -> dict[str, int]:
        """How many cells each list has; cheap, however long they are."""
        return {key: len(self._cells[key]) for key in KEYS}

    def _read_all(self) -> None:
        self._cells = {key: set() for key in KEYS}
        for cell, entries in entries_of_contested_cells(self._study).items():
            self._judge_rivals(cell, entries)
        for key, sql in _ODD.items():
            self._cells[key] = set(self._study.rows(sql))
        self._list_cells()

    def _list_cells(self) -> None:
        """The empty cells of the comparisons whose rows somebody listed: what is asked for and not answered."""
        self._listed = set(_listed_cells(self._study))
        by_attribute: dict[int, set[int]] = {}
        for subject_id, attribute_id in self._listed:
            by_attribute.setdefault(attribute_id, set()).add(subject_id)
        for attribute_id, subjects in by_attribute.items():
            answered = set(_answered(self._study, attribute_id, subjects))
            self._cells["uncoded"].update((subject_id, attribute_id) for subject_id in subjects - answered)

    def _take_note(self, changes: Changes) -> None:
        if changes.kind == "reload" or any(_has_other_kind(row) for row in changes.rows):
            self._read_all()
            return
        touched = {
            (row.subject_id, row.attribute_id)
            for row in changes.rows
            if row.table in ("observation", "citation") and row.subject_id and row.attribute_id
        }
        if any(row.fields & _LISTING_FIELDS.get(row.table, set()) for row in changes.rows):
            listed = set(_listed_cells(self._study))
            touched |= self._listed ^ listed
            self._listed = listed
        self._judge(touched)

    def _judge(self, cells: set[Cell]) -> None:
        if not cells:
            return
        found = entries_of(self._study, {cell[0] for cell in cells}, {cell[1] for cell in cells})
        for cell in cells:
            for key in KEYS:
                self._cells[key].discard(cell)
            self._judge_cell(cell, found.get(cell, ()))

    def _judge_cell(self, cell: Cell, entries: Sequence[Entry]) -> None:
        adopted = [entry for entry in entries if entry.standing == "adopted"]
        self._judge_rivals(cell, entries)
        if any(not entry.source_ids and entry.missing != "not_coded" for entry in adopted):
            self._cells["sources"].add(cell)
        if any(entry.wrong for entry in adopted):
            self._cells["wrong"].add(cell)
        if any(entry.missing == "not_coded" for entry in adopted) or (not adopted and cell in self._listed):
            self._cells["uncoded"].add(cell)

    def _judge_rivals(self, cell: Cell, entries: Sequence[Entry]) -> None:
        attribute = self._study.catalogue.attributes.get(cell[1])
        if attribute is None:
            return
        contested = [entry for entry in entries if entry.standing == "adopted" and has_rival(attribute, entry, entries)]
        adopted = any(entry.standing == "adopted" for entry in entries)
        if contested or (not adopted and any(entry.standing == "rival" for entry in entries)):
            self._cells["rivals"].add(cell)
        if any(entry.is_value and not entry.reason for entry in contested):
            self._cells["reasons"].add(cell)


def has_rival(attribute: Attribute, entry: Entry, entries: Iterable[Entry]) -> bool:
    """Whether a rival answers the same question otherwise, by more than precision or base."""
    return any(
        other.standing == "rival"
        and is_same_question(entry, other)
        and agreement(attribute, entry, other) is Agreement.CONFLICT
        for other in entries
    )


def list_title(key: str) -> str:
    return {
        "rivals": _("Rival values"),
        "reasons": _("Adopted without a reason"),
        "sources": _("Without a source"),
        "wrong": _("Cannot be read"),
        "uncoded": _("Not yet coded"),
    }[key]


def _has_other_kind(row: RowChange) -> bool:
    """Whether the values of an attribute agree or conflict otherwise than before."""
    return row.table == "attribute" and row.operation == "update" and "kind" in row.fields


def _listed_cells(study: Study) -> Iterator[Cell]:
    subjects, attributes = study.catalogue.subjects, study.catalogue.attributes
    for comparison in comparisons(study):
        if comparison.rows_from != "list":
            continue
        for column in comparison.columns:
            if column.attribute_id is None or column.hidden or attributes[column.attribute_id].role == "dissolved":
                continue
            for row in comparison.row_ids:
                asked = subjects[row].state_id if column.of_state else row
                if asked is not None:
                    yield asked, column.attribute_id


def _answered(study: Study, attribute_id: int, subjects: Iterable[int]) -> Iterator[int]:
    rows = study.rows(
        "SELECT DISTINCT subject_id FROM observation WHERE standing = 'adopted' AND attribute_id = ?"
        " AND subject_id IN (SELECT value FROM json_each(?))",
        (attribute_id, id_list(subjects)),
    )
    return (subject_id for (subject_id,) in rows)
