"""The dialog in which an attribute is added or changed: the question, its kind, and its entry in the codebook."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from parties_of_power.domain.attributes import VALIDITIES, Attribute, Choice, validity_name
from parties_of_power.domain.kinds import KINDS, kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study import queries
from parties_of_power.study.edits import (
    add_attribute,
    add_choice,
    change_attribute,
    change_choice,
    remove_choice,
    show_column,
)
from parties_of_power.study.errors import EditRefused
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.dialogs.formula_field import FormulaField
from parties_of_power.ui.theme import font, tokens
from parties_of_power.ui.workspace import Workspace

WITH_CHOICES = ("choice", "several_choices")


def ask_attribute(workspace: Workspace, parent: QWidget | None, subject_kind: SubjectKind | None = None) -> int | None:
    """Add an attribute, of the kind of subject that is compared unless another is named.

    It appears as the last column of the comparison that is shown, where that is of its kind.
    """
    comparison = workspace.comparison
    compared = comparison.subject_kind if comparison else "party"
    return shown(AttributeForm(workspace, parent, subject_kind or compared, None))


def edit_attribute(workspace: Workspace, parent: QWidget | None, attribute: Attribute) -> int | None:
    return shown(AttributeForm(workspace, parent, attribute.subject_kind, attribute))


class AttributeForm(Form):
    """Choices are typed one a line; a line that was there before keeps its answers when its label changes."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, subject_kind: SubjectKind, attribute: Attribute | None
    ) -> None:
        title = _("Change an attribute") if attribute else _("Add an attribute")
        super().__init__(workspace, parent, title, _("Change") if attribute else _("Add"))
        self.attribute = attribute
        old = attribute or Attribute(0, subject_kind, "", "text")
        self.old_choices: tuple[Choice, ...] = workspace.catalogue.choices_of(old.id) if attribute else ()
        self.name_line = self.line(_("&Name"), old.name, _("Youth wing"))
        self.subject = self._combo(
            _("Asked of every"), [(_("party"), "party"), (_("state"), "state")], old.subject_kind
        )
        self.subject.setEnabled(attribute is None)
        self.kind = self._combo(_("&Kind"), [(each.name, each.key) for each in KINDS], old.kind)
        self.rule = QLabel(wordWrap=True)
        self.rule.setFont(font(12))
        self.rule.setStyleSheet(f"color: {tokens().second_text.name()}")
        self.fields.addRow("", self.rule)
        labels = "\n".join(choice.label for choice in self.old_choices)
        self.formula = FormulaField(self, workspace.catalogue.formulas.text(old) if attribute else "", self._asked)
        self.choices = self.text(_("C&hoices, one a line"), labels, lines=4)
        self.unit = self.line(_("&Unit"), old.unit, _("seats, persons, km² …"))
        self.validity = self._combo(_("&Validity"), [(validity_name(each), each) for each in VALIDITIES], old.validity)
        known = sorted({each.group for each in workspace.catalogue.attributes.values() if each.group})
        self.group = QComboBox(editable=True)
        self.group.addItems(known)
        self.group.setCurrentText(old.group)
        self.fields.addRow(_("&Group"), self.group)
        self.definition = self.text(_("&Definition"), old.definition)
        self.coding_rule = self.text(_("&Coding rule"), old.coding_rule)
        self.decimals = self.line(_("D&ecimals"), "" if old.decimals is None else str(old.decimals), _("as stored"))
        self._kind_is_chosen = attribute is not None
        self.kind.activated.connect(self._choose_kind)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.subject.currentIndexChanged.connect(self._show_kind)
        self.formula.line.textChanged.connect(self._follow_formula)
        self._may_compute = attribute is None or self._is_without_answers(attribute)
        self._show_kind()

    def take(self) -> int:
        with self.workspace.study.edit(self._label()):
            if self.attribute is None:
                return self._added()
            return self._changed(self.attribute)

    def _label(self) -> str:
        name = self.name_line.text().strip()
        return (_("Change attribute {name}") if self.attribute else _("Add attribute {name}")).format(name=name)

    def _added(self) -> int:
        study, comparison = self.workspace.study, self.workspace.comparison
        subject_kind: SubjectKind = self.subject.currentData()
        attribute_id = add_attribute(
            study,
            subject_kind,
            self.name_line.text().strip(),
            self.kind.currentData(),
            choices=[(label, label) for label in self._labels()],
            unit=self.unit.text().strip(),
            validity=self.validity.currentData(),
            group=self.group.currentText().strip(),
            definition=self.definition.toPlainText().strip(),
            coding_rule=self.coding_rule.toPlainText().strip(),
            decimals=self._decimals(),
            formula=self.formula.text,
        )
        if comparison is not None and comparison.subject_kind == subject_kind:
            show_column(study, comparison.id, attribute_id)
        return attribute_id

    def _changed(self, old: Attribute) -> int:
        change_attribute(
            self.workspace.study,
            old.id,
            name=self.name_line.text().strip(),
            kind=self.kind.currentData(),
            unit=self.unit.text().strip(),
            validity=self.validity.currentData(),
            group=self.group.currentText().strip(),
            definition=self.definition.toPlainText().strip(),
            coding_rule=self.coding_rule.toPlainText().strip(),
            decimals=self._decimals(),
            formula=self.formula.text,
        )
        if self.kind.currentData() in WITH_CHOICES:
            self._change_choices(old.id)
        return old.id

    def _change_choices(self, attribute_id: int) -> None:
        """Lines that stand as before are left; a changed line in the same place renames; the rest comes and goes."""
        study, labels = self.workspace.study, self._labels()
        by_label = {choice.label: choice for choice in self.old_choices}
        gone = [choice for choice in self.old_choices if choice.label not in labels]
        for label in labels:
            if label in by_label:
                continue
            place = labels.index(label)
            before = self.old_choices[place] if place < len(self.old_choices) else None
            if before is not None and before in gone:
                change_choice(study, before.id, label=label)
                gone.remove(before)
            else:
                add_choice(study, attribute_id, label, label)
        for choice in gone:
            remove_choice(study, choice.id)

    def _labels(self) -> list[str]:
        if self.kind.currentData() not in WITH_CHOICES:
            return []
        labels = [line.strip() for line in self.choices.toPlainText().splitlines() if line.strip()]
        if not labels:
            raise EditRefused(_("Type at least one choice; each stands on a line of its own."))
        if len(set(labels)) < len(labels):
            raise EditRefused(_("The same choice stands on two lines."))
        return labels

    def _decimals(self) -> int | None:
        text = self.decimals.text().strip()
        if not text:
            return None
        if not text.isdigit():
            raise EditRefused(_("Decimals are a whole number such as 1, or nothing."))
        return int(text)

    def _asked(self) -> Attribute:
        """The attribute as the form would make it now."""
        return Attribute(
            self.attribute.id if self.attribute else 0,
            self.subject.currentData(),
            self.name_line.text().strip(),
            self.kind.currentData(),
            unit=self.unit.text().strip(),
        )

    def _is_without_answers(self, attribute: Attribute) -> bool:
        return not attribute.role and not queries.count_of_attribute(self.workspace.study, attribute.id)

    def _choose_kind(self) -> None:
        self._kind_is_chosen = True

    def _follow_formula(self) -> None:
        """The kind of a new attribute follows from its formula, until one is chosen."""
        given = self.formula.type() if not self._kind_is_chosen else None
        of_kind = {"number": ("number", "percent"), "truth": ("yes_no",), "date": ("date",), "text": ("text",)}
        if given and self.kind.currentData() not in of_kind[given]:
            self.kind.setCurrentIndex(self.kind.findData(of_kind[given][0]))
        self._show_kind()

    def _show_kind(self) -> None:
        chosen = kind(self.kind.currentData())
        is_computed = bool(self.formula.text)
        self.rule.setText(_("Computed from other attributes: nothing is typed in it.") if is_computed else chosen.rule)
        self.formula.check()
        self.fields.setRowVisible(self.formula.line, self._may_compute)
        self.fields.setRowVisible(self.validity, not is_computed)
        self.fields.setRowVisible(self.choices, chosen.key in WITH_CHOICES)
        self.fields.setRowVisible(self.unit, chosen.key in ("number", "percent"))
        self.fields.setRowVisible(self.decimals, chosen.key in ("number", "percent"))

    def _combo(self, label: str, entries: list[tuple[str, str]], chosen: str) -> QComboBox:
        combo = QComboBox()
        for text, key in entries:
            combo.addItem(text, key)
        combo.setCurrentIndex(combo.findData(chosen))
        self.fields.addRow(label, combo)
        return combo
