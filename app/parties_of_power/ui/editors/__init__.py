"""The editors of cells, one for each kind of answer: `editor_for(attribute, …)` makes the one that fits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.ui.editors.date import DateEditor
from parties_of_power.ui.editors.line import CellEditor
from parties_of_power.ui.editors.listed import ListedEditor, SeveralEditor
from parties_of_power.ui.editors.number import NumberEditor
from parties_of_power.ui.editors.suggestions import suggestions

__all__ = ["CellEditor", "editor_for"]

# A new kind gets a line here; without one it is typed as a line of text.
EDITORS: dict[str, Callable[[QWidget | None], CellEditor]] = {
    "text": CellEditor,
    "number": NumberEditor,
    "percent": NumberEditor,
    "yes_no": ListedEditor,
    "date": DateEditor,
    "choice": ListedEditor,
    "several_choices": SeveralEditor,
    "party": ListedEditor,
    "state": ListedEditor,
    "person": ListedEditor,
    "several_persons": SeveralEditor,
    "link": CellEditor,
}


def editor_for(attribute: Attribute, catalogue: Catalogue, day: int, parent: QWidget | None = None) -> CellEditor:
    """An empty editor for answers to the attribute; parties and states are offered by their names on the day."""
    editor = EDITORS.get(attribute.kind, CellEditor)(parent)
    if isinstance(editor, ListedEditor):
        editor.offer(suggestions(attribute, catalogue, day))
    return editor
