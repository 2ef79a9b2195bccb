"""The cards of a cell: the value in force, its rivals and the claims, each with its sources and what they say."""

from __future__ import annotations

from collections.abc import Iterable

from parties_of_power.analysis.cells import CellReport
from parties_of_power.analysis.said import Rival, Said
from parties_of_power.domain.agreement import Agreement
from parties_of_power.domain.force import Hold
from parties_of_power.domain.observations import Certainty
from parties_of_power.texts import _
from parties_of_power.ui.views.inspector.blocks import Button, Card
from parties_of_power.ui.views.inspector.words import CLAIM, RIVAL, SOFT, Link, Span, Words, second, strong, text


def in_force_card(report: CellReport, said: Said) -> Card:
    state = in_force_words(report.cell.hold)
    first = Words((strong(said.text), text("  " + state, "accent_text", 11)), _certainty(said))
    words = [first, *_sources(said), *_details(said), *_note(said)]
    reason = said.observation.reason
    if reason:
        words.append(Words((second(_("Adopted because: {reason}").format(reason=reason), 11),)))
    if report.also_in:
        words.append(Words((text("✓ " + report.also_in, "agrees"),)))
    correct = Button(_("Correct…"), _("Correct {value}").format(value=said.text), Link("correct", said.id))
    spoken = ", ".join(filter(None, (word.plain for word in words)))
    return Card(tuple(words), "in_force", spoken, said.id, correct, before=8)


def rival_card(report: CellReport, rival: Rival) -> Card:
    """Orange where somebody has to settle it; grey where it differs by base or rounding only, with the reason why."""
    is_open = rival.agreement is Agreement.CONFLICT
    first: tuple[Span, ...] = (Span("", mark=RIVAL if is_open else SOFT), strong(rival.said.text))
    if rival.why_soft:
        first = (*first, second("  " + rival.why_soft, 11))
    words = [Words(first, _certainty(rival.said))]
    if report.attribute.validity in ("until_changed", "own_period") and rival.said.period:
        words.append(Words((second(rival.said.period),)))
    words += [*_sources(rival.said), *_details(rival.said), *_note(rival.said)]
    for other in rival.also:
        words += _sources(other, _("also: {source}"))
    kind = _("Rival") if is_open else _("Other value")
    return _other_card(rival.said, words, kind)


def claim_card(report: CellReport, claim: Said) -> Card:
    claimant = claim.observation.claimant
    words = [Words((Span("", mark=CLAIM), strong(claim.text)), _certainty(claim))]
    if claimant:
        words.append(Words((text(_("Claimed by {claimant}").format(claimant=claimant)),)))
    if report.attribute.validity != "timeless" and claim.period:
        words.append(Words((second(claim.period),)))
    words += [*_sources(claim), *_details(claim), *_note(claim)]
    return _other_card(claim, words, _("Claim"))


def in_force_words(hold: Hold) -> str:
    return {
        Hold.POSSIBLY: _("possibly in force"),
        Hold.LAST_ATTESTED: _("last attested"),
    }.get(hold, _("in force"))


def certainty_name(certainty: Certainty) -> str:
    return {"": "", "high": _("high"), "medium": _("medium"), "low": _("low")}[certainty]


def _other_card(said: Said, words: list[Words], kind: str) -> Card:
    adopt = Button(_("Adopt…"), _("Adopt {value}").format(value=said.text), Link("adopt", said.id))
    spoken = _("{kind}: {words}. Enter adopts it.").format(
        kind=kind, words=", ".join(filter(None, (word.plain for word in words)))
    )
    return Card(tuple(words), "other", spoken, said.id, adopt)


def _certainty(said: Said) -> tuple[Span, ...]:
    name = certainty_name(said.observation.certainty)
    return (second(name, 11),) if name else ()


def _sources(said: Said, words: str = "{source}") -> Iterable[Words]:
    """One line a citation, which opens its source; that there is none is said as well."""
    if not said.sources:
        yield Words((text(_("No source"), "doubt"),))
    for line, citation in zip(said.sources, said.observation.citations, strict=True):
        yield Words((Span(words.format(source=line), "second_text", link=Link("open", citation.source_id)),))


def _details(said: Said) -> Iterable[Words]:
    if said.details:
        yield Words((second(" · ".join(said.details)),))


def _note(said: Said) -> Iterable[Words]:
    if said.observation.note:
        yield Words((second(said.observation.note, 11),))
    if said.observation.coder:
        yield Words((second(_("Coded by {coder}").format(coder=said.observation.coder), 11),))
