"""What a file is, by its first bytes and not by its name, and whether its package is one that a reader may open."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from parties_of_power.exchange.guarded.definition import ALL, FileRefused, Limits, Wanted
from parties_of_power.texts import _

FileKind = Literal["xlsx", "xlsb", "ods", "xls", "stata", "spss", "text"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_PAGE = (b"<html", b"<!doctype html", b"<table", b"<head", b"<body")
_TEXT_ENDINGS = {".csv", ".tsv", ".tab", ".txt"}
_SMALL = 10 << 20  # a part of this size may be packed as tightly as it likes
_ENCRYPTED_OLE = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))


def kind_of(path: Path, limits: Limits, wanted: Wanted = ALL) -> FileKind:
    """FileRefused for whatever is no table file."""
    size = path.stat().st_size
    if size > (limits.streamed if wanted.is_part and path.suffix.lower() in _TEXT_ENDINGS else limits.file):
        raise FileRefused(
            _("{name} is larger than {most} MB: save only the sheets that are wanted.").format(
                name=path.name, most=limits.file >> 20
            )
        )
    with path.open("rb") as file:
        head = file.read(4096)
    if not head:
        raise FileRefused(_("{name} is empty.").format(name=path.name))
    is_package = head[:4] in (b"PK\x03\x04", b"PK\x05\x06")
    if path.suffix.lower() in _TEXT_ENDINGS and (is_package or head.startswith(_OLE)):
        raise FileRefused(
            _("{name} is a workbook and no text: give it the ending of a workbook, such as .xlsx.").format(
                name=path.name
            )
        )
    if is_package:
        return _kind_of_package(path, limits)
    if head.startswith(_OLE):
        _refuse_encrypted_ole(path)
        return "xls"
    if statistics := statistics_kind(head):
        return statistics
    _refuse_other(path.name, head)
    return "text"


def statistics_kind(head: bytes) -> Literal["stata", "spss", ""]:
    """By the first bytes of a file of Stata (113 to 115 are the releases 8 to 12) or SPSS."""
    is_old_stata = len(head) > 3 and head[0] in (113, 114, 115) and head[1] in (1, 2) and head[2] == 1 and head[3] == 0
    if head.startswith(b"<stata_dta>") or is_old_stata:
        return "stata"
    return "spss" if head.startswith((b"$FL2", b"$FL3")) else ""


def _refuse_other(name: str, head: bytes) -> None:
    if head.startswith(b"SQLite format 3\0"):
        raise FileRefused(_("{name} is a database or a study, not a table file.").format(name=name))
    if head.startswith(b"%PDF-"):
        raise FileRefused(_("{name} is a PDF, not a table file.").format(name=name))
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begins.startswith(_WEB_PAGE):
        raise FileRefused(
            _("{name} is a web page under another name: open it in a spreadsheet and save it as XLSX.").format(
                name=name
            )
        )
    if begins.startswith((b"<?xml", b"<office:document")):
        raise FileRefused(
            _("{name} is a table in plain XML, which is not read: save it as XLSX or ODS.").format(name=name)
        )


def _refuse_encrypted_ole(path: Path) -> None:
    """A password turns an XLSX into an OLE container of two streams with these names."""
    content = path.read_bytes()
    if any(name in content for name in _ENCRYPTED_OLE):
        raise FileRefused(protected(path.name))


def protected(name: str) -> str:
    return _("{name} is protected by a password: take the password off in the spreadsheet first.").format(name=name)


def damaged(name: str, detail: str = "") -> str:
    if not detail:
        return _("{name} is damaged or incomplete: save it again in a spreadsheet.").format(name=name)
    return _("{name} is damaged or incomplete ({detail}): save it again in a spreadsheet.").format(
        name=name, detail=detail
    )


def _kind_of_package(path: Path, limits: Limits) -> FileKind:
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            _check_parts(path.name, parts, limits)
            kind = _kind_by_parts({_plain(part.filename) for part in parts})
            if kind == "ods":
                _refuse_encrypted_ods(path.name, package)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as wrong:
        raise FileRefused(damaged(path.name)) from wrong
    if kind is None:
        raise FileRefused(_("{name} is a ZIP file, but no spreadsheet.").format(name=path.name))
    return kind


def _kind_by_parts(names: set[str]) -> FileKind | None:
    if any(name.endswith("workbook.xml") for name in names):
        return "xlsx"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    return "ods" if "content.xml" in names else None


def _check_parts(name: str, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    for reason in _reasons_against(parts, limits):
        raise FileRefused(_("{name} is not read: {reason}.").format(name=name, reason=reason))
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(protected(name))


def _reasons_against(parts: list[zipfile.ZipInfo], limits: Limits) -> Iterator[str]:
    names = [_plain(part.filename) for part in parts]
    if len(parts) > limits.parts:
        yield _("its package has too many parts")
    if len(set(names)) < len(names):
        yield _("its package holds the same part twice, so that two programs would read two different tables")
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        yield _("its package names parts outside of itself")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked or any(part.file_size > limits.part for part in parts):
        yield _("it would need {size} MB when unpacked").format(size=unpacked >> 20)
    tight = (part for part in parts if part.file_size > _SMALL)
    if any(part.file_size > limits.ratio * max(part.compress_size, 1) for part in tight):
        yield _("it unpacks to more than {ratio} times its size").format(ratio=limits.ratio)


def _refuse_encrypted_ods(name: str, package: zipfile.ZipFile) -> None:
    if "META-INF/manifest.xml" in package.namelist():
        with package.open("META-INF/manifest.xml") as part:
            if re.search(b"encryption-data", part.read(1 << 20)):
                raise FileRefused(protected(name))


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()
