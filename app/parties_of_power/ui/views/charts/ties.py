"""A matrix of ties: how often every two parties are tied, concluded and proposed, of one form or of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from parties_of_power.analysis.wording import tie_form_name
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.events import TIE_FORMS, Tie
from parties_of_power.texts import N_, _, ngettext
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.reading import Reader, Row
from parties_of_power.ui.views.charts.wanted import Option, Wanted

ALL = "all"
FORM_TITLES = {
    "agreement": N_("Agreements"),
    "consultation": N_("Consultations"),
    "forum": N_("Forums"),
    "party school": N_("Party schools"),
    "congress guest": N_("Guests at congresses"),
}
FORM = Option("form", N_("Ties"), ((ALL, N_("All")), *((form, FORM_TITLES[form]) for form in TIE_FORMS)))
OPTIONS = (FORM,)
Pair = tuple[int, int]


def of_parties(attribute: Attribute) -> bool:
    """Ties are between parties: any attribute of theirs says that parties are compared."""
    return attribute.subject_kind == "party"


@dataclass(frozen=True, slots=True)
class Member:
    subject_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Tied:
    """Of two parties, by their places in the matrix; the earlier one is the column."""

    row: int
    column: int
    concluded: int
    proposed: int
    tip: str


@dataclass(frozen=True, slots=True)
class TiesDrawing:
    members: tuple[Member, ...]
    tied: tuple[Tied, ...]

    @property
    def most(self) -> int:
        return max((tied.concluded for tied in self.tied), default=1) or 1


def read(reader: Reader, wanted: Wanted) -> Picture[TiesDrawing]:
    rows = reader.rows(wanted.question)
    form = wanted.answer(FORM)
    shown = {row.subject_id for row in rows}
    ties = [tie for tie in reader.ties() if form in (ALL, tie.form) and len(shown.intersection(tie.party_ids)) > 1]
    counts = {status: _by_pair(ties, status, shown) for status in ("concluded", "proposed")}
    members = _members(rows, counts["concluded"] + counts["proposed"], by_value=wanted.by_value)
    drawing = TiesDrawing(members, _tied(members, counts, ties))
    nothing = "" if ties else _("No tie joins two parties of this comparison.")
    spoken = "; ".join(tied.tip for tied in drawing.tied)
    return Picture(_words(reader, ties, form, len(rows) - len(members)), _listing(drawing), drawing, spoken, nothing)


def _by_pair(ties: Sequence[Tie], status: str, shown: set[int]) -> Counter[Pair]:
    """A tie of three parties counts for each of its pairs."""
    return Counter(
        pair
        for tie in ties
        if tie.status == status
        for pair in combinations(sorted(shown.intersection(tie.party_ids)), 2)
    )


def _members(rows: Sequence[Row], pairs: Counter[Pair], *, by_value: bool) -> tuple[Member, ...]:
    """Those with a tie, the most tied first or as in the table."""
    each: Counter[int] = Counter()
    for pair, count in pairs.items():
        for subject_id in pair:
            each[subject_id] += count
    tied = [Member(row.subject_id, row.name) for row in rows if each[row.subject_id]]
    return tuple(sorted(tied, key=lambda member: -each[member.subject_id]) if by_value else tied)


def _tied(members: Sequence[Member], counts: dict[str, Counter[Pair]], ties: Sequence[Tie]) -> tuple[Tied, ...]:
    found = []
    for row, one in enumerate(members):
        for column, other in enumerate(members[:row]):
            low, high = sorted((one.subject_id, other.subject_id))
            concluded, proposed = counts["concluded"][low, high], counts["proposed"][low, high]
            if concluded or proposed:
                tip = _tip(one, other, [tie for tie in ties if {low, high} <= set(tie.party_ids)])
                found.append(Tied(row, column, concluded, proposed, tip))
    return tuple(found)


def _tip(one: Member, other: Member, ties: Sequence[Tie]) -> str:
    status = {"concluded": _("concluded"), "proposed": _("proposed")}
    said = [
        ", ".join(filter(None, [tie_form_name(tie.form), status[tie.status], tie.date.describe() if tie.date else ""]))
        for tie in ties
    ]
    return _("{one} and {other}: {ties}").format(one=one.name, other=other.name, ties="; ".join(said))


def _words(reader: Reader, ties: Sequence[Tie], form: str, untied: int) -> Words:
    concluded = sum(tie.status == "concluded" for tie in ties)
    counted = ngettext(
        "{count} tie: {concluded} concluded, {proposed} proposed",
        "{count} ties: {concluded} concluded, {proposed} proposed",
        len(ties),
    ).format(count=len(ties), concluded=concluded, proposed=len(ties) - concluded)
    without = ngettext("{count} party without a tie", "{count} parties without a tie", untied).format(count=untied)
    cited = Counter(citation.source_id for tie in ties for citation in tie.citations)
    sources = words.listed_sources(reader.catalogue, cited)
    note = _("An empty field says that no report was found, not that nothing was agreed.")
    what = _("ties of all forms and days, counted by pair") if form == ALL else _(FORM_TITLES[form])
    return Words(
        _("Who meets whom"),
        _("{what}; bold: concluded; dashed ring: proposed").format(what=what),
        words.BETWEEN.join([counted, without, _("a tie of three parties counts for each of its pairs")]),
        " ".join(filter(None, [sources and f"{sources}.", note])),
    )


def _listing(drawing: TiesDrawing) -> Listing:
    rows = tuple(
        ListedRow(
            drawing.members[tied.row].subject_id,
            (
                drawing.members[tied.row].name,
                drawing.members[tied.column].name,
                str(tied.concluded),
                str(tied.proposed),
            ),
        )
        for tied in drawing.tied
    )
    return Listing((_("Name"), _("With"), _("Concluded"), _("Proposed")), rows, frozenset({2, 3}))
