"""A small study in which something of everything is known: what the tests of all verbs are tried on."""

from __future__ import annotations

from pathlib import Path

from parties_of_power.domain.dates import Period
from parties_of_power.study.edits.observations import correct_observation
from study.builders import Words, a_study


def a_rich_study(folder: Path) -> Words:
    words = a_study(folder, "rich.parties").as_of("2008-11-25")
    _with_subjects(words)
    _with_values(words)
    _with_what_is_no_cell(words)
    return (
        words.with_comparison(
            "In the article", rows=["United Russia", "Nur Otan"], columns=["Vote share", "Leader", "Founded"]
        )
        .with_comparison("Whole study", columns=["Vote share"])
        .with_chart("Votes", "bars", "Whole study", "Vote share")
    )


def _with_subjects(words: Words) -> None:
    words.with_source("World Factbook 2008", key="wfb-2008").with_source("V-Party V2").with_source("Nobody cites this")
    words.with_state("Russia", key="ru", hue="ru").with_state("Kazakhstan")
    words.with_party("United Russia", "Russia", founded="2001-12-01")
    words.with_party("Nur Otan", "Kazakhstan", founded="1999-02-12")
    words.with_party("Newcomer", "Kazakhstan")
    words.with_name("Nur Otan", "Otan", "1999-02-12/2006-12-22", cites=[words.cite("V-Party V2", "partyname")])
    words.with_identifier("Nur Otan", "V-Party", "2345", cites=[words.cite("V-Party V2", "v2paid")])
    words.with_person("Vladimir Putin", native="Владимир Путин", cites=[words.cite("World Factbook 2008")])
    words.with_person("Boris Gryzlov", variants=["B. Gryzlov"]).with_person("Nobody")


def _with_values(words: Words) -> None:
    words.with_event("State Duma election", "election", "2007-12-02", "United Russia", "Russia")
    words.with_attribute("Vote share", "percent", validity="last_known", unit="%", group="Elections")
    words.with_attribute("Seats", "number", validity="last_known").with_attribute("Leader", "several_persons")
    words.with_attribute("Role", "choice", choices=["senior", "junior", "opposition"]).with_attribute("Motto")
    words.with_attribute("Turnout", "percent", of="state", validity="own_period").with_attribute("Partner", "party")
    vote = {"event": "State Duma election", "coder": "Bundle"}
    words.with_value("United Russia", "Vote share", "64.3", "2007-12-02", source="World Factbook 2008", **vote)
    words.with_value("United Russia", "Vote share", "65", "2007-12-02", source="V-Party V2", standing="rival", **vote)
    words.with_value("United Russia", "Leader", "Boris Gryzlov", "2002-11-20/2008-05-07")
    words.with_value("United Russia", "Leader", "Vladimir Putin", "2008-05-07/..", source="World Factbook 2008")
    words.with_value("United Russia", "Seats", "315", "2007-12-02", out_of=450)
    words.with_value("Nur Otan", "Role", "senior", "2007/..").with_value("Nur Otan", "Partner", "United Russia")
    words.with_value("Russia", "Turnout", "63.8", "2007").with_value("Nur Otan", "Seats", missing="not_coded")
    words.with_value("Newcomer", "Motto", "Forward")
    correct_observation(
        words.study, words.observation("Newcomer", "Motto", "Forward").id, value="Onward", typed="Onward"
    )


def _with_what_is_no_cell(words: Words) -> None:
    words.with_event("Tenth congress", "congress", "2008-11-20", "United Russia", cites=[words.cite("V-Party V2")])
    words.with_tie("forum", "proposed", "United Russia", "Nur Otan", cites=[words.cite("World Factbook 2008", "¶2")])
    words.with_tie("party school", "proposed", "United Russia", "Nur Otan")
    words.with_tie("agreement", "concluded", "United Russia", "Nur Otan", realises=[words.tie("party school")])
    words.with_succession(
        "Nur Otan", "Newcomer", "split_from", period=Period.parse("2008"), cites=[words.cite("V-Party V2")]
    )
    words.with_statement("claim", "World Factbook 2008", "They are alike", "Nur Otan", claimant="Kaletayev")
