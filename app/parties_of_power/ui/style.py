"""The palette and the style sheet that Qt's own widgets are drawn with, made from the tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor, QPalette

from parties_of_power.paths import resource
from parties_of_power.ui.palette import Tokens, mix

Role = QPalette.ColorRole


def qt_palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.second_text)
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, QColor]:
    return {
        Role.Window: tokens.ground,
        Role.WindowText: tokens.text,
        Role.Base: tokens.ground,
        Role.AlternateBase: tokens.panel,
        Role.Text: tokens.text,
        Role.PlaceholderText: tokens.second_text,
        Role.Button: tokens.panel,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.wrong,
        Role.Light: tokens.panel,
        Role.Midlight: tokens.grid,
        Role.Mid: tokens.line,
        Role.Dark: tokens.thin,
        Role.Shadow: tokens.bar,
        Role.Highlight: tokens.selected,
        Role.HighlightedText: tokens.text,
        Role.Link: tokens.accent_text,
        Role.LinkVisited: tokens.accent_text,
        Role.ToolTipBase: tokens.panel,
        Role.ToolTipText: tokens.text,
        Role.Accent: tokens.accent,
    }


SHEET = Template("""
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: ${px4}px; }
QMenuBar { background: $ground; }
QMenuBar::item { padding: ${px4}px ${px8}px; background: transparent; border-radius: ${px4}px; }
QMenuBar::item:selected { background: $selected; }
QMenu { background: $panel; border: 1px solid $line; padding: ${px4}px; }
QMenu::item { padding: ${px6}px ${px24}px ${px6}px ${px24}px; border-radius: ${px4}px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $second_text; }
QMenu::separator { height: 1px; background: $line; margin: ${px4}px ${px8}px; }
QToolBar { background: $ground; border: none; border-bottom: 1px solid $line; spacing: ${px8}px; }
QStatusBar { background: $bar; border-top: 1px solid $line; color: $second_text; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $second_text; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QSplitter::handle { background: $line; }
QDockWidget { titlebar-close-icon: none; }

QPushButton, QToolButton[bordered="true"] {
  background: $panel; color: $text; border: 1px solid $line; border-radius: ${px6}px;
  padding: ${px4}px ${px12}px; min-height: ${px20}px; }
QPushButton:hover, QToolButton[bordered="true"]:hover { background: $grid; }
QPushButton:pressed, QPushButton:checked, QToolButton[bordered="true"]:pressed, QToolButton[bordered="true"]:checked {
  background: $selected; }
QPushButton:disabled, QToolButton[bordered="true"]:disabled { color: $second_text; background: transparent; }
QPushButton:focus, QToolButton[bordered="true"]:focus { border: 2px solid $accent; padding: ${px3}px ${px11}px; }
QPushButton[primary="true"], QToolButton[primary="true"], QDialog QPushButton:default {
  background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: $accent_text; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus, QDialog QPushButton:default:focus {
  border: 2px solid $text; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {
  background: transparent; color: $second_text; border: 1px solid $line; }
QToolButton[popupMode="1"] { padding-right: ${px14}px; } /* with room for the arrow beside its icon */
QToolButton[compact="true"] { padding: ${px1}px ${px8}px; }
QToolButton[compact="true"]:focus { padding: 0 ${px7}px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${px6}px; padding: ${px4}px; }
QToolButton:hover { background: $grid; }
QToolButton:focus { border: 2px solid $accent; padding: ${px3}px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $field; color: $text; border: 1px solid $line; border-radius: ${px6}px; padding: ${px3}px ${px8}px;
  min-height: ${px20}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: ${px2}px ${px7}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  background: transparent; color: $second_text; }
QComboBox::drop-down { border: none; width: ${px20}px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url($icons/chevron-down-$scheme.png); width: ${px12}px;
  height: ${px12}px; }
QAbstractSpinBox::up-arrow { image: url($icons/chevron-up-$scheme.png); width: ${px12}px; height: ${px12}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: ${px20}px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; selection-background-color: $selected;
  selection-color: $text; }
QListWidget::item { min-height: ${px24}px; }
QRadioButton::indicator { width: ${px14}px; height: ${px14}px; border: 1px solid $thin; border-radius: ${px8}px;
  background: $field; }
QRadioButton::indicator:checked { width: ${px8}px; height: ${px8}px; border: ${px4}px solid $accent; }
QListView::indicator, QTableView::indicator,
QCheckBox::indicator { width: ${px14}px; height: ${px14}px; border: 1px solid $thin;
  border-radius: ${px4}px; background: $field; }
QListView::indicator:checked, QTableView::indicator:checked,
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url($icons/check-$scheme.png); }
QCheckBox::indicator:indeterminate { border-color: $accent; image: url($icons/dash-$scheme.png); }
QAbstractItemView { background: $ground; border: none; outline: none; gridline-color: $line;
  selection-background-color: $selected; selection-color: $text; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $text; border: none; border-bottom: 1px solid $line;
  padding: ${px4}px ${px12}px; font-weight: 600; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTabBar { background: $bar; }
QTabWidget::tab-bar { left: ${px8}px; }
QTabBar::tab { background: transparent; color: $second_text; padding: ${px6}px ${px12}px; margin-top: ${px6}px;
  border: 1px solid transparent; border-top-left-radius: ${px6}px; border-top-right-radius: ${px6}px; }
QTabBar::tab:selected { background: $ground; color: $text; border-color: $line; border-bottom-color: $ground; }
QTabBar::tab:hover:!selected { color: $text; }
QTabBar::tab:focus { color: $accent_text; border-color: $accent; }
#tab-strip { background: $bar; border-bottom: 1px solid $line; }
#banner { background: $doubt_ground; color: $text; padding: ${px6}px ${px12}px; border-bottom: 1px solid $line; }
#quiet { color: $second_text; }
#divider { background: $line; border: none; }
#cell-editor, #cell-editor:focus { border: 2px solid $accent; border-radius: 0; padding: 0 ${px10}px; }
#find { text-align: left; color: $second_text; font-size: ${px12}px; }
#popup { background: $panel; border: 1px solid $line; padding: ${px4}px; }
#find-box { background: $panel; border: 1px solid $line; }
#side-list:focus { border: 1px solid $accent; border-radius: ${px4}px; }
QTabBar::close-button { image: url($icons/close-$scheme.png); width: ${px12}px; height: ${px12}px;
  margin: ${px8}px ${px2}px ${px2}px ${px2}px; }
QTabBar::close-button:hover { background: $grid; border-radius: ${px3}px; }
QScrollArea { border: none; background: $ground; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${px10}px; }
QScrollBar:horizontal { height: ${px10}px; }
QScrollBar::handle { background: $scroll; border-radius: ${px4}px; margin: ${px2}px; }
QScrollBar::handle:vertical { min-height: ${px24}px; }
QScrollBar::handle:horizontal { min-width: ${px24}px; }
QScrollBar::handle:hover { background: $thin; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider::groove:horizontal { height: ${px4}px; background: $line; border-radius: ${px2}px; }
QSlider::sub-page:horizontal { height: ${px4}px; background: $as_of; border-radius: ${px2}px; }
QSlider::handle:horizontal { background: $as_of; width: ${px14}px; height: ${px14}px; margin: -${px5}px 0;
  border-radius: ${px7}px; }
QSlider:focus { border: 2px solid $accent; border-radius: ${px6}px; }
""")
LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 20, 24)


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    colours = {field.name: getattr(tokens, field.name) for field in fields(tokens) if field.name != "is_dark"}
    named = {role: colour.name() for role, colour in colours.items()}
    scroll = mix(tokens.thin, tokens.ground, 0.5)
    scheme = "dark" if tokens.is_dark else "light"
    icons = resource("icons").as_posix()
    return SHEET.substitute(
        named,
        scheme=scheme,
        icons=icons,
        scroll=scroll.name(),
        **{f"px{length}": str(px(length)) for length in LENGTHS},
    )
