"""The words around a chart: what it shows and when above it, what is missing and the sources below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.series import Point
from parties_of_power.analysis.summaries import skip_reason
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.sources import Source
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import N_, _, ngettext
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.views.charts.reading import MOST_ROWS, Evidence, Reader

BETWEEN = " · "
MOST_SOURCES = 3
NUMBERS = (
    N_("no"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)
_PER_CENT = re.compile(r"(\d+(?:\.\d+)?)\s*%\s*")


def title(question: Question, subject_kind: SubjectKind, count: int) -> str:
    """`Anti-pluralism index of ten parties`."""
    number = _(NUMBERS[count]) if count < len(NUMBERS) else str(count)
    if question.column.of_state:
        words = ngettext("{attribute}: state of {number} party", "{attribute}: states of {number} parties", count)
    elif subject_kind == "party":
        words = ngettext("{attribute} of {number} party", "{attribute} of {number} parties", count)
    else:
        words = ngettext("{attribute} of {number} state", "{attribute} of {number} states", count)
    return words.format(attribute=question.attribute.name, number=number)


def most_frequent(texts: Iterable[str]) -> str:
    """Blank where there is none."""
    found = Counter(text for text in texts if text).most_common(1)
    return found[0][0] if found else ""


def as_of(question: Question, day: int) -> str:
    return _("as of {day}").format(day=spoken(question.column.day or day))


def measured_when(catalogue: Catalogue, question: Question, points: Sequence[Point], each: bool = True) -> str:
    """How old values that were measured are; blank for values that hold until they change."""
    if question.attribute.validity != "last_known" or not points:
        return ""
    if all(_is_election(catalogue, point) for point in points):
        return _("each at its last election") if each else _("at each election")
    return _("each as last measured") if each else _("as measured")


def interval_name(evidence: Iterable[Evidence]) -> str:
    """`68 % interval`, where all that state one state the same."""
    named = {each.interval for each in evidence if each.interval}
    shares = {found[1] for each in named if (found := _PER_CENT.search(each))}
    return _("{share} % interval").format(share=shares.pop()) if len(shares) == len(named) == 1 else _("interval")


def counted(shown: int, reader: Reader, skipped: Sequence[str]) -> str:
    """`10 of 14 · not coded 2 · ended 1 · not yet founded 1`."""
    parts = [_("{shown} of {count}").format(shown=shown, count=shown + len(skipped))]
    parts += [_("{what} {count}").format(what=what, count=count) for what, count in Counter(skipped).most_common()]
    beyond = reader.row_count - MOST_ROWS
    if beyond > 0:
        parts.append(ngettext("{count} more row not drawn", "{count} more rows not drawn", beyond).format(count=beyond))
    return BETWEEN.join(parts)


def why_skipped(cell: Cell) -> str:
    return skip_reason(cell) or _("no value")


def bases_differ(points: Iterable[str]) -> str:
    """Said where shares are shares of different things."""
    found = Counter(base for base in points if base)
    if len(found) < 2:
        return ""
    parts = ", ".join(_("{what} {count}").format(what=base, count=count) for base, count in found.most_common())
    return _("bases differ: {bases}").format(bases=parts)


def sources(catalogue: Catalogue, evidence: Sequence[Evidence], note: str) -> str:
    """The sources, most used first, what their interval is, and what else a reader must know, a sentence each."""
    named = listed_sources(catalogue, Counter(source_id for each in evidence for source_id in each.source_ids))
    intervals = sorted({_PER_CENT.sub(r"\1 % ", each.interval) for each in evidence if each.interval})
    if named:
        cited = ", ".join([named, *intervals])
    else:
        is_computed = bool(evidence) and all(each.is_computed for each in evidence)
        cited = _("Computed from other attributes") if is_computed else _("No source is cited")
    return " ".join(filter(None, [cited + ".", note]))


def listed_sources(catalogue: Catalogue, used: Counter[int]) -> str:
    """The most used first, and how many more; blank for none."""
    listed = [short_source(catalogue.sources[key]) for key, _n in used.most_common() if key in catalogue.sources]
    named = "; ".join(listed[:MOST_SOURCES])
    more = len(listed) - MOST_SOURCES
    if more <= 0:
        return named
    words = ngettext("{sources}; one more source", "{sources}; {count} more sources", more)
    return words.format(sources=named, count=more)


def short_source(source: Source) -> str:
    """`V-Party (Lindberg et al. 2022)`: the title, and by whom and when."""
    first, *others = source.author.split(",")
    author = _("{author} et al.").format(author=first) if others else first
    who = " ".join(filter(None, [author, source.date[:4]]))
    return _("{title} ({who})").format(title=source.title, who=who) if who else source.title


def _is_election(catalogue: Catalogue, point: Point) -> bool:
    event = catalogue.events.get(point.event_id or 0)
    return event is not None and event.kind == "election"
