"""The field *Formula* of the form of an attribute: it says where it is wrong, or what it comes to, as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from parties_of_power.analysis.computed_report import preview
from parties_of_power.analysis.showing import with_unit
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.formulas import FUNCTIONS, FormulaError, Tree, Type, parse
from parties_of_power.domain.formulas.checking import type_of
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.fields import Remark
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.dialogs.formula_line import FormulaLine
from parties_of_power.ui.workspace import Workspace


class FormulaField:
    """`asked` gives the attribute as the form would make it now, without its formula."""

    def __init__(self, form: Form, text: str, asked: Callable[[], Attribute]) -> None:
        self._workspace: Workspace = form.workspace
        self._asked = asked
        self.line = FormulaLine(text)
        self.line.setPlaceholderText(_("Seats / out_of(Seats) * 100"))
        self.line.setToolTip(_help())
        form.fields.addRow(_("Form&ula"), self.line)
        self.remark = Remark(form, self.line)

    @property
    def text(self) -> str:
        return self.line.text().strip()

    def check(self) -> None:
        """Say what the formula comes to, or what is wrong with it."""
        asked = self._asked()
        self._set_offers(asked.subject_kind)
        if not self.text:
            self.remark.say("")
            return
        try:
            tree = self._workspace.catalogue.formulas.read(self.text, asked.subject_kind, asked.kind, asked.id)
        except FormulaError as wrong:
            self.remark.say(self._told(wrong), is_wrong=True)
        else:
            self.remark.say(self._preview(asked, tree))

    def type(self) -> Type | None:
        """What the formula gives; None while it cannot be read."""
        names = self._workspace.catalogue.formulas.names(self._asked().subject_kind)
        try:
            return type_of(parse(self.text, names), names)
        except FormulaError:
            return None

    def _told(self, wrong: FormulaError) -> str:
        start, end = wrong.place
        part = self.text[start:end]
        if not part:
            return str(wrong)
        return _("Character {place}, at “{part}”: {sentence}").format(place=start + 1, part=part, sentence=wrong)

    def _preview(self, asked: Attribute, tree: Tree) -> str:
        subject_id = self._subject(asked.subject_kind)
        if subject_id is None:
            return ""
        day = self._workspace.as_of
        cell = preview(self._workspace.study, asked, tree, subject_id, day)
        name = self._workspace.catalogue.shown_name(subject_id, day).text
        text = with_unit(cell.text, cell.unit) if cell.state == "value" else cell.text
        return _("{subject}: {value}").format(subject=name, value=text)

    def _subject(self, subject_kind: SubjectKind) -> int | None:
        """The selected one, else the first that is compared, else the first of the study."""
        catalogue, comparison = self._workspace.catalogue, self._workspace.comparison
        every = catalogue.parties if subject_kind == "party" else catalogue.states
        known = {subject.id for subject in every if not subject.retired}
        listed = comparison.row_ids if comparison else ()
        return next(
            (each for each in (*self._workspace.selected, *listed, *(s.id for s in every)) if each in known), None
        )

    def _set_offers(self, subject_kind: SubjectKind) -> None:
        names = self._workspace.catalogue.formulas.names(subject_kind)
        offers = {each.name: f"{each.name}()" for each in FUNCTIONS.values() if each.name != "number_of_parties"}
        for attribute in names.attributes.values():
            written = names.written(attribute.id)
            if attribute.subject_kind == subject_kind:
                offers[attribute.name] = written
            elif subject_kind == "party":
                offers[_("{attribute} of the state").format(attribute=attribute.name)] = f"of_state({written})"
        if subject_kind == "state":
            offers["number_of_parties"] = "number_of_parties()"
        self.line.set_offers(offers | {"as_of": "as_of"})


def _help() -> str:
    """Each function with its sentence."""
    return "\n".join(f"{each.written}: {each.help}" for each in FUNCTIONS.values())
