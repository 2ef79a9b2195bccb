"""One small study written row by row, for tests of the file below the verbs; and other programs that use it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from parties_of_power.study.study import Study

APP = Path(__file__).resolve().parents[2] / "app"


@dataclass(frozen=True)
class Sample:
    """One state, one party, one attribute, one observation, one source that it cites."""

    state: int
    party: int
    attribute: int
    observation: int
    source: int
    citation: int


def fill(study: Study) -> Sample:
    with study.edit("Add United Russia") as edit:
        state = edit.insert("subject", kind="state", key="russia")
        edit.insert("name", subject_id=state, text="Russia", period="1991-12-25/..")
        party = edit.insert("subject", kind="party", key="united-russia", state_id=state)
        edit.insert("name", subject_id=party, text="United Russia", period="2001-12-01/..")
        attribute = edit.insert(
            "attribute", subject_kind="party", key="vote", name="Vote share", kind="percent", validity="last_known"
        )
        observation = edit.insert(
            "observation",
            subject_id=party,
            attribute_id=attribute,
            value="64.3",
            number=64.3,
            period="2007-12-02",
            standing="adopted",
        )
        source = edit.insert("source", key="cec", title="Central Election Commission")
        citation = edit.insert("citation", source_id=source, observation_id=observation, locator="¶2")
    return Sample(state, party, attribute, observation, source, citation)


def set_value(study: Study, observation: int, value: str) -> None:
    with study.edit(f"Set {value}") as edit:
        edit.update("observation", observation, value=value)


def value_of(study: Study, observation: int) -> str:
    return str(next(study.rows("SELECT value FROM observation WHERE id = ?", (observation,)))[0])


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Another program, running `script`, which sees the package."""
    return subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(APP)!r})\n{script}", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
