"""`write_data_package`: a study as a folder of CSV files with their descriptor; the same, zipped, is a format."""

import tempfile
import zipfile
from pathlib import Path

from parties_of_power.exchange.definition import Export, ExportRefused, Progress
from parties_of_power.exchange.long_csv import write_observations
from parties_of_power.exchange.package.descriptor import descriptor
from parties_of_power.exchange.r_script import r_script
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.study.packaged import holds_tables, write_tables
from parties_of_power.study.schema import RESEARCH
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_TABLES_SHARE, _LONG_SHARE = 0.5, 0.4


def write_data_package(study: Study, folder: Path, day: int | None = None, progress: Progress | None = None) -> None:
    """Fills a folder that is there and empty; `study.bundle.bundled_study` makes an equal study of it. ExportRefused
    where the files do not hold what was written."""
    tell, as_of = progress or _unheard, study.as_of if day is None else day
    for done, _table in enumerate(write_tables(study, folder), 1):
        tell(done / len(RESEARCH) * _TABLES_SHARE)
    write_observations(
        study, as_of, folder / "long.csv", Alterations(), lambda done: tell(_TABLES_SHARE + done * _LONG_SHARE)
    )
    (folder / "read.R").write_text(r_script(study, as_of), encoding="ascii", newline="\n")
    (folder / "datapackage.json").write_text(descriptor(study, as_of), encoding="utf-8", newline="\n")
    if not holds_tables(study, folder):
        raise ExportRefused(_("The data package did not hold what was written, so it was thrown away: try again."))


def write_package(export: Export, path: Path, progress: Progress) -> list[str]:
    """The folder as a zip, with nothing around it; nothing has to change on the way."""
    with tempfile.TemporaryDirectory(prefix="parties-") as name:
        folder = Path(name)
        write_data_package(export.study, folder, export.table.day, progress)
        zip_folder(folder, path)
    progress(1.0)
    return []


def zip_folder(folder: Path, path: Path) -> None:
    """The files of a folder, in order; the descriptor first, so that whoever looks into the zip sees what it is."""
    files = sorted(
        (each for each in folder.rglob("*") if each.is_file()), key=lambda each: (each.suffix != ".json", each)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in files:
            archive.write(each, each.relative_to(folder).as_posix())
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None or len(archive.namelist()) != len(files):
            raise ExportRefused(_("The data package did not hold what was written, so it was thrown away: try again."))


def _unheard(_done: float) -> None:
    """Nobody waits."""
