"""The tool bar: undo and redo, the as-of day, what is cited, and the three things most often done with a comparison."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolBar, QToolButton, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.as_of_bar import AsOfBar
from parties_of_power.ui.citing_box import CitingBox
from parties_of_power.ui.theme import SEMIBOLD, font, px


def tool_bar(actions: Mapping[str, QAction], as_of: AsOfBar, citing: CitingBox) -> QToolBar:
    bar = QToolBar(_("Tools"))
    bar.setObjectName("tools")
    bar.setAccessibleName(_("Tools"))
    bar.setMovable(False)
    bar.setIconSize(QSize(px(16), px(16)))
    bar.setFixedHeight(px(48))
    bar.addWidget(_edge())
    bar.addWidget(_button(actions["undo"], _("Undo")))
    bar.addWidget(_button(actions["redo"], _("Redo"), icon_only=True))
    for group in (as_of, citing):
        # Else a wide window would pull their fields apart.
        group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        bar.addWidget(_divider())
        bar.addWidget(group)
    bar.addWidget(_space())
    bar.addWidget(_button(actions["attribute"], _("Attribute")))
    bar.addWidget(_button(actions["charts"], _("Chart")))
    bar.addWidget(_button(actions["export"], _("Export to Excel"), primary=True))
    bar.addWidget(_edge())
    return bar


def _button(action: QAction, text: str, icon_only: bool = False, primary: bool = False) -> QToolButton:
    """A button that does what an action does, with words of its own that stay the same."""
    style = Qt.ToolButtonStyle.ToolButtonIconOnly if icon_only else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button = QToolButton()
    button.setText(text)
    button.setToolButtonStyle(style)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(text)
    button.setProperty("bordered", True)
    button.setProperty("primary", primary)
    if primary:
        button.setFont(font(13, SEMIBOLD))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    elif action.icon().isNull():
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    else:
        button.setIcon(action.icon())

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(follow)
    button.clicked.connect(action.trigger)
    follow()
    return button


def _divider() -> QWidget:
    line = QFrame(frameShape=QFrame.Shape.VLine)
    line.setObjectName("divider")
    line.setFixedSize(px(1), px(20))
    return line


def _edge() -> QWidget:
    """Qt sets a tool bar's margins back whenever its style changes, so the margin is a widget."""
    edge = QWidget()
    edge.setFixedWidth(px(4))
    return edge


def _space() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space
