"""The door: a study opens the window, anything else is a command, and Qt stays out of commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from parties_of_power.__main__ import are_studies


@pytest.mark.parametrize("named", ["CIS.parties", "/home/anna/CIS.parties", "./CIS", "..\\CIS.parties"])
def test_a_file_is_a_study(named: str) -> None:
    assert are_studies([named])


@pytest.mark.parametrize("arguments", [["info"], ["--version"], ["info", "CIS.parties"], ["--json"]])
def test_anything_else_is_a_command(arguments: list[str]) -> None:
    assert not are_studies(arguments)


def test_several_files_are_studies_and_a_command_with_one_is_none() -> None:
    assert are_studies(["A.parties", "/home/anna/Б.parties"])
    assert not are_studies(["check", "./A.parties"])


def test_a_file_without_an_ending_is_a_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "study").write_text("")
    monkeypatch.chdir(tmp_path)
    assert are_studies(["study"])


def test_a_command_does_not_import_qt() -> None:
    script = (
        "import sys\n"
        "from parties_of_power.__main__ import main\n"
        "try:\n    main(['--version'])\n"
        "except SystemExit:\n    pass\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("content", [b"", b"Roses are red", b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_study_ends_with_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "poem.parties"
    path.write_bytes(content)
    ended = subprocess.run(
        [sys.executable, "-m", "parties_of_power", str(path)], check=False, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert len([line for line in ended.stderr.splitlines() if "Parties of Power" in line]) == 1
    assert path.read_bytes() == content


def test_the_window_starts_without_the_heavy_libraries() -> None:
    script = (
        "import sys\n"
        "import parties_of_power.ui.start\n"
        "heavy = {'pandas', 'pyqtgraph', 'openpyxl', 'PySide6.QtSvg', 'PySide6.QtNetwork'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
