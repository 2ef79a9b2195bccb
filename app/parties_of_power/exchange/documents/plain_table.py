"""Any list as a document: what a view shows in rows and columns of texts."""

from __future__ import annotations

from collections.abc import Sequence

from parties_of_power.exchange.documents.definition import Document, Table, TableCell, TableColumn, TableRow, plain

_MOST_UPRIGHT = 5


def list_document(title: str, subtitle: str, columns: Sequence[TableColumn], rows: Sequence[Sequence[str]]) -> Document:
    cells = tuple(TableRow(tuple(TableCell(plain(text)) for text in row)) for row in rows)
    table = Table(tuple(columns), cells)
    return Document(title, subtitle, (table,), is_wide=len(columns) > _MOST_UPRIGHT)
