"""The XML parts of a package, read with expat: never more than a part says it holds, and never a DOCTYPE."""

import re
import zipfile
from collections.abc import Callable
from posixpath import dirname, join, normpath
from xml.parsers import expat

from parties_of_power.exchange.guarded.definition import FileRefused, Limits
from parties_of_power.texts import _

Attributes = dict[str, str]
Begin = Callable[[str, Attributes], None]
End = Callable[[str], None]

_CHUNK = 1 << 20
_DEEPEST = 200
_ENCODINGS = {"", "utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")


class Parts:
    """The parts of one package. `parse` calls back with local names: Strict and Transitional workbooks are alike."""

    def __init__(self, package: zipfile.ZipFile, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._names = {name.replace("\\", "/").lower(): name for name in package.namelist()}

    def has(self, name: str) -> bool:
        return name.lower() in self._names

    def parse(self, name: str, begin: Begin) -> None:
        """Reads the whole part and calls back for each element."""
        self.feed(name, safe_parser(begin))

    def feed(self, name: str, parser: expat.XMLParserType) -> None:
        info = self._package.getinfo(self._names[name.lower()])
        left = min(info.file_size, self._limits.part) + 1
        is_first = True
        with self._package.open(info) as part:
            while chunk := part.read(min(_CHUNK, left)):
                left -= len(chunk)
                if left <= 0:
                    raise FileRefused(_("A part of the workbook is longer than it says."))
                if is_first:
                    _check_encoding(chunk)
                    is_first = False
                parser.Parse(chunk, False)
        parser.Parse(b"", True)


def safe_parser(begin: Begin, end: End | None = None) -> expat.XMLParserType:
    """A parser without entities, DOCTYPE or deep nesting; names come without the prefix of their namespace."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    plain: dict[str, str] = {}
    depth = 0

    def begun(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise FileRefused(_("The workbook is nested deeper than any spreadsheet writes."))
        if name not in plain:
            plain[name] = _without_prefix(name)
        begin(plain[name], attributes)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(plain[name])

    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    return parser


def local(attributes: Attributes) -> Attributes:
    """The attributes without the prefixes of their namespaces."""
    return {_without_prefix(name): value for name, value in attributes.items()}


def _without_prefix(name: str) -> str:
    return name.rpartition(":")[2]


def inside(base: str, target: str) -> str:
    """The part that a relationship of another part means; FileRefused where it leads out of the package."""
    path = normpath(target.lstrip("/") if target.startswith("/") else join(dirname(base), target))
    if path.startswith(("..", "/")) or ":" in path:
        raise FileRefused(_("The workbook refers to a part outside of itself."))
    return path


def _refuse_doctype(*_declared: object) -> None:
    raise FileRefused(
        _("The workbook holds a document type declaration, which spreadsheets never write: it may be an attack.")
    )


def _check_encoding(chunk: bytes) -> None:
    declared = _DECLARED.search(chunk[:300].replace(b"\0", b""))
    named = declared[1].decode("ascii", "replace").lower() if declared else ""
    if named not in _ENCODINGS:
        raise FileRefused(
            _("A part of the workbook is written in {encoding}, which no spreadsheet uses.").format(encoding=named)
        )
