"""How a chart is put on paper: its width, how finely it is printed, in colours or in greys; and the box that asks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

from parties_of_power.texts import _

MM_OF_INCH = 25.4
DPI_OF_LAYOUT = 96
NARROWEST, WIDEST = 80, 1_000
COARSEST, FINEST = 72, 1_200


@dataclass(frozen=True, slots=True)
class Paper:
    """`width` in millimetres, 0 as wide as on the screen; `dpi` of pictures."""

    width: int = 0
    dpi: int = 300
    is_grey: bool = False

    def laid_out(self, on_screen: int) -> int:
        """The width in which the chart is laid out, in pixels of the screen."""
        return round(self.width / MM_OF_INCH * DPI_OF_LAYOUT) if self.width else on_screen


class PaperBox(QDialog):
    def __init__(self, parent: QWidget, paper: Paper) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Size and colours of saved charts"))
        self.width_field, self.dpi_field = QSpinBox(), QSpinBox()
        self.width_field.setRange(NARROWEST - 1, WIDEST)
        self.width_field.setSpecialValueText(_("as on the screen"))
        self.width_field.setSuffix(_(" mm"))
        self.width_field.setValue(paper.width or NARROWEST - 1)
        self.dpi_field.setRange(COARSEST, FINEST)
        self.dpi_field.setValue(paper.dpi)
        self.greys = QCheckBox(_("&Greys and patterns, for print without colours"))
        self.greys.setChecked(paper.is_grey)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(_("&Width"), self.width_field)
        form.addRow(_("&Dots per inch, of pictures"), self.dpi_field)
        form.addRow(self.greys)
        form.addRow(buttons)

    def paper(self) -> Paper:
        width = self.width_field.value()
        return Paper(0 if width < NARROWEST else width, self.dpi_field.value(), self.greys.isChecked())


def ask_paper(parent: QWidget, paper: Paper) -> Paper:
    """As it was where the box is closed without an answer."""
    box = PaperBox(parent, paper)
    chosen = box.paper() if box.exec() == QDialog.DialogCode.Accepted else paper
    box.deleteLater()
    return chosen
