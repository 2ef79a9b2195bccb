"""What typing in a cell does: the one place where it is decided, for the window and the command line alike.

A spreadsheet user types over a value to correct it; a scholar must never see a new number under an old footnote. So a
value of one's own without a source is corrected in place, and any other stays, with its source, as a rival.
"""

from dataclasses import replace

from parties_of_power.domain.dates import DateError, PartialDate, Period
from parties_of_power.domain.moments import When
from parties_of_power.domain.observations import Missing
from parties_of_power.domain.sources import Cite
from parties_of_power.domain.subjects import Standing
from parties_of_power.study.answers import Typing, TypingKind, answered, changed, cleared, emptied
from parties_of_power.study.cells import Cell, cell_on
from parties_of_power.study.edits.naming import as_missing, source_name
from parties_of_power.study.edits.observations import record_observation
from parties_of_power.study.edits.sources import cite
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.placing import fields_of, record_label
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said, read
from parties_of_power.texts import _

__all__ = ["Typing", "TypingKind", "delete_cell", "set_value", "what_typing_does"]


def what_typing_does(
    study: Study,
    subject_id: int,
    attribute_id: int,
    text: str,
    *,
    day: When,
    citing: Cite | None = None,
    change: bool = False,
) -> Typing:
    """Enter answers for the period of the value in force; with `change`, Ctrl+Enter, from the day on. `day` may be an
    election or a year: then what is typed is about that election, or begins with that year."""
    cell = cell_on(study, subject_id, attribute_id, day)
    if not text.strip():
        return emptied(study, cell, citing)
    said = read(text, cell.kind, cell.names)
    is_of_year = cell.moment is not None and cell.moment.year is not None
    if change and cell.shown is not None and not is_of_year and not cell.begins_with_period:
        return changed(study, cell, cell.shown, said, citing)
    return answered(study, cell, said, citing)


def delete_cell(
    study: Study,
    subject_id: int,
    attribute_id: int,
    missing: Missing,
    *,
    day: When,
    citing: Cite | None = None,
    reason: str = "",
) -> int:
    """The observation with the missing reason that takes the place of the value in force."""
    return cleared(study, cell_on(study, subject_id, attribute_id, day), missing, citing, reason)


def set_value(
    study: Study,
    subject_id: int,
    attribute_id: int,
    text: str,
    *,
    start: str | None = None,
    end: str | None = None,
    missing: str = "",
    standing: Standing = "adopted",
    claimant: str = "",
    reason: str = "",
    citing: Cite | None = None,
    day: int | None = None,
) -> int | None:
    """What `set` on the command line does: as typing, unless a period or another standing is given.

    A source that says what is known already is not lost, as it would be when Enter is pressed on a value that stands
    there: it is cited, or stands beside it as another source that agrees. `start` alone is the period of the adopted
    value that starts then, else what the validity makes of the day.
    """
    cell = cell_on(study, subject_id, attribute_id, study.as_of if day is None else day)
    reason_why = as_missing(missing)
    if missing != reason_why or bool(text.strip()) == bool(missing):
        raise EditRefused(_("Give a value, or a missing reason such as not_coded and no value."))
    if start or end:
        cell = _in_period(cell, _period(cell, start or "", end or ""))
    said = Said(missing=reason_why) if reason_why else read(text, cell.kind, cell.names)
    if standing != "adopted":
        return _record_beside(study, cell, said, standing=standing, claimant=claimant, citing=citing, reason=reason)
    if reason_why:
        return cleared(study, cell, reason_why, citing, reason)
    typing = answered(study, cell, said, citing)
    if citing is None or typing.kind not in ("same", "adopt") or _is_cited(cell, said, citing):
        return typing.apply(study, reason)
    with study.edit(record_label(study, cell, said)):
        adopted_id = typing.apply(study, reason)
        _confirm(study, cell, said, citing, adopted_id)
    return adopted_id


def _is_cited(cell: Cell, said: Said, citing: Cite) -> bool:
    """Whether the same place is cited for the same value already."""
    saying = (each for each in cell.observations if said.is_said_by(each, cell.kind))
    places = {(citation.source_id, citation.locator) for each in saying for citation in each.citations}
    return (citing.source_id, citing.locator) in places


def _confirm(study: Study, cell: Cell, said: Said, citing: Cite, adopted_id: int | None) -> None:
    if cell.shown is not None and cell.shown.id == adopted_id and cell.is_own(study.coder):
        cite(study, "observation", cell.shown.id, citing)
    else:
        _record_beside(study, cell, said, standing="rival", claimant="", citing=citing, reason="")


def _record_beside(
    study: Study, cell: Cell, said: Said, *, standing: Standing, claimant: str, citing: Cite | None, reason: str
) -> int:
    """A rival or a claim about the period of the value in force. Whoever is cited claims it, where nobody is named."""
    about = cell.shown
    cites = (citing,) if citing else ()
    if standing == "claim" and citing and not claimant:
        claimant = source_name(study, citing.source_id)
    with study.edit(record_label(study, cell, said)):
        fields = fields_of(study, cell, said)
        fields |= {"standing": standing, "claimant": claimant, "reason": reason, "period": cell.period}
        if about is not None:
            fields |= {"period": about.period, "attested": about.attested, "event_id": about.event_id}
        return record_observation(study, cell.subject_id, cell.attribute.id, cites=cites, **fields)


def _in_period(cell: Cell, period: Period) -> Cell:
    """The cell as it is asked for one period: only the adopted value of exactly this period stands there."""
    day = cell.day if period.start_earliest is None else period.start_earliest
    return replace(cell, period=period, day=day, shown=cell.adopted_for(period))


def _period(cell: Cell, start: str, end: str) -> Period:
    try:
        return Period.of(_date(start), _date(end)) if end else _starting(cell, _date(start))
    except DateError as wrong:
        raise EditRefused(str(wrong)) from wrong


def _starting(cell: Cell, start: str) -> Period:
    adopted = [each.period for each in cell.observations if each.standing == "adopted"]
    same = [period for period in adopted if period.start is not None and period.start.text == start]
    if same:
        return same[-1]
    return Period.of(start, ".." if cell.attribute.validity == "until_changed" else start)


def _date(text: str) -> str:
    return text.strip() if text.strip() in ("", "..") else PartialDate.parse_typed(text).text
