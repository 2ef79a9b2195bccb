"""The page on the web, or the file, at which a source is found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl

from parties_of_power.domain.sources import Source

# What is opened by a click is read, and never run: a study may come from anybody.
_READ = {
    ".pdf",
    ".html",
    ".htm",
    ".txt",
    ".md",
    ".csv",
    ".tsv",
    ".xlsx",
    ".ods",
    ".docx",
    ".odt",
    ".epub",
    ".djvu",
    ".png",
    ".jpg",
}


def page_of(source: Source) -> QUrl | None:
    """By its DOI where it has one, which outlives addresses; None where nothing can be opened."""
    doi = source.doi.strip().removeprefix("https://doi.org/").removeprefix("doi:").strip()
    if doi:
        return QUrl(f"https://doi.org/{doi}")
    address = source.url.strip()
    url = QUrl(address)
    if url.scheme() in ("http", "https") and url.host():
        return url
    file = Path(url.toLocalFile()) if url.isLocalFile() else Path(address)
    is_there = bool(address) and file.is_absolute() and file.suffix.lower() in _READ and file.is_file()
    return QUrl.fromLocalFile(str(file)) if is_there else None
