"""`Chart`: which kind of chart is shown of which attribute, and the picture it makes of the workspace."""

from __future__ import annotations

from typing import Any

from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.palette import Tokens
from parties_of_power.ui.views.charts.kinds import KINDS, ChartKind, suited
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.questions import Question, default_question, questions
from parties_of_power.ui.views.charts.reading import Reader
from parties_of_power.ui.workspace import Workspace


class Chart:
    """`gone` is the name of an attribute that was charted and is no more; then there is no picture until another is
    chosen, or it comes back by an undo."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.kind: ChartKind = KINDS[0]
        self.by_value = True
        self.asked: tuple[Question, ...] = ()
        self.question: Question | None = None
        self.picture: Picture[Any] | None = None
        self.gone = ""
        self._reader: Reader | None = None
        self._lost: Question | None = None

    @property
    def offered(self) -> Question | None:
        """What to chart in place of an attribute that is gone."""
        return default_question(self.asked, None)

    def start(self) -> None:
        """Take up the comparison that is shown, with the same attribute where it has it."""
        workspace, comparison = self.workspace, self.workspace.comparison
        self._reader = None
        if comparison is not None:
            self._reader = Reader(workspace.study, workspace.columns, comparison, workspace.as_of)
        self._ask()
        kept = self._again(self.question)
        if kept is None and not self.gone:
            cell = workspace.cell
            kept = default_question(self.asked, cell[1] if cell else None)
        self.take_question(kept)

    def refresh(self, changes: Changes) -> None:
        """Follow an edit."""
        if self._reader is None or changes.kind == "reload":
            self.start()
            return
        self._reader.refresh(changes)
        self._ask()
        before = self.question or self._lost
        now = self._again(before)
        if before is not None and now is None and before.attribute.id not in self.workspace.catalogue.attributes:
            self.gone, self._lost = before.name, before
            self.question = None
            self.read()
        else:
            self.take_question(now or self.offered)

    def take_question(self, question: Question | None) -> None:
        self.question = question
        if question is not None:
            self.gone, self._lost = "", None
            self.kind = suited(self.kind, question.attribute)
        self.read()

    def take_attribute(self, attribute_id: int) -> None:
        """Chart this attribute, where it can be charted."""
        asked = next((each for each in self.asked if each.attribute.id == attribute_id), None)
        if asked is not None:
            self.take_question(asked)

    def take_kind(self, kind: ChartKind) -> None:
        self.kind = kind
        self.read()

    def take_order(self, by_value: bool) -> None:
        self.by_value = by_value
        self.read()

    def take_day(self, day: int) -> None:
        if self._reader is not None:
            self._reader.set_day(day)
            self.read()

    def read(self) -> None:
        self.picture = None
        if self._reader is not None and self.question is not None:
            self.picture = self.kind.read(self._reader, self.question, self.by_value)

    def nothing(self) -> str:
        """Why there is no chart; blank where there is one."""
        if self.gone:
            return _("“{attribute}” is no longer part of the study. Chart another attribute.").format(
                attribute=self.gone
            )
        if self._reader is None:
            return _("There is no comparison to chart.")
        if self.question is None:
            return _(
                "Nothing here can be charted yet: a chart needs an attribute with numbers, or one that is answered "
                "by yes and no or by choices."
            )
        return self.picture.nothing if self.picture else ""

    def look(self, tokens: Tokens) -> Look:
        """Emphasises what is selected of what is drawn."""
        rows = self.picture.listing.rows if self.picture else ()
        drawn = frozenset(row.subject_id for row in rows)
        return Look(tokens, self.workspace.catalogue, drawn & frozenset(self.workspace.selected))

    def order(self) -> tuple[int, ...]:
        """The subjects from top to bottom, each once."""
        rows = self.picture.listing.rows if self.picture else ()
        return tuple(dict.fromkeys(row.subject_id for row in rows))

    def _ask(self) -> None:
        self.asked = questions(self.workspace.catalogue, self._reader.comparison) if self._reader else ()

    def _again(self, question: Question | None) -> Question | None:
        """The same question as it is asked now."""
        if question is None:
            return None
        same = next((each for each in self.asked if each.key == question.key), None)
        return same or next((each for each in self.asked if each.attribute.id == question.attribute.id), None)
