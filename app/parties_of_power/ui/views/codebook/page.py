"""The page of the codebook: the tree of attributes, what can be done with them, and the entry of the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from parties_of_power.analysis.uses import uses_of_attributes
from parties_of_power.domain.attributes import Attribute
from parties_of_power.study import queries
from parties_of_power.study.edits import remove_attribute, rename_group
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.attribute import ask_attribute, edit_attribute
from parties_of_power.ui.dialogs.messages import confirmed, text_from
from parties_of_power.ui.listing import Reading, over_reading
from parties_of_power.ui.printing.printout import DocumentPrintout
from parties_of_power.ui.printing.printouts import codebook_printout
from parties_of_power.ui.theme import SEMIBOLD, font, px, theme, tokens
from parties_of_power.ui.views.codebook import moving
from parties_of_power.ui.views.codebook.entry import entry
from parties_of_power.ui.views.codebook.model import CodebookModel, Group
from parties_of_power.ui.views.codebook.tree import CodebookTree
from parties_of_power.ui.workspace import Workspace


class CodebookPage(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.model = CodebookModel(self)
        self.tree = CodebookTree(self.model)
        self.heading, self.counted = QLabel(_("Codebook")), QLabel()
        self.filter = QLineEdit(placeholderText=_("Filter"), clearButtonEnabled=True)
        self.filter.setAccessibleName(_("Filter the codebook"))
        self.nothing = QLabel(
            _("No attribute is here. Add one: it is a column of the comparison at once."),
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        self.acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (_("&Up"), _("Alt+Up, also into the group above"), lambda: self._step(-1)),
            (_("Do&wn"), _("Alt+Down, also into the group below"), lambda: self._step(1)),
            (_("Rename &group…"), _("For all attributes of the group"), self._rename_group),
            (_("&Change…"), _("Name, kind, choices, definition, coding rule"), self._change),
            (_("&Remove…"), "", self._remove),
            (_("&Add an attribute…"), "", self._add),
        )
        self.buttons = [self._button(*act) for act in self.acts]
        self.reading = Reading(_("The entry of the chosen attribute"))
        self._lay_out()
        self._connect()
        self._dress()
        self.show_study()

    def show_study(self) -> None:
        """With the first attribute chosen: its entry is shown, and not an empty half of the page."""
        self.show_attributes()
        self.tree.setCurrentIndex(self.model.index(0, 0, self.model.index(0, 0)))

    def show_attributes(self) -> None:
        """Read anew; the chosen row stays the chosen one."""
        self._keeping_place(
            lambda: self.model.show_catalogue(self.workspace.catalogue, uses_of_attributes(self.workspace.study))
        )

    def show_attribute(self, attribute_id: int) -> None:
        """Put one attribute in front."""
        self.filter.clear()
        index = self.model.index_of(attribute_id)
        if index.isValid():
            self.tree.expand(index.parent())
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def printout(self) -> DocumentPrintout:
        return codebook_printout(self.workspace)

    def current(self) -> Attribute | None:
        return self.model.attribute_at(self.tree.currentIndex())

    def current_group(self) -> Group | None:
        """As it is without the filter."""
        group = self.model.group_at(self.tree.currentIndex())
        return next((each for each in self.model.every if group and each.key == group.key), None)

    def _show_item(self, view: str, item_id: int) -> None:
        if view == "codebook":
            self.show_attribute(item_id)

    def _keeping_place(self, show: Callable[[], object]) -> None:
        attribute, group = self.current(), self.current_group()
        show()
        self.tree.unfold()
        index = self.model.index_of(attribute.id) if attribute else QModelIndex()
        if not attribute and group:
            index = self.model.index_of_group(group.key)
        self.tree.setCurrentIndex(index)
        shown, of = self.model.count, sum(group.count for group in self.model.every)
        self.counted.setText(str(of) if shown == of else _("{shown} of {all}").format(shown=shown, all=of))
        self.nothing.setVisible(not shown)
        self.tree.setVisible(bool(shown))
        self._tell()

    def _tell(self) -> None:
        attribute = self.current()
        use = self.model.uses.get(attribute.id) if attribute else None
        self.reading.setText(entry(self.workspace.catalogue, attribute, use) if attribute else "")

    def _add(self) -> None:
        """Of the same kind of subject as what is chosen."""
        group = self.current_group()
        ask_attribute(self.workspace, self, group.subject_kind if group else None)

    def _open(self) -> None:
        """An attribute is changed, a group folded."""
        index = self.tree.currentIndex()
        if self.current() is not None:
            self._change()
        elif index.isValid():
            self.tree.setExpanded(index.siblingAtColumn(0), not self.tree.isExpanded(index.siblingAtColumn(0)))

    def _change(self) -> None:
        attribute = self.current()
        if attribute is not None and self.workspace.may_edit():
            edit_attribute(self.workspace, self, attribute)

    def _remove(self) -> None:
        attribute = self.current()
        if attribute is None or not self.workspace.may_edit():
            return
        study = self.workspace.study
        count = queries.count_of_attribute(study, attribute.id)
        question = ngettext(
            "Remove {name} with its {count} observation? Undo brings them back.",
            "Remove {name} with its {count} observations? Undo brings them back.",
            count,
        ).format(name=attribute.name, count=count)
        if confirmed(self, question, _("Remove")):
            self.workspace.perform(lambda: remove_attribute(study, attribute.id))

    def _rename_group(self) -> None:
        group, study = self.current_group(), self.workspace.study
        if group is None or not self.workspace.may_edit():
            return
        name = text_from(self, _("Rename group"), _("The name of the group, for all its attributes:"), group.name)
        if name is not None:
            self.workspace.perform(lambda: rename_group(study, group.subject_kind, group.name, name))

    def _step(self, by: int) -> None:
        attribute, group, study = self.current(), self.current_group(), self.workspace.study
        if group is None or not self.workspace.may_edit():
            return
        if attribute is not None:
            self.workspace.perform(lambda: moving.step_attribute(study, self.model.every, attribute, by))
        else:
            self.workspace.perform(lambda: moving.step_group(study, self.model.every, group, by))
        self.tree.scrollTo(self.tree.currentIndex())

    def _drop(self, dragged: QModelIndex, target: QModelIndex, after: bool) -> None:
        attribute, moved = self.model.attribute_at(dragged), self.model.group_at(dragged)
        shown, study = self.model.group_at(target), self.workspace.study
        group = next((each for each in self.model.every if shown and each.key == shown.key), None)
        if moved is None or group is None or not self.workspace.may_edit():
            return
        at = self.model.attribute_at(target)
        if attribute is None:
            done = self.workspace.perform(
                lambda: moving.drop_group(study, self.model.every, moved, group, after=after or at is not None)
            )
        else:
            place = group.attributes.index(at) + after if at is not None else 0
            done = self.workspace.perform(lambda: moving.drop_attribute(study, attribute, group, place))
        if done is False and moved.subject_kind != group.subject_kind:
            self.workspace.message.emit(_("What is asked of parties stays with parties, and of states with states."))

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, _tip, act in self.acts:
            menu.addAction(words).triggered.connect(lambda _on=False, act=act: act())
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def _button(self, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _connect(self) -> None:
        workspace, tree = self.workspace, self.tree
        self.filter.textChanged.connect(lambda text: self._keeping_place(lambda: self.model.filter_by(text)))
        tree.selectionModel().currentChanged.connect(lambda *_rows: self._tell())
        tree.opened.connect(self._open)
        tree.stepped.connect(self._step)
        tree.renamed.connect(self._rename_group)
        tree.removed.connect(self._remove)
        tree.dropped.connect(self._drop)
        tree.customContextMenuRequested.connect(self._open_menu)
        workspace.changed.connect(lambda _changes: self.show_attributes())
        workspace.item_wanted.connect(self._show_item)
        workspace.study_opened.connect(self.show_study)
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        for label in (self.counted, self.nothing):
            label.setStyleSheet(f"color: {tokens().second_text.name()}")
        self.tree.viewport().update()

    def _lay_out(self) -> None:
        self.heading.setFont(font(15, SEMIBOLD))
        self.counted.setFont(font(12))
        self.filter.setMaximumWidth(px(220))
        top, acts = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.heading)
        top.addWidget(self.counted)
        top.addStretch(1)
        top.addWidget(self.filter)
        for button in self.buttons:
            acts.addWidget(button)
        acts.addStretch(1)
        list_part = QWidget()
        rows = QVBoxLayout(list_part)
        rows.setContentsMargins(px(16), px(12), px(16), px(12))
        rows.setSpacing(px(8))
        for line in (top, acts):
            line.setSpacing(px(8))
            rows.addLayout(line)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self.nothing, 1)
        list_part.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(over_reading(list_part, self.reading))
        self.setFocusProxy(self.tree)
