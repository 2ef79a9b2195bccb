"""The timeline as a list: lanes, their parties and events, the events of several lanes, ties; with dates in words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from parties_of_power.domain.days import spoken
from parties_of_power.domain.events import event_kind_name
from parties_of_power.domain.shifting import written
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui.views.timeline.arrangement import tie_form_name, tie_status_name
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.editing import Target, open_event
from parties_of_power.ui.views.timeline.keys import add_edit_actions
from parties_of_power.ui.views.timeline.lanes import Lane, Mark, TieArc, mark_of
from parties_of_power.ui.views.timeline.stops import life_words
from parties_of_power.ui.views.timeline.strip import Strip
from parties_of_power.ui.views.timeline.tips import words_of_piece

SUBJECTS = Qt.ItemDataRole.UserRole
EVENT = Qt.ItemDataRole.UserRole + 1


class Listing(QTreeView):
    """Selects the same parties as the canvas; Enter shows the party in the inspector, or the page of the event. The
    edits of the canvas have the same keys here."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas
        self.setAccessibleName(_("Timeline as list"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(True)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.selectionModel().selectionChanged.connect(self.take_selection)
        self.activated.connect(self.open)
        add_edit_actions(self, self.target, canvas.load)
        canvas.workspace.selection_changed.connect(self.show_selection)
        canvas.loaded.connect(self.show_timeline)

    def show_timeline(self) -> None:
        """Everything anew, where the list is seen."""
        if self.isHidden():
            return
        event_id = self.currentIndex().siblingAtColumn(0).data(EVENT)
        with QSignalBlocker(self.selectionModel()):
            self._items.clear()
            self._items.setHorizontalHeaderLabels([_("What"), _("When"), _("Kind")])
            for row in _rows(self.canvas):
                self._items.appendRow(row)
        self.expandAll()
        for column in (1, 2):
            self.resizeColumnToContents(column)
        self._share_width()
        self.show_selection()
        if event_id is not None:
            self.go_to_event(event_id)

    def go_to_event(self, event_id: int) -> None:
        index = next((each for each in self._indexes() if each.data(EVENT) == event_id), None)
        if index:
            self.setCurrentIndex(index)

    def target(self) -> Target:
        """The party or event of the current row. Something new is of the as-of day, and of what is selected."""
        workspace, index = self.canvas.workspace, self.currentIndex().siblingAtColumn(0)
        subjects: tuple[int, ...] = index.data(SUBJECTS) or ()
        place = self.canvas.timeline.places.get(subjects[0]) if len(subjects) == 1 else None
        event = workspace.catalogue.events.get(index.data(EVENT))
        date = written(workspace.as_of, "day")
        return Target(workspace, self, event, place.bar if place else None, date, workspace.selected)

    def _share_width(self) -> None:
        """What the other columns leave is for the names."""
        left = self.viewport().width() - self.columnWidth(1) - self.columnWidth(2)
        self.setColumnWidth(0, max(left, self.viewport().width() // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def take_selection(self) -> None:
        chosen = [each for index in self.selectionModel().selectedRows() for each in index.data(SUBJECTS) or ()]
        self.canvas.workspace.select(chosen)

    def show_selection(self) -> None:
        """Mark the parties that are selected elsewhere."""
        wanted = set(self.canvas.workspace.selected)
        shown = {each for index in self.selectionModel().selectedRows() for each in index.data(SUBJECTS) or ()}
        if wanted == shown or self.isHidden():
            return
        with QSignalBlocker(self.selectionModel()):
            self.clearSelection()
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for index in self._indexes():
                if index.data(SUBJECTS) and len(index.data(SUBJECTS)) == 1 and index.data(SUBJECTS)[0] in wanted:
                    self.selectionModel().select(index, flags)
                    self.scrollTo(index)
        self.viewport().update()

    def _indexes(self) -> Iterator[QModelIndex]:
        for number in range(self._items.rowCount()):
            lane = self._items.index(number, 0)
            for place in range(self._items.rowCount(lane)):
                yield self._items.index(place, 0, lane)

    def open(self, index: QModelIndex) -> None:
        subjects = index.siblingAtColumn(0).data(SUBJECTS)
        if self.target().event:
            open_event(self.target())
        elif subjects:
            self.canvas.workspace.clear_cell()
            self.canvas.workspace.select(subjects)
            self.canvas.workspace.show_view("inspector")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _rows(canvas: Canvas) -> Iterator[list[QStandardItem]]:
    catalogue, timeline = canvas.workspace.catalogue, canvas.timeline
    if timeline.eras:
        periods = _row(_("Periods"))
        for era in timeline.eras:
            ended = _("until {day}").format(day=spoken(era.last))
            row = _event(mark_of(era.event)) if era.event else _row(era.title, ended, _("State"))
            periods[0].appendRow(row)
        yield periods
    for lane in timeline.lanes:
        yield _lane(lane, catalogue, canvas.workspace.as_of, canvas.strip)
    if timeline.events:
        shared = _row(_("Events of several lanes"))
        for mark in timeline.events:
            shared[0].appendRow(_event(mark))
        yield shared
    ties = {arc.tie.id: arc for arc in timeline.ties}
    if ties:
        listed = _row(_("Ties"))
        for arc in ties.values():
            listed[0].appendRow(_tie(arc, catalogue))
        yield listed


def _lane(lane: Lane, catalogue: Catalogue, day: int, strip: Strip | None) -> list[QStandardItem]:
    row = _row(lane.title)
    for bar in lane.bars:
        names = _(", ").join(piece.text for piece in bar.segments if piece.text)
        name = names or catalogue.shown_name(bar.subject_id, day).text
        party = _row(name, life_words(bar), _("Party"), (bar.subject_id,))
        for piece in strip.pieces.get(bar.subject_id, ()) if strip else ():
            party[0].appendRow(_row(piece.text, words_of_piece(piece), strip.attribute.name if strip else ""))
        row[0].appendRow(party)
    for mark in sorted((*lane.elections, *lane.events), key=lambda mark: mark.middle):
        row[0].appendRow(_event(mark))
    return row


def _event(mark: Mark) -> list[QStandardItem]:
    row = _row(mark.event.title, mark.event.date.describe(), event_kind_name(mark.event.kind))
    row[0].setData(mark.event.id, EVENT)
    return row


def _tie(arc: TieArc, catalogue: Catalogue) -> list[QStandardItem]:
    tie, day = arc.tie, int(arc.middle)
    known = tuple(each for each in tie.party_ids if each in catalogue.subjects)
    parties = " – ".join(catalogue.shown_name(each, day).text for each in known)
    kind = _("{form}, {status}").format(form=tie_form_name(tie.form), status=tie_status_name(tie.status))
    return _row(parties, tie.date.describe() if tie.date else "", kind, known)


def _row(what: str, when: str = "", kind: str = "", subjects: tuple[int, ...] = ()) -> list[QStandardItem]:
    items = [QStandardItem(text) for text in (what, when, kind)]
    items[0].setData(subjects, SUBJECTS)
    items[0].setAccessibleText(", ".join(text for text in (what, when, kind) if text))
    return items
