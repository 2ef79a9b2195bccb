"""The note of a cell: what is in force there, where it is from, and who says otherwise, each with its source."""

from collections.abc import Iterable

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.cells import CellReport, report
from parties_of_power.analysis.said import Said
from parties_of_power.analysis.showing import with_unit
from parties_of_power.analysis.wording import also_in
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.moments import When
from parties_of_power.exchange.definition import Export
from parties_of_power.texts import _


def has_something_to_say(cell: Cell) -> bool:
    return cell.observation_id is not None or cell.rivals > 0 or cell.claims > 0


def note_of(export: Export, attribute: Attribute, cell: Cell, when: When) -> str:
    """The same as the inspector says of the cell on that day or at that moment, as lines of text."""
    read_at = when if cell.last_day is None else cell.last_day
    known = report(export.study, export.columns, cell.subject_id, attribute.id, read_at)
    lines = [
        *_in_force(known),
        *(_("Rival: {value}").format(value=_other(attribute, each.said)) for each in known.rivals if not each.why_soft),
        *(
            _("{value}: {why}").format(value=_other(attribute, each.said), why=each.why_soft)
            for each in known.rivals
            if each.why_soft
        ),
        *(_("Claimed: {value}").format(value=_claim(attribute, each)) for each in known.claims),
    ]
    return "\n".join(filter(None, lines))


def _in_force(known: CellReport) -> Iterable[str]:
    held = known.in_force
    if held is None:
        return
    value = with_unit(held.text, known.attribute.unit) if held.observation.value else held.text
    yield ", ".join([value, *held.details])
    yield from (sentence for sentence in known.sentences if sentence != held.observation.note)
    yield known.doubt
    yield from (_("Source: {source}").format(source=source) for source in held.sources)
    if not held.sources:
        yield _("No source")
    yield _also_in(held, known.agreeing)
    if held.observation.reason:
        yield _("Adopted because: {reason}").format(reason=held.observation.reason)
    yield held.observation.note


def _also_in(held: Said, agreeing: Iterable[Said]) -> str:
    """The sources of equal values, each with its place, where the value in force does not cite them itself."""
    own = {citation.source_id for citation in held.observation.citations}
    cited = (pair for each in agreeing for pair in zip(each.observation.citations, each.sources, strict=True))
    words = also_in(dict.fromkeys(source for citation, source in cited if citation.source_id not in own))
    return words[:1].upper() + words[1:]


def _other(attribute: Attribute, said: Said) -> str:
    """`65 %, base: valid votes (V-Party, v2pavote)`."""
    value = with_unit(said.text, attribute.unit) if said.observation.value else said.text
    return _("{value} ({sources})").format(
        value=", ".join([value, *said.details]), sources="; ".join(said.sources) or _("no source")
    )


def _claim(attribute: Attribute, said: Said) -> str:
    value = _other(attribute, said)
    if not said.observation.claimant:
        return value
    return _("{value}, says {claimant}").format(value=value, claimant=said.observation.claimant)
