"""`Chart`: which kind of chart is shown of which attributes, and the picture it makes of the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parties_of_power.domain.charts import MAIN, Asked, ChartDefinition
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.study import queries
from parties_of_power.study.changes import Changes
from parties_of_power.study.errors import EditRefused
from parties_of_power.texts import _
from parties_of_power.ui.palette import Tokens
from parties_of_power.ui.views.charts.kinds import KINDS, ChartKind, chart_kind, proposed, suited
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.questions import Question, default_question, questions
from parties_of_power.ui.views.charts.reading import Reader
from parties_of_power.ui.views.charts.wanted import NO, ORDER, YES, Wanted
from parties_of_power.ui.workspace import Workspace


class Chart:
    """`gone` is the name of an attribute that was charted and is no more; then there is no picture until another is
    chosen, or it comes back by an undo. `kept` is the chart of the study that is shown, None where none is."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.kind: ChartKind = KINDS[0]
        self.asked: tuple[Question, ...] = ()
        self.question: Question | None = None
        self.others: dict[str, Question] = {}
        self.chosen: dict[str, str] = {}
        self.picture: Picture[Any] | None = None
        self.gone = ""
        self.kept: int | None = None
        self.reader: Reader | None = None
        self._lost: Question | None = None

    @property
    def offered(self) -> Question | None:
        """What to chart in place of an attribute that is gone."""
        return default_question(self.asked, None)

    @property
    def by_value(self) -> bool:
        return self.chosen.get(ORDER, YES) == YES

    def start(self) -> None:
        """Take up the comparison that is shown, with the same attribute where it has it; or a chart that is kept."""
        if self.kept is not None:
            self._take_up(self.kept)
            return
        self._read_rows_of(self.workspace.comparison)
        kept = self._again(self.question)
        if kept is None and not self.gone:
            cell = self.workspace.cell
            kept = default_question(self.asked, cell[1] if cell else None)
        self.take_question(kept)

    def refresh(self, changes: Changes) -> None:
        """Follow an edit."""
        if self.reader is None or changes.kind == "reload" or self.kept is not None:
            self.start()
            return
        self.reader.refresh(changes)
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

    def take_several(self, wanted: Sequence[tuple[int, bool]]) -> None:
        """Chart these attributes (each of the rows or of their states) by the kind that shows them best."""
        found = [each for each in self.asked if (each.attribute.id, each.column.of_state) in wanted]
        found.sort(key=lambda each: wanted.index((each.attribute.id, each.column.of_state)))
        kind = proposed(found)
        if kind is None:
            return
        first = next(each for each in found if kind.suits(each.attribute))
        rest = [each for each in found if each is not first]
        self.kind, self.others = kind, {}
        for place in kind.places:
            other = next((each for each in rest if place.suits(each.attribute)), None)
            if other is not None:
                self.others[place.key] = other
                rest.remove(other)
        self.take_question(first)

    def take_kind(self, kind: ChartKind) -> None:
        self.kind = kind
        self.read()

    def take_other(self, place: str, question: Question | None) -> None:
        if question is None:
            self.others.pop(place, None)
        else:
            self.others[place] = question
        self.read()

    def take_choice(self, key: str, answer: str) -> None:
        self.chosen[key] = answer
        self.read()

    def take_order(self, by_value: bool) -> None:
        self.take_choice(ORDER, YES if by_value else NO)

    def take_day(self, day: int) -> None:
        if self.reader is not None:
            self.reader.set_day(day)
            self.read()

    def read(self) -> None:
        self.picture = None
        if self.reader is not None and self.question is not None and self.kind.suits(self.question.attribute):
            self.picture = self.kind.read(self.reader, self.wanted())

    def wanted(self) -> Wanted:
        """What is asked now. A place that must have an attribute takes the first that suits and is not yet asked."""
        assert self.question is not None, "only asked where there is a question"
        taken = [self.question]
        others: dict[str, Question] = {}
        for place in self.kind.places:
            other = self._again(self.others.get(place.key))
            if other is not None and not place.suits(other.attribute):
                other = None
            if other is None and not place.is_optional:
                other = next((each for each in self.asked if place.suits(each.attribute) and each not in taken), None)
            if other is not None:
                others[place.key] = other
                taken.append(other)
        columns = tuple(each for each in self.asked if each.is_of_comparison)
        return Wanted(self.question, others, dict(self.chosen), columns)

    def definition(self) -> ChartDefinition | None:
        """All that is chosen, to be kept; None where there is nothing to keep."""
        if self.question is None or self.reader is None:
            return None
        wanted = self.wanted()
        listed = [(MAIN, wanted.question), *wanted.others.items()]
        asked = tuple(Asked(place, each.attribute.id, each.column.of_state, each.column.day) for place, each in listed)
        known = {option.key for option in self.kind.options} | ({ORDER} if self.kind.has_order else set())
        choices = tuple(sorted((key, answer) for key, answer in self.chosen.items() if key in known))
        return ChartDefinition(self.reader.comparison.id, asked, choices)

    def nothing(self) -> str:
        """Why there is no chart; blank where there is one."""
        if self.gone:
            return _("“{attribute}” is no longer part of the study. Chart another attribute.").format(
                attribute=self.gone
            )
        if self.reader is None:
            if self.kept is not None:
                return _("The comparison of this chart is no longer part of the study. Undo its removal, or remove it.")
            return _("There is no comparison to chart.")
        if self.question is None and self.kept is not None:
            return _("The attribute of this chart is no longer part of the study. Undo its removal, or chart another.")
        if self.question is None:
            return _(
                "Nothing here can be charted yet: a chart needs an attribute with numbers, or one that is answered "
                "by yes and no or by choices."
            )
        if not self.kind.suits(self.question.attribute):
            return " ".join(
                [_("“{attribute}” is of another kind now.").format(attribute=self.question.name), _(self.kind.unsuited)]
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

    def _take_up(self, chart_id: int) -> None:
        """Show a chart as the study keeps it; nothing of it is changed for what is gone or of another kind now."""
        stored = queries.chart(self.workspace.study, chart_id)
        definition = stored.definition
        self.kind, self.chosen, self.others = chart_kind(stored.kind), dict(definition.chosen()), {}
        self.question, self.gone, self._lost = None, "", None
        try:
            self._read_rows_of(queries.comparison(self.workspace.study, definition.comparison_id))
        except EditRefused:
            self._read_rows_of(None)
        for asked in definition.asked:
            found = self._asked_again(asked)
            if asked.place == MAIN:
                self.question = found
            elif found is not None:
                self.others[asked.place] = found
        self.read()

    def _asked_again(self, asked: Asked) -> Question | None:
        key = asked.attribute_id, asked.of_state, asked.day
        same = next((each for each in self.asked if each.key == key), None)
        return same or next((each for each in self.asked if each.key[:2] == key[:2]), None)

    def _read_rows_of(self, comparison: Comparison | None) -> None:
        workspace = self.workspace
        self.reader = None
        if comparison is not None:
            self.reader = Reader(workspace.study, workspace.columns, comparison, workspace.as_of)
        self._ask()

    def _ask(self) -> None:
        self.asked = questions(self.workspace.catalogue, self.reader.comparison) if self.reader else ()

    def _again(self, question: Question | None) -> Question | None:
        """The same question as it is asked now."""
        if question is None:
            return None
        same = next((each for each in self.asked if each.key == question.key), None)
        return same or next((each for each in self.asked if each.attribute.id == question.attribute.id), None)
