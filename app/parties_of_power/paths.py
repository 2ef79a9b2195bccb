"""Where things lie: the files that come with the program, and the folders of whoever uses it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

if sys.platform == "win32":
    import winreg

PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A path in resources/: icons, translations, styles."""
    return shipped("resources").joinpath(*parts)


def data(*parts: str) -> Path:
    """A path in data/: the bundled studies."""
    return shipped("data").joinpath(*parts)


def shipped(folder: str) -> Path:
    """The folder as it came with the program.

    Every installed form keeps it inside the package; a checkout keeps it at its top level.
    """
    for place in (PACKAGE, PACKAGE.parents[1]):
        if (place / folder).is_dir():
            return place / folder
    raise FileNotFoundError(f"{folder} is neither in {PACKAGE} nor in {PACKAGE.parents[1]}: install the program again.")


def user_state() -> Path:
    """Where the program remembers things between two starts. The folder need not exist yet."""
    if sys.platform == "win32":
        return folder_from("LOCALAPPDATA", Path.home() / "AppData" / "Local") / "Parties of Power"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Parties of Power"
    return folder_from("XDG_STATE_HOME", Path.home() / ".local" / "state") / "parties-of-power"


def user_settings() -> Path:
    """Where the user's choices are kept."""
    if sys.platform == "win32":
        return folder_from("LOCALAPPDATA", Path.home() / "AppData" / "Local") / "Parties of Power"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "Parties of Power"
    return folder_from("XDG_CONFIG_HOME", Path.home() / ".config") / "parties-of-power"


def settings_file() -> Path:
    return user_settings() / "settings.json"


def user_data() -> Path:
    """Where the program keeps copies for its user. The folder need not exist yet."""
    if sys.platform in ("win32", "darwin"):
        return user_state()
    return folder_from("XDG_DATA_HOME", Path.home() / ".local" / "share") / "parties-of-power"


def user_documents() -> Path:
    """Where the user keeps documents; the home folder where there is no such folder."""
    if sys.platform == "win32":
        documents = windows_documents()
    elif sys.platform == "darwin":
        documents = Path.home() / "Documents"
    else:
        documents = xdg_documents()
    return documents if documents.is_dir() else Path.home()


def folder_from(variable: str, otherwise: Path) -> Path:
    """The folder an environment variable names; a relative one does not count (XDG Base Directory Specification)."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else otherwise


def xdg_documents() -> Path:
    """The documents folder in the user's language, as xdg-user-dirs wrote it down."""
    try:
        written = (folder_from("XDG_CONFIG_HOME", Path.home() / ".config") / "user-dirs.dirs").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        written = ""
    line = re.search(r'^\s*XDG_DOCUMENTS_DIR="(?P<home>\$HOME/)?(?P<rest>[^"]*)"', written, re.MULTILINE)
    if line is None:
        return Path.home() / "Documents"
    return (Path.home() if line["home"] else Path("/")) / line["rest"]


if sys.platform == "win32":

    def windows_documents() -> Path:
        """The documents folder, which may have been moved, for example into OneDrive."""
        folders = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, folders) as key:
                return Path(os.path.expandvars(winreg.QueryValueEx(key, "Personal")[0]))
        except OSError:
            return Path.home() / "Documents"
