"""Every verb as a family: it says what it does, undoes and redoes to an identical study, and refuses what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parties_of_power.domain.charts import MAIN, Asked, ChartDefinition
from parties_of_power.domain.comparisons import RANK_COLUMN, Colouring, ColumnFilter, Grouping, SortKey, Weight
from parties_of_power.domain.dates import Period
from parties_of_power.domain.sources import Cite
from parties_of_power.study import edits, queries
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.history import history
from parties_of_power.study.study import Study
from study.builders import Words, day
from study.rich import a_rich_study

Call = Callable[[Words], object]


def _citation(words: Words) -> int:
    return words.observation("United Russia", "Vote share", "64.3").citations[0].id


def _observation(words: Words, value: str) -> int:
    return words.observation("United Russia", "Vote share", value).id


# Each verb, done once on the rich study, and the label it gives.
CALLS: dict[str, tuple[Call, str]] = {
    "record_observation": (
        lambda w: edits.record_observation(
            w.study,
            w.party("Nur Otan"),
            w.attribute("Vote share"),
            value="88.4",
            period=Period.parse("2007-08-18"),
            cites=[w.cite("V-Party V2", "v2pavote")],
        ),
        "Record 88.4 for Nur Otan · Vote share",
    ),
    "record_observations": (
        lambda w: edits.record_observations(
            w.study,
            [
                edits.Recorded(
                    w.party("Nur Otan"),
                    w.attribute("Vote share"),
                    {"value": value, "period": Period.parse(year), "low": 1.0, "high": 99.0},
                    (w.cite("V-Party V2", f"row {year}"),),
                )
                for value, year in (("80.98", "2012"), ("82.20", "2016"))
            ],
            "Import results.csv",
        ),
        "Import results.csv",
    ),
    "correct_observation": (
        lambda w: edits.correct_observation(w.study, _observation(w, "64.3"), value="64.4", low=60, high=70),
        "Correct 64.3 to 64.4 for United Russia · Vote share",
    ),
    "adopt_observation": (
        lambda w: edits.adopt_observation(w.study, _observation(w, "65"), "of the valid votes"),
        "Adopt 65 for United Russia · Vote share",
    ),
    "remove_observation": (
        lambda w: edits.remove_observation(w.study, _observation(w, "64.3")),
        "Remove 64.3 for United Russia · Vote share",
    ),
    "restore_observation": (
        lambda w: edits.restore_observation(
            w.study,
            next(each.number for each in history(w.study) if each.label.startswith("Record Forward")),
            w.observation("Newcomer", "Motto", "Onward").id,
        ),
        "Restore Forward for Newcomer · Motto",
    ),
    "add_source": (
        lambda w: edits.add_source(w.study, "Psephos", url="https://example.org", accessed="2026-11-23"),
        "Add source Psephos",
    ),
    "change_source": (
        lambda w: edits.change_source(w.study, w.source("V-Party V2"), title="V-Party V3", date="2027"),
        "Change source V-Party V2",
    ),
    "remove_source": (
        lambda w: edits.remove_source(w.study, w.source("Nobody cites this")),
        "Remove source Nobody cites this",
    ),
    "cite": (
        lambda w: edits.cite(w.study, "tie", w.tie("forum"), w.cite("V-Party V2", "¶3")),
        "Cite V-Party V2 for forum of United Russia, Nur Otan",
    ),
    "cite_observations": (
        lambda w: edits.cite_observations(
            w.study, [_observation(w, "64.3"), _observation(w, "65")], [w.cite("V-Party V2", "p. 7")]
        ),
        "Cite V-Party V2 for 2 values",
    ),
    "change_citation": (
        lambda w: edits.change_citation(w.study, _citation(w), locator="p. 5", source_id=w.source("V-Party V2")),
        "Change a citation of United Russia · Vote share",
    ),
    "remove_citation": (
        lambda w: edits.remove_citation(w.study, _citation(w)),
        "No longer cite World Factbook 2008 for United Russia · Vote share",
    ),
    "add_party": (
        lambda w: edits.add_party(w.study, "Ak Jol", w.state("Kazakhstan"), cites=[w.cite("V-Party V2")]),
        "Add party Ak Jol",
    ),
    "add_state": (lambda w: edits.add_state(w.study, "Uzbekistan", key="uz"), "Add state Uzbekistan"),
    "change_subject": (
        lambda w: edits.change_subject(w.study, w.party("Newcomer"), state_id=w.state("Russia"), colour="#AABBCC"),
        "Change Newcomer",
    ),
    "retire_subject": (lambda w: edits.retire_subject(w.study, w.party("Newcomer")), "Retire Newcomer"),
    "remove_subject": (
        lambda w: edits.remove_subject(w.study, edits.add_party(w.study, "Short-lived", w.state("Russia"))),
        "Remove Short-lived",
    ),
    "rename_subject": (
        lambda w: edits.rename_subject(w.study, w.party("Nur Otan"), "Amanat"),
        "Rename Nur Otan to Amanat",
    ),
    "add_name": (
        lambda w: edits.add_name(w.study, w.party("United Russia"), "Единая Россия", language="ru", script="Cyrl"),
        "Add the name Единая Россия of United Russia",
    ),
    "change_name": (
        lambda w: edits.change_name(w.study, w.name("Otan"), text="Otan (party)", period=Period.parse("1999/2006")),
        "Change the name Otan",
    ),
    "remove_name": (lambda w: edits.remove_name(w.study, w.name("Otan")), "Remove the name Otan"),
    "move_border": (
        lambda w: edits.move_border(
            w.study, w.party("Nur Otan"), w.name("Otan"), w.study.catalogue.names_of(w.party("Nur Otan"))[0].id, "2007"
        ),
        "Move the change of name from Otan to Nur Otan to 2007",
    ),
    "add_person": (
        lambda w: edits.add_person(w.study, "Nursultan Nazarbayev", variants=["N. Nazarbaev"]),
        "Add person Nursultan Nazarbayev",
    ),
    "change_person": (
        lambda w: edits.change_person(w.study, w.person("Boris Gryzlov"), variants=["Gryzlow", "B. Gryzlov"]),
        "Change person Boris Gryzlov",
    ),
    "remove_person": (lambda w: edits.remove_person(w.study, w.person("Nobody")), "Remove person Nobody"),
    "add_identifier": (
        lambda w: edits.add_identifier(w.study, w.state("Russia"), "COW", "365", period=Period.parse("1992/..")),
        "Add identifier COW 365 of Russia",
    ),
    "change_identifier": (
        lambda w: edits.change_identifier(w.study, w.identifier("V-Party"), value="2346"),
        "Change identifier V-Party 2345",
    ),
    "remove_identifier": (
        lambda w: edits.remove_identifier(w.study, w.identifier("V-Party")),
        "Remove identifier V-Party 2345",
    ),
    "add_attribute": (
        lambda w: edits.add_attribute(w.study, "party", "Wing", "choice", choices=[("y", "Youth"), ("w", "Women")]),
        "Add attribute Wing",
    ),
    "change_attribute": (
        lambda w: edits.change_attribute(w.study, w.attribute("Seats"), name="Seats won", group="Elections"),
        "Rename attribute Seats to Seats won",
    ),
    "set_choices": (
        lambda w: edits.set_choices(
            w.study,
            w.attribute("Role"),
            [
                edits.WantedChoice("opposition"),
                edits.WantedChoice("leading", "Heads the government", w.choice("Role", "senior")),
                edits.WantedChoice("support"),
            ],
        ),
        "Change the choices of Role",
    ),
    "change_kind": (
        lambda w: edits.change_kind(w.study, w.attribute("Leader"), "text"),
        "Change Leader from Several persons to Text",
    ),
    "move_attribute": (
        lambda w: edits.move_attribute(w.study, w.attribute("Motto"), "Elections", 0),
        "Move attribute Motto to Elections",
    ),
    "move_group": (
        lambda w: edits.move_group(w.study, "party", "Elections", 0),
        "Move group Elections",
    ),
    "rename_group": (
        lambda w: edits.rename_group(w.study, "party", "Elections", "At the polls"),
        "Rename group Elections to At the polls",
    ),
    "remove_attribute": (
        lambda w: edits.remove_attribute(w.study, w.attribute("Vote share")),
        "Remove attribute Vote share",
    ),
    "add_choice": (
        lambda w: edits.add_choice(w.study, w.attribute("Role"), "support", "outside support", ordinal=True),
        "Add choice outside support to Role",
    ),
    "change_choice": (
        lambda w: edits.change_choice(w.study, w.choice("Role", "senior"), label="Senior partner"),
        "Change choice senior of Role",
    ),
    "remove_choice": (
        lambda w: edits.remove_choice(w.study, w.choice("Role", "junior")),
        "Remove choice junior of Role",
    ),
    "add_event": (
        lambda w: edits.add_event(
            w.study,
            "Run-off",
            "election",
            "2008-03",
            subject_ids=[w.state("Russia")],
            rounds=["2008-03-16"],
            cites=[w.cite("V-Party V2")],
        ),
        "Add event Run-off",
    ),
    "change_event": (
        lambda w: edits.change_event(
            w.study, w.event("Tenth congress"), date="2008-11-21", subject_ids=[w.state("Russia"), w.party("Nur Otan")]
        ),
        "Change event Tenth congress",
    ),
    "move_event": (
        lambda w: edits.move_event(
            w.study, w.event("Tenth congress"), "2008-12-20", cites=[w.cite("V-Party V2", "p. 1")]
        ),
        "Move event Tenth congress to 20 December 2008",
    ),
    "remove_event": (
        lambda w: edits.remove_event(w.study, w.event("Tenth congress")),
        "Remove event Tenth congress",
    ),
    "add_statement": (
        lambda w: edits.add_statement(
            w.study,
            "proposal",
            w.source("V-Party V2"),
            "A common school",
            subject_ids=[w.party("Nur Otan")],
            person_ids=[w.person("Nobody")],
        ),
        "Add statement “A common school”",
    ),
    "change_statement": (
        lambda w: edits.change_statement(
            w.study, w.statement("They are alike"), locator="¶3", subject_ids=[w.party("United Russia")]
        ),
        "Change statement “They are alike”",
    ),
    "remove_statement": (
        lambda w: edits.remove_statement(w.study, w.statement("They are alike")),
        "Remove statement “They are alike”",
    ),
    "add_tie": (
        lambda w: edits.add_tie(
            w.study,
            "agreement",
            "concluded",
            [w.party("Newcomer")],
            class_of="parties of power",
            date="2008-11",
            realises=[w.tie("forum")],
        ),
        "Add agreement of Newcomer, parties of power",
    ),
    "change_tie": (
        lambda w: edits.change_tie(w.study, w.tie("forum"), party_ids=[w.party("Nur Otan"), w.party("Newcomer")]),
        "Change forum of United Russia, Nur Otan",
    ),
    "remove_tie": (
        lambda w: edits.remove_tie(w.study, w.tie("agreement")),
        "Remove agreement of United Russia, Nur Otan",
    ),
    "add_succession": (
        lambda w: edits.add_succession(w.study, w.party("Newcomer"), w.party("Nur Otan"), "merged_into"),
        "Add succession Newcomer → Nur Otan",
    ),
    "change_succession": (
        lambda w: edits.change_succession(w.study, w.succession("split_from"), kind="absorbed_by"),
        "Change succession Nur Otan → Newcomer",
    ),
    "remove_succession": (
        lambda w: edits.remove_succession(w.study, w.succession("split_from")),
        "Remove succession Nur Otan → Newcomer",
    ),
    "add_comparison": (
        lambda w: edits.add_comparison(w.study, "States", "state", attribute_ids=[w.attribute("Turnout")]),
        "Add comparison States",
    ),
    "change_comparison": (
        lambda w: edits.change_comparison(
            w.study, w.comparison("In the article"), ended="last_day", row_ids=[w.party("Nur Otan")]
        ),
        "Change comparison In the article",
    ),
    "remove_comparison": (
        lambda w: edits.remove_comparison(w.study, w.comparison("In the article")),
        "Remove comparison In the article",
    ),
    "show_column": (
        lambda w: edits.show_column(w.study, w.comparison("Whole study"), w.attribute("Turnout"), 0, of_state=True),
        "Show Turnout in Whole study",
    ),
    "show_column_on_days": (
        lambda w: edits.show_column_on_days(
            w.study, w.comparison("In the article"), w.attribute("Vote share"), [day("2003-12-07"), day("2007-12-02")]
        ),
        "Show Vote share on 2 days in In the article",
    ),
    "set_column_day": (
        lambda w: edits.set_column_day(w.study, w.column("In the article", "Vote share"), day("2003-12-07")),
        "Read Vote share on 7 Dec 2003",
    ),
    "set_row_unit": (
        lambda w: edits.set_row_unit(w.study, w.comparison("In the article"), "election"),
        "In In the article a row is a party at an election",
    ),
    "hide_column": (
        lambda w: edits.hide_column(w.study, w.column("In the article", "Leader")),
        "Hide column Leader",
    ),
    "move_column": (
        lambda w: edits.move_column(w.study, w.column("In the article", "Founded"), 1),
        "Move column Founded",
    ),
    "resize_column": (
        lambda w: edits.resize_column(w.study, w.column("In the article", "Leader"), 240),
        "Resize column Leader",
    ),
    "remove_column": (
        lambda w: edits.remove_column(w.study, w.column("In the article", "Leader")),
        "Remove column Leader",
    ),
    "sort_comparison": (
        lambda w: edits.sort_comparison(
            w.study, w.comparison("In the article"), [SortKey(w.column("In the article", "Leader"), True)]
        ),
        "Sort In the article by Leader",
    ),
    "rank_comparison": (
        lambda w: edits.rank_comparison(
            w.study,
            w.comparison("In the article"),
            [Weight(w.column("In the article", "Vote share"), 60)],
            sorts_by_it=True,
        ),
        "Rank In the article by Vote share",
    ),
    "filter_column": (
        lambda w: edits.filter_column(
            w.study, w.column("In the article", "Leader"), ColumnFilter("contains", ("Putin",))
        ),
        "Filter by Leader",
    ),
    "colour_column": (
        lambda w: edits.colour_column(w.study, w.column("In the article", "Vote share"), "two_sided"),
        "Colour Vote share on both sides of a middle",
    ),
    "group_comparison": (
        lambda w: edits.group_comparison(
            w.study, w.comparison("In the article"), Grouping(w.attribute("Turnout"), of_state=True)
        ),
        "Group In the article by Turnout",
    ),
    "freeze_columns": (
        lambda w: edits.freeze_columns(w.study, w.comparison("In the article"), 2),
        "Freeze columns of In the article",
    ),
    "show_distributions": (
        lambda w: edits.show_distributions(w.study, w.comparison("In the article"), True),
        "Show distributions in In the article",
    ),
    "freeze_rows": (
        lambda w: edits.freeze_rows(w.study, w.comparison("In the article"), 2),
        "Freeze rows of In the article",
    ),
    "wrap_texts": (
        lambda w: edits.wrap_texts(w.study, w.comparison("In the article"), True),
        "Wrap texts of In the article",
    ),
    "add_row": (
        lambda w: edits.add_row(w.study, w.comparison("In the article"), w.party("Newcomer"), 0),
        "Add Newcomer to In the article",
    ),
    "remove_row": (
        lambda w: edits.remove_row(w.study, w.comparison("In the article"), w.party("Nur Otan")),
        "Remove Nur Otan from In the article",
    ),
    "add_chart": (
        lambda w: edits.add_chart(
            w.study,
            "Who wins",
            "bars",
            ChartDefinition(
                w.comparison("In the article"), (Asked(MAIN, w.attribute("Vote share")),), (("order", "value"),)
            ),
        ),
        "Add chart Who wins",
    ),
    "change_chart": (
        lambda w: edits.change_chart(
            w.study, w.chart("Votes"), kind="lines", definition=ChartDefinition(w.comparison("Whole study"))
        ),
        "Change chart Votes",
    ),
    "rename_chart": (
        lambda w: edits.rename_chart(w.study, w.chart("Votes"), "Shares of votes"),
        "Rename chart Votes to Shares of votes",
    ),
    "remove_chart": (lambda w: edits.remove_chart(w.study, w.chart("Votes")), "Remove chart Votes"),
}

# What is refused, and a part of the sentence that says why.
REFUSED: dict[str, tuple[Call, str]] = {
    "unknown subject": (
        lambda w: edits.record_observation(w.study, 1, w.attribute("Motto"), value="x"),
        "no such party or state",
    ),
    "unknown attribute": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), 1, value="x"),
        "no such attribute",
    ),
    "an attribute of states": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), w.attribute("Turnout"), value="50"),
        "Turnout is asked of states, and Nur Otan is a party.",
    ),
    "a percent above 100": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), w.attribute("Vote share"), value="101"),
        "from 0 to 100",
    ),
    "no number": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), w.attribute("Seats"), value="many"),
        "in figures",
    ),
    "a person's id that nobody has": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), w.attribute("Leader"), value="12"),
        "no such person",
    ),
    "a state as a party": (
        lambda w: edits.record_observation(
            w.study, w.party("Nur Otan"), w.attribute("Partner"), value=str(w.state("Russia"))
        ),
        "no such party",
    ),
    "two parties where one is asked": (
        lambda w: edits.record_observation(
            w.study, w.party("Nur Otan"), w.attribute("Partner"), value=f"{w.party('Newcomer')};{w.party('Nur Otan')}"
        ),
        "any name of a party",
    ),
    "the choice of another attribute": (
        lambda w: edits.record_observation(
            w.study,
            w.party("Nur Otan"),
            edits.add_attribute(w.study, "party", "Other", "choice", choices=[("a", "A")]),
            value=str(w.choice("Role", "senior")),
        ),
        "Other has no such choice.",
    ),
    "value and missing reason": (
        lambda w: edits.record_observation(
            w.study, w.party("Nur Otan"), w.attribute("Motto"), value="x", missing="unknown"
        ),
        "either a value or why there is none",
    ),
    "neither": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), w.attribute("Motto")),
        "either a value or why there is none",
    ),
    "an unknown missing reason": (
        lambda w: edits.record_observation(
            w.study,
            w.party("Nur Otan"),
            w.attribute("Motto"),
            missing="lazy",
        ),
        "“lazy” is no missing reason",
    ),
    "a wrong text with a value": (
        lambda w: edits.record_observation(
            w.study, w.party("Nur Otan"), w.attribute("Motto"), value="x", typed="x", wrong=True
        ),
        "kept as typed, without a value",
    ),
    "a claim by nobody": (
        lambda w: edits.record_observation(
            w.study, w.party("Nur Otan"), w.attribute("Motto"), value="x", standing="claim"
        ),
        "needs a claimant",
    ),
    "an unknown event": (
        lambda w: edits.record_observation(w.study, w.party("Nur Otan"), w.attribute("Motto"), value="x", event_id=5),
        "no such event",
    ),
    "low above high": (
        lambda w: edits.correct_observation(w.study, _observation(w, "64.3"), low=70, high=60),
        "ends before it begins",
    ),
    "a value taken away": (
        lambda w: edits.correct_observation(w.study, _observation(w, "64.3"), value=""),
        "either a value or why there is none",
    ),
    "a date that is none": (
        lambda w: edits.record_observation(
            w.study, w.party("Nur Otan"), w.attribute("Motto"), value="x", attested="some day"
        ),
        "some day",
    ),
    "an unknown field": (
        lambda w: edits.change_source(w.study, w.source("V-Party V2"), colour="red"),
        "no field “colour”",
    ),
    "adopted already": (
        lambda w: edits.adopt_observation(w.study, _observation(w, "64.3")),
        "64.3 is adopted for United Russia · Vote share already.",
    ),
    "a removed observation": (lambda w: edits.remove_observation(w.study, 5), "no such observation"),
    "a source in use": (lambda w: edits.remove_source(w.study, w.source("V-Party V2")), "is cited at 5 places"),
    "a source without a title": (lambda w: edits.add_source(w.study, " "), "needs a title"),
    "a source's key twice": (lambda w: edits.add_source(w.study, "New", key="wfb-2008"), "has the key wfb-2008"),
    "a citation twice": (
        lambda w: edits.cite(w.study, "observation", _observation(w, "64.3"), w.cite("World Factbook 2008")),
        "cites this place of World Factbook 2008 already",
    ),
    "an unknown source": (
        lambda w: edits.cite(w.study, "observation", _observation(w, "64.3"), Cite(5)),
        "no such source",
    ),
    "a party of a party": (
        lambda w: edits.add_party(w.study, "Wing", w.party("Nur Otan")),
        "Nur Otan is a party, and a party belongs to a state.",
    ),
    "a nameless party": (lambda w: edits.add_party(w.study, "", w.state("Russia")), "needs a name"),
    "a colour that is none": (
        lambda w: edits.change_subject(w.study, w.party("Newcomer"), colour="red"),
        "red is no colour",
    ),
    "a state of a state": (
        lambda w: edits.change_subject(w.study, w.state("Russia"), state_id=w.state("Kazakhstan")),
        "a state to none",
    ),
    "a party in use": (lambda w: edits.remove_subject(w.study, w.party("United Russia")), "retire it instead"),
    "a party that is a value": (lambda w: edits.remove_subject(w.study, w.state("Russia")), "retire it instead"),
    "the only name": (
        lambda w: edits.remove_name(w.study, w.study.catalogue.names_of(w.party("Newcomer"))[0].id),
        "the only name there is",
    ),
    "a person in use": (
        lambda w: edits.remove_person(w.study, w.person("Vladimir Putin")),
        "Vladimir Putin is named in the study",
    ),
    "an attribute twice": (
        lambda w: edits.add_attribute(w.study, "party", "vote SHARE", "percent"),
        "an attribute vote SHARE already",
    ),
    "an unknown kind": (lambda w: edits.add_attribute(w.study, "party", "X", "colour"), "“colour” is no kind"),
    "another kind for answers": (
        lambda w: edits.change_attribute(w.study, w.attribute("Vote share"), kind="text"),
        "has 2 observations of its kind",
    ),
    "a second Founded": (
        lambda w: edits.add_attribute(w.study, "party", "Born", "date", role="founded"),
        "Another attribute says so already",
    ),
    "choices of a number": (
        lambda w: edits.add_choice(w.study, w.attribute("Seats"), "a", "A"),
        "Seats has no choices",
    ),
    "a choice twice": (
        lambda w: edits.add_choice(w.study, w.attribute("Role"), "x", "Senior"),
        "a choice Senior already",
    ),
    "a choice in use": (
        lambda w: edits.remove_choice(w.study, w.choice("Role", "senior")),
        "the answer of 1 observation;",
    ),
    "an event with results": (
        lambda w: edits.remove_event(w.study, w.event("State Duma election")),
        "2 observations belong to State Duma election",
    ),
    "a tie of one": (
        lambda w: edits.add_tie(w.study, "forum", "proposed", [w.party("Nur Otan")]),
        "two parties or more",
    ),
    "a tie of a state": (
        lambda w: edits.add_tie(w.study, "forum", "proposed", [w.party("Nur Otan"), w.state("Russia")]),
        "Russia is a state",
    ),
    "carrying out what was concluded": (
        lambda w: edits.change_tie(w.study, w.tie("forum"), realises=[w.tie("agreement")]),
        "Only a proposed tie",
    ),
    "a proposal that was carried out": (
        lambda w: edits.remove_tie(w.study, w.tie("party school")),
        "carries out this proposal",
    ),
    "following oneself": (
        lambda w: edits.add_succession(w.study, w.party("Nur Otan"), w.party("Nur Otan"), "merged_into"),
        "A new name is no succession",
    ),
    "a state after a party": (
        lambda w: edits.add_succession(w.study, w.party("Nur Otan"), w.state("Russia"), "merged_into"),
        "A party follows a party",
    ),
    "a claim nobody makes": (
        lambda w: edits.add_statement(w.study, "claim", w.source("V-Party V2"), "It is so"),
        "needs a claimant",
    ),
    "a chart twice": (
        lambda w: edits.add_chart(w.study, "VOTES", "bars", ChartDefinition(w.comparison("Whole study"))),
        "a chart VOTES already",
    ),
    "a chart of nothing": (
        lambda w: edits.change_chart(w.study, w.chart("Votes"), definition=ChartDefinition(7)),
        "no such comparison any more",
    ),
    "a comparison twice": (
        lambda w: edits.add_comparison(w.study, "whole STUDY", "party"),
        "a comparison whole STUDY already",
    ),
    "a state among parties": (
        lambda w: edits.add_row(w.study, w.comparison("In the article"), w.state("Russia")),
        "this comparison is of parties",
    ),
    "a row twice": (
        lambda w: edits.add_row(w.study, w.comparison("In the article"), w.party("Nur Otan")),
        "is in In the article already",
    ),
    "a column of states": (
        lambda w: edits.show_column(w.study, w.comparison("Whole study"), w.attribute("Turnout")),
        "of the party's state",
    ),
    "sorting by another's column": (
        lambda w: edits.sort_comparison(
            w.study, w.comparison("Whole study"), [SortKey(w.column("In the article", "Leader"))]
        ),
        "has no such column",
    ),
    "a day of a name": (
        lambda w: edits.set_column_day(
            w.study, queries.comparison(w.study, w.comparison("In the article")).columns[0].id, 1
        ),
        "Only a column of an attribute",
    ),
    "the same day twice": (
        lambda w: edits.set_column_day(
            w.study,
            edits.show_column_on_days(w.study, w.comparison("In the article"), w.attribute("Vote share"), [1])[0],
            None,
        ),
        "Vote share is a column of this comparison already",
    ),
    "no day": (
        lambda w: edits.show_column_on_days(w.study, w.comparison("In the article"), w.attribute("Vote share"), []),
        "on which days",
    ),
    "too many days": (
        lambda w: edits.show_column_on_days(
            w.study, w.comparison("In the article"), w.attribute("Vote share"), range(1000)
        ),
        "At most 200 days",
    ),
    "rows of no known kind": (
        lambda w: edits.set_row_unit(w.study, w.comparison("In the article"), "month"),  # type: ignore[arg-type]  # wrong
        "kind of row",
    ),
    "sorting by a rank that there is not": (
        lambda w: edits.sort_comparison(w.study, w.comparison("In the article"), [SortKey(RANK_COLUMN.id)]),
        "has no such column",
    ),
    "ranking by another's column": (
        lambda w: edits.rank_comparison(
            w.study, w.comparison("Whole study"), [Weight(w.column("In the article", "Vote share"), 1)]
        ),
        "has no such column",
    ),
    "ranking by what is no number": (
        lambda w: edits.rank_comparison(
            w.study, w.comparison("In the article"), [Weight(w.column("In the article", "Leader"), 1)]
        ),
        "no numbers to rank by",
    ),
    "ranking by a weight below zero": (
        lambda w: edits.rank_comparison(
            w.study, w.comparison("In the article"), [Weight(w.column("In the article", "Vote share"), -1)]
        ),
        "zero or more",
    ),
    "ranking by nothing": (
        lambda w: edits.rank_comparison(
            w.study, w.comparison("In the article"), [Weight(w.column("In the article", "Vote share"), 0)]
        ),
        "above zero",
    ),
    "shades of a name": (
        lambda w: edits.colour_column(w.study, w.column("In the article", "Leader"), "heat"),
        "Leader cannot be drawn in this way",
    ),
    "a way to colour that there is not": (
        lambda w: edits.colour_column(w.study, w.column("In the article", "Vote share"), "odd"),
        "“odd” is no way to colour",
    ),
    "groups of states in states": (
        lambda w: edits.group_comparison(w.study, edits.add_comparison(w.study, "States", "state"), Grouping()),
        "Only a comparison of parties",
    ),
    "groups by what is asked of others": (
        lambda w: edits.group_comparison(w.study, w.comparison("Whole study"), Grouping(w.attribute("Turnout"))),
        "Turnout is not asked of",
    ),
    "a size that is no number": (
        lambda w: edits.filter_column(
            w.study, w.column("In the article", "Vote share"), ColumnFilter("at_least", ("many",))
        ),
        "A percent is a number",
    ),
    "a size of a name": (
        lambda w: edits.filter_column(w.study, w.column("In the article", "Leader"), ColumnFilter("below", ("5",))),
        "Only numbers and dates",
    ),
    "between one end": (
        lambda w: edits.filter_column(
            w.study, w.column("In the article", "Founded"), ColumnFilter("between", ("1999",))
        ),
        "two ends",
    ),
    "an unknown state of a cell": (
        lambda w: edits.filter_column(
            w.study, w.column("In the article", "Leader"), ColumnFilter("has_state", ("odd",))
        ),
        "“odd” is no state of a cell",
    ),
    "changed since no day": (
        lambda w: edits.filter_column(
            w.study, w.column("In the article", "Leader"), ColumnFilter("changed_since", ("some day",))
        ),
        "some day",
    ),
}


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Words]:
    words = a_rich_study(tmp_path_factory.mktemp("rich"))
    yield words
    words.study.close()


@pytest.fixture
def words(rich: Words, tmp_path: Path) -> Iterator[Words]:
    copy = rich.copied_to(tmp_path)
    yield copy
    copy.study.close()


def test_the_rich_study_is_sound(rich: Words) -> None:
    assert rich.study.check() == []


def test_every_verb_is_tried() -> None:
    assert set(CALLS) == {verb.__name__ for verb in edits.VERBS}


@pytest.mark.parametrize("verb", CALLS)
def test_a_verb_undoes_and_redoes_to_an_identical_study(words: Words, verb: str) -> None:
    call, label = CALLS[verb]
    study = words.study
    before, number = study.dump(), study.edit_number
    call(words)
    after, steps = study.dump(), study.edit_number - number
    assert after != before or verb == "remove_subject"
    assert study.check() == []
    assert study.undo_label == label
    for _step in range(steps):
        assert study.undo() is not None
    assert study.dump() == before
    assert study.redo_label != ""
    for _step in range(steps):
        assert study.redo() is not None
    assert study.dump() == after
    assert study.check() == []


@pytest.mark.parametrize("verb", CALLS)
def test_a_verb_is_one_step_with_a_readable_label(words: Words, verb: str) -> None:
    call, _label = CALLS[verb]
    steps: list[str] = []
    words.study.subscribe(lambda changes: steps.append(changes.label))
    call(words)
    assert len(steps) == 1 or (verb == "remove_subject" and len(steps) == 2)
    assert not re.search(r"[0-9]{9}|[{}]", words.study.undo_label), "ids and placeholders are no names"


@pytest.mark.parametrize("why", REFUSED)
def test_a_refusal_is_one_sentence_and_changes_nothing(words: Words, why: str) -> None:
    call, sentence = REFUSED[why]
    before, number = words.study.dump(), words.study.edit_number
    with (
        pytest.raises(EditRefused, match=re.escape(sentence)) as refused,
        words.study.edit("Whatever the call does first"),
    ):
        call(words)
    assert "{" not in str(refused.value)
    assert words.study.dump() == before
    assert words.study.edit_number == number


def test_verbs_inside_an_edit_are_one_step(words: Words) -> None:
    before = words.study.dump()
    with words.study.edit("Add a party to the article"):
        party = edits.add_party(words.study, "Ak Jol", words.state("Kazakhstan"))
        edits.add_row(words.study, words.comparison("In the article"), party)
        edits.record_observation(words.study, party, words.attribute("Motto"), value="Bright path")
    assert words.study.undo_label == "Add a party to the article"
    assert queries.comparison(words.study, words.comparison("In the article")).row_ids[-1] == party
    words.study.undo()
    assert words.study.dump() == before


def test_undo_and_redo_work_after_reopening(words: Words) -> None:
    before, path = words.study.dump(), words.study.path
    edits.remove_attribute(words.study, words.attribute("Vote share"))
    after = words.study.dump()
    words.study.close()
    words.study = Study.open(path)
    words.study.undo()
    assert words.study.dump() == before
    words.study.redo()
    assert words.study.dump() == after


def test_adopting_makes_the_old_value_a_rival_and_keeps_the_reason(words: Words) -> None:
    edits.adopt_observation(words.study, _observation(words, "65"), "of the valid votes")
    old, new = words.observation("United Russia", "Vote share", "64.3"), _observation(words, "65")
    assert (old.standing, [each.source_id for each in old.citations]) == (
        "rival",
        [words.source("World Factbook 2008")],
    )
    assert queries.observation(words.study, new).reason == "of the valid votes"
    assert [each.id for each in words.observations("United Russia", "Vote share", "adopted")] == [new]


def test_adopting_leaves_who_came_before_and_after(words: Words) -> None:
    """A rival for Gryzlov's years takes his place, not that of Putin, who followed on the day he left."""
    words.with_value("United Russia", "Leader", "Nobody", "2003/2007", standing="rival")
    words.as_of("2005-01-01")
    edits.adopt_observation(words.study, words.observation("United Russia", "Leader", "Nobody").id)
    assert words.observation("United Russia", "Leader", "Boris Gryzlov").standing == "rival"
    assert words.observation("United Russia", "Leader", "Vladimir Putin").standing == "adopted"


