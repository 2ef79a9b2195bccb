"""Which of several observations that answer one question is adopted, by a written order of preference.

The order is a table, `preferences.csv` beside the bundled data: lines tried from the first to the last. A line matches
an observation when every term in `matches` holds for it (with `!` before it: does not hold):

    any                every observation
    source:wfb-*       its source, with * for any letters
    certainty:high     its certainty; likewise base:, bound: and standing:
    precision:day      its value is a date that names a day
    agreeing:2         two or more sources of the question give its value, editions of one work counted once
    spread:5           exact numbers of the question that name the same base lie more than 5 apart

The first line that matches any observation decides: the most certain one it matches is adopted, of equal ones the
first in the file. A line with a missing reason decides that none is. Claims are never adopted. An observation whose
standing is decided already keeps it, and its line only says why.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.dates import Period
from parties_of_power.domain.observations import Missing

ANY_ATTRIBUTE = "*"
CERTAINTIES = ("high", "medium", "low", "")


@dataclass(frozen=True, slots=True)
class Preference:
    """A line of the order. `reason` is the sentence that will stand on the observation it adopts."""

    attribute: str
    subject_kind: str
    order: int
    matches: str
    reason: str
    missing: Missing = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the order looks at in an observation. `standing` is '' where it is still to be decided."""

    value: str
    source: str
    period: Period
    attested: str = ""
    missing: str = ""
    event_id: int | None = None
    certainty: str = ""
    base: str = ""
    bound: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """The place of the adopted candidate, or -1 and perhaps the reason why there is no value."""

    place: int
    missing: Missing = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """For each candidate its standing and why; and the questions (places) that stay without an adopted value."""

    standings: tuple[str, ...]
    reasons: tuple[str, ...]
    unresolved: tuple[tuple[tuple[int, ...], Adoption], ...]


def lines_for(attribute: str, subject_kind: str, preferences: Sequence[Preference]) -> tuple[Preference, ...]:
    """The lines for one attribute in their order, then those for any attribute."""
    own = [line for line in preferences if (line.attribute, line.subject_kind) == (attribute, subject_kind)]
    general = [line for line in preferences if line.attribute == ANY_ATTRIBUTE]
    return (*sorted(own, key=lambda line: line.order), *sorted(general, key=lambda line: line.order))


def choose(rows: Sequence[Candidate], preferences: Sequence[Preference]) -> Adoption:
    """Which of the rows of one question is adopted. The reason is blank where no other value stands against it."""
    undecided = [place for place, row in enumerate(rows) if row.standing in ("", "adopted")]
    for line in preferences if undecided else ():
        matched = [place for place in undecided if _line_matches(line, place, rows)]
        if matched and line.missing:
            return Adoption(-1, line.missing, line.reason)
        if matched:
            best = min(matched, key=lambda place: CERTAINTIES.index(rows[place].certainty))
            contested = any(differ(rows[best], other) for other in rows)
            return Adoption(best, reason=line.reason if contested else "")
    return Adoption(undecided[0] if undecided else -1)


def settle(rows: Sequence[Candidate], preferences: Sequence[Preference]) -> Settlement:
    """The standing of every observation of one subject and attribute. One question has one adopted value, except
    where the file has decided that several follow one another."""
    standings = [row.standing or "rival" for row in rows]
    reasons = [""] * len(rows)
    unresolved = []
    for places in questions(rows):
        group = [rows[place] for place in places]
        decided = [place for place in places if rows[place].standing == "adopted"]
        for place in decided:
            reasons[place] = _reason_of_decided(place, places, rows, preferences)
        if decided:
            continue
        choice = choose(group, preferences)
        if choice.place >= 0:
            standings[places[choice.place]] = "adopted"
            reasons[places[choice.place]] = choice.reason
        elif choice.missing:
            unresolved.append((places, choice))
    return Settlement(tuple(standings), tuple(reasons), tuple(unresolved))


def questions(rows: Sequence[Candidate]) -> tuple[tuple[int, ...], ...]:
    """The places of the rows, grouped by the question they answer, directly or through one another."""
    group_of = list(range(len(rows)))
    for place, row in enumerate(rows):
        for earlier in range(place):
            joined, kept = group_of[place], group_of[earlier]
            if joined != kept and is_same_question(row, rows[earlier]):
                group_of = [kept if group == joined else group for group in group_of]
    order = dict.fromkeys(group_of)
    return tuple(tuple(place for place, group in enumerate(group_of) if group == wanted) for wanted in order)


def differ(one: Candidate, other: Candidate) -> bool:
    """Do the two say different things? Numbers are compared as numbers."""
    if one.missing or other.missing:
        return one.missing != other.missing
    number, second = _number(one.value), _number(other.value)
    return one.value != other.value if number is None or second is None else number != second


def _reason_of_decided(
    place: int, places: Sequence[int], rows: Sequence[Candidate], preferences: Sequence[Preference]
) -> str:
    row = rows[place]
    contested = any(differ(row, rows[other]) and is_same_question(row, rows[other]) for other in places)
    matching = (line.reason for line in preferences if _line_matches(line, place, rows))
    return next(matching, "") if contested else ""


def _line_matches(line: Preference, place: int, rows: Sequence[Candidate]) -> bool:
    return all(_holds(term.removeprefix("!"), place, rows) != term.startswith("!") for term in line.matches.split())


def _holds(term: str, place: int, rows: Sequence[Candidate]) -> bool:
    word, _colon, wanted = term.partition(":")
    if word not in TERMS:
        raise ValueError(f"“{term}” is no term of an order of preference.")
    return TERMS[word](wanted, place, rows)


def _agreeing(wanted: str, place: int, rows: Sequence[Candidate]) -> bool:
    works = {_work(row.source) for row in rows if not differ(row, rows[place]) and row.standing != "claim"}
    return len(works - {"derived"}) >= int(wanted)


def _spread(wanted: str, place: int, rows: Sequence[Candidate]) -> bool:
    return any(max(numbers) - min(numbers) > float(wanted) for numbers in _numbers_by_base(rows))


def _numbers_by_base(rows: Sequence[Candidate]) -> Iterator[list[float]]:
    exact = [(row.base, _number(row.value)) for row in rows if row.bound in ("", "exact") and row.standing != "claim"]
    for wanted in {base for base, number in exact if number is not None}:
        yield [number for base, number in exact if base == wanted and number is not None]


def _work(source: str) -> str:
    """The work without its edition: wfb-2007 and wfb-2008 are one."""
    return re.sub(r"-\d{4}$", "", source)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


TERMS: dict[str, Callable[[str, int, Sequence[Candidate]], bool]] = {
    "any": lambda wanted, place, rows: True,
    "source": lambda wanted, place, rows: fnmatchcase(rows[place].source, wanted),
    "certainty": lambda wanted, place, rows: rows[place].certainty == wanted,
    "base": lambda wanted, place, rows: rows[place].base == wanted,
    "bound": lambda wanted, place, rows: rows[place].bound == wanted,
    "standing": lambda wanted, place, rows: rows[place].standing == wanted,
    "precision": lambda wanted, place, rows: re.fullmatch(r"\d{4}-\d\d-\d\d", rows[place].value) is not None,
    "agreeing": _agreeing,
    "spread": _spread,
}
