"""What the window remembers of its user, kept as an INI file in the user's configuration folder."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from parties_of_power.study.lock import user_name
from parties_of_power.ui.theme import SCHEMES, Scheme

MOST_RECENT = 8


@dataclass(frozen=True)
class Settings:
    """`geometry` and `panes` are what QMainWindow says of its place and of its docks, `page_setup` what
    `printing.paper.PageSetup` stores of the paper."""

    coder: str = field(default_factory=user_name)
    scheme: Scheme = "system"
    recent: tuple[str, ...] = ()
    folder: str = ""
    geometry: bytes = b""
    panes: bytes = b""
    page_setup: str = ""

    def with_recent(self, path: Path) -> Settings:
        """The path first among the recent files, and its folder the one that the next file dialog opens in."""
        others = (other for other in self.recent if other != str(path))
        return replace(self, recent=(str(path), *others)[:MOST_RECENT], folder=str(path.parent))


def settings_file() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "parties-of-power" / "settings.ini"


def load() -> Settings:
    """The settings as kept; the usual ones for what is not there or not understood."""
    kept, usual = QSettings(str(settings_file()), QSettings.Format.IniFormat), Settings()
    scheme = str(kept.value("scheme", usual.scheme))
    return Settings(
        coder=str(kept.value("coder", usual.coder)),
        scheme=next((known for known in SCHEMES if known == scheme), usual.scheme),
        recent=_texts(kept.value("recent")),
        folder=str(kept.value("folder", "")),
        page_setup=str(kept.value("page_setup", "")),
        geometry=_bytes(kept.value("geometry")),
        panes=_bytes(kept.value("panes")),
    )


def save(settings: Settings) -> None:
    kept = QSettings(str(settings_file()), QSettings.Format.IniFormat)
    for one in fields(settings):
        value = getattr(settings, one.name)
        kept.setValue(one.name, list(value) if isinstance(value, tuple) else _storable(value))
    kept.sync()


def _storable(value: object) -> object:
    return QByteArray(value) if isinstance(value, bytes) else value


def _texts(value: object) -> tuple[str, ...]:
    """QSettings reads a list of one as a text."""
    listed = value if isinstance(value, list) else [value] if value else []
    return tuple(str(one) for one in listed)


def _bytes(value: object) -> bytes:
    return bytes(value.data()) if isinstance(value, QByteArray) else b""
