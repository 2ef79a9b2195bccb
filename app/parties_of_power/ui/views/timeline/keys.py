"""What the keyboard does on the canvas. The same actions stand in its context menu, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from parties_of_power.texts import N_, _

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas

STEP = 0.1
ZOOM = 1.5


@dataclass(frozen=True, slots=True)
class Key:
    """`keys` are the shortcuts, the first of them shown. A key that Qt's scroll area knows itself is not among them."""

    text: str
    keys: tuple[str, ...]
    run: Callable[[Canvas], None]


# On many keyboards Shift makes the bracket another key.
YEAR_BACK = ("Ctrl+Shift+[", "Ctrl+Shift+{", "Ctrl+{")
YEAR_ON = ("Ctrl+Shift+]", "Ctrl+Shift+}", "Ctrl+}")
KEYS = (
    Key(N_("Zoom in"), ("+", "="), lambda canvas: canvas.zoom(ZOOM)),
    Key(N_("Zoom out"), ("-",), lambda canvas: canvas.zoom(1 / ZOOM)),
    Key(N_("Fit everything"), ("0",), lambda canvas: canvas.fit()),
    Key(N_("Earlier"), ("Left",), lambda canvas: canvas.pan(-STEP * canvas.scale.width)),
    Key(N_("Later"), ("Right",), lambda canvas: canvas.pan(STEP * canvas.scale.width)),
    Key(N_("To the beginning"), ("Home",), lambda canvas: canvas.go_to(canvas.timeline.first, 0)),
    Key(N_("To the end"), ("End",), lambda canvas: canvas.go_to(canvas.timeline.last + 1, 1)),
    Key(N_("As of a day earlier"), ("[", "Alt+Left"), lambda canvas: canvas.step_as_of("day", -1)),
    Key(N_("As of a day later"), ("]", "Alt+Right"), lambda canvas: canvas.step_as_of("day", 1)),
    Key(N_("As of a month earlier"), ("Ctrl+[",), lambda canvas: canvas.step_as_of("month", -1)),
    Key(N_("As of a month later"), ("Ctrl+]",), lambda canvas: canvas.step_as_of("month", 1)),
    Key(N_("As of a year earlier"), YEAR_BACK, lambda canvas: canvas.step_as_of("year", -1)),
    Key(N_("As of a year later"), YEAR_ON, lambda canvas: canvas.step_as_of("year", 1)),
    Key(N_("To the as-of day"), ("Space",), lambda canvas: canvas.go_to(canvas.workspace.as_of, 0.5)),
    Key(N_("Leave the as-of day where it was"), ("Escape",), lambda canvas: canvas.give_up()),
)


def add_actions(canvas: Canvas) -> None:
    """The actions hold while the canvas has the focus."""
    for key in KEYS:
        action = QAction(_(key.text), canvas)
        action.setShortcuts([QKeySequence(each) for each in key.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False, run=key.run: run(canvas))
        canvas.addAction(action)
    canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def with_key(text: str) -> str:
    """The text of an action with its key, for a tool tip."""
    key = next(key for key in KEYS if key.text == text)
    shown = QKeySequence(key.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return _("{action} ({key})").format(action=_(key.text), key=shown)
