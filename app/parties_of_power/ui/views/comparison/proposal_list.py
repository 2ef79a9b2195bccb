"""The list of a proposal: cell by cell what is there, what would stand there, and what will happen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from parties_of_power.texts import _, ngettext
from parties_of_power.ui.listing import Field, ListPage
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.proposal import Proposal
from parties_of_power.ui.views.comparison.several import Place

TAKE, TAKE_ALL = 1, 2


@dataclass(frozen=True, slots=True)
class Line:
    place: Place
    subject: str
    column: str
    here: str
    text: str


class ProposalList(QDialog):
    """Answers TAKE for what fits, TAKE_ALL where texts that cannot be read are to be kept as typed."""

    def __init__(self, model: ComparisonModel, proposal: Proposal, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.model = model
        self.proposal = proposal
        self.refusals = {refused.place: refused.why for refused in proposal.refused}
        self.setWindowTitle(proposal.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page: ListPage[Line] = ListPage(proposal.title, self._fields(), _("Nothing changes."))
        self.page.show_rows(self._lines(), lambda one, other: one.place == other.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        self.whole = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.whole.setContentsMargins(px(16), 0, px(16), 0)
        self.page.chosen.connect(lambda line: self.whole.setText(self.what_happens(line) if line else ""))
        self.page.table.selectRow(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.whole)
        column.addWidget(self._buttons())
        self.resize(px(900), px(520))

    def what_happens(self, line: Line) -> str:
        """Asked for the lines in sight only: of each its sentence is as long as under a cell."""
        plan = self.proposal.plans.get(line.place)
        if plan is None:
            return self.refusals[line.place]
        return plan.sentence(self.proposal.pasting.study, self.proposal.pasting.citing)

    def _fields(self) -> list[Field[Line]]:
        return [
            Field(_("Row"), lambda line: line.subject, 180, is_strong=True),
            Field(_("Column"), lambda line: line.column, 130),
            Field(_("Here now"), lambda line: line.here, 120, is_quiet=True),
            Field(_("Would be"), lambda line: line.text, 120),
            Field(_("What happens"), self.what_happens),
        ]

    def _lines(self) -> list[Line]:
        """What does not fit first, then what changes; what is equal already is not listed."""
        wrong = [place for place, plan in self.proposal.plans.items() if not plan.fits]
        changing = [place for place, plan in self.proposal.plans.items() if plan.fits and plan.changes]
        refused = [self._line(each.place, each.text) for each in self.proposal.refused]
        texts = {place: plan.words() for place, plan in self.proposal.plans.items()}
        return [*refused, *(self._line(place, texts[place]) for place in (*wrong, *changing))]

    def _line(self, place: Place, text: str) -> Line:
        row, column = place
        is_here = row < self.model.rowCount() and column < self.model.columnCount()
        title = self.model.headers[column].title if column < self.model.columnCount() else ""
        subject = (
            self.model.cell(row, 0).text if row < self.model.rowCount() else _("row {number}").format(number=row + 1)
        )
        return Line(place, subject, title, self.model.cell(row, column).text if is_here else "", text)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        box.setContentsMargins(px(16), 0, px(16), 0)
        box.rejected.connect(self.reject)
        count = self.proposal.unreadable
        if count:
            words = ngettext(
                "Take all, {count} kept as typed and marked wrong",
                "Take all, {count} kept as typed and marked wrong",
                count,
            )
            every = box.addButton(words.format(count=count), QDialogButtonBox.ButtonRole.ActionRole)
            every.clicked.connect(partial(self.done, TAKE_ALL))
        words = ngettext("Take the {count} that fits", "Take the {count} that fit", self.proposal.fitting)
        take = box.addButton(words.format(count=self.proposal.fitting), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setEnabled(self.proposal.changing > 0)
        take.setDefault(True)
        box.accepted.connect(partial(self.done, TAKE))
        return box