def test_adopting_for_other_days_leaves_the_outer_value_in_force(words: Words) -> None:
    """On the day of the study Gryzlov is gone: a rival for a part of his years takes only that part."""
    words.with_value("United Russia", "Leader", "Nobody", "2003/2007", standing="rival")
    edits.adopt_observation(words.study, words.observation("United Russia", "Leader", "Nobody").id)
    assert words.observation("United Russia", "Leader", "Boris Gryzlov").standing == "adopted"


def test_a_number_can_be_counted_with(words: Words) -> None:
    edits.correct_observation(words.study, _observation(words, "64.3"), value="64.30")
    rows = words.study.rows("SELECT value, number FROM observation WHERE id = ?", (_observation(words, "64.3"),))
    assert list(rows) == [("64.3", 64.3)]


def test_a_second_party_of_a_state_has_a_ring(words: Words) -> None:
    first = edits.add_party(words.study, "One", edits.add_state(words.study, "Georgia", key="ge"))
    second = edits.add_party(words.study, "Two", words.study.catalogue.subjects[first].state_id or 0)
    shown = words.study.catalogue.subjects
    assert [(shown[each].hue, shown[each].tone) for each in (first, second)] == [("ge", "full"), ("ge", "ring")]


def test_changing_a_comparison_says_what_was_changed(words: Words) -> None:
    one = words.comparison("In the article")
    edits.change_comparison(words.study, one, filter_text="Gryzlov")
    assert words.study.undo_label == "Filter In the article by “Gryzlov”"
    edits.change_comparison(words.study, one, filter_text="")
    assert words.study.undo_label == "No longer filter In the article"
    edits.change_comparison(words.study, one, rows_from="list", row_ids=[words.party("Nur Otan")])
    assert words.study.undo_label == "Choose the rows of In the article"
    edits.change_comparison(words.study, one, name="Goble 2008")
    assert words.study.undo_label == "Rename In the article to Goble 2008"


