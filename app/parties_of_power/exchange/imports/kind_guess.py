"""What kind a new attribute is, from all values of its column."""

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.kinds import NO_NAMES, Unreadable, kind
from parties_of_power.exchange.guarded import ReadCell
from parties_of_power.exchange.imports.cell_texts import said_by, with_habits
from parties_of_power.exchange.imports.plan import ColumnUse
from parties_of_power.texts import _

_DATED = ("year", "date", "founded", "established", "dissolved", "год", "дата", "основан", "жыл", "күні")
_TRIED = ("yes_no", "number", "date", "link")
_FEW = 12
_MOST_UNREADABLE = 0.1


@dataclass(frozen=True, slots=True)
class KindGuess:
    """`unreadable` are the texts that the kind cannot read; `choices` the answers of a choice."""

    kind: str
    reason: str
    unreadable: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


def guess_kind(title: str, cells: Sequence[ReadCell], unit: str = "") -> KindGuess:
    filled = [cell for cell in cells if cell.text.strip()]
    if not filled:
        return KindGuess("text", _("no values"))
    if unit == "%" or all(cell.is_percent for cell in filled):
        return KindGuess("percent", _("per cent"), tuple(_unreadable(filled, "percent")))
    tried = list(_TRIED)
    if any(word in title.casefold() for word in _DATED) or all(cell.kind == "date" for cell in filled):
        tried = ["date", *tried]
    for kind_key in tried:
        unreadable = _unreadable(filled, kind_key)
        if len(unreadable) <= _MOST_UNREADABLE * len(filled) and (kind_key != "yes_no" or not _are_figures(filled)):
            said = _("{count} of {all} values are read so").format(count=len(filled) - len(unreadable), all=len(filled))
            return KindGuess(kind_key, said, tuple(dict.fromkeys(unreadable)))
    return _words(filled)


def _words(filled: Sequence[ReadCell]) -> KindGuess:
    answers = tuple(dict.fromkeys(cell.text.strip() for cell in filled))
    if len(answers) <= _FEW and len(filled) >= 3 * len(answers) and all(len(each) <= 40 for each in answers):
        return KindGuess("choice", _("{count} answers, each given often").format(count=len(answers)), choices=answers)
    return KindGuess("text", _("words"))


def _unreadable(cells: Sequence[ReadCell], kind_key: str) -> list[str]:
    use = with_habits(ColumnUse(""), (cell.text.strip() for cell in cells))
    return [text for cell in cells if (text := said_by(cell, kind_key, use).text) and not _reads(text, kind_key)]


def _reads(text: str, kind_key: str) -> bool:
    try:
        kind(kind_key).read(text, NO_NAMES)
    except Unreadable:
        return False
    return True


def _are_figures(cells: Sequence[ReadCell]) -> bool:
    """0 and 1 may be counts as well as answers."""
    return all(cell.text.strip() in ("0", "1", "0.0", "1.0") and cell.kind != "truth" for cell in cells)
