"""What the keyboard does on the canvas. The same actions stand in its context menu, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from parties_of_power.texts import N_, _
from parties_of_power.ui.views.timeline.editing import EDIT_KEYS, Target
from parties_of_power.ui.views.timeline.going import fold, step_as_of, to_selection
from parties_of_power.ui.views.timeline.targets import target_of_walk

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
    Key(N_("To the selection"), ("S",), to_selection),
    Key(N_("Next to the left"), ("Left",), lambda canvas: canvas.walking.step(-1, 0)),
    Key(N_("Next to the right"), ("Right",), lambda canvas: canvas.walking.step(1, 0)),
    Key(N_("Next above"), ("Up",), lambda canvas: canvas.walking.step(0, -1)),
    Key(N_("Next below"), ("Down",), lambda canvas: canvas.walking.step(0, 1)),
    Key(N_("Open the party, event or cluster"), ("Return", "Enter"), lambda canvas: canvas.walking.open()),
    Key(N_("Add to the selection, or take out"), ("Ctrl+Return",), lambda canvas: canvas.walking.add()),
    Key(N_("Collapse the lane, or open it"), ("C",), lambda canvas: canvas.walking.fold()),
    Key(N_("Collapse all lanes"), ("Shift+C",), lambda canvas: fold(canvas, canvas.timeline.lanes, True)),
    Key(N_("Open all lanes"), ("Shift+O",), lambda canvas: fold(canvas, canvas.timeline.lanes, False)),
    Key(N_("Show as a list"), ("L",), lambda canvas: canvas.arrange(replace(canvas.arrangement, is_list=True))),
    Key(N_("Earlier"), ("Shift+Left",), lambda canvas: canvas.pan(-STEP * canvas.scale.width)),
    Key(N_("Later"), ("Shift+Right",), lambda canvas: canvas.pan(STEP * canvas.scale.width)),
    Key(N_("To the beginning"), ("Home",), lambda canvas: canvas.go_to(canvas.timeline.first, 0)),
    Key(N_("To the end"), ("End",), lambda canvas: canvas.go_to(canvas.timeline.last + 1, 1)),
    Key(N_("As of a day earlier"), ("[", "Alt+Left"), lambda canvas: step_as_of(canvas, "day", -1)),
    Key(N_("As of a day later"), ("]", "Alt+Right"), lambda canvas: step_as_of(canvas, "day", 1)),
    Key(N_("As of a month earlier"), ("Ctrl+[",), lambda canvas: step_as_of(canvas, "month", -1)),
    Key(N_("As of a month later"), ("Ctrl+]",), lambda canvas: step_as_of(canvas, "month", 1)),
    Key(N_("As of a year earlier"), YEAR_BACK, lambda canvas: step_as_of(canvas, "year", -1)),
    Key(N_("As of a year later"), YEAR_ON, lambda canvas: step_as_of(canvas, "year", 1)),
    Key(N_("To the as-of day"), ("Space",), lambda canvas: canvas.go_to(canvas.workspace.as_of, 0.5)),
    Key(N_("Leave the as-of day where it was"), ("Escape",), lambda canvas: canvas.give_up()),
)


def add_actions(canvas: Canvas) -> None:
    """The actions hold while the canvas has the focus."""
    for key in KEYS:
        add_action(canvas, key.text, key.keys, partial(key.run, canvas))
    add_edit_actions(canvas, lambda: target_of_walk(canvas), canvas.walking.stay)


def add_edit_actions(widget: QWidget, target: Callable[[], Target], after: Callable[[], None]) -> None:
    """The edits that canvas and list have in common; `target` is what they are about, `after` follows each of them."""
    for key in EDIT_KEYS:

        def run(edit: Callable[[Target], None] = key.run) -> None:
            edit(target())
            after()

        add_action(widget, key.text, key.keys, run)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def add_action(widget: QWidget, text: str, keys: tuple[str, ...], run: Callable[[], object]) -> None:
    action = QAction(_(text), widget)
    action.setShortcuts([QKeySequence(each) for each in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: run())
    widget.addAction(action)


def with_key(text: str) -> str:
    """The text of an action with its key, for a tool tip."""
    key = next(key for key in KEYS if key.text == text)
    shown = QKeySequence(key.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return _("{action} ({key})").format(action=_(key.text), key=shown)
