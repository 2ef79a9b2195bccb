"""What spreadsheets spoil is told from what somebody may have meant."""

from __future__ import annotations

import pytest

from parties_of_power.exchange.guarded import ReadCell
from parties_of_power.exchange.returned.exported import Written
from parties_of_power.exchange.returned.spoiled import why_spoiled


def number(value: float, text: str = "") -> ReadCell:
    return ReadCell("number", text or f"{value:.15g}", value)


def day(text: str, serial: float = 40_000.0) -> ReadCell:
    return ReadCell("date", text, serial)


SPOILED: list[tuple[Written, str, ReadCell, str, str]] = [
    ("SEPT2", "SEPT2", day("2026-09-02"), "text", "made a date"),
    ("1999-05", "1999-05", day("1999-05-01"), "date", "A month"),
    ("2001", "2001", day("2001-01-01"), "date", "not known to the day"),
    (36203.0, "1999-02-12", day("2003-02-13", 37665.0), "date", "four years"),
    (36194.0, "1999-02-03", day("1999-03-02", 36221.0), "date", "changed places"),
    (
        "12345678901234567890",
        "12345678901234567890",
        number(1.2345678901234567e19, "12345678901234600000"),
        "number",
        "15",
    ),
    ("0071", "0071", number(71), "text", "Zeros"),
    ("2E5", "2E5", number(200_000), "text", "made a number"),
    (44714241.0, "44714241", number(44_700_000), "number", "rounded"),
    (44714241.0, "44714241", ReadCell("text", "4.47E+07"), "number", "rounded"),
    (64.3, "64.3", number(643), "number", "decimal sign"),
    (6.3, "6.3", day("2026-03-06"), "number", "A number was made a date"),
    (61.0, "61", ReadCell("error", "#REF!"), "number", "#REF!"),
    ("Otan", "Otan", ReadCell("text", "#NAME?"), "text", "#NAME?"),
    (61.0, "61", ReadCell("text", "", None, "=A1"), "number", "without a result"),
    ("Нур Отан", "Нур Отан", ReadCell("text", "??? ????"), "text", "encoding"),
    ("Café", "Café", ReadCell("text", "CafÃ©"), "text", "encoding"),
    ("x" * 300, "x" * 300, ReadCell("text", "x" * 255), "text", "cut"),
]


@pytest.mark.parametrize(("written", "meant", "cell", "kind", "why"), SPOILED)
def test_what_was_spoiled_is_seen(written: Written, meant: str, cell: ReadCell, kind: str, why: str) -> None:
    found = why_spoiled(written, meant, cell, kind)
    assert why in found


@pytest.mark.parametrize(
    ("written", "meant", "cell", "kind"),
    [
        ("1999-05", "1999-05", day("2000-06-01"), "date"),
        (36203.0, "1999-02-12", day("1999-02-13", 36204.0), "date"),
        (64.3, "64.3", number(65), "number"),
        (61.0, "61", number(58), "number"),
        (0.643, "64.3", ReadCell("number", "0.65", 0.65, is_percent=True), "percent"),
        (2500.0, "2500", number(3000), "number"),
        ("Otan", "Otan", ReadCell("text", "Nur Otan"), "text"),
        ("irreconcilable", "missing:irreconcilable", number(0.5), "percent"),
        ("not coded", "", day("1999-02-12"), "date"),
        (None, "", number(5), "number"),
        (61.0, "61", ReadCell("text", ""), "number"),
    ],
)
def test_what_somebody_may_have_meant_is_not_spoiled(written: Written, meant: str, cell: ReadCell, kind: str) -> None:
    assert not why_spoiled(written, meant, cell, kind)
