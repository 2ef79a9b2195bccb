"""How a line of each bundled CSV file becomes rows of the study; observations have their own module."""

from collections.abc import Callable

from parties_of_power.domain.kinds import kind
from parties_of_power.study.bundled_lines import Line, Taking
from parties_of_power.texts import _


def _add_source(taking: Taking, line: Line) -> None:
    columns = ("title", "author", "publisher", "date", "url", "kind", "license", "accessed")
    taking.insert("source", line["id"], **{column: line[column] for column in columns})


def _add_person(taking: Taking, line: Line) -> None:
    key = line["id"]
    variants = line.several("variants")
    taking.insert("person", key, name=line["name"], native=line["native"], variants=variants, note=line["note"])
    taking.cite("person", key, line.several("source_id"))


def _add_state(taking: Taking, line: Line) -> None:
    taking.insert("subject", line["id"], kind="state", hue=line["id"])
    taking.cite("subject", line["id"], line.several("source_ids"))


def _add_party(taking: Taking, line: Line) -> None:
    key = line["id"]
    taking.insert(
        "subject",
        key,
        kind="party",
        state_id=taking.id_of("subject", line["state_id"]),
        role=line["role"],
        hue=line["hue"],
        tone=line["tone"],
        note=line["note"],
    )
    taking.cite("subject", key, line.several("source_ids"))


def _add_name(taking: Taking, line: Line) -> None:
    parts = (line["subject_id"], line["language"], line["script"], line["form"], line["text"], line["source_id"])
    key = taking.numbered("name", ".".join(parts))
    taking.insert_part(
        "name",
        key,
        subject_id=taking.id_of("subject", line["subject_id"]),
        period=line.period(),
        **{name: line[name] for name in ("text", "language", "script", "form", "attested", "standing", "note")},
    )
    taking.cite("name", key, (line["source_id"],), line["locator"])


def _add_identifier(taking: Taking, line: Line) -> None:
    parts = (line["subject_id"], line["scheme"], line["value"], line["source_id"])
    key = taking.numbered("identifier", ".".join(parts))
    taking.insert_part(
        "identifier",
        key,
        subject_id=taking.id_of("subject", line["subject_id"]),
        scheme=line["scheme"],
        value=line["value"],
        period=line.period(timeless=True),
        note=line["note"],
    )
    taking.cite("identifier", key, (line["source_id"],))


def attribute_key(subject_kind: str, key: str) -> str:
    """Founded is asked of parties and of states: the kind of subject is part of what tells attributes apart."""
    return f"{subject_kind}.{key}"


def _add_attribute(taking: Taking, line: Line) -> None:
    key = attribute_key(line["subject_kind"], line["key"])
    columns = ("key", "subject_kind", "name", "unit", "validity", "role", "definition", "coding_rule")
    taking.attributes[key] = line
    taking.insert_part(
        "attribute",
        key,
        kind=kind(line["kind"]).key,
        grp=line["group"],
        position=line.whole("order"),
        source_variable=line["source_variable"],
        source_scale=line["source_scale"],
        decimals=line.whole("decimals"),
        **{column: line[column] for column in columns},
    )


def _add_choice(taking: Taking, line: Line) -> None:
    """Lines without a kind of subject explain the fixed vocabularies, which the program has in `domain`."""
    if not line["subject_kind"]:
        return
    attribute = attribute_key(line["subject_kind"], line["attribute"])
    taking.insert_part(
        "choice",
        f"{attribute}.{line['code']}",
        attribute_id=taking.id_of("attribute", attribute),
        code=line["code"],
        label=line["label"],
        position=line.whole("order"),
        ordinal=int(line["ordinal"] == "yes"),
        meaning=line["meaning"],
    )


def _add_event(taking: Taking, line: Line) -> None:
    key = line["id"]
    event_id = taking.insert(
        "event",
        key,
        title=line["title"],
        kind=line["kind"],
        date=line["date"],
        chamber=line["chamber"],
        rounds=line.several("rounds"),
        note=line["note"],
    )
    for position, subject in enumerate(line.several("party_ids") + line.several("state_ids")):
        subject_id = taking.id_of("subject", subject)
        taking.insert_part(
            "event_subject", f"{key}.{subject}", event_id=event_id, subject_id=subject_id, position=position
        )
    taking.cite("event", key, (line["source_id"], *line.several("corroborating_source_ids")), line["locator"])


