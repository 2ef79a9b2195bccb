"""The dialog in which an attribute is added or changed: the question, its kind, and its entry in the codebook."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from parties_of_power.domain.attributes import VALIDITIES, Attribute, validity_name
from parties_of_power.domain.kinds import KINDS, kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study import queries
from parties_of_power.study.edits import (
    add_attribute,
    change_attribute,
    change_kind,
    set_choices,
    show_column,
)
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.reading_as import distinct_texts
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.choices_field import ChoicesField
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.dialogs.formula_field import FormulaField
from parties_of_power.ui.dialogs.kind_preview import confirm_kind
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.workspace import Workspace

WITH_CHOICES = ("choice", "several_choices")
# More different answers than these are no list to choose from.
MOST_PROPOSED = 60


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
    """A choice that was there before keeps its answers when its label changes. Before the kind of answers changes, a
    preview shows how they will read."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, subject_kind: SubjectKind, attribute: Attribute | None
    ) -> None:
        title = _("Change an attribute") if attribute else _("Add an attribute")
        super().__init__(workspace, parent, title, _("Change") if attribute else _("Add"))
        self.attribute = attribute
        old = attribute or Attribute(0, subject_kind, "", "text")
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
        self.formula = FormulaField(self, workspace.catalogue.formulas.text(old) if attribute else "", self._asked)
        self.choices = ChoicesField(workspace.catalogue.choices_of(old.id) if attribute else ())
        self.fields.addRow(_("C&hoices"), self.choices)
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
        self.resize(px(660), px(640))
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
            unit=self.unit.text().strip(),
            validity=self.validity.currentData(),
            group=self.group.currentText().strip(),
            definition=self.definition.toPlainText().strip(),
            coding_rule=self.coding_rule.toPlainText().strip(),
            decimals=self._decimals(),
            formula=self.formula.text,
        )
        if self._has_choices():
            set_choices(study, attribute_id, self.choices.wanted())
        if comparison is not None and comparison.subject_kind == subject_kind:
            show_column(study, comparison.id, attribute_id)
        return attribute_id

    def _changed(self, old: Attribute) -> int:
        if self._changes_answers():
            change_kind(self.workspace.study, old.id, self.kind.currentData(), self._labels())
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
        if self._has_choices():
            set_choices(self.workspace.study, old.id, self.choices.wanted())
        return old.id

    def _accept(self) -> None:
        """What a change of kind does to the answers is seen before it is done."""
        if self.attribute is not None and self._changes_answers() and not self.attribute.role:
            kind_key = self.kind.currentData()
            if not confirm_kind(self.workspace, self, self.attribute, kind_key, self._labels()):
                return
        super()._accept()

    def _changes_answers(self) -> bool:
        """Whether there are answers that another kind will read."""
        old = self.attribute
        if old is None or old.is_computed or old.kind == self.kind.currentData():
            return False
        return queries.count_of_attribute(self.workspace.study, old.id) > 0

    def _has_choices(self) -> bool:
        return self.kind.currentData() in WITH_CHOICES

    def _labels(self) -> list[str] | None:
        """The labels of the choices; None for a kind that has none."""
        return [each.label for each in self.choices.wanted() if each.label] if self._has_choices() else None

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
        if self._has_choices() and not self.choices.wanted() and self.attribute and self._changes_answers():
            texts = distinct_texts(self.workspace.study, self.attribute)
            self.choices.set_labels(texts[:MOST_PROPOSED])

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
