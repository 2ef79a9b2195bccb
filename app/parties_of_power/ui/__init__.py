"""The window: everything with Qt and pyqtgraph."""

from parties_of_power.ui.none_count import keep_none
from parties_of_power.ui.unread_sources import read_no_sources

keep_none()
read_no_sources()
