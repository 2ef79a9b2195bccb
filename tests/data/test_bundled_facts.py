"""What must be true of the facts of the bundled study: ids resolve, dates are dates, values are of their kind."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from parties_of_power.domain.dates import PartialDate, Period
from parties_of_power.domain.force import Hold, Span, in_force

Row = dict[str, str]
Tables = dict[str, list[Row]]

LISTS = {
    "states": {"source_ids": "sources"},
    "parties": {"source_ids": "sources"},
    "events": {"party_ids": "parties", "state_ids": "states", "corroborating_source_ids": "sources"},
    "ties": {"party_ids": "parties", "realises": "ties", "corroborating_source_ids": "sources"},
}
CITING = ("observations", "leaders", "lives", "names", "identifiers", "events", "successions", "ties", "statements")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def ids(tables: Tables, name: str) -> set[str]:
    return {row["id"] for row in tables[name]}


def parts(text: str) -> list[str]:
    return text.split(";") if text else []


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_keys_resolve(tables: Tables, name: str) -> None:
    for row in tables[name]:
        for column, target in LISTS[name].items():
            assert set(parts(row[column])) <= ids(tables, target), (row["id"], column)


@pytest.mark.parametrize("name", CITING)
def test_every_row_cites_a_source(tables: Tables, name: str) -> None:
    known = ids(tables, "sources")
    for row in tables[name]:
        assert row["source_id"] in known, row
        assert row.get("locator", "-"), row


@pytest.mark.parametrize("name", ["observations", "leaders", "lives", "names", "identifiers"])
def test_subjects_resolve(tables: Tables, name: str) -> None:
    subjects = {"party": ids(tables, "parties"), "state": ids(tables, "states")}
    for row in tables[name]:
        assert row["subject_id"] in subjects[row["subject_kind"]], row


def test_statements_speak_of_known_subjects_and_persons(tables: Tables) -> None:
    known = ids(tables, "parties") | ids(tables, "states") | ids(tables, "people")
    for row in tables["statements"]:
        assert set(parts(row["subject_ids"])) <= known, row
        assert (row["kind"] == "claim") <= bool(row["claimant"]), row


@pytest.mark.parametrize("name", ["observations", "leaders", "lives", "names", "identifiers", "successions"])
def test_periods_are_edtf(tables: Tables, name: str) -> None:
    for row in tables[name]:
        if row["from"] or row["to"]:
            Period.of(row["from"], row["to"])
        assert row["from"] != "..", row
        if row.get("attested"):
            assert PartialDate.parse(row["attested"]).latest is not None


def test_events_and_ties_are_dated_in_edtf(tables: Tables) -> None:
    for row in [*tables["events"], *tables["ties"]]:
        if row["date"]:
            Period.parse(row["date"])
    for row in tables["events"]:
        assert row["date"], row
        for day in parts(row["rounds"]):
            PartialDate.parse(day)


def test_elections_belong_to_one_state_and_nothing_else_has_a_chamber(tables: Tables) -> None:
    for row in tables["events"]:
        if row["kind"] == "election":
            assert len(parts(row["state_ids"])) == 1, row
        else:
            assert (row["chamber"], row["rounds"]) == ("", ""), row


def test_successions_join_two_parties(tables: Tables) -> None:
    assert all(row["from_party"] != row["to_party"] for row in tables["successions"])


def test_ties_join_two_parties_or_a_class(tables: Tables) -> None:
    for row in tables["ties"]:
        assert row["class"] or len(parts(row["party_ids"])) > 1, row


def test_the_three_proposed_forms_of_the_article(tables: Tables) -> None:
    proposed = {r["form"] for r in tables["ties"] if r["status"] == "proposed" and r["source_id"] == "goble-2008"}
    assert proposed == {"consultation", "forum", "party school"}


def test_the_article_names_the_parties_it_is_said_to_name(tables: Tables) -> None:
    named = {row["id"] for row in tables["parties"] if row["article"] == "yes"}
    assert named == {"united-russia", "nur-otan", "cpsu"}


def test_each_choice_attribute_has_its_choices(tables: Tables) -> None:
    choices = {(row["subject_kind"], row["attribute"]) for row in tables["choices"]}
    asked = {(r["subject_kind"], r["key"]) for r in tables["attributes"] if r["kind"] in ("choice", "several_choices")}
    assert asked == {pair for pair in choices if pair[0]}


def test_codebook_entries_are_written_out(tables: Tables) -> None:
    for row in tables["attributes"]:
        assert len(row["definition"].split()) >= 6, row["key"]
        assert len(row["coding_rule"].split()) >= 12, row["key"]
        if row["source_variable"].startswith("v2"):
            assert row["source_scale"], row["key"]
    roles = {(row["subject_kind"], row["role"]) for row in tables["attributes"] if row["role"]}
    assert roles == {(kind, role) for kind in ("party", "state") for role in ("founded", "dissolved")}


def test_every_attribute_is_asked_for_at_least_once(tables: Tables, observations: list[Row]) -> None:
    used = {(row["subject_kind"], row["attribute"]) for row in observations}
    assert used == {(row["subject_kind"], row["key"]) for row in tables["attributes"]}


def test_values_are_of_their_kind(tables: Tables, observations: list[Row]) -> None:
    attributes = {(row["subject_kind"], row["key"]): row for row in tables["attributes"]}
    codes = defaultdict(set)
    for row in tables["choices"]:
        codes[row["attribute"]].add(row["code"])
    for row in observations:
        attribute = attributes[row["subject_kind"], row["attribute"]]
        assert bool(row["value"]) != bool(row["missing"]), row
        if row["value"]:
            assert is_of_kind(row, attribute, codes[attribute["key"]], tables), row


def is_of_kind(row: Row, attribute: Row, codes: set[str], tables: Tables) -> bool:
    value = row["value"]
    match attribute["kind"]:
        case "percent":
            return bool(NUMBER.fullmatch(value)) and 0 <= float(value) <= 100
        case "number" if attribute["unit"]:
            return value.isdigit()
        case "number":
            return bool(NUMBER.fullmatch(value))
        case "date":
            return Period.parse(value) is not None
        case "choice":
            return value in codes
        case "person" | "several_persons":
            return set(parts(value)) <= ids(tables, "people")
        case "party":
            return value in ids(tables, "parties")
        case "text":
            return bool(value)
    return False


def test_numbers_fit_one_another(observations: list[Row]) -> None:
    for row in observations:
        assert bool(row["low"]) == bool(row["high"]) == bool(row["interval"]), row
        if row["low"]:
            assert float(row["low"]) <= float(row["value"]) <= float(row["high"]), row
        if row["out_of"]:
            assert float(row["value"]) <= float(row["out_of"]), row


def test_claims_have_a_claimant(tables: Tables, observations: list[Row]) -> None:
    known = ids(tables, "parties") | ids(tables, "people")
    for row in observations:
        assert (row["standing"] == "claim") == bool(row["claimant"]), row
        assert not row["claimant"] or row["claimant"] in known


def test_a_fact_stands_in_one_file_only(tables: Tables) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for name in ("observations", "leaders", "lives"):
        for row in tables[name]:
            columns = ("subject_kind", "subject_id", "attribute", "value", "missing", "source_id", "locator")
            assert seen.setdefault(tuple(row[column] for column in columns), name) == name, row


def test_every_subject_has_an_english_short_name(tables: Tables) -> None:
    named = {
        row["subject_id"]
        for row in tables["names"]
        if (row["language"], row["form"], row["standing"]) == ("en", "short", "adopted")
    }
    assert ids(tables, "parties") | ids(tables, "states") <= named


@pytest.mark.parametrize(
    ("day", "name"), [("2000-01-01", "Otan"), ("2008-11-25", "Nur Otan"), ("2023-06-01", "Amanat")]
)
def test_otan_nur_otan_and_amanat_are_one_party(tables: Tables, day: str, name: str) -> None:
    names = [
        row
        for row in tables["names"]
        if (row["subject_id"], row["language"], row["form"], row["standing"]) == ("nur-otan", "en", "short", "adopted")
    ]
    spans = [Span.of(Period.of(row["from"], row["to"]), row["attested"]) for row in names]
    when = PartialDate.parse(day).earliest
    assert when is not None
    place, hold = in_force("until_changed", when, spans)
    assert (names[place]["text"], hold) == (name, Hold.IN_FORCE)


def test_nothing_speaks_of_how_the_facts_were_gathered(tables: Tables) -> None:
    wording = re.compile(
        r"file id|stored (page|copy|github)|read again|former (table|column|leaders)|compiler|agent|\.csv\b"
    )
    for name, rows in tables.items():
        for row in rows:
            for column, text in row.items():
                if column != "url" and not (name in ("sources", "identifiers") and ".csv" in text):
                    assert not wording.search(text), (name, column, text)


def test_party_colours(tables: Tables) -> None:
    full = defaultdict(list)
    for row in tables["parties"]:
        assert row["hue"] == row["state_id"]
        if row["tone"] == "full":
            full[row["hue"]].append(row["id"])
    assert all(len(parties) == 1 for parties in full.values()), full
    assert set(full) == {row["state_id"] for row in tables["parties"]}


def test_comparisons_show_what_exists(tables: Tables) -> None:
    attributes = {(row["subject_kind"], row["key"]) for row in tables["attributes"]}
    kinds = {row["key"]: row["subject_kind"] for row in tables["comparisons"]}
    subjects = {"party": ids(tables, "parties"), "state": ids(tables, "states")}
    for row in tables["comparison_rows"]:
        assert row["subject_id"] in subjects[kinds[row["comparison"]]], row
    for row in tables["comparison_columns"]:
        assert bool(row["field"]) != bool(row["attribute"]), row
        kind = "state" if row["of_state"] == "yes" else kinds[row["comparison"]]
        assert row["field"] or (kind, row["attribute"]) in attributes, row
    for row in tables["comparisons"]:
        has_rows = any(listed["comparison"] == row["key"] for listed in tables["comparison_rows"])
        assert has_rows == (row["rows_from"] == "list"), row


def test_whole_study_and_states_leave_no_attribute_out(tables: Tables) -> None:
    for comparison, kind in (("whole-study", "party"), ("states", "state")):
        shown = [
            r["attribute"] for r in tables["comparison_columns"] if r["comparison"] == comparison and r["attribute"]
        ]
        assert sorted(shown) == sorted(row["key"] for row in tables["attributes"] if row["subject_kind"] == kind)
