"""The sentence under a cell that is being typed in: whole clauses, each true by itself, divided by semicolons."""

from collections.abc import Iterable

from parties_of_power.domain.attributes import Validity
from parties_of_power.domain.dates import Period, spoken_short
from parties_of_power.domain.days import civil, year_words
from parties_of_power.domain.observations import Observation, base_name
from parties_of_power.domain.sources import Cite
from parties_of_power.study.cells import Cell
from parties_of_power.study.edits.naming import event_title, observation_words, short, source_name
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

_MOST_SOURCES = 2


def sentence(*clauses: str) -> str:
    return "; ".join(filter(None, clauses))


def nothing_typed() -> str:
    return _("nothing is typed, nothing changes")


def same(value: str) -> str:
    return _("{value} stands here already, nothing changes").format(value=value)


def clears(old: str) -> str:
    return _("clears {old} and asks for a missing reason to put in its place").format(old=old)


def adopts_rival(study: Study, rival: Observation) -> str:
    """`adopts 65 of V-Party V2 (valid votes), which stands as a rival`."""
    value, source = observation_words(study, rival.id), sources_of(study, rival)
    if not source:
        return _("adopts {value}, which stands as a rival without a source").format(value=value)
    if not rival.base:
        return _("adopts {value} of {source}, which stands as a rival").format(value=value, source=source)
    return _("adopts {value} of {source} ({base}), which stands as a rival").format(
        value=value, source=source, base=base_name(rival.base)
    )


def becomes_rival(study: Study, old: Observation) -> str:
    return _("{old} becomes its rival").format(old=observation_words(study, old.id))


def gives_way(study: Study, old: Observation, is_own: bool) -> str:
    if is_own:
        return _("history keeps {old}").format(old=observation_words(study, old.id))
    return becomes_rival(study, old)


def corrects(old: str, new: str) -> str:
    return _("corrects {old} to {new} in place; your own value, history keeps {old}").format(old=old, new=new)


def fills(reason: str, new: str) -> str:
    return _("puts {new} in the place of “{reason}”; your own entry, history keeps it").format(new=new, reason=reason)


def adopts_new(new: str, period: Period, citing: str) -> str:
    """For the period of the value that stood there."""
    if period.is_timeless:
        clause = _("adopts {new}, citing {source}") if citing else _("adopts {new} without a source")
    elif period.is_single:
        clause = (
            _("adopts {new} for {period}, citing {source}")
            if citing
            else _("adopts {new} for {period} without a source")
        )
    elif citing:
        clause = _("adopts {new} for the same time ({period}), citing {source}")
    else:
        clause = _("adopts {new} for the same time ({period}) without a source")
    return clause.format(new=new, period=period_words(period), source=citing)


def new_value(validity: Validity, day: int) -> str:
    """`a new value from 25 Nov 2008 on`."""
    match validity:
        case "timeless":
            return _("a new value for all time")
        case "until_changed":
            return _("a new value from {day} on").format(day=spoken_short(day))
        case "last_known":
            return _("a new value, measured on {day}").format(day=spoken_short(day))
        case "own_period":
            return _("a new value for {year}").format(year=year_words(civil(day)[0]))


def new_value_of(study: Study, cell: Cell) -> str:
    """`a new value of the State Duma election`, `a new value, measured in 2005`, or that of a day."""
    if cell.event_id is not None:
        return _("a new value of {election}").format(election=event_title(study, cell.event_id).partition(";")[0])
    moment = cell.moment
    if moment is None or moment.year is None:
        return new_value(cell.attribute.validity, cell.day)
    if cell.attribute.validity == "last_known":
        return _("a new value, measured in {year}").format(year=year_words(moment.year))
    return new_value(cell.attribute.validity, moment.first_day)


def keeps(study: Study, old: Observation) -> str:
    """`64.3 keeps 2 Dec 2007, World Factbook 2008`."""
    source = sources_of(study, old)
    if old.period.is_timeless:
        clause = _("{old} stays, {source}") if source else _("{old} stays")
    elif old.period.is_single:
        clause = _("{old} keeps {period}, {source}") if source else _("{old} keeps {period}")
    else:
        clause = _("{old} keeps its time ({period}), {source}") if source else _("{old} keeps its time ({period})")
    return clause.format(old=observation_words(study, old.id), period=period_words(old.period), source=source)


def cites(source: str) -> str:
    return _("cites {source}").format(source=source) if source else ""


def adds_persons(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return ngettext("adds the person {names}", "adds the persons {names}", len(names)).format(names=", ".join(names))


def keeps_as_typed(text: str, rule: str) -> str:
    """The rule first: it is what the reader needs to type something better."""
    return _("{rule} As it is, “{text}” is kept as typed, marked wrong and left to settle").format(
        rule=rule, text=short(text)
    )


def citing_words(study: Study, citing: Cite | None) -> str:
    return source_name(study, citing.source_id) if citing else ""


def sources_of(study: Study, observation: Observation) -> str:
    """The titles of what it cites, at most two of them."""
    titles = list(dict.fromkeys(source_name(study, each.source_id) for each in observation.citations))
    if len(titles) > _MOST_SOURCES:
        more = len(titles) - 1
        return ngettext("{source} and {count} more", "{source} and {count} more", more).format(
            source=titles[0], count=more
        )
    return _joined(titles)


def period_words(period: Period) -> str:
    """`2 Dec 2007` for a day, else as periods are described: `since 4 July 2007`."""
    start = period.start
    is_day = period.is_single and start is not None and start.precision == "day"
    if is_day and period.start_earliest is not None and not (period.approximate or period.uncertain):
        return spoken_short(period.start_earliest)
    return period.describe()


def _joined(texts: Iterable[str]) -> str:
    listed = tuple(texts)
    if len(listed) == 2:
        return _("{first} and {second}").format(first=listed[0], second=listed[1])
    return "".join(listed)
