"""Step 4: which attribute each column is; of a known dataset, which of its variables are wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from parties_of_power.exchange.imports.plan import ColumnUse
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.importing.column_line import ColumnLine
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Section

_MOST_COLUMNS = 200


class ColumnsSection(Section):
    """`use_chosen` comes with the new use of one column, `variables_chosen` with the columns of the variables."""

    use_chosen = Signal(object)
    variables_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(4, _("Columns and attributes"))
        self.lines: dict[str, ColumnLine] = {}
        self.grid = QWidget()
        self.finding = QLineEdit()
        self.finding.setPlaceholderText(_("Find a variable"))
        self.finding.setAccessibleName(_("Find a variable"))
        self.variables = QListWidget()
        self.variables.setAccessibleName(_("Variables to take"))
        self.variables.setFixedHeight(px(220))
        self.column.addWidget(self.finding)
        self.column.addWidget(self.variables)
        self.column.addWidget(self.grid)
        self.finding.textChanged.connect(self._narrow)
        self.variables.itemChanged.connect(lambda _item: self.variables_chosen.emit(self._checked()))

    def show_draft(self, draft: Draft) -> None:
        """Made anew where there are other columns; else the lines are brought up to date and keep the focus."""
        known = draft.opened.dataset
        for widget in (self.finding, self.variables):
            widget.setVisible(known is not None)
        self.grid.setVisible(known is None)
        if known is not None:
            self._show_variables(draft)
            return
        uses = draft.plan.uses[:_MOST_COLUMNS]
        if list(self.lines) != [use.title for use in uses]:
            self._make_lines(uses)
        for use in uses:
            self.lines[use.title].show_use(use, draft)
        grid = self.grid.layout()
        if isinstance(grid, QGridLayout):
            has_new = any(use.new is not None for use in uses)
            for place, stretch in enumerate((2, 3, 2 * has_new, has_new, 2)):
                grid.setColumnStretch(place, stretch)
        self.say(_about(draft))

    def _make_lines(self, uses: tuple[ColumnUse, ...]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        self.lines = {}
        for row, use in enumerate(uses):
            line = ColumnLine(use)
            line.chosen.connect(self.use_chosen)
            for place, widget in enumerate((line.title, line.what, line.name, line.kind, line.reason)):
                grid.addWidget(widget, row, place)
            self.lines[use.title] = line
        self.column.replaceWidget(self.grid, fresh)
        self.grid.deleteLater()
        self.grid = fresh

    def _show_variables(self, draft: Draft) -> None:
        known = draft.opened.dataset
        if known is None:
            return
        chosen = {use.title for use in draft.plan.uses_as("value")}
        listed = known.variables(draft.opened.header)
        self.variables.blockSignals(True)
        if [item.data(Qt.ItemDataRole.UserRole) for item in self._items()] != [each.column for each in listed]:
            self.variables.clear()
            for each in listed:
                item = QListWidgetItem(_("{column} · {name}").format(column=each.column, name=each.attribute.name))
                item.setData(Qt.ItemDataRole.UserRole, each.column)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setToolTip(each.attribute.definition)
                self.variables.addItem(item)
        for item in self._items():
            is_on = item.data(Qt.ItemDataRole.UserRole) in chosen
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.variables.blockSignals(False)
        said = ngettext("{count} of {all} variables is taken", "{count} of {all} variables are taken", len(chosen))
        beside = _("with its interval, ordinal version and number of coders where the file has them")
        self.say(f"{said.format(count=len(chosen), all=len(listed))}, {beside}")

    def _items(self) -> list[QListWidgetItem]:
        return [self.variables.item(row) for row in range(self.variables.count())]

    def _checked(self) -> list[str]:
        checked = [each for each in self._items() if each.checkState() == Qt.CheckState.Checked]
        return [str(each.data(Qt.ItemDataRole.UserRole)) for each in checked]

    def _narrow(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.casefold() not in item.text().casefold())


def _about(draft: Draft) -> str:
    taken = draft.plan.uses_as("value")
    new = sum(use.new is not None for use in taken)
    said = ngettext("{count} column is taken for an attribute", "{count} columns are taken for attributes", len(taken))
    parts = [said.format(count=len(taken))]
    if new:
        parts.append(ngettext("{count} of them is new", "{count} of them are new", new).format(count=new))
    if len(draft.plan.uses) > _MOST_COLUMNS:
        parts.append(_("the first {count} columns are listed").format(count=_MOST_COLUMNS))
    return " · ".join(parts)
