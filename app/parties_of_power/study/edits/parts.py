"""Rows that belong to another row: its lists, its citations, and their removal together with it."""

from collections.abc import Sequence

from parties_of_power.domain.sources import Cite, CitedKind
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.checks import as_int, ids
from parties_of_power.study.edits.sources import cite
from parties_of_power.study.study import Study


def cite_all(study: Study, cited_kind: CitedKind, cited_id: int, cites: Sequence[Cite]) -> None:
    for each in cites:
        cite(study, cited_kind, cited_id, each)


def list_in_order(
    study: Study, edit: Edit, table: str, owner: tuple[str, int], listed: tuple[str, Sequence[int]]
) -> None:
    """Lists these ids, each once and in this order, in place of those that stand in the column: `owner` and `listed`
    are columns of the table, each with what stands there."""
    owner_column, owner_id = owner
    column, wanted = listed
    sql = f"SELECT id, {column} FROM {table} WHERE {owner_column} = ? AND {column} IS NOT NULL"
    before = {as_int(other): as_int(row_id) for row_id, other in study.rows(sql, (owner_id,))}
    for other, row_id in before.items():
        if other not in wanted:
            edit.delete(table, row_id)
    for position, other in enumerate(dict.fromkeys(wanted)):
        place = {} if table == "tie_realises" else {"position": position}
        if other in before:
            edit.update(table, before[other], **place)
        else:
            edit.insert(table, **{owner_column: owner_id, column: other, **place})


def delete_with(study: Study, edit: Edit, table: str, row_id: int, *parts: tuple[str, str]) -> None:
    """Its parts first: the rows of other tables that name it in a column."""
    for part, column in parts:
        for part_id in ids(study, part, f"{column} = ?", row_id):
            edit.delete(part, part_id)
    edit.delete(table, row_id)