def test_a_removed_column_no_longer_sorts(words: Words) -> None:
    comparison, column = words.comparison("In the article"), words.column("In the article", "Leader")
    edits.sort_comparison(words.study, comparison, [SortKey(column)])
    edits.remove_column(words.study, column)
    assert queries.comparison(words.study, comparison).sorting == ()


def test_rows_stay_in_sight_and_texts_wrap_with_the_comparison(words: Words) -> None:
    comparison = words.comparison("In the article")
    edits.freeze_rows(words.study, comparison, 3)
    edits.wrap_texts(words.study, comparison, True)
    kept = queries.comparison(words.study, comparison)
    assert (kept.frozen_rows, kept.frozen_columns, kept.wraps) == (3, 1, True)
    for rows in (-1, 1_001):
        with pytest.raises(EditRefused, match="first 1000 rows"):
            edits.freeze_rows(words.study, comparison, rows)
    words.study.undo()
    assert not queries.comparison(words.study, comparison).wraps


def test_a_removed_column_no_longer_ranks(words: Words) -> None:
    comparison, column = words.comparison("In the article"), words.column("In the article", "Vote share")
    edits.rank_comparison(words.study, comparison, [Weight(column, 3, True)], sorts_by_it=True)
    ranked = queries.comparison(words.study, comparison)
    assert (ranked.ranking, ranked.sorting) == ((Weight(column, 3, True),), (SortKey(RANK_COLUMN.id),))
    edits.remove_column(words.study, column)
    left = queries.comparison(words.study, comparison)
    assert (left.ranking, left.sorting) == ((), ())
    words.study.undo()
    assert queries.comparison(words.study, comparison) == ranked


