"""The table in a messy sheet is found, and every decision is said and can be turned back."""

from __future__ import annotations

from pathlib import Path

from exchange.imports.books import messy_book
from parties_of_power.exchange.guarded import ReadCell, ReadSheet, read_table_file
from parties_of_power.exchange.imports.found import FoundTable, TableChoices
from parties_of_power.exchange.imports.headers import header_of
from parties_of_power.exchange.imports.html_table import read_html
from parties_of_power.exchange.imports.table import find_table, sheets_of


def found(tmp_path: Path, choices: TableChoices = TableChoices()) -> FoundTable:  # noqa: B008  # it is frozen
    file = read_table_file(messy_book(tmp_path / "messy.xlsx"))
    assert file is not None
    sheets, hidden = sheets_of(file)
    assert hidden == ("Черновик",)
    return find_table(sheets[0], choices)


def sheet(*lines: tuple[str, ...]) -> ReadSheet:
    rows = [
        (number, tuple(ReadCell("text", text) if text else None for text in line)) for number, line in enumerate(lines)
    ]
    return ReadSheet("S", False, tuple(row for row in rows if any(row[1])))


def texts(table: FoundTable) -> list[list[str]]:
    return [[row.text(column.place) for column in table.columns] for row in table.rows]


def test_a_messy_sheet_is_understood(tmp_path: Path) -> None:
    table = found(tmp_path)
    assert [(each.title, each.unit, each.year, each.scale) for each in table.columns] == [
        ("Heading", "", "", 1),
        ("Партия", "", "", 1),
        ("Основана", "", "", 1),
        ("Доля голосов 2007", "%", "2007", 1),
        ("Доля голосов 2003", "%", "2003", 1),
        ("Мандаты", "", "", 1),
        ("Численность", "тыс.", "", 1000),
        ("Лидер", "", "", 1),
    ]
    assert [(row.number, row.section, row.text(0)) for row in table.rows] == [
        (6, "Россия", "Единая Россия"),
        (7, "Россия", "ЛДПР"),
        (10, "Казахстан", "Нур Отан"),
        (11, "Казахстан", "Ақ жол"),
    ]
    assert table.rows[1].text(3) == "11,45"
    assert table.rows[1].notes == ((3, "вместе с союзниками"),)
    assert table.titles == ("Партии власти и их соперники", "По состоянию на 2008 год")
    assert {each.kind for each in table.decisions} == {
        "titles", "header", "totals", "sections", "notes", "blank", "hidden", "marks",
    }  # fmt: skip


def test_every_decision_can_be_turned_back(tmp_path: Path) -> None:
    table = found(tmp_path, TableChoices(turned_back=("totals", "sections", "marks", "notes")))
    assert [row.number for row in table.rows] == [5, 6, 7, 8, 9, 10, 11, 12, 14, 15]
    assert table.rows[2].text(3) == "11,45*"
    assert [row.number for row in found(tmp_path, TableChoices(turned_back=("hidden",))).rows] == [6, 10, 11]
    assert found(tmp_path, TableChoices(header_rows=(3,))).columns[3].title == "Доля голосов"


def test_a_plain_table_loses_nothing() -> None:
    table = find_table(sheet(("code", "name", "1/2"), ("NA", "007", "1848"), ("", "−5", "1/2")))
    assert [each.title for each in table.columns] == ["code", "name", "1/2"]
    assert texts(table) == [["NA", "007", "1848"], ["", "−5", "1/2"]]
    assert table.decisions == ()


def test_without_a_header_columns_have_letters() -> None:
    table = find_table(sheet(("1", "2"), ("3", "4")))
    assert [each.title for each in table.columns] == ["Column A", "Column B"]
    assert len(table.rows) == 2


def test_columns_of_one_name_are_told_apart() -> None:
    table = find_table(sheet(("party", "party", "Party"), ("a", "b", "c")))
    assert [each.title for each in table.columns] == ["party", "party (2)", "Party (3)"]


def test_headers_say_units_years_and_marks() -> None:
    assert header_of("Vote share (%)").unit == "%"
    said = header_of("Members 2007, thousands*")
    assert (said.title, said.year, said.scale, said.mark) == ("Members", "2007", 1000, "*")
    assert header_of("Goals (long-term)").title == "Goals (long-term)"


def test_tables_of_the_clipboard_are_read() -> None:
    html = (
        "<html><style>td{}</style><table><tr><th rowspan=2>Party<th colspan=2>Seats</tr><tr><td>2003<td>2007</tr>"
        "<tr><td>United&nbsp;Russia<td>223<td>315</table><script>alert(1)</script>"
    )
    (read,) = read_html(html).sheets
    table = find_table(read)
    assert [each.title for each in table.columns] == ["Party", "Seats 2003", "Seats 2007"]
    assert texts(table) == [["United Russia", "223", "315"]]
