"""Where shipped files and the user's folders are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parties_of_power import paths

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the rules of the XDG desktops")


def test_shipped_files_are_found() -> None:
    assert paths.resource("icons", "parties-of-power.svg").is_file()
    assert paths.data().is_dir()


def test_a_broken_installation_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="install the program again"):
        paths.shipped("no such folder")


@on_linux
def test_state_follows_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    assert paths.user_state() == home / "state" / "parties-of-power"
    monkeypatch.setenv("XDG_STATE_HOME", "relative/state")
    assert paths.user_state() == home / ".local" / "state" / "parties-of-power"


@on_linux
@pytest.mark.parametrize("line", ['XDG_DOCUMENTS_DIR="$HOME/Документы"', 'XDG_DOCUMENTS_DIR="{home}/Документы"'])
def test_documents_have_the_name_the_desktop_gave_them(home: Path, line: str) -> None:
    config = home / "xdg_config_home"
    config.mkdir()
    (config / "user-dirs.dirs").write_text(f"# written by the desktop\n{line.replace('{home}', str(home))}\n", "utf-8")
    assert paths.user_documents() == home
    (home / "Документы").mkdir()
    assert paths.user_documents() == home / "Документы"


@on_linux
def test_documents_without_a_desktop(home: Path) -> None:
    assert paths.user_documents() == home
    (home / "Documents").mkdir()
    assert paths.user_documents() == home / "Documents"