def _add_tie(taking: Taking, line: Line) -> None:
    key = line["id"]
    columns = ("form", "status", "date", "note")
    tie_id = taking.insert("tie", key, class_of=line["class"], **{column: line[column] for column in columns})
    for position, party in enumerate(line.several("party_ids")):
        subject_id = taking.id_of("subject", party)
        taking.insert_part("tie_party", f"{key}.{party}", tie_id=tie_id, subject_id=subject_id, position=position)
    for proposed in line.several("realises"):
        realises_id = taking.id_of("tie", proposed)
        taking.insert_part("tie_realises", f"{key}.{proposed}", tie_id=tie_id, realises_id=realises_id)
    taking.cite("tie", key, (line["source_id"], *line.several("corroborating_source_ids")), line["locator"])


def _add_succession(taking: Taking, line: Line) -> None:
    key = line["id"]
    taking.insert(
        "succession",
        key,
        from_id=taking.id_of("subject", line["from_party"]),
        to_id=taking.id_of("subject", line["to_party"]),
        kind=line["kind"],
        period=line.period(),
        standing=line["standing"],
        note=line["note"],
    )
    taking.cite("succession", key, (line["source_id"],), line["locator"])


def _add_statement(taking: Taking, line: Line) -> None:
    key = line["id"]
    columns = ("kind", "locator", "mention", "restatement", "explicitness", "note")
    statement_id = taking.insert(
        "statement",
        key,
        source_id=taking.id_of("source", line["source_id"]),
        claimant=taking.called(line["claimant"]),
        **{column: line[column] for column in columns},
    )
    for position, about in enumerate(line.several("subject_ids")):
        table = "subject" if taking.has("subject", about) else "person"
        taking.insert_part(
            "statement_about",
            f"{key}.{about}",
            statement_id=statement_id,
            position=position,
            **{f"{table}_id": taking.id_of(table, about)},
        )


def _add_comparison(taking: Taking, line: Line) -> None:
    columns = ("name", "subject_kind", "rows_from", "ended", "note")
    fields = {column: line[column] for column in columns}
    taking.insert("comparison", line["key"], position=line.whole("order"), **fields)
    taking.asks_of[line["key"]] = line["subject_kind"]


def _add_comparison_row(taking: Taking, line: Line) -> None:
    taking.insert_part(
        "comparison_row",
        f"{line['comparison']}.{line['subject_id']}",
        comparison_id=taking.id_of("comparison", line["comparison"]),
        subject_id=taking.id_of("subject", line["subject_id"]),
        position=line.whole("order"),
    )


def _add_comparison_column(taking: Taking, line: Line) -> None:
    comparison, of_state = line["comparison"], line["of_state"] == "yes"
    asked = attribute_key("state" if of_state else taking.asks_of[comparison], line["attribute"])
    if bool(line["field"]) == bool(line["attribute"]):
        raise ValueError(_("a column is either a built-in field or an attribute."))
    taking.insert_part(
        "comparison_column",
        f"{comparison}.{line['field'] or asked}",
        comparison_id=taking.id_of("comparison", comparison),
        position=line.whole("order"),
        attribute_id=taking.id_of("attribute", asked) if line["attribute"] else None,
        field=line["field"],
        of_state=int(of_state),
        width=line.whole("width"),
    )


ADDED_BY_FILE: tuple[tuple[str, Callable[[Taking, Line], None]], ...] = (
    ("sources", _add_source),
    ("people", _add_person),
    ("states", _add_state),
    ("parties", _add_party),
    ("names", _add_name),
    ("identifiers", _add_identifier),
    ("attributes", _add_attribute),
    ("choices", _add_choice),
    ("events", _add_event),
    ("ties", _add_tie),
    ("successions", _add_succession),
    ("statements", _add_statement),
    ("comparisons", _add_comparison),
    ("comparison_rows", _add_comparison_row),
    ("comparison_columns", _add_comparison_column),
)
