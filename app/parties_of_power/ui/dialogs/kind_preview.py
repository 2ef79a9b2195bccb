"""Before an attribute gets another kind: how each of its answers will read, and which ones cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from parties_of_power.analysis.wording import short_period
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.study.reading_as import Rereading, reread, unread
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.listing import Field, ListPage, Reading, over_reading
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

MOST_CELLS = 200


def confirm_kind(
    workspace: Workspace, parent: QWidget | None, attribute: Attribute, new_kind: str, choices: Sequence[str] | None
) -> bool:
    """Show what a change of kind will do, and ask whether to do it."""
    preview = KindPreview(workspace, parent, attribute, new_kind, choices)
    return preview.exec() == QDialog.DialogCode.Accepted


class KindPreview(QDialog):
    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None,
        attribute: Attribute,
        new_kind: str,
        choices: Sequence[str] | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change of kind"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.workspace, self.attribute, self.new_kind = workspace, attribute, new_kind
        self.answers = reread(workspace.study, attribute, new_kind, choices)
        self.sentence = QLabel(self._sentence(), wordWrap=True)
        self.list = ListPage[Rereading](
            _("Answers of {name}").format(name=attribute.name),
            [
                Field(_("Now"), lambda each: each.text, width=230, is_strong=True),
                Field(_("Observations"), lambda each: str(len(each.observations)), width=110, is_number=True),
                Field(_("Will read"), will_read),
            ],
            _("There are no such answers."),
        )
        self.only_wrong = QCheckBox(_("&Only what cannot be read"))
        self.only_wrong.setEnabled(unread(self.answers) > 0)
        self.only_wrong.toggled.connect(self.show_answers)
        self.cells = Reading(_("The cells with the chosen answer"))
        self.cells.setOpenExternalLinks(False)
        self.cells.linkActivated.connect(self._show_cell)
        self.list.chosen.connect(self._tell)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do_it = self.buttons.addButton(_("Change the kind"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.do_it.setDefault(True)
        self.show_answers()

    def show_answers(self) -> None:
        shown = [each for each in self.answers if each.rule or not self.only_wrong.isChecked()]
        self.list.show_rows(shown, lambda row, here: row == here)
        if shown and self.list.current() is None:
            self.list.table.selectRow(0)

    def _sentence(self) -> str:
        """How many cannot be read, and who is added to the study."""
        wrong, count = unread(self.answers), sum(len(each.observations) for each in self.answers)
        new_kind = kind(self.new_kind).name
        if wrong:
            said = ngettext(
                "{wrong} of {count} observation cannot be read as {kind}: it is kept as typed and marked wrong.",
                "{wrong} of {count} observations cannot be read as {kind}: they are kept as typed and marked wrong.",
                count,
            ).format(wrong=wrong, count=count, kind=new_kind)
        else:
            said = ngettext(
                "The one observation can be read as {kind}.", "All {count} observations can be read as {kind}.", count
            ).format(count=count, kind=new_kind)
        persons = {name for each in self.answers for name in each.new_persons}
        if persons:
            added = ngettext("{count} person is added.", "{count} persons are added.", len(persons))
            said += " " + added.format(count=len(persons))
        return said + " " + _("One edit; undo takes it back.")

    def _tell(self, answer: Rereading | None) -> None:
        if answer is None:
            self.cells.clear()
            return
        catalogue, day = self.workspace.catalogue, self.workspace.as_of
        links = []
        for observation in answer.observations[:MOST_CELLS]:
            name = catalogue.shown_name(observation.subject_id, day).text
            when = short_period(observation.period, observation.attested)
            words = escape(", ".join(filter(None, (name, when))))
            links.append(f'<a href="{observation.subject_id}">{words}</a>')
        more = len(answer.observations) - MOST_CELLS
        if more > 0:
            links.append(escape(_("and {count} more").format(count=more)))
        rule = f"{escape(answer.rule)}<br>" if answer.rule else ""
        self.cells.setText(rule + " · ".join(links))

    def _show_cell(self, subject_id: str) -> None:
        """In the inspector, beside this page."""
        self.workspace.select([int(subject_id)])
        self.workspace.set_cell(int(subject_id), self.attribute.id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        column.addWidget(self.sentence)
        column.addWidget(over_reading(self.list, self.cells), 1)
        column.addWidget(self.only_wrong)
        column.addWidget(self.buttons)
        self.resize(px(760), px(560))


def will_read(answer: Rereading) -> str:
    if answer.rule:
        return _("cannot be read, kept as typed")
    if answer.new_persons:
        return _("{value}, new: {names}").format(value=answer.shown, names="; ".join(answer.new_persons))
    return answer.shown
