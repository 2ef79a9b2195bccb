"""Statements as rows: the place in the source, what kind of statement it is, what it says, and who claims it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parties_of_power.domain.events import Statement, StatementKind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui.views.inspector.blocks import Row
from parties_of_power.ui.views.inspector.words import Link, Words, second, text

# What is asserted comes before what is only mentioned.
_ORDER: tuple[StatementKind, ...] = ("proposal", "claim", "assessment", "mention")


def statement_rows(statements: Sequence[Statement], catalogue: Catalogue) -> Iterable[Row]:
    for statement in sorted(statements, key=lambda each: (_ORDER.index(each.kind), each.key, each.id)):
        place, _divider, elsewhere = statement.locator.partition(";")
        words = [second(statement_kind_name(statement.kind) + "  ", 11), text(statement.restatement)]
        if elsewhere:
            words.append(second(_("  also {places}").format(places=elsewhere.strip()), 11))
        if statement.claimant:
            words.append(second("  " + statement.claimant, 11))
        yield Row(
            (Words((text(place or _("source"), "accent_text", 11),)), Words(tuple(words))),
            _link(statement, catalogue),
            room=2,
        )


def statement_kind_name(kind: StatementKind) -> str:
    return {
        "mention": _("Mention"),
        "claim": _("Claim"),
        "proposal": _("Proposal"),
        "assessment": _("Assessment"),
    }[kind]


def _link(statement: Statement, catalogue: Catalogue) -> Link | None:
    return Link("open", statement.source_id) if statement.source_id in catalogue.sources else None
