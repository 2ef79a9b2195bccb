"""The whole timeline as one picture for paper: all years and lanes, below them the legend and the sources."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from parties_of_power.domain.dates import spoken
from parties_of_power.study import queries
from parties_of_power.texts import _
from parties_of_power.ui.printing.posters import PosterPrintout
from parties_of_power.ui.views.timeline import axis
from parties_of_power.ui.views.timeline.band import clusters
from parties_of_power.ui.views.timeline.band_painting import labels_in_view
from parties_of_power.ui.views.timeline.layers import Moving, column_width, draw_moving, paint_fixed
from parties_of_power.ui.views.timeline.layout import lay_out
from parties_of_power.ui.views.timeline.legend import draw_entries, entries, places_of
from parties_of_power.ui.views.timeline.paper import colours_on_paper, look_on_paper
from parties_of_power.ui.views.timeline.picture import Picture
from parties_of_power.ui.views.timeline.scale import Scale

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
HIGHEST = 100_000


def whole_printouts(canvas: Canvas) -> list[PosterPrintout]:
    """On one page, on several to glue, as one long page."""
    make = partial(WholeTimeline, canvas)
    return [
        PosterPrintout(_("Whole timeline on one page"), "page", make),
        PosterPrintout(_("Whole timeline on pages to glue"), "glued", make),
        PosterPrintout(_("Whole timeline as one long page"), "long", make),
    ]


class WholeTimeline:
    """As it is arranged now, from the first year to the last, `width` pixels wide."""

    def __init__(self, canvas: Canvas, width: float, with_sources: bool) -> None:
        canvas.load()
        self.day = canvas.workspace.as_of
        self.picture = _picture(canvas, width)
        self.entries = entries(canvas.strip)
        look = self.picture.look
        self.title = _("Timeline, as of {day}").format(day=spoken(self.day))
        self.head = look.px(30)
        self.plot_height = look.sizes.axis + 1 + self.picture.layout.height
        legend = places_of(self.entries, look, width)[-1].bottom() + 2 * look.sizes.pad
        self.legend_top = self.head + self.plot_height + look.sizes.pad
        self.sources = _sources(canvas) if with_sources else ""
        self.sources_top = self.legend_top + legend
        room = QRectF(0, 0, width - 3 * look.sizes.pad, HIGHEST)
        below = QFontMetricsF(look.small.font).boundingRect(room, WRAPPED, self.sources).height() if self.sources else 0
        self.size = QSizeF(width, self.sources_top + below + look.sizes.pad)

    def draw(self, painter: QPainter) -> None:
        picture, look = self.picture, self.picture.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.tokens.text)
        look.title.draw(painter, 1.5 * look.sizes.pad, self.head / 2, self.title)
        painter.save()
        painter.translate(0, self.head)
        painter.save()
        found = paint_fixed(painter, picture)
        painter.restore()
        draw_moving(painter, picture, found, Moving(self.day, (), None, False))
        painter.restore()
        painter.save()
        painter.translate(0, self.legend_top)
        draw_entries(painter, self.entries, look, self.size.width())
        painter.restore()
        painter.setPen(look.tokens.second_text)
        painter.setFont(look.small.font)
        left = 1.5 * look.sizes.pad
        area = QRectF(QPointF(left, self.sources_top), QSizeF(self.size.width() - 2 * left, HIGHEST))
        painter.drawText(area, WRAPPED, self.sources)


def _picture(canvas: Canvas, width: float) -> Picture:
    timeline, look = canvas.timeline, look_on_paper(canvas)
    column = column_width(timeline, look)
    scale = Scale.fitted(timeline.outermost[0], timeline.last, width - column)
    layout = lay_out(timeline, scale, look.sizes, look.small.width, canvas.arrangement.collapsed)
    picture = replace(
        canvas.picture(),
        layout=layout,
        scale=scale,
        look=look,
        column=column,
        top=0.0,
        height=float(layout.height),
        colours_of=colours_on_paper(canvas),
        ticks=axis.ticks(scale, look.px(84), look.px(10)),
        clusters=clusters(timeline.events, scale.per_day, look.px(17)),
    )
    return replace(picture, band_labels=labels_in_view(picture.clusters, scale, look))


def _sources(canvas: Canvas) -> str:
    """What the events and ties that are drawn cite, and the lives of the parties; each source once."""
    timeline, study = canvas.timeline, canvas.workspace.study
    marks = [mark for lane in timeline.lanes for mark in (*lane.elections, *lane.events)] + [*timeline.events]
    cited = {each.source_id for mark in marks for each in mark.event.citations}
    cited |= {each.source_id for arc in timeline.ties for each in arc.tie.citations}
    for attribute in study.catalogue.attributes_of("party"):
        if attribute.role or (canvas.strip and attribute.id == canvas.strip.attribute.id):
            observations = queries.observations_of_attribute(study, attribute.id)
            cited |= {each.source_id for said in observations for each in said.citations}
    known = (study.catalogue.sources[each] for each in cited if each in study.catalogue.sources)
    lines = sorted((", ".join(filter(None, (each.author, each.title, each.date))) for each in known), key=str.casefold)
    return _("Sources: {sources}").format(sources="; ".join(lines)) if lines else ""
