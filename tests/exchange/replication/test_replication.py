"""The replication package: it holds what it says, and reads back to the same study."""

from __future__ import annotations

import csv
import hashlib
import zipfile
from pathlib import Path

import pytest

from parties_of_power.__main__ import main
from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.export import export
from parties_of_power.exchange.replication.reading import study_from_package
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study


@pytest.fixture(scope="module")
def package(bundled: Study, columns: Columns, shown: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "cis.replication.zip"
    assert export(bundled, columns, path, shown.id, bundled.as_of) == []
    return path


def with_changed(package: Path, name: str, data: bytes, out: Path) -> Path:
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, data if each == name else old.read(each))
    return out


def test_it_reads_back_to_the_same_study(package: Path, bundled: Study, tmp_path: Path) -> None:
    study_from_package(package, tmp_path / "again.parties")
    with Study.open(tmp_path / "again.parties", read_only=True) as again:
        assert again.dump() == bundled.dump()
        assert again.check() == []


def test_the_command_makes_the_same_study(package: Path, bundled: Study, tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "again.parties"), "--from", str(package)]) == 0
    with Study.open(tmp_path / "again.parties", read_only=True) as again:
        assert again.dump() == bundled.dump()


def test_it_holds_all_parts_and_their_checksums(package: Path, bundled: Study) -> None:
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
        pairs = (line.split("  ") for line in archive.read("SHA256SUMS").decode().splitlines())
        listed = {name: known for known, name in pairs}
        assert set(listed) == names - {"SHA256SUMS"}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == known for name, known in listed.items())
        wanted = {"README.txt", "codebook.html", "codebook.docx", "references.bib", "references.json", "history.csv"}
        assert wanted | {"licences.csv", "data/datapackage.json", "data/observation.csv"} <= names
        edits = list(csv.DictReader(archive.read("history.csv").decode("utf-8").splitlines()))
        licences = list(csv.DictReader(archive.read("licences.csv").decode("utf-8").splitlines()))
        assert "data package" in archive.read("README.txt").decode("utf-8")
    assert [edit["what"] for edit in edits][:1] == ["Take over the bundled study"]
    assert len(licences) == len(bundled.catalogue.sources)
    assert {"vparty-v2": "package GPL-3; V-Dem asks for citation"}.items() <= {
        each["key"]: each["licence"] for each in licences
    }.items()


def test_a_table_that_was_changed_is_refused_by_its_name(package: Path, tmp_path: Path) -> None:
    spoiled = with_changed(package, "data/source.csv", b"id\n", tmp_path / "x.zip")
    with pytest.raises(StudyError, match=r"data/source\.csv"):
        study_from_package(spoiled, tmp_path / "x.parties")
    assert not (tmp_path / "x.parties").exists()


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 cut"])
def test_what_is_no_package_is_refused_in_one_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(StudyError, match=r"x\.zip"):
        study_from_package(tmp_path / "x.zip", tmp_path / "x.parties")


def test_names_that_lead_out_of_the_folder_are_passed_over(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("../source.csv", "x")
        archive.writestr("data/../../name.csv", "x")
        archive.writestr("/tmp/x/tie.csv", "x")
    with pytest.raises(StudyError, match=r"datapackage\.json"):
        study_from_package(tmp_path / "x.zip", tmp_path / "x.parties")
    assert not (tmp_path.parent / "source.csv").exists()


def test_what_is_packed_too_tightly_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/source.csv", b"0" * (40 << 20))
    with pytest.raises(StudyError, match="more than a study can"):
        study_from_package(tmp_path / "x.zip", tmp_path / "x.parties")
