"""The page of a cell: its value in force, who says it, who says otherwise, how it was before, and how it is coded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parties_of_power.analysis.cells import CellReport
from parties_of_power.analysis.said import Said
from parties_of_power.analysis.series import Point
from parties_of_power.domain.attributes import Attribute, validity_name
from parties_of_power.domain.dates import DateError, PartialDate, Period, civil, spoken
from parties_of_power.domain.force import Hold
from parties_of_power.domain.kinds import kind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.inspector.blocks import Block, Button, Buttons, Row, Sheet
from parties_of_power.ui.views.inspector.cards import claim_card, in_force_card, rival_card
from parties_of_power.ui.views.inspector.colours import mark_of
from parties_of_power.ui.views.inspector.computed import computed_blocks
from parties_of_power.ui.views.inspector.edits import edit_rows
from parties_of_power.ui.views.inspector.headings import heading, one_line
from parties_of_power.ui.views.inspector.over_time import over_time
from parties_of_power.ui.views.inspector.statements import statement_rows
from parties_of_power.ui.views.inspector.words import LINE, Link, Span, Words, second, text

MOST_STATEMENTS = 5
SHORT_NAME = 20


def cell_page(
    report: CellReport, other_claims: Sequence[Said], points: Sequence[Point], catalogue: Catalogue
) -> tuple[Block, ...]:
    """`points` is the cell over time, which does not depend on the day; `other_claims` are those of other days."""
    return (
        _head(report, catalogue),
        *_answers(report, other_claims),
        *(computed_blocks(report.computed) if report.computed else ()),
        *(() if report.attribute.is_computed else (_add_buttons(report),)),
        *over_time(report, points, catalogue),
        *_before_and_after(report),
        *_codebook(report.attribute),
        *_statements(report, catalogue),
        *_history(report),
    )


def _head(report: CellReport, catalogue: Catalogue) -> Sheet:
    """Whose cell it is, the value large, and in grey since when, of which election, how old."""
    subject = catalogue.subjects[report.subject_id]
    name = report.attribute.name
    # A short name of two words is not torn apart.
    name = name.replace(" ", "\u00a0") if len(name) <= SHORT_NAME else name
    above = _("{subject} · {attribute}").format(subject=report.subject_name, attribute=name)
    if report.read_at:
        above = _("{cell} · {moment}").format(cell=above, moment=report.read_at)
    rows = [Row((Words((Span("", mark=mark_of(subject, catalogue)), second(above))),))]
    rows.append(Row((Words(large(report)),), room=2))
    sentences = LINE.join(report.sentences)
    if sentences:
        rows.append(Row((Words((second(sentences),)),)))
    if report.doubt:
        rows.append(Row((Words((text(report.doubt, "doubt"),)),)))
    if report.cell.state == "wrong" and not (report.computed and report.computed.note):
        rule = _("This cannot be read. {rule}").format(rule=kind(report.attribute.kind).rule)
        rows.append(Row((Words((text(rule, "wrong"),)),)))
    return Sheet(tuple(rows))


def large(report: CellReport) -> tuple[Span, ...]:
    """What the cell reads, by its state: a value bold, a missing reason in italics, a computed state upright grey."""
    state, hold = report.cell.state, report.cell.hold
    if state == "wrong":
        return (Span(report.value, "wrong", 24, "bold"),)
    if state in ("missing", "empty"):
        return (Span(report.value, "second_text", 20, italic=True),)
    if state in ("not_founded", "ended"):
        return (Span(report.value, "second_text", 20),)
    words = date_in_words(report.cell.value) if report.attribute.kind == "date" else ""
    role = "second_text" if hold is Hold.LAST_ATTESTED else "text"
    value = Span(words or report.value, role, 24, "bold")
    return (Span("≈ ", "doubt", 24, "bold"), value) if hold is Hold.POSSIBLY else (value,)


def date_in_words(value: str) -> str:
    """A date of the study as it is said; blank for what is none."""
    try:
        return PartialDate.parse(value).describe()
    except DateError:
        return ""


def _answers(report: CellReport, other_claims: Sequence[Said]) -> Iterable[Block]:
    if report.in_force:
        yield in_force_card(report, report.in_force)
    if report.rivals:
        title = _("Rivals")
        if report.attribute.validity == "until_changed":
            title = _("Rivals on {day}").format(day=spoken(report.day))
        yield heading(title, report.rival_count)
        yield from (rival_card(report, rival) for rival in report.rivals)
    claims = (*report.claims, *other_claims)
    if claims:
        yield heading(_("Claims"), str(len(claims)))
        yield from (claim_card(report, claim) for claim in claims)
    if report.other_days:
        yield one_line(*_other_days(report.other_days), before=8)


def _other_days(others: Sequence[Said]) -> Iterable[Span]:
    count = ngettext("{count} more rival on other days:", "{count} more rivals on other days:", len(others))
    yield second(count.format(count=len(others)) + " ", 11)
    for place, said in enumerate(others):
        words = _("{value} ({period})").format(value=said.text, period=said.period) if said.period else said.text
        if place:
            yield second("; ", 11)
        yield Span(words, "second_text", 11, link=_link_to_day(said.observation.period))


def _add_buttons(report: CellReport) -> Buttons:
    cell = {"subject": report.subject_name, "attribute": report.attribute.name}
    buttons = [
        Button(_("+ Value"), _("Add a value for {attribute} of {subject}").format(**cell), Link("add_value")),
    ]
    if report.in_force:
        spoken_source = _("Add a source for {value}").format(value=report.in_force.text)
        buttons.append(Button(_("+ Source"), spoken_source, Link("cite", report.in_force.id)))
    return Buttons(tuple(buttons))


def _before_and_after(report: CellReport) -> Iterable[Block]:
    """Every adopted value with its period; pressing one moves the as-of day there."""
    values = report.before_and_after
    if len(values) < 2:
        return
    yield heading(_("Before and after"))
    now = report.in_force.id if report.in_force else 0
    rows = tuple(_dated_row(said, said.id == now) for said in values)
    yield Sheet(rows, "dated", before=4, name=_("Before and after"))
    if any(row.cells[2].plain.startswith("≈") for row in rows):
        doubt = _("possibly in force: the source says only about when it began or ended.")
        yield one_line(Span("≈ ", "doubt", 12, "bold"), second(doubt))


def _dated_row(said: Said, is_now: bool) -> Row:
    period = said.observation.period
    is_value = not said.observation.missing and not said.observation.wrong
    value = Span(said.text, "text" if is_value else "second_text", 12, "semibold" if is_now else "normal", not is_value)
    remark = Words((second(_remark(said), 11),))
    return Row(
        (Words((second(_without_attested(said)),)), Words((value,)), remark),
        _link_to_day(period),
        is_current=is_now,
        ruled=True,
        room=3,
    )


def _without_attested(said: Said) -> str:
    """The period in short; the day on which it was last attested stands on the right."""
    return said.period.partition(",")[0] if said.observation.attested else said.period


def _remark(said: Said) -> str:
    """`≈ 2002`: the years in which it holds only possibly; `att. 2023`: when it was last attested."""
    period = said.observation.period
    if said.observation.attested and period.end_state == "unknown":
        return _("att. {year}").format(year=said.observation.attested[:4])
    ends = [(period.start_earliest, period.start_latest), (period.end_earliest, period.end_latest)]
    years = {civil(late)[0] for early, late in ends if early is not None and late is not None and early != late}
    if not years or period.is_single:
        return ""
    return _("≈ {years}").format(years=", ".join(map(str, sorted(years))))


def _link_to_day(period: Period) -> Link | None:
    """To the first day on which it surely holds."""
    day = period.start_latest if period.start_latest is not None else period.end_earliest
    return None if day is None or period.is_timeless else Link("as_of", day)


def _codebook(attribute: Attribute) -> Iterable[Block]:
    yield heading(_("Codebook"))
    holds = _("computed") if attribute.is_computed else validity_name(attribute.validity)
    parts = [kind(attribute.kind).name, attribute.unit, holds, attribute.source_variable]
    known = second(" " + " · ".join(filter(None, parts)), 11)
    words = [text(attribute.definition), known] if attribute.definition else [known]
    rows = [Row((Words(tuple(words)),), Link("codebook", attribute.id))]
    if attribute.coding_rule:
        rows.append(Row((Words((second(attribute.coding_rule, 11),)),), room=2))
    yield Sheet(tuple(rows), before=4, name=_("Codebook"))


def _statements(report: CellReport, catalogue: Catalogue) -> Iterable[Block]:
    """The first few; the profile of the subject has all."""
    if not report.statements:
        return
    yield heading(_("Said about {subject}").format(subject=report.subject_name), str(len(report.statements)))
    rows = list(statement_rows(report.statements, catalogue))
    more = len(rows) - MOST_STATEMENTS
    if more > 0:
        words = ngettext("{count} more in the profile", "{count} more in the profile", more).format(count=more)
        rows[MOST_STATEMENTS:] = [
            Row((Words(()), Words((text(words, "accent_text"),))), Link("select", report.subject_id))
        ]
    yield Sheet(tuple(rows), "marked", before=4, name=_("Statements"))


def _history(report: CellReport) -> Iterable[Block]:
    rows = edit_rows(report.history)
    if rows:
        yield heading(_("History of this cell"), str(len(rows)))
        yield Sheet(rows, "dated", before=4, name=_("History of this cell"))
