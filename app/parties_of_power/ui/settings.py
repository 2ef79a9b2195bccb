"""What the window remembers of its user: choices and places, in one file of the user's configuration folder.

Only what differs from the usual is written. What is not understood is as usual; a file that is broken as a whole is
kept aside, and `Loaded.problem` says so.
"""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_args

from parties_of_power.domain.conventions import Conventions, DateFormat, DecimalSign
from parties_of_power.paths import settings_file
from parties_of_power.study.lock import user_name
from parties_of_power.texts import _
from parties_of_power.ui.theme import Scheme

FONT_SIZES = (90, 100, 110, 125, 150, 175, 200)
MOST_RECENT = 30
USUAL_RECENT = 8


@dataclass(frozen=True)
class Settings:
    """`font_size` is in percent of the usual one; a blank `language` is that of the system, a blank `citation_style`
    the usual one. `geometry` and `panes` are what QMainWindow says of its place and of its docks, `page_setup` what
    `printing.paper.PageSetup` stores of the paper."""

    coder: str = field(default_factory=user_name)
    scheme: Scheme = "system"
    recent: tuple[str, ...] = ()
    folder: str = ""
    geometry: bytes = b""
    panes: bytes = b""
    page_setup: str = ""
    language: str = ""
    font_size: int = 100
    date_format: DateFormat = "words"
    decimal_sign: DecimalSign = "."
    citation_style: str = ""
    makes_backups: bool = True
    recent_count: int = USUAL_RECENT

    def with_recent(self, path: Path) -> Settings:
        """The path first among the recent files, and its folder the one that the next file dialog opens in."""
        others = (other for other in self.recent if other != str(path))
        return replace(self, recent=(str(path), *others)[: self.recent_count], folder=str(path.parent))

    def without_recent(self, path: Path) -> Settings:
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))

    @property
    def conventions(self) -> Conventions:
        return Conventions(self.decimal_sign, self.date_format, self.citation_style)


@dataclass(frozen=True)
class Loaded:
    """The settings, and a sentence where their file could not be read."""

    settings: Settings
    problem: str = ""


def load() -> Loaded:
    """The settings as kept; the usual ones for what is not there or not understood."""
    try:
        written = json.loads(settings_file().read_text("utf-8"))
        if not isinstance(written, dict):
            raise ValueError(written)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as wrong:
        sentence = _("Your settings could not be read ({detail}), so the usual ones are in force.")
        return Loaded(Settings(), sentence.format(detail=wrong.strerror))
    except (ValueError, RecursionError):
        return Loaded(Settings(), _put_aside())
    understood = {
        each.name: _understood(each.name, written[each.name]) for each in fields(Settings) if each.name in written
    }
    return Loaded(Settings(**{name: value for name, value in understood.items() if value is not None}))


def save(settings: Settings) -> None:
    """Written beside its place first, so that there is always a whole file. A full disk leaves the old one."""
    usual = Settings()
    differing = {each.name: getattr(settings, each.name) for each in fields(Settings)}
    stored = {name: _storable(value) for name, value in differing.items() if value != getattr(usual, name)}
    file = settings_file()
    temporary = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(stored, ensure_ascii=False, indent=1), "utf-8")
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)


def _put_aside() -> str:
    """The broken file under another name, so that what it says can still be read by its owner."""
    kept = settings_file().with_suffix(".broken.json")
    try:
        settings_file().replace(kept)
    except OSError:
        return _("Your settings were damaged, so the usual ones are in force.")
    return _("Your settings were damaged, so the usual ones are in force. The damaged file is kept as {path}.").format(
        path=kept
    )


def _storable(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _understood(name: str, value: Any) -> Any:
    """A value as its setting takes it; None for one that it does not take."""
    if name in _ONE_OF:
        return value if value in _ONE_OF[name] and type(value) is type(_ONE_OF[name][0]) else None
    usual = getattr(Settings, name, "")
    if isinstance(usual, tuple):
        return tuple(value) if isinstance(value, list) and all(isinstance(each, str) for each in value) else None
    if isinstance(usual, bytes):
        return _bytes(value)
    return value if type(value) is type(usual) else None


_ONE_OF: dict[str, tuple[Any, ...]] = {
    "scheme": get_args(Scheme),
    "date_format": get_args(DateFormat),
    "decimal_sign": get_args(DecimalSign),
    "font_size": FONT_SIZES,
    "recent_count": tuple(range(MOST_RECENT + 1)),
}


def _bytes(value: Any) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True)
    except (ValueError, TypeError):
        return None
