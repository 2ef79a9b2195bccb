"""What every verb asks before it changes a row: is it there, is the field known, does something still refer to it."""

from collections.abc import Mapping, Sequence

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _

Row = tuple[object, ...]


def first(study: Study, sql: str, params: Sequence[object] = ()) -> Row | None:
    """The first row of an answer."""
    return next(iter(study.rows(sql, tuple(params))), None)


def count(study: Study, table: str, where: str, *params: object) -> int:
    row = first(study, f"SELECT count(*) FROM {table} WHERE {where}", params)
    return as_int(row[0]) if row else 0


def ids(study: Study, table: str, where: str, *params: object) -> tuple[int, ...]:
    return tuple(as_int(row[0]) for row in study.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id", params))


def as_int(field: object) -> int:
    if not isinstance(field, int):
        raise TypeError(field)
    return field


def require(study: Study, table: str, row_id: int) -> None:
    """EditRefused, if the study has no such row."""
    if not count(study, table, "id = ?", row_id):
        raise EditRefused(_not_there(table))


def require_fields(fields: Mapping[str, object], known: type) -> None:
    """EditRefused, if a field is none of those that the typed dictionary `known` and its parents name."""
    unknown = sorted(set(fields) - set(known.__annotations__))
    if unknown:
        raise EditRefused(_("There is no field “{field}” here.").format(field=unknown[0]))


def require_one_of(value: str, known: Sequence[str], what: str) -> None:
    if value not in known:
        raise EditRefused(
            _("“{value}” is no {what}: it is one of {known}.").format(value=value, what=what, known=", ".join(known))
        )


def words(text: str, refusal: str) -> str:
    """The text without blanks around it; EditRefused with the sentence where nothing is left."""
    if not text.strip():
        raise EditRefused(refusal)
    return text.strip()


def date_text(text: str) -> str:
    """The EDTF text of a date, or '' as it is; EditRefused with the rule where it is none."""
    if not text.strip():
        return ""
    try:
        return PartialDate.parse_typed(text).text
    except DateError as wrong:
        raise EditRefused(str(wrong)) from wrong


def next_position(study: Study, table: str, where: str, *params: object, step: int = 1) -> int:
    row = first(study, f"SELECT coalesce(max(position), 0) FROM {table} WHERE {where}", params)
    return (as_int(row[0]) if row else 0) + step


def _not_there(table: str) -> str:
    return {
        "source": _("The study has no such source any more."),
        "person": _("The study has no such person any more."),
        "subject": _("The study has no such party or state any more."),
        "name": _("The study has no such name any more."),
        "identifier": _("The study has no such identifier any more."),
        "attribute": _("The study has no such attribute any more."),
        "choice": _("The study has no such choice any more."),
        "event": _("The study has no such event any more."),
        "observation": _("The study has no such observation any more."),
        "tie": _("The study has no such tie any more."),
        "succession": _("The study has no such succession any more."),
        "statement": _("The study has no such statement any more."),
        "citation": _("The study has no such citation any more."),
        "comparison": _("The study has no such comparison any more."),
        "chart": _("The study has no such chart any more."),
        "comparison_column": _("The comparison has no such column any more."),
    }[table]
