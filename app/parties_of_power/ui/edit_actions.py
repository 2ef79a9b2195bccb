"""What the menu Edit does: undo and redo with names, and copy, paste and delete where the focus is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def undo(window: MainWindow) -> None:
    label = window.workspace.study.undo_label
    if window.workspace.perform(window.workspace.study.undo):
        window.workspace.message.emit(_("Undone: {label}").format(label=label))


def redo(window: MainWindow) -> None:
    label = window.workspace.study.redo_label
    if window.workspace.perform(window.workspace.study.redo):
        window.workspace.message.emit(_("Done again: {label}").format(label=label))


def undo_words(window: MainWindow) -> str:
    label = window.workspace.study.undo_label
    return _("Undo: {label}").format(label=label) if label else _("Undo")


def redo_words(window: MainWindow) -> str:
    label = window.workspace.study.redo_label
    return _("Redo: {label}").format(label=label) if label else _("Redo")


def on_focus(method: str) -> Callable[[MainWindow], None]:
    """Call a method of the widget with the focus, or of the nearest one around it that has such a method, itself or in
    its hands."""

    def run(window: MainWindow) -> None:
        widget: QWidget | None = window.panes.focused
        while widget is not None and _doer(widget, method) is None:
            widget = widget.parentWidget()
        doer = _doer(widget, method)
        if doer is None:
            window.workspace.message.emit(_("There is nothing here that this could be done to."))
        else:
            getattr(doer, method)()

    return run


def on_table(method: str) -> Callable[[MainWindow], None]:
    """Bring the table to the front and do this with the cells that are selected in it."""

    def run(window: MainWindow) -> None:
        window.go_to_view("comparison")
        pane = window.widget_of("comparison")
        getattr(pane.view.hands, method)()  # type: ignore[attr-defined]  # the pane of the table has one

    return run


def _doer(widget: QWidget | None, method: str) -> object | None:
    return next((each for each in (widget, getattr(widget, "hands", None)) if hasattr(each, method)), None)
