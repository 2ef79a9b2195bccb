"""The timeline on paper: all its lanes from top to bottom, over the years in sight, in the light colours of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from parties_of_power.domain.dates import spoken
from parties_of_power.texts import _
from parties_of_power.ui import palette
from parties_of_power.ui.printing.printout import PicturePrintout
from parties_of_power.ui.theme import fonts_for_paper
from parties_of_power.ui.views.timeline.band_painting import labels_in_view
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.colours import BarColours, bar_colours
from parties_of_power.ui.views.timeline.layers import Moving, draw_moving, paint_fixed
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.picture import Picture

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas


def timeline_printout(canvas: Canvas) -> PicturePrintout:
    """As it is arranged and zoomed now, with the as-of line."""
    canvas.load()
    seen, day = canvas.picture(), canvas.workspace.as_of
    size = QSizeF(seen.column + seen.scale.width, seen.look.sizes.axis + 1 + seen.layout.height)

    def paint(painter: QPainter) -> None:
        picture = _on_paper(canvas, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        found = paint_fixed(painter, picture)
        painter.restore()
        draw_moving(painter, picture, found, Moving(day, (), None, False))

    title = _("Timeline, as of {day}").format(day=spoken(day))
    return PicturePrintout(_("Timeline"), size, paint, title=title)


def look_on_paper(canvas: Canvas) -> Look:
    with fonts_for_paper():
        return replace(Look.now(has_strip=canvas.strip is not None), tokens=palette.LIGHT)


def colours_on_paper(canvas: Canvas) -> Callable[[Bar], BarColours]:
    catalogue = canvas.workspace.catalogue

    def colours_of(bar: Bar) -> BarColours:
        colour = palette.colour_of(catalogue.subjects[bar.subject_id], catalogue, palette.LIGHT)
        return bar_colours(bar, colour, palette.LIGHT)

    return colours_of


def _on_paper(canvas: Canvas, seen: Picture) -> Picture:
    look = look_on_paper(canvas)
    # On the screen the band of events is laid out when it comes into sight.
    labels = labels_in_view(canvas.clusters, seen.scale, look)
    page = replace(seen, look=look, colours_of=colours_on_paper(canvas), clusters=canvas.clusters, band_labels=labels)
    return replace(page, top=0.0, height=float(seen.layout.height))
