"""The legend: what each drawing of the timeline means, drawn by what draws the timeline itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parties_of_power.domain.dates import PartialDate, Period
from parties_of_power.domain.days import day_number
from parties_of_power.domain.events import EVENT_KINDS, EventKind, event_kind_name
from parties_of_power.domain.force import Hold
from parties_of_power.domain.subjects import Name
from parties_of_power.texts import N_, _
from parties_of_power.ui import theme
from parties_of_power.ui.palette import mix
from parties_of_power.ui.views.timeline.arrangement import StripLook
from parties_of_power.ui.views.timeline.bar_painting import BarPainter, shape_of
from parties_of_power.ui.views.timeline.bars import bar_of
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.colours import FAINT, BarColours, Tone
from parties_of_power.ui.views.timeline.hatch import fill_hatched
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.marks import draw_diamond, draw_mark, draw_pill
from parties_of_power.ui.views.timeline.scale import DAYS_OF_YEAR, Scale
from parties_of_power.ui.views.timeline.strip import Strip
from parties_of_power.ui.views.timeline.strip_painting import pattern

SAMPLE = 36
FIRST_DAY = day_number(2000, 1, 1)
YEARS = 3.0
Drawing = Callable[[QPainter, QRectF, Look], None]


@dataclass(frozen=True)
class Entry:
    """`text` is untranslated."""

    text: str
    draw: Drawing


def _bar(founded: str = "2000-01-01", dissolved: str = "", name: str = "2000/..") -> Drawing:
    """The bar of a party with such dates; `name` is the period of its only name, which counts where a date is open."""
    start = PartialDate.parse(founded)
    end = PartialDate.parse(dissolved) if dissolved else None
    names = (Name(0, 0, "", period=Period.parse(name), attested="" if name.endswith("..") else "2001"),)

    def draw(painter: QPainter, rect: QRectF, look: Look) -> None:
        bar = bar_of(0, names, start, end)
        scale = Scale.fitted(FIRST_DAY, FIRST_DAY + YEARS * DAYS_OF_YEAR, rect.width())
        accent, tint = look.tokens.accent, mix(look.tokens.ground, look.tokens.accent, FAINT)
        colours = BarColours((Tone(accent, look.tokens.on_accent),), accent, look.tokens.text, tint)
        painter.save()
        painter.setClipRect(rect.adjusted(0, -2, 0, 2))
        painter.translate(rect.left(), 0)
        bars = BarPainter(painter, scale, look.sizes.bar, look.tokens.ground, look.small.font, margin=0.0)
        bars.draw(bar, shape_of(bar, scale, scale.right), colours, rect.center().y() - look.sizes.bar / 2)
        painter.restore()

    return draw


def _line(style: Qt.PenStyle, *, is_arc: bool) -> Drawing:
    def draw(painter: QPainter, rect: QRectF, look: Look) -> None:
        y, colour = rect.center().y(), look.tokens.text if is_arc else look.tokens.second_text
        path = QPainterPath(QPointF(rect.left() + 3, y + 3))
        if is_arc:
            path.cubicTo(rect.left() + 9, y - 6, rect.right() - 9, y - 6, rect.right() - 3, y + 3)
        else:
            path.lineTo(rect.right() - 3, y - 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.25, style))
        painter.drawPath(path)
        painter.setPen(QPen(colour, 1.1))
        painter.setBrush(look.tokens.ground if is_arc else colour)
        for end in (path.pointAtPercent(0), path.pointAtPercent(1))[0 if is_arc else 1 :]:
            painter.drawEllipse(end, 2.2, 2.2)

    return draw


def _mark(kind: EventKind) -> Drawing:
    def draw(painter: QPainter, rect: QRectF, look: Look) -> None:
        draw_mark(painter, kind, rect.center(), look.sizes.icon, look.tokens.accent)

    return draw


def _pill(painter: QPainter, rect: QRectF, look: Look) -> None:
    pill = QRectF(rect.center().x() - look.px(9), rect.center().y() - look.px(8), look.px(18), look.px(16))
    painter.setFont(look.small_bold.font)
    draw_pill(painter, pill, "7", look.tokens.accent, look.tokens.on_accent)


def _diamond(painter: QPainter, rect: QRectF, look: Look) -> None:
    draw_diamond(painter, rect.center(), look.px(9), look.tokens.rival, look.tokens.ground)


BARS = (
    Entry(N_("known to the day"), _bar(dissolved="2002-06-30")),
    Entry(N_("between: a day in this span"), _bar(dissolved="2001")),
    Entry(N_("approximate ~"), _bar(dissolved="2001~")),
    Entry(N_("uncertain ?"), _bar(dissolved="2001?")),
    Entry(N_("one of a set […]"), _bar(dissolved="[2001,2002]")),
    Entry(N_("open end .."), _bar()),
    Entry(N_("last attested, end unknown"), _bar(name="2000/")),
    Entry(N_("rival date"), _diamond),
    Entry(N_("merged, absorbed, split, successor"), _line(Qt.PenStyle.SolidLine, is_arc=False)),
    Entry(N_("member of a bloc"), _line(Qt.PenStyle.DotLine, is_arc=False)),
    Entry(N_("tie concluded"), _line(Qt.PenStyle.SolidLine, is_arc=True)),
    Entry(N_("tie proposed"), _line(Qt.PenStyle.DashLine, is_arc=True)),
    Entry(N_("events close together, opened by Enter or click"), _pill),
)


def entries(strip: Strip | None = None) -> list[tuple[str, Drawing]]:
    """All of it, in the reader's language."""
    marks = [(event_kind_name(kind), _mark(kind)) for kind in EVENT_KINDS]
    return [(_(entry.text), entry.draw) for entry in BARS] + marks + (_of_strip(strip) if strip else [])


