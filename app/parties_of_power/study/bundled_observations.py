"""The bundled observations: their values become those of the study; the order of preference says which are adopted."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.kinds import NO_NAMES, Kind, kind
from parties_of_power.domain.observations import Missing
from parties_of_power.domain.preference import Adoption, Candidate, Preference, lines_for, settle
from parties_of_power.study.bundled_lines import Line, Taking, taken
from parties_of_power.study.bundled_rows import attribute_key
from parties_of_power.texts import _

_AS_WRITTEN = ("missing", "base", "bound", "interval", "attested", "certainty", "note")
_TABLE_OF = {"choice": "choice", "person": "person", "party": "subject", "state": "subject"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A line with its value as the study stores it."""

    line: Line
    kind: Kind
    value: str
    candidate: Candidate


def add_observations(taking: Taking, lines: Sequence[Line], preferences: Sequence[Line]) -> None:
    order = [_preference(line) for line in preferences]
    cells: dict[tuple[str, str, str], list[_Read]] = defaultdict(list)
    for line in lines:
        with taken(line):
            cells[line["subject_kind"], line["subject_id"], line["attribute"]].append(_read(taking, line))
    for (subject_kind, _subject, attribute), rows in cells.items():
        settled = settle([row.candidate for row in rows], lines_for(attribute, subject_kind, order))
        for row, standing, reason in zip(rows, settled.standings, settled.reasons, strict=True):
            with taken(row.line):
                _add(taking, row, standing, reason)
        for places, adoption in settled.unresolved:
            _leave_open(taking, [rows[place] for place in places], adoption)


def _preference(line: Line) -> Preference:
    with taken(line):
        return Preference(
            attribute=line["attribute"],
            subject_kind=line["subject_kind"],
            order=int(line["order"]),
            matches=line["matches"],
            reason=line["reason"],
            missing=cast(Missing, line["missing"]),
        )


def _read(taking: Taking, line: Line) -> _Read:
    asked = attribute_key(line["subject_kind"], line["attribute"])
    taking.id_of("attribute", asked)
    attribute = taking.attributes[asked]
    of_kind = kind(attribute["kind"])
    if bool(line["value"]) == bool(line["missing"]):
        raise ValueError(_("an observation has a value or a missing reason, and not both."))
    if line["attested"]:
        PartialDate.parse(line["attested"])
    candidate = Candidate(
        value=line["value"],
        source=line["source_id"],
        period=line.period(timeless=attribute["validity"] == "timeless"),
        attested=line["attested"],
        missing=line["missing"],
        event_id=taking.id_of("event", line["event_id"]) if line["event_id"] else None,
        certainty=line["certainty"],
        base=line["base"],
        bound=line["bound"],
        standing=line["standing"],
    )
    return _Read(line, of_kind, _stored(taking, asked, of_kind, line), candidate)


def _stored(taking: Taking, asked: str, of_kind: Kind, line: Line) -> str:
    """The canonical text; keys and codes become ids."""
    if not line["value"]:
        return ""
    if not of_kind.refers_to:
        return of_kind.read(line["value"], NO_NAMES)
    prefix = f"{asked}." if of_kind.refers_to == "choice" else ""
    table = _TABLE_OF[of_kind.refers_to]
    return ";".join(str(taking.id_of(table, prefix + part)) for part in line.several("value"))


def _add(taking: Taking, row: _Read, standing: str, reason: str) -> None:
    line = row.line
    key = taking.numbered("observation", f"{_cell(line)}.{line['event_id'] or line['from']}.{line['source_id']}")
    taking.insert(
        "observation",
        key,
        subject_id=taking.id_of("subject", line["subject_id"]),
        attribute_id=taking.id_of("attribute", attribute_key(line["subject_kind"], line["attribute"])),
        value=row.value,
        number=row.kind.number(row.value) if row.value else None,
        typed=line["as_printed"] or ("" if row.kind.refers_to else line["value"]),
        out_of=line.number_in("out_of"),
        low=line.number_in("low"),
        high=line.number_in("high"),
        coders=line.whole("coders"),
        ordinal=line.number_in("ordinal"),
        period=row.candidate.period,
        event_id=row.candidate.event_id,
        standing=standing,
        claimant=taking.called(line["claimant"]),
        reason=reason,
        **{column: line[column] for column in _AS_WRITTEN},
    )
    taking.cite("observation", key, (line["source_id"],), line["locator"])


def _leave_open(taking: Taking, rows: Sequence[_Read], adoption: Adoption) -> None:
    """Instead of a value the missing reason is adopted, citing the sources that contradict one another."""
    first = rows[0].line
    key = f"{_cell(first)}.{first['event_id'] or first['from']}.{adoption.missing}"
    taking.insert(
        "observation",
        key,
        subject_id=taking.id_of("subject", first["subject_id"]),
        attribute_id=taking.id_of("attribute", attribute_key(first["subject_kind"], first["attribute"])),
        missing=adoption.missing,
        period=rows[0].candidate.period,
        event_id=rows[0].candidate.event_id,
        certainty="high",
        standing="adopted",
        reason=adoption.reason,
    )
    taking.cite("observation", key, tuple(dict.fromkeys(row.line["source_id"] for row in rows)))


def _cell(line: Line) -> str:
    return f"{line['subject_id']}.{attribute_key(line['subject_kind'], line['attribute'])}"
