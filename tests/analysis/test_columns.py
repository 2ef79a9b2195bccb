"""What columns remember of an attribute is what they would read anew, whatever was edited meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.slices import rows_of
from parties_of_power.study import edits
from study.builders import Words, a_study, day

ON = day("2008-11-25")
PARTIES = ("United Russia", "Nur Otan", "Georgian Dream")


@pytest.fixture
def words(tmp_path: Path) -> Words:
    return (
        a_study(tmp_path)
        .with_party("United Russia", "Russia")
        .with_party("Nur Otan", "Kazakhstan")
        .with_party("Georgian Dream", "Georgia")
        .with_attribute("Members", "number", validity="last_known")
        .with_attribute("Its ally", "party", validity="until_changed")
        .with_value("United Russia", "Members", "2000000", "2008-10")
        .with_value("Nur Otan", "Members", "607557", "2007")
        .with_value("Nur Otan", "Its ally", "United Russia", "2005/..")
    )


def shown(words: Words, columns: Columns) -> list[list[str]]:
    """What each party shows, by the texts; and the same casefolded."""
    parties = [words.party(name) for name in PARTIES]
    found = []
    for attribute in ("Members", "Its ally"):
        texts, folded = columns.texts(words.attribute(attribute), ON)
        column = columns.column(words.attribute(attribute), parties, ON)
        found.append([texts[place] if place >= 0 else "" for place in column.answer])
        assert folded == tuple(text.casefold() for text in texts)
        assert len(texts) == len(column.answers)
    return found


def test_texts_follow_edits_undo_names_and_places(words: Words) -> None:
    study = words.study
    kept = Columns(study)
    acts = (
        lambda: words.with_value("Georgian Dream", "Members", "12000", "2008-11-01"),
        lambda: words.with_value("Nur Otan", "Members", "610000", "2008-11-01"),
        study.undo,
        lambda: words.with_value("Georgian Dream", "Its ally", "Nur Otan", "2005/.."),
        lambda: edits.change_name(study, study.catalogue.names_of(words.party("United Russia"))[0].id, text="ER"),
        lambda: edits.change_attribute(study, words.attribute("Members"), decimals=2),
        study.undo,
        study.undo,
        study.redo,
    )
    seen = [shown(words, kept)]
    for act in acts:
        act()
        fresh = Columns(study)
        seen.append(shown(words, kept))
        assert seen[-1] == shown(words, fresh)
        fresh.close()
    assert len({str(each) for each in seen}) > 5, "the acts change what is shown"


def test_remembered_rows_are_those_that_were_asked_for() -> None:
    for asked in ((3, 1, 3, 2), (1, 2), (), (3, 1, 3, 2)):
        rows = rows_of(asked)
        assert rows.ids.tolist() == list(asked)
        assert rows.subjects[rows.back].tolist() == list(asked)
        assert rows.ids[rows.first].tolist() == sorted(set(asked))
        with pytest.raises(ValueError, match="read-only"):
            rows.ids[:] = 9
