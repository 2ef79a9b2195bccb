"""Find (Ctrl+K): one field for parties, states, attributes, events, sources, comparisons, charts and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.events import Event
from parties_of_power.study import queries
from parties_of_power.texts import _
from parties_of_power.ui.citing_box import short_name
from parties_of_power.ui.icons import icon
from parties_of_power.ui.theme import px
from parties_of_power.ui.view_actions import keys_of

if TYPE_CHECKING:
    from parties_of_power.ui.actions import Action
    from parties_of_power.ui.main_window import MainWindow

MOST_SHOWN = 60
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Entry:
    """`text` is shown with what it `is_a`; `also` are other names that find it just as well."""

    text: str
    is_a: str
    icon: str
    go: Callable[[], object]
    also: tuple[str, ...] = ()

    def shown_for(self, words: list[str]) -> str:
        """The text, and beside it the other name that answers where the text does not."""
        if not words or words[0] in self.text.casefold():
            return self.text
        answers = (name for name in self.also if words[0] in name.casefold())
        name = next(answers, "")
        return _("{name} ({other})").format(name=self.text, other=name) if name else self.text

    def rank(self, words: list[str]) -> int | None:
        """How well it answers, 0 best; None where a word is nowhere in it."""
        names = [name.casefold() for name in (self.text, *self.also)]
        if not all(word in f"{' '.join(names)} {self.is_a.casefold()}" for word in words):
            return None
        whole = " ".join(words)
        if any(name.startswith(whole) for name in names):
            return 0
        if any(part.startswith(words[0]) for name in names for part in name.split()):
            return 1
        return 2 if any(all(word in name for word in words) for name in names) else 3


class FindBox(QDialog):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.entries = [*entries(window)]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find or run"))
        self.setObjectName("find-box")
        self.field = QLineEdit(placeholderText=_("A party, state, attribute, event, source or command"))
        self.field.setAccessibleName(_("Find"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(px(16), px(16)))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.resize(px(560), px(420))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, px(80))))
        self.field.textChanged.connect(self.show_found)
        self.field.returnPressed.connect(self.take)
        self.list.itemClicked.connect(self.take)
        self.field.installEventFilter(self)
        self.show_found("")

    def show_found(self, text: str) -> None:
        words = text.casefold().split()
        ranked = [(rank, entry) for entry in self.entries if (rank := entry.rank(words) if words else 0) is not None]
        ranked.sort(key=lambda both: both[0])
        self.list.clear()
        for _rank, entry in ranked[:MOST_SHOWN]:
            item = QListWidgetItem(icon(entry.icon, "second_text"), f"{entry.shown_for(words)}  ·  {entry.is_a}")
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not ranked:
            self.list.addItem(_("Nothing is called that"))

    def take(self) -> None:
        item = self.list.currentItem()
        entry = item.data(Qt.ItemDataRole.UserRole) if item else None
        if isinstance(entry, Entry):
            self.close()
            entry.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through the list while the field keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in WALKING:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)


def entries(window: MainWindow) -> Iterator[Entry]:
    """Everything that can be found, in the order in which equals are shown."""
    yield from _subjects(window)
    yield from _attributes(window)
    yield from _comparisons(window)
    yield from _charts(window)
    yield from _commands(window)
    yield from _events(window)
    yield from _sources(window)


def _subjects(window: MainWindow) -> Iterator[Entry]:
    workspace, catalogue = window.workspace, window.workspace.catalogue
    words = {"party": _("party"), "state": _("state")}
    catalogue.read_names()
    for subject in (*catalogue.parties, *catalogue.states):
        names = (*(name.text for name in catalogue.names_of(subject.id)), subject.key)
        shown = catalogue.shown_name(subject.id, workspace.as_of).text

        def go(subject_id: int = subject.id) -> None:
            workspace.clear_cell()
            workspace.select((subject_id,))
            window.show_view("inspector")

        yield Entry(shown, words[subject.kind], subject.kind, go, names)


def _attributes(window: MainWindow) -> Iterator[Entry]:
    for attribute in window.workspace.catalogue.attributes.values():

        def go(attribute: Attribute = attribute) -> None:
            _go_to_attribute(window, attribute)

        kind = _("attribute of parties") if attribute.subject_kind == "party" else _("attribute of states")
        yield Entry(attribute.name, kind, "table", go, (attribute.group, attribute.key))


def _go_to_attribute(window: MainWindow, attribute: Attribute) -> None:
    """The cell of the selected subject where there is one, else the codebook."""
    workspace = window.workspace
    subjects = workspace.catalogue.subjects
    chosen = next((one for one in workspace.selected if subjects[one].kind == attribute.subject_kind), None)
    if chosen is None:
        workspace.show_item("codebook", attribute.id)
    else:
        workspace.set_cell(chosen, attribute.id)
        window.show_view("inspector")


def _comparisons(window: MainWindow) -> Iterator[Entry]:
    for comparison in queries.comparisons(window.workspace.study):

        def go(comparison_id: int = comparison.id) -> None:
            window.workspace.show_comparison(comparison_id)
            window.go_to_view("comparison")

        yield Entry(comparison.name, _("comparison"), "table", go)


def _charts(window: MainWindow) -> Iterator[Entry]:
    for chart in queries.charts(window.workspace.study):

        def go(chart_id: int = chart.id) -> None:
            window.workspace.show_chart(chart_id)
            window.go_to_view("charts")

        yield Entry(chart.name, _("chart"), "table", go)


def _commands(window: MainWindow) -> Iterator[Entry]:
    for action in window.menus.listed:
        if not action.is_enabled(window):
            continue
        is_a = f"{_(action.menu)}  {keys_of(action)}".strip()

        def go(action: Action = action) -> None:
            window.menus.run(action)

        title = action.title(window)
        yield Entry(title, is_a, "chevron-right", go, _also_called(action, title))


def _also_called(action: Action, title: str) -> tuple[str, ...]:
    """The command with its menu before it; what is inserted may be called added or new as well."""
    what = title.rstrip("…").lower()
    called = [f"{_(action.menu)} {what}"]
    if action.menu == "Insert":
        called += [_("Add {what}").format(what=what), _("New {what}").format(what=what)]
    return tuple(called)


def _events(window: MainWindow) -> Iterator[Entry]:
    for event in window.workspace.catalogue.events.values():

        def go(event: Event = event) -> None:
            if event.date.earliest is not None:
                window.workspace.set_as_of(event.date.earliest)
            window.workspace.select(event.subject_ids)
            window.workspace.show_item("timeline", event.id)

        yield Entry(event.title, _("event, {date}").format(date=event.date.describe()), "history", go, (event.key,))


def _sources(window: MainWindow) -> Iterator[Entry]:
    for source in window.workspace.catalogue.sources.values():

        def go(source_id: int = source.id) -> None:
            window.workspace.show_item("sources", source_id)

        yield Entry(source.title, _("source, {name}").format(name=short_name(source)), "link", go, (source.key,))
