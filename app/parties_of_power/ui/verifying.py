"""Reading the whole file once more behind the user's back: what opening left out is checked, and a backup is made."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from parties_of_power.study.backups import back_up
from parties_of_power.study.checking import verify_file
from parties_of_power.study.errors import StudyError
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.workspace import Workspace

# The window has come to rest by then, in milliseconds.
AFTER_OPENING = 2500
# After an edit that it had to give way to, it waits until the user has rested for so long.
AFTER_EDIT = 20_000
MOST_NAMED = 5


class Verification(QObject):
    """Verifies each study some time after it was opened; `found` says what is wrong with it, if anything is.

    Of a sound one that has changed since, a backup is made, where the user wants backups.
    """

    found = Signal(str)
    _done = Signal(object, object)

    def __init__(
        self, workspace: Workspace, parent: QObject, makes_backups: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.makes_backups = makes_backups
        self.reader: Thread | None = None
        self.is_wanted = False
        self.wait = QTimer(self, singleShot=True, interval=AFTER_OPENING)
        self.wait.timeout.connect(self.start)
        self._done.connect(self._tell)
        workspace.study_opened.connect(lambda: self.wait.start(AFTER_OPENING))
        workspace.closing.connect(self.stop)
        self.wait.start()

    def start(self) -> None:
        self.is_wanted = True
        self.workspace.study.before_writing = self.give_way
        study = self.workspace.study
        # A study that is only read here is backed up by whoever writes it.
        backs_up = self.makes_backups() and not study.is_read_only
        self.reader = Thread(target=self._verify, args=(study.path, backs_up), daemon=True)
        self.reader.start()

    def give_way(self) -> None:
        """Let go of the file for an edit, and begin anew when the user rests."""
        if self.reader is not None and self.reader.is_alive():
            self.stop()
            self.wait.start(AFTER_EDIT)
        elif self.wait.isActive() and self.wait.interval() == AFTER_EDIT:
            self.wait.start(AFTER_EDIT)

    def stop(self) -> None:
        """Ends at the next portion of rows."""
        self.wait.stop()
        self.is_wanted = False
        if self.reader is not None:
            self.reader.join()
            self.reader = None

    def _verify(self, path: Path, backs_up: bool) -> None:
        try:
            problems = verify_file(path, lambda _read, _of: self.is_wanted, is_wanted=lambda: self.is_wanted)
            if backs_up and not problems and self.is_wanted:
                self._back_up(path)
        except StudyError as error:
            problems = [str(error)]
        if self.is_wanted:
            self._done.emit(path, problems)

    def _back_up(self, path: Path) -> None:
        """Where there is no room for a backup, or an edit comes between, the next opening makes it."""
        with suppress(StudyError, OSError):
            back_up(path, lambda: self.is_wanted)

    def _tell(self, path: Path, problems: list[str]) -> None:
        if not problems or path != self.workspace.study.path:
            return
        count = len(problems)
        heading = ngettext(
            "{file} is damaged: {count} problem was found. Nothing was changed. Do not go on working in it: open a "
            "copy that was saved earlier.",
            "{file} is damaged: {count} problems were found. Nothing was changed. Do not go on working in it: open a "
            "copy that was saved earlier.",
            count,
        ).format(file=path.name, count=count)
        more = [_("… and {count} more").format(count=count - MOST_NAMED)] if count > MOST_NAMED else []
        self.found.emit("\n".join([heading, *problems[:MOST_NAMED], *more]))
