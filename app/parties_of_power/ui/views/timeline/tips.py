"""What the pointer is told: a bar's name and dates in words with their sources, the events of a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.days import spoken
from parties_of_power.domain.events import Event, Tie
from parties_of_power.domain.force import Hold
from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Citation
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.timeline import under_pointer
from parties_of_power.ui.views.timeline.arrangement import tie_form_name, tie_status_name
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.lanes import mark_of
from parties_of_power.ui.views.timeline.look import date_text
from parties_of_power.ui.views.timeline.strip import Piece, Strip

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas

MOST_EVENTS = 8
SHORT_TITLE = 60


def tip_at(canvas: Canvas, position: QPointF) -> str:
    """What is to be said of the place under the pointer; empty where nothing is."""
    picture, catalogue = canvas.picture(), canvas.workspace.catalogue
    if events := under_pointer.events_at(picture, canvas.found, position):
        return tip_of_events(events, catalogue)
    if bar := under_pointer.bar_at(picture, position):
        return tip_of_bar(canvas.workspace.study, bar, int(picture.scale.day(position.x() - picture.column) // 1))
    if canvas.strip and (piece := under_pointer.piece_at(picture, position)):
        return tip_of_piece(canvas.workspace.study, canvas.strip, piece)
    if tie := under_pointer.tie_at(picture, canvas.found, position):
        return tip_of_tie(tie, catalogue)
    return ""


def tip_of_bar(study: Study, bar: Bar, day: int) -> str:
    """The name that was in force on a day, its time, and the life of the party with rival dates and sources."""
    catalogue = study.catalogue
    lines: list[str] = []
    name = bar.segment_on(day).name
    lines.append(_bold(name.text if name else catalogue.shown_name(bar.subject_id, day).text))
    if name:
        full = catalogue.full_name(bar.subject_id, day).text
        lines += [escape(full)] if full != name.text else []
        cited = _sources(queries.citations_of(study, "name", name.id), catalogue)
        period = _("last attested {day}").format(day=name.attested) if name.attested else ""
        lines.append(_line(name.period.describe(), period, cited))
    else:
        lines.append(escape(_("No name of this time is known.")))
    for attribute in catalogue.attributes_of("party"):
        if attribute.role:
            lines += _life_lines(
                attribute.name, queries.observations_of(study, bar.subject_id, attribute.id), catalogue
            )
    if bar.end.look == "unknown":
        lines.append(escape(_("Its end is not known.")))
    return "<br>".join(lines)


def _life_lines(title: str, observations: Sequence[Observation], catalogue: Catalogue) -> list[str]:
    """The adopted date, and the rival ones that differ from it."""
    adopted = [each for each in observations if each.standing == "adopted" and each.value]
    said = {each.value for each in adopted}
    lines = [_line(f"{title}: {_words(each)}", _sources(each.citations, catalogue)) for each in adopted[-1:]]
    for each in observations:
        if each.standing != "adopted" and each.value and each.value not in said:
            said.add(each.value)
            rival = _("rival: {date}").format(date=_words(each))
            lines.append("◇ " + _line(f"{title}, {rival}", _sources(each.citations, catalogue)))
    return lines


def words_of_piece(piece: Piece) -> str:
    """From when to when a value is in force, and how surely."""
    doubt = {Hold.POSSIBLY: _("possibly"), Hold.LAST_ATTESTED: _("last attested before")}.get(piece.hold, "")
    days = _("{first} – {last}").format(first=spoken(piece.first), last=spoken(piece.last))
    return _("{days}, {doubt}").format(days=days, doubt=doubt) if doubt else days


def tip_of_piece(study: Study, strip: Strip, piece: Piece) -> str:
    """What a strip carries there, with its sources."""
    said = queries.observation(study, piece.observation_id)
    told = [_bold(f"{strip.attribute.name}: {piece.text}"), escape(words_of_piece(piece))]
    return "<br>".join([*told, escape(_sources(said.citations, study.catalogue))])


def tip_of_events(events: Sequence[Event], catalogue: Catalogue) -> str:
    lines = []
    for event in events[:MOST_EVENTS]:
        sources = _sources(event.citations, catalogue)
        lines.append(f"<b>{escape(date_text(mark_of(event)))}</b> " + _line(event.title, sources))
    if left := len(events) - MOST_EVENTS:
        more = ngettext("and {count} more event", "and {count} more events", left).format(count=left)
        lines += [escape(more)] if left > 0 else []
    return "<br>".join(lines)


def tip_of_tie(tie: Tie, catalogue: Catalogue) -> str:
    """Its form, whether it was concluded, its day, the parties by their names of that day, and the sources."""
    day = tie.date.earliest if tie.date and tie.date.earliest is not None else None
    form = _("{form}, {status}").format(form=tie_form_name(tie.form), status=tie_status_name(tie.status))
    lines = [_bold(form), escape(tie.date.describe() if tie.date else _("Its day is not known."))]
    known = [each for each in tie.party_ids if each in catalogue.subjects]
    lines.append(escape(" – ".join(catalogue.shown_name(each, day or 0).text for each in known)))
    if tie.class_of:
        lines.append(escape(_("Between: {parties}").format(parties=tie.class_of)))
    lines.append(escape(_sources(tie.citations, catalogue)))
    return "<br>".join(lines)


def _words(observation: Observation) -> str:
    return PartialDate.parse(observation.value).describe() if not observation.wrong else observation.typed


def _sources(citations: Iterable[Citation], catalogue: Catalogue) -> str:
    """The titles of the sources, those beyond the first two counted."""
    titles = [source.title for each in citations if (source := catalogue.sources.get(each.source_id))]
    if not titles:
        return _("no source")
    shown = "; ".join(_shortened(title) for title in titles[:2])
    left = len(titles) - 2
    return shown if left <= 0 else _("{sources} and {count} more").format(sources=shown, count=left)


def _shortened(title: str) -> str:
    """A title cut at a word."""
    if len(title) <= SHORT_TITLE:
        return title
    return title[:SHORT_TITLE].rpartition(" ")[0] + " …"


def _line(*parts: str) -> str:
    return escape(" · ".join(part for part in parts if part))


def _bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"
