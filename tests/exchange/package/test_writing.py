"""The data package: valid for others, and an equal study for the program."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from frictionless import Package, system

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.export import export
from parties_of_power.exchange.package import writing
from parties_of_power.exchange.package.writing import write_data_package
from parties_of_power.study import edits
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.errors import StudyError
from parties_of_power.study.schema import RESEARCH
from parties_of_power.study.study import Study
from study.builders import Words, a_study
from study.rich import a_rich_study


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Words:
    words = a_rich_study(tmp_path_factory.mktemp("rich"))
    awkward = 'Said "so",\r\nand =so; «Алға»\t!\u2028\x85 '
    words.with_value("Nur Otan", "Motto", "=1+1", "2008/..", note=awkward, reason="\r", low=0.1, high=1e300)
    words.with_attribute("Double", "number", formula="Seats * 2", validity="last_known")
    return words


@pytest.fixture
def package(rich: Words, tmp_path: Path) -> Path:
    (folder := tmp_path / "package").mkdir()
    write_data_package(rich.study, folder)
    return folder


def problems(folder: Path) -> list[str]:
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    found = [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors]
    return found + [error.message for error in report.errors]


def test_it_is_valid_for_others(package: Path) -> None:
    assert problems(package) == []


def test_the_study_comes_back_equal(rich: Words, package: Path, tmp_path: Path) -> None:
    bundled_study(package, tmp_path / "back.parties", "Grace")
    with Study.open(tmp_path / "back.parties") as back:
        assert back.dump() == rich.study.dump()
        assert back.as_of == rich.study.as_of
        assert back.check() == []


def test_edits_after_it_count_as_later(rich: Words, package: Path, tmp_path: Path) -> None:
    """Of equal starts the latest edit is in force: a new one must not be taken for an older one."""
    bundled_study(package, tmp_path / "back.parties", "Grace")
    with Study.open(tmp_path / "back.parties") as back:
        before = rich.study.edit_number
        edits.change_attribute(back, rich.attribute("Seats"), definition="Won seats")
        observation = rich.observations("Nur Otan", "Motto")[0]
        edits.correct_observation(back, observation.id, note="looked at again")
        assert back.edit_number > before or back.edit_number > observation.edited
        ((edited,),) = back.rows("SELECT edited FROM observation WHERE id = ?", (observation.id,))
        ((highest,),) = back.rows("SELECT max(edited) FROM observation WHERE id <> ?", (observation.id,))
        assert edited > highest


def test_the_bundled_study_comes_back_from_its_zip(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path
) -> None:
    assert export(bundled, columns, tmp_path / "cis.zip", shown.id, bundled.as_of) == []
    with zipfile.ZipFile(tmp_path / "cis.zip") as archive:
        assert archive.namelist()[0] == "datapackage.json"
        archive.extractall(tmp_path / "cis")
    assert problems(tmp_path / "cis") == []
    bundled_study(tmp_path / "cis", tmp_path / "back.parties")
    with Study.open(tmp_path / "back.parties", read_only=True) as back:
        assert back.dump() == bundled.dump()


def test_an_empty_study_goes_out_and_back(tmp_path: Path) -> None:
    empty = a_study(tmp_path).study
    (folder := tmp_path / "package").mkdir()
    write_data_package(empty, folder)
    assert problems(folder) == []
    bundled_study(folder, tmp_path / "back.parties")
    with Study.open(tmp_path / "back.parties") as back:
        assert back.dump() == empty.dump()


def test_every_file_and_column_is_explained(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    paths = {each["path"] for each in described["resources"]}
    assert paths == {path.name for path in package.glob("*.csv")} == {f"{each}.csv" for each in (*RESEARCH, "long")}
    for resource in described["resources"]:
        assert resource["description"]
        assert all(field["description"] for field in resource["schema"]["fields"])
    observation = next(each for each in described["resources"] if each["name"] == "observation")
    referred = {each["reference"]["resource"] for each in observation["schema"]["foreignKeys"]}
    assert referred == {"subject", "attribute", "event"}


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("observation.csv", ("id,key,", "id,keys,"), "observation.csv has other columns"),
        ("subject.csv", (",party,", ",faction,"), "."),
        ("attribute.csv", ("id,key,subject_kind", "id,key,subject_kind,extra"), "attribute.csv has other columns"),
        ("name.csv", ("en,Latn", 'en,"Latn'), "name.csv"),
        ("event.csv", ("2007-12-02", "2007-13-02"), "event.csv, line 2"),
    ],
)
def test_a_wrong_table_is_refused_and_nothing_is_left(
    package: Path, tmp_path: Path, file: str, change: tuple[str, str], said: str
) -> None:
    text = (package / file).read_text("utf-8")
    assert change[0] in text
    (package / file).write_text(text.replace(*change, 1), "utf-8", newline="\n")
    with pytest.raises(StudyError, match=said):
        bundled_study(package, tmp_path / "out.parties")
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_frictionless_notices_a_reference_to_nothing(package: Path, rich: Words) -> None:
    path = package / "name.csv"
    path.write_text(path.read_text("utf-8").replace(str(rich.party("Nur Otan")), "12345"), "utf-8", newline="\n")
    assert any("foreign" in problem.lower() for problem in problems(package))


def test_a_file_that_was_cut_short_is_noticed(rich: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = writing.write_observations

    def cut(study: Study, day: int, path: Path, *rest: object) -> None:
        whole(study, day, path, *rest)  # type: ignore[arg-type]  # handed on
        observations = path.with_name("observation.csv")
        observations.write_text("".join(observations.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")

    monkeypatch.setattr(writing, "write_observations", cut)
    (folder := tmp_path / "package").mkdir()
    with pytest.raises(ExportRefused, match="thrown away"):
        write_data_package(rich.study, folder)


def test_a_missing_table_is_named(package: Path, tmp_path: Path) -> None:
    shutil.move(package / "tie.csv", tmp_path / "tie.csv")
    with pytest.raises(StudyError, match=r"tie\.csv"):
        bundled_study(package, tmp_path / "out.parties")
