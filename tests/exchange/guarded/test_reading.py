"""Foreign files: good ones are read as they stand, odd ones with a note, hostile ones refused with a sentence."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from parties_of_power.exchange.guarded import FileRefused, Limits, ReadCell, TableFile, read_table_file
from parties_of_power.exchange.guarded.numbers import day_text, is_date_format, is_percent_format, number_text

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Party</t></is></c><c r="B1"><v>71.09</v></c></row>'
STYLES = (
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>'
)


def parts(
    rows: str = ROWS, *, book: str = "", texts: str = "", target: str = "worksheets/sheet1.xml"
) -> dict[str, str]:
    """The parts of the least workbook there is."""
    sheets = f'{book}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    made = {
        "_rels/.rels": (
            f'<Relationships xmlns="{package}">'
            f'<Relationship Id="r" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{REL}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{REL}/worksheet" {target_of(target)}/>'
            f'<Relationship Id="rId2" Type="{REL}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/styles.xml": f"<styleSheet {MAIN}>{STYLES}</styleSheet>",
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
    }
    if texts:
        made["xl/sharedStrings.xml"] = texts
    return made


def target_of(target: str) -> str:
    outside = ' TargetMode="External"' if "//" in target else ""
    return f'Target="{target}"{outside}'


def written(path: Path, contents: dict[str, str] | dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return path


def read(path: Path, limits: Limits | None = None) -> TableFile:
    file = read_table_file(path, limits or Limits(seconds=30))
    assert file is not None
    return file


def cells(path: Path) -> list[ReadCell | None]:
    return [cell for _row, line in read(path).sheets[0].rows for cell in line]


def test_cells_are_read_with_their_types(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>36203</v></c><c r="C1" s="2"><v>0.643</v></c>'
        '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#NAME?</v></c><c r="F1"><f>1+1</f><v>2</v></c>'
        '<c r="G1"><v>44714241</v></c><c r="H1" t="inlineStr"><is><t> kept _x000D_</t></is></c></row>'
    )
    texts = f"<sst {MAIN}><si><r><t>Нұр </t></r><r><t>Отан</t></r><rPh sb='0' eb='1'><t>no text</t></rPh></si></sst>"
    assert cells(written(tmp_path / "a.xlsx", parts(rows, texts=texts))) == [
        ReadCell("text", "Нұр Отан"),
        ReadCell("date", "1999-02-12", 36203.0),
        ReadCell("number", "0.643", 0.643, is_percent=True),
        ReadCell("truth", "TRUE", 1.0),
        ReadCell("error", "#NAME?"),
        ReadCell("number", "2", 2.0, "=1+1"),
        ReadCell("number", "44714241", 44714241.0),
        ReadCell("text", " kept \r"),
    ]


def test_dates_may_be_counted_from_1904(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>34741</v></c></row>'
    path = written(tmp_path / "a.xlsx", parts(rows, book='<workbookPr date1904="1"/>'))
    assert cells(path) == [ReadCell("date", "1999-02-12", 36203.0)]


def test_what_a_dimension_claims_and_where_a_table_starts_do_not_matter(tmp_path: Path) -> None:
    rows = '<row r="5"><c r="D5"><v>1</v></c></row><row r="6"><c r="D6"><v>2</v></c></row>'
    found = parts(rows)
    sheet = found["xl/worksheets/sheet1.xml"].replace("<sheetData>", '<dimension ref="A1:A1"/><sheetData>')
    path = written(tmp_path / "a.xlsx", {**found, "xl/worksheets/sheet1.xml": sheet})
    assert [(row, len(line)) for row, line in read(path).sheets[0].rows] == [(4, 4), (5, 4)]


def test_strict_workbooks_are_read(tmp_path: Path) -> None:
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006", "http://purl.oclc.org/ooxml/spreadsheetml"
        ).replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
        for name, text in parts().items()
    }
    assert cells(written(tmp_path / "a.xlsx", strict))[0] == ReadCell("text", "Party")


def test_macros_and_links_are_left_alone_and_said(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f>[1]Other!A1</f><v>3</v></c></row>'
    file = read(written(tmp_path / "a.xlsm", {**parts(rows), "xl/vbaProject.bin": "Sub Auto_Open()"}))
    assert file.sheets[0].rows[0][1] == (ReadCell("number", "3", 3.0, "=[1]Other!A1"),)
    assert len(file.notes) == 2


BOMB = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = {
    "doctype in the sheet": parts() | {"xl/worksheets/sheet1.xml": f"{BOMB}<worksheet {MAIN}>&b;</worksheet>"},
    "doctype in the workbook": parts() | {"xl/workbook.xml": BOMB + parts()["xl/workbook.xml"]},
    "doctype in the texts": parts(texts=f"{BOMB}<sst {MAIN}><si><t>&b;</t></si></sst>"),
    "a sheet on the web": parts(target="http://127.0.0.1:9/sheet1.xml"),
    "a sheet outside": parts(target="../../../etc/passwd"),
    "a part outside": parts() | {"../../evil.txt": "x"},
    "row 0": parts('<row r="0"><c r="A0"><v>1</v></c></row>'),
    "a column that is none": parts('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    "a row beyond all": parts('<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>'),
    "corners": parts('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "control characters": parts('<row r="1"><c r="A1" t="inlineStr"><is><t>a&#1;b</t></is></c></row>'),
    "a text that is not there": parts('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    "deep nesting": parts("<x>" * 5_000 + "</x>" * 5_000),
    "no sheet": parts() | {"xl/workbook.xml": f"<workbook {MAIN}><sheets/></workbook>"},
    "another encoding": parts() | {"xl/worksheets/sheet1.xml": '<?xml version="1.0" encoding="UTF-7"?><worksheet/>'},
    "no workbook": {"hello.txt": "hello"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        read(written(tmp_path / "a.xlsx", HOSTILE[name]))
    assert "broke off" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts() | {"xl/media/zeros.bin": bytes(30 << 20)})
    with pytest.raises(FileRefused, match="times its size"):
        read(path)


def test_a_damaged_part_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts())
    content = bytearray(path.read_bytes())
    start = content.index(b"xl/worksheets/sheet1.xml") + len(b"xl/worksheets/sheet1.xml")
    content[start + 10 : start + 30] = bytes(20)
    path.write_bytes(content)
    with pytest.raises(FileRefused, match="damaged"):
        read(path)


def test_the_same_part_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts())
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    with pytest.raises(FileRefused, match="twice"):
        read(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xlsx", b"", "empty"),
        ("a.xls", b"<html><table></table></html>", "web page"),
        ("a.xlsx", b"SQLite format 3\0" + bytes(100), "database"),
        ("a.xlsx", b"%PDF-1.7", "PDF"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "damaged"),
        ("a.csv", b"PK\x03\x04", "workbook and no text"),
        ("a.csv", b"\n\n\n", "blanks"),
    ],
)
def test_what_is_no_table_is_refused(name: str, content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=reason):
        read(path)


def test_an_ods_that_repeats_a_cell_for_ever_is_refused(tmp_path: Path) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    cell = '<table:table-cell table:number-columns-repeated="4000000000" office:value-type="float" office:value="1"/>'
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0">'
        f"<table:table><table:table-row>{cell}</table:table-row></table:table></office:document-content>"
    )
    with pytest.raises(FileRefused, match="scattered"):
        read(written(tmp_path / "a.ods", {"content.xml": content}))


@pytest.mark.parametrize(
    ("content", "first", "noted"),
    [
        (b"state,party\r\nNA,007\r\n", "state", False),
        ("\ufeffstate;party\nКазахстан;Нур Отан\n".encode(), "state", False),
        ("партия;места\nНур Отан;98\n".encode("cp1251"), "партия", True),
        ("a\tb\n1\t2\n".encode("utf-16"), "a", False),
        (b"a,b\n1,2,3\n", "a", True),
        (b"a,a\n1,2\n", "a", True),
        (b'a,b\n"1,2\n', "a", True),
    ],
)
def test_csv_is_read_as_text_and_what_is_odd_is_said(content: bytes, first: str, noted: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    file = read(path)
    cell = file.sheets[0].rows[0][1][0]
    assert cell == ReadCell("text", first)
    assert bool(file.notes) is noted


def test_reading_can_be_stopped_and_the_child_is_gone(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in range(3_000):
        book.active.append([row] * 30)
    book.save(tmp_path / "a.xlsx")
    started = time.monotonic()
    assert read_table_file(tmp_path / "a.xlsx", cancel=lambda: True) is None
    assert time.monotonic() - started < 5


def test_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", parts())
    with pytest.raises(FileRefused, match="longer than"):
        read(path, Limits(seconds=0.01))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="memory of a process has no limit there")
def test_a_file_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx", parts(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * (90 << 20)}</t></is></c></row>')
    )
    with pytest.raises(FileRefused):
        read(path, Limits(seconds=30, memory=300 << 20, ratio=10_000))


def test_the_child_can_neither_connect_nor_write_nor_start_anything(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from parties_of_power.exchange.guarded import child\n"
        "child._bound(child.Limits())\n"
        "def refused(act):\n"
        "    try:\n        act()\n    except PermissionError:\n        return True\n    return False\n"
        "import socket, subprocess, os\n"
        f"acts = [lambda: socket.socket(), lambda: open({str(tmp_path / 'x')!r}, 'w'),"
        " lambda: subprocess.run(['true']), lambda: os.system('true')]\n"
        "print([refused(act) for act in acts])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[True, True, True, True]"


def test_openpyxl_and_the_guarded_reader_agree(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", 1, 2.5, True, None, "=1+1"])
    content = io.BytesIO()
    book.save(content)
    path = tmp_path / "a.xlsx"
    path.write_bytes(content.getvalue())
    line = read(path).sheets[0].rows[0][1]
    assert [cell.text if cell else None for cell in line] == ["a", "1", "2.5", "TRUE", None, ""]
    assert line[5] is not None
    assert line[5].formula == "=1+1"


def test_numbers_and_days_as_texts() -> None:
    assert [number_text(each) for each in (61.0, 64.3, 1e21, 0.1 + 0.2, 123456789012.5)] == [
        "61",
        "64.3",
        "1000000000000000000000",
        "0.30000000000000004",
        "123456789012.5",
    ]
    assert [day_text(each) for each in (1, 59, 60, 61, 36203, 36203.5, -1, 3e6)] == [
        "1900-01-01",
        "1900-02-28",
        "",
        "1900-03-01",
        "1999-02-12",
        "1999-02-12 12:00",
        "",
        "",
    ]


def test_formats_of_dates_and_percents() -> None:
    assert is_date_format(14, "")
    assert is_date_format(164, "yyyy\\-mm\\-dd")
    assert is_date_format(164, "[$-409]d\\ mmm")
    assert not is_date_format(164, '"day "0.0')
    assert not is_date_format(164, "h:mm")
    assert not is_date_format(164, "General")
    assert is_percent_format(10, "")
    assert is_percent_format(164, "0.0%")
    assert not is_percent_format(164, '0" %"')
