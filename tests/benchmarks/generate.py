"""A generated study of any size, for measuring: parties × attributes of several kinds and validities.

python tests/benchmarks/generate.py OUT [OBSERVATIONS]
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import NamedTuple

from parties_of_power.domain.dates import iso
from parties_of_power.study.edit import Edit
from parties_of_power.study.study import Study

ATTRIBUTES = 50
STATES = 200
FIRST_DAY, LAST_DAY = 726_834, 739_251  # 1991 to 2024
KINDS = (("percent", "last_known"), ("number", "last_known"), ("text", "until_changed"), ("choice", "until_changed"))
WORDS = ("power", "people", "union", "future", "native", "land", "labour", "north", "green", "liberal", "justice")
CHOICES = ("yes", "no", "disputed")


def generate(path: Path, observations: int = 1_000_000, attributes: int = ATTRIBUTES) -> None:
    """One comparison, *Everything*, shows the first twelve attributes of all parties."""
    chance = random.Random(2008)  # the same study each time
    parties = max(1, observations // attributes)
    with Study.create(path, coder="Generator", title="Generated") as study:
        with study.edit("Generate", undoable=False) as edit:
            states = [_subject(edit, "state", f"State {number:03}", None) for number in range(min(STATES, parties))]
            named = (f"{chance.choice(WORDS)} {chance.choice(WORDS)} {number:05}".title() for number in range(parties))
            subjects = [_subject(edit, "party", name, chance.choice(states)) for name in named]
            asked = [_attribute(edit, number) for number in range(attributes)]
            _comparison(edit, [attribute.id for attribute in asked[:12]])
            for subject_id in subjects:
                for attribute in asked:
                    _observation(edit, chance, subject_id, attribute)
        study.as_of = 733_371


def _subject(edit: Edit, kind: str, name: str, state_id: int | None) -> int:
    subject_id = edit.insert("subject", kind=kind, key="", state_id=state_id)
    edit.insert("name", subject_id=subject_id, text=name, form="short", period="../..")
    return subject_id


class Asked(NamedTuple):
    """An attribute, as much of it as its observations need."""

    id: int
    kind: str
    validity: str
    choices: list[int]


def _attribute(edit: Edit, number: int) -> Asked:
    kind, validity = KINDS[number % len(KINDS)]
    attribute_id = edit.insert(
        "attribute",
        subject_kind="party",
        name=f"{kind} {number:02}",
        position=number,
        kind=kind,
        validity=validity,
        decimals=1 if kind == "percent" else None,
    )
    labels = CHOICES if kind == "choice" else ()
    choices = [edit.insert("choice", attribute_id=attribute_id, code=each, label=each) for each in labels]
    return Asked(attribute_id, kind, validity, choices)


def _comparison(edit: Edit, attribute_ids: list[int]) -> None:
    comparison_id = edit.insert("comparison", name="Everything", subject_kind="party")
    edit.insert("comparison_column", comparison_id=comparison_id, position=0, field="name")
    edit.insert("comparison_column", comparison_id=comparison_id, position=1, field="state")
    for position, attribute_id in enumerate(attribute_ids, 2):
        edit.insert("comparison_column", comparison_id=comparison_id, position=position, attribute_id=attribute_id)


def _observation(edit: Edit, chance: random.Random, subject_id: int, attribute: Asked) -> None:
    start = chance.randrange(FIRST_DAY, LAST_DAY)
    value, number = _value(chance, attribute)
    edit.insert(
        "observation",
        subject_id=subject_id,
        attribute_id=attribute.id,
        value=value,
        number=number,
        standing="adopted",
        period=iso(start) if attribute.validity == "last_known" else f"{iso(start)}/..",
    )


def _value(chance: random.Random, attribute: Asked) -> tuple[str, float | None]:
    if attribute.kind == "percent":
        number = round(chance.random() * 100, 1)
        return f"{number:g}", number
    if attribute.kind == "number":
        whole = chance.randrange(10_000_000)
        return str(whole), float(whole)
    if attribute.kind == "choice":
        return str(chance.choice(attribute.choices)), None
    return " ".join(chance.choices(WORDS, k=2)), None


if __name__ == "__main__":
    started = time.perf_counter()
    generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
    print(f"{sys.argv[1]}: {time.perf_counter() - started:.0f} s")
