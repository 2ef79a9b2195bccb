"""`study_from_package`: a study made again from a data package or a replication package, a zip or a folder."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from parties_of_power.exchange.replication.writing import DATA, SUMS, digest
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.errors import StudyError
from parties_of_power.study.schema import RESEARCH
from parties_of_power.texts import _

_DESCRIPTOR = "datapackage.json"
_WANTED = {_DESCRIPTOR, SUMS, *(f"{table}.csv" for table in RESEARCH)}
_MOST = 2 << 30
_TIGHTEST = 500


def study_from_package(package: Path, out: Path, coder: str = "") -> None:
    """Writes the study to a new file, whole or not at all; StudyError says what stands in the way."""
    with _folder(package) as folder:
        _check_sums(folder, package.name)
        places = [each for each in (folder / DATA, folder) if (each / _DESCRIPTOR).is_file()]
        if not places:
            raise StudyError(
                _("{name} is no package of a study: it has no datapackage.json.").format(name=package.name)
            )
        bundled_study(places[0], out, coder)


@contextmanager
def _folder(package: Path) -> Iterator[Path]:
    if package.is_dir():
        yield package
        return
    with tempfile.TemporaryDirectory(prefix="parties-") as name:
        try:
            _take_out(package, Path(name))
        except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile) as wrong:
            raise StudyError(
                _("{name} cannot be read as a package: {detail}.").format(name=package.name, detail=wrong)
            ) from wrong
        yield Path(name)


def _take_out(package: Path, folder: Path) -> None:
    """Only the files of a package, to their two places, and only as much as they say that they are."""
    with zipfile.ZipFile(package) as archive:
        wanted = [each for each in archive.infolist() if _is_wanted(PurePosixPath(each.filename))]
        unpacked = sum(each.file_size for each in wanted)
        if unpacked > _MOST or any(each.file_size > (each.compress_size + 1024) * _TIGHTEST for each in wanted):
            raise StudyError(_("{name} holds more than a study can: it was not opened.").format(name=package.name))
        for each in wanted:
            place = folder / PurePosixPath(each.filename)
            place.parent.mkdir(exist_ok=True)
            with archive.open(each) as source, place.open("wb") as target:
                shutil.copyfileobj(source, target)


def _is_wanted(path: PurePosixPath) -> bool:
    return path.name in _WANTED and path.parent in (PurePosixPath("."), PurePosixPath(DATA))


def _check_sums(folder: Path, name: str) -> None:
    """A table that was changed by hand is not the study any more; who means it takes the checksums away."""
    listed = folder / SUMS
    if not listed.is_file():
        return
    for line in listed.read_text("utf-8", errors="replace").splitlines():
        expected, _spaces, told = line.partition("  ")
        path = folder / PurePosixPath(told)
        if _is_wanted(PurePosixPath(told)) and (not path.is_file() or digest(path) != expected):
            raise StudyError(
                _("{file} in {name} is not as it was written: take {sums} out of the package to use it anyhow.").format(
                    file=told, name=name, sums=SUMS
                )
            )
