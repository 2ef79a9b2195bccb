"""The page of a party or a state: what it was called, where it came from, who led it, how it did, and its ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parties_of_power.analysis.profiles import DatedTie, Fact, NameLine, SubjectProfile, Told
from parties_of_power.analysis.showing import with_unit
from parties_of_power.analysis.wording import event_words, short_date, tie_form_name
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.force import Hold
from parties_of_power.domain.observations import Observation
from parties_of_power.domain.subjects import Subject
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.queries import observation
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui.citing_box import short_name
from parties_of_power.ui.theme import party_colour
from parties_of_power.ui.views.inspector.blocks import Block, Lineage, Relative, Row, Score, Scores, Sheet
from parties_of_power.ui.views.inspector.cell_page import date_in_words
from parties_of_power.ui.views.inspector.colours import mark_of
from parties_of_power.ui.views.inspector.headings import heading
from parties_of_power.ui.views.inspector.over_time import answer_bars
from parties_of_power.ui.views.inspector.statements import statement_rows
from parties_of_power.ui.views.inspector.words import LINE, RIVAL, Link, Span, Words, second, strong, text


def profile_page(profile: SubjectProfile, study: Study) -> tuple[Block, ...]:
    catalogue = study.catalogue
    return (
        _head(profile, catalogue),
        *_names(profile),
        *_lineage(profile, catalogue),
        *_leaders(profile),
        *_results(profile, study),
        *_scores(profile, study),
        *_facts(profile),
        *_parties(profile, catalogue),
        *_statements(profile, catalogue),
        *_ties(profile, catalogue),
    )


def _head(profile: SubjectProfile, catalogue: Catalogue) -> Sheet:
    name = (Span("", size=20, mark=mark_of(profile.subject, catalogue)), text(profile.name, size=20, weight="bold"))
    rows = [Row((Words((second(profile.kind_words),)),)), Row((Words(name),), room=2)]
    if profile.also_called:
        rows.append(Row((Words((second(" · ".join(profile.also_called)),)),)))
    rows += _life(profile)
    if profile.subject.note:
        rows.append(Row((Words((second(profile.subject.note),)),), room=2))
    return Sheet(tuple(rows))


def _life(profile: SubjectProfile) -> Iterable[Row]:
    """When it was founded and dissolved, with the rivals of these days; each opens its cell."""
    for fact in profile.facts:
        if fact.attribute.role:
            words = (second(f"{fact.attribute.name} "), text(_date(fact)), *_rivals(fact))
            yield Row((Words(words),), Link("cell", fact.attribute.id))


def _date(fact: Fact) -> str:
    """A date of its life in words, or what stands there instead."""
    return date_in_words(fact.cell.value) or fact.cell.text


def _names(profile: SubjectProfile) -> Iterable[Block]:
    """English names, each with those in other languages of the same days below; the ones of the day stand out."""
    if not profile.names:
        return
    by_period: dict[tuple[str, str], list[NameLine]] = {}
    for line in profile.names:
        by_period.setdefault((line.name.form, line.period), []).append(line)
    yield heading(_("Names"))
    groups = sorted(by_period.values(), key=lambda lines: lines[0].name.form != "full")
    yield Sheet(tuple(_name_row(lines) for lines in groups), before=4, name=_("Names"))


def _name_row(lines: Sequence[NameLine]) -> Row:
    ordered = sorted(lines, key=lambda line: line.name.language != "en")
    first, *others = (line.name.text for line in ordered)
    form = _(", short") if lines[0].name.form == "short" else ""
    spans = [text(first + form)]
    spans += [second(LINE + other, 12) for other in others]
    if lines[0].period:
        spans.append(second(LINE + lines[0].period, 11))
    return Row((Words(tuple(spans)),), is_current=any(line.in_force for line in lines), ruled=True, room=4)


def _lineage(profile: SubjectProfile, catalogue: Catalogue) -> Iterable[Block]:
    colour = party_colour(profile.subject, catalogue).line.name()
    for is_older, title in ((True, _("Lineage")), (False, _("What came of it"))):
        # Two sources may tell of one relative in two ways.
        found = list({each.subject_id: each for each in profile.lineage if each.is_older == is_older}.values())
        if not found:
            continue
        yield heading(title)
        relatives = tuple(
            Relative(
                each.name,
                each.years,
                "" if each.succession.kind in ("merged_into", "absorbed_by") else LINE + each.words,
                mark.colour,
                mark.shape == "ring",
                not each.is_older,
                each.succession.kind == "member_of_bloc",
                Link("select", each.subject_id),
            )
            for each in found
            for mark in [mark_of(catalogue.subjects[each.subject_id], catalogue)]
        )
        yield Lineage(relatives, colour, "; ".join(f"{each.name} {each.years} {each.words}" for each in found))


def _leaders(profile: SubjectProfile) -> Iterable[Block]:
    for told in profile.leaders:
        bars = answer_bars(told.points, _now(profile, told), profile.day)
        if bars is not None:
            yield heading(told.attribute.name)
            yield bars


def _now(profile: SubjectProfile, told: Told) -> int:
    """The observation in force of what is told, 0 for none."""
    found = (fact.cell.observation_id for fact in profile.facts if fact.attribute.id == told.attribute.id)
    return next(found, None) or 0


def _results(profile: SubjectProfile, study: Study) -> Iterable[Block]:
    """What was measured at elections, each election by itself."""
    by_event: dict[int | None, list[Fact]] = {}
    for fact in profile.shares:
        by_event.setdefault(_observed(fact, study).event_id, []).append(fact)
    for event_id, facts in by_event.items():
        event = study.catalogue.events.get(event_id or 0)
        yield heading(_("Results"), event_words(event) if event else "", size=11)
        yield Sheet(tuple(map(_fact_row, facts)), "dated", before=4, name=_("Results"))


def _observed(fact: Fact, study: Study) -> Observation:
    assert fact.cell.observation_id is not None, "a result or score has an observation"
    return observation(study, fact.cell.observation_id)


def _scores(profile: SubjectProfile, study: Study) -> Iterable[Block]:
    """Estimates that share a scale stand together: those from 0 to 1, then those of the measurement model."""
    if not profile.scores:
        return
    colour = party_colour(profile.subject, study.catalogue).line.name()
    interval = _observed(profile.scores[0], study).interval
    yield heading(_("Scores"), interval or _("with interval"), size=11)
    shares = [fact for fact in profile.scores if _is_share(fact)]
    others = [fact for fact in profile.scores if fact not in shares]
    if shares:
        yield Scores(tuple(map(_score, shares)), 0.0, 1.0, colour)
    if others:
        ends = [abs(end) for fact in others for end in (fact.cell.low, fact.cell.high) if end is not None]
        reach = float(-(-max(ends) // 1))
        yield Scores(tuple(map(_score, others)), -reach, reach, colour, before=8)


def _is_share(fact: Fact) -> bool:
    return fact.attribute.key.endswith("_index") or fact.attribute.source_scale.startswith(("0 to 1", "0–1"))


def _score(fact: Fact) -> Score:
    cell = fact.cell
    number = cell.number if cell.number is not None else 0.0
    return Score(fact.attribute.name, number, cell.low, cell.high, cell.text, Link("cell", fact.attribute.id))


def _facts(profile: SubjectProfile) -> Iterable[Block]:
    told = {each.attribute.id for each in profile.leaders} if profile.subject.kind == "party" else set()
    facts = [fact for fact in profile.facts if not fact.attribute.role and fact.attribute.id not in told]
    if facts:
        yield heading(_("On {day}").format(day=spoken(profile.day)))
        yield Sheet(tuple(_fact_row(fact) for fact in facts), "dated", before=4, name=_("Attributes"))


def _fact_row(fact: Fact) -> Row:
    cell = fact.cell
    role = "second_text" if cell.hold is Hold.LAST_ATTESTED or cell.state != "value" else "text"
    value = Span(with_unit(cell.text, cell.unit), role, 12, "semibold", cell.state == "missing")
    if cell.out_of is not None:
        value = strong(_("{part} of {total}").format(part=cell.text, total=f"{cell.out_of:g}"))
    doubt = (Span("≈ ", "doubt", 12, "bold"),) if cell.hold is Hold.POSSIBLY else ()
    remark = Words((second(cell.measured or cell.attested, 11),))
    words = Words((*doubt, value, *_rivals(fact)))
    return Row((Words((second(fact.attribute.name),)), words, remark), Link("cell", fact.attribute.id), room=3)


def _rivals(fact: Fact) -> tuple[Span, ...]:
    """◇ and how many, where there is something to settle."""
    if not fact.cell.rivals:
        return ()
    return (second(" "), Span(str(fact.cell.rivals), "rival", 11, mark=RIVAL))


def _parties(profile: SubjectProfile, catalogue: Catalogue) -> Iterable[Block]:
    """The parties of a state, with their years."""
    parties = [party for party in catalogue.parties if party.state_id == profile.subject.id]
    if not parties:
        return
    yield heading(_("Parties"), str(len(parties)))
    yield Sheet(tuple(_party_row(party, profile.day, catalogue) for party in parties), before=4, name=_("Parties"))


def _party_row(party: Subject, day: int, catalogue: Catalogue) -> Row:
    founded, dissolved = catalogue.life_of(party.id)
    ends = [short_date(founded), short_date(dissolved)]
    life = _("{start} – {end}").format(start=ends[0] or "…", end=ends[1]) if ends[1] else ends[0]
    name = catalogue.shown_name(party.id, day).text
    words = Words((Span("", mark=mark_of(party, catalogue)), text(name)), (second(life, 11),))
    return Row((words,), Link("select", party.id), room=3)


def _statements(profile: SubjectProfile, catalogue: Catalogue) -> Iterable[Block]:
    """All of them, by their source."""
    by_source: dict[int, list[int]] = {}
    for place, statement in enumerate(profile.statements):
        by_source.setdefault(statement.source_id, []).append(place)
    for source_id, places in by_source.items():
        source = catalogue.sources.get(source_id)
        title = _("In {source}").format(source=short_name(source)) if source else _("In a source")
        yield heading(title, str(len(places)))
        said = [profile.statements[place] for place in places]
        yield Sheet(tuple(statement_rows(said, catalogue)), "marked", before=4, name=title)


def _ties(profile: SubjectProfile, catalogue: Catalogue) -> Iterable[Block]:
    if not profile.ties:
        return
    yield heading(_("Ties up to {day}").format(day=spoken(profile.day)), str(len(profile.ties)))
    rows = (_tie_row(tie, catalogue) for tie in profile.ties)
    yield Sheet(tuple(rows), "dated", before=4, name=_("Ties"))


def _tie_row(dated: DatedTie, catalogue: Catalogue) -> Row:
    """What was only proposed stands in italics."""
    is_proposed = dated.tie.status == "proposed"
    spans: list[Span] = []
    for subject_id, name in dated.others:
        gap = "   " if spans else ""
        spans.append(Span(gap, mark=mark_of(catalogue.subjects[subject_id], catalogue)))
        spans.append(Span(name, "text", 12, italic=is_proposed))
    if dated.tie.class_of:
        spans.append(
            Span(dated.tie.class_of if not spans else ", " + dated.tie.class_of, "second_text", 11, italic=True)
        )
    form = tie_form_name(dated.tie.form)
    if is_proposed:
        form = _("{form}, proposed").format(form=form)
    link = Link("select", dated.others[0][0]) if dated.others else None
    date = Span(dated.date or _("no date"), "second_text", 12, italic=is_proposed)
    return Row((Words((date,)), Words(tuple(spans)), Words((second(form, 11),))), link, ruled=True, room=3)
