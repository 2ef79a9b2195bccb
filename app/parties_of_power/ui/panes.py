"""The panes around the table: the docks, the way from one to the next by F6, and where the focus was last."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QMenuBar, QWidget

from parties_of_power.ui.theme import px

PLACES = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "below": Qt.DockWidgetArea.BottomDockWidgetArea,
}
WIDTHS = {"left": 224, "right": 324}
# The pane below leaves the table room for ten rows where it can, and is neither lower nor higher than these shares.
LEAST_BELOW, MOST_BELOW = 0.3, 0.4
ROOM_ABOVE = 612


class Panes:
    """`focused` is the widget that last had the focus outside the menu bar."""

    def __init__(self, window: QMainWindow, titles: dict[str, str]) -> None:
        self.window = window
        self.focused: QWidget | None = None
        self.are_movable = False
        self.docks = {place: self._dock(place, title) for place, title in titles.items()}
        window.setCorner(Qt.Corner.BottomLeftCorner, PLACES["left"])
        window.setCorner(Qt.Corner.BottomRightCorner, PLACES["right"])
        for place, dock in self.docks.items():
            window.addDockWidget(PLACES[place], dock)
        self.set_movable(False)
        application().focusChanged.connect(self.remember)

    def forget(self) -> None:
        application().focusChanged.disconnect(self.remember)

    def remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self.window and not isinstance(now, QMenu | QMenuBar):
            self.focused = now

    def go(self, step: int) -> None:
        """Give the focus to the next pane that is shown, or the previous one."""
        order = [pane for pane in self._in_order() if pane is not None and pane.isVisible()]
        now = application().focusWidget()
        place = next((i for i, pane in enumerate(order) if now and (pane is now or pane.isAncestorOf(now))), -step)
        widget = first_field(order[(place + step) % len(order)])
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def focus(self, widget: QWidget) -> None:
        first_field(widget).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_movable(self, movable: bool) -> None:
        """Panes have titles while they can be moved, and none while they stay where they are."""
        self.are_movable = movable
        for dock in self.docks.values():
            old = dock.titleBarWidget()
            dock.setTitleBarWidget(None if movable else QWidget(dock))  # type: ignore[arg-type]  # None brings the usual one
            if old is not None:
                old.deleteLater()

    def restore_usual(self) -> None:
        for place, dock in self.docks.items():
            dock.setFloating(False)
            self.window.addDockWidget(PLACES[place], dock)
            dock.show()
        self.size_usual()

    def size_usual(self) -> None:
        for place, width in WIDTHS.items():
            self.window.resizeDocks([self.docks[place]], [px(width)], Qt.Orientation.Horizontal)
        height = self.window.height()
        below = round(min(max(height - px(ROOM_ABOVE), height * LEAST_BELOW), height * MOST_BELOW))
        self.window.resizeDocks([self.docks["below"]], [below], Qt.Orientation.Vertical)

    def _in_order(self) -> list[QWidget | None]:
        docks = {place: dock.widget() for place, dock in self.docks.items()}
        return [docks["left"], self.window.centralWidget(), docks["below"], docks["right"]]

    def _dock(self, place: str, title: str) -> QDockWidget:
        dock = QDockWidget(title, self.window)
        dock.setObjectName(place)
        return dock


def first_field(pane: QWidget) -> QWidget:
    """What takes the focus when a pane is gone to: what had it last, else what the pane names, else its first field."""
    named = pane.focusProxy()
    if named is not None:
        return named
    last = pane.focusWidget()
    if last is not None and last.isVisible() and last is not pane:
        return last
    return next((field for field in in_tab_order(pane) if field.isVisible()), pane)


def in_tab_order(pane: QWidget) -> Iterator[QWidget]:
    """What lies in a pane and takes the focus by Tab, as Tab reaches it; the pane itself does not count."""
    field = pane.nextInFocusChain()
    while field is not None and field is not pane:
        if pane.isAncestorOf(field) and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield field
        field = field.nextInFocusChain()


def application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a window needs the application"
    return app
