"""Reading the columns of a table while nobody waits, so that the first sort or filter finds them read."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from parties_of_power.ui.views.comparison.model import ComparisonModel

# Milliseconds: until a window that has just opened is at rest, until the user has done nothing for so long, and then
# between two columns.
FIRST_PAUSE, IDLE, PAUSE = 1500, 300, 40


class ReadingAhead(QTimer):
    """One column after the other, in the order of the table, in pauses of the user; it ends when there is none left."""

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__(model)
        self.model = model
        self.timeout.connect(self.read)
        model.modelReset.connect(self.begin)
        for busy in (model.workspace.as_of_changed, model.workspace.cell_changed, model.workspace.changed):
            busy.connect(self.wait)
        model.workspace.closing.connect(self.stop)
        self.begin()

    def begin(self) -> None:
        self.start(FIRST_PAUSE)

    def wait(self) -> None:
        if self.isActive() and self.interval() < FIRST_PAUSE:
            self.start(IDLE)

    def read(self) -> None:
        self.setInterval(PAUSE)
        if self.model.table is None or not self.model.table.read_next_column():
            self.stop()
