"""Questions to a study, answered with the dataclasses of `domain`."""

import json
from collections.abc import Iterable
from typing import Any, Protocol

from parties_of_power.domain.charts import Chart
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.events import Event, Statement, Succession, Tie
from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Citation, CitedKind
from parties_of_power.domain.subjects import Identifier
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.rows import column_filter, grouped, made, selected
from parties_of_power.texts import _


class Readable(Protocol):
    """What the questions need of a study."""

    def rows(self, sql: str, params: Iterable[object] = ()) -> Iterable[tuple[Any, ...]]: ...


def study_id(study: Readable) -> int:
    """The same in every copy of a study, and in no other one; 0 for a study without a title."""
    return next((int(row[0]) for row in study.rows("SELECT id FROM study WHERE key = 'title'")), 0)


def observation(study: Readable, observation_id: int) -> Observation:
    """EditRefused where it is not in the study any more."""
    found = _observations(study, "observation.id = ?", observation_id)
    if not found:
        raise EditRefused(_("This observation is not in the study any more."))
    return found[0]


def observations_of(study: Readable, subject_id: int, attribute_id: int) -> tuple[Observation, ...]:
    """Those of one cell, earliest first."""
    return _observations(study, "observation.subject_id = ? AND observation.attribute_id = ?", subject_id, attribute_id)


def observations_of_subject(study: Readable, subject_id: int) -> tuple[Observation, ...]:
    return _observations(study, "observation.subject_id = ?", subject_id)


def observations_of_attribute(study: Readable, attribute_id: int) -> tuple[Observation, ...]:
    return _observations(study, "observation.attribute_id = ?", attribute_id)


def rivals_of_attribute(study: Readable, attribute_id: int) -> tuple[Observation, ...]:
    """What is said of an attribute and is not adopted."""
    return _observations(study, "attribute_id = ? AND standing <> 'adopted'", attribute_id)


def observations_of_subjects(
    study: Readable, attribute_id: int, subject_ids: Iterable[int]
) -> dict[int, tuple[Observation, ...]]:
    """The observations of one attribute by their subject, those of each as `observations_of` gives them."""
    # The sign keeps SQLite from going through all of the attribute: few subjects are found by the index on cells.
    where = "+observation.attribute_id = ? AND observation.subject_id IN (SELECT value FROM json_each(?))"
    found = _observations(study, where, attribute_id, json.dumps(list(subject_ids)))
    return grouped((each.subject_id, each) for each in found)


def observations_of_event(study: Readable, event_id: int) -> tuple[Observation, ...]:
    return _observations(study, "observation.event_id = ?", event_id)


def all_observations(study: Readable) -> tuple[Observation, ...]:
    return _observations(study, "1")


def events(study: Readable) -> tuple[Event, ...]:
    """By title; who shows them in time sorts by their date."""
    return _events(study, "1")


def events_of(study: Readable, subject_id: int) -> tuple[Event, ...]:
    return _events(study, "event.id IN (SELECT event_id FROM event_subject WHERE subject_id = ?)", subject_id)


def ties(study: Readable) -> tuple[Tie, ...]:
    return _ties(study, "1")


def ties_of(study: Readable, subject_id: int) -> tuple[Tie, ...]:
    return _ties(study, "tie.id IN (SELECT tie_id FROM tie_party WHERE subject_id = ?)", subject_id)


def successions(study: Readable) -> tuple[Succession, ...]:
    return _successions(study, "1")


def successions_of(study: Readable, subject_id: int) -> tuple[Succession, ...]:
    return _successions(study, "? IN (succession.from_id, succession.to_id)", subject_id)


def statements(study: Readable) -> tuple[Statement, ...]:
    return _statements(study, "1")


def statements_of(study: Readable, subject_id: int) -> tuple[Statement, ...]:
    about = "SELECT statement_id FROM statement_about WHERE subject_id = ?"
    return _statements(study, f"statement.id IN ({about})", subject_id)


def statements_of_source(study: Readable, source_id: int) -> tuple[Statement, ...]:
    return _statements(study, "statement.source_id = ?", source_id)


