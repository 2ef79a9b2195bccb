"""Export: a form with a ready name, so that Ctrl+E and Enter are enough, then the writing with its progress."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.dates import iso
from parties_of_power.exchange.definition import Cancelled
from parties_of_power.exchange.export import export
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.exchange.options import Options, remember
from parties_of_power.study.errors import StudyError
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.export_form import ExportForm
from parties_of_power.ui.dialogs.export_names import file_name, free_name
from parties_of_power.ui.workspace import Workspace

STEPS = 100
# Shown once writing has taken this long, in milliseconds.
PATIENCE = 300
MOST_NOTES = 12


def ask_export(workspace: Workspace, parent: QWidget | None, folder: Path) -> Path | None:
    """Write the comparison that is shown; the file that was written, None for none."""
    comparison = workspace.comparison
    if comparison is None:
        messages.notice(parent, _("There is no comparison to export. Add one first."))
        return None
    proposed = folder / f"{file_name(comparison.name)} {iso(workspace.as_of)}{FORMATS[0].endings[0]}"
    table = ComparisonTable(workspace.study, workspace.columns, comparison, workspace.as_of, in_full=True)
    form = ExportForm(workspace, parent, table, free_name(proposed))
    asked: list[tuple[Path, Options]] = []
    form.accepted.connect(lambda: asked.append((form.path, form.options)))
    form.exec()
    if not asked:
        return None
    path, options = asked[0]
    with suppress(StudyError):  # a study that takes no settings is exported all the same
        remember(workspace.study, options)
    notes = workspace.perform(lambda: _written(workspace, parent, path, comparison.id, options))
    if notes is None:
        return None
    workspace.message.emit(_("Exported: {path}").format(path=path))
    if notes:
        messages.notice(parent, told(path, notes))
    return path


def _written(
    workspace: Workspace, parent: QWidget | None, path: Path, comparison_id: int, options: Options
) -> list[str] | None:
    """The notes of the export; None where the user cancelled it."""
    progress = QProgressDialog(_("Writing {name} …").format(name=path.name), _("Cancel"), 0, STEPS, parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE)
    progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_done(share: float) -> None:
        progress.setValue(min(round(share * STEPS), STEPS - 1))
        QApplication.processEvents()
        if progress.wasCanceled():
            raise Cancelled

    try:
        return export(
            workspace.study,
            workspace.columns,
            path,
            comparison_id,
            workspace.as_of,
            progress=show_done,
            options=options,
        )
    except Cancelled:
        workspace.message.emit(_("The export was cancelled; nothing was written."))
        return None
    finally:
        progress.close()


def told(path: Path, notes: list[str]) -> str:
    count = len(notes)
    heading = ngettext(
        "{name} was written. {count} thing had to change on the way:",
        "{name} was written. {count} things had to change on the way:",
        count,
    ).format(name=path.name, count=count)
    more = [_("… and {count} more, on its sheet About").format(count=count - MOST_NOTES)] if count > MOST_NOTES else []
    return "\n".join([heading, *notes[:MOST_NOTES], *more])
