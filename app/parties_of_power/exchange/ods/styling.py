"""How the spreadsheet looks: formats of numbers and dates, looks of words, widths of columns, what stays in sight."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from parties_of_power.exchange.ods.cells import OdsCell
from parties_of_power.exchange.ods.sheets import OdsSheet

_WIDEST, _NARROWEST, _MM_A_CHARACTER = 70, 14, 2.1
_TEXT = {
    "header": '<style:text-properties fo:font-weight="bold"/>',
    "missing": '<style:text-properties fo:font-style="italic" fo:color="#6b6b6b"/>',
    "computed": '<style:text-properties fo:color="#6b6b6b"/>',
    "wrong": '<style:text-properties fo:color="#a3261c"/>',
}
_CELL = {
    "header": '<style:table-cell-properties fo:background-color="#e9eef4" fo:border-bottom="0.75pt solid #6b7a8c"/>'
}
_DATE = (
    '<number:date-style style:name="N-date"><number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
    "</number:date-style>"
)


def width(characters: int) -> int:
    """In millimetres."""
    return round(min(max(characters * _MM_A_CHARACTER, _NARROWEST), _WIDEST))


def styles(cells: Iterable[OdsCell]) -> list[str]:
    """The formats of numbers and dates, the looks of words, the widths of columns."""
    numbers = {cell.style: cell for cell in cells if cell.type in ("float", "percentage")}
    found = [_DATE, _cell_style("date", "N-date")]
    for name, cell in sorted(numbers.items()):
        found += [_number_style(cell, f"N-{name}"), _cell_style(name, f"N-{name}")]
    found += [_cell_style(name, "", _CELL.get(name, "") + text) for name, text in _TEXT.items()]
    found += [
        f'<style:style style:name="width{each}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{each}mm"/></style:style>'
        for each in range(_NARROWEST, _WIDEST + 1)
    ]
    return found


def _number_style(cell: OdsCell, name: str) -> str:
    is_percent = cell.type == "percentage"
    tag, sign = ("percentage-style", "%") if is_percent else ("number-style", "")
    number = f'<number:number number:decimal-places="{cell.places}" number:min-integer-digits="1"/>'
    before, after = (
        f"<number:text>{escape(text)}</number:text>" if text else "" for text in (cell.before, sign + cell.after)
    )
    return f'<number:{tag} style:name="{name}">{before}{number}{after}</number:{tag}>'


def _cell_style(name: str, data_style: str, properties: str = "") -> str:
    data = f' style:data-style-name="{data_style}"' if data_style else ""
    head = f'style:name="{name}" style:family="table-cell" style:parent-style-name="Default"{data}'
    return f"<style:style {head}>{properties}</style:style>"


def settings(sheets: Sequence[OdsSheet]) -> str:
    """The headers and the first columns stay in sight."""
    tables = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(sheet.name)}>"
        + "".join(
            f'<config:config-item config:name="{name}" config:type="{of_type}">{value}</config:config-item>'
            for name, of_type, value in (
                ("HorizontalSplitMode", "short", 2),
                ("VerticalSplitMode", "short", 2),
                ("HorizontalSplitPosition", "int", sheet.frozen),
                ("VerticalSplitPosition", "int", 1),
                ("ActiveSplitRange", "short", 3),
                ("PositionLeft", "int", 0),
                ("PositionRight", "int", sheet.frozen),
                ("PositionTop", "int", 0),
                ("PositionBottom", "int", 1),
            )
        )
        + "</config:config-item-map-entry>"
        for sheet in sheets
    )
    active = f'<config:config-item config:name="ActiveTable" config:type="string">{escape(sheets[0].name)}'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-settings'
        ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"'
        ' xmlns:ooo="http://openoffice.org/2004/office"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1'
        f'</config:config-item><config:config-item-map-named config:name="Tables">{tables}'
        "</config:config-item-map-named>"
        f"{active}</config:config-item></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )
