"""Citations as two cells: the keys of the sources, and the places in them in the same order."""

from collections.abc import Iterable

from parties_of_power.domain.sources import Citation, Source
from parties_of_power.study.catalogue import Catalogue


def source_cells(catalogue: Catalogue, citations: Iterable[Citation]) -> tuple[str, str]:
    """A citation without a locator leaves its place blank, so that the two lists stay in step."""
    cited = list(citations)
    locators = [citation.locator for citation in cited]
    keys = "; ".join(source_key(catalogue.sources.get(citation.source_id), citation.source_id) for citation in cited)
    return keys, "; ".join(locators) if any(locators) else ""


def source_key(source: Source | None, source_id: int) -> str:
    """Its key, which bundled sources have; else its id."""
    return source.key if source and source.key else str(source_id)
