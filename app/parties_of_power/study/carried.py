"""Sources that come with a value from another window of this program, or another study: found here, else added."""

from collections.abc import Iterable
from dataclasses import dataclass

from parties_of_power.domain.sources import Cite, Source
from parties_of_power.study.edits.sources import add_source
from parties_of_power.study.study import Study


@dataclass(frozen=True, slots=True)
class Carried:
    """A citation with the whole of its source, which the study at hand may not have."""

    source: Source
    locator: str = ""
    accessed: str = ""


def cites_of(study: Study, carried: Iterable[Carried]) -> tuple[Cite, ...]:
    """The citations as they are made here. A source that the study does not have is added to it, in an open edit."""
    cites = (
        Cite(known_source(study, each.source) or _added(study, each.source), each.locator, each.accessed)
        for each in carried
    )
    return tuple(dict.fromkeys(cites))


def known_source(study: Study, source: Source) -> int | None:
    """The study's own source that is the same: by its id or key together with its title, else by all that is known."""
    known = study.catalogue.sources
    same = known.get(source.id)
    if same is not None and same.title == source.title:
        return same.id
    return next((each.id for each in known.values() if _are_same(each, source)), None)


def _are_same(one: Source, other: Source) -> bool:
    if one.title != other.title:
        return False
    return (one.key != "" and one.key == other.key) or (one.author, one.date) == (other.author, other.date)


def _added(study: Study, source: Source) -> int:
    """Its key goes along where no other source here has it."""
    is_free = all(each.key != source.key for each in study.catalogue.sources.values())
    return add_source(
        study,
        source.title,
        key=source.key if is_free else "",
        author=source.author,
        publisher=source.publisher,
        date=source.date,
        url=source.url,
        doi=source.doi,
        kind=source.kind,
        license=source.license,
        accessed=source.accessed,
        note=source.note,
    )
