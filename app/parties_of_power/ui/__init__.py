"""The window: everything with Qt and pyqtgraph."""
