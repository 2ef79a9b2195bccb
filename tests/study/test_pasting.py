"""Pasting: cell by cell what typing would do, counted and said before, and one edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Source
from parties_of_power.study.carried import Carried
from parties_of_power.study.pasting import Pasted, Pasting, what_pasting_does
from parties_of_power.study.study import Study
from parties_of_power.study.typing import what_typing_does
from study.builders import Words, a_study

UR, NO = "United Russia", "Nur Otan"


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    """On 25 November 2008: cited shares, an own number, leaders, and empty cells."""
    words = a_study(tmp_path, coder="Aliya").as_of("2008-11-25")
    words.with_party(UR, "Russia").with_party(NO, "Kazakhstan")
    words.with_source("World Factbook 2008", key="wfb-2008").with_source("V-Party V2")
    words.with_person("Vladimir Putin").with_person("Boris Gryzlov")
    words.with_attribute("Vote share", "percent", validity="last_known").with_attribute("Leader", "several_persons")
    words.with_attribute("Seats", "number", validity="last_known").with_attribute("Motto")
    words.with_attribute("Role", "choice", choices=["senior", "junior"]).with_attribute("Founded on", "date")
    vote: dict[str, Any] = {"coder": "Bundle"}
    words.with_value(UR, "Vote share", "64.3", "2007-12-02", source="World Factbook 2008", **vote)
    words.with_value(UR, "Vote share", "65", "2007-12-02", source="V-Party V2", standing="rival", **vote)
    words.with_value(NO, "Vote share", "88.4", "2007-08-18", source="World Factbook 2008", **vote)
    words.with_value(UR, "Leader", "Vladimir Putin", "2008-05-07/..", source="World Factbook 2008", **vote)
    words.with_value(UR, "Seats", "315", "2007-12-02", out_of=450).with_value(NO, "Motto", missing="not_coded")
    yield words
    words.study.close()


def pasted(words: Words, subject: str, attribute: str, text: str, **fields: Any) -> Pasted:
    return Pasted(words.party(subject), words.attribute(attribute), words.study.as_of, text, **fields)


def pasting(words: Words, *texts: Pasted, citing: str = "") -> Pasting:
    return what_pasting_does(words.study, texts, words.cite(citing) if citing else None)


def said(words: Words, each: Observation) -> str:
    """Persons by their names, since those who are new have other ids in each study."""
    names = {str(person.id): person.name for person in words.study.catalogue.persons.values()}
    return ";".join(names.get(part, part) for part in each.value.split(";"))


def observed(words: Words, subject: str, attribute: str) -> list[object]:
    """All that the observations of a cell say, without their ids and the number of their edit."""
    return [
        (
            replace(each, id=0, edited=0, citations=(), value=said(words, each)),
            [(citation.source_id, citation.locator) for citation in each.citations],
        )
        for each in words.observations(subject, attribute)
    ]


@pytest.mark.parametrize("citing", ["", "V-Party V2"])
@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ((UR, "Vote share"), "66"),
        ((UR, "Vote share"), "65"),
        ((UR, "Vote share"), "64.30"),
        ((UR, "Vote share"), "over 88"),
        ((NO, "Seats"), "98"),
        ((UR, "Seats"), "312"),
        ((UR, "Seats"), "312 of 450"),
        ((UR, "Seats"), "many"),
        ((UR, "Leader"), "Boris Gryzlov"),
        ((UR, "Leader"), "Somebody New; Vladimir Putin"),
        ((NO, "Motto"), "Вперёд,\n«вместе»"),
        ((NO, "Role"), "senior"),
        ((NO, "Role"), "neither"),
        ((NO, "Founded on"), "1999-02"),
    ],
)
def test_a_pasted_text_does_what_it_does_when_typed(
    words: Words, tmp_path: Path, cell: tuple[str, str], text: str, citing: str
) -> None:
    subject, attribute = cell
    folder = tmp_path / "typed"
    folder.mkdir()
    typed = words.copied_to(folder).as_of("2008-11-25")
    typing = what_typing_does(
        typed.study,
        typed.party(subject),
        typed.attribute(attribute),
        text,
        day=typed.study.as_of,
        citing=typed.cite(citing) if citing else None,
    )
    typing.apply(typed.study)
    proposed = pasting(words, pasted(words, subject, attribute, text), citing=citing)
    assert proposed.plans[0].kind == typing.kind
    proposed.apply("Paste", only_fitting=False)
    assert observed(words, subject, attribute) == observed(typed, subject, attribute)
    assert words.study.check() == []
    typed.study.close()


def test_nothing_changes_before_it_is_taken_and_all_of_it_is_one_undo(words: Words) -> None:
    before, number = words.study.dump(), words.study.edit_number
    proposed = pasting(
        words,
        pasted(words, UR, "Vote share", "64.3"),
        pasted(words, NO, "Vote share", "over 88"),
        pasted(words, UR, "Seats", "312"),
        pasted(words, NO, "Seats", "98"),
        pasted(words, NO, "Role", " "),
    )
    assert words.study.dump() == before
    assert dict(proposed.counts) == {"same": 1, "wrong": 1, "correct": 1, "new": 1, "cited": 1}
    assert not proposed.is_plain
    assert proposed.apply("Paste 2 × 2") == 2
    assert words.study.edit_number == number + 1
    assert words.study.undo_label == "Paste 2 × 2"
    assert [each.value for each in words.observations(NO, "Vote share")] == ["88.4"]
    words.study.undo()
    assert words.study.dump() == before
    after = words.study.redo()
    assert after is not None
    words.study.undo()


def test_the_bar_says_what_stays_what_changes_and_what_cannot_be_read(words: Words) -> None:
    proposed = pasting(
        words,
        pasted(words, UR, "Vote share", "98"),
        pasted(words, NO, "Vote share", "over 88"),
        pasted(words, UR, "Seats", "315"),
    )
    assert proposed.sentences == (
        ("equal", "1 equal to what is here"),
        ("cited", "1 changes a cited value: 64.3 stays as its rival"),
        ("wrong", "1 cannot be read: “over 88” is no percent (Nur Otan · Vote share)"),
    )
    assert proposed.plans[0].sentence(words.study, None).startswith("adopts 98 for 2 Dec 2007 without a source")


def test_texts_that_cannot_be_read_are_kept_as_typed_only_when_asked_for(words: Words) -> None:
    proposed = pasting(words, pasted(words, NO, "Vote share", "over 88"))
    assert proposed.apply("Paste") == 0
    assert words.study.undo_label != "Paste"
    assert proposed.apply("Paste", only_fitting=False) == 1
    wrong = [each for each in words.observations(NO, "Vote share", "adopted") if each.wrong]
    assert [each.typed for each in wrong] == ["over 88"]


def test_a_missing_reason_is_pasted_as_one(words: Words) -> None:
    proposed = pasting(
        words, pasted(words, UR, "Seats", "", missing="unknown"), pasted(words, NO, "Motto", "", missing="not_coded")
    )
    assert [plan.kind for plan in proposed.plans] == ["correct", "same"]
    proposed.apply("Paste")
    assert [each.missing for each in words.observations(UR, "Seats", "adopted")] == ["unknown"]


def test_two_answers_for_one_cell_are_said_and_the_first_is_taken(words: Words) -> None:
    proposed = pasting(words, pasted(words, NO, "Seats", "98"), pasted(words, NO, "Seats", "99"))
    assert [plan.fits for plan in proposed.plans] == [True, False]
    assert "98" in proposed.plans[1].refusal
    proposed.apply("Paste")
    assert [each.value for each in words.observations(NO, "Seats")] == ["98"]


def test_the_same_cell_on_two_days_takes_both(words: Words) -> None:
    """Two columns of one attribute, each with a day of its own."""
    day = words.study.as_of
    party, seats = words.party(NO), words.attribute("Seats")
    proposed = what_pasting_does(words.study, [Pasted(party, seats, day - 900, "77"), Pasted(party, seats, day, "98")])
    proposed.apply("Paste")
    assert [each.value for each in words.observations(NO, "Seats", "adopted")] == ["77", "98"]


def test_two_columns_that_show_one_value_take_one_answer_for_it(words: Words) -> None:
    day = words.study.as_of
    party, seats = words.party(UR), words.attribute("Seats")
    texts = [Pasted(party, seats, day + 1, "320"), Pasted(party, seats, day, "320"), Pasted(party, seats, day, "321")]
    proposed = what_pasting_does(words.study, texts)
    assert [(plan.kind, plan.fits) for plan in proposed.plans] == [
        ("correct", True),
        ("same", True),
        ("correct", False),
    ]


def test_a_computed_attribute_and_a_cell_that_is_gone_are_refused(words: Words) -> None:
    words.with_attribute("Twice", "number", formula="Seats * 2")
    proposed = pasting(words, pasted(words, UR, "Twice", "5"), replace(pasted(words, UR, "Seats", "5"), subject_id=1))
    assert [plan.fits for plan in proposed.plans] == [False, False]
    assert proposed.apply("Paste") == 0


def test_citations_travel_and_an_unknown_source_is_added_once(words: Words) -> None:
    known = words.study.catalogue.sources[words.source("V-Party V2")]
    new = Source(id=77, title="Psephos", key="wfb-2008", url="https://psephos.example")
    carried = (Carried(known, "v2pavote", "2026-11-01"), Carried(new, "p. 4"))
    proposed = pasting(
        words,
        pasted(words, NO, "Seats", "98", carried=carried),
        pasted(words, NO, "Role", "senior", carried=carried[1:]),
        pasted(words, NO, "Founded on", "1999"),
        citing="World Factbook 2008",
    )
    sources = len(words.study.catalogue.sources)
    proposed.apply("Paste")
    titles = words.study.catalogue.sources
    cited = {
        attribute: [titles[each.source_id].title for each in words.observations(NO, attribute)[0].citations]
        for attribute in ("Seats", "Role", "Founded on")
    }
    assert cited == {
        "Seats": ["V-Party V2", "Psephos"],
        "Role": ["Psephos"],
        "Founded on": ["World Factbook 2008"],
    }
    assert len(titles) == sources + 1
    assert next(each for each in titles.values() if each.title == "Psephos").key == ""  # wfb-2008 is another's
    words.study.undo()
    assert len(words.study.catalogue.sources) == sources


def test_a_paste_that_fails_changes_nothing(words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    before = words.study.dump()
    proposed = pasting(words, pasted(words, NO, "Seats", "98"), pasted(words, NO, "Role", "senior"))

    def fail(*_given: object, **_named: object) -> int:
        raise OSError("no more room")

    monkeypatch.setattr("parties_of_power.study.pasting.put_answer", fail)
    with pytest.raises(OSError, match="no more room"):
        proposed.apply("Paste")
    monkeypatch.undo()
    assert words.study.dump() == before
    assert isinstance(proposed.study, Study)
    assert proposed.apply("Paste") == 2
