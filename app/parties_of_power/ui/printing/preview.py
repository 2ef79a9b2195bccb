"""The preview: how the pages will look, with the page setup beside them, and from there to paper or into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.texts import _, ngettext
from parties_of_power.ui.printing.paper import FITS, LEAST_MARGIN, MOST_MARGIN, PAPERS, PageSetup
from parties_of_power.ui.printing.preview_pages import PreviewArea
from parties_of_power.ui.printing.printout import Printout
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.workspace import Workspace

Act = Callable[[Printout, PageSetup], object]


class Preview(QDialog):
    """`printouts` are what can be printed, the first one is shown; `setup` is the page setup as it is chosen."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, printouts: Sequence[Printout], setup: PageSetup
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workspace = workspace
        self.printouts = tuple(printouts)
        self.setup = setup
        self.form = QFormLayout()
        self.what = self._combo(_("&What"), [(each.name, place) for place, each in enumerate(self.printouts)])
        self.paper = self._combo(_("&Paper"), [(name, name) for name in PAPERS], setup.paper)
        ways = [(_("As suits the document"), None), (_("Upright"), False), (_("Across"), True)]
        self.turned = self._combo(_("&Turned"), ways, setup.is_wide)
        self.margin = QSpinBox(minimum=LEAST_MARGIN, maximum=MOST_MARGIN, suffix=_(" mm"), value=setup.margin)
        self.form.addRow(_("&Margins"), self.margin)
        self.fit = self._combo(_("&Fit"), [(_(words), key) for key, words in FITS.items()], setup.fit)
        self.sources = QCheckBox(_("&Sources and rivals as notes"))
        self.sources.setChecked(setup.with_sources)
        self.form.addRow("", self.sources)
        self.counted = QLabel(wordWrap=True)
        self.area = PreviewArea()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self._connect()
        self._lay_out()
        self.show_pages()

    @property
    def printout(self) -> Printout:
        return self.printouts[self.what.currentIndex()]

    def add_button(self, words: str, act: Act, *, is_default: bool = False) -> None:
        """The act gets what is shown and the page setup."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(is_default)
        button.setDefault(is_default)
        button.clicked.connect(lambda _on=False: act(self.printout, self.setup))

    def show_pages(self) -> None:
        """Lay everything out anew; where that is refused the user is told, and what was shown stays."""
        self.setup = replace(
            self.setup,
            paper=self.paper.currentData(),
            is_wide=self.turned.currentData(),
            margin=self.margin.value(),
            fit=self.fit.currentData(),
            with_sources=self.sources.isChecked(),
        )
        self.sources.setEnabled(self.printout.has_sources)
        pages = self.workspace.perform(lambda: self.printout.pages(self.setup))
        if pages is None:
            return
        self.area.show_pages(pages)
        count = pages.count
        self.counted.setText(ngettext("{count} page", "{count} pages", count).format(count=count))

    def _combo(self, label: str, entries: Sequence[tuple[str, object]], chosen: object = 0) -> QComboBox:
        combo = QComboBox()
        for words, value in entries:
            combo.addItem(words, value)
        combo.setCurrentIndex(next((place for place, (_words, value) in enumerate(entries) if value == chosen), 0))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(22)
        self.form.addRow(label, combo)
        return combo

    def _connect(self) -> None:
        for combo in (self.what, self.paper, self.turned, self.fit):
            combo.currentIndexChanged.connect(self.show_pages)
        self.margin.valueChanged.connect(self.show_pages)
        self.sources.toggled.connect(self.show_pages)

    def _lay_out(self) -> None:
        self.form.setVerticalSpacing(px(8))
        self.form.setHorizontalSpacing(px(12))
        self.counted.setFont(font(12))
        self.counted.setStyleSheet(f"color: {tokens().second_text.name()}")
        left = QVBoxLayout()
        left.addLayout(self.form)
        left.addSpacing(px(8))
        left.addWidget(self.counted)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(px(16))
        both.addLayout(left)
        both.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
        self.resize(px(1060), px(720))
