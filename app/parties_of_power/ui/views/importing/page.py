"""The page: seven steps below one another. A change in one is proposed anew, and the steps below it follow."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.guarded import TextForm
from parties_of_power.exchange.imports.applying import apply
from parties_of_power.exchange.imports.found import TableChoices
from parties_of_power.exchange.imports.importing import Opened
from parties_of_power.exchange.imports.plan import TAKEN_UNITS, ColumnUse, Plan, RowUnit
from parties_of_power.exchange.imports.proposals import Proposed
from parties_of_power.exchange.imports.recipes import Recipe, keep_recipe, recipes
from parties_of_power.paths import user_documents
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.opening_table import ask_table, open_with_patience
from parties_of_power.ui.dialogs.reading import with_patience
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.importing.columns_section import ColumnsSection
from parties_of_power.ui.views.importing.draft import Draft, begun
from parties_of_power.ui.views.importing.file_section import FileSection
from parties_of_power.ui.views.importing.finish_section import FinishSection
from parties_of_power.ui.views.importing.names_section import NamesSection
from parties_of_power.ui.views.importing.section import line_of, tab_through
from parties_of_power.ui.views.importing.table_section import TableSection
from parties_of_power.ui.views.importing.unit_section import UnitSection
from parties_of_power.ui.views.importing.values_section import ValuesSection
from parties_of_power.ui.workspace import Workspace

REST = 250  # milliseconds: keys that go through a list choose at their end


class ImportPage(QScrollArea):
    """Proposes anew after each edit of the study, when it is seen; what was decided stays decided."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.draft: Draft | None = None
        self.recipe_name = ""
        self.file, self.table, self.unit = FileSection(), TableSection(), UnitSection()
        self.columns, self.names, self.values = ColumnsSection(), NamesSection(), ValuesSection()
        self.finish = FinishSection(workspace)
        self.inside = QWidget()
        self.title = QLabel(_("Import a table"))
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.again = QPushButton(_("&Propose again"))
        self.timer = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self.show_draft()

    def take_up(self, opened: Opened) -> None:
        """Another file."""
        study = self.workspace.study
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            draft = self.workspace.perform(lambda: begun(study, opened))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if draft is None:
            return
        self.draft, self.recipe_name = draft, ""
        self.told.clear()
        self.file.show_draft(draft, self._known())
        self.finish.begin(draft)
        self.propose()
        self.verticalScrollBar().setValue(0)
        self.file.open.setFocus()

    def propose(self) -> None:
        """What the plan would do now; nothing where the user stops it or a row is what is not taken in."""
        self.timer.stop()
        draft = self.draft
        if draft is not None:
            draft.proposal = None
            if draft.plan.unit in TAKEN_UNITS:
                said = _("Comparing {name} with the study …").format(name=draft.opened.path.name)
                self.workspace.perform(lambda: with_patience(self, said, draft.propose))
        self.show_draft()

    def show_draft(self) -> None:
        draft = self.draft
        is_taken = draft is not None and draft.plan.unit in TAKEN_UNITS
        has_values = is_taken and draft is not None and draft.proposal is not None
        if draft is None:
            self.file.show_draft(None, ())
        else:
            for section in (self.table, self.unit, self.columns, self.names, self.values, self.finish):
                section.show_draft(draft)
        for section in (self.table, self.unit):
            section.setVisible(draft is not None)
        self.columns.setVisible(is_taken)
        for section in (self.names, self.values, self.finish):
            section.setVisible(has_values)
        self.again.setVisible(is_taken and not has_values)
        self.told.setVisible(bool(self.told.text()))
        tab_through(self.inside)

    def apply(self) -> None:
        """All that is taken, as one edit."""
        draft, finish = self.draft, self.finish
        if draft is None or draft.proposal is None or not self.workspace.may_edit():
            return
        study, citing, note = self.workspace.study, finish.citing(), finish.note.text().strip()
        plan = replace(draft.plan, source=self._source(draft.plan))
        proposal = replace(draft.proposal, plan=plan)
        taken = [replace(each, note="; ".join(filter(None, (each.note, note)))) for each in draft.taken]
        recipe = finish.recipe.text().strip() if finish.keeps.isChecked() else ""
        known = draft.source_ids
        self.draft = None
        done = self.workspace.perform(lambda: apply(study, proposal, citing, taken))
        if done is None:
            self.draft = draft
            return
        count, source_id = done
        if recipe:
            sources = tuple(dict.fromkeys((*known, *((source_id,) if source_id else ()))))
            self.workspace.perform(lambda: keep_recipe(study, Recipe(recipe, plan, sources)))
        self._say_done(count, proposal.file)

    def close_file(self) -> None:
        self.draft = None
        self.show_draft()
        self.workspace.show_view("comparison")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.draft is not None and self.draft.proposal is None:
            self.timer.start()

    def _say_done(self, count: int, name: str) -> None:
        said = ngettext(
            "{count} value of {name} was taken, as one edit", "{count} values of {name} were taken, as one edit", count
        )
        words = said.format(count=count, name=name)
        self.told.setText(_("{done}. Undo takes all of it back.").format(done=words))
        self.workspace.message.emit(words)
        self.show_draft()
        self.file.open.setFocus()

    def _source(self, plan: Plan) -> dict[str, str]:
        """The dataset's own, as long as its title stands there; else one of the title that was typed."""
        title = self.finish.new_title
        if title and title == plan.source.get("title", ""):
            return dict(plan.source)
        return {"title": title} if title else {}

    def _known(self) -> tuple[Recipe, ...]:
        return self.workspace.perform(lambda: recipes(self.workspace.study)) or ()

    def _ask_file(self) -> None:
        folder = self.draft.opened.path.parent if self.draft else user_documents()
        opened = ask_table(self.workspace, self, str(folder))
        if opened is not None:
            self.take_up(opened)

    def _read_as(self, form: TextForm) -> None:
        if self.draft is not None:
            path: Path = self.draft.opened.path
            opened = self.workspace.perform(lambda: open_with_patience(self, path, form))
            if opened is not None:
                self.take_up(opened)

    def _follow_recipe(self, recipe: Recipe | None) -> None:
        if self.draft is not None:
            self.draft.follow_recipe(recipe)
            self.finish.begin(self.draft, recipe.name if recipe else "")
            self.propose()

    def _choose_table(self, choices: TableChoices) -> None:
        draft = self.draft
        if draft is not None:
            self.workspace.perform(lambda: draft.choose_table(choices))
            self.propose()

    def _choose_unit(self, unit: RowUnit) -> None:
        if self.draft is not None:
            self.draft.choose_unit(unit)
            self.propose()

    def _change(self, **fields: object) -> None:
        """Parts of the plan that change nothing else in it."""
        if self.draft is not None:
            self.draft.plan = replace(self.draft.plan, **fields)  # type: ignore[arg-type]  # fields of Plan
            self.timer.start()

    def _choose_use(self, use: ColumnUse) -> None:
        if self.draft is not None:
            self.draft.choose_use(use)
            self.timer.start()

    def _choose_variables(self, columns: list[str]) -> None:
        if self.draft is not None:
            self.draft.choose_variables(columns)
            self.timer.start()

    def _choose_name(self, kind: SubjectKind, name: str, subject_id: int | None) -> None:
        if self.draft is not None:
            self.draft.choose_name(kind, name, subject_id)
            self.timer.start()

    def _leave(self, values: list[Proposed], is_left: bool) -> None:
        if self.draft is not None:
            self.draft.leave(values, is_left=is_left)
            self.values.show_taken()
            self.finish.show_draft(self.draft)

    def _look_at(self, value: Proposed) -> None:
        """Show the cell to the inspector."""
        if isinstance(value.subject, int) and isinstance(value.attribute, int):
            self.workspace.set_cell(value.subject, value.attribute)

    def _follow(self) -> None:
        """The study has changed."""
        if self.draft is not None:
            self.draft.proposal = None
            if self.isVisible():
                self.timer.start()

    def _start_again(self) -> None:
        self.draft = None
        self.told.clear()
        self.show_draft()

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.import_wanted.connect(self.take_up)
        workspace.changed.connect(lambda _changes: self._follow())
        workspace.study_opened.connect(self._start_again)
        workspace.closing.connect(self.timer.stop)
        self.timer.timeout.connect(self.propose)
        self.again.clicked.connect(self.propose)
        self.file.file_wanted.connect(self._ask_file)
        self.file.form_chosen.connect(self._read_as)
        self.file.recipe_chosen.connect(self._follow_recipe)
        self.table.chosen.connect(self._choose_table)
        self.unit.unit_chosen.connect(self._choose_unit)
        self.unit.day_chosen.connect(lambda day: self._change(day=day))
        self.unit.years_chosen.connect(lambda first, last: self._change(years=(first, last)))
        self.unit.adding_chosen.connect(lambda adds: self._change(new_rows="add" if adds else "leave"))
        self.columns.use_chosen.connect(self._choose_use)
        self.columns.variables_chosen.connect(self._choose_variables)
        self.names.chosen.connect(self._choose_name)
        self.values.left.connect(self._leave)
        self.values.looked_at.connect(self._look_at)
        self.finish.applied.connect(self.apply)
        self.finish.closed.connect(self.close_file)

    def _lay_out(self) -> None:
        self.title.setFont(font(15, SEMIBOLD))
        self.title.setContentsMargins(px(16), px(10), px(16), 0)
        self.told.setContentsMargins(px(16), 0, px(16), 0)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, px(16))
        column.setSpacing(px(4))
        again = line_of(self.again)
        again.setContentsMargins(px(16), 0, px(16), 0)
        sections = (self.file, self.table, self.unit, self.columns, self.names, self.values, self.finish)
        for widget in (self.title, self.told, *sections, again):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.file.open)
