"""Reading the columns of a table while nobody waits, so that the first sort or filter finds them read."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from parties_of_power.ui.views.comparison.model import ComparisonModel

# Milliseconds: until a window that has just opened is at rest, and then between two columns.
FIRST_PAUSE, PAUSE = 1500, 400


class ReadingAhead(QTimer):
    """One column after each pause, in the order of the table; it ends when there is none left."""

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__(model)
        self.model = model
        self.timeout.connect(self.read)
        model.modelReset.connect(self.begin)
        model.workspace.closing.connect(self.stop)
        self.begin()

    def begin(self) -> None:
        self.start(FIRST_PAUSE)

    def read(self) -> None:
        self.setInterval(PAUSE)
        if self.model.table is None or not self.model.table.read_next_column():
            self.stop()