def identifiers_of(study: Readable, subject_id: int) -> tuple[Identifier, ...]:
    found = study.rows(
        f"SELECT {selected('identifier')} FROM identifier WHERE subject_id = ? ORDER BY scheme, period, id",
        (subject_id,),
    )
    return tuple(made("identifier", row) for row in found)


def comparisons(study: Readable) -> tuple[Comparison, ...]:
    """In the order of the left list."""
    return _comparisons(study, "1")


def comparison(study: Readable, comparison_id: int) -> Comparison:
    """EditRefused where it is not in the study any more."""
    found = _comparisons(study, "comparison.id = ?", comparison_id)
    if not found:
        raise EditRefused(_("This comparison is not in the study any more."))
    return found[0]


def charts(study: Readable) -> tuple[Chart, ...]:
    """In the order of the left list."""
    rows = study.rows(f"SELECT {selected('chart')} FROM chart ORDER BY position, name, id")
    return tuple(made("chart", row) for row in rows)


def chart(study: Readable, chart_id: int) -> Chart:
    """EditRefused where it is not in the study any more."""
    for row in study.rows(f"SELECT {selected('chart')} FROM chart WHERE id = ?", (chart_id,)):
        found: Chart = made("chart", row)
        return found
    raise EditRefused(_("This chart is not in the study any more."))


def citations_of(study: Readable, kind: CitedKind, cited_id: int) -> tuple[Citation, ...]:
    """In the order they were made."""
    return _citations(study, kind, f"{kind}_id = ?", cited_id).get(cited_id, ())


def citations_of_source(study: Readable, source_id: int) -> tuple[tuple[CitedKind, int, Citation], ...]:
    """(kind, id, citation) of everything that cites a source."""
    found: list[tuple[CitedKind, int, Citation]] = []
    for kind in _CITED:
        for owner, citations in _citations(study, kind, "citation.source_id = ?", source_id).items():
            found.extend((kind, owner, citation) for citation in citations)
    return tuple(found)


def sources_cited(study: Readable, observation_ids: Iterable[int]) -> tuple[int, ...]:
    """The source of each citation that these observations have."""
    ids = json.dumps(list(observation_ids))
    sql = "SELECT source_id FROM citation WHERE observation_id IN (SELECT value FROM json_each(?))"
    return tuple(int(source_id) for (source_id,) in study.rows(sql, (ids,)))


def uses_of_sources(study: Readable) -> dict[int, int]:
    """How many rows cite each source that is cited at all."""
    return {int(source_id): int(uses) for source_id, uses in study.rows(_USES)}


def count_of_attribute(study: Readable, attribute_id: int) -> int:
    """How many observations an attribute has."""
    rows = study.rows("SELECT count(*) FROM observation WHERE attribute_id = ?", (attribute_id,))
    return int(next(iter(rows))[0])


def counts(study: Readable) -> dict[str, int]:
    """How many there are, by their plural names."""
    return {name: next(iter(study.rows(f"SELECT count(*) FROM {source}")))[0] for name, source in _COUNTED.items()}


_CITED: tuple[CitedKind, ...] = (
    "observation",
    "name",
    "event",
    "tie",
    "succession",
    "subject",
    "identifier",
    "person",
)
_USES = "SELECT source_id, count(*) FROM citation GROUP BY source_id"
_COUNTED = {
    "states": "subject WHERE kind = 'state'",
    "parties": "subject WHERE kind = 'party'",
    "attributes": "attribute",
    "observations": "observation",
    "events": "event",
    "ties": "tie",
    "successions": "succession",
    "statements": "statement",
    "sources": "source",
    "comparisons": "comparison",
    "edits": "history WHERE state IN ('done', 'kept')",
}


def _observations(study: Readable, where: str, *params: object) -> tuple[Observation, ...]:
    rows = study.rows(
        f"SELECT {selected('observation')} FROM observation WHERE {where} "
        "ORDER BY observation.start_min, observation.start_max, observation.edited, observation.id",
        params,
    )
    citations = _citations(study, "observation", _among("observation", where), *params)
    return tuple(made("observation", row, citations=citations.get(row[0], ())) for row in rows)


