"""A new study: what it begins with, and where it will lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from parties_of_power import paths
from parties_of_power.study.study import Study
from parties_of_power.texts import N_, _
from parties_of_power.ui import study_files
from parties_of_power.ui.theme import BOLD, font, px

Make = Callable[[Path, str], None]


@dataclass(frozen=True)
class Beginning:
    """What a study begins with: `make` writes its file, for a coder."""

    key: str
    title: str
    said: str
    make: Make


def make_blank(path: Path, coder: str) -> None:
    """Two comparisons to fill, of parties and of states; they are no edit that undo would take."""
    from parties_of_power.study.edits.comparisons import add_comparison

    study = Study.create(path, coder=coder, title=path.stem)
    try:
        with study.edit(_("Begin the study"), undoable=False):
            add_comparison(study, _("Parties"), "party")
            add_comparison(study, _("States"), "state")
    finally:
        study.close()


def make_bundled(path: Path, coder: str) -> None:
    from parties_of_power.study.bundle import bundled_study

    bundled_study(paths.data(study_files.BUNDLED), path, coder)


def from_template(*groups: str) -> Make:
    def make(path: Path, coder: str) -> None:
        from parties_of_power.study.bundle import template_study

        template_study(paths.data(study_files.BUNDLED), path, coder, path.stem, groups)

    return make


BEGINNINGS = (
    Beginning("blank", N_("Nothing"), N_("An empty codebook, a table of parties and one of states."), make_blank),
    Beginning(
        "parties_of_power",
        N_("Parties of power"),
        N_("All attributes of the bundled study with their coding rules and choices; no parties, no values."),
        from_template(),
    ),
    Beginning(
        "party_systems",
        N_("Party systems"),
        N_("Attributes of identity, elections and government; no parties, no values."),
        from_template("Identity", "Elections", "Government"),
    ),
    Beginning(
        "bundled",
        N_("Parties of power in the CIS, 2008"),
        N_("The bundled study, whole: its states, parties and values, with their sources."),
        make_bundled,
    ),
)


def ask_new(parent: QWidget, folder: Path) -> Callable[[str], Study] | None:
    """How to make and open, for a coder, the study that the user asks for; None where they ask for none."""
    dialog = NewStudy(parent)
    beginning = dialog.chosen() if dialog.exec() else None
    dialog.deleteLater()
    if beginning is None:
        return None
    proposed = str(folder / _("New study.parties"))
    name, _chosen = QFileDialog.getSaveFileName(parent, _("New study"), proposed, study_files.file_filter())
    if not name:
        return None
    path = study_files.with_ending(name)

    def opened(coder: str) -> Study:
        beginning.make(path, coder)
        return Study.open(path, coder=coder)

    return opened


class NewStudy(QDialog):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New study"))
        self.setObjectName("new-study")
        heading = QLabel(_("What does the study begin with?"))
        heading.setFont(font(15, BOLD))
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(4))
        column.addWidget(heading)
        for place, beginning in enumerate(BEGINNINGS):
            self._add(column, place, beginning)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        further = buttons.addButton(_("Choose a place…"), QDialogButtonBox.ButtonRole.AcceptRole)
        further.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(px(12))
        column.addWidget(buttons)
        self.group.button(0).setChecked(True)
        self.group.button(0).setFocus()
        width = px(520)
        self.resize(width, column.totalHeightForWidth(width))

    def chosen(self) -> Beginning:
        return BEGINNINGS[self.group.checkedId()]

    def _add(self, column: QVBoxLayout, place: int, beginning: Beginning) -> None:
        button = QRadioButton(_(beginning.title).replace("&", "&&"))
        button.setAccessibleDescription(_(beginning.said))
        self.group.addButton(button, place)
        said = QLabel(_(beginning.said), wordWrap=True)
        said.setObjectName("quiet")
        said.setFont(font(12))
        said.setContentsMargins(px(24), 0, 0, 0)
        column.addSpacing(px(8))
        column.addWidget(button)
        column.addWidget(said)
