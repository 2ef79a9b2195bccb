"""The long form: one row an observation, read by the csv module and by pandas, and as random texts."""

from __future__ import annotations

import csv
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.domain.kinds import Unreadable
from parties_of_power.exchange.export import export
from parties_of_power.exchange.long_csv import LONG_COLUMNS, write_observations
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.study import edits
from parties_of_power.study.queries import counts
from parties_of_power.study.study import Study
from study.builders import Words, a_study, day


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def written(words: Words, folder: Path) -> list[dict[str, str]]:
    write_observations(words.study, day("2008-11-25"), folder / "x.long.csv", Alterations(), lambda _done: None)
    return read(folder / "x.long.csv")


def test_every_observation_of_the_bundled_study_has_a_row(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path
) -> None:
    path = tmp_path / "cis.long.csv"
    assert export(bundled, columns, path, shown.id, bundled.as_of) == []
    rows = read(path)
    assert len(rows) == counts(bundled)["observations"]
    assert list(rows[0]) == [name for name, _type, _meaning in LONG_COLUMNS]
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    ours = [row for row in rows if row["subject"] == "united-russia" and row["attribute"] == "vote_share"]
    (adopted,) = [row for row in ours if row["standing"] == "adopted" and row["period"] == "2007-12-02"]
    assert (adopted["value"], adopted["number"], adopted["base"], adopted["state"]) == (
        "64.3",
        "64.3",
        "votes_cast",
        "RU",
    )
    assert (adopted["sources"], adopted["locators"]) == ("wfb-2008", "Legislative branch")
    assert (adopted["start_earliest"], adopted["end_latest"]) == ("2007-12-02", "2007-12-02")
    assert adopted["event"].startswith("State Duma election")
    (party,) = {row["computed_state"] for row in rows if row["subject"] == "cpsu"}
    assert party == "ended"


def test_reasons_codes_and_what_cannot_be_read_stand_apart(tmp_path: Path) -> None:
    words = a_study(tmp_path).with_party("Нұр Отан", founded="1999-02").with_party("Later", founded="2013-01-01")
    words.with_attribute("Role", "choice", choices=["senior", "junior"]).with_attribute("Seats", "number")
    words.with_value("Нұр Отан", "Role", "senior", "2007-08/..").with_value(
        "Later", "Role", missing="unknown", period="2014"
    )
    edits.record_observation(
        words.study, words.party("Later"), words.attribute("Seats"), typed="about=sixty", wrong=True
    )
    rows = {(row["subject_name"], row["attribute_name"]): row for row in written(words, tmp_path)}
    role, later = rows["Нұр Отан", "Role"], rows["Later", "Role"]
    assert (role["value"], role["code"], role["missing"], role["computed_state"]) == ("senior", "senior", "", "")
    assert (role["start_earliest"], role["start_latest"], role["end_latest"]) == ("2007-08-01", "2007-08-31", "")
    assert (later["value"], later["missing"], later["computed_state"]) == ("", "unknown", "not_founded")
    seats = rows["Later", "Seats"]
    assert (seats["value"], seats["missing"], seats["unreadable"]) == ("", "", "about=sixty")


def test_computed_attributes_are_said_to_be_missing(tmp_path: Path) -> None:
    words = a_study(tmp_path).with_party("A").with_attribute("Seats", "number")
    words.with_attribute("Double", "number", formula="Seats * 2").with_comparison("All", columns=["Seats"])
    (note,) = export(words.study, Columns(words.study), tmp_path / "x.long.csv", words.comparison("All"), 733_000)
    assert note == "1 computed attribute has no observations, so it is not in the long form."


def readable(words: Words, attribute: str, text: str) -> str:
    """The value that a text is, blank where it is none."""
    try:
        return words.value(attribute, text)
    except Unreadable:
        return ""


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from('\t\n";,='), min_size=1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, texts, st.floats(-1e15, 1e15)), min_size=1, max_size=5))
def test_random_values_come_back(tmp_path_factory: object, said: list[tuple[str, str, float]]) -> None:
    folder = tmp_path_factory.mktemp("long")  # type: ignore[attr-defined]  # the factory of pytest
    words = a_study(folder).with_party("A").with_attribute("Motto").with_attribute("Size", "number")
    for note, motto, size in said:
        for attribute, value in (("Motto", motto), ("Size", repr(size))):
            read = readable(words, attribute, value)
            edits.record_observation(
                words.study,
                words.party("A"),
                words.attribute(attribute),
                value=read,
                missing="" if read else "unknown",
                typed=motto,
                low=size,
                note=note,
                standing="rival",
            )
    rows = written(words, folder)
    stored = [each for name in ("Motto", "Size") for each in words.observations("A", name)]
    by_id = {row["id"]: row for row in rows}
    assert len(rows) == len(stored) == 2 * len(said)
    for each in stored:
        row = by_id[str(each.id)]
        assert (row["value"], row["missing"], row["typed"], row["note"]) == (
            each.value,
            each.missing,
            each.typed,
            each.note,
        )
        assert float(row["low"]) == each.low
    words.study.close()
