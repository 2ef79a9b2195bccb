"""Numbered steps that bring a study of an earlier version up to date. Version 1 is the first.

A step may change tables as it needs. The research of the study survives, and so does the readable history; the
recorded changesets fit the old tables only, so what was done before a step cannot be undone after it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw

from parties_of_power.study import copies, opening
from parties_of_power.study.asking import ask
from parties_of_power.study.digests import digest_of
from parties_of_power.study.errors import DamagedStudy, ReadOnlyStudy
from parties_of_power.study.schema import RESEARCH, VERSION, statements
from parties_of_power.study.tables import select_all
from parties_of_power.study.transaction import transaction
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Step:
    """From version `before` to the next one. `schema` are the statements of that earlier version."""

    before: int
    schema: tuple[str, ...]
    run: Callable[[apsw.Connection], None]


STEPS: tuple[Step, ...] = ()


def bring_up_to_date(
    db: apsw.Connection, path: Path, version: int, steps: tuple[Step, ...] = STEPS, newest: int = VERSION
) -> None:
    """All steps that the file needs, in one transaction. Any failure leaves it as it was; a copy of it is kept."""
    if db.readonly("main"):
        raise ReadOnlyStudy(
            _("{name} was made by an earlier version: open it once where it can be written.").format(name=path.name)
        )
    needed = [step for step in steps if version <= step.before < newest]
    if [step.before for step in needed] != list(range(version, newest)):
        raise DamagedStudy(_("{name} says version {version}, which never was.").format(name=path.name, version=version))
    opening.check_container(db, path, needed[0].schema)
    copies.keep(db, path, f"version {version}")
    db.pragma("foreign_keys", False)  # a rebuilt table is dropped for a moment; references are checked afterwards
    try:
        with transaction(db):
            for step in needed:
                step.run(db)
            _end_the_recorded_history(db)
            db.pragma("user_version", newest)
            _refuse_if_broken(db, path, newest)
    finally:
        db.pragma("foreign_keys", True)


def write_digests_anew(db: apsw.Connection) -> None:
    """For the last step: the digests of rows whose columns have changed."""
    for table in RESEARCH:
        for row in list(ask(db, select_all(table))):
            db.execute(f"UPDATE {table} SET digest = ? WHERE id = ?", (digest_of(table, row[:-1]), row[0]))


def _refuse_if_broken(db: apsw.Connection, path: Path, newest: int) -> None:
    if newest == VERSION:
        opening.check_schema(db, path, statements())
    broken = opening.broken_references(db)
    if broken:
        raise DamagedStudy(
            _("{name} cannot be brought up to date: {detail}.").format(name=path.name, detail="; ".join(broken[:3]))
        )


def _end_the_recorded_history(db: apsw.Connection) -> None:
    db.execute("UPDATE history SET changeset = x'', sha256 = x''")
    db.execute("UPDATE history SET state = 'kept' WHERE state = 'done'")
    db.execute("UPDATE history SET state = 'aside' WHERE state = 'undone'")
