"""The history of a cell as rows: the day, and what was done, one row an edit."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from parties_of_power.domain.days import civil, spoken_short, today
from parties_of_power.study.history import CellChange
from parties_of_power.texts import _
from parties_of_power.ui.views.inspector.blocks import Row
from parties_of_power.ui.views.inspector.words import Words, second, text


def edit_rows(changes: Sequence[CellChange]) -> tuple[Row, ...]:
    by_edit: dict[int, list[CellChange]] = {}
    for change in changes:
        by_edit.setdefault(change.entry.number, []).append(change)
    return tuple(_row(group) for group in by_edit.values())


def _row(changes: Sequence[CellChange]) -> Row:
    entry = changes[0].entry
    words = [text(entry.label)]
    if reason := _reason(changes):
        words.append(text(_(", reason “{reason}”").format(reason=reason)))
    remark = " · ".join(filter(None, [entry.coder, _("undone") if entry.state in ("undone", "aside") else ""]))
    if remark:
        words.append(second("  " + remark, 11))
    return Row((Words((second(_day(entry.at)),)), Words(tuple(words))), room=2)


def _reason(changes: Sequence[CellChange]) -> str:
    """The reason that the edit gave, where it gave one."""
    for change in changes:
        before, after = change.before or {}, change.after or {}
        reason = after.get("reason")
        if isinstance(reason, str) and reason and before.get("reason") != reason:
            return reason
    return ""


def _day(at: str) -> str:
    """`25 Nov`; with its year where that is not this one."""
    day = datetime.datetime.fromisoformat(at).date()
    said = spoken_short(day.toordinal())
    return said.rpartition(" ")[0] if day.year == civil(today())[0] else said
