"""Where studies lie, and the first to be opened: the file of last time, or the user's own copy of the bundled study."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from parties_of_power import paths
from parties_of_power.domain.days import spoken_short
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

BUNDLED = "cis-2008"
ENDING = ".parties"
# How archive viewers and browsers call the folders in which they put what is opened out of them.
_VANISHING = re.compile(r"(?i)\.?(fr|ark|xa|engrampa|7zo|rar\$|temp\d_|mozilla_|tmp-|org\.gnome\.)")
# Dropbox, Nextcloud, Syncthing and Google Drive.
_CONFLICT = re.compile(r"(?i)(\(.*(conflict|конфликт).*\)|[.-]sync-conflict-|_conflict-)")


# Makes or opens a study for a coder.
Opening = Callable[[str], Study]


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


def is_first_start(recent: tuple[str, ...]) -> bool:
    """Whether there is no study yet that could be opened by itself."""
    return not own_copy().exists() and not any(Path(path).is_file() for path in recent)


def open_first(recent: tuple[str, ...], coder: str) -> Study:
    """What the program opens when no file is named: the study of last time if it is still there, else the own copy."""
    last = next((Path(path) for path in recent if Path(path).is_file()), None)
    return Study.open(last, coder=coder) if last else open_own_copy(coder)


def with_ending(path: str) -> Path:
    """The path with the ending of a study, whatever was typed in the file dialog."""
    return Path(path) if path.endswith(ENDING) else Path(path + ENDING)


def vanishes(path: Path) -> bool:
    """Whether a file lies where an archive viewer or a browser has put it for a moment."""
    for place in (Path(tempfile.gettempdir()), Path.home() / ".cache"):
        if path.is_relative_to(place):
            below = path.relative_to(place).parts[:-1]
            return bool(below and _VANISHING.match(below[0]))
    return False


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """What a sync program has put beside a study that was changed in two places at once."""
    begin = path.stem
    try:
        with os.scandir(path.parent) as found:
            names = sorted(each.name for each in found if each.name.startswith(begin) and each.name != path.name)
    except OSError:
        return ()
    return tuple(
        path.with_name(name) for name in names if name.endswith(ENDING) and _CONFLICT.search(name[len(begin) :])
    )


def notes_on(path: Path) -> tuple[str, ...]:
    """What whoever works on the study at this place should know."""
    notes = []
    if vanishes(path):
        notes.append(_("This study lies in a temporary folder, which will vanish: save a copy elsewhere to keep it."))
    copies = conflict_copies(path)
    if copies:
        sentence = ngettext(
            "Beside this study lies {names}: it was changed in two places at once. {command} shows what differs.",
            "Beside this study lie {names}: it was changed in several places at once. {command} shows what differs.",
            len(copies),
        )
        names = ", ".join(f"“{each.name}”" for each in copies[:3])
        notes.append(sentence.format(names=names, command=_("File ▸ Compare with another copy")))
    return tuple(notes)


def when_edited(path: Path) -> str:
    """When the file of a study was last written; blank where there is no such file."""
    try:
        return moment_words(datetime.fromtimestamp(path.stat().st_mtime).astimezone())
    except OSError:
        return ""


def moment_words(moment: datetime) -> str:
    """`25 Nov 2026, 13:20`."""
    return f"{spoken_short(moment.date().toordinal())}, {moment:%H:%M}"


def with_backups(problem: str, path: Path) -> str:
    """What is wrong with a study, and where its backups lie, if there are any."""
    from parties_of_power.study import backups

    count = backups.how_many(path)
    if not count:
        return problem
    sentence = ngettext(
        "There is {count} backup of it in {folder}.", "There are {count} backups of it in {folder}.", count
    )
    return f"{problem}\n\n{sentence.format(count=count, folder=backups.folder_of(path))}"


def short_folder(path: Path) -> str:
    """The folder of a file, with ~ for the home folder."""
    folder, home = path.parent, Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
