"""A workbook as colleagues send them: title lines, merged two-row headers, units, footnotes, headings, totals, Cyrillic
names and dates in several forms."""

from __future__ import annotations

from pathlib import Path

import openpyxl

ROWS: tuple[tuple[object, ...], ...] = (
    ("Россия",),
    ("Единая Россия", "1 декабря 2001 г.", 64.3, "38,2", 315, "ок. 1 900", "Владимир Путин"),
    ("ЛДПР", "13.12.1989", 8.14, "11,45*", 40, "н/д", "Владимир Жириновский"),
    ("Итого по стране", None, 72.44, None, 355),
    ("Казахстан",),
    ("Нур Отан", "1999-02-12", 88.41, "–", 98, 762, "Нурсултан Назарбаев"),
    ("Ақ жол", "март 2002", 3.09, "12,04", 0, "≥ 150", "Алихан Байменов"),
    ("Итого", None, 91.5, None, 98),
)
NOTES = ("* вместе с союзниками", "Источник: сводка автора")


def messy_book(path: Path, rows: tuple[tuple[object, ...], ...] = ROWS) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Свод"
    sheet["A1"] = "Партии власти и их соперники"
    sheet.merge_cells("A1:G1")
    sheet["A2"] = "По состоянию на 2008 год"
    head = ("Партия", "Основана", "Доля голосов (%)", None, "Мандаты", "Численность, тыс.", "Лидер")
    for column, title in enumerate(head, 1):
        sheet.cell(4, column, title)
    sheet["C5"], sheet["D5"] = 2007, 2003
    sheet.merge_cells("C4:D4")
    for place in ("A", "B", "E", "F", "G"):
        sheet.merge_cells(f"{place}4:{place}5")
    for number, row in enumerate(rows, 6):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    for number, note in enumerate(NOTES, 7 + len(rows)):
        sheet.cell(number, 1, note)
    sheet.row_dimensions[8].hidden = True
    book.create_sheet("Черновик").sheet_state = "hidden"
    book["Черновик"]["A1"] = "не смотреть"
    book.save(path)
    return path
