"""The menus above the canvas: what makes a lane, their order, which ties and events are drawn, what else is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from parties_of_power.domain.events import EVENT_KINDS, TIE_FORMS, TieStatus, event_kind_name
from parties_of_power.texts import N_, _
from parties_of_power.ui.views.timeline.arrangement import (
    ORDERS,
    Arrangement,
    StripLook,
    order_name,
    tie_form_name,
    tie_status_name,
    without,
)
from parties_of_power.ui.views.timeline.strip import can_carry, looks_of

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas

TIE_STATUSES: tuple[TieStatus, ...] = ("concluded", "proposed")
MAKERS = ("state", "party", "none")


@dataclass(frozen=True)
class Choosing:
    """One entry of a menu: whether it is on, and the arrangement that a click makes. `starts_group` draws a line above
    it; in a menu of which one entry holds, `is_exclusive` is set."""

    text: str
    is_on: bool
    chosen: Arrangement
    starts_group: bool = False
    is_exclusive: bool = False


@dataclass(frozen=True)
class Control:
    """A menu: its title, and what it lets one choose."""

    title: str
    entries: Callable[[Canvas], Iterator[Choosing]]
    label: Callable[[Canvas], str] | None = None

    def text(self, canvas: Canvas) -> str:
        return self.label(canvas) if self.label else _(self.title)


def _lanes(canvas: Canvas) -> Iterator[Choosing]:
    now = canvas.arrangement
    makers = [(maker, maker_name(canvas, maker)) for maker in MAKERS]
    for maker, name in makers:
        yield Choosing(name, now.lanes == maker, replace(now, lanes=maker, collapsed=()), is_exclusive=True)
    choices = [each for each in canvas.workspace.catalogue.attributes.values() if each.kind == "choice"]
    for place, attribute in enumerate(choices):
        key = str(attribute.id)
        chosen = replace(now, lanes=key, collapsed=())
        yield Choosing(attribute.name, now.lanes == key, chosen, place == 0, True)


def maker_name(canvas: Canvas, maker: str) -> str:
    """What makes a lane, in a word."""
    names = {"state": _("state"), "party": _("party"), "none": _("none")}
    attribute = canvas.workspace.catalogue.attributes.get(int(maker)) if maker.isdecimal() else None
    return attribute.name if attribute else names.get(maker, names["state"])


def _orders(canvas: Canvas) -> Iterator[Choosing]:
    now = canvas.arrangement
    for order in ORDERS:
        yield Choosing(order_name(order), now.order == order, replace(now, order=order), is_exclusive=True)


def _strips(canvas: Canvas) -> Iterator[Choosing]:
    now = canvas.arrangement
    yield Choosing(_("names only"), not canvas.strip, replace(now, strip=""), is_exclusive=True)
    carried = [each for each in canvas.workspace.catalogue.attributes_of("party") if can_carry(each)]
    for place, attribute in enumerate(carried):
        for look in looks_of(attribute):
            key = str(attribute.id)
            chosen = replace(now, strip=key, strip_look=look)
            is_on = canvas.strip is not None and now.strip == key and canvas.strip.look == look
            yield Choosing(strip_name(attribute.name, look), is_on, chosen, place == 0 and look == "height", True)


def strip_name(name: str, look: StripLook) -> str:
    """An attribute as strips carry it."""
    texts = {"height": _("{name} as height"), "shade": _("{name} as shade"), "pattern": _("{name} as pattern")}
    return texts.get(look, "{name}").format(name=name)


def _bars_label(canvas: Canvas) -> str:
    return _("Bars: {by}").format(by=canvas.strip.attribute.name if canvas.strip else _("names"))


def _ties(canvas: Canvas) -> Iterator[Choosing]:
    now = canvas.arrangement
    for form in TIE_FORMS:
        is_on = form not in now.hidden_forms
        chosen = replace(now, hidden_forms=without(now.hidden_forms, form, not is_on))
        yield Choosing(tie_form_name(form), is_on, chosen)
    for place, status in enumerate(TIE_STATUSES):
        is_on = status not in now.hidden_statuses
        chosen = replace(now, hidden_statuses=without(now.hidden_statuses, status, not is_on))
        yield Choosing(tie_status_name(status), is_on, chosen, place == 0)


def _events(canvas: Canvas) -> Iterator[Choosing]:
    now = canvas.arrangement
    for kind in EVENT_KINDS:
        is_on = kind not in now.hidden_events
        chosen = replace(now, hidden_events=without(now.hidden_events, kind, not is_on))
        yield Choosing(event_kind_name(kind), is_on, chosen)
    none = replace(now, hidden_events=())
    yield Choosing(_("All events"), not now.hidden_events, none, True)


def _shown(canvas: Canvas) -> Iterator[Choosing]:
    now = canvas.arrangement
    yield Choosing(_("Overview"), now.has_overview, replace(now, has_overview=not now.has_overview))
    yield Choosing(_("Legend"), now.has_legend, replace(now, has_legend=not now.has_legend))
    yield Choosing(_("As a list"), now.is_list, replace(now, is_list=not now.is_list))


CONTROLS = (
    Control(
        N_("Lanes"), _lanes, lambda canvas: _("Lanes: {by}").format(by=maker_name(canvas, canvas.arrangement.lanes))
    ),
    Control(N_("Order"), _orders, lambda canvas: _("Order: {by}").format(by=order_name(canvas.arrangement.order))),
    Control(N_("Bars"), _strips, _bars_label),
    Control(N_("Ties"), _ties),
    Control(N_("Events"), _events),
    Control(N_("Show"), _shown),
)


def menu_of(control: Control, canvas: Canvas, parent: QWidget) -> QMenu:
    """The menu of a control, filled each time it opens."""
    menu = QMenu(_(control.title), parent)
    menu.setAccessibleName(_(control.title))
    menu.aboutToShow.connect(lambda: fill(menu, control, canvas))
    fill(menu, control, canvas)
    return menu


def fill(menu: QMenu, control: Control, canvas: Canvas) -> None:
    menu.clear()
    group = QActionGroup(menu)
    for entry in control.entries(canvas):
        if entry.starts_group:
            menu.addSeparator()
        action = QAction(entry.text.replace("&", "&&"), menu, checkable=True, checked=entry.is_on)
        if entry.is_exclusive:
            group.addAction(action)
        action.triggered.connect(lambda _on=False, chosen=entry.chosen: canvas.arrange(chosen))
        menu.addAction(action)
