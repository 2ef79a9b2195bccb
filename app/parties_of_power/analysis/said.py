"""`Said`: one observation as a list or card shows it, with its sources, base, interval and doubts in words."""

from dataclasses import dataclass, replace

from parties_of_power.analysis.entries import Entry
from parties_of_power.analysis.reader import said
from parties_of_power.analysis.showing import names_to_show, with_unit
from parties_of_power.analysis.wording import count_words, interval_words, short_period, since_until, source_words
from parties_of_power.domain.agreement import Agreement
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.observations import Observation, base_name, missing_name
from parties_of_power.domain.sources import Citation
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Said:
    """`text` is without a unit and not rounded. `sources` are one line a citation, in the order of
    `observation.citations`. `details` are its base, count and interval, each a phrase."""

    observation: Observation
    text: str
    period: str
    since_until: str
    sources: tuple[str, ...]
    details: tuple[str, ...]

    @property
    def id(self) -> int:
        return self.observation.id


@dataclass(frozen=True, slots=True)
class Rival:
    """Another answer. `also` say the same as it does; `why_soft` says why it is no conflict, blank where it is one."""

    said: Said
    agreement: Agreement
    why_soft: str
    also: tuple[Said, ...] = ()


def said_of(catalogue: Catalogue, attribute: Attribute, observation: Observation, entry: Entry, day: int) -> Said:
    """With every figure that the source gives, where the attribute rounds: 65 and 65.01 are two rivals."""
    text, _plain, _state = said(replace(attribute, decimals=None), entry, names_to_show(catalogue, attribute, day))
    if observation.missing:
        text = missing_name(observation.missing)
    details = (
        _base_words(observation.base),
        count_words(observation),
        interval_words(attribute, observation.low, observation.high, observation.interval),
    )
    return Said(
        observation,
        text,
        short_period(observation.period, observation.attested),
        since_until(observation.period, observation.attested),
        tuple(source_words(catalogue, citation) for citation in observation.citations),
        tuple(filter(None, details)),
    )


def _base_words(base: str) -> str:
    if base == "unknown":
        return _("Base not stated")
    return _("Base: {base}").format(base=base_name(base)) if base else ""


def source_titles(catalogue: Catalogue, *groups: tuple[Citation, ...]) -> tuple[str, ...]:
    """The titles of the sources cited, each once."""
    ids = dict.fromkeys(citation.source_id for citations in groups for citation in citations)
    return tuple(catalogue.sources[each].title for each in ids if each in catalogue.sources)


def why_soft(attribute: Attribute, how: Agreement, adopted_text: str) -> str:
    if how is Agreement.OTHER_BASE:
        return _("other base, no conflict")
    if how is Agreement.PRECISION and attribute.kind == "date":
        return _("less or more exact, no conflict")
    if how is Agreement.PRECISION:
        return _("differs from {value} by rounding only, no conflict").format(
            value=with_unit(adopted_text, attribute.unit)
        )
    return ""
