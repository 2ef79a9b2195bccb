"""What a text in a cell would do, said before it is done: the decisions behind `typing`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.observations import Missing, Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study import typing_words as clause
from parties_of_power.study.cells import Cell
from parties_of_power.study.edits.naming import observation_words
from parties_of_power.study.edits.observations import adopt_observation
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.placing import put, put_new, way_of, words_of
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said
from parties_of_power.texts import _

Act = Callable[[Study, str, Missing], int | None]
TypingKind = Literal["correct", "rival", "new", "adopt", "same", "wrong", "clear"]


@dataclass(frozen=True, slots=True)
class Typing:
    """What will happen, said before it does. `value` is canonical, and blank for a text that could not be read or
    names a person who is yet to be added; `observation_id` is what stays, is corrected or adopted."""

    sentence: str
    kind: TypingKind
    act: Act
    value: str = ""
    observation_id: int | None = None

    def apply(self, study: Study, reason: str = "", missing: Missing = "") -> int | None:
        """The observation that says what was typed. Only clearing a cell takes a missing reason, and needs one."""
        return self.act(study, reason, missing)


def decided(cell: Cell, said: Said, coder: str) -> tuple[TypingKind, Observation | None]:
    """What an answer does, without the words for it, and the observation that stays, is adopted, corrected or becomes
    a rival."""
    if cell.shown is not None and said.is_said_by(cell.shown, cell.kind):
        return "same", cell.shown
    # What still holds in a year need not be said again, but it may have been measured anew.
    holds_on = cell.attribute.validity != "last_known"
    if cell.before is not None and holds_on and said.is_said_by(cell.before, cell.kind):
        return "same", cell.before
    rival = None if said.missing else cell.rival_saying(said)
    if rival is not None:
        return "adopt", rival
    return ("wrong" if said.is_wrong else way_of(cell, coder)), cell.shown


def answered(study: Study, cell: Cell, said: Said, citing: Cite | None) -> Typing:
    kind, about = decided(cell, said, study.coder)
    if kind == "same" and about is not None:
        return _same(cell, about, said)
    if kind == "adopt" and about is not None:
        return _adopted(study, cell, about)

    def act(on: Study, reason: str, _missing: Missing) -> int:
        return put(on, cell, said, citing, reason)

    return Typing(
        _sentence_of_answer(study, cell, said, citing), kind, act, said.value, cell.shown.id if cell.shown else None
    )


def changed(study: Study, cell: Cell, shown: Observation, said: Said, citing: Cite | None) -> Typing:
    """A value measured anew may be the same; one that lasts until it changes has not changed then."""
    if cell.attribute.validity != "last_known" and said.is_said_by(shown, cell.kind):
        return _same(cell, shown, said)

    def act(on: Study, reason: str, _missing: Missing) -> int:
        return put_new(on, cell, said, citing, reason)

    keeps = clause.keeps(study, shown)
    if said.is_wrong:
        return Typing(clause.sentence(clause.keeps_as_typed(said.typed, said.rule), keeps), "wrong", act)
    source = clause.citing_words(study, citing)
    sentence = clause.sentence(
        clause.new_value_of(study, cell),
        clause.cites(source),
        keeps,
        clause.adds_persons(said.new_persons),
    )
    return Typing(sentence, "new", act, said.value)


def emptied(study: Study, cell: Cell, citing: Cite | None) -> Typing:
    shown = cell.stands
    if shown is None or shown.missing:
        return Typing(clause.nothing_typed(), "same", _stays(shown))

    def act(on: Study, reason: str, missing: Missing) -> int:
        if not missing:
            raise EditRefused(_("Choose a missing reason: it says why there is no value any more."))
        return cleared(on, cell, missing, citing, reason)

    return Typing(clause.clears(observation_words(study, shown.id)), "clear", act, "", shown.id)


def cleared(study: Study, cell: Cell, missing: Missing, citing: Cite | None, reason: str) -> int:
    said = Said(missing=missing)
    if cell.stands is not None and said.is_said_by(cell.stands, cell.kind):
        return cell.stands.id
    return put(study, cell, said, citing, reason)


def _sentence_of_answer(study: Study, cell: Cell, said: Said, citing: Cite | None) -> str:
    shown, new, source = cell.shown, words_of(cell, said), clause.citing_words(study, citing)
    added = clause.adds_persons(said.new_persons)
    is_own = cell.is_own(study.coder)
    if said.is_wrong:
        after = clause.gives_way(study, shown, is_own) if shown else ""
        return clause.sentence(clause.keeps_as_typed(said.typed, said.rule), after)
    if shown is None:
        stays = clause.keeps(study, cell.before) if cell.before else ""
        return clause.sentence(clause.new_value_of(study, cell), clause.cites(source), stays, added)
    if is_own and shown.missing:
        return clause.sentence(clause.fills(observation_words(study, shown.id), new), clause.cites(source), added)
    if is_own:
        return clause.sentence(clause.corrects(observation_words(study, shown.id), new), clause.cites(source), added)
    return clause.sentence(clause.adopts_new(new, shown.period, source), clause.becomes_rival(study, shown), added)


def _same(cell: Cell, shown: Observation, said: Said) -> Typing:
    return Typing(clause.same(words_of(cell, said)), "same", _stays(shown), shown.value, shown.id)


def _adopted(study: Study, cell: Cell, rival: Observation) -> Typing:
    def act(on: Study, reason: str, _missing: Missing) -> int:
        adopt_observation(on, rival.id, reason, day=cell.day)
        return rival.id

    after = clause.becomes_rival(study, cell.shown) if cell.shown else ""
    sentence = clause.sentence(clause.adopts_rival(study, rival), after)
    return Typing(sentence, "adopt", act, rival.value, rival.id)


def _stays(shown: Observation | None) -> Act:
    def act(_on: Study, _reason: str, _missing: Missing) -> int | None:
        return shown.id if shown else None

    return act
