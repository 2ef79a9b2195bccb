"""One changed row in words: which fields had which text before and after."""

from __future__ import annotations

from html import escape

from parties_of_power.domain.kinds import kind
from parties_of_power.study.catalogue import Catalogue
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


def told(catalogue: Catalogue, change: CellChange, day: int) -> str:
    """A line of rich text."""
    before, after = change.before or {}, change.after or {}
    fields = [name for name in {**before, **after} if name not in UNTOLD]
    parts = [_change(catalogue, change, name, day) for name in fields if before.get(name) != after.get(name)]
    what = escape(f"{_operation(change)} {_row_name(catalogue, change, day)}")
    return what + (": " + "; ".join(part for part in parts if part) if any(parts) else "")


def _change(catalogue: Catalogue, change: CellChange, name: str, day: int) -> str:
    old, new = (_text(catalogue, side, name, day) if side is not None else "" for side in (change.before, change.after))
    if old and new:
        return f"{escape(_field_name(name))} <s>{escape(old)}</s> → {escape(new)}"
    if new:
        return f"{escape(_field_name(name))} {escape(new)}"
    return f"{escape(_field_name(name))} <s>{escape(old)}</s>" if old else ""


def _text(catalogue: Catalogue, side: dict[str, object], name: str, day: int) -> str:
    value = side.get(name)
    if value is None or value == "":
        return ""
    if name == "value":
        return _shown_value(catalogue, side, str(value), day)
    if name == "source_id":
        source = catalogue.sources.get(int(str(value)))
        return source.title if source else str(value)
    if name.endswith("_id"):
        return ""
    return str(value)


def _shown_value(catalogue: Catalogue, side: dict[str, object], value: str, day: int) -> str:
    attribute = catalogue.attributes.get(int(str(side.get("attribute_id") or 0)))
    if attribute is None:
        return value
    try:
        return kind(attribute.kind).show(value, catalogue.names_for(attribute, day))
    except (KeyError, ValueError):
        return value


def _row_name(catalogue: Catalogue, change: CellChange, day: int) -> str:
    side = change.after or change.before or {}
    subject = int(str(side.get("subject_id") or 0))
    attribute = catalogue.attributes.get(int(str(side.get("attribute_id") or 0)))
    if subject in catalogue.subjects and attribute is not None:
        return f"{catalogue.shown_name(subject, day).text} · {attribute.name}"
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
        "comparison": _("comparison"),
        "comparison_column": _("column"),
        "comparison_row": _("row"),
        "event": _("event"),
        "person": _("person"),
    }
    return names.get(table, table.replace("_", " "))
