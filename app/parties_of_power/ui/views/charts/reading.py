"""`Reader`: what charts are made from: rows of a comparison as of a day, their cells, names and values over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.series import Point, series
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.events import Tie
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.changes import Changes
from parties_of_power.study.study import Study
from parties_of_power.ui.views.charts.questions import Question

NAME = Column(0, field="name")
MOST_ROWS = 200


class Evidence(NamedTuple):
    """What stands behind a value: the words for its interval, and the sources that it cites; none of a computed one."""

    interval: str
    source_ids: tuple[int, ...]
    is_computed: bool = False


Missing = tuple[tuple[int, int], ...]


class Row(NamedTuple):
    """A subject of the comparison and its cell; `asked_id` is itself, or its state where the question is about that."""

    subject_id: int
    asked_id: int
    name: str
    cell: Cell


class Reader:
    """Keeps the values over time until an edit; a step of the day reads only what is in force then."""

    def __init__(self, study: Study, columns: Columns, comparison: Comparison, day: int) -> None:
        self._study = study
        self._table = ComparisonTable(study, columns, comparison, day)
        self._points: dict[tuple[int, int], tuple[Point, ...]] = {}
        self._evidence: dict[int, Evidence] = {}
        self._ties: tuple[Tie, ...] | None = None

    @property
    def catalogue(self) -> Catalogue:
        return self._study.catalogue

    @property
    def comparison(self) -> Comparison:
        return self._table.comparison

    @property
    def day(self) -> int:
        return self._table.day

    @property
    def row_count(self) -> int:
        """How many rows pass the comparison's filters, also beyond those that are drawn."""
        return len(dict.fromkeys(self._table.row_ids))

    def set_day(self, day: int) -> None:
        self._table.set_day(day)

    def refresh(self, changes: Changes) -> None:
        self._table.refresh(changes)
        self._points.clear()
        self._evidence.clear()
        self._ties = None

    def rows(self, question: Question, most: int = MOST_ROWS) -> tuple[Row, ...]:
        """The subjects of the table in its order, as many as can be drawn, each as of the day."""
        column = question.column
        return tuple(
            Row(
                subject_id,
                self._asked(subject_id, column),
                self._table.cell_of(subject_id, NAME).text,
                self._table.cell_of(subject_id, column),
            )
            for subject_id in list(dict.fromkeys(self._table.row_ids))[:most]
        )

    def row_on(self, row: Row, question: Question, day: int) -> Row:
        """The same row as of another day."""
        column = replace(question.column, day=day)
        return row._replace(cell=self._table.cell_of(row.subject_id, column))

    def full_name(self, subject_id: int) -> str:
        return self.catalogue.full_name(subject_id, self.day).text

    def points(self, row: Row, question: Question) -> tuple[Point, ...]:
        """All observations of the row, earliest first."""
        key = (row.asked_id, question.attribute.id)
        if key not in self._points:
            self._points[key] = series(self._study, *key)
        return self._points[key]

    def point_of(self, row: Row, question: Question) -> Point | None:
        """The observation that its cell shows; of a computed attribute what it reads on the day."""
        wanted = row.cell.observation_id
        if question.attribute.is_computed:
            day = self.day if question.column.day is None else question.column.day
            return next((point for point in self.points(row, question) if point.day_min <= day <= point.until), None)
        return next((point for point in self.points(row, question) if point.observation_id == wanted), None)

    def ties(self) -> tuple[Tie, ...]:
        """All of the study, whatever their day."""
        if self._ties is None:
            self._ties = queries.ties(self._study)
        return self._ties

    def evidence(self, observation_id: int) -> Evidence:
        if not observation_id:
            return Evidence("", (), is_computed=True)
        if observation_id not in self._evidence:
            found = queries.observation(self._study, observation_id)
            sources = tuple(dict.fromkeys(citation.source_id for citation in found.citations))
            self._evidence[observation_id] = Evidence(found.interval, sources)
        return self._evidence[observation_id]

    def _asked(self, subject_id: int, column: Column) -> int:
        state_id = self.catalogue.subjects[subject_id].state_id if column.of_state else subject_id
        return state_id or subject_id


def cells_without(rows: Iterable[Row], question: Question, drawn: Iterable[int]) -> Missing:
    """The cells of the rows that are not drawn."""
    shown = set(drawn)
    return tuple((row.asked_id, question.attribute.id) for row in rows if row.subject_id not in shown)
