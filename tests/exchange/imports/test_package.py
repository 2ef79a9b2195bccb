"""A data package is read with all its resources that lie in its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parties_of_power.exchange.guarded import FileRefused
from parties_of_power.exchange.imports.package import is_package, read_package


def test_resources_are_sheets(tmp_path: Path) -> None:
    (tmp_path / "seats.csv").write_text("party;seats\nA;1\n", "utf-8")
    resources = [
        {"name": "seats", "path": "seats.csv", "dialect": {"delimiter": ";"}},
        {"name": "web", "path": "https://example.org/x.csv"},
        {"name": "outside", "path": "../x.csv"},
    ]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}), "utf-8")
    assert is_package(tmp_path)
    file = read_package(tmp_path)
    assert file is not None
    assert [sheet.name for sheet in file.sheets] == ["seats"]
    assert len(file.notes) == 2


def test_another_descriptor_is_refused(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("[]", "utf-8")
    with pytest.raises(FileRefused, match="no descriptor"):
        read_package(tmp_path)
