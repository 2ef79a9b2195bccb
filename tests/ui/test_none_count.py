"""Qt can be called as often as a session needs."""

import sys

from PySide6.QtCore import QObject, Signal

from parties_of_power.ui.none_count import keep_none


class Bell(QObject):
    rang = Signal()


def test_ten_thousand_calls_leave_none_and_true_alive() -> None:
    keep_none()
    bell = Bell()
    for _number in range(10_000):
        bell.setObjectName("x")
        bell.rang.emit()
    assert sys.getrefcount(None) > 1_000_000
    assert sys.getrefcount(True) > 1_000_000
