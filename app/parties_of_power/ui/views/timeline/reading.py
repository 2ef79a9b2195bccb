"""The timeline of the open study, in the lanes that the user asked for, and who was involved in its events."""

from __future__ import annotations

from parties_of_power.domain.days import today
from parties_of_power.domain.events import Event
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui.views.timeline import facts
from parties_of_power.ui.views.timeline.arrangement import Arrangement
from parties_of_power.ui.views.timeline.grouping import values_on
from parties_of_power.ui.views.timeline.lanes import Timeline
from parties_of_power.ui.views.timeline.strip import Strip, can_carry, looks_of, strip_of
from parties_of_power.ui.workspace import Workspace


def timeline_as_arranged(workspace: Workspace, arrangement: Arrangement) -> Timeline:
    """Lanes by a choice attribute go by what is said of the as-of day."""
    attribute_id, values = arrangement.attribute_id, None
    if attribute_id is not None:
        values = values_on(workspace.catalogue, workspace.columns, attribute_id, workspace.as_of)
    return facts.timeline_of(workspace.study, today(), arrangement, values)


def strip_as_arranged(workspace: Workspace, arrangement: Arrangement, timeline: Timeline) -> Strip | None:
    """What the strips under the bars carry; none where no attribute is chosen, or it is gone or asked of no party."""
    attribute = workspace.catalogue.attributes.get(arrangement.strip_id or 0)
    if attribute is None or attribute.subject_kind != "party" or not can_carry(attribute):
        return None
    looks = looks_of(attribute)
    look = arrangement.strip_look if arrangement.strip_look in looks else looks[0]
    bars = [place.bar for place in timeline.places.values()]
    return strip_of(workspace.study, attribute, look, bars, timeline.last)


def involved(catalogue: Catalogue, event: Event) -> str:
    """The parties of an event, else its states, by their names of its day; but for those that its title names."""
    subjects = [catalogue.subjects[each] for each in event.subject_ids if each in catalogue.subjects]
    parties = [each for each in subjects if each.kind == "party"] or subjects
    day = event.date.earliest or event.date.latest or 0
    names = (catalogue.shown_name(each.id, day).text for each in parties)
    return _(", ").join(name for name in names if name.casefold() not in event.title.casefold())
