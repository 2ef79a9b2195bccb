"""The bundled study becomes a study file: whole, the same everywhere, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power import paths
from parties_of_power.domain.dates import iso
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study

FOLDER = paths.data("cis-2008")
CELL = """
SELECT observation.value AS value, base, standing, source.key FROM observation
JOIN subject ON subject.id = observation.subject_id JOIN attribute ON attribute.id = attribute_id
JOIN citation ON observation_id = observation.id JOIN source ON source.id = source_id
WHERE subject.key = ? AND attribute.key = ? AND observation.period = ? ORDER BY standing, source.key, value
"""
COUNTS = {
    "source": 353,
    "person": 145,
    "name": 382,
    "identifier": 187,
    "attribute": 36,
    "event": 186,
    "tie": 34,
    "succession": 25,
    "statement": 67,
    "comparison": 5,
    "comparison_row": 28,
    "comparison_column": 72,
    "observation": 2380 + 2,
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    out = tmp_path_factory.mktemp("bundled") / "CIS 2008.parties"
    bundled_study(FOLDER, out, "Ada")
    with Study.open(out) as opened:
        yield opened


def count(study: Study, table: str) -> int:
    ((rows,),) = study.rows(f"SELECT count(*) FROM {table}")
    return int(rows)


def test_everything_is_taken_over(study: Study) -> None:
    assert {table: count(study, table) for table in COUNTS} == COUNTS
    assert sorted(study.rows("SELECT kind, count(*) FROM subject GROUP BY kind")) == [("party", 41), ("state", 16)]


def test_the_file_is_sound_and_opens_on_the_day_of_the_article(study: Study) -> None:
    assert study.check() == []
    assert study.title == "Parties of power in the CIS, 2008"
    assert iso(study.as_of) == "2008-11-25"


def test_taking_over_is_no_edit_that_can_be_undone(study: Study) -> None:
    assert study.undo_label == ""
    assert list(study.rows("SELECT coder, state FROM history")) == [("Ada", "kept")]


def test_every_observation_is_cited(study: Study) -> None:
    uncited = (
        "SELECT key FROM observation WHERE id NOT IN (SELECT observation_id FROM citation WHERE observation_id > 0)"
    )
    assert list(study.rows(uncited)) == []


def test_united_russia_in_2007_stands_with_its_rivals(study: Study) -> None:
    assert list(study.rows(CELL, ("united-russia", "vote_share", "2007-12-02"))) == [
        ("64.3", "votes_cast", "adopted", "wfb-2008"),
        ("64.3", "votes_cast", "rival", "derived"),
        ("65.01", "valid_votes", "rival", "derived"),
        ("64.3", "votes_cast", "rival", "psephos-ru-2007"),
        ("65", "valid_votes", "rival", "vparty-v2"),
        ("64.2", "unknown", "rival", "wfb-2007"),
    ]


def test_what_cannot_be_reconciled_is_adopted_as_such_and_cites_all_sides(study: Study) -> None:
    left = """SELECT subject.key, reason, count(*) FROM observation JOIN subject ON subject.id = observation.subject_id
      JOIN citation ON observation_id = observation.id WHERE missing = 'irreconcilable' AND standing = 'adopted'
      GROUP BY observation.id ORDER BY subject.key"""
    (ak_jol, pdpt) = study.rows(left)
    assert (ak_jol[0], ak_jol[2], pdpt[0], pdpt[2]) == ("ak-jol", 3, "pdpt", 5)
    assert "five points" in ak_jol[1]


def test_values_are_stored_as_their_kinds_write_them(study: Study) -> None:
    ids = (
        "SELECT value FROM observation JOIN attribute ON attribute.id = attribute_id WHERE kind IN ('choice', 'party')"
    )
    assert all(value.isdigit() for (value,) in study.rows(ids + " AND value <> ''"))
    typed = "SELECT value, number FROM observation WHERE typed = '64.30'"
    assert list(study.rows(typed)) == [("64.3", 64.3)]


def test_claimants_are_named(study: Study) -> None:
    claims = "SELECT DISTINCT claimant FROM observation WHERE standing = 'claim' ORDER BY claimant"
    assert [claimant for (claimant,) in study.rows(claims)] == [
        "Nur Otan",
        "Party of Regions",
        "Republican Party of Armenia",
        "United Russia",
        "Uzbekistan Liberal Democratic Party",
    ]
    said = "SELECT DISTINCT claimant FROM statement WHERE kind = 'proposal'"
    assert ("Darkhan Kaletayev",) in set(study.rows(said))


def test_no_two_adopted_values_of_a_cell_begin_on_the_same_day(study: Study) -> None:
    """Which of two such values is in force would be chance."""
    doubled = """SELECT subject.key, attribute.key, period, count(*) FROM observation
      JOIN subject ON subject.id = subject_id JOIN attribute ON attribute.id = attribute_id
      WHERE standing = 'adopted' GROUP BY subject_id, attribute_id, start_min, start_max HAVING count(*) > 1"""
    assert list(study.rows(doubled)) == []


def test_the_study_is_the_same_wherever_it_is_made(study: Study, tmp_path: Path) -> None:
    bundled_study(FOLDER, tmp_path / "again.parties", "Grace")
    with Study.open(tmp_path / "again.parties") as again:
        assert again.dump() == study.dump()


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("parties.csv", ("united-russia,RU,", "united-russia,XX,"), ["parties.csv, line 9", "XX"]),
        ("observations.csv", (",64.3,,,votes_cast", ",sixty,,,votes_cast"), ["observations.csv, line"]),
        (
            "observations.csv",
            ("2007-12-02,2007-12-02,", "2007-13-02,2007-13-02,"),
            ["observations.csv, line", "2007-13-02"],
        ),
        ("names.csv", (",goble-2008,", ",nobody,"), ["names.csv, line", "nobody"]),
        ("comparison_columns.csv", (",vote_share,", ",votes_share,"), ["comparison_columns.csv, line", "votes_share"]),
        ("datapackage.json", ('"as_of"', '"as_off"'), ["datapackage.json", "as_of"]),
        ("sources.csv", ("goble-2008,", 'goble-2008,"'), ["sources.csv"]),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_left_behind(
    tmp_path: Path, file: str, change: tuple[str, str], said: list[str]
) -> None:
    copy = shutil.copytree(FOLDER, tmp_path / "copy")
    text = (copy / file).read_text("utf-8")
    assert change[0] in text
    (copy / file).write_text(text.replace(*change, 1), "utf-8", newline="\n")
    with pytest.raises(StudyError) as refused:
        bundled_study(copy, tmp_path / "out.parties")
    assert all(part in str(refused.value) for part in said), refused.value
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


def test_a_file_that_is_there_already_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "mine.parties"
    out.write_text("mine")
    with pytest.raises(StudyError):
        bundled_study(FOLDER, out)
    assert out.read_text() == "mine"
