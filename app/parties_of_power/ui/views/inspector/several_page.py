"""The pages of no cell and no single subject: several that are selected, or nothing."""

from __future__ import annotations

from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.inspector.blocks import Block, Row, Sheet
from parties_of_power.ui.views.inspector.colours import mark_of
from parties_of_power.ui.views.inspector.headings import one_line
from parties_of_power.ui.views.inspector.words import Link, Span, Words, second, strong, text


def several_page(subject_ids: tuple[int, ...], day: int, catalogue: Catalogue) -> tuple[Block, ...]:
    """A list from which one is chosen."""
    count = len(subject_ids)
    title = ngettext("{count} is selected", "{count} are selected", count).format(count=count)
    rows = (
        Row(
            (Words((Span("", mark=mark_of(catalogue.subjects[each], catalogue)), text(_name(each, day, catalogue)))),),
            Link("select", each),
            ruled=True,
            room=4,
        )
        for each in subject_ids
    )
    return one_line(strong(title), before=0), Sheet(tuple(rows), before=4, name=title)


def nothing_page() -> tuple[Block, ...]:
    words = _("Choose a cell to see its value, its sources and its rivals, or a name to see a party or a state.")
    return (Sheet((Row((Words((second(words),)),)),)),)


def _name(subject_id: int, day: int, catalogue: Catalogue) -> str:
    return catalogue.shown_name(subject_id, day).text
