"""The keys of the table that are in no menu, for the page of all keys."""

from __future__ import annotations

from parties_of_power.texts import N_

# (keys, what they do), both untranslated; keys as QKeySequence reads them, several divided by a comma and a blank.
TABLE_KEYS: tuple[tuple[str, str], ...] = (
    ("F2", N_("Edit the cell")),
    ("Return, Shift+Return", N_("Down, up; inside a selection from its end to its beginning")),
    ("Tab, Shift+Tab", N_("Right, left; inside a selection from its end to its beginning")),
    ("Shift+Up, Shift+Down, Shift+Left, Shift+Right", N_("Extend the selection")),
    ("Ctrl+Up, Ctrl+Down, Ctrl+Left, Ctrl+Right", N_("To the edge of what is filled in")),
    ("Ctrl+Shift+Up, Ctrl+Shift+Down, Ctrl+Shift+Left, Ctrl+Shift+Right", N_("Extend the selection to that edge")),
    ("Home, End", N_("To the first, last column")),
    ("Ctrl+Home, Ctrl+End", N_("To the first, last cell of the table")),
    ("PgUp, PgDown", N_("One page up, down")),
    ("Shift+Space, Ctrl+Space", N_("Select whole rows, whole columns")),
    ("Backspace", N_("Empty the cell and type")),
    ("Alt+Down", N_("Menu of the column")),
    ("Menu, Shift+F10", N_("Menu of the cell")),
    ("Escape", N_("Leave the overview of all rows")),
    ("Ctrl+Tab", N_("Leave the table")),
)
EDIT_KEYS: tuple[tuple[str, str], ...] = (
    ("Return", N_("Answer for the time of the value in force")),
    ("Ctrl+Return", N_("Say that the world has changed: a new value from the day on")),
    ("Tab, Shift+Tab", N_("Take it and go right, left")),
    ("Down", N_("List the answers, where there is a list")),
    ("Escape", N_("Leave the cell as it was")),
)
PROPOSAL_KEYS: tuple[tuple[str, str], ...] = (
    ("Return", N_("Take what fits")),
    ("Tab", N_("To the list of what will happen")),
    ("Escape", N_("Change nothing")),
)
MOUSE: tuple[tuple[str, str], ...] = (
    (N_("Click on a header"), N_("Select the column or the row; with Shift up to there, with Ctrl as well")),
    (N_("Double click on the header of a column"), N_("Sort by it")),
    (
        N_("Drag over the distribution in a header, click on a bar of it"),
        N_("Filter by it; with Ctrl one more bar; Esc takes it back"),
    ),
    (N_("Click with Ctrl"), N_("Select one more cell or block")),
    (N_("Point at a row in the overview"), N_("Show it in full")),
    (N_("Drag the corner of the selection"), N_("Fill; years and numbers with a step go on, with Ctrl they repeat")),
)
