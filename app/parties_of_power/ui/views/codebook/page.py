"""The page of the codebook, with the entry of the chosen attribute below."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.domain.attributes import Attribute, validity_name
from parties_of_power.domain.kinds import kind
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.edits import remove_attribute
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.attribute import ask_attribute, edit_attribute
from parties_of_power.ui.dialogs.messages import confirmed
from parties_of_power.ui.listing import Field, ListPage, Reading, over_reading
from parties_of_power.ui.workspace import Workspace


class CodebookPage(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.list = ListPage[Attribute](
            _("Codebook"),
            [
                Field(_("Asked of"), subject_word, width=88, is_quiet=True),
                Field(_("Group"), lambda each: each.group, width=106, is_quiet=True),
                Field(_("Attribute"), lambda each: each.name, width=196, is_strong=True),
                Field(_("Kind"), kind_words, width=104),
                Field(_("Unit"), lambda each: each.unit, width=75),
                Field(_("Validity"), lambda each: validity_name(each.validity), width=110),
                Field(_("Definition"), lambda each: each.definition, is_quiet=True),
            ],
            _("No attribute is here. Add one: it is a column of the comparison at once."),
        )
        self.list.add_button(_("Change…"), self._change)
        self.list.add_button(_("Remove…"), self._remove)
        self.list.add_button(_("Add an attribute…"), self._add)
        self.reading = Reading(_("The entry of the chosen attribute"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(over_reading(self.list, self.reading))
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._tell)
        self.list.opened.connect(lambda _row: self._change())
        workspace.changed.connect(lambda _changes: self.show_attributes())
        workspace.item_wanted.connect(self._show_item)
        workspace.study_opened.connect(self.show_attributes)
        self.show_attributes()

    def show_attributes(self) -> None:
        catalogue = self.workspace.catalogue
        rows = [*catalogue.attributes_of("party"), *catalogue.attributes_of("state")]
        self.list.show_rows(rows, lambda row, here: row.id == here.id)
        self._tell(self.list.current())

    def show_attribute(self, attribute_id: int) -> None:
        """Put one attribute in front."""
        self.list.filter.clear()
        self.list.go_to(lambda each: each.id == attribute_id)

    def _show_item(self, view: str, item_id: int) -> None:
        if view == "codebook":
            self.show_attribute(item_id)

    def _tell(self, attribute: Attribute | None) -> None:
        self.reading.setText(entry(self.workspace.catalogue, attribute) if attribute else "")

    def _add(self) -> None:
        """Of the same kind of subject as the chosen attribute."""
        here = self.list.current()
        ask_attribute(self.workspace, self, here.subject_kind if here else None)

    def _change(self) -> None:
        attribute = self.list.current()
        if attribute is not None:
            edit_attribute(self.workspace, self, attribute)

    def _remove(self) -> None:
        attribute = self.list.current()
        if attribute is None:
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


def subject_word(attribute: Attribute) -> str:
    return _("party") if attribute.subject_kind == "party" else _("state")


def kind_words(attribute: Attribute) -> str:
    name = kind(attribute.kind).name
    return _("{kind}, computed").format(kind=name) if attribute.is_computed else name


def computed_rules() -> str:
    """How a formula treats what is missing or not exact, in short."""
    return _(
        "Where a part is missing the result is missing, for the reason that would stay longest: not applicable, "
        "interrupted, sources irreconcilable, unknown, not yet coded. Division by zero is not applicable. Intervals "
        "are reckoned by their ends; about, at least and at most stay where that can be said."
    )


def entry(catalogue: Catalogue, attribute: Attribute) -> str:
    """The codebook entry as rich text."""
    lines = [f"<b>{escape(attribute.name)}</b>", escape(attribute.definition or _("No definition yet."))]
    if attribute.is_computed:
        lines.append(f"<b>{escape(_('Formula'))}</b> {escape(catalogue.formulas.text(attribute))}")
        lines.append(escape(computed_rules()))
    if attribute.coding_rule:
        lines.append(f"<b>{escape(_('Coding rule'))}</b> {escape(attribute.coding_rule)}")
    if attribute.source_variable or attribute.source_scale:
        original = "; ".join(filter(None, (attribute.source_variable, attribute.source_scale)))
        lines.append(f"<b>{escape(_('In the dataset'))}</b> {escape(original)}")
    for choice in catalogue.choices_of(attribute.id):
        meaning = f": {choice.meaning}" if choice.meaning else ""
        lines.append(f"• <b>{escape(choice.label)}</b>{escape(meaning)}")
    return "<br>".join(lines)
