"""Reading a workbook back: every part is well-formed, and every cell says what was meant.

A small reader of its own: openpyxl, which the tests reread with, needs as long for it as the whole writing.
"""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.texts import _

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SHEETS = "xl/worksheets/sheet{number}.xml"
_TEXTS = "xl/sharedStrings.xml"
_CELL = re.compile('<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?(?: t="([a-z]+)")?(?:/>|><v>([^<]+)</v></c>)')
_CELL_ENDS = b"</c>"
_PIECE = 1 << 20  # bytes


@dataclass(slots=True)
class Tally:
    """How many cells there are, and a sum over what stands where; equal for equal cells in any order."""

    count: int = 0
    total: int = 0

    def add_text(self, place: str, text: str) -> None:
        self.count += 1
        self.total += hash((place, text))

    def add_number(self, place: str, figures: str) -> None:
        self.count += 1
        self.total -= hash((place, figures))


def figures(number: float) -> str:
    """A number as a workbook holds it: 16 digits."""
    return f"{number:.16G}"


def verify(path: Path, meant: list[Tally]) -> None:
    """ExportRefused where the workbook does not hold these cells, sheet by sheet."""
    try:
        with zipfile.ZipFile(path) as parts:
            texts = _shared_texts(parts)
            found = [_tally(parts, number, texts) for number in range(1, len(meant) + 1)]
            read = {_TEXTS, *(_SHEETS.format(number=number) for number in range(1, len(meant) + 1))}
            for name in set(parts.namelist()) - read:
                _parse(parts, name, expat.ParserCreate())
    except (zipfile.BadZipFile, KeyError, ValueError, expat.ExpatError) as wrong:
        raise ExportRefused(_("The workbook could not be read back, so it was thrown away: try again.")) from wrong
    if found != meant:
        raise ExportRefused(_("The workbook did not hold what was written, so it was thrown away: try again."))


def _parse(parts: zipfile.ZipFile, name: str, parser: expat.XMLParserType) -> None:
    with parts.open(name) as part:
        parser.ParseFile(part)


def _shared_texts(parts: zipfile.ZipFile) -> list[str]:
    """Texts in their order; one may be written in several runs."""
    texts: list[str] = []
    runs: list[str] = []
    said: list[str] = []

    def begin(name: str, _attributes: dict[str, str]) -> None:
        if name == "t":
            parser.CharacterDataHandler = said.append

    def end(name: str) -> None:
        parser.CharacterDataHandler = None
        if name == "t":
            runs.append(_unescaped("".join(said)))
            said.clear()
        elif name == "si":
            texts.append("".join(runs))
            runs.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    if _TEXTS in parts.namelist():
        _parse(parts, _TEXTS, parser)
    return texts


def _tally(parts: zipfile.ZipFile, number: int, texts: list[str]) -> Tally:
    """Piece by piece: each is parsed, which tells whether it is well-formed, and its cells are picked out."""
    tally, parser, rest = Tally(), expat.ParserCreate(), b""
    with parts.open(_SHEETS.format(number=number)) as part:
        while piece := part.read(_PIECE):
            parser.Parse(piece)
            whole, end, rest = (rest + piece).rpartition(_CELL_ENDS)
            _add_cells(tally, (whole + end).decode(), texts)
    parser.Parse(b"", True)
    _add_cells(tally, rest.decode(), texts)
    return tally


def _add_cells(tally: Tally, xml: str, texts: list[str]) -> None:
    """A cell that only has a look says nothing. One that is written in an unknown way is missed, and so is told."""
    found = [cell for cell in _CELL.findall(xml) if cell[2]]
    tally.count += len(found)
    for place, of_kind, said in found:
        if of_kind == "s":
            tally.total += hash((place, texts[int(said)]))
        else:
            tally.total -= hash((place, said))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
