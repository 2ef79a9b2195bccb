"""Stata and SPSS, read back by pyreadstat: values, labels, days, and why values are missing."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.domain.observations import MISSING_REASONS
from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.export import export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.statistics.definition import CODED, Datum, Variable, why_words
from parties_of_power.exchange.statistics.spss import ABOVE, write_sav
from parties_of_power.exchange.statistics.stata import LETTERS, write_dta
from parties_of_power.study.study import Study
from study.builders import Words, a_study, day

REASONS = {
    "Unknown": "unknown",
    "Not applicable": "not_applicable",
    "Interrupted": "interrupted",
    "Irreconcilable": "irreconcilable",
}


def a_study_with_every_reason(folder: Path) -> Words:
    words = a_study(folder).as_of("2008-11-25").with_source("Отчёт", key="report")
    words.with_attribute("Доля голосов", "percent", validity="last_known", unit="%")
    words.with_attribute("Role", "choice", choices=["senior", "opposition"]).with_attribute("Motto")
    words.with_party("United Russia", founded="2001-12-01").with_party("Not coded").with_party("Never coded")
    words.with_party("Ended", founded="1990-02", dissolved="1991-11-06").with_party("Later", founded="2013-01-01")
    words.with_value("United Russia", "Доля голосов", "64.3", "2007-12-02/..", source="Отчёт")
    words.with_value("United Russia", "Role", "senior", "2007/..")
    words.with_value("United Russia", "Motto", "Сила — в правде", "2007/..")
    words.with_value("Not coded", "Доля голосов", missing="not_coded", period="2007/..")
    for party, reason in REASONS.items():
        words.with_party(party)
        for attribute in ("Доля голосов", "Role", "Motto"):
            words.with_value(party, attribute, missing=reason, period="2007/..")
    return words.with_comparison("All", columns=["Доля голосов", "Role", "Motto", "Founded"])


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return a_study_with_every_reason(tmp_path_factory.mktemp("reasons"))


def read(words: Words, folder: Path, ending: str) -> tuple[dict[str, dict[str, Any]], Any]:
    """The rows by party, missing values as they stand, and what the file says about its variables."""
    path = folder / f"out.{ending}"
    assert export(words.study, Columns(words.study), path, words.comparison("All"), day("2008-11-25")) == []
    frame, meta = (pyreadstat.read_dta if ending == "dta" else pyreadstat.read_sav)(path, user_missing=True)
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {row["party"]: row for row in rows}, meta


def test_stata_tells_the_five_reasons_and_the_computed_states_apart(words: Words, tmp_path: Path) -> None:
    rows, meta = read(words, tmp_path, "dta")
    expected = {
        "United Russia": 64.3,
        "Not coded": None,
        "Never coded": None,
        "Unknown": "a",
        "Not applicable": "b",
        "Interrupted": "c",
        "Irreconcilable": "d",
        "Ended": "e",
        "Later": "f",
    }
    assert {party: row["dolya_golosov"] for party, row in rows.items()} == expected
    assert meta.column_names_to_labels["dolya_golosov"] == "Доля голосов (%)"
    labels = {each: why_words(why) for why, each in LETTERS.items() if why != "wrong"}
    assert meta.variable_value_labels["dolya_golosov"] == labels
    assert meta.variable_value_labels["role"] == labels | {1: "senior", 2: "opposition"}
    assert meta.file_label == "As of 2008-11-25: All"


def test_spss_declares_the_codes_of_the_reasons(words: Words, tmp_path: Path) -> None:
    rows, meta = read(words, tmp_path, "sav")
    expected = {
        "United Russia": 64.3,
        "Not coded": None,
        "Never coded": None,
        "Unknown": -97,
        "Not applicable": -98,
        "Interrupted": -99,
        "Irreconcilable": -96,
        "Ended": -95,
        "Later": -94,
    }
    assert {party: row["dolya_golosov"] for party, row in rows.items()} == expected
    assert meta.missing_ranges["dolya_golosov"] == [{"lo": -99.0, "hi": -93.0}]
    assert meta.variable_value_labels["dolya_golosov"][-97.0] == "unknown after search"
    assert meta.variable_measure["role"] == "nominal"
    assert meta.notes[0] == meta.file_label == "As of 2008-11-25: All"
    assert "report: Отчёт" in meta.notes
    frame, _meta = pyreadstat.read_sav(tmp_path / "out.sav")
    assert frame["dolya_golosov"].notna().sum() == 1, "declared codes count as missing"


@pytest.mark.parametrize(("ending", "unknown"), [("dta", "a"), ("sav", -97)])
def test_texts_and_dates(words: Words, tmp_path: Path, ending: str, unknown: str | int) -> None:
    """A text has its reasons beside it; a date that is no whole day its earliest and its latest."""
    rows, meta = read(words, tmp_path, ending)
    russia, ended = rows["United Russia"], rows["Ended"]
    assert (russia["motto"], russia["motto_missing"]) == ("Сила — в правде", 0)
    assert (rows["Unknown"]["motto"] or "", rows["Unknown"]["motto_missing"]) == ("", unknown)
    assert meta.variable_value_labels["motto_missing"][0] == "a value"
    assert (ended["founded"], russia["founded"]) == ("1990-02", "2001-12-01")
    assert (ended["founded_earliest"], ended["founded_latest"]) == (
        datetime.date(1990, 2, 1),
        datetime.date(1990, 2, 28),
    )
    assert russia["founded_earliest"] == russia["founded_latest"] == datetime.date(2001, 12, 1)
    assert rows["Unknown"]["founded_earliest"] is None
    assert russia["sources"] == "report"


def test_whole_days_are_dates(tmp_path: Path) -> None:
    words = a_study(tmp_path).with_party("A", founded="2001-12-01").with_party("B", founded="1582-10-15")
    words.with_party("C").with_comparison("All", columns=["Founded"])
    for ending in ("dta", "sav"):
        rows, _meta = read(words, tmp_path, ending)
        founded = {party: row["founded"] for party, row in rows.items()}
        assert founded == {"A": datetime.date(2001, 12, 1), "B": datetime.date(1582, 10, 15), "C": None}
        assert "founded_earliest" not in rows["A"]


def test_the_bundled_codes_are_labelled(bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path) -> None:
    export(bundled, columns, tmp_path / "out.dta", shown.id, bundled.as_of)
    frame, meta = pyreadstat.read_dta(tmp_path / "out.dta", apply_value_formats=True)
    assert frame.set_index("party").loc["United Russia", "government_role"] == "Senior partner in government"
    assert meta.column_names_to_labels["government_role"] == "Government role"


def test_codes_move_where_values_reach_them(tmp_path: Path) -> None:
    changes = Alterations()
    data = (Datum(-150.0), Datum(3.0), Datum(None, "unknown"), Datum(None, "ended"))
    write_sav([Variable("growth", "Growth", "number", data)], tmp_path / "x.sav", ["A note"], changes)
    frame, meta = pyreadstat.read_sav(tmp_path / "x.sav", user_missing=True)
    assert list(frame["growth"]) == [-150, 3, -997, -995]
    assert meta.missing_ranges["growth"] == [{"lo": -999.0, "hi": -993.0}]
    (said,) = changes.sentences()
    assert "-993 to -999" in said


def test_what_spss_cannot_hold_is_refused(tmp_path: Path) -> None:
    long = Variable("motto", "Motto", "text", (Datum("ж" * 20_000),))
    with pytest.raises(ExportRefused, match="longer than SPSS allows"):
        write_sav([long], tmp_path / "x.sav", ["A note"], Alterations())
    write_dta([long], tmp_path / "x.dta", "A label", Alterations())
    assert pyreadstat.read_dta(tmp_path / "x.dta")[0]["motto"][0] == "ж" * 20_000


def test_a_number_beyond_both_is_refused(tmp_path: Path) -> None:
    huge = Variable("n", "N", "number", (Datum(1e308),))
    with pytest.raises(ExportRefused, match="too large"):
        write_dta([huge], tmp_path / "x.dta", "A label", Alterations())
    with pytest.raises(ExportRefused, match="too large"):
        write_sav([huge], tmp_path / "x.sav", ["A note"], Alterations())


def test_a_file_that_was_cut_short_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pyreadstat.write_sav

    def cut(frame: pd.DataFrame, path: str, **options: Any) -> None:
        whole(frame.head(1), path, **options)

    monkeypatch.setattr(pyreadstat, "write_sav", cut)
    with pytest.raises(ExportRefused, match="thrown away"):
        write_sav([Variable("n", "N", "number", (Datum(1.0), Datum(2.0)))], tmp_path / "x.sav", ["A"], Alterations())


whys = st.sampled_from(["not_coded", *CODED])
no_value = whys.map(lambda why: Datum(None, why))
numbers = st.floats(-1e12, 1e12).map(lambda value: Datum(value + 0.0)) | no_value
days = st.integers(day("1582-10-15"), day("9999-12-31")).map(lambda value: Datum(float(value))) | no_value
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300).map(Datum)
codes = st.integers(-5, 9).map(lambda value: Datum(float(value))) | no_value


@st.composite
def variables(draw: st.DrawFn) -> list[Variable]:
    count = draw(st.integers(0, 6))
    columns = {kind: draw(st.lists(of, min_size=count, max_size=count))
               for kind, of in (("number", numbers), ("date", days), ("text", texts), ("code", codes))}  # fmt: skip
    labels = {code: f"Код {code}" for code in range(-5, 10)}
    return [
        Variable(kind, f"Переменная {kind}", kind, tuple(data), labels if kind == "code" else {})  # type: ignore[arg-type]  # one of the kinds
        for kind, data in columns.items()
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=variables())
def test_random_values_come_back(written: list[Variable], tmp_path: Path) -> None:
    write_dta(written, tmp_path / "x.dta", "Подпись", Alterations())
    write_sav(written, tmp_path / "x.sav", ["Заметка"], Alterations())
    frame, _meta = pyreadstat.read_dta(tmp_path / "x.dta", user_missing=True, disable_datetime_conversion=True)
    for variable in written:
        for datum, got in zip(variable.data, frame[variable.name], strict=True):
            if datum.why:
                assert got == LETTERS[datum.why] if datum.why != "not_coded" else pd.isna(got)
            elif variable.kind == "date":
                assert got + 715_510 == datum.value
            else:
                assert got == datum.value
    frame, meta = pyreadstat.read_sav(tmp_path / "x.sav", user_missing=True, disable_datetime_conversion=True)
    for variable in written:
        floor = meta.missing_ranges[variable.name][0]["lo"] - 1 if variable.whys else 0
        for datum, got in zip(variable.data, frame[variable.name], strict=True):
            if datum.why:
                assert got == floor + ABOVE[datum.why] if datum.why != "not_coded" else pd.isna(got)
            elif variable.kind == "date":
                assert got / 86_400 + 577_735 == datum.value
            elif variable.kind == "text":
                assert got == str(datum.value).rstrip(" ")
            else:
                assert got == datum.value
                assert not (variable.whys and floor < got <= floor + 7), "no value is taken for a missing one"


def test_every_reason_has_a_code_in_both() -> None:
    assert set(LETTERS) == set(ABOVE) == set(CODED)
    assert set(CODED) >= set(MISSING_REASONS[1:])
