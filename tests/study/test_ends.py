"""Beginnings and ends that are moved: cited ones stay as rivals, ends never pass each other, names change together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power import paths
from parties_of_power.domain.sources import Cite
from parties_of_power.study import queries
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.edits.moving import move_border
from parties_of_power.study.ends import attribute_of_end, move_end, what_moving_does
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    bundled_study(paths.data("cis-2008"), tmp_path / "CIS 2008.parties", "Ada")
    with Study.open(tmp_path / "CIS 2008.parties") as opened:
        yield opened


def party(study: Study, key: str) -> int:
    return next(each.id for each in study.catalogue.parties if each.key == key)


def said(study: Study, subject_id: int) -> set[tuple[str, str]]:
    founded = attribute_of_end(study.catalogue, "founded")
    assert founded is not None
    return {(each.value, each.standing) for each in queries.observations_of(study, subject_id, founded.id)}


def test_a_cited_beginning_stays_as_a_rival(study: Study) -> None:
    who = party(study, "united-russia")
    before = said(study, who)
    adopted = next(value for value, standing in before if standing == "adopted")
    source = study.catalogue.source("goble-2008")
    assert source is not None
    assert "rival" in what_moving_does(study, who, "founded", "2001-11", citing=Cite(source.id)).sentence
    new_id = move_end(study, who, "founded", "2001-11", citing=Cite(source.id, "¶1"))
    after = said(study, who)
    assert {("2001-11", "adopted"), (adopted, "rival")} <= after
    assert (adopted, "adopted") not in after
    assert new_id is not None
    assert [each.locator for each in queries.observation(study, new_id).citations] == ["¶1"]
    study.undo()
    assert said(study, who) == before


def test_ends_that_would_pass_each_other_are_refused(study: Study) -> None:
    who = party(study, "agrarian-party-russia")
    founded, dissolved = study.catalogue.life_of(who)
    assert founded is not None
    assert dissolved is not None
    number = study.edit_number
    with pytest.raises(EditRefused, match=r"cannot end .* before it begins"):
        move_end(study, who, "founded", "2015")
    with pytest.raises(EditRefused, match=r"cannot end .* before it begins"):
        move_end(study, who, "dissolved", "1950-01-01")
    assert study.edit_number == number


def test_names_that_cite_a_source_stay_as_rivals_where_their_border_is_moved(study: Study) -> None:
    who = party(study, "nur-otan")
    names = [each for each in study.catalogue.names_of(who) if each.language == "en" and each.standing == "adopted"]
    otan = next(each for each in names if each.text == "Otan" and each.form == "short")
    nur = next(each for each in names if each.text == "Nur Otan" and each.form == "short")
    move_border(study, who, otan.id, nur.id, "2007-01")
    now = {
        (each.text, each.standing): each.period.text
        for each in study.catalogue.names_of(who)
        if each.language == "en" and each.form == "short"
    }
    assert now["Otan", "adopted"].endswith("/2007-01")
    assert now["Nur Otan", "adopted"].startswith("2007-01/")
    assert now["Otan", "rival"] == otan.period.text
    assert study.check() == []
    with pytest.raises(EditRefused, match="no adopted name"):
        move_border(study, who, otan.id, nur.id, "2006")
    study.undo()
    with pytest.raises(EditRefused, match="must begin before it ends"):
        move_border(study, who, otan.id, nur.id, "1990")
