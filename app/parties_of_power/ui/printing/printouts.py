"""The printouts of the views that show documents: each makes its document when a page of it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from parties_of_power.analysis.side_by_side import SideBySide
from parties_of_power.exchange.documents.definition import Document, TableColumn
from parties_of_power.texts import _
from parties_of_power.ui.printing.printout import DocumentPrintout
from parties_of_power.ui.workspace import Workspace


def comparison_printout(workspace: Workspace) -> DocumentPrintout | None:
    """The comparison that is shown, all its rows, as filtered, sorted and grouped."""
    from parties_of_power.exchange.documents.comparison import comparison_document

    comparison, day = workspace.comparison, workspace.as_of
    if comparison is None:
        return None

    def made(with_sources: bool) -> Document:
        return comparison_document(workspace.study, workspace.columns, comparison.id, day, with_sources=with_sources)

    return DocumentPrintout(comparison.name, made)


def profile_printout(workspace: Workspace) -> DocumentPrintout | None:
    """Of the one party or state that is looked at: that of the cell, or the one selected."""
    from parties_of_power.exchange.documents.profile import profile_document

    looked_at = (workspace.cell[0],) if workspace.cell else workspace.selected
    if len(looked_at) != 1:
        return None
    subject_id, day = looked_at[0], workspace.as_of

    def made(with_sources: bool) -> Document:
        return profile_document(workspace.study, workspace.columns, subject_id, day, with_sources=with_sources)

    name = workspace.catalogue.shown_name(subject_id, day).text
    return DocumentPrintout(_("Profile of {name}").format(name=name), made)


def side_by_side_printout(workspace: Workspace, shown: SideBySide) -> DocumentPrintout | None:
    from parties_of_power.exchange.documents.side_by_side import side_by_side_document

    if not shown.lines:
        return None

    def made(with_sources: bool) -> Document:
        return side_by_side_document(workspace.study, workspace.columns, shown, with_sources=with_sources)

    return DocumentPrintout(_("Side by side"), made)


def codebook_printout(workspace: Workspace) -> DocumentPrintout:
    from parties_of_power.exchange.documents.codebook import codebook_document

    day = workspace.as_of
    return DocumentPrintout(_("Codebook"), lambda _sources: codebook_document(workspace.study, day), has_sources=False)


def list_printout(
    title: str, subtitle: str, columns: Sequence[TableColumn], rows: Sequence[Sequence[str]]
) -> DocumentPrintout:
    from parties_of_power.exchange.documents.plain_table import list_document

    return DocumentPrintout(title, lambda _sources: list_document(title, subtitle, columns, rows), has_sources=False)
