"""Computed attributes in a study: what may stand as a formula, what follows a change, and that all of it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parties_of_power.study import edits
from parties_of_power.study.edits.formulas import FormulaRefused
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.study.typing import set_value, what_typing_does
from study.builders import Words, a_study, day


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path).with_party("Nur Otan", "Kazakhstan", founded="1999-02-12")
    made.with_attribute("Seats", "number").with_attribute("Votes", "number").with_attribute("Wing", "text")
    made.with_attribute("Population", "number", of="state")
    made.with_attribute("Share", "percent", formula="Seats / out_of(Seats) * 100")
    made.with_attribute("Twice", "number", formula="Share * 2")
    yield made
    made.study.close()


def shown(words: Words, name: str) -> str:
    attribute = words.study.catalogue.attributes[words.attribute(name)]
    return words.study.catalogue.formulas.text(attribute)


def test_a_formula_is_stored_by_ids_and_shown_by_the_names_of_today(words: Words) -> None:
    seats = words.attribute("Seats")
    stored = words.study.catalogue.attributes[words.attribute("Share")].formula
    assert stored == f"{{{seats}}} / out_of({{{seats}}}) * 100"
    edits.change_attribute(words.study, seats, name="Seats won (lower house)")
    assert shown(words, "Share") == "[Seats won (lower house)] / out_of([Seats won (lower house)]) * 100"
    assert words.study.catalogue.attributes[words.attribute("Share")].formula == stored
    edits.change_attribute(words.study, words.attribute("Share"), formula=shown(words, "Share") + " + 0")
    assert words.study.catalogue.attributes[words.attribute("Share")].formula == stored + " + 0"


def test_the_validity_follows_from_what_is_read(words: Words) -> None:
    for formula, validity in [
        ("Seats * 2", "until_changed"),
        ("years_between(Founded, as_of)", "until_changed"),
        ("year(Founded)", "timeless"),
    ]:
        made = edits.add_attribute(words.study, "party", formula, "number", formula=formula, validity="own_period")
        assert words.study.catalogue.attributes[made].validity == validity


@pytest.mark.parametrize(
    ("formula", "sentence", "part"),
    [
        ("Seat * 2", "character 1: There is no attribute “Seat”: is Seats meant?", "Seat"),
        ("Seats * Wing", "character 9: Here a number is needed, and this is a text.", "Wing"),
        ("Seats / Population", "write of_state(Population)", "Population"),
        ("Share + Twice", "leads back to itself: Share → Share", "Share + Twice"),
        ("Twice / 2", "leads back to itself: Share → Twice → Share", "Twice / 2"),
        ("if(yes, 1", "not closed", "("),
    ],
)
def test_a_formula_that_cannot_stand_is_refused_at_its_place_and_changes_nothing(
    words: Words, formula: str, sentence: str, part: str
) -> None:
    before = words.study.dump()
    with pytest.raises(FormulaRefused) as refused:
        edits.change_attribute(words.study, words.attribute("Share"), formula=formula)
    assert sentence in str(refused.value)
    assert formula[refused.value.start : refused.value.end] == part
    assert words.study.dump() == before


def test_a_new_attribute_may_not_be_named_in_its_own_formula(words: Words) -> None:
    with pytest.raises(FormulaRefused, match="no attribute “New”"):
        edits.add_attribute(words.study, "party", "New", "number", formula="New + 1")


def test_an_attribute_that_a_formula_reads_is_not_removed(words: Words) -> None:
    with pytest.raises(EditRefused, match="Seats stands in the formula of Share; change that first"):
        edits.remove_attribute(words.study, words.attribute("Seats"))
    with pytest.raises(EditRefused, match="Twice"):
        edits.remove_attribute(words.study, words.attribute("Share"))
    edits.remove_attribute(words.study, words.attribute("Twice"))
    edits.remove_attribute(words.study, words.attribute("Share"))
    edits.remove_attribute(words.study, words.attribute("Seats"))


def test_a_kind_that_a_formula_needs_stays_and_its_own_must_fit(words: Words) -> None:
    with pytest.raises(EditRefused, match="Share needs Seats as it is, not as the kind Text"):
        edits.change_attribute(words.study, words.attribute("Seats"), kind="text")
    edits.change_attribute(words.study, words.attribute("Seats"), kind="percent")
    with pytest.raises(EditRefused, match="the kind of the attribute is Text"):
        edits.change_attribute(words.study, words.attribute("Twice"), kind="text")
    with pytest.raises(EditRefused, match="one of these kinds"):
        edits.add_attribute(words.study, "party", "Pick", "choice", formula="Seats")


def test_an_attribute_has_answers_of_its_own_or_a_formula(words: Words) -> None:
    words.with_value("Nur Otan", "Votes", "5", "2007")
    with pytest.raises(EditRefused, match="1 observation of its own"):
        edits.change_attribute(words.study, words.attribute("Votes"), formula="Seats")
    with pytest.raises(EditRefused, match="coded, not computed"):
        edits.add_attribute(words.study, "state", "End", "date", role="dissolved", formula="as_of")
    edits.change_attribute(words.study, words.attribute("Twice"), formula="")
    words.with_value("Nur Otan", "Twice", "5", "2007")


@pytest.mark.parametrize(
    "answer",
    [
        lambda study, party, attribute: edits.record_observation(study, party, attribute, value="5"),
        lambda study, party, attribute: set_value(study, party, attribute, "5"),
        lambda study, party, attribute: what_typing_does(study, party, attribute, "5", day=day("2008")),
    ],
)
def test_nothing_can_be_answered_in_a_computed_attribute(
    words: Words, answer: Callable[[Study, int, int], object]
) -> None:
    before = words.study.dump()
    with pytest.raises(EditRefused, match=r"Share is computed as Seats / out_of\(Seats\) \* 100"):
        answer(words.study, words.party("Nur Otan"), words.attribute("Share"))
    assert words.study.dump() == before


ACTS: dict[str, Callable[[Words], object]] = {
    "add": lambda w: edits.add_attribute(w.study, "party", "Age", "number", formula="years_between(Founded, as_of)"),
    "change the formula": lambda w: edits.change_attribute(w.study, w.attribute("Share"), formula="Votes + 1"),
    "no longer compute": lambda w: edits.change_attribute(w.study, w.attribute("Twice"), formula=""),
    "compute from now on": lambda w: edits.change_attribute(w.study, w.attribute("Votes"), formula="Seats * 3"),
    "rename what it reads": lambda w: edits.change_attribute(w.study, w.attribute("Seats"), name="Deputies"),
    "remove": lambda w: edits.remove_attribute(w.study, w.attribute("Twice")),
}


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_one_step_and_undoes_and_redoes_to_an_identical_study(words: Words, act: str) -> None:
    before = words.study.dump()
    texts = {name: shown(words, name) for name in ("Share", "Twice")}
    ACTS[act](words)
    after = words.study.dump()
    assert after != before
    words.study.undo()
    assert words.study.dump() == before
    assert {name: shown(words, name) for name in ("Share", "Twice")} == texts
    words.study.redo()
    assert words.study.dump() == after
    words.study.undo()
    assert words.study.check() == []


def test_formulas_survive_closing_and_opening(words: Words) -> None:
    words.study.close()
    with Study.open(words.study.path) as study:
        attribute = study.catalogue.attributes[words.attribute("Share")]
        assert study.catalogue.formulas.text(attribute) == "Seats / out_of(Seats) * 100"
