"""The study of version 1 that is kept for ever: made once by `python tests/study/version_1.py`, then never again."""

from __future__ import annotations

from pathlib import Path

from parties_of_power.study.study import Study

KEPT = Path(__file__).parent / "files" / "version-1.parties"


def make(path: Path) -> None:
    """With a state, a party under two names, a rival, a citation, an edit and an undone edit."""
    with Study.create(path, coder="Aliya", title="Version 1") as study:
        with study.edit("Add Nur Otan") as edit:
            state = edit.insert("subject", kind="state", key="kazakhstan")
            edit.insert("name", subject_id=state, text="Kazakhstan", period="1991-12-16/..")
            party = edit.insert("subject", kind="party", key="nur-otan", state_id=state)
            edit.insert("name", subject_id=party, text="Otan", period="1999-03-01/2006-12-22")
            edit.insert("name", subject_id=party, text="Nur Otan", period="2006-12-22/2022-03-01")
            edit.insert("name", subject_id=party, text="Нұр Отан", language="kk", script="Cyrl", period="2006-12-22/..")
            attribute = edit.insert(
                "attribute", subject_kind="party", key="vote", name="Vote", kind="percent", validity="last_known"
            )
            cell = {"subject_id": party, "attribute_id": attribute, "period": "2007-08-18"}
            observation = edit.insert("observation", value="88.41", number=88.41, standing="adopted", **cell)
            rival = edit.insert("observation", value="88", number=88, standing="rival", **cell)
            source = edit.insert("source", key="cec-kz", title="Central Election Commission")
            edit.insert("citation", source_id=source, observation_id=observation, locator="¶1")
        with study.edit("Set 80") as edit:
            edit.update("observation", rival, value="80", number=80)
        with study.edit("Remove") as edit:
            edit.delete("observation", rival)
        study.undo()
        study.as_of = 733_000


def describe(study: Study) -> dict[str, object]:
    """What the kept study must still say, whatever the version that reads it."""
    return {
        "title": study.title,
        "names": sorted(name for (name,) in study.rows("SELECT text FROM name")),
        "values": sorted(value for (value,) in study.rows("SELECT value FROM observation")),
        "citations": next(study.rows("SELECT count(*) FROM citation"))[0],
        "labels": [
            label
            for (label,) in study.rows("SELECT label FROM history WHERE state IN ('done', 'kept') ORDER BY number DESC")
        ],
    }


if __name__ == "__main__":
    make(KEPT)
