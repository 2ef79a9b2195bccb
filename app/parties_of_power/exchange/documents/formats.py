"""The formats that a document is written to; a new one is a module here and a line in DOCUMENT_FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from parties_of_power.exchange.definition import Export, Format, Progress
from parties_of_power.exchange.documents.comparison import comparison_document
from parties_of_power.exchange.documents.definition import Document
from parties_of_power.exchange.documents.html import write_html
from parties_of_power.exchange.documents.latex import write_latex
from parties_of_power.exchange.documents.markdown import write_markdown
from parties_of_power.exchange.documents.word import write_word
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """`endings` are those of its files, the usual one first; `write` writes to a path of its own."""

    key: str
    name: str
    endings: tuple[str, ...]
    write: Callable[[Document, Path], None]

    def as_format(self) -> Format:
        """As a format of a comparison, which becomes a document."""
        return Format(self.key, self.name, self.endings, self._write_comparison)

    def _write_comparison(self, export: Export, path: Path, progress: Progress) -> list[str]:
        table = export.table
        self.write(comparison_document(export.study, export.columns, table.comparison.id, table.day), path)
        progress(1.0)
        return []


DOCUMENT_FORMATS: tuple[DocumentFormat, ...] = (
    DocumentFormat("word", _("Word document"), (".docx",), write_word),
    DocumentFormat("html", _("Web page"), (".html", ".htm"), write_html),
    DocumentFormat("markdown", _("Markdown"), (".md", ".markdown"), write_markdown),
    DocumentFormat("latex", _("LaTeX"), (".tex",), write_latex),
)


def document_format(path: Path) -> DocumentFormat | None:
    """The one that the file's ending stands for, None where it is another's."""
    ending = path.suffix.casefold()
    return next((each for each in DOCUMENT_FORMATS if ending in each.endings), None)


def write_document_file(document: Document, path: Path, chosen: DocumentFormat) -> None:
    """Whole or not at all; ExportRefused says why there is no file."""
    with written_whole(path) as temporary:
        chosen.write(document, temporary)
