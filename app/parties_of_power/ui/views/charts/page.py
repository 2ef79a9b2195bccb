"""The page of charts: controls, the figure or its table, and how they follow the rest of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from parties_of_power.domain.dates import iso
from parties_of_power.paths import user_documents
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.charts import keeping
from parties_of_power.ui.views.charts.as_table import ChartTable
from parties_of_power.ui.views.charts.chart import Chart
from parties_of_power.ui.views.charts.choices import Choices
from parties_of_power.ui.views.charts.controls import Controls
from parties_of_power.ui.views.charts.figure import FigureView
from parties_of_power.ui.views.charts.kinds import chart_kind
from parties_of_power.ui.views.charts.paper import Paper, ask_paper
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.views.charts.saving import (
    Figure,
    copy_picture,
    draw_figure,
    drawing_size,
    save_excel,
    save_pdf,
    save_png,
    save_svg,
)
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout


class ChartsPage(QWidget):
    """Out of sight it only notes that something has changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.chart = Chart(workspace)
        self.controls, self.choices, self.figure, self.table = Controls(), Choices(), FigureView(), ChartTable()
        self.sentence, self.offer = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), QPushButton()
        self.empty = self._empty_page()
        self.stack = QStackedWidget()
        self.paper = Paper()
        self._is_stale = True
        self._column_left: int | None = None
        self._lay_out()
        self._follow_controls()
        self._follow_workspace()

    def showEvent(self, event: QShowEvent) -> None:
        """Chart the column that the user has gone to since the chart was last in sight."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.chart.kept = self.workspace.chart_id
            self.chart.start()
        column = self._column()
        if self.chart.kept is None and column is not None and column != self._column_left:
            self.chart.take_attribute(column)
        self._column_left = column
        self.show_chart()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._column_left = self._column()

    def show_chart(self) -> None:
        """Show everything anew."""
        chart = self.chart
        self.controls.show_questions(chart.asked, chart.question)
        self.controls.show_kind(chart.kind, chart.question)
        self.controls.show_order(chart.by_value)
        self.controls.show_kept(chart.kept is not None)
        wanted = chart.wanted() if chart.question else None
        self.choices.show_wanted(chart.kind, chart.asked, wanted, self.workspace.as_of)
        self.show_picture()

    def show_picture(self) -> None:
        """Show the figure and its table; in their place a sentence where there is nothing to draw."""
        chart, nothing = self.chart, self.chart.nothing()
        self.controls.set_saving(not nothing)
        if chart.picture is None or nothing:
            self._show_nothing(nothing)
            return
        look = chart.look(tokens())
        if self.controls.as_table.isChecked():
            self.table.show_listing(chart.picture.listing, look.selected)
            self._bring(self.table, self.table)
        else:
            self.figure.show_picture(chart.kind, chart.picture, look, self.workspace.as_of)
            self._bring(self.figure, self.figure)

    def save(self, write: Callable[[Figure, Path], None], ending: str, kind: str) -> None:
        """Ask where to, and write the chart as it is in sight."""
        chart = self.chart
        if chart.picture is None:
            return
        day = iso(self.workspace.as_of)
        proposed = user_documents() / f"{file_name(chart.picture.words.title)}, {day}{ending}"
        name, _chosen = QFileDialog.getSaveFileName(self, _("Save chart"), str(proposed), f"{kind} (*{ending})")
        if not name:
            return
        path, figure = Path(name) if Path(name).suffix.lower() == ending else Path(name + ending), self.shown_figure()
        if figure is None:
            return

        def written() -> Path:
            write(figure, path)
            return path

        if self.workspace.perform(written):
            self.workspace.message.emit(_("Chart saved: {path}").format(path=path))

    def printout(self) -> Printout | None:
        """The chart as it is in sight, as large as the paper."""
        from parties_of_power.ui.printing.printout import PicturePrintout

        figure = None if self.chart.nothing() else self.shown_figure()
        if figure is None:
            return None
        size = drawing_size(figure)
        return PicturePrintout(figure.picture.words.title, QSizeF(size), lambda painter: draw_figure(figure, painter))

    def shown_figure(self) -> Figure | None:
        """What is in sight, to be saved; None where nothing is."""
        chart, plot = self.chart, self.figure.plot
        if chart.picture is None or chart.nothing():
            return None
        return Figure(
            chart.kind,
            chart.picture,
            chart.look(tokens()),
            self.workspace.as_of,
            plot.widget.size(),
            plot.frame.x_range,
            self.paper,
        )

    def _show_nothing(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        offered = self.chart.offered if self.chart.question is None else None
        self.offer.setVisible(offered is not None)
        if offered is not None:
            self.offer.setText(_("Chart {attribute}").format(attribute=offered.name))
        self._bring(self.empty, self.offer if offered else self.controls.attributes)

    def _bring(self, widget: QWidget, field: QWidget) -> None:
        """Bring a page to the front, with the field that the focus goes to."""
        self.stack.setCurrentWidget(widget)
        self.setFocusProxy(field)

    def _column(self) -> int | None:
        return self.workspace.cell[1] if self.workspace.cell else None

    def _in_sight(self) -> bool:
        """Whether there is anything to do now; else it is done when the page is next shown."""
        self._is_stale = self._is_stale or not self.isVisible()
        return not self._is_stale

    def _start_again(self) -> None:
        if self._in_sight():
            self.chart.start()
            self.show_chart()

    def _take_changes(self, changes: Changes) -> None:
        if self._in_sight():
            self.chart.refresh(changes)
            self.show_chart()

    def _take_day(self, day: int) -> None:
        if self._in_sight():
            self.chart.take_day(day)
            self.show_picture()

    def _take_selection(self) -> None:
        if self._in_sight():
            look = self.chart.look(tokens())
            self.figure.plot.take_look(look)
            self.table.take_selection(look.selected)

    def _take_theme(self) -> None:
        self.figure.dress()
        if self._in_sight():
            self.show_picture()

    def _choose_question(self, question: Question | None) -> None:
        self.chart.take_question(question)
        self._show_choice()

    def _choose_kind(self, key: str) -> None:
        self.chart.take_kind(chart_kind(key))
        self._show_choice()

    def _choose_order(self, by_value: bool) -> None:
        self.chart.take_order(by_value)
        self._show_choice()

    def _choose_other(self, place: str, question: Question | None) -> None:
        self.chart.take_other(place, question)
        self._show_choice()

    def _choose_answer(self, key: str, answer: str) -> None:
        self.chart.take_choice(key, answer)
        self._show_choice()

    def _show_choice(self) -> None:
        """Show what was just chosen, and write it down where the chart is one of the study."""
        self.show_chart()
        keeping.write_down(self.chart)

    def _take_chart(self) -> None:
        """Follow the workspace to another chart."""
        if self._in_sight():
            self.chart.kept = self.workspace.chart_id
            self.chart.start()
            self.show_chart()

    def _take_attributes(self, wanted: tuple[tuple[int, bool], ...]) -> None:
        self._column_left = self._column()
        self.chart.take_several(wanted)
        self.show_chart()

    def copy(self) -> None:
        """The chart as a picture."""
        figure = None if self.chart.nothing() else self.shown_figure()
        if figure is not None:
            copy_picture(figure)
            self.workspace.message.emit(_("The chart is on the clipboard."))

    def _ask_paper(self) -> None:
        self.paper = ask_paper(self, self.paper)

    def _list_missing(self) -> None:
        picture = self.chart.picture
        if picture is not None and picture.missing:
            title = _("Not drawn: {chart}").format(chart=picture.words.title)
            self.workspace.show_cells(title, picture.missing)

    def _choose_subject(self, subject_id: int | None, adds: bool) -> None:
        chosen = self.workspace.selected
        if subject_id is None:
            self.workspace.select(chosen if adds else ())
        elif not adds:
            self.workspace.select([subject_id])
        elif subject_id in chosen:
            self.workspace.select(each for each in chosen if each != subject_id)
        else:
            self.workspace.select([*chosen, subject_id])

    def _step(self, by: int) -> None:
        """Select the next one below or above."""
        order = self.chart.order()
        chosen = [place for place, subject_id in enumerate(order) if subject_id in self.workspace.selected]
        if order:
            place = chosen[-1 if by > 0 else 0] + by if chosen else (0 if by > 0 else len(order) - 1)
            self.workspace.select([order[min(max(place, 0), len(order) - 1)]])

    def _follow_controls(self) -> None:
        controls = self.controls
        controls.question_chosen.connect(self._choose_question)
        controls.kind_chosen.connect(self._choose_kind)
        controls.order_chosen.connect(self._choose_order)
        controls.keep_wanted.connect(lambda: keeping.keep(self.chart, self))
        controls.rename_wanted.connect(lambda: keeping.rename(self.chart, self))
        controls.remove_wanted.connect(lambda: keeping.remove(self.chart))
        self.choices.other_chosen.connect(self._choose_other)
        self.choices.answer_chosen.connect(self._choose_answer)
        self.figure.missing_wanted.connect(self._list_missing)
        controls.table_wanted.connect(lambda _on: self.show_picture())
        controls.png_wanted.connect(lambda: self.save(save_png, ".png", _("Picture")))
        controls.svg_wanted.connect(lambda: self.save(save_svg, ".svg", _("Drawing")))
        controls.pdf_wanted.connect(lambda: self.save(save_pdf, ".pdf", _("Document")))
        controls.excel_wanted.connect(lambda: self.save(save_excel, ".xlsx", _("Excel workbook")))
        controls.copy_wanted.connect(self.copy)
        controls.paper_wanted.connect(self._ask_paper)
        self.figure.subject_chosen.connect(self._choose_subject)
        self.figure.stepped.connect(self._step)
        self.figure.day_chosen.connect(self.workspace.set_as_of)
        self.table.subjects_chosen.connect(self.workspace.select)
        self.offer.clicked.connect(lambda _on=False: self._choose_question(self.chart.offered))

    def _follow_workspace(self) -> None:
        workspace = self.workspace
        workspace.study_opened.connect(self._start_again)
        workspace.comparison_changed.connect(self._start_again)
        workspace.chart_changed.connect(self._take_chart)
        workspace.attributes_wanted.connect(self._take_attributes)
        workspace.changed.connect(self._take_changes)
        workspace.as_of_changed.connect(self._take_day)
        workspace.selection_changed.connect(self._take_selection)
        theme().changed.connect(self._take_theme)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(32), px(16), px(32), px(16))
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.sentence.setFont(font(14))
        return page

    def _lay_out(self) -> None:
        for widget in (self.figure, self.table, self.empty):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addWidget(self.choices)
        column.addWidget(self.stack, 1)


def file_name(title: str) -> str:
    """The title without what file systems do not allow."""
    return "".join(" " if letter in '<>:"/\\|?*' else letter for letter in title).strip()
