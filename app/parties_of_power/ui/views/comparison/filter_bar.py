"""The bar above the table: the filters as chips, how many rows they leave, and which columns are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMargins, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from parties_of_power.analysis.groups import grouping_title
from parties_of_power.domain.comparisons import Column
from parties_of_power.texts import _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.tables.menu_entries import add_entry, as_written
from parties_of_power.ui.tables.words import cut
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.comparison.bar import press_by_enter
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.titles import filter_words, title_of
from parties_of_power.ui.wrapping import WrappingRow

HEIGHT, CHIP, WIDEST = 40, 26, 260
REST = 250


class FilterBar(QFrame):
    """Shows the filters of the model's comparison, and changes them. What opens from here is imported when it opens."""

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter-bar")
        self.model = model
        self.chips: list[QFrame] = []
        self.row = WrappingRow(self, QMargins(px(12), px(6), px(12), px(6)), px(8))
        self._shown: tuple[tuple[Column, ...], tuple[str, ...]] | None = None
        self.count = QLabel()
        self.count.setFont(font(12))
        self.text = self._text_field()
        self.group = _menu_button(_("Group"), self.fill_group_menu)
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self.rest.timeout.connect(self.preview_text)
        self._lay_out()
        model.shown_changed.connect(self.show_filters)
        theme().changed.connect(self.dress)
        self.dress()

    def show_filters(self) -> None:
        comparison, table = self.model.comparison, self.model.table
        filtered = tuple(column for column in comparison.columns if column.filter) if comparison else ()
        words = tuple(filter_words(column, self.model.workspace.catalogue) for column in filtered)
        if (filtered, words) != self._shown:
            self._shown = filtered, words
            self._show_chips(filtered)
        if comparison and not self.text.hasFocus():
            self.text.setText(comparison.filter_text)
        shown, listed = (len(table.row_ids), len(table.all_row_ids)) if table else (0, 0)
        grouped_by = group_button_words(self.model)
        self.group.setText(as_written(cut(grouped_by, px(WIDEST), 12)))
        self.group.setAccessibleName(grouped_by)
        self.count.setText(_("{shown} of {listed}").format(shown=shown, listed=listed) if shown != listed else "")
        self.count.setAccessibleName(_("{shown} of {listed} rows are shown").format(shown=shown, listed=listed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def dress(self) -> None:
        """In the colours of the theme as it is now."""
        self.setStyleSheet(_style())
        self._shown = None
        self.show_filters()

    def _show_chips(self, filtered: tuple[Column, ...]) -> None:
        for chip in self.chips:
            self.row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(column) for column in filtered]
        for place, chip in enumerate(self.chips):
            self.row.insert(place, chip)
            chip.show()

    def _chip(self, column: Column) -> QFrame:
        words = filter_words(column, self.model.workspace.catalogue)
        chip = QFrame()
        chip.setObjectName("chip")
        chip.setFixedHeight(px(CHIP))
        change, remove = QToolButton(), QToolButton()
        change.setText(as_written(cut(words, px(WIDEST), 12)))
        change.setFont(font(12))
        change.setToolTip(_("Change this filter: {words}").format(words=words))
        change.setAccessibleName(_("Filter: {words}").format(words=words))
        change.clicked.connect(lambda: self.ask_filter(column))
        remove.setIcon(icon("close", "accent_text"))
        remove.setIconSize(QSize(px(12), px(12)))
        remove.setToolTip(_("Remove this filter"))
        remove.setAccessibleName(_("Remove filter: {words}").format(words=words))
        remove.clicked.connect(lambda: self.remove_filter(column))
        row = QHBoxLayout(chip)
        row.setContentsMargins(px(8), 0, px(4), 0)
        row.setSpacing(0)
        for button in (change, remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        return chip

    def _text_field(self) -> QLineEdit:
        field = QLineEdit(clearButtonEnabled=True, placeholderText=_("Filter rows by text"))
        field.setAccessibleName(_("Filter rows by text"))
        field.addAction(icon("search", "second_text"), QLineEdit.ActionPosition.LeadingPosition)
        field.setFont(font(12))
        field.setMaximumWidth(px(220))
        field.textEdited.connect(lambda _text: self.rest.start())
        field.textChanged.connect(self._cleared)
        field.editingFinished.connect(self._keep_text)
        return field

    def _cleared(self, text: str) -> None:
        if not text and self.text.hasFocus():
            self._keep_text()

    def _keep_text(self) -> None:
        self.rest.stop()
        if not self.text.isVisible():  # the window is being closed
            return
        from parties_of_power.ui.views.comparison import arrange

        arrange.keep_text(self.model, self.text.text().strip())

    def _lay_out(self) -> None:
        add = _menu_button(_("Filter"), self.fill_filter_menu, "plus")
        rows = _menu_button(_("Rows"), self.fill_rows_menu)
        columns = _menu_button(_("Columns"), self.fill_columns_menu)
        for widget in (add, self.count, self.text, rows, columns, self.group):
            self.row.addWidget(widget)
        self.row.at_right = 4
        self.setMinimumHeight(px(HEIGHT))

    def fill_filter_menu(self, menu: QMenu) -> None:
        """Each column that can be filtered by."""
        for column in (each for each in self.model.columns if not each.is_of_ranking):
            words = _("{column}…").format(column=title_of(column, self.model.workspace.catalogue))
            add_entry(menu, words, partial(self.ask_filter, column))

    def fill_rows_menu(self, menu: QMenu) -> None:
        from parties_of_power.ui.views.comparison.rows_menu import fill_rows_menu

        fill_rows_menu(self.model, menu, self.window())

    def fill_columns_menu(self, menu: QMenu) -> None:
        from parties_of_power.ui.views.comparison.columns_menu import fill_columns_menu

        fill_columns_menu(self.model, menu, self.window())

    def fill_group_menu(self, menu: QMenu) -> None:
        from parties_of_power.ui.views.comparison.group_menu import fill_group_menu

        fill_group_menu(self.model, menu)

    def preview_text(self) -> None:
        from parties_of_power.ui.views.comparison import arrange

        arrange.preview_text(self.model, self.text.text().strip())

    def remove_filter(self, column: Column) -> None:
        from parties_of_power.ui.views.comparison import arrange

        arrange.filter_by(self.model, column, None)

    def ask_filter(self, column: Column) -> None:
        from parties_of_power.ui.views.comparison.filter_box import FilterBox

        FilterBox(self.model, column, self.window()).open()


def _menu_button(words: str, fill: Callable[[QMenu], None], drawn: str = "") -> QToolButton:
    """A button whose menu is made when it opens."""
    button = QToolButton()
    button.setText(words)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFont(font(12))
    button.setIcon(icon(drawn or "chevron-down", "second_text"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(words)
    if not drawn:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    menu = QMenu(button)
    menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    menu.aboutToShow.connect(menu.clear)
    menu.aboutToShow.connect(lambda: fill(menu))
    button.setMenu(menu)
    return button


def group_button_words(model: ComparisonModel) -> str:
    """`Group`, or `Group: Has a party of power`."""
    grouping = model.table.grouping if model.table else None
    if grouping is None:
        return _("Group")
    return _("Group: {attribute}").format(attribute=grouping_title(model.workspace.catalogue, grouping))


def _style() -> str:
    colours = tokens()
    return (
        f"#filter-bar {{ background: {colours.ground.name()}; border-bottom: 1px solid {colours.line.name()}; }}"
        f"#filter-bar QLabel {{ color: {colours.second_text.name()}; }}"
        f"#chip {{ background: {colours.selected.name()}; border-radius: {px(12)}px; }}"
        f"#chip QToolButton {{ color: {colours.accent_text.name()}; padding: {px(3)}px; border-radius: {px(8)}px; }}"
    )
