"""What the rows of a study are called in the label of an edit and in the sentence of a refusal."""

from parties_of_power.domain.comparisons import on_day
from parties_of_power.domain.force import ALWAYS_BEFORE
from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.domain.observations import Missing, missing_name
from parties_of_power.domain.sources import CitedKind
from parties_of_power.study.edits.checks import as_int, first, require
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_LONG = 60


def subject_name(study: Study, subject_id: int) -> str:
    """The short English name in force on the day of the study, else its latest."""
    day = study.as_of
    row = first(
        study,
        "SELECT text FROM name WHERE subject_id = ? ORDER BY form = 'short' DESC, standing = 'adopted' DESC,"
        " language = 'en' DESC, start_min <= ? AND end_max >= ? DESC, start_min DESC, id DESC LIMIT 1",
        (subject_id, day, max(day, ALWAYS_BEFORE)),
    )
    return str(row[0]) if row else _("a nameless subject")


def attribute_name(study: Study, attribute_id: int) -> str:
    return _text(study, "SELECT name FROM attribute WHERE id = ?", attribute_id)


def column_name(study: Study, column_id: int) -> str:
    """What a column of a comparison shows; EditRefused where it is gone."""
    require(study, "comparison_column", column_id)
    row = first(study, "SELECT attribute_id, field, day FROM comparison_column WHERE id = ?", (column_id,))
    attribute_id, field, day = row or (None, "", None)
    if isinstance(attribute_id, int):
        return on_day(attribute_name(study, attribute_id), day if isinstance(day, int) else None)
    return {"name": _("Name"), "moment": _("Election or year")}.get(str(field), _("State"))


def cell_name(study: Study, subject_id: int, attribute_id: int) -> str:
    """`United Russia · Vote share`."""
    return _("{subject} · {attribute}").format(
        subject=subject_name(study, subject_id), attribute=attribute_name(study, attribute_id)
    )


def source_name(study: Study, source_id: int) -> str:
    return short(_text(study, "SELECT title FROM source WHERE id = ?", source_id))


def person_name(study: Study, person_id: int) -> str:
    return _text(study, "SELECT name FROM person WHERE id = ?", person_id)


def event_title(study: Study, event_id: int) -> str:
    return short(_text(study, "SELECT title FROM event WHERE id = ?", event_id))


def comparison_name(study: Study, comparison_id: int) -> str:
    return _text(study, "SELECT name FROM comparison WHERE id = ?", comparison_id)


def tie_name(study: Study, tie_id: int) -> str:
    """`agreement of United Russia, Nur Otan`, or of a class of parties."""
    row = first(study, "SELECT form, class_of FROM tie WHERE id = ?", (tie_id,))
    form, class_of = (str(row[0]), str(row[1])) if row else ("", "")
    parties = study.rows("SELECT subject_id FROM tie_party WHERE tie_id = ? ORDER BY position", (tie_id,))
    names = [subject_name(study, as_int(party)) for (party,) in parties]
    return _("{form} of {parties}").format(form=form, parties=", ".join(filter(None, [*names, class_of])))


def succession_name(study: Study, succession_id: int) -> str:
    row = first(study, "SELECT from_id, to_id FROM succession WHERE id = ?", (succession_id,))
    if row is None:
        return ""
    older, newer = (subject_name(study, as_int(subject)) for subject in row)
    return _("{older} → {newer}").format(older=older, newer=newer)


def observation_cell(study: Study, observation_id: int) -> str:
    row = first(study, "SELECT subject_id, attribute_id FROM observation WHERE id = ?", (observation_id,))
    return cell_name(study, as_int(row[0]), as_int(row[1])) if row else ""


def observation_words(study: Study, observation_id: int) -> str:
    """What an observation says: its value as a cell shows it, its missing reason, or the text as typed."""
    row = first(study, "SELECT attribute_id, value, missing, typed FROM observation WHERE id = ?", (observation_id,))
    if row is None:
        return ""
    attribute_id, value, missing, typed = row
    return value_words(study, as_int(attribute_id), str(value), as_missing(str(missing)), str(typed))


def value_words(study: Study, attribute_id: int, value: str, missing: Missing, typed: str) -> str:
    if missing:
        return missing_name(missing)
    if not value:
        return short(typed)
    of_kind = kind(_text(study, "SELECT kind FROM attribute WHERE id = ?", attribute_id))
    if of_kind.refers_to:
        return short("; ".join(_referred(study, of_kind.refers_to, each) for each in value.split(";")))
    return short(of_kind.show(value, NO_NAMES))


def as_missing(text: str) -> Missing:
    """A missing reason as it stands in the file; what is none counts as no reason."""
    match text:
        case "not_coded" | "unknown" | "not_applicable" | "interrupted" | "irreconcilable":
            return text
    return ""


def cited_name(study: Study, cited: CitedKind, row_id: int) -> str:
    """What a citation stands at."""
    match cited:
        case "observation":
            return observation_cell(study, row_id)
        case "name":
            return _text(study, "SELECT text FROM name WHERE id = ?", row_id)
        case "event":
            return event_title(study, row_id)
        case "tie":
            return tie_name(study, row_id)
        case "succession":
            return succession_name(study, row_id)
        case "subject":
            return subject_name(study, row_id)
        case "identifier":
            return _text(study, "SELECT scheme || ' ' || value FROM identifier WHERE id = ?", row_id)
        case "person":
            return person_name(study, row_id)


def short(text: str) -> str:
    """On one line, and cut after a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else line[:_LONG].rpartition(" ")[0].rstrip(",;:") + " …"


def _referred(study: Study, table: str, value_id: str) -> str:
    if table == "person":
        return person_name(study, int(value_id))
    if table == "choice":
        return _text(study, "SELECT label FROM choice WHERE id = ?", int(value_id))
    return subject_name(study, int(value_id))


def _text(study: Study, sql: str, row_id: int) -> str:
    row = first(study, sql, (row_id,))
    return str(row[0]) if row else ""
