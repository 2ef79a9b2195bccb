"""The drawing of the band of events below the lanes: marks on one line, clusters as pills, labels on leaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from parties_of_power.ui.views.timeline.band import BandLabel, Cluster, band_labels
from parties_of_power.ui.views.timeline.layout import BAND_ROWS
from parties_of_power.ui.views.timeline.look import Look, date_text
from parties_of_power.ui.views.timeline.marks import draw_mark, draw_pill
from parties_of_power.ui.views.timeline.picture import Found, Picture, Spot
from parties_of_power.ui.views.timeline.scale import Scale


def axis_y(picture: Picture) -> float:
    """The line on which the marks stand."""
    sizes = picture.look.sizes
    return picture.layout.band_top + sizes.pad + sizes.pitch / 2


def labels_in_view(clusters: Sequence[Cluster], scale: Scale, look: Look) -> tuple[BandLabel, ...]:
    """The labels of the band for the days in view."""
    left, arm = scale.left * scale.per_day, float(look.sizes.pad)
    measure = look.band_label_width
    return band_labels(clusters, left, left + scale.width, rows=BAND_ROWS, arm=arm, measure=measure)


@dataclass(frozen=True)
class BandPainter:
    """Paints the band of events."""

    painter: QPainter
    picture: Picture
    found: Found

    def draw(self) -> None:
        picture = self.picture
        if not picture.timeline.events or picture.layout.band_top > picture.bottom:
            return
        self.painter.setPen(QPen(picture.look.tokens.line, 1))
        for y in (picture.layout.band_top + 0.5, round(axis_y(picture)) + 0.5):
            self.painter.drawLine(QPointF(0, y), QPointF(picture.scale.width, y))
        labels = [label for label in picture.band_labels if self._is_whole(label)]
        for label in labels:
            self._draw_leader(label)
        for label in labels:
            self._draw_label(label)
            self._draw_involved(label, labels)
        for cluster in picture.clusters:
            if -picture.look.px(20) < picture.x_of_world(cluster.x) < picture.scale.width + picture.look.px(20):
                self._draw_cluster(cluster)

    def _is_whole(self, label: BandLabel) -> bool:
        """Only labels that are whole in view are drawn; while the view pans, the others wait until it rests."""
        x = self.picture.x_of_world(label.x)
        return x >= 0 and x + label.width <= self.picture.scale.width

    def _row_y(self, row: int) -> float:
        sizes = self.picture.look.sizes
        return self.picture.layout.band_top + sizes.pad + sizes.pitch + (row + 0.5) * sizes.event_row

    def _draw_leader(self, label: BandLabel) -> None:
        sizes = self.picture.look.sizes
        x, y = round(self.picture.x_of_world(label.leader)) + 0.5, round(self._row_y(label.row)) + 0.5
        end = x - sizes.gap if label.is_left else x + sizes.gap
        self.painter.setPen(QPen(self.picture.look.tokens.thin, 1))
        top = axis_y(self.picture) + sizes.icon / 2 + 2
        self.painter.drawLines([QLineF(x, top, x, y), QLineF(x, y, end, y)])

    def _draw_label(self, label: BandLabel) -> None:
        look, x, y = self.picture.look, self.picture.x_of_world(label.x), self._row_y(label.row)
        date = date_text(label.mark)
        self.painter.setPen(look.tokens.text)
        look.small_bold.draw(self.painter, x, y, date)
        look.small.draw(self.painter, x + look.small_bold.width(date) + look.sizes.pad, y, label.mark.event.title)
        rect = QRectF(x, y - look.sizes.pad, label.width, 2 * look.sizes.pad)
        self.found.spots.append(Spot(rect, (label.mark.event,)))

    def _draw_involved(self, label: BandLabel, labels: list[BandLabel]) -> None:
        """Who was involved, after the label where nothing else stands or hangs."""
        picture, look = self.picture, self.picture.look
        text = picture.involved(label.mark.event)
        left = label.x + label.width + 1.5 * look.sizes.pad
        right = left + look.small.width(text)
        if not text or picture.x_of_world(right) > picture.scale.width:
            return
        taken = [(other.x, other.x + other.width) for other in labels if other.row == label.row and other is not label]
        taken += [(other.leader, other.leader) for other in labels if other.row > label.row]
        if not any(start < right + look.sizes.pad and end > left - look.sizes.pad for start, end in taken):
            self.painter.setPen(look.tokens.second_text)
            look.small.draw(self.painter, picture.x_of_world(left), self._row_y(label.row), text)

    def _draw_cluster(self, cluster: Cluster) -> None:
        look, x, y = self.picture.look, self.picture.x_of_world(cluster.x), axis_y(self.picture)
        half = look.sizes.icon / 2
        events = tuple(mark.event for mark in cluster.marks)
        if len(events) > 1:
            width = max(look.small_bold.width(str(len(events))) + look.px(10), look.px(18))
            rect = QRectF(x - width / 2, y - look.px(8), width, look.px(16))
            self.painter.setFont(look.small_bold.font)
            draw_pill(self.painter, rect, str(len(events)), look.tokens.accent, look.tokens.on_accent)
            self.found.spots.append(Spot(rect, events))
            return
        self._draw_span(cluster, x, y)
        ground = QRectF(x - half - 1, y - half - 1, 2 * half + 2, 2 * half + 2)
        self.painter.fillRect(ground, look.tokens.ground)
        draw_mark(self.painter, events[0].kind, QPointF(x, y), look.sizes.icon, look.tokens.accent)
        self.found.spots.append(Spot(ground.adjusted(-2, -2, 2, 2), events))

    def _draw_span(self, cluster: Cluster, x: float, y: float) -> None:
        """The days on which an event may lie, where they are wider than its mark."""
        scale, size = self.picture.scale, self.picture.look.sizes.icon
        left, right = scale.x(cluster.marks[0].first), scale.x(cluster.marks[0].last + 1)
        if right - left > 3 * size:
            self.painter.setPen(QPen(self.picture.look.tokens.accent, 1.5))
            lines = [QLineF(left, y, right, y), QLineF(left, y - 3, left, y + 3), QLineF(right, y - 3, right, y + 3)]
            self.painter.drawLines(lines)
