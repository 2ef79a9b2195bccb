"""Step 5: who the names of the file are. Sure ones are counted; each other one is shown, to be chosen or left out."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.imports.proposals import Proposal
from parties_of_power.exchange.imports.subjects import Match
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Choice, Section

Name = tuple[SubjectKind, str]
_MOST_SHOWN = 60
_MOST_HIGH = 320
_UNDECIDED = -1


class NamesSection(Section):
    """`chosen` comes with the kind and text of a name and an id: 0 for nobody, None for not decided."""

    chosen = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__(5, _("Names and whom they mean"))
        self.boxes: dict[Name, Choice] = {}
        self.matches: dict[Name, Match] = {}
        self.made_of: object = None
        self.rest = QLabel(wordWrap=True)
        self.rest.setFont(font(12))
        self.room = QScrollArea(widgetResizable=True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.room)
        self.column.addWidget(self.rest)

    def show_draft(self, draft: Draft) -> None:
        """A name stays in its place when it has been decided, so that the decision can be seen and changed."""
        proposal = draft.proposal
        if proposal is None:
            return
        unsure = {(each.who.kind, each.who.name): each for each in proposal.unsure}
        decided = {(each.kind, each.name): each.subject_id for each in draft.plan.chosen}
        waiting = [name for name in unsure if name not in self.matches]
        waiting.sort(key=lambda name: not unsure[name].candidates)
        room = max(_MOST_SHOWN - sum(name in unsure for name in self.matches), 0)
        kept = [name for name in self.matches if name in unsure or name in decided]
        shown = {name: unsure.get(name) or self.matches[name] for name in (*kept, *waiting[:room])}
        made_of = draft.plan.new_rows, len(draft.study.catalogue.subjects), tuple(shown)
        if made_of != self.made_of:
            self._make_boxes(draft, shown)
        self.made_of = made_of
        self.matches = shown
        for name, match in shown.items():
            self.boxes[name].choose(decided.get(name, match.subject_id or _UNDECIDED))
        left = len([name for name in unsure if name not in shown])
        more = ngettext(
            "{count} more name is not sure; it comes here when those above are decided.",
            "{count} more names are not sure; they come here when those above are decided.",
            left,
        )
        self.rest.setText(more.format(count=left))
        self.rest.setVisible(bool(left))
        self.say(_about(proposal))

    def _make_boxes(self, draft: Draft, shown: dict[Name, Match]) -> None:
        focused = next((name for name, box in self.boxes.items() if box.hasFocus()), None)
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, px(16), 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for column, stretch in enumerate((2, 3, 3)):
            grid.setColumnStretch(column, stretch)
        self.boxes = {}
        for row, (name, match) in enumerate(shown.items()):
            title = QLabel(name[1], wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            title.setFont(font(13, SEMIBOLD))
            box = self._box(draft, name, match)
            why = QLabel(_why(draft.study, match), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            why.setFont(font(12))
            for place, widget in enumerate((title, box, why)):
                grid.addWidget(widget, row, place)
            self.boxes[name] = box
        self.room.setWidget(fresh)
        self.room.setFixedHeight(min(fresh.sizeHint().height(), px(_MOST_HIGH)) + px(4))
        self.room.setVisible(bool(shown))
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _box(self, draft: Draft, name: Name, match: Match) -> Choice:
        study, kind = draft.study, name[0]
        box = Choice(_("{name} is").format(name=name[1]))
        adds = draft.plan.new_rows == "add" and match.how in ("like", "nobody")
        box.offer(_("not decided: added as new, unless much alike") if adds else _("not decided: left out"), _UNDECIDED)
        box.offer(_("nobody: leave out"), 0)
        for subject_id, score in match.candidates:
            said = _("{name} · alike {score} %").format(name=_shown(study, subject_id), score=round(score * 100))
            box.offer(said, subject_id)
        listed = {subject_id for subject_id, _score in match.candidates}
        everyone = study.catalogue.states if kind == "state" else study.catalogue.parties
        others = [(_shown(study, each.id), each.id) for each in everyone if each.id not in listed]
        for text, subject_id in sorted(others):
            box.offer(text, subject_id)
        box.activated.connect(lambda _at: self._choose(name, box))
        return box

    def _choose(self, name: Name, box: Choice) -> None:
        subject_id = int(box.currentData())
        self.chosen.emit(*name, None if subject_id == _UNDECIDED else subject_id)


def _shown(study: Study, subject_id: int) -> str:
    return study.catalogue.shown_name(subject_id, study.as_of).text


def _why(study: Study, match: Match) -> str:
    how = {
        "spelling": _("another spelling: taken unless you choose otherwise"),
        "like": _("nobody bears the name itself"),
        "ambiguous": _("several may be meant"),
        "nobody": _("nobody is like it"),
    }.get(match.how, "")
    why = match.why if match.why and match.how != "spelling" else how
    if not match.candidates:
        return why
    subject_id, score = match.candidates[0]
    likest = _("{name} · alike {score} %").format(name=_shown(study, subject_id), score=round(score * 100))
    return f"{likest} · {why}"


def _about(proposal: Proposal) -> str:
    names = {(each.who.kind, each.who.name): each.is_sure for each in proposal.matches}
    count = Counter(names.values())
    sure = ngettext("{count} name is sure", "{count} names are sure", count[True]).format(count=count[True])
    unsure = ngettext("{count} is not", "{count} are not", count[False]).format(count=count[False])
    return f"{sure} · {unsure}"
