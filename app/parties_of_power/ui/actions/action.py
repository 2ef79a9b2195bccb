"""What an action is: its words, its place in the menus, its key, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def always(_window: MainWindow) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """`text` is untranslated; `label` says it instead where the words depend on the study (*Undo: Record seats*).

    `is_checked` makes it a switch. With `is_local` the shortcut belongs to the widget that has the focus, and the menu
    only shows it. `starts_group` draws a line above it. `icon` is a name in `icons.DRAWINGS`.
    """

    key: str
    text: str
    menu: str
    shortcut: str
    run: Callable[[MainWindow], object]
    is_enabled: Callable[[MainWindow], bool] = always
    label: Callable[[MainWindow], str] | None = None
    is_checked: Callable[[MainWindow], bool] | None = None
    is_local: bool = False
    starts_group: bool = False
    icon: str = ""

    def title(self, window: MainWindow) -> str:
        return self.label(window) if self.label else _(self.text)


def can_edit(window: MainWindow) -> bool:
    return not window.workspace.study.is_read_only


def has_comparison(window: MainWindow) -> bool:
    return window.workspace.comparison_id is not None


def can_edit_comparison(window: MainWindow) -> bool:
    return can_edit(window) and has_comparison(window)
