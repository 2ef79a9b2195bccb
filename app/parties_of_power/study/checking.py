"""Whether a study is sound: its file, the digest of every row, and every reference, also those inside values."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw

from parties_of_power.domain.kinds import KINDS
from parties_of_power.study import opening
from parties_of_power.study.asking import ask
from parties_of_power.study.digests import Progress, damaged_row, damaged_rows
from parties_of_power.study.errors import StudyError
from parties_of_power.study.schema import RECORD, TABLES, statements
from parties_of_power.study.transaction import sentences
from parties_of_power.texts import _

# Of SQLite's own machine; some milliseconds.
_STEPS_BETWEEN_QUESTIONS = 20_000


def problems_of(db: apsw.Connection, progress: Progress | None = None, pause: float = 0.0) -> list[str]:
    """One sentence for each problem; empty where all is well."""
    problems: list[str] = []
    try:
        with sentences():
            problems += _structure(db)
            problems += [damaged_row(table, row_id) for table, row_id in damaged_rows(db, progress, pause)]
            problems += list(_broken_values(db))
            problems += list(_broken_histories(db))
    except StudyError as wrong:
        problems.append(str(wrong))
    return problems


def verify_file(
    path: Path,
    progress: Progress | None = None,
    pause: float = 0.005,
    is_wanted: Callable[[], bool] | None = None,
) -> list[str]:
    """As `Study.check`, through a connection of its own, so that a thread can do it while the study is being used.

    `progress` gets the rows read and all rows, and stops the reading by answering False; so does `is_wanted`, which is
    asked in the midst of a long reading too, so that whoever wants to write need not wait for it.
    """
    file = opening.connect(path, writable=False)
    try:
        if is_wanted is not None:
            file.db.set_progress_handler(lambda: not is_wanted(), _STEPS_BETWEEN_QUESTIONS)
        with sentences():
            opening.check_schema(file.db, path, statements())
        return problems_of(file.db, progress, pause)
    finally:
        file.close()


def _structure(db: apsw.Connection) -> list[str]:
    """Of a large file table by table: whoever wants to write has to wait for each of these readings."""
    if not opening.is_large(db):
        return opening.structure_problems(db) + opening.broken_references(db)
    return [
        problem
        for table in (*TABLES, *RECORD)
        for problem in opening.structure_problems(db, table) + opening.broken_references(db, table)
    ]


def _broken_values(db: apsw.Connection) -> Iterator[str]:
    """Ids inside observation.value that are not in the study: choices of another attribute, removed persons."""
    known = {
        "person": {str(row[0]) for row in ask(db, "SELECT id FROM person")},
        "party": {str(row[0]) for row in ask(db, "SELECT id FROM subject WHERE kind = 'party'")},
        "state": {str(row[0]) for row in ask(db, "SELECT id FROM subject WHERE kind = 'state'")},
    }
    refers_to = {each.key: each.refers_to for each in KINDS}
    for attribute_id, kind in list(ask(db, "SELECT id, kind FROM attribute")):
        referred = refers_to.get(kind)
        if referred is None:
            yield _("attribute {id} has a kind that this program does not know: {kind}").format(
                id=attribute_id, kind=kind
            )
            continue
        if not referred:
            continue
        possible = known[referred] if referred != "choice" else _choices(db, attribute_id)
        for row_id, value in ask(
            db, "SELECT id, value FROM observation WHERE attribute_id = ? AND value <> ''", (attribute_id,)
        ):
            if not set(value.split(";")) <= possible:
                yield _("observation {id} names a {kind} that is not in the study").format(id=row_id, kind=referred)


def _choices(db: apsw.Connection, attribute_id: int) -> set[str]:
    return {str(row[0]) for row in ask(db, "SELECT id FROM choice WHERE attribute_id = ?", (attribute_id,))}


def _broken_histories(db: apsw.Connection) -> Iterator[str]:
    """Edits whose record is not what was written."""
    for number, changeset, digest in ask(db, "SELECT number, changeset, sha256 FROM history WHERE changeset <> x''"):
        if hashlib.sha256(changeset).digest() != digest:
            yield _("the record of edit {number} is damaged, so it cannot be undone").format(number=number)
