"""A row of widgets that wraps: nothing is cut off, however narrow it becomes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from parties_of_power.ui.wrapping import WrappingRow


@pytest.mark.parametrize("width", [80, 150, 260, 900])
def test_every_widget_is_whole_and_inside(qapp: QApplication, width: int) -> None:
    around = QWidget()
    row = WrappingRow(around, QMargins(10, 4, 10, 4), 6)
    buttons = [QPushButton(words) for words in ("one", "two", "three", "four")]
    for button in buttons[1:]:
        row.addWidget(button)
    row.insert(0, buttons[0])
    row.at_right = 1
    width = max(width, row.minimumSize().width())
    around.resize(width, row.heightForWidth(width))
    around.show()
    qapp.processEvents()
    places = [button.geometry() for button in buttons]
    assert all(place.size() == button.sizeHint() for place, button in zip(places, buttons, strict=True))
    assert all(around.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    is_one_line = len({place.top() for place in places}) == 1
    needed = 2 * 10 + 3 * 6 + sum(place.width() for place in places)
    assert is_one_line == (needed <= width)
    assert not is_one_line or places[-1].right() == width - 11
    around.close()
