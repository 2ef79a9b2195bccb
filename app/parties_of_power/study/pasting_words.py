"""The words of the bar under a table before a paste is taken: how many cells each thing happens to, and the first of
them by name."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from parties_of_power.domain.observations import missing_name
from parties_of_power.study.cells import Cell
from parties_of_power.study.edits.naming import observation_words, short
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said
from parties_of_power.texts import _, ngettext

if TYPE_CHECKING:
    from parties_of_power.study.pasting import Plan


def sentences_of(study: Study, plans: "Sequence[Plan]") -> tuple[tuple[str, str], ...]:
    """(role, sentence) in the order they are read: what stays, what changes, what cannot be taken."""
    groups: dict[str, list[Plan]] = {}
    for plan in plans:
        groups.setdefault(_group(plan), []).append(plan)
    return tuple((role, words(study, groups[group])) for group, role, words in _SENTENCES if group in groups)


def cannot_be_read(study: Study, cell: Cell, said: Said) -> str:
    """`“over 88” is no percent (Nur Otan · Vote share)`."""
    return _("{what} ({cell})").format(what=_is_none(cell, said), cell=_cell_name(study, cell))


def _group(plan: "Plan") -> str:
    if plan.refusal:
        return "refused"
    return "cited" if plan.changes_cited and plan.kind != "wrong" else plan.kind


def _equal(_study: Study, plans: "Sequence[Plan]") -> str:
    count = len(plans)
    return ngettext("{count} equal to what is here", "{count} equal to what is here", count).format(count=count)


def _new(_study: Study, plans: "Sequence[Plan]") -> str:
    count = len(plans)
    return ngettext("{count} fills an empty cell", "{count} fill empty cells", count).format(count=count)


def _correct(_study: Study, plans: "Sequence[Plan]") -> str:
    count = len(plans)
    return ngettext("{count} corrects a value of your own", "{count} correct values of your own", count).format(
        count=count
    )


def _rival(_study: Study, plans: "Sequence[Plan]") -> str:
    count = len(plans)
    words = ngettext(
        "{count} changes another coder’s value, which stays as its rival",
        "{count} change other coders’ values, which stay as their rivals",
        count,
    )
    return words.format(count=count)


def _adopt(_study: Study, plans: "Sequence[Plan]") -> str:
    count = len(plans)
    return ngettext("{count} adopts a rival", "{count} adopt rivals", count).format(count=count)


def _cited(study: Study, plans: "Sequence[Plan]") -> str:
    count, first = len(plans), plans[0].cell
    old = observation_words(study, first.shown.id) if first is not None and first.shown is not None else ""
    words = ngettext(
        "{count} changes a cited value: {old} stays as its rival",
        "{count} change cited values, which stay as their rivals: {old} and more",
        count,
    )
    return words.format(count=count, old=old)


def _wrong(study: Study, plans: "Sequence[Plan]") -> str:
    count, first = len(plans), plans[0]
    example = cannot_be_read(study, first.cell, first.said) if first.cell is not None else ""
    words = ngettext("{count} cannot be read: {example}", "{count} cannot be read: {example} and more", count)
    return words.format(count=count, example=example)


def _refused(_study: Study, plans: "Sequence[Plan]") -> str:
    count = len(plans)
    words = ngettext("{count} cannot be taken: {why}", "{count} cannot be taken: {why}", count)
    return words.format(count=count, why=plans[0].refusal)


_SENTENCES: "tuple[tuple[str, str, Callable[[Study, Sequence[Plan]], str]], ...]" = (
    ("same", "equal", _equal),
    ("new", "change", _new),
    ("correct", "change", _correct),
    ("rival", "change", _rival),
    ("adopt", "change", _adopt),
    ("cited", "cited", _cited),
    ("wrong", "wrong", _wrong),
    ("refused", "wrong", _refused),
)


def _is_none(cell: Cell, said: Said) -> str:
    text = short(said.typed or missing_name(said.missing))
    words = {
        "percent": _("“{text}” is no percent"),
        "number": _("“{text}” is no number"),
        "yes_no": _("“{text}” is neither yes nor no"),
        "date": _("“{text}” is no date"),
        "choice": _("“{text}” is none of the choices"),
        "several_choices": _("“{text}” is none of the choices"),
        "party": _("“{text}” is no party of this study"),
        "state": _("“{text}” is no state of this study"),
        "link": _("“{text}” is no link"),
    }.get(cell.kind.key, _("“{text}” cannot be read"))
    return words.format(text=text)


def _cell_name(study: Study, cell: Cell) -> str:
    return _("{subject} · {attribute}").format(
        subject=study.catalogue.shown_name(cell.subject_id, cell.day).text, attribute=cell.attribute.name
    )
