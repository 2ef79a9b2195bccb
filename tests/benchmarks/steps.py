"""Steps of the as-of day, scrolling, sorting, filtering and opening, until painted: the bundled study and a large one.

python tests/benchmarks/steps.py

PARTIES_OF_POWER_LARGE_STUDY names a file that keeps the large study between two runs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from figures import Figure, median_and_p95, run_part
from screen import window_on_own_screen
from studies import make_bundled, make_large, scratch_home
from window import Clock, Paintings, application, let_rest, open_window, shown_window, table_of

from parties_of_power.domain.comparisons import ColumnFilter, SortKey
from parties_of_power.domain.days import day_number
from parties_of_power.study import edits
from parties_of_power.ui.main_window import MainWindow

FIRST, LAST, STEPS = day_number(1991, 1, 1), day_number(2024, 1, 1), 200
PAGES = 60
FEW = 40  # steps where each may take long
READING_AHEAD = 8.0  # seconds that a user looks at a table before sorting it, in which its columns are read
PARTY, ATTRIBUTE = "united-russia", "Vote share"


def measure() -> list[Figure]:
    with scratch_home() as home, window_on_own_screen():
        return [*_bundled(make_bundled(home)), *_large(make_large(home))]


def _days(count: int) -> list[int]:
    return [FIRST + (LAST - FIRST) * step // count for step in range(1, count + 1)]


def _bundled(path: Path) -> list[Figure]:
    """A drag with every pane in sight and a cell explained; then with the chart in the table's place."""
    app = application()
    with open_window(app, path) as window:
        workspace = window.workspace
        party = workspace.catalogue.find_subject(PARTY)[0]
        attribute = workspace.catalogue.attribute(ATTRIBUTE, "party")
        assert attribute is not None
        workspace.select((party,))
        workspace.set_cell(party, attribute.id)
        let_rest(app)
        found = []
        for key, shown in (("comparison", "table"), ("charts", "chart")):
            window.show_view(key)
            let_rest(app)
            watched = Paintings(window.widget_of(key))
            drag = _steps(Clock(app, window), window, _days(STEPS))
            assert watched.count, f"the {shown} followed the day"
            name = f"bundled: as-of step, whole window with {shown}"
            found += median_and_p95(name, drag, goal=16.0, worst=33.0)
        return found


def _large(path: Path) -> list[Figure]:
    app = application()
    begun = time.perf_counter()
    window = shown_window(path)
    clock = Clock(app, window)
    clock.seconds(window.update)
    opening = time.perf_counter() - begun
    let_rest(app, READING_AHEAD)
    found = [Figure("1M: opening, until the whole window is painted", opening, "s", 3.0)]
    found += median_and_p95("1M: as-of step", _steps(clock, window, _days(STEPS)), goal=16.0)
    found += _scrolled(clock, window)
    found += _sorted_and_filtered(clock, window)
    window.close()
    return found


def _scrolled(clock: Clock, window: MainWindow) -> list[Figure]:
    """Page by page over rows that were seen before; then with frozen rows and texts that go on in further lines, and
    the pointer over an overview of all rows."""
    view, study, comparison = table_of(window), window.workspace.study, window.workspace.comparison
    assert comparison is not None
    bar = view.verticalScrollBar()

    def pages() -> list[float]:
        bar.setValue(0)
        return [clock.seconds(lambda: bar.setValue(bar.value() + bar.pageStep())) for _page in range(PAGES)]

    pages()
    found = median_and_p95("1M: a page of scrolling", pages(), goal=16.0)
    edits.freeze_rows(study, comparison.id, 3)
    edits.wrap_texts(study, comparison.id, True)
    found += median_and_p95("1M: a page with frozen rows and wrapped texts", pages(), goal=16.0)
    edits.wrap_texts(study, comparison.id, False)
    edits.freeze_rows(study, comparison.id, 0)
    begin = clock.seconds(view.overview.turn)
    leave = clock.seconds(view.overview.leave)
    return [
        *found,
        Figure("1M: overview of all rows", 1000 * begin, "ms"),
        Figure("1M: leaving the overview", 1000 * leave, "ms"),
    ]


def _sorted_and_filtered(clock: Clock, window: MainWindow) -> list[Figure]:
    """By a column of numbers and one of texts, as a click on its header and as its filter would do it."""
    study, comparison = window.workspace.study, window.workspace.comparison
    assert comparison is not None
    kind_of = {each.id: each.kind for each in study.catalogue.attributes.values()}
    columns = {kind_of[each.attribute_id]: each.id for each in comparison.columns if each.attribute_id is not None}
    found = []
    for kind, part in (("percent", "5."), ("text", "power")):

        def sort(column_id: int | None, descending: bool = False) -> Callable[[], None]:
            keys = [] if column_id is None else [SortKey(column_id, descending)]
            return lambda: edits.sort_comparison(study, comparison.id, keys)

        def show_only(part: str, column_id: int = columns[kind]) -> Callable[[], None]:
            wanted = ColumnFilter("contains", (part,)) if part else None
            return lambda: edits.filter_column(study, column_id, wanted)

        sorting = [clock.seconds(sort(columns[kind], way)) for way in (False, True, False, True, False)]
        under_sort = _steps(clock, window, _days(FEW))
        clock.seconds(sort(None))
        filtering = [clock.seconds(show_only(text)) for text in (part, part + "1", part + "2", part)]
        under_filter = _steps(clock, window, _days(FEW))
        clock.seconds(show_only(""))
        found += [
            Figure(f"1M: first sort by a {kind} column", 1000 * sorting[0], "ms", 100.0),
            *median_and_p95(f"1M: further sorts by a {kind} column", sorting[1:], 100.0),
            *median_and_p95(f"1M: filter by a {kind} column", filtering, 100.0),
            *median_and_p95(f"1M: as-of step, sorted by a {kind} column", under_sort, 100.0),
            *median_and_p95(f"1M: as-of step, filtered by a {kind} column", under_filter, 100.0),
        ]
    anywhere = [
        clock.seconds(lambda text=text: edits.change_comparison(study, comparison.id, filter_text=text))
        for text in ("power", "power n", "union")
    ]
    return [*found, *median_and_p95("1M: filter all rows by a text in any column", anywhere, 100.0)]


def _steps(clock: Clock, window: MainWindow, days: Iterable[int]) -> list[float]:
    return [clock.seconds(_step(window, day)) for day in days]


def _step(window: MainWindow, day: int) -> Callable[[], None]:
    return lambda: window.workspace.set_as_of(day)


if __name__ == "__main__":
    run_part(measure)
