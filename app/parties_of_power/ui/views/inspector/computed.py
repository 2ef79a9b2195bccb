"""What a computed cell is computed from: the formula, and each cell that it read, a press away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from parties_of_power.texts import _
from parties_of_power.ui.views.inspector.blocks import Block, Row, Sheet
from parties_of_power.ui.views.inspector.headings import heading
from parties_of_power.ui.views.inspector.words import Link, Words, second, text

if TYPE_CHECKING:
    from parties_of_power.analysis.computed_report import Computed, Input


def computed_blocks(computed: Computed) -> Iterable[Block]:
    yield heading(_("Computed from"))
    rows = [Row((Words((text(computed.formula),)),), room=2)]
    if computed.note:
        note = computed.note[:1].upper() + computed.note[1:]
        rows.append(Row((Words((text(note, "doubt"),)),), room=2))
    yield Sheet(tuple(rows), before=4, name=_("Formula"))
    if computed.inputs:
        yield Sheet(tuple(map(_row, computed.inputs)), before=2, name=_("Computed from"))


def _row(read: Input) -> Row:
    link = Link("cell", read.attribute_id, read.subject_id) if read.attribute_id else None
    return Row((Words((second(read.name + "  "), text(read.text))),), link, ruled=True, room=3)
