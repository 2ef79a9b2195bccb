"""An XLSX or XLSM workbook, Transitional or Strict: its sheets and what their cells refer to. Macros, links to other
workbooks, data connections and pictures are never opened."""

import zipfile
from pathlib import Path
from typing import NamedTuple

from parties_of_power.exchange.guarded.definition import FileRefused, Limits, TableFile
from parties_of_power.exchange.guarded.numbers import is_date_format, is_percent_format
from parties_of_power.exchange.guarded.parts import Attributes, Parts, inside, local, safe_parser
from parties_of_power.exchange.guarded.sheet_xml import Book, SheetReader, unescaped
from parties_of_power.texts import _


class _Relation(NamedTuple):
    kind: str
    target: str
    is_external: bool


class _Listed(NamedTuple):
    name: str
    relation: str
    is_hidden: bool


def read_workbook(path: Path, limits: Limits) -> TableFile:
    with zipfile.ZipFile(path) as package:
        parts = Parts(package, limits)
        start = _start(parts)
        relations = _relations(parts, start)
        listed, is_1904 = _sheets(parts, start)
        book = _book(parts, start, relations, is_1904=is_1904)
        odd: set[str] = set()
        sheets = []
        for each in listed:
            relation = relations.get(each.relation)
            if relation is None or relation.kind != "worksheet":
                continue
            if relation.is_external:
                raise FileRefused(_("The sheet {name} lies outside of the workbook.").format(name=each.name))
            reader = SheetReader(book, limits)
            rows = reader.read(parts, _part(parts, start, relation.target))
            odd |= reader.odd
            sheets.append(reader.sheet(each.name, each.is_hidden, rows))
        if any("vbaproject" in name.lower() for name in package.namelist()):
            odd.add("macros")
        if any(relation.kind == "externalLink" for relation in relations.values()):
            odd.add("links")
        program = _program(parts)
    if not sheets:
        raise FileRefused(_("{name} has no sheet with cells.").format(name=path.name))
    return TableFile(tuple(sheets), tuple(text for key, text in _odd_words().items() if key in odd), program)


def _odd_words() -> dict[str, str]:
    return {
        "macros": _("The macros of the workbook are not read, only the values of its cells."),
        "links": _(
            "Links to other files and to the web were not followed: their cells have the values of the last time."
        ),
        "error": _("Some cells hold errors such as #N/A or #NAME?."),
        "no_result": _("Some formulas were saved without a result."),
        "type": _("Some cells hold what their type does not allow; they are read as text."),
        "gap": _("Very many blank rows stand between the cells of a sheet."),
        "order": _("Rows or cells of the file do not stand in their order."),
    }


def _start(parts: Parts) -> str:
    """The part of the workbook itself."""
    for relation in _relations(parts, "").values():
        if relation.kind == "officeDocument" and not relation.is_external:
            return _part(parts, "", relation.target)
    return _part(parts, "", "xl/workbook.xml")


def _part(parts: Parts, base: str, target: str) -> str:
    name = inside(base, target)
    if not parts.has(name):
        raise FileRefused(_("The workbook lacks its part {part}.").format(part=name))
    return name


def _relations(parts: Parts, of_part: str) -> dict[str, _Relation]:
    folder, _stroke, name = of_part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    found: dict[str, _Relation] = {}

    def begin(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            is_external = attributes.get("TargetMode", "").lower() == "external"
            found[attributes.get("Id", "")] = _Relation(kind, attributes.get("Target", ""), is_external)

    if parts.has(rels):
        parts.parse(rels, begin)
    return found


def _sheets(parts: Parts, start: str) -> tuple[list[_Listed], bool]:
    listed: list[_Listed] = []
    is_1904 = False

    def begin(element: str, attributes: Attributes) -> None:
        nonlocal is_1904
        if element == "sheet":
            own = local(attributes)
            hidden = own.get("state", "visible") != "visible"
            listed.append(_Listed(unescaped(own.get("name", "")), own.get("id", ""), hidden))
        elif element == "workbookPr":
            is_1904 = attributes.get("date1904", "0").lower() in ("1", "true", "on")

    parts.parse(start, begin)
    return listed, is_1904


def _book(parts: Parts, start: str, relations: dict[str, _Relation], *, is_1904: bool) -> Book:
    part_of = {
        relation.kind: inside(start, relation.target) for relation in relations.values() if not relation.is_external
    }
    texts, styles = part_of.get("sharedStrings", ""), part_of.get("styles", "")
    dates, percents = _styles(parts, styles) if parts.has(styles) else ([], [])
    return Book(_texts(parts, texts) if parts.has(texts) else [], dates, percents, is_1904)


def _texts(parts: Parts, name: str) -> list[str]:
    """The texts that cells share; of rich ones the runs joined, without how they are spoken."""
    texts: list[str] = []
    runs: list[str] = []
    is_spoken = False

    def begin(element: str, _attributes: Attributes) -> None:
        nonlocal is_spoken
        if element == "t" and not is_spoken:
            parser.CharacterDataHandler = runs.append
        elif element == "rPh":
            is_spoken = True

    def end(element: str) -> None:
        nonlocal is_spoken
        parser.CharacterDataHandler = None
        if element == "si":
            texts.append(unescaped("".join(runs)))
            runs.clear()
        elif element == "rPh":
            is_spoken = False

    parser = safe_parser(begin, end)
    parts.feed(name, parser)
    return texts


def _styles(parts: Parts, name: str) -> tuple[list[bool], list[bool]]:
    """Of each style of a cell whether it shows a date, and whether a percent."""
    codes: dict[int, str] = {}
    used: list[int] = []
    is_inside = False

    def begin(element: str, attributes: Attributes) -> None:
        nonlocal is_inside
        if element == "numFmt":
            codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif element == "cellXfs":
            is_inside = True
        elif element == "xf" and is_inside:
            used.append(int(attributes.get("numFmtId", "0")))

    def end(element: str) -> None:
        nonlocal is_inside
        if element == "cellXfs":
            is_inside = False

    parts.feed(name, safe_parser(begin, end))
    return (
        [is_date_format(number, codes.get(number, "")) for number in used],
        [is_percent_format(number, codes.get(number, "")) for number in used],
    )


def _program(parts: Parts) -> str:
    said: list[str] = []

    def begin(element: str, _attributes: Attributes) -> None:
        parser.CharacterDataHandler = said.append if element == "Application" else None

    def end(_element: str) -> None:
        parser.CharacterDataHandler = None

    parser = safe_parser(begin, end)
    if parts.has("docProps/app.xml"):
        parts.feed("docProps/app.xml", parser)
    return "".join(said)[:60]