def _of_strip(strip: Strip) -> list[tuple[str, Drawing]]:
    """What its looks stand for; of choices each pattern."""
    name, possibly = strip.attribute.name, (_("possibly in force"), _piece(Hold.POSSIBLY, 0.5, "labels"))
    if strip.look == "pattern":
        told = [
            (f"{name}: {text}", _piece(Hold.IN_FORCE, place, "pattern")) for place, text in enumerate(strip.choices)
        ]
        return [*told, possibly]
    words = {
        "height": _("{name}: the fuller, the higher; full is the whole, or the greatest of all"),
        "shade": _("{name}: the darker, the higher"),
        "labels": _("{name}: a piece for each value"),
    }
    share = 0.5 if strip.look != "labels" else 0
    return [(words[strip.look].format(name=name), _piece(Hold.IN_FORCE, share, strip.look)), possibly]


def _piece(hold: Hold, share: float, look_of_strip: StripLook) -> Drawing:
    """A piece of a strip; of a pattern `share` is its place."""

    def draw(painter: QPainter, rect: QRectF, look: Look) -> None:
        accent = look.tokens.accent
        inside = QRectF(rect.left(), rect.center().y() - look.px(7), rect.width(), look.px(14))
        painter.fillRect(inside, mix(look.tokens.ground, accent, FAINT))
        if look_of_strip == "pattern":
            painter.fillRect(inside, pattern(int(share), accent))
        elif look_of_strip == "height":
            painter.fillRect(inside.adjusted(0, inside.height() * (1 - share), 0, 0), accent)
        elif look_of_strip == "shade":
            shade = QLinearGradient(inside.left(), 0, inside.right(), 0)
            shade.setColorAt(0, mix(look.tokens.ground, accent, FAINT))
            shade.setColorAt(1, accent)
            painter.fillRect(inside, shade)
        if hold is Hold.POSSIBLY:
            fill_hatched(painter, inside, accent, inside.left())

    return draw


def places_of(listed: Sequence[tuple[str, Drawing]], look: Look, width: float) -> list[QRectF]:
    """Where each entry stands: in lines, as many to a line as have room."""
    x = left = 1.5 * look.sizes.pad
    y, found = float(look.sizes.gap), []
    for text, _draw in listed:
        wide = look.px(SAMPLE) + look.sizes.pad + look.small.width(text)
        if x > left and x + wide > width - left:
            x, y = left, y + look.px(22)
        found.append(QRectF(x, y, wide, look.px(22)))
        x += wide + 2 * look.sizes.pad
    return found


def draw_entries(painter: QPainter, listed: Sequence[tuple[str, Drawing]], look: Look, width: float) -> None:
    for (text, draw), rect in zip(listed, places_of(listed, look, width), strict=True):
        draw(painter, QRectF(rect.left(), rect.top(), look.px(SAMPLE), rect.height()), look)
        painter.setPen(look.tokens.second_text)
        look.small.draw(painter, rect.left() + look.px(SAMPLE) + look.sizes.pad, rect.center().y(), text)


class Legend(QWidget):
    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas
        self._entries = entries()
        self.setAccessibleName(_("Legend"))
        self.show_entries()
        canvas.loaded.connect(self.show_entries)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.theme().changed.connect(self.take_look)

    def show_entries(self) -> None:
        """Everything, and what the strips under the bars carry now."""
        self._entries = entries(self.canvas.strip)
        self.setAccessibleDescription("; ".join(text for text, _draw in self._entries))
        self.take_look()

    def take_look(self) -> None:
        self.updateGeometry()
        self.update()

    def places(self, width: float) -> list[QRectF]:
        return places_of(self._entries, self.canvas.look, width)

    def sizeHint(self) -> QSize:
        width = self.width()
        return QSize(theme.px(200), round(self.places(width)[-1].bottom()) + self.canvas.look.sizes.gap)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.canvas.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.tokens.ground)
        painter.fillRect(QRectF(0, 0, self.width(), 1), look.tokens.line)
        draw_entries(painter, self._entries, look, self.width())
