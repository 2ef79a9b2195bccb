"""The watch over models: one that breaks Qt's rules is found as soon as a view shows it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, qInstallMessageHandler
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

AnyIndex = QModelIndex | QPersistentModelIndex


class WithoutIndexes(QAbstractTableModel):
    """Says that it has rows, and has no index for them."""

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt calls it with and without
        return 0 if parent.isValid() else 2

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- as rowCount
        return 0 if parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = 0) -> Any:
        return None

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 -- as rowCount
        return QModelIndex()


def test_a_model_that_breaks_the_rules_is_found(qtbot: QtBot, qtlog: Any) -> None:
    view, said = QTableView(), []
    qtbot.addWidget(view)
    with qtlog.disabled():
        qInstallMessageHandler(lambda _kind, _context, message: said.append(message))
        view.setModel(WithoutIndexes(view))
        qInstallMessageHandler(None)
    assert any("FAIL!" in message for message in said)
