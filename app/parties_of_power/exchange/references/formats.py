"""The formats that references are written to; a new one is a module here and a line in REFERENCE_FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from parties_of_power.exchange.definition import Export, ExportRefused, Format, Progress
from parties_of_power.exchange.documents.definition import Document, Paragraph
from parties_of_power.exchange.documents.html import html
from parties_of_power.exchange.references.biblatex import biblatex
from parties_of_power.exchange.references.bibliography import bibliography, plain_bibliography, style_name, style_of
from parties_of_power.exchange.references.cited import sources_of_comparison
from parties_of_power.exchange.references.csl_json import csl_json
from parties_of_power.exchange.references.entry import Reference, references_of
from parties_of_power.exchange.references.ris import ris
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.study.study import Study
from parties_of_power.texts import _

References = tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ReferenceFormat:
    """`text` is the whole file, of references and a citation style; most formats have no use for the style."""

    key: str
    name: str
    endings: tuple[str, ...]
    text: Callable[[References, str], str]

    def as_format(self) -> Format:
        """As a format of a comparison, of which it has the sources."""
        return Format(self.key, self.name, self.endings, self._write_comparison)

    def _write_comparison(self, export: Export, path: Path, progress: Progress) -> list[str]:
        references = references_of(export.study, sources_of_comparison(export))
        _write(path, self.text(references, style_of(export.study)))
        progress(1.0)
        return []


def references_page(references: References, style: str) -> str:
    entries = tuple(Paragraph(runs) for runs in bibliography(references, style))
    return html(Document(_("References"), style_name(style), entries))


def references_text(references: References, style: str) -> str:
    return plain_bibliography(bibliography(references, style))


_BY_COMPARISON: tuple[ReferenceFormat, ...] = (
    ReferenceFormat("biblatex", _("References: BibLaTeX"), (".bib",), lambda found, _style: biblatex(found)),
    ReferenceFormat("ris", _("References: RIS"), (".ris",), lambda found, _style: ris(found)),
    ReferenceFormat("csl_json", _("References: CSL-JSON"), (".json",), lambda found, _style: csl_json(found)),
    ReferenceFormat("bibliography", _("References: formatted text"), (".txt",), references_text),
)
# Of a comparison, a web page is its table.
REFERENCE_FORMATS: tuple[ReferenceFormat, ...] = (
    *_BY_COMPARISON,
    ReferenceFormat("references_page", _("References: formatted web page"), (".html", ".htm"), references_page),
)
FORMATS_OF_COMPARISON: tuple[Format, ...] = tuple(each.as_format() for each in _BY_COMPARISON)


def write_references(study: Study, path: Path, source_ids: Iterable[int] | None = None) -> int:
    """These sources, or all, in the format of the file's ending, formatted in the style of the study. Whole or not at
    all; how many they are. ExportRefused says why there is no file."""
    ending = path.suffix.casefold()
    chosen = next((each for each in REFERENCE_FORMATS if ending in each.endings), None)
    if chosen is None:
        known = ", ".join(each for format_ in REFERENCE_FORMATS for each in format_.endings)
        raise ExportRefused(_("References are written with one of these endings: {endings}.").format(endings=known))
    references = references_of(study, source_ids)
    with written_whole(path) as temporary:
        _write(temporary, chosen.text(references, style_of(study)))
    return len(references)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
