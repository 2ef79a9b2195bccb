"""Entries of a menu: their words as they stand, and what they do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_entry(menu: QMenu, words: str, act: Callable[[], object], is_enabled: bool = True) -> QAction:
    action = menu.addAction(as_written(words))
    action.setEnabled(is_enabled)
    action.triggered.connect(lambda _on=False: act())
    return action


def add_submenu(menu: QMenu, words: str) -> QMenu:
    return menu.addMenu(as_written(words))


def as_written(words: str) -> str:
    """An ampersand is shown, and does not underline the letter after it."""
    return words.replace("&", "&&")
