"""Step 2: the table found in the file: its sheet and header, what each of the first rows is, and what was decided."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from parties_of_power.exchange.imports.found import Decision, DecisionKind, FoundTable, TableChoices
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.preview import Preview
from parties_of_power.ui.views.importing.section import Choice, Section, labelled, line_of

_MOST_HEADERS = 12


class TableSection(Section):
    """`chosen` comes with the choices about the table."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(2, _("The table found in it"))
        self.choices = TableChoices()
        self.sheet, self.header = Choice(_("Sheet")), Choice(_("Header"))
        self.preview = Preview()
        self.boxes: list[QCheckBox] = []
        self.decided = QWidget()
        self.decided_column = QVBoxLayout(self.decided)
        self.decided_column.setContentsMargins(0, 0, 0, 0)
        self.decided_column.setSpacing(px(4))
        self.sheet_line = labelled(_("Sheet"), self.sheet)
        self.header_line = labelled(_("Header"), self.header)
        self.column.addWidget(line_of(self.sheet_line, self.header_line))
        self.column.addWidget(self.decided)
        self.column.addWidget(self.preview)
        self.sheet.activated.connect(lambda _at: self.chosen.emit(TableChoices(str(self.sheet.currentData()))))
        self.header.activated.connect(self._choose_header)

    def show_draft(self, draft: Draft) -> None:
        table, self.choices = draft.table, draft.plan.table
        is_free = draft.opened.dataset is None
        self.header_line.setVisible(is_free)
        self.sheet_line.setVisible(is_free and len(draft.opened.sheets) > 1)
        self.say(_about(table, is_part=draft.opened.is_part))
        self.sheet.clear()
        for sheet in draft.opened.sheets:
            shown = _("{name} (hidden)") if sheet.is_hidden else "{name}"
            self.sheet.offer(shown.format(name=sheet.name), sheet.name)
        self.sheet.choose(table.sheet)
        self._show_headers()
        self._show_decisions(self._decisions(table) if is_free else [])
        found = next(each for each in draft.opened.sheets if each.name == table.sheet)
        self.preview.show_rows(found, table, self.choices.header_rows)

    def _show_headers(self) -> None:
        self.header.clear()
        self.header.offer(_("as found"), None)
        self.header.offer(_("none"), ())
        for row in range(_MOST_HEADERS):
            self.header.offer(_("row {row}").format(row=row + 1), (row,))
        for row in range(_MOST_HEADERS - 1):
            self.header.offer(_("rows {row} and {next}").format(row=row + 1, next=row + 2), (row, row + 1))
        self.header.choose(self.choices.header_rows)

    def _show_decisions(self, decisions: list[Decision]) -> None:
        focused = next((box.property("kind") for box in self.boxes if box.hasFocus()), "")
        for box in self.boxes:
            self.decided_column.removeWidget(box)
            box.deleteLater()
        self.boxes = []
        for each in decisions:
            box = QCheckBox(each.sentence.replace("&", "&&"))
            box.setProperty("kind", each.kind)
            box.setChecked(each.kind not in self.choices.turned_back)
            box.setEnabled(each.can_turn_back and each.kind not in ("header", "no_header"))
            if not box.isEnabled():
                box.setToolTip(_("This is so in any case; the header can be chosen above."))
            box.clicked.connect(lambda _on=False, kind=each.kind: self._turn(kind))
            self.decided_column.addWidget(box)
            self.boxes.append(box)
            if each.kind == focused:
                box.setFocus()
        self.decided.setVisible(bool(self.boxes))

    def _decisions(self, table: FoundTable) -> list[Decision]:
        """With those that were turned back, so that they can be turned on again."""
        turned = [Decision(kind, _turned_back(kind)) for kind in self.choices.turned_back]
        return [*(each for each in table.decisions if each.kind not in self.choices.turned_back), *turned]

    def _turn(self, kind: DecisionKind) -> None:
        turned = self.choices.turned_back
        known = tuple(each for each in turned if each != kind)
        self.chosen.emit(replace(self.choices, turned_back=known if len(known) < len(turned) else (*turned, kind)))

    def _choose_header(self) -> None:
        self.chosen.emit(replace(self.choices, header_rows=self.header.currentData()))


def _turned_back(kind: DecisionKind) -> str:
    names: dict[DecisionKind, str] = {
        "merged": _("Merged cells count for each of their rows"),
        "notes": _("Footnotes below the table are no rows"),
        "marks": _("Footnote marks are read as notes"),
        "totals": _("Rows of totals are left out"),
        "sections": _("Headings between the rows become a column"),
        "repeated": _("Repeated headers are left out"),
        "hidden": _("Hidden rows are read"),
    }
    return names[kind]


def _about(table: FoundTable, *, is_part: bool) -> str:
    columns = ngettext("{count} column", "{count} columns", len(table.columns)).format(count=len(table.columns))
    rows = ngettext("{count} row", "{count} rows", len(table.rows)).format(count=len(table.rows))
    if is_part:
        rows = _("its first rows are shown; the rest is read when values are wanted")
    return " · ".join((*table.titles, columns, rows))
