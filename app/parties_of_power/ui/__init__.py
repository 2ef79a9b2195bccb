"""The window: everything with Qt and pyqtgraph."""

from parties_of_power.ui.none_count import keep_none

keep_none()
