"""The form of an export: the file and its format, what a workbook has in it, and a picture of its first rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.days import civil
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.exchange.options import Options, remembered, years_of, years_text
from parties_of_power.exchange.preview import preview
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.export_names import filter_words, with_ending
from parties_of_power.ui.dialogs.export_picture import Picture
from parties_of_power.ui.dialogs.fields import Remark, combo
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

ROWS = 6
_PATIENCE = 120  # milliseconds without a change, then the picture follows
_YEARS = 5


class ExportForm(Form):
    """`path` and `options` are what was asked for, once the form was taken."""

    def __init__(self, workspace: Workspace, parent: QWidget | None, table: ComparisonTable, proposed: Path) -> None:
        super().__init__(workspace, parent, _("Export"), _("&Export"))
        self.path, self._proposed = proposed, proposed
        self._table, self._confirmed = table, Path()
        self.options = remembered(workspace.study)
        self._add_file()
        self._add_contents()
        self._add_looks()
        self.picture = Picture()
        self.fields.addRow(_("Preview:"), self.picture)
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self.draw)
        self._listen()
        self.resize(px(720), px(680))
        self._follow()
        self.draw()

    def chosen(self) -> Options:
        """What is chosen now; ValueError says what is wrong with the years."""
        everything, with_study = self.what.currentData()
        return Options(
            all_comparisons=everything,
            with_study=with_study,
            form=self.form.currentData(),
            years=years_of(self.years.text()),
            citations=self.citations.currentData(),
            reasons=self.reasons.currentData(),
            charts=self.charts.isChecked(),
            values_only=self.values_only.isChecked(),
        )

    def take(self) -> int | None:
        path = with_ending(Path(self.file.text().strip()).expanduser(), self.format.currentText(), self._proposed.name)
        if not self.file.text().strip():
            raise ValueError(_("Name the file that shall be written."))
        if not path.is_absolute():
            path = self._proposed.parent / path
        options = self.chosen() if self._is_workbook() else self.options
        if self._is_workbook() and options.form == "years" and not options.years:
            self.remark.refuse(_("Name the years that shall have a column: 1999, 2003–2008."))
        if path.exists() and path != self._confirmed and not self._may_replace(path):
            raise ValueError(_("{name} stays as it is: choose another name.").format(name=path.name))
        self.path, self.options = path, options
        return 1

    def hideEvent(self, event: QHideEvent) -> None:
        """Once it is answered, nothing follows any more."""
        super().hideEvent(event)
        self._waiting.stop()

    def draw(self) -> None:
        """The picture of what is chosen now."""
        self._waiting.stop()
        is_workbook = self._is_workbook()
        self.fields.setRowVisible(self.picture, is_workbook)
        if not is_workbook:
            return
        try:
            options = self.chosen()
        except ValueError as wrong:
            self.remark.say(str(wrong), is_wrong=True)
            return
        self.remark.say("")
        columns = self.workspace.columns
        self.picture.show_preview(preview(Export(self.workspace.study, columns, self._table, options), ROWS))

    def _add_file(self) -> None:
        self.file = QLineEdit(str(self._proposed))
        self.file.setAccessibleName(_("File"))
        choose = QPushButton(_("C&hoose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(choose)
        label = QLabel(_("&File:"))
        label.setBuddy(self.file)
        self.fields.addRow(label, line)
        formats = [(filter_words(each), each.key) for each in FORMATS]
        self.format = combo(self, _("For&mat:"), formats, FORMATS[0].key)
        self.format.currentIndexChanged.connect(self._follow_format)

    def _add_contents(self) -> None:
        options = self.options
        what = [
            (_("This comparison and the study behind it"), (False, True)),
            (_("This comparison"), (False, False)),
            (_("All comparisons"), (True, False)),
            (_("All comparisons and the study behind them"), (True, True)),
        ]
        self.what = combo(self, _("&What:"), what, (options.all_comparisons, options.with_study))
        day = _("As of {day}").format(day=spoken(self._table.day))
        forms = [
            (day, "day"),
            (_("A column for each year"), "years"),
            (_("Long form: one row an observation"), "long"),
        ]
        self.form = combo(self, _("&Values:"), forms, options.form)
        year = civil(self._table.day)[0]
        usual = options.years or tuple(range(year - _YEARS + 1, year + 1))
        self.years = self.line(_("&Years:"), years_text(usual), _("1999, 2003–2008"))
        self.remark = Remark(self, self.years)

    def _add_looks(self) -> None:
        options = self.options
        citations = [
            (_("As notes on the cells"), "notes"),
            (_("In columns beside the values"), "columns"),
            (_("As notes and in columns"), "both"),
        ]
        self.citations = combo(self, _("&Sources:"), citations, options.citations)
        reasons = [
            (_("In words: unknown, not applicable"), "words"),
            (_("As codes: .a, .b, as Stata has them"), "codes"),
        ]
        self.reasons = combo(self, _("M&issing values:"), reasons, options.reasons)
        self.charts = QCheckBox(_("Charts, lives and lines over &time"))
        self.charts.setChecked(options.charts)
        self.values_only = QCheckBox(_("Values &only: no notes, lists, colours and charts"))
        self.values_only.setChecked(options.values_only)
        self.fields.addRow("", self.charts)
        self.fields.addRow("", self.values_only)

    def _listen(self) -> None:
        for box in (self.what, self.form, self.citations, self.reasons):
            box.currentIndexChanged.connect(self._follow)
        for tick in (self.charts, self.values_only):
            tick.toggled.connect(self._follow)
        self.years.textChanged.connect(self._follow)

    def _follow(self) -> None:
        """Only what makes a difference can be chosen; the picture follows after a moment."""
        is_workbook, is_long = self._is_workbook(), self.form.currentData() == "long"
        rows: tuple[QWidget, ...] = (self.what, self.form, self.citations, self.reasons, self.charts, self.values_only)
        for each in rows:
            self.fields.setRowVisible(each, is_workbook)
        self.fields.setRowVisible(self.years, is_workbook and self.form.currentData() == "years")
        self.citations.setEnabled(not is_long)
        self.reasons.setEnabled(not is_long)
        self.charts.setEnabled(not self.values_only.isChecked())
        self._waiting.start()

    def _follow_format(self) -> None:
        """The name in the line gets the ending of the format."""
        ending = FORMATS[self.format.currentIndex()].endings[0]
        path = Path(self.file.text().strip())
        known = sorted((end for each in FORMATS for end in each.endings), key=len, reverse=True)
        old = next((end for end in known if path.name.casefold().endswith(end.casefold())), path.suffix)
        if path.name:
            self.file.setText(
                str(path.with_name(path.name.removesuffix(path.name[-len(old) :] if old else "") + ending))
            )
        self._follow()

    def _choose(self) -> None:
        """The system asks itself before a file is replaced."""
        filters = ";;".join(map(filter_words, FORMATS))
        name, chosen = QFileDialog.getSaveFileName(
            self, _("Export"), self.file.text(), filters, self.format.currentText()
        )
        if not name:
            return
        path = with_ending(Path(name), chosen, self._proposed.name)
        place = next((place for place, each in enumerate(FORMATS) if filter_words(each) == chosen), -1)
        if place >= 0:
            self.format.setCurrentIndex(place)
        self._confirmed = path if str(path) == name else Path()
        self.file.setText(str(path))

    def _may_replace(self, path: Path) -> bool:
        question = _("{name} exists already. Replace it?").format(name=path.name)
        return messages.confirmed(self, question, _("Replace"))

    def _is_workbook(self) -> bool:
        return bool(self.format.currentData() == FORMATS[0].key)
