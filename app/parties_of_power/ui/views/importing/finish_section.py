"""Step 7: the source of all of it, a note, the name under which the import is kept, and taking it as one edit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPushButton

from parties_of_power.domain.sources import Cite, Source
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.citing_box import short_name
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Choice, Section, beside, labelled, line_of
from parties_of_power.ui.workspace import Workspace


class FinishSection(Section):
    applied = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(7, _("Source, and taking it over"))
        self.workspace = workspace
        self.source = Choice(_("Source of all of it"))
        self.source.setEditable(True)
        self.source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.source.setMinimumContentsLength(36)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("goes with each value"))
        self.recipe = QLineEdit()
        self.recipe.setAccessibleName(_("Name of the recipe"))
        self.recipe.setPlaceholderText(_("for its next release"))
        self.keeps = QCheckBox(_("&Keep as a recipe"))
        self.close_button, self.apply = QPushButton(_("Close")), QPushButton(_("&Apply"))
        self.apply.setProperty("primary", True)
        self.column.addWidget(
            line_of(
                labelled(_("So&urce"), self.source), labelled(_("&Note"), self.note), beside(self.keeps, self.recipe)
            )
        )
        self.column.addWidget(line_of(self.apply, self.close_button))
        self.keeps.toggled.connect(self.recipe.setEnabled)
        self.recipe.setEnabled(False)
        self.source.currentTextChanged.connect(lambda _text: self._say_source())
        self.apply.clicked.connect(self.applied)
        self.close_button.clicked.connect(self.closed)

    def begin(self, draft: Draft, recipe_name: str = "") -> None:
        """For another file: its dataset's source, the one of its recipe, or the one cited in the window."""
        sources = sorted(self.workspace.catalogue.sources.values(), key=lambda each: short_name(each).casefold())
        self._list(sources)
        there = self.workspace.catalogue.source(draft.plan.source.get("key", ""))
        citing = self.workspace.citing
        known = [each for each in draft.source_ids if each in self.workspace.catalogue.sources]
        wanted = there.id if there else known[-1] if known else citing.source_id if citing else None
        self.source.choose(wanted)
        if wanted is None:
            self.source.setEditText(draft.plan.source.get("title", ""))
        line = self.source.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        self.recipe.setText(recipe_name or draft.opened.path.stem)
        self.keeps.setChecked(bool(recipe_name))
        self.note.clear()

    def show_draft(self, draft: Draft) -> None:
        count = len(draft.taken)
        words = ngettext("&Apply {count} value", "&Apply {count} values", count).format(count=count)
        self.apply.setText(words if count else _("&Apply"))
        self.apply.setEnabled(bool(count) and not self.workspace.study.is_read_only)
        self._say_source()

    def citing(self) -> Cite | None:
        """A source of the study; None for none, or one that is to be added."""
        place = self.source.findText(self.source.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        source_id = self.source.itemData(place) if place >= 0 else None
        return Cite(source_id) if source_id is not None else None

    @property
    def new_title(self) -> str:
        """Of a source that is to be added."""
        return "" if self.citing() else self.source.currentText().strip()

    def _list(self, sources: Iterable[Source]) -> None:
        self.source.clear()
        self.source.offer("", None)
        for each in sources:
            self.source.offer(f"{short_name(each)} · {each.title}", each.id)
        completer = QCompleter(self.source.model(), self.source)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.source.setCompleter(completer)
        line = self.source.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("no source: choose one, or type a title"))

    def _say_source(self) -> None:
        if self.citing():
            self.say(_("Each value cites it, with its cell as the place."))
        elif self.new_title:
            self.say(_("A new source of this title is added; each value cites it, with its cell as the place."))
        else:
            self.say(_("The values will cite nothing."))
