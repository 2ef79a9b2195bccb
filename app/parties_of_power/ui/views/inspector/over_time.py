"""A cell over time: numbers as a small chart, other answers as bars below the names of the subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor

from parties_of_power.analysis.cells import CellReport
from parties_of_power.analysis.headers import scale_range
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.analysis.series import Point
from parties_of_power.domain.days import civil, today
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Span
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import Name
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui import palette
from parties_of_power.ui.theme import party_colour, tokens
from parties_of_power.ui.views.inspector import words
from parties_of_power.ui.views.inspector.blocks import Bars, Block, Chart, Lane, Mark, Row, Said, Segment, Sheet
from parties_of_power.ui.views.inspector.headings import heading
from parties_of_power.ui.views.inspector.words import Span as Text
from parties_of_power.ui.views.inspector.words import Words, second

YEAR = 366


def over_time(report: CellReport, points: Sequence[Point], catalogue: Catalogue) -> Iterable[Block]:
    """Nothing for what is timeless, or was never coded."""
    if report.attribute.validity == "timeless" or not points:
        return
    if not kind(report.attribute.kind).is_numeric:
        yield from _bars(report, points, catalogue)
        return
    numbers = tuple(mark for point in points if (mark := _mark(point, report)) is not None)
    if numbers:
        yield from _chart(report, numbers, catalogue)


def _chart(report: CellReport, marks: tuple[Mark, ...], catalogue: Catalogue) -> Iterable[Block]:
    attribute = report.attribute
    title = _("Over elections") if attribute.group.casefold() == "elections" else _("Over time")
    yield heading(title, attribute.unit or scale_range(attribute.source_scale), size=11)
    colour = party_colour(catalogue.subjects[report.subject_id], catalogue).line.name()
    has_steps = attribute.is_computed or attribute.validity == "last_known"
    yield Chart(marks, report.day, colour, has_steps, spoken(marks))
    yield Sheet((Row((Words(tuple(_key(marks, colour, report)), _interval(marks, report)),)),), before=2)


def _key(marks: Sequence[Mark], colour: str, report: CellReport) -> Iterable[Text]:
    """What the marks of this chart mean."""
    meanings = {
        "adopted": (words.Mark("dot", colour), _("in force")),
        "rival": (words.RIVAL, _("rival")),
        "soft": (words.SOFT, _("other base or rounding")),
        "claim": (words.CLAIM, _("claim")),
    }
    shown = {mark.relation for mark in marks}
    for relation, (mark, meaning) in meanings.items():
        if relation in shown:
            yield Text(meaning + "   ", "second_text", 11, mark=mark)


def _interval(marks: Sequence[Mark], report: CellReport) -> tuple[Text, ...]:
    if not any(mark.low is not None for mark in marks):
        return ()
    said = report.in_force.observation.interval if report.in_force else ""
    return (second(said or _("with interval"), 11),)


def _mark(point: Point, report: CellReport) -> Mark | None:
    """A value as the chart draws it; one that agrees with what is adopted would lie behind it."""
    if point.number is None or point.relation == "agrees" or point.day_min <= ALWAYS_BEFORE:
        return None
    last = point.day_max if point.day_max < ALWAYS_AFTER else point.day_min
    is_now = report.in_force is not None and report.in_force.id == point.observation_id
    if report.attribute.is_computed:
        is_now = point.day_min <= report.day <= point.until
    until = max(min(point.until, today()), last)
    return Mark(point.day_min, last, until, point.number, point.low, point.high, point.text, point.relation, is_now)


def spoken(marks: Sequence[Mark]) -> str:
    """The values of a chart for a screen reader."""
    relation = {"adopted": "", "rival": _("rival"), "soft": _("other base or rounding"), "claim": _("claim")}
    told = (" ".join(filter(None, [str(civil(mark.first)[0]), mark.text, relation[mark.relation]])) for mark in marks)
    return "; ".join(told)


def _bars(report: CellReport, points: Sequence[Point], catalogue: Catalogue) -> Iterable[Block]:
    adopted = [point for point in points if point.standing == "adopted" and point.day_min > ALWAYS_BEFORE]
    if not adopted:
        return
    subject = catalogue.subjects[report.subject_id]
    last = max(_last_day(adopted), min(bounds_of(*catalogue.life_of(subject.id)).last, today()))
    answers = Lane(tuple(_segments(adopted, report.in_force.id if report.in_force else 0, last)), _rivals(points, last))
    names = name_lane(catalogue, report.subject_id, report.day, last) if subject.kind == "party" else None
    lanes = (names, answers) if names else (answers,)
    title = _("Names and {attribute} over time") if names else _("{attribute} over time")
    shown_name = report.attribute.name if not names else report.attribute.name[:1].lower() + report.attribute.name[1:]
    yield heading(title.format(attribute=shown_name))
    first = min(segment.start_min for lane in lanes for segment in lane.segments)
    yield Bars(lanes, first - YEAR // 4, last, report.day, spoken_bars(adopted))


def answer_bars(points: Sequence[Point], now: int, day: int) -> Bars | None:
    """The bars of one attribute by themselves, as a profile shows them."""
    adopted = [point for point in points if point.standing == "adopted" and point.day_min > ALWAYS_BEFORE]
    if not adopted:
        return None
    last = _last_day(adopted)
    lane = Lane(tuple(_segments(adopted, now, last)))
    return Bars((lane,), min(point.day_min for point in adopted) - YEAR // 4, last, day, spoken_bars(adopted))


def spoken_bars(points: Sequence[Point]) -> str:
    return "; ".join(f"{civil(point.day_min)[0]} {point.text}" for point in points)


def name_lane(catalogue: Catalogue, subject_id: int, day: int, last: int) -> Lane | None:
    """The short names that a party has borne: the one of the day in its full tone, earlier ones lighter."""
    names = [
        name
        for name in catalogue.names_of(subject_id)
        if (name.standing, name.form, name.language) == ("adopted", "short", "en") and name.period.text
    ]
    spans = [(name, Span.of(name.period, name.attested)) for name in names]
    known = [(name, span) for name, span in spans if ALWAYS_BEFORE < span.start_min < last]
    if not known:
        return None
    colour = party_colour(catalogue.subjects[subject_id], catalogue)
    shown = catalogue.shown_name(subject_id, day).text
    place = next((place for place, (name, _span) in enumerate(known) if name.text == shown), 0)
    tones = {
        -1: palette.mix(colour.fill, palette.WHITE, 0.46),
        0: colour.fill,
        1: palette.mix(colour.fill, palette.WHITE if tokens().is_dark else palette.BLACK, 0.28),
    }
    fills = [palette.with_readable_text(tones[(number > place) - (number < place)]) for number in range(len(known))]
    return Lane(tuple(_name_segment(name, span, fill, last) for (name, span), fill in zip(known, fills, strict=True)))


def _name_segment(name: Name, span: Span, fill: QColor, last: int) -> Segment:
    return Segment(
        span.start_min,
        min(span.start_max, last),
        min(span.end_min, last),
        min(span.end_max, last),
        name.text,
        fill.name(),
        palette.text_on(fill).name(),
        attested=span.attested if span.end_unknown else None,
    )


def _segments(points: Sequence[Point], now: int, last: int) -> Iterable[Segment]:
    """In greys, the one in force darker: their colour is nobody's party."""
    light = palette.mix(tokens().thin, tokens().ground, 0.5)
    dark = palette.with_readable_text(tokens().thin)
    for point in points:
        is_now = point.observation_id == now
        fill = dark if is_now else light
        yield Segment(
            point.day_min,
            min(point.day_max, last),
            min(point.surely_until, last),
            min(point.until, last),
            point.text,
            fill.name(),
            palette.text_on(fill).name(),
            is_now,
            point.attested if point.attested < ALWAYS_AFTER else None,
        )


def _rivals(points: Sequence[Point], last: int) -> tuple[Said, ...]:
    found = [point for point in points if point.relation in ("rival", "claim") and point.day_min > ALWAYS_BEFORE]
    return tuple(_said(point, last) for point in found if point.day_min <= last)


def _said(point: Point, last: int) -> Said:
    end = min(point.attested, point.until, last)
    return Said(point.day_min, max(end, point.day_min), point.text, tokens().rival.name())


def _last_day(points: Sequence[Point]) -> int:
    """The end of the last one, or today where it has none; a year more than the last start at least."""
    return max(*(min(point.until, today()) for point in points), max(point.day_min for point in points) + YEAR)
