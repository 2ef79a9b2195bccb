"""Sentences about observations: since when, until when, how old, from which election, in which sources."""

from collections.abc import Iterable

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import PartialDate, Period, spoken, spoken_short
from parties_of_power.domain.events import Event, SuccessionKind, TieForm
from parties_of_power.domain.observations import Observation, base_name
from parties_of_power.domain.sources import Citation
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext

_DAYS_OF_A_MONTH = 30.4375


def since_until(period: Period, attested: str) -> str:
    """`Since 4 July 2007, until 28 January 2022`; blank for what is timeless."""
    if period.is_timeless:
        return ""
    start = period.start.describe() if period.start else ""
    end = period.end.describe() if period.end else ""
    seen = PartialDate.parse(attested).describe() if attested else ""
    if period.is_single:
        return _("In {period}").format(period=start) if period.start_earliest != period.end_latest else start
    words = {
        ("known", "known"): _("Since {start}, until {end}"),
        ("known", "open"): _("Since {start}"),
        ("known", "unknown"): _("Since {start}, end unknown"),
        ("open", "known"): _("Until {end}"),
        ("open", "open"): _("Always"),
        ("open", "unknown"): _("Until an unknown day"),
        ("unknown", "known"): _("Since an unknown day, until {end}"),
        ("unknown", "open"): _("Since an unknown day"),
        ("unknown", "unknown"): _("Since an unknown day, end unknown"),
    }[period.start_state, period.end_state].format(start=start, end=end)
    return _("{period}; last attested {day}").format(period=words, day=seen) if seen else words


def short_period(period: Period, attested: str = "") -> str:
    """As it stands in a list: `4 Jul 2007 – 28 Jan 2022`, `26 Apr 2022 – unknown, attested 2023`."""
    if period.is_timeless:
        return ""
    if period.is_single:
        return short_date(period.start)
    start = short_date(period.start) or {"open": "…", "unknown": _("unknown")}.get(period.start_state, "")
    if period.end_state == "open":
        return _("since {start}").format(start=start)
    end = short_date(period.end) or _("unknown")
    words = _("{start} – {end}").format(start=start, end=end)
    seen = short_date(PartialDate.parse(attested)) if attested and period.end_state == "unknown" else ""
    return _("{period}, attested {day}").format(period=words, day=seen) if seen else words


def short_date(date: PartialDate | None) -> str:
    if date is None:
        return ""
    if date.precision == "day" and date.earliest is not None and not (date.approximate or date.uncertain):
        return spoken_short(date.earliest)
    return date.describe()


def event_words(event: Event) -> str:
    """`State Duma election, 2 December 2007`: what follows a semicolon in a title tells how it ended."""
    title = event.title.partition(";")[0]
    if event.chamber and event.chamber.casefold() not in title.casefold():
        title = _("{title} ({chamber})").format(title=title, chamber=event.chamber)
    return _("{title}, {date}").format(title=title, date=event.date.describe())


def base_sentence(base: str) -> str:
    if not base:
        return ""
    known = {
        "valid_votes": _("Share of the valid votes"),
        "votes_cast": _("Share of the votes cast"),
        "list_votes": _("Share of the list votes"),
        "list_seats_only": _("Share of the list seats only"),
        "all_seats": _("Share of all seats"),
        "electorate": _("Share of the registered voters"),
        "unknown": _("What it is a share of is not stated"),
    }
    return known.get(base) or _("Share of: {base}").format(base=base_name(base))


def age(measured: int, day: int) -> str:
    """`11 months old`."""
    days = day - measured
    months = int(days / _DAYS_OF_A_MONTH)
    if days < 0:
        return ""
    if months < 1:
        return ngettext("{count} day old", "{count} days old", days).format(count=days)
    if months < 24:
        return ngettext("{count} month old", "{count} months old", months).format(count=months)
    whole_years = months // 12
    return ngettext("{count} year old", "{count} years old", whole_years).format(count=whole_years)


def next_measured(day: int) -> str:
    return _("Next measured {day}").format(day=spoken(day))


def count_words(observation: Observation) -> str:
    """`315 of 450`, where the total is known."""
    if observation.out_of is None:
        return ""
    return _("{number} of {total}").format(
        number=observation.value, total=f"{observation.out_of:,.10g}".replace(",", " ")
    )


def interval_words(attribute: Attribute, low: float | None, high: float | None, interval: str) -> str:
    """`between 0.79 and 0.89 (68% highest posterior density)`."""
    if low is None or high is None:
        return ""
    bounds = (
        f"{each:.{attribute.decimals}f}" if attribute.decimals is not None else f"{each:g}" for each in (low, high)
    )
    words = _("between {low} and {high}").format(**dict(zip(("low", "high"), bounds, strict=True)))
    return _("{bounds} ({interval})").format(bounds=words, interval=interval) if interval else words


def source_words(catalogue: Catalogue, citation: Citation) -> str:
    """The title of the source, then the place in it."""
    source = catalogue.sources.get(citation.source_id)
    title = source.title if source else str(citation.source_id)
    return _("{source}, {locator}").format(source=title, locator=citation.locator) if citation.locator else title


def also_in(titles: Iterable[str]) -> str:
    """`also in 2 more sources: Psephos; national summary`."""
    listed = tuple(titles)
    if not listed:
        return ""
    return ngettext(
        "also in one more source: {sources}", "also in {count} more sources: {sources}", len(listed)
    ).format(count=len(listed), sources="; ".join(listed))


def scheme_name(scheme: str) -> str:
    """What a scheme of identifiers is called by those who keep it."""
    known = {
        "vparty": "V-Party",
        "vdem": "V-Dem",
        "partyfacts": "Party Facts",
        "wikidata": "Wikidata",
        "iso3166-1-alpha2": "ISO 3166",
        "iso3166-1-alpha3": "ISO 3166",
        "gw": "Gleditsch–Ward",
        "cow": "COW",
    }
    return known.get(scheme, scheme)


def succession_name(kind: SuccessionKind) -> str:
    """What the older subject is to the newer one."""
    return {
        "merged_into": _("merged into"),
        "absorbed_by": _("absorbed by"),
        "split_from": _("split from"),
        "successor_organisation": _("succeeded by"),
        "claims_succession": _("claims succession"),
        "member_of_bloc": _("member of the bloc"),
    }[kind]


def tie_form_name(form: TieForm) -> str:
    return {
        "agreement": _("agreement"),
        "consultation": _("consultation"),
        "forum": _("forum"),
        "party school": _("party school"),
        "congress guest": _("guest"),
    }[form]