def test_without_a_ranking_nothing_is_sorted_by_it(words: Words) -> None:
    comparison, column = words.comparison("In the article"), words.column("In the article", "Vote share")
    edits.rank_comparison(words.study, comparison, [Weight(column, 1)])
    edits.sort_comparison(words.study, comparison, [SortKey(RANK_COLUMN.id, True), SortKey(column)])
    edits.rank_comparison(words.study, comparison, [])
    assert queries.comparison(words.study, comparison).sorting == (SortKey(column),)


def test_a_column_is_coloured_in_one_way_until_it_is_removed(words: Words) -> None:
    comparison, column = words.comparison("In the article"), words.column("In the article", "Vote share")
    edits.colour_column(words.study, column, "bars")
    edits.colour_column(words.study, column, "heat")
    assert queries.comparison(words.study, comparison).colouring == (Colouring(column, "heat"),)
    edits.remove_column(words.study, column)
    assert queries.comparison(words.study, comparison).colouring == ()
    words.study.undo()
    assert queries.comparison(words.study, comparison).colouring_of(column) == "heat"
    edits.colour_column(words.study, column, None)
    assert queries.comparison(words.study, comparison).colouring == ()


def test_a_removed_attribute_no_longer_sorts_groups_or_filters(words: Words) -> None:
    comparison = words.comparison("In the article")
    leader, founded = (words.column("In the article", name) for name in ("Leader", "Founded"))
    edits.sort_comparison(words.study, comparison, [SortKey(leader, True), SortKey(founded), SortKey(leader)])
    edits.group_comparison(words.study, comparison, Grouping(words.attribute("Leader")))
    assert queries.comparison(words.study, comparison).sorting == (SortKey(leader, True), SortKey(founded))
    assert queries.comparison(words.study, comparison).grouping == Grouping(words.attribute("Leader"))
    edits.remove_attribute(words.study, words.attribute("Leader"))
    shown = queries.comparison(words.study, comparison)
    assert (shown.sorting, shown.grouping) == ((SortKey(founded),), None)
    words.study.undo()
    assert queries.comparison(words.study, comparison).grouping == Grouping(words.attribute("Leader"))


