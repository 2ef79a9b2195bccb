"""The verbs that move what has a place in time: an event, and the border between two names of a party."""

from collections.abc import Sequence

from parties_of_power.domain.dates import DateError, PartialDate, Period
from parties_of_power.domain.sources import Cite
from parties_of_power.domain.subjects import Name
from parties_of_power.study.edits.checks import date_text, require, words
from parties_of_power.study.edits.events import change_event
from parties_of_power.study.edits.naming import event_title, subject_name
from parties_of_power.study.edits.parts import cite_all
from parties_of_power.study.edits.subjects import add_name, change_name
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.queries import citations_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def move_event(study: Study, event_id: int, date: str, *, cites: Sequence[Cite] = ()) -> None:
    """To another date; what is cited now is cited beside what was cited before."""
    require(study, "event", event_id)
    text = date_text(words(date, _("An event needs a date.")))
    label = _("Move event {title} to {date}").format(
        title=event_title(study, event_id), date=PartialDate.parse(text).describe()
    )
    with study.edit(label):
        change_event(study, event_id, date=text)
        cited = {(each.source_id, each.locator) for each in citations_of(study, "event", event_id)}
        cite_all(study, "event", event_id, [each for each in cites if (each.source_id, each.locator) not in cited])


def move_border(
    study: Study, subject_id: int, before_id: int, after_id: int, date: str, *, cites: Sequence[Cite] = ()
) -> None:
    """The date at which one name of a party gave way to the next; its other names that changed with them change then
    too. A name that cites a source stays as a rival, and one with the new period stands beside it; one without is
    corrected in place."""
    before, after = (_name(study, subject_id, name_id) for name_id in (before_id, after_id))
    try:
        border = PartialDate.parse_typed(date)
        periods = {name: _until(name.period, border) for name in _ending_with(study, before)}
        periods |= {name: _from(name.period, border) for name in _beginning_with(study, after)}
    except DateError as wrong:
        raise EditRefused(_("A name must begin before it ends. {rule}").format(rule=wrong)) from wrong
    label = _("Move the change of name from {old} to {new} to {date}")
    with study.edit(label.format(old=before.text, new=after.text, date=border.describe())):
        for name, period in periods.items():
            _give_period(study, name, period, cites)


def _ending_with(study: Study, name: Name) -> list[Name]:
    return [each for each in _adopted(study, name) if each == name or _same(each.period.end, name.period.end)]


def _beginning_with(study: Study, name: Name) -> list[Name]:
    return [each for each in _adopted(study, name) if each == name or _same(each.period.start, name.period.start)]


def _adopted(study: Study, name: Name) -> list[Name]:
    return [each for each in study.catalogue.names_of(name.subject_id) if each.standing == "adopted"]


def _same(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is not None and other is not None and one.text == other.text


def _until(period: Period, border: PartialDate) -> Period:
    start = period.start.text if period.start else ".." if period.start_state == "open" else ""
    return Period.of(start, border.text)


def _from(period: Period, border: PartialDate) -> Period:
    if period.end_state == "known" and period.end and not period.is_single:
        return Period.of(border.text, period.end.text)
    return Period.of(border.text, ".." if period.end_state == "open" else "")


def _name(study: Study, subject_id: int, name_id: int) -> Name:
    require(study, "name", name_id)
    for name in study.catalogue.names_of(subject_id):
        if name.id == name_id and name.standing == "adopted":
            return name
    raise EditRefused(_("That is no adopted name of {name}.").format(name=subject_name(study, subject_id)))


def _give_period(study: Study, name: Name, period: Period, cites: Sequence[Cite]) -> None:
    if name.period == period:
        return
    if not citations_of(study, "name", name.id):
        change_name(study, name.id, period=period)
        cite_all(study, "name", name.id, cites)
        return
    change_name(study, name.id, standing="rival")
    add_name(
        study,
        name.subject_id,
        name.text,
        language=name.language,
        script=name.script,
        form=name.form,
        period=period,
        attested=name.attested,
        note=name.note,
        cites=cites,
    )
