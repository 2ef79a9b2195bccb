"""The timeline in words, for those who cannot see it: the day, the days in view, what is selected, who lives then."""

from __future__ import annotations

from parties_of_power.domain.days import civil, spoken, year_words
from parties_of_power.domain.force import Life
from parties_of_power.texts import _
from parties_of_power.ui.views.timeline.lanes import Lane, Timeline
from parties_of_power.ui.views.timeline.scale import Scale
from parties_of_power.ui.workspace import Workspace

MOST_LINES = 60


def description(workspace: Workspace, timeline: Timeline, scale: Scale) -> str:
    """One statement a line; of very many lanes the first ones."""
    catalogue, day = workspace.catalogue, workspace.as_of
    first, last = (year_words(civil(int(edge))[0]) for edge in (scale.left, scale.right))
    lines = [
        _("As of {day}").format(day=spoken(day)),
        _("In view: {first} to {last}").format(first=first, last=last),
    ]
    if workspace.selected:
        names = "; ".join(catalogue.shown_name(each, day).text for each in workspace.selected)
        lines.append(_("Selected: {names}").format(names=names))
    told = (_parties_on(workspace, lane, day) for lane in timeline.lanes)
    lines += [line for line in told if line][:MOST_LINES]
    return "\n".join(lines)


def _parties_on(workspace: Workspace, lane: Lane, day: int) -> str:
    """The parties of a lane that may live on a day, each with the days of its life."""
    catalogue, told = workspace.catalogue, []
    for bar in (bar for row in lane.rows for bar in row.bars):
        if catalogue.life_on(bar.subject_id, day) in (Life.POSSIBLY, Life.ALIVE):
            ends = ", ".join(filter(None, (bar.start.words, bar.end.words or _("end unknown"))))
            told.append(f"{catalogue.shown_name(bar.subject_id, day).text} ({ends})")
    return f"{lane.title}: {'; '.join(told)}" if told else ""