def test_what_columns_are_compared_with_is_stored_as_their_kind_writes_it(words: Words) -> None:
    share, founded = (words.column("In the article", name) for name in ("Vote share", "Founded"))
    edits.filter_column(words.study, share, ColumnFilter("between", ("30 %", "64,30")))
    edits.filter_column(words.study, founded, ColumnFilter("below", ("25 Nov 2008",)))
    shown = queries.comparison(words.study, words.comparison("In the article")).columns
    filters = {column.id: column.filter for column in shown}
    assert filters[share] == ColumnFilter("between", ("30", "64.3"))
    assert filters[founded] == ColumnFilter("below", ("2008-11-25",))


def test_columns_keep_their_order(words: Words) -> None:
    comparison = words.comparison("In the article")
    edits.move_column(words.study, words.column("In the article", "Founded"), 0)
    edits.show_column(words.study, comparison, words.attribute("Seats"), 1)
    shown = queries.comparison(words.study, comparison).columns
    wanted = ["Founded", "Seats", "Vote share", "Leader"]
    assert [each.attribute_id for each in shown if each.attribute_id] == [words.attribute(name) for name in wanted]


def test_a_hidden_column_is_shown_again_at_its_place(words: Words) -> None:
    comparison, column = words.comparison("In the article"), words.column("In the article", "Leader")
    before = words.study.dump()
    edits.hide_column(words.study, column)
    assert edits.show_column(words.study, comparison, words.attribute("Leader")) == column
    assert words.study.dump() == before