def _events(study: Readable, where: str, *params: object) -> tuple[Event, ...]:
    rows = study.rows(f"SELECT {selected('event')} FROM event WHERE {where} ORDER BY title, id", params)
    citations = _citations(study, "event", _among("event", where), *params)
    subjects = _ids(study, "event_subject", "event_id", "subject_id")
    return tuple(
        made("event", row, citations=citations.get(row[0], ()), subject_ids=subjects.get(row[0], ())) for row in rows
    )


def _ties(study: Readable, where: str, *params: object) -> tuple[Tie, ...]:
    rows = study.rows(f"SELECT {selected('tie')} FROM tie WHERE {where} ORDER BY id", params)
    citations = _citations(study, "tie", _among("tie", where), *params)
    parties = _ids(study, "tie_party", "tie_id", "subject_id")
    realised = _ids(study, "tie_realises", "tie_id", "realises_id", order="id")
    return tuple(
        made(
            "tie",
            row,
            citations=citations.get(row[0], ()),
            party_ids=parties.get(row[0], ()),
            realises=realised.get(row[0], ()),
        )
        for row in rows
    )


def _successions(study: Readable, where: str, *params: object) -> tuple[Succession, ...]:
    rows = study.rows(f"SELECT {selected('succession')} FROM succession WHERE {where} ORDER BY start_min, id", params)
    citations = _citations(study, "succession", _among("succession", where), *params)
    return tuple(made("succession", row, citations=citations.get(row[0], ())) for row in rows)


def _statements(study: Readable, where: str, *params: object) -> tuple[Statement, ...]:
    rows = study.rows(f"SELECT {selected('statement')} FROM statement WHERE {where} ORDER BY id", params)
    subjects = _ids(study, "statement_about", "statement_id", "subject_id")
    persons = _ids(study, "statement_about", "statement_id", "person_id")
    return tuple(
        made("statement", row, subject_ids=subjects.get(row[0], ()), person_ids=persons.get(row[0], ())) for row in rows
    )


def _comparisons(study: Readable, where: str, *params: object) -> tuple[Comparison, ...]:
    rows = study.rows(
        f"SELECT {selected('comparison')} FROM comparison WHERE {where} ORDER BY position, name, id", params
    )
    listed = _ids(study, "comparison_row", "comparison_id", "subject_id")
    columns = _columns(study, f"comparison_id IN (SELECT id FROM comparison WHERE {where})", *params)
    return tuple(
        made("comparison", row, row_ids=listed.get(row[0], ()), columns=columns.get(row[0], ())) for row in rows
    )


def _columns(study: Readable, where: str, *params: object) -> dict[int, tuple[Column, ...]]:
    rows = study.rows(
        f"SELECT comparison_id, filter_test, filter_texts, {selected('comparison_column')} FROM comparison_column "
        f"WHERE {where} ORDER BY comparison_id, position, id",
        params,
    )
    return grouped(
        (owner, made("comparison_column", row, filter=column_filter(test, texts))) for owner, test, texts, *row in rows
    )


def _citations(study: Readable, kind: CitedKind, where: str, *params: object) -> dict[int, tuple[Citation, ...]]:
    rows = study.rows(
        f"SELECT {kind}_id, {selected('citation')} FROM citation WHERE {kind}_id IS NOT NULL AND {where} "
        "ORDER BY position, id",
        params,
    )
    return grouped((owner, made("citation", row)) for owner, *row in rows)


def _among(kind: CitedKind, where: str) -> str:
    return "1" if where == "1" else f"{kind}_id IN (SELECT id FROM {kind} WHERE {where})"


def _ids(
    study: Readable, table: str, owner: str, other: str, order: str = "position, id"
) -> dict[int, tuple[int, ...]]:
    rows = study.rows(f"SELECT {owner}, {other} FROM {table} WHERE {other} IS NOT NULL ORDER BY {order}")
    return grouped((owner_id, other_id) for owner_id, other_id in rows)
