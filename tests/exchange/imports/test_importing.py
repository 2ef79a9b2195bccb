"""Imports from file to undo: a messy workbook and its next release, V-Party into an empty study and the bundled one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exchange.imports.books import ROWS, messy_book
from parties_of_power import paths
from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.imports.applying import apply
from parties_of_power.exchange.imports.crosswalk import attach, offered
from parties_of_power.exchange.imports.datasets.definition import plan_of
from parties_of_power.exchange.imports.importing import first_plan, open_table, propose_import
from parties_of_power.exchange.imports.plan import Plan, from_stored, stored
from parties_of_power.exchange.imports.proposals import Proposal
from parties_of_power.exchange.imports.recipes import Recipe, forget_recipe, keep_recipe, recipe
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.edits import add_source
from parties_of_power.study.errors import StudyError
from parties_of_power.study.queries import all_observations, observations_of
from parties_of_power.study.study import Study

HEADER = (
    "v2paenname,v2paid,pf_party_id,country_name,country_id,country_text_id,COWcode,year,historical_date,v2pavote,"
    "v2panumbseat,v2patotalseat,v2pagovsup,v2paactcom,v2paactcom_codelow,v2paactcom_codehigh,v2paactcom_ord,"
    "v2paactcom_nr,v2pariglef"
)
RUSSIA = "United Russia,2256,2256.0,Russia,11,RUS,365.0"
# As in V-Party V2, apart from the seats of 2007, which are 315 there, and the last one, which no release has.
LINES = (
    f"{RUSSIA},2007,2007-12-02,65.0,314.0,450.0,0.0,0.603,0.175,0.958,2.0,6.0,0.219",
    f"{RUSSIA},2003,2003-12-07,38.2,221.0,450.0,0.0,0.281,-0.105,0.652,2.0,6.0,0.219",
    "Nobody's List,99999,,Russia,11,RUS,365.0,2007,2007-12-02,0.1,0.0,450.0,,,,,,,",
)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "cis.parties"
    bundled_study(paths.data("cis-2008"), path, "Ada")
    return path


@pytest.fixture
def cis(bundle: Path, tmp_path: Path) -> Iterator[Study]:
    copy = tmp_path / "cis.parties"
    copy.write_bytes(bundle.read_bytes())
    with Study.open(copy, coder="Ada") as study:
        yield study


@pytest.fixture
def vparty(tmp_path: Path) -> Path:
    path = tmp_path / "vparty.csv"
    path.write_text("\n".join((HEADER, *LINES)) + "\n", "utf-8")
    return path


def proposed(study: Study, path: Path, plan: Plan | None = None, **known: object) -> Proposal:
    opened = open_table(path)
    assert opened is not None
    wanted = plan or first_plan(study, opened)
    proposal = propose_import(study, opened, wanted, **known)  # type: ignore[arg-type]
    assert proposal is not None
    return proposal


def test_a_messy_workbook_comes_in_with_every_cell_named(cis: Study, tmp_path: Path) -> None:
    proposal = proposed(cis, messy_book(tmp_path / "messy.xlsx"))
    found = {each.cell: (each.column, each.status, each.said.value, each.period.text) for each in proposal.values}
    assert proposal.plan.unit == "party"
    assert found["Свод!B7"] == ("Основана", "agrees", "2001-12-01", "")
    assert found["Свод!D7"] == ("Доля голосов 2003", "agrees", "38.2", "2003")
    assert found["Свод!C11"] == ("Доля голосов 2007", "rival", "88.41", "2007")
    assert found["Свод!E11"] == ("Мандаты", "new", "98", "2008")
    assert found["Свод!F11"] == ("Численность", "new", "762000", "2008")
    (about,) = [each for each in proposal.values if each.cell == "Свод!F7"]
    assert (about.bound, about.said.value, about.printed) == ("about", "1900000", "ок. 1 900")
    assert {match.who.name for match in proposal.unsure} == {"ЛДПР", "Ақ жол"}
    assert any("ЛДПР" in said for said in proposal.left_out)


def test_the_next_release_shows_its_three_changes_alone(cis: Study, tmp_path: Path) -> None:
    first = proposed(cis, messy_book(tmp_path / "2008.xlsx"))
    citing = Cite(add_source(cis, "A colleague's table"))
    _count, source_id = apply(cis, first, citing)
    keep_recipe(cis, Recipe("colleague", first.plan, (source_id,)))
    changed = [list(row) for row in ROWS]
    changed[1][4] = 316
    changed[5][3] = "1,5"
    changed[5][5] = 800
    known = recipe(cis, "Colleague")
    again = proposed(
        cis, messy_book(tmp_path / "2009.xlsx", tuple(map(tuple, changed))), known.plan, source_ids=known.source_ids
    )
    shown = [(each.cell, each.status, each.said.value) for each in again.values if each.status != "same"]
    assert shown == [("Свод!E7", "rival", "316"), ("Свод!D11", "new", "1.5"), ("Свод!F11", "rival", "800000")]
    assert from_stored(stored(first.plan)) == first.plan
    forget_recipe(cis, "colleague")
    with pytest.raises(StudyError, match="no recipe"):
        recipe(cis, "colleague")


def test_an_import_is_one_edit_and_cites_its_cells(cis: Study, tmp_path: Path) -> None:
    proposal = proposed(cis, messy_book(tmp_path / "messy.xlsx"))
    citing = Cite(add_source(cis, "A colleague's table"))
    before, number = cis.dump(), cis.edit_number
    count, source_id = apply(cis, proposal, citing)
    assert cis.edit_number == number + 1
    cited = [each for each in all_observations(cis) for citation in each.citations if citation.source_id == source_id]
    assert len(cited) == count == len(proposal.to_take)
    assert {citation.locator for each in cited for citation in each.citations} >= {"Свод!E11", "Свод!F7"}
    assert {each.standing for each in cited if each.typed == "88.41"} == {"rival"}
    cis.undo()
    assert cis.dump() == before


def test_vparty_doubles_nothing_in_the_bundled_study(cis: Study, vparty: Path) -> None:
    proposal = proposed(cis, vparty)
    assert proposal.plan.dataset == "vparty"
    by_status = {each.status for each in proposal.values}
    assert by_status == {"same", "rival"}
    (rival,) = [each for each in proposal.values if each.status == "rival"]
    assert (rival.column, rival.said.value, rival.against) == ("v2panumbseat", "314", ("315",))
    before, observations = cis.dump(), len(all_observations(cis))
    apply(cis, proposal)
    assert len(all_observations(cis)) == observations + 1
    assert {each.status for each in proposed(cis, vparty).values} == {"same"}
    cis.undo()
    assert cis.dump() == before


def test_vparty_fills_an_empty_study(tmp_path: Path, vparty: Path) -> None:
    with Study.create(tmp_path / "empty.parties", coder="Ada") as study:
        opened = open_table(vparty)
        assert opened is not None
        plan = first_plan(study, opened, new_rows="add")
        proposal = propose_import(study, opened, plan)
        assert proposal is not None
        before = study.dump()
        _count, source_id = apply(study, proposal)
        catalogue = study.catalogue
        (party,) = catalogue.find_subject("United Russia")
        assert len(catalogue.parties) == 2
        assert len(catalogue.states) == 1
        assert len(catalogue.events) == 2
        strength = catalogue.attribute("Local organisational strength", "party")
        seats = catalogue.attribute("Seats", "party")
        role = catalogue.attribute("Government role", "party")
        assert strength is not None
        assert seats is not None
        assert role is not None
        (early, late) = observations_of(study, party, strength.id)
        assert (late.low, late.high, late.coders, late.ordinal) == (0.175, 0.958, 6, 2.0)
        assert late.interval == "68% highest posterior density"
        assert late.citations[0].locator == "v2paid=2256;country_text_id=RUS;year=2007;v2paactcom"
        assert (late.period.text, early.period.text) == ("2007-12-02", "2003-12-07")
        assert catalogue.events[late.event_id or 0].date.text == "2007-12-02"
        assert {each.out_of for each in observations_of(study, party, seats.id)} == {450.0}
        (answer, _same) = [each.value for each in observations_of(study, party, role.id)]
        assert catalogue.names_for(role, study.as_of).label(answer) == "Senior partner in government"
        assert catalogue.sources[source_id].license
        study.undo()
        assert study.dump() == before


def test_only_the_columns_that_are_wanted_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    rows = list(csv.reader([HEADER, *LINES]))
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([*row, *(["x"] * 300)] for row in rows)
    opened = open_table(path)
    assert opened is not None
    assert opened.is_part
    with Study.create(tmp_path / "empty.parties", coder="Ada") as study:
        proposal = propose_import(study, opened, first_plan(study, opened, new_rows="add"))
    assert proposal is not None
    assert len(proposal.values) == 12


def test_the_long_form_names_its_attributes(cis: Study, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(
        "party,attribute,year,value\nUnited Russia,Members,2006,1 000 000\nUnited Russia,Nonsense,2006,1\n", "utf-8"
    )
    proposal = proposed(cis, path)
    assert proposal.plan.unit == "long"
    assert [(each.said.value, each.period.text) for each in proposal.values] == [("1000000", "2006")]
    assert any("Nonsense" in said for said in proposal.left_out)


def test_what_cannot_be_read_is_said_and_not_taken(cis: Study, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("party;founded;seats\nUnited Russia;03/04/2001;many\n", "utf-8")
    proposal = proposed(cis, path)
    assert {each.status for each in proposal.values} == {"unreadable"}
    assert "3 April 2001" in proposal.values[0].against[0]
    assert proposal.to_take == ()


def test_numbers_of_a_crosswalk_are_attached_in_one_edit(cis: Study, tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("country,party,partyfacts_id,wikidata,seats\nRussia,United Russia,2256,Q1,1\n", "utf-8")
    proposal = proposed(cis, path)
    (number,) = offered(cis, proposal.matches)
    assert (number.scheme, number.value, number.others) == ("wikidata", "Q1", ("Q151469",))
    before = cis.dump()
    attach(cis, [number])
    assert offered(cis, proposal.matches) == ()
    cis.undo()
    assert cis.dump() == before


def test_a_row_that_ends_before_it_starts_keeps_its_start(cis: Study, tmp_path: Path) -> None:
    path = tmp_path / "ends.csv"
    path.write_text("party,from,to,slogan\nUnited Russia,2008,2003,Onward\n", "utf-8")
    proposal = proposed(cis, path)
    assert [each.period.text for each in proposal.values] == ["2008/"]
    assert any("ends before it starts" in said for said in proposal.left_out)


def test_who_is_much_like_somebody_is_not_added_without_being_asked(cis: Study, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    path.write_text("country,party,seats\nRussia,United Russia Party,3\nRussia,Yabloko,4\n", "utf-8")
    opened = open_table(path)
    assert opened is not None
    proposal = propose_import(cis, opened, first_plan(cis, opened, new_rows="add"))
    assert proposal is not None
    (value,) = proposal.values
    assert (value.said.value, value.status) == ("4", "new")
    assert any("United Russia Party" in said for said in proposal.left_out)
    apply(cis, proposal)
    (party,) = cis.catalogue.find_subject("Yabloko")
    assert cis.catalogue.subjects[party].state_id == cis.catalogue.find_subject("Russia", "state")[0]


def test_parties_years_and_variables_are_chosen(cis: Study, vparty: Path) -> None:
    opened = open_table(vparty)
    assert opened is not None
    assert opened.dataset is not None
    plan = plan_of(cis, opened.dataset, opened.header, {"v2paactcom"})
    plan = replace(plan, kept=(("v2paenname", ("United Russia",)),), years=(2004, 2010))
    proposal = propose_import(cis, opened, from_stored(stored(plan)))
    assert proposal is not None
    assert [(each.column, each.period.text) for each in proposal.values] == [("v2paactcom", "2007-12-02")]
