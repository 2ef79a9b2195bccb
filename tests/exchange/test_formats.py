"""Every format opens every bundled comparison; what it writes is whole, or nothing is there."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.definition import Cancelled, ExportRefused, Format, Progress
from parties_of_power.exchange.export import export, format_of
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study

Write = Callable[..., list[str]]
# Those of the tables and of data; documents and Excel have tests of their own as well.
OWN_FORMATS = ("csv", "tsv", "plain_csv", "long_csv", "data_package", "ods", "stata", "spss", "r")
each_own = pytest.mark.parametrize("of", [each for each in FORMATS if each.key in OWN_FORMATS], ids=lambda of: of.key)
each_one = pytest.mark.parametrize("of", FORMATS, ids=lambda of: of.key)


@each_one
def test_it_writes_every_bundled_comparison(of: Format, bundled: Study, columns: Columns, tmp_path: Path) -> None:
    """Each writer reads back what it wrote, and refuses where that is not the same."""
    for comparison in comparisons(bundled):
        path = tmp_path / f"Партия «{comparison.position}»{of.endings[0]}"
        export(bundled, columns, path, comparison.id, bundled.as_of)
        assert path.stat().st_size > 0
        assert list(tmp_path.iterdir()) == [path]
        path.unlink()


@each_one
def test_its_ending_stands_for_it(of: Format) -> None:
    for ending in of.endings:
        assert format_of(Path(f"Parties{ending}")) is of
        assert format_of(Path(f"PARTIES{ending.upper()}")) is of


def test_keys_and_endings_are_those_of_one_format() -> None:
    endings = [ending for each in FORMATS for ending in each.endings]
    assert len(set(endings)) == len(endings)
    assert len({each.key for each in FORMATS}) == len({each.name for each in FORMATS}) == len(FORMATS)
    assert {each.key for each in FORMATS} >= set(OWN_FORMATS)


@pytest.fixture
def write(bundled: Study, columns: Columns, shown: Comparison) -> Write:
    def write(path: Path, progress: Progress | None = None) -> list[str]:
        return export(bundled, columns, path, shown.id, bundled.as_of, progress=progress)

    return write


@each_own
def test_cancelled_nothing_is_left_behind(of: Format, write: Write, tmp_path: Path) -> None:
    def stop(_done: float) -> None:
        raise Cancelled

    path = tmp_path / f"out{of.endings[0]}"
    path.write_text("mine")
    with pytest.raises(Cancelled):
        write(path, stop)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@each_own
def test_a_full_disk_is_said_and_the_old_file_stays(
    of: Format, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / f"out{of.endings[0]}"
    path.write_text("mine")
    monkeypatch.setattr("parties_of_power.exchange.whole_file.os.fsync", full)
    with pytest.raises(ExportRefused, match="disk is full"):
        write(path)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@each_own
def test_a_file_open_elsewhere_is_refused(of: Format, write: Write, tmp_path: Path) -> None:
    path = tmp_path / f"out{of.endings[0]}"
    (tmp_path / f".~lock.{path.name}#").write_text("")
    with pytest.raises(ExportRefused, match="open in another program"):
        write(path)
    assert not path.exists()
