"""One changed row in words: which fields had which text before and after."""

from __future__ import annotations

from html import escape

from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import base_name, missing_name
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.edits.naming import as_missing
from parties_of_power.study.history import CellChange
from parties_of_power.texts import _

# What the computer keeps for itself in a row, and what another field says already.
UNTOLD = {
    "id",
    "key",
    "digest",
    "edited",
    "number",
    "start_min",
    "start_max",
    "end_min",
    "end_max",
    "end_unknown",
    "attested_day",
    "subject_id",
    "attribute_id",
    "position",
}

# Told where they are so; that they are not so goes without saying.
FLAGS = ("wrong", "retired", "hidden", "ordinal", "of_state", "sort_descending")


def told(catalogue: Catalogue, change: CellChange, day: int) -> str:
    """A line of rich text."""
    before, after = change.before or {}, change.after or {}
    fields = [name for name in {**before, **after} if name not in UNTOLD]
    parts = [_change(catalogue, change, name, day) for name in fields if before.get(name) != after.get(name)]
    what = escape(f"{_operation(change)} {_row_name(catalogue, change, day)}")
    return what + (": " + "; ".join(part for part in parts if part) if any(parts) else "")


def _change(catalogue: Catalogue, change: CellChange, name: str, day: int) -> str:
    old, new = (_text(catalogue, change, side, name, day) for side in (change.before or {}, change.after or {}))
    if old and new:
        return f"{escape(_field_name(name))} <s>{escape(old)}</s> → {escape(new)}"
    if new:
        return f"{escape(_field_name(name))} {escape(new)}"
    return f"{escape(_field_name(name))} <s>{escape(old)}</s>" if old else ""


def _text(catalogue: Catalogue, change: CellChange, side: dict[str, object], name: str, day: int) -> str:
    value = side.get(name)
    if value is None or value == "" or (name in FLAGS and not value):
        return ""
    if name in FLAGS:
        return _("yes")
    if name == "value":
        return _shown_value(catalogue, change, str(value), day)
    if name == "missing":
        return missing_name(as_missing(str(value)))
    if name == "base":
        return base_name(str(value))
    if name == "source_id":
        source = catalogue.sources.get(int(str(value)))
        return source.title if source else str(value)
    if name.endswith("_id"):
        return ""
    return str(value)


def _shown_value(catalogue: Catalogue, change: CellChange, value: str, day: int) -> str:
    attribute = catalogue.attributes.get(change.attribute_id or 0)
    if attribute is None:
        return value
    try:
        return kind(attribute.kind).show(value, catalogue.names_for(attribute, day))
    except (KeyError, ValueError):
        return value


def cell_told(catalogue: Catalogue, change: CellChange, day: int) -> str:
    """The cell of a changed observation, and the value where the change tells it."""
    side = change.after or change.before or {}
    texts = (_text(catalogue, change, side, name, day) for name in ("value", "missing", "typed"))
    value = next(filter(None, texts), "")
    return ": ".join(filter(None, (_row_name(catalogue, change, day), value)))


def _row_name(catalogue: Catalogue, change: CellChange, day: int) -> str:
    side = change.after or change.before or {}
    subject, attribute = change.subject_id or 0, catalogue.attributes.get(change.attribute_id or 0)
    if subject in catalogue.subjects and attribute is not None:
        cell = f"{catalogue.shown_name(subject, day).text} · {attribute.name}"
        return cell if change.table == "observation" else f"{_table_name(change.table)}, {cell}"
    named = side.get("name") or side.get("title") or side.get("text") or side.get("label")
    return f"{_table_name(change.table)} {named or ''}".strip()


def _operation(change: CellChange) -> str:
    if change.before is None:
        return "+"
    return "−" if change.after is None else "~"


def _field_name(name: str) -> str:
    names = {
        "value": _("value"),
        "missing": _("missing because"),
        "typed": _("as typed"),
        "period": _("period"),
        "attested": _("last attested"),
        "base": _("base"),
        "standing": _("standing"),
        "reason": _("reason"),
        "coder": _("coder"),
        "note": _("note"),
        "source_id": _("source"),
        "locator": _("at"),
        "name": _("name"),
        "label": _("label"),
        "text": _("text"),
        "title": _("title"),
        "definition": _("definition"),
        "coding_rule": _("coding rule"),
    }
    return names.get(name, name.replace("_", " "))


def _table_name(table: str) -> str:
    names = {
        "observation": _("observation"),
        "citation": _("citation"),
        "source": _("source"),
        "subject": _("subject"),
        "name": _("name"),
        "attribute": _("attribute"),
        "choice": _("choice"),
        "chart": _("chart"),
        "comparison": _("comparison"),
        "comparison_column": _("column"),
        "comparison_row": _("row"),
        "event": _("event"),
        "person": _("person"),
    }
    return names.get(table, table.replace("_", " "))
