"""The formatted bibliography: references in a citation style, as runs of words for documents and as text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from parties_of_power import paths
from parties_of_power.domain.conventions import conventions
from parties_of_power.exchange.documents.definition import Run, Runs, words_of
from parties_of_power.exchange.references.csl_json import csl_item
from parties_of_power.exchange.references.entry import Reference
from parties_of_power.study.study import Study
from parties_of_power.texts import N_, _

USUAL_STYLE = "apsa"
SETTING = "citation_style"
# Each is a file in resources/styles.
STYLES: dict[str, str] = {
    "apsa": N_("APSA (political science)"),
    "apa": N_("APA, 7th edition"),
    "chicago-author-date": N_("Chicago, author-date"),
    "chicago-notes": N_("Chicago, notes and bibliography"),
    "gost-r-7-0-5-2008": N_("GOST R 7.0.5-2008"),
}


def style_name(style: str) -> str:
    return _(STYLES[style])


def style_of(study: Study) -> str:
    """The style that the study is cited in; the usual one where it has none, or one that is not known here."""
    kept = study.setting(SETTING) or conventions().citation_style
    return kept if kept in STYLES else USUAL_STYLE


def bibliography(references: Iterable[Reference], style: str = USUAL_STYLE) -> tuple[Runs, ...]:
    """One a reference, in the order of the style."""
    items = [csl_item(each) for each in references]
    return tuple(map(_runs, _entries(items, style))) if items else ()


def plain_bibliography(entries: Iterable[Runs]) -> str:
    return "".join(f"{words_of(runs)}\n" for runs in entries)


def _entries(items: list[dict[str, Any]], style: str) -> list[str]:
    """As citeproc writes them, italics between two marks."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    known = [_said(item) for item in items]
    with warnings.catch_warnings():
        # It warns of what it passes over; what a reference needs is in the styles, and the tests read what comes out.
        warnings.simplefilter("ignore")
        made = CitationStylesBibliography(_style(style), CiteProcJSON(known), _MARKED)
        made.register(Citation([CitationItem(item["id"]) for item in known]))
        made.sort()
        return [_punctuated(str(entry), style) for entry in made.bibliography()]


def _said(item: dict[str, Any]) -> dict[str, Any]:
    """No style prints notes, nor the day on which something without an address was read."""
    left_out = {"note"} if "URL" in item else {"note", "accessed"}
    return {name: value for name, value in item.items() if name not in left_out}


@lru_cache(maxsize=len(STYLES))
def _style(style: str) -> Any:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(paths.resource("styles", f"{style}.csl")), validate=False)


# Signs that no text has begin and end what is in italics, so that nothing in a title is taken for markup.
_BEGIN, _END = "\ue000", "\ue001"
_PLAIN_LOOKS = ("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps", "preformat")
_MARKED = SimpleNamespace(Italic=lambda text: f"{_BEGIN}{text}{_END}", **dict.fromkeys(_PLAIN_LOOKS, str))
_ASKED = re.compile(rf"([?!…])([”{_END}]*)\.")


def _punctuated(entry: str, style: str) -> str:
    """No stop after a question, and American stops inside the quotes, which citeproc leaves to others."""
    entry = _ASKED.sub(r"\1\2", entry)
    return entry if style.startswith("gost") else entry.replace("”.", ".”").replace("”,", ",”")


def _runs(entry: str) -> Runs:
    parts = re.split(f"([{_BEGIN}{_END}])", entry)
    runs, is_italic = [], False
    for part in parts:
        if part in (_BEGIN, _END):
            is_italic = part == _BEGIN
        elif part:
            runs.append(Run(part, is_italic=is_italic))
    return tuple(runs)
