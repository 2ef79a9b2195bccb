"""What the filters of columns are called: in the dialog that makes them, and on the chips that show them."""

from __future__ import annotations

from parties_of_power.domain.comparisons import ColumnFilter, FilterTest
from parties_of_power.domain.observations import MISSING_REASONS, missing_name
from parties_of_power.texts import _, ngettext

MOST_NAMED = 2
SIGNS: dict[FilterTest, str] = {
    "equal": "=",
    "unequal": "≠",
    "below": "<",
    "at_most": "≤",
    "above": ">",
    "at_least": "≥",
}


def test_name(test: FilterTest) -> str:
    """As an entry of a list of ways to filter."""
    return {
        "is_one_of": _("is one of"),
        "is_none_of": _("is none of"),
        "contains": _("contains the text"),
        "is": _("is the text"),
        "begins": _("begins with the text"),
        "equal": _("= equal to"),
        "unequal": _("≠ not equal to"),
        "below": _("< less than, before"),
        "at_most": _("≤ at most, not after"),
        "above": _("> more than, after"),
        "at_least": _("≥ at least, not before"),
        "between": _("between"),
        "has_state": _("has a state: rivals, no source, missing …"),
        "changed_since": _("has changed since a day"),
        "edited_since": _("was edited since a day"),
    }[test]


def state_name(state: str) -> str:
    reason = next((each for each in MISSING_REASONS if each == state), None)
    if reason:
        return _("missing: {reason}").format(reason=missing_name(reason))
    return {
        "rivals": _("has rival values"),
        "no_source": _("no source"),
        "wrong": _("cannot be read"),
        "ended": _("ended"),
        "not_founded": _("not yet founded"),
    }[state]


def filter_sentence(title: str, by: ColumnFilter) -> str:
    """`State is Russia or Georgia`, `Vote share ≥ 50`, `Leader: has rival values`."""
    first = by.texts[0] if by.texts else ""
    if by.test in SIGNS:
        return _("{column} {sign} {number}").format(column=title, sign=SIGNS[by.test], number=first)
    if by.test in ("is_one_of", "is_none_of"):
        return _of_answers(title, by)
    if by.test == "has_state":
        return _("{column}: {states}").format(column=title, states=", ".join(map(state_name, by.texts)))
    sentence = {
        "contains": _("{column} contains “{text}”"),
        "is": _("{column} is “{text}”"),
        "begins": _("{column} begins with “{text}”"),
        "between": _("{column} from {text} to {last}"),
        "changed_since": _("{column} has changed since {text}"),
        "edited_since": _("{column} edited since {text}"),
    }[by.test]
    return sentence.format(column=title, text=first, last=by.texts[-1] if by.texts else "")


def _of_answers(title: str, by: ColumnFilter) -> str:
    texts = [text or _("blank") for text in by.texts]
    is_one = by.test == "is_one_of"
    if len(texts) > MOST_NAMED:
        count = len(texts)
        if is_one:
            words = ngettext("{column} is one of {count} answer", "{column} is one of {count} answers", count)
        else:
            words = ngettext("{column} is none of {count} answer", "{column} is none of {count} answers", count)
        return words.format(column=title, count=count)
    if len(texts) == MOST_NAMED:
        words = _("{column} is {first} or {second}") if is_one else _("{column} is neither {first} nor {second}")
        return words.format(column=title, first=texts[0], second=texts[1])
    words = _("{column} is {text}") if is_one else _("{column} is not {text}")
    return words.format(column=title, text="".join(texts))
