"""`write_replication`: data package, codebook, references, history, licences, checksums and a README, in one zip."""

from __future__ import annotations

import csv
import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from parties_of_power.domain.dates import iso
from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.documents.codebook import codebook_document
from parties_of_power.exchange.documents.html import html
from parties_of_power.exchange.documents.word import write_word
from parties_of_power.exchange.package.writing import write_data_package, zip_folder
from parties_of_power.exchange.references.biblatex import biblatex
from parties_of_power.exchange.references.csl_json import csl_json
from parties_of_power.exchange.references.entry import references_of
from parties_of_power.exchange.replication.words import readme
from parties_of_power.study.history import history
from parties_of_power.study.study import Study

DATA = "data"
SUMS = "SHA256SUMS"
_BEFORE_THE_DATA = 0.8


def write_replication(export: Export, path: Path, progress: Progress) -> list[str]:
    """As of the day of the table; nothing has to change on the way."""
    with tempfile.TemporaryDirectory(prefix="parties-") as name:
        folder = Path(name)
        _fill(export.study, folder, export.table.day, progress)
        zip_folder(folder, path)
    progress(1.0)
    return []


def _fill(study: Study, folder: Path, day: int, progress: Progress) -> None:
    (folder / DATA).mkdir()
    write_data_package(study, folder / DATA, day, lambda done: progress(done * _BEFORE_THE_DATA))
    codebook, references = codebook_document(study, day), references_of(study)
    write_word(codebook, folder / "codebook.docx")
    _write(folder / "codebook.html", html(codebook))
    _write(folder / "references.bib", biblatex(references))
    _write(folder / "references.json", csl_json(references))
    _write_table(folder / "history.csv", _HISTORY, _edits(study))
    _write_table(folder / "licences.csv", _LICENCES, _licences(study))
    _write(folder / "README.txt", readme(study.title or study.path.stem, iso(day), len(study.catalogue.sources)))
    _write(folder / SUMS, sums(folder))


_HISTORY = ("number", "when", "who", "what", "state")
_LICENCES = ("key", "title", "licence")


def _edits(study: Study) -> Iterable[tuple[str, ...]]:
    """Oldest first."""
    for each in reversed(history(study)):
        yield str(each.number), each.at, each.coder, each.label, each.state


def _licences(study: Study) -> Iterable[tuple[str, ...]]:
    """As the study has noted them; blank is no licence, and no leave either."""
    for reference in references_of(study):
        noted = [note.removeprefix("Licence: ") for note in reference.notes if note.startswith("Licence: ")]
        yield reference.key, reference.title, "; ".join(noted)


def sums(folder: Path) -> str:
    """As `sha256sum --check` reads them."""
    files = sorted(each for each in folder.rglob("*") if each.is_file() and each.name != SUMS)
    return "".join(f"{digest(each)}  {each.relative_to(folder).as_posix()}\n" for each in files)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_table(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
