"""The timeline of the open study, in the lanes that the user asked for."""

from __future__ import annotations

from parties_of_power.domain.days import today
from parties_of_power.ui.views.timeline import facts
from parties_of_power.ui.views.timeline.arrangement import Arrangement
from parties_of_power.ui.views.timeline.grouping import values_on
from parties_of_power.ui.views.timeline.lanes import Timeline
from parties_of_power.ui.workspace import Workspace


def timeline_as_arranged(workspace: Workspace, arrangement: Arrangement) -> Timeline:
    """Lanes by a choice attribute go by what is said of the as-of day."""
    attribute_id, values = arrangement.attribute_id, None
    if attribute_id is not None:
        values = values_on(workspace.catalogue, workspace.columns, attribute_id, workspace.as_of)
    return facts.timeline_of(workspace.study, today(), arrangement, values)
