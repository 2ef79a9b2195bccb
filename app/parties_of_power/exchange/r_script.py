"""A script for R that reads the long form, with types, factors and the labels of the codebook; base R alone.

It is written in ASCII, other characters as `\\u`: R reads it the same whatever the encoding of the computer.
"""

from collections.abc import Iterable
from pathlib import Path

from parties_of_power.domain.dates import iso
from parties_of_power.domain.observations import BASES, MISSING_REASONS, base_name, missing_name
from parties_of_power.domain.subjects import STANDINGS
from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.long_csv import LONG_COLUMNS
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_HEAD = """\
# {title}, as of {day}
#
# Reads the observations of the study, one row each, from the file that ends with "long.csv" beside this script, or
# from the data package (.zip) beside it. Then, for example:
#
#   values_of("{example}", "{kind}")           # adopted values as numbers, factors or texts
#   values_of("{example}", "{kind}", "rival")  # what other sources say
#
# Base R alone, 3.6 or later.

parties_here <- tryCatch(dirname(sys.frame(1)$ofile), error = function(e) ".")

parties_source <- function(folder) {{
  found <- list.files(folder, pattern = "(^|[.])long[.]csv$", full.names = TRUE)
  if (length(found) == 1) return(found)
  if (length(found) > 1) stop("several files end with long.csv: keep the one that is meant")
  found <- list.files(folder, pattern = "[.]zip$", full.names = TRUE)
  if (length(found) != 1) stop("no long.csv and no single data package beside this script")
  unz(found, "long.csv")
}}

observations <- read.csv(
  parties_source(parties_here), encoding = "UTF-8", colClasses = "character",
  na.strings = "", stringsAsFactors = FALSE, check.names = FALSE
)
"""
_BODY = """\
for (name in parties_numbers) observations[[name]] <- as.numeric(observations[[name]])
for (name in parties_dates) observations[[name]] <- as.Date(observations[[name]])
for (name in names(parties_levels)) {
  levels_of <- parties_levels[[name]]
  observations[[name]] <- factor(observations[[name]], levels = names(levels_of), labels = unname(levels_of))
}

values_of <- function(attribute, subject_kind = "party", standing = "adopted") {
  key <- paste(subject_kind, attribute, sep = ".")
  if (!key %in% names(parties_labels)) stop("the codebook has no attribute ", key)
  keep <- observations$attribute == attribute & observations$subject_kind == subject_kind &
    observations$standing %in% standing
  found <- observations[keep, , drop = FALSE]
  kind <- parties_kinds[[key]]
  if (kind %in% c("number", "percent")) found$value <- found$number
  if (kind == "yes_no") found$value <- found$number == 1
  if (kind == "choice" && key %in% names(parties_choices)) {
    codes <- parties_choices[[key]]
    found$value <- factor(found$code, levels = names(codes), labels = unname(codes), ordered = key %in% parties_ordered)
  }
  attr(found$value, "label") <- parties_labels[[key]]
  rownames(found) <- NULL
  found
}
"""


def write_r(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what must lie beside the script."""
    path.write_text(r_script(export.study, export.table.day), encoding="ascii", newline="\n")
    progress(1.0)
    return [_("The script reads the long form: export it, or the data package, into the same folder.")]


def r_script(study: Study, day: int) -> str:
    catalogue = study.catalogue
    keys = {each.id: f"{each.subject_kind}.{each.key or each.id}" for each in catalogue.attributes.values()}
    choices = {id_: each for id_ in keys if (each := catalogue.choices_of(id_))}
    first = next(iter(catalogue.attributes.values()), None)
    head = _HEAD.format(
        title=_commented(study.title),
        day=iso(day),
        example=_inner(first.key or str(first.id)) if first else "seats",
        kind=first.subject_kind if first else "party",
    )
    tables = (
        (
            "parties_labels",
            _named((keys[each.id], _label(each.name, each.unit)) for each in catalogue.attributes.values()),
        ),
        ("parties_kinds", _named((keys[each.id], each.kind) for each in catalogue.attributes.values())),
        ("parties_choices", _listed((keys[id_], _named((c.code, c.label) for c in of)) for id_, of in choices.items())),
        ("parties_ordered", _vector(keys[id_] for id_, of in choices.items() if all(c.ordinal for c in of))),
        ("parties_levels", _listed(_levels())),
        ("parties_numbers", _vector(name for name, type_, _m in LONG_COLUMNS if type_ in ("number", "integer"))),
        ("parties_dates", _vector(name for name, type_, _m in LONG_COLUMNS if type_ == "date")),
    )
    return "\n".join([head, *(f"{name} <- {table}\n" for name, table in tables), _BODY])


def _levels() -> Iterable[tuple[str, str]]:
    """The fixed vocabularies; computed states stand apart from missing reasons."""
    computed = (("ended", _("ended")), ("not_founded", _("not yet founded")))
    certainty = (("low", _("low")), ("medium", _("medium")), ("high", _("high")))
    yield "missing", _named((reason, missing_name(reason)) for reason in MISSING_REASONS)
    yield "computed_state", _named(computed)
    yield "base", _named((base, base_name(base)) for base in BASES)
    yield "certainty", _named(certainty)
    yield "standing", _named((standing, standing) for standing in STANDINGS)


def _label(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit else name


def _named(pairs: Iterable[tuple[str, str]]) -> str:
    return _block("c", (f"{_quoted(name)} = {_quoted(text)}" for name, text in pairs))


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return _block("list", (f"{_quoted(name)} = {vector}" for name, vector in pairs))


def _vector(texts: Iterable[str]) -> str:
    return _block("c", map(_quoted, texts))


def _block(function: str, parts: Iterable[str]) -> str:
    lines = ",\n".join("  " + part.replace("\n", "\n  ") for part in parts)
    return f"{function}(\n{lines}\n)" if lines else "character(0)" if function == "c" else "list()"


def _quoted(text: str) -> str:
    return f'"{_inner(text)}"'


def _inner(text: str) -> str:
    """As it stands between the quotation marks of R."""
    return "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if 32 <= code < 127:
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _commented(text: str) -> str:
    """In one line, and without what a comment in ASCII cannot hold."""
    return " ".join(text.split()).encode("ascii", "backslashreplace").decode("ascii")
