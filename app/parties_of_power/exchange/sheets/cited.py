"""Citations as cells: the keys of the sources, the places in them, and the link to the sheet Sources."""

from collections.abc import Iterable

from parties_of_power.analysis.cell import Cell
from parties_of_power.domain.sources import Citation, Source
from parties_of_power.exchange.sheets.definition import Content, Jump
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.queries import observations_of_attribute, observations_of_subjects
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def source_cells(catalogue: Catalogue, citations: Iterable[Citation]) -> tuple[str, str]:
    """A citation without a locator leaves its place blank, so that the two lists stay in step."""
    cited = list(citations)
    locators = [citation.locator for citation in cited]
    keys = "; ".join(source_key(catalogue.sources.get(citation.source_id), citation.source_id) for citation in cited)
    return keys, "; ".join(locators) if any(locators) else ""


def source_key(source: Source | None, source_id: int) -> str:
    """Its key, which bundled sources have; else its id."""
    return source.key if source and source.key else str(source_id)


class Sources:
    """Where the sources stand on their sheet."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._row_of = {source_id: row for row, source_id in enumerate(catalogue.sources)}

    def cells(self, citations: tuple[Citation, ...]) -> tuple[Content, str]:
        """As `source_cells`; the keys lead to the first of the sources."""
        keys, locators = source_cells(self._catalogue, citations)
        return self.linked(keys, citations), locators

    def linked(self, text: str, citations: tuple[Citation, ...]) -> Content:
        row = self._row_of.get(citations[0].source_id) if citations else None
        return text if row is None or not text else Jump(text, _("Sources"), row)


class CitedCells:
    """What the cells of a comparison cite. Of few cells their own observations are read, else all of the attribute."""

    def __init__(self, study: Study, *, of_few: bool = False) -> None:
        self._study = study
        self._sources = Sources(study.catalogue)
        self._of_few = of_few
        self._said: dict[int, Content] = {}
        self._words: dict[tuple[Citation, ...], Content] = {}
        self._read: set[object] = set()

    def content(self, cell: Cell) -> Content:
        """`vparty: v2pavote; cec2007`."""
        if cell.observation_id is None or not cell.cited or cell.attribute_id is None:
            return None
        if cell.observation_id not in self._said:
            self._read_of(cell.subject_id, cell.attribute_id)
        return self._said.get(cell.observation_id)

    def _read_of(self, subject_id: int, attribute_id: int) -> None:
        part: object = (subject_id, attribute_id) if self._of_few else attribute_id
        if part in self._read:
            return
        self._read.add(part)
        if self._of_few:
            found = observations_of_subjects(self._study, attribute_id, [subject_id]).get(subject_id, ())
        else:
            found = observations_of_attribute(self._study, attribute_id)
        for each in found:
            self._said[each.id] = self._in_words(tuple(each.citations))

    def _in_words(self, citations: tuple[Citation, ...]) -> Content:
        if citations not in self._words:
            sources = self._study.catalogue.sources
            parts = ((source_key(sources.get(each.source_id), each.source_id), each.locator) for each in citations)
            text = "; ".join(f"{key}: {locator}" if locator else key for key, locator in parts)
            self._words[citations] = self._sources.linked(text, citations)
        return self._words[citations]
