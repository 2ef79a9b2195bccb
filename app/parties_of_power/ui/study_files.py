"""Where studies lie, and the first to be opened: the file of last time, or the user's own copy of the bundled study."""

from __future__ import annotations

from pathlib import Path

from parties_of_power import paths
from parties_of_power.study.study import Study
from parties_of_power.texts import _

BUNDLED = "cis-2008"
ENDING = ".parties"


def file_filter() -> str:
    return _("Studies (*.parties);;All files (*)")


def own_copy() -> Path:
    """Where the user's own copy of the bundled study lies, or will lie."""
    return paths.user_documents() / "Parties of Power" / f"CIS 2008{ENDING}"


def open_own_copy(coder: str) -> Study:
    """The user's own copy of the bundled study, made on first use."""
    path = own_copy()
    if not path.exists():
        # Needed once in the life of a copy, so not at every start.
        from parties_of_power.study.bundle import bundled_study

        path.parent.mkdir(parents=True, exist_ok=True)
        bundled_study(paths.data(BUNDLED), path, coder)
    return Study.open(path, coder=coder)


def open_first(recent: tuple[str, ...], coder: str) -> Study:
    """What the program opens when no file is named: the study of last time if it is still there, else the own copy."""
    last = next((Path(path) for path in recent if Path(path).is_file()), None)
    return Study.open(last, coder=coder) if last else open_own_copy(coder)


def with_ending(path: str) -> Path:
    """The path with the ending of a study, whatever was typed in the file dialog."""
    return Path(path) if path.endswith(ENDING) else Path(path + ENDING)
