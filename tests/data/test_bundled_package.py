"""The bundled study as a data package: it validates, and the files are what colleagues can edit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package, system

COUNTS = {
    "states": 16,
    "parties": 41,
    "attributes": 36,
    "choices": 46,
    "observations": 2087,
    "leaders": 243,
    "lives": 50,
    "names": 382,
    "people": 145,
    "identifiers": 187,
    "events": 186,
    "successions": 25,
    "ties": 34,
    "statements": 67,
    "sources": 353,
    "comparisons": 5,
}


def problems(folder: Path) -> list[str]:
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


def test_package_validates(folder: Path) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("parties.csv", ("nur-otan,KZ,", "nur-otan,XX,"), "foreign"),
        ("observations.csv", ("united-russia,vote_share,64.3,", "united-russia,vote_sharing,64.3,"), "foreign"),
        ("statements.csv", ("A001,mention", "A001,rumour"), "enum"),
        ("sources.csv", ("goble-2008,", "goble-2009,"), "foreign"),
    ],
)
def test_package_notices(folder: Path, tmp_path: Path, name: str, change: tuple[str, str], said: str) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    text = (copy / name).read_text("utf-8")
    assert change[0] in text
    (copy / name).write_text(text.replace(*change, 1), "utf-8", newline="\n")
    assert any(said in problem.lower() for problem in problems(copy))


def test_every_file_is_described_and_every_field_explained(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {path.name for path in folder.glob("*.csv")}
    for resource in package["resources"]:
        assert resource["description"]
        for field in resource["schema"]["fields"]:
            assert field["description"], (resource["name"], field["name"])


def test_files_are_plain_utf8_with_line_feeds(folder: Path) -> None:
    for path in folder.iterdir():
        raw = path.read_bytes()
        raw.decode("utf-8")
        assert not raw.startswith(b"\xef\xbb\xbf"), path.name
        assert b"\r" not in raw, path.name
        assert raw.endswith(b"\n"), path.name


def test_counts(tables: dict[str, list[dict[str, str]]]) -> None:
    assert {name: len(tables[name]) for name in COUNTS} == COUNTS


def test_no_row_stands_twice_and_no_cell_has_loose_spaces(tables: dict[str, list[dict[str, str]]]) -> None:
    for name, rows in tables.items():
        texts = [tuple(row.values()) for row in rows]
        assert len(set(texts)) == len(texts), name
        assert all(cell == cell.strip() for text in texts for cell in text), name
