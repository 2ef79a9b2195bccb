"""Step 1: the file, what it is known as, how its text is read, and the recipe that it follows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from parties_of_power.exchange.guarded import TextForm
from parties_of_power.exchange.guarded.encodings import CHOICES
from parties_of_power.exchange.imports.recipes import Recipe
from parties_of_power.texts import _
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Choice, Section, labelled, line_of


class FileSection(Section):
    """`form_chosen` comes with how the text is to be read, `recipe_chosen` with a recipe or None."""

    file_wanted = Signal()
    form_chosen = Signal(object)
    recipe_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(1, _("The file"))
        self.open = QPushButton(_("Ch&oose a file…"))
        self.encoding, self.divider = Choice(_("Encoding")), Choice(_("Divider"))
        self.recipe = Choice(_("Recipe"))
        self.encoding_line = labelled(_("En&coding"), self.encoding)
        self.divider_line = labelled(_("&Divider"), self.divider)
        self.recipe_line = labelled(_("&Recipe"), self.recipe)
        self.column.addWidget(line_of(self.open, self.encoding_line, self.divider_line, self.recipe_line))
        self.open.clicked.connect(self.file_wanted)
        for box in (self.encoding, self.divider):
            box.activated.connect(self._choose_form)
        self.recipe.activated.connect(lambda _place: self.recipe_chosen.emit(self.recipe.currentData()))

    def show_draft(self, draft: Draft | None, known: tuple[Recipe, ...]) -> None:
        form = draft.opened.file.form if draft else None
        for line in (self.encoding_line, self.divider_line):
            line.setVisible(form is not None)
        self.recipe_line.setVisible(draft is not None and bool(known))
        self.say(_about(draft) if draft else _("A workbook, CSV or another table. It can also be dropped here."))
        if form is not None:
            self._show_form(form)
        self.recipe.clear()
        self.recipe.offer(_("none: begin anew"), None)
        for each in known:
            self.recipe.offer(each.name, each)

    def _show_form(self, form: TextForm) -> None:
        self.encoding.clear()
        for name in dict.fromkeys((form.encoding, *CHOICES)):
            self.encoding.offer(name, name)
        self.divider.clear()
        names = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": _("bar")}
        for sign in dict.fromkeys((form.divider, *names)):
            self.divider.offer(names.get(sign, sign), sign)

    def _choose_form(self) -> None:
        self.form_chosen.emit(TextForm(str(self.encoding.currentData()), str(self.divider.currentData())))


def _about(draft: Draft) -> str:
    opened = draft.opened
    known = _("known as {name}").format(name=opened.dataset.name) if opened.dataset else ""
    first = " · ".join(filter(None, (opened.path.name, known, opened.file.program)))
    evidence = opened.file.form.evidence if opened.file.form else ""
    return "\n".join(dict.fromkeys(filter(None, (first, evidence, *opened.file.notes))))
