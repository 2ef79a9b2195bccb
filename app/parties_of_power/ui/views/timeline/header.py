"""The row above the canvas: title, how many states have a lane, the menus, the zoom levels, zoom and fit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from parties_of_power.texts import N_, _, ngettext
from parties_of_power.ui import theme
from parties_of_power.ui.icons import icon
from parties_of_power.ui.views.timeline import axis
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.controls import CONTROLS, Control, menu_of
from parties_of_power.ui.views.timeline.keys import with_key
from parties_of_power.ui.views.timeline.lanes import Timeline


class Header(QWidget):
    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas
        self.title = QLabel(_("Timeline"))
        self.title.setFont(theme.font(14, theme.SEMIBOLD))
        self.count = QLabel()
        self.count.setFont(theme.font(12))
        self.menus = [self._menu_button(control) for control in CONTROLS]
        self.arrange = self._button_of_all_menus()
        self.levels = [self._level_button(level) for level in axis.LEVELS]
        self.zooms = [
            _button("−", with_key(N_("Zoom out")), lambda: canvas.zoom(1 / 1.5)),
            _button("+", with_key(N_("Zoom in")), lambda: canvas.zoom(1.5)),
            _button(_("Fit"), with_key(N_("Fit everything")), canvas.fit),
        ]
        self._lay_out()
        canvas.scale_changed.connect(self.show_level)
        canvas.loaded.connect(self.show_count)
        canvas.loaded.connect(self.show_arrangement)
        canvas.arranged.connect(self.show_arrangement)
        theme.theme().changed.connect(self.show_count)
        self.show_count()

    def _level_button(self, level: axis.Level) -> QToolButton:
        tip = _("Zoom to {level}").format(level=_(level.title))
        button = _button(_(level.title), tip, lambda: self.canvas.show_level(level))
        button.setCheckable(True)
        return button

    def _menu_button(self, control: Control) -> QToolButton:
        button = _button(control.text(self.canvas), _(control.title), None)
        return _with_menu(button, menu_of(control, self.canvas, button))

    def _button_of_all_menus(self) -> QToolButton:
        """Takes the place of the menus where the row is too short for them."""
        button = _button(_("Arrange"), _("Lanes, order, ties and events"), None)
        menu = QMenu(button)
        for control in CONTROLS:
            menu.addMenu(menu_of(control, self.canvas, menu))
        return _with_menu(button, menu)

    def show_arrangement(self) -> None:
        for button, control in zip(self.menus, CONTROLS, strict=True):
            button.setText(control.text(self.canvas))
        for button in (*self.levels, *self.zooms):
            button.setEnabled(not self.canvas.arrangement.is_list)
        self._make_room(self.width())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.title)
        row.addSpacing(theme.px(8))
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (*self.menus, self.arrange):
            row.addWidget(button)
        row.addSpacing(theme.px(8))
        for button in self.levels:
            row.addWidget(button)
        row.addSpacing(theme.px(8))
        for button in self.zooms:
            row.addWidget(button)

    def show_level(self) -> None:
        shown = axis.level_of(self.canvas.scale)
        for button, level in zip(self.levels, axis.LEVELS, strict=True):
            button.setChecked(level is shown)

    def show_count(self) -> None:
        self.count.setText(count_text(self.canvas.timeline))
        self.count.setStyleSheet(f"color: {theme.tokens().second_text.name()}")
        self._make_room(self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(event.size().width())

    def _make_room(self, width: int) -> None:
        """Where the row is too short, the count goes first, then the menus are put into one, then the levels go: keys
        zoom too."""
        needed = theme.px(24 + 8 + 16) + self.title.sizeHint().width() + sum(_widths(self.zooms))
        levels, count = sum(_widths(self.levels)), self.count.sizeHint().width()
        menus, one = sum(_widths(self.menus)), sum(_widths([self.arrange]))
        has_menus = needed + menus + levels <= width
        needed += menus if has_menus else one
        has_levels = needed + levels <= width
        for button in self.menus:
            button.setVisible(has_menus)
        self.arrange.setVisible(not has_menus and needed <= width)
        for button in self.levels:
            button.setVisible(has_levels)
        self.count.setVisible(needed + levels + count + theme.px(16) <= width)


def count_text(timeline: Timeline) -> str:
    if not timeline.is_by_state:
        count = len(timeline.places)
        return ngettext("{count} party", "{count} parties", count).format(count=count)
    shown = timeline.states - timeline.hidden
    if not timeline.states:
        return _("no states yet")
    text = ngettext("{shown} of {count} state", "{shown} of {count} states", timeline.states)
    text = text.format(shown=shown, count=timeline.states)
    if not timeline.hidden:
        return text
    hidden = ngettext("{count} hidden", "{count} hidden", timeline.hidden).format(count=timeline.hidden)
    return f"{text} · {hidden}"


def _widths(buttons: list[QToolButton]) -> list[int]:
    return [button.sizeHint().width() + theme.px(4) for button in buttons]


def _with_menu(button: QToolButton, menu: QMenu) -> QToolButton:
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setIcon(icon("chevron-down", "second_text"))
    button.setIconSize(QSize(theme.px(12), theme.px(12)))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return button


def _button(text: str, tip: str, run: Callable[[], object] | None) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFont(theme.font(12))
    button.setProperty("bordered", True)
    button.setProperty("compact", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if run:
        button.clicked.connect(run)
    return button
