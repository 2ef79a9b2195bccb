"""What the hands of a spreadsheet user do with the selected cells: copy, cut, paste, fill, delete, and what is shown
before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.observations import Missing
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.tables.clipboard import clip_of, to_clipboard
from parties_of_power.ui.views.comparison.bar import ENTER
from parties_of_power.ui.views.comparison.charting import chart_selected
from parties_of_power.ui.views.comparison.citing import cite_as_above, cite_selected, open_citation
from parties_of_power.ui.views.comparison.fill import dragged, filled
from parties_of_power.ui.views.comparison.ghosts import Ghost, Ghosts
from parties_of_power.ui.views.comparison.missing import ask_reason
from parties_of_power.ui.views.comparison.moving import blocks_of
from parties_of_power.ui.views.comparison.proposal import Block, Proposal, Texts, propose, proposed_paste, taken
from parties_of_power.ui.views.comparison.proposal_bar import ProposalBar
from parties_of_power.ui.views.comparison.proposal_list import TAKE, TAKE_ALL, ProposalList
from parties_of_power.ui.views.comparison.several import Place, columns_of, copied, give_reason

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView


class Hands(QObject):
    """Whatever does not fit, or changes a value that cites a source, is shown in `bar` first. A proposal holds for the
    table as it is: when that changes, it is given up."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(view)
        self.view = view
        self.model = view.table
        self.workspace = view.table.workspace
        self.bar = ProposalBar()
        self.proposal: Proposal | None = None
        self.bar.taken.connect(self.take)
        self.bar.taken_with_rows.connect(lambda: self.take(with_rows=True))
        self.bar.cancelled.connect(self.cancel)
        self.bar.list_wanted.connect(self.show_list)
        for signal in (self.model.shown_changed, self.model.modelReset, self.workspace.as_of_changed):
            signal.connect(lambda *_told: self.forget())
        self.workspace.citing_changed.connect(self.forget)

    def copy(self, *, with_titles: bool = False) -> None:
        places = self.view.places()
        if not places:
            return
        titles = [self.model.headers[column].title for column in columns_of(places)] if with_titles else []
        QGuiApplication.clipboard().setMimeData(to_clipboard(copied(self.model, places), titles))
        words = ngettext("{count} cell copied", "{count} cells copied", len(places))
        self._say(words.format(count=len(places)))

    def copy_with_headers(self) -> None:
        self.copy(with_titles=True)

    def cut(self) -> None:
        """Copy, and ask what is to stand there instead."""
        self.copy()
        self.delete_value()

    def paste(self) -> None:
        clip, blocks = clip_of(QGuiApplication.clipboard().mimeData()), blocks_of(self.view)
        if not clip.height or not blocks:
            self._say(_("There are no cells on the clipboard."))
        elif self.workspace.may_edit():
            self.offer(proposed_paste(self.model, clip, blocks))

    def fill_down(self) -> None:
        self._fill(filled(self.model, blocks_of(self.view), down=True))

    def fill_right(self) -> None:
        self._fill(filled(self.model, blocks_of(self.view), down=False))

    def fill_series(self) -> None:
        """Down; to the right where the selection is one row."""
        blocks = blocks_of(self.view)
        down = any(bottom > top for top, _left, bottom, _right in blocks)
        self._fill(filled(self.model, blocks, down=down, as_series=True))

    def fill_by_dragging(self, block: Block, target: Block, *, as_series: bool) -> None:
        if target != block:
            self._fill(dragged(self.model, block, target, as_series=as_series))

    def offer(self, proposal: Proposal, *, ask: bool = False) -> None:
        """Do it at once where nothing needs to be asked, else, or with `ask`, show what would happen."""
        if proposal.is_plain and not ask:
            self._do(proposal)
            return
        self.proposal = proposal
        self._show_ghosts(proposal)
        self.view.proposing.emit(True)
        self.bar.say(proposal)
        changing = [place for place, plan in proposal.plans.items() if plan.changes]
        if ask and changing:
            self.view.scrollTo(self.model.index(*changing[0]))

    def take(self, *, only_fitting: bool = True, with_rows: bool = False) -> None:
        if self.proposal is not None and (self.proposal.changing or with_rows or not only_fitting):
            self._do(self.proposal, only_fitting=only_fitting, with_rows=with_rows)

    def cancel(self) -> None:
        if self.forget():
            self._say(_("Nothing was changed."))

    def forget(self) -> bool:
        """Give the proposal up; whether there was one."""
        focused = QApplication.focusWidget()
        had_one, had_focus = self.proposal is not None, focused is not None and self.bar.isAncestorOf(focused)
        if had_one:
            self.proposal = None
            self._show_ghosts(None)
            self.bar.hide()
            self.view.proposing.emit(False)
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return had_one

    def show_list(self) -> None:
        if self.proposal is None:
            return
        answer = ProposalList(self.model, self.proposal, self.view.window()).exec()
        if answer in (TAKE, TAKE_ALL):
            self.take(only_fitting=answer == TAKE)

    def delete_value(self) -> None:
        """Ask for the missing reason that the selected cells are to have."""
        if not self.workspace.may_edit():
            return
        if not any(self.model.attribute(column) for _row, column in self.view.places()):
            self._say(_("Names and ranks stay: only values can be deleted here."))
            return
        index = self.view.currentIndex()
        corner = self.view.cell_rect(index.row(), index.column()).bottomLeft()
        ask_reason(self.view, self.view.viewport().mapToGlobal(corner), self.give_reason)

    def give_reason(self, missing: Missing) -> None:
        done = give_reason(self.model, self.view.places(), missing)
        if done:
            words = ngettext(
                "{count} value taken out; its rivals stay", "{count} values taken out; their rivals stay", done
            )
            self._say(words.format(count=done))

    def chart_selected(self) -> None:
        chart_selected(self.view)

    def cite_selected(self) -> None:
        cite_selected(self.view)

    def cite_as_above(self) -> None:
        cite_as_above(self.view)

    def open_citation(self) -> None:
        open_citation(self.view)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key was for the hands. Enter and Escape answer what is proposed."""
        if self.proposal is not None and event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return True
        if self.proposal is not None and event.key() in ENTER:
            self.take()
            return True
        act = next((act for keys, act in self._keys() if _is_pressed(event, keys)), None)
        if act is not None:
            act()
        return act is not None

    def _keys(self) -> tuple[tuple[QKeySequence.StandardKey | str, Callable[[], object]], ...]:
        standard = QKeySequence.StandardKey
        return (
            (standard.Copy, self.copy),
            ("Ctrl+Shift+C", self.copy_with_headers),
            (standard.Cut, self.cut),
            (standard.Paste, self.paste),
            (standard.SelectAll, self.view.selectAll),
            ("Ctrl+D", self.fill_down),
            ("Ctrl+R", self.fill_right),
            ("Ctrl+Shift+D", self.fill_series),
            ("Ctrl+'", self.cite_as_above),
            ("Ctrl+Shift+'", self.cite_selected),
            ('Ctrl+Shift+"', self.cite_selected),  # the same keys of an American keyboard, as Qt tells them
            ("Ctrl+L", self.open_citation),
        )

    def _fill(self, texts: Texts) -> None:
        count = len(texts)
        if not count:
            self._say(_("There is nothing to fill with: a value goes on from the first cell of the selection."))
        elif self.workspace.may_edit():
            words = ngettext("Fill {count} cell", "Fill {count} cells", count).format(count=count)
            self.offer(propose(self.model, words, words, texts))

    def _do(self, proposal: Proposal, *, only_fitting: bool = True, with_rows: bool = False) -> None:
        done = taken(self.model, proposal, only_fitting=only_fitting, with_rows=with_rows)
        if done is None:
            return  # the user was told why, and may try again
        self.forget()
        left = len(proposal.refused) + (proposal.unreadable if only_fitting else 0)
        words = [
            _("{title}: {done}").format(
                title=proposal.title,
                done=ngettext("{count} cell changed", "{count} cells changed", done).format(count=done),
            )
        ]
        if left:
            words.append(ngettext("{count} left out", "{count} left out", left).format(count=left))
        self._say(" · ".join(words))

    def _show_ghosts(self, proposal: Proposal | None) -> None:
        ghosts: Mapping[Place, Ghost] = Ghosts(self.model, proposal) if proposal else {}
        for grid in self.view.grids:
            grid.ghosts = ghosts
            grid.viewport().update()

    def _say(self, words: str) -> None:
        self.workspace.message.emit(words)


def _is_pressed(event: QKeyEvent, keys: QKeySequence.StandardKey | str) -> bool:
    if isinstance(keys, str):
        pressed = QKeySequence(event.keyCombination())
        return pressed == QKeySequence(keys)
    return event.matches(keys)
