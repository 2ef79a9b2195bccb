"""The sheet Observations: one row for each, of every standing, with all that is known about it."""

from collections.abc import Collection, Iterator
from itertools import chain, islice

from parties_of_power.analysis.showing import value_text
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import Period
from parties_of_power.domain.kinds import Names
from parties_of_power.domain.observations import Observation, base_name, missing_name
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.cited import Sources
from parties_of_power.exchange.sheets.definition import Content, Look, Sheet, SheetColumn, Shown
from parties_of_power.exchange.sheets.values import (
    date_content,
    id_content,
    quantity_content,
    value_content,
    year_of_day,
)
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.queries import counts, observations_of_attribute
from parties_of_power.texts import _

MOST_ROWS = 100_000


def observations_sheet(export: Export, changes: Alterations) -> Sheet:
    known = counts(export.study)["observations"]
    if known > MOST_ROWS:
        changes.say(
            _("The sheet Observations holds the first {most} of {count}: the study file holds them all.").format(
                most=f"{MOST_ROWS:,}", count=f"{known:,}"
            )
        )
    return Sheet("Observations", long_columns(), _rows(export), min(known, MOST_ROWS), frozen=3)


def long_sheet(export: Export, table: ComparisonTable) -> Sheet:
    """The comparison in long form."""
    rows = list(islice(long_rows(export, table), MOST_ROWS))
    return Sheet("Comparison", long_columns(), rows, len(rows), frozen=3)


def long_rows(export: Export, table: ComparisonTable) -> Iterator[list[Content]]:
    """The observations of the rows and columns of a comparison, of every standing."""
    catalogue = export.study.catalogue
    states = {catalogue.subjects[row].state_id or row for row in table.row_ids}
    asked = ((each.attribute_id, each.of_state) for each in table.columns if each.attribute_id is not None)
    for attribute_id, of_state in dict.fromkeys(asked):
        subjects = states if of_state else set(table.row_ids)
        yield from _rows_of(export, catalogue.attributes[attribute_id], subjects)


def long_columns() -> list[SheetColumn]:
    return [
        SheetColumn(_("Subject"), note=_("A party or a state.")),
        SheetColumn(_("Attribute")),
        SheetColumn(
            _("Value"), note=_("Percents are fractions with a percent format; blank where a reason is missing.")
        ),
        SheetColumn(_("Unit")),
        SheetColumn(_("Missing"), note=_("Why there is no value.")),
        SheetColumn(
            _("Standing"),
            note=_("adopted: what tables show; rival: another source says otherwise; claim: asserted only."),
        ),
        SheetColumn(_("From"), note=_("The start of its period as typed (EDTF); blank is unknown, .. is open.")),
        SheetColumn(_("To"), note=_("The end of its period; equal to From where it is one date.")),
        SheetColumn(_("From (year)"), note=_("To compute with: Excel knows no dates before 1900, and none in EDTF.")),
        SheetColumn(_("To (year)")),
        SheetColumn(_("Attested"), note=_("The last day on which a source says that it still held.")),
        SheetColumn(_("Event")),
        SheetColumn(_("Sources"), note=_("Keys of the sheet Sources.")),
        SheetColumn(_("Locators"), note=_("The places in the sources, in the same order.")),
        SheetColumn(_("Out of")),
        SheetColumn(_("Base"), note=_("What a share is of.")),
        SheetColumn(_("Bound")),
        SheetColumn(_("Low")),
        SheetColumn(_("High")),
        SheetColumn(_("Interval"), note=_("What low and high are.")),
        SheetColumn(_("Coders")),
        SheetColumn(_("Ordinal"), note=_("The ordinal version of an expert score.")),
        SheetColumn(_("Claimant")),
        SheetColumn(_("Certainty")),
        SheetColumn(_("Reason"), note=_("Why it was adopted.")),
        SheetColumn(_("Coder")),
        SheetColumn(_("Note")),
        SheetColumn(_("As typed"), note=_("As typed or printed in the source.")),
        SheetColumn(_("State"), note=_("The state of a party.")),
        SheetColumn(_("Key")),
        SheetColumn(_("Id")),
    ]


def _rows(export: Export) -> Iterator[list[Content]]:
    """Attribute by attribute, in the order of the codebook; never all observations of a large study at once."""
    of_each = (_rows_of(export, attribute) for attribute in export.study.catalogue.attributes.values())
    return islice(chain.from_iterable(of_each), MOST_ROWS)


def _rows_of(export: Export, attribute: Attribute, subjects: Collection[int] | None = None) -> Iterator[list[Content]]:
    """The observations of an attribute, of these subjects or of all, by their names."""
    catalogue, day = export.study.catalogue, export.table.day
    names, sources = catalogue.names_for(attribute, day), Sources(catalogue)
    found = observations_of_attribute(export.study, attribute.id)
    wanted = found if subjects is None else [each for each in found if each.subject_id in subjects]
    for observation in sorted(wanted, key=lambda each: catalogue.shown_name(each.subject_id, day).text.casefold()):
        yield _row(catalogue, attribute, observation, (names, sources), day)


def _row(
    catalogue: Catalogue, attribute: Attribute, observation: Observation, shown: tuple[Names, Sources], day: int
) -> list[Content]:
    names, known = shown
    first, last = period_cells(observation.period)
    sources, locators = known.cells(observation.citations)
    event = catalogue.events.get(observation.event_id or 0)
    state_id = catalogue.subjects[observation.subject_id].state_id
    return [
        catalogue.shown_name(observation.subject_id, day).text,
        attribute.name,
        _value(attribute, observation, names),
        attribute.unit,
        Shown(missing_name(observation.missing), Look(style="missing")) if observation.missing else None,
        observation.standing,
        first,
        last,
        year_of_day(observation.period.start_earliest, observation.period.start_latest),
        year_of_day(observation.period.end_latest, observation.period.end_earliest),
        date_content(observation.attested) if observation.attested else None,
        event.title if event else None,
        sources,
        locators,
        observation.out_of,
        base_name(observation.base),
        observation.bound.replace("_", " "),
        quantity_content(observation.low, attribute),
        quantity_content(observation.high, attribute),
        observation.interval,
        observation.coders,
        observation.ordinal,
        observation.claimant,
        observation.certainty,
        observation.reason,
        observation.coder,
        observation.note,
        observation.typed,
        catalogue.shown_name(state_id, day).text if state_id else None,
        observation.key,
        id_content(observation.id),
    ]


def _value(attribute: Attribute, observation: Observation, names: Names) -> Content:
    if observation.wrong:
        return Shown(observation.typed, Look(style="wrong"))
    if observation.missing:
        return None
    text = value_text(attribute, observation.value, observation.bound, names)
    return value_content(attribute, observation.value, text)


def period_cells(period: Period) -> tuple[Content, Content]:
    """The two ends as they are typed: `Period.of` reads them again."""
    if period.is_timeless:
        return None, None
    if period.is_single:
        both = date_content(period.text)
        return both, both
    start, _stroke, end = period.text.partition("/")
    return date_content(start) if start else None, date_content(end) if end else None
