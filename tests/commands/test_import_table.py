"""`import` of a table that was not exported: shown, taken, kept as a recipe, and done again with the next release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parties_of_power import paths
from parties_of_power.__main__ import main
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study


@pytest.fixture
def study(tmp_path: Path) -> str:
    path = tmp_path / "cis.parties"
    bundled_study(paths.data("cis-2008"), path, "Ada")
    return str(path)


def answer(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    assert main(list(words)) == status
    said = capsys.readouterr()
    return said.out + said.err


def a_table(folder: Path, name: str, members: str) -> str:
    path = folder / name
    path.write_text(f"Партия;Год;Численность\nЕдиная Россия;2005;{members}\nНеизвестная;2005;5\n", "cp1251")
    return str(path)


def test_a_table_is_shown_and_nothing_changes(study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Study.open(study) as opened:
        before = opened.dump()
    told = answer(capsys, "import", study, a_table(tmp_path, "a.csv", "1000"), "--table")
    assert "A row is a party in a year" in told
    assert "“Неизвестная” is not matched" in told
    assert "new: United Russia · Численность (a!C2): 1000" in told
    with Study.open(study) as opened:
        assert opened.dump() == before


def test_a_recipe_shows_only_what_is_new(study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = a_table(tmp_path, "a.csv", "1000")
    options = ("--accept", "all", "--source", "goble-2008", "--json")
    taken = json.loads(answer(capsys, "import", study, first, "--save-recipe", "members", *options))
    assert taken["taken"] == 1
    again = json.loads(answer(capsys, "import", study, first, "--recipe", "members", "--json"))
    assert (again["values"], again["counts"]) == ([], {"same": 1})
    second = a_table(tmp_path, "b.csv", "1200")
    (value,) = json.loads(answer(capsys, "import", study, second, "--recipe", "members", "--json"))["values"]
    assert (value["status"], value["against"]) == ("rival", ["1000"])
    assert "no recipe “other”" in answer(capsys, "import", study, first, "--recipe", "other", status=1)
