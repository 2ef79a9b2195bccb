"""Export: a file dialog with a ready name, so that Ctrl+E and Enter are enough, then the writing with its progress."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget

from parties_of_power.domain.dates import iso
from parties_of_power.exchange.definition import Cancelled, Format
from parties_of_power.exchange.export import export
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs import messages
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
    filters = ";;".join(map(filter_words, FORMATS))
    name, chosen = QFileDialog.getSaveFileName(parent, _("Export"), str(proposed), filters)
    if not name:
        return None
    path = with_ending(Path(name), chosen, proposed.name)
    notes = workspace.perform(lambda: _written(workspace, parent, path, comparison.id))
    if notes is None:
        return None
    workspace.message.emit(_("Exported: {path}").format(path=path))
    if notes:
        messages.notice(parent, told(path, notes))
    return path


def file_name(text: str) -> str:
    """The text without what no system allows in the name of a file."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", text).strip(" .") or _("Comparison")


def filter_words(of: Format) -> str:
    """A format as the file dialog offers it: `Stata (*.dta)`."""
    return f"{of.name} ({' '.join('*' + ending for ending in of.endings)})"


def with_ending(path: Path, chosen: str, proposed: str = "") -> Path:
    """The name as typed, or with the ending of the format that was chosen beside it, which the name that was proposed
    takes as well. Of an ending of two parts the first is added: `.csv` becomes `.long.csv`."""
    ending = next((each.endings[0] for each in FORMATS if chosen == filter_words(each)), FORMATS[0].endings[0])
    if not path.suffix:
        return path.with_name(path.name + ending)
    is_half = ending.endswith(path.suffix.casefold()) and not path.name.casefold().endswith(ending)
    return path.with_name(path.stem + ending) if is_half or path.name == proposed else path


def _written(workspace: Workspace, parent: QWidget | None, path: Path, comparison_id: int) -> list[str] | None:
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
        return export(workspace.study, workspace.columns, path, comparison_id, workspace.as_of, progress=show_done)
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
