"""`Citing`: numbers the notes of a document as its cells name them; equal notes have one number."""

from __future__ import annotations

from collections.abc import Iterable

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.cells import CellReport, report
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.said import Said
from parties_of_power.analysis.showing import with_unit
from parties_of_power.analysis.wording import source_words
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.moments import When
from parties_of_power.domain.sources import Citation
from parties_of_power.exchange.documents.definition import Block, Heading, Notes, Paragraph
from parties_of_power.exchange.references.bibliography import bibliography, style_of
from parties_of_power.exchange.references.cited import sources_of_cell
from parties_of_power.exchange.references.entry import references_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _

# Each cell with a source is asked of the file; beyond so many that takes longer than anybody waits for a page.
MOST_CITED = 5_000


class Citing:
    """With `is_wanted` False nothing is numbered, and there are no notes."""

    def __init__(self, study: Study, columns: Columns, *, is_wanted: bool = True) -> None:
        self._study = study
        self._columns = columns
        self._numbers: dict[str, int] = {}
        self._source_ids: dict[int, None] = {}
        self.is_wanted = is_wanted

    def of_cell(self, attribute: Attribute, cell: Cell, when: When) -> tuple[int, ...]:
        """The numbers of the sources of a cell, then those of its rivals and claims, each with its own source."""
        if not self.is_wanted or not (cell.observation_id or cell.rivals or cell.claims):
            return ()
        read_at = when if cell.last_day is None else cell.last_day
        known = report(self._study, self._columns, cell.subject_id, attribute.id, read_at)
        self._source_ids.update(dict.fromkeys(sources_of_cell(known)))
        return self.of_texts(cell_notes(known))

    def of_citations(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        cited = tuple(citations) if self.is_wanted else ()
        self._source_ids.update(dict.fromkeys(citation.source_id for citation in cited))
        return self.of_texts(source_words(self._study.catalogue, citation) for citation in cited)

    def of_source(self, source_id: int, words: str) -> tuple[int, ...]:
        """A source in words of its own."""
        self._source_ids[source_id] = None
        return self.of_texts([words])

    def of_texts(self, texts: Iterable[str]) -> tuple[int, ...]:
        if not self.is_wanted:
            return ()
        return tuple(self._numbers.setdefault(text, len(self._numbers) + 1) for text in dict.fromkeys(texts) if text)

    def notes(self) -> tuple[Block, ...]:
        """The notes, then what they name as formatted references, in the style of the study."""
        if not self._numbers:
            return ()
        references = references_of(self._study, self._source_ids)
        entries = tuple(map(Paragraph, bibliography(references, style_of(self._study))))
        notes = Notes(_("Sources and rival values"), tuple(self._numbers))
        return (notes, Heading(_("References")), *entries) if entries else (notes,)


def cell_notes(known: CellReport) -> Iterable[str]:
    """One text a source of the value in force, and one for each other answer."""
    if known.in_force is not None:
        yield from known.in_force.sources
    subject, attribute = known.subject_name, known.attribute
    for rival in known.rivals:
        value = other_answer(attribute, rival.said)
        if rival.why_soft:
            yield _("{subject}, {attribute}: also {value}; {why}").format(
                subject=subject, attribute=attribute.name, value=value, why=rival.why_soft
            )
        else:
            yield _("{subject}, {attribute}: rival {value}").format(
                subject=subject, attribute=attribute.name, value=value
            )
    for claim in known.claims:
        yield _("{subject}, {attribute}: {claimant} claims {value}").format(
            subject=subject,
            attribute=attribute.name,
            claimant=claim.observation.claimant or _("somebody"),
            value=other_answer(attribute, claim),
        )


def other_answer(attribute: Attribute, said: Said) -> str:
    """`65 %, base: valid votes (V-Party, v2pavote)`."""
    value = with_unit(said.text, attribute.unit) if said.observation.value else said.text
    return _("{value} ({sources})").format(
        value=", ".join([value, *said.details]), sources="; ".join(said.sources) or _("no source")
    )