def test_renaming_keeps_the_old_name_for_its_days(words: Words) -> None:
    party = words.party("Newcomer")
    edits.rename_subject(words.study, party, "Old hand", Period.parse("2008-11-25/.."))
    assert words.study.catalogue.shown_name(party, words.study.as_of).text == "Old hand"
    assert words.study.catalogue.shown_name(party, words.study.as_of - 1).text == "Newcomer"


def test_days_stand_behind_their_attribute_and_none_twice(words: Words) -> None:
    comparison, vote = words.comparison("In the article"), words.attribute("Vote share")
    days = [day("2007-12-02"), day("2003-12-07")]
    first = edits.show_column_on_days(words.study, comparison, vote, days)
    edits.hide_column(words.study, first[0])
    again = edits.show_column_on_days(words.study, comparison, vote, [*days, day("2011-12-04")])
    assert again[:2] == first
    shown = [each for each in queries.comparison(words.study, comparison).columns if each.attribute_id == vote]
    assert [each.day for each in shown] == [None, day("2003-12-07"), day("2007-12-02"), day("2011-12-04")]
    assert not any(each.hidden for each in shown)
    places = [queries.comparison(words.study, comparison).columns.index(each) for each in shown]
    assert places == list(range(places[0], places[0] + 4))


def test_a_hidden_column_of_the_day_gives_way(words: Words) -> None:
    comparison, vote = words.comparison("In the article"), words.attribute("Vote share")
    hidden, other = edits.show_column_on_days(words.study, comparison, vote, [1, 2])
    edits.hide_column(words.study, hidden)
    edits.set_column_day(words.study, other, 1)
    found = [each for each in queries.comparison(words.study, comparison).columns if each.attribute_id == vote]
    assert [(each.id, each.day) for each in found if each.day is not None] == [(other, 1)]


def test_the_column_of_elections_comes_and_goes_with_them(words: Words) -> None:
    comparison = words.comparison("In the article")
    before = queries.comparison(words.study, comparison)
    edits.set_row_unit(words.study, comparison, "election")
    made = queries.comparison(words.study, comparison)
    assert (made.row_unit, made.columns[1].field, made.frozen_columns) == ("election", "moment", 2)
    edits.filter_column(words.study, made.columns[1].id, ColumnFilter("contains", ("2007",)))
    edits.sort_comparison(words.study, comparison, [SortKey(made.columns[1].id)])
    edits.set_row_unit(words.study, comparison, "year")
    by_year = queries.comparison(words.study, comparison)
    assert (by_year.columns[1].filter, len(by_year.columns)) == (None, len(made.columns))
    edits.filter_column(words.study, by_year.columns[1].id, ColumnFilter("at_least", ("2005",)))
    edits.set_row_unit(words.study, comparison, "subject")
    after = queries.comparison(words.study, comparison)
    assert ([each.id for each in after.columns], after.sorting) == ([each.id for each in before.columns], ())
    assert after.frozen_columns == before.frozen_columns
