"""Who the names and identifiers of a file are: parties and states of the study, surely or as a suggestion."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from parties_of_power.domain.dates import DateError, PartialDate, Period
from parties_of_power.domain.subjects import Identifier, SubjectKind
from parties_of_power.exchange.imports.likeness import NameIndex
from parties_of_power.exchange.imports.plan import Chosen
from parties_of_power.study.lookups import folded
from parties_of_power.study.queries import identifiers_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _

How = Literal["remembered", "identifier", "name", "spelling", "like", "ambiguous", "nobody"]
SURE: tuple[How, ...] = ("remembered", "identifier", "name")
MEMORY = "import_names"
_SOVIET = ("soviet union", "ussr", "u.s.s.r.", "советский союз", "ссср", "кеңес одағы")
_SURELY_SPELLED = 0.97


@dataclass(frozen=True, slots=True)
class Who:
    """What a row says about its party or state: names, identifiers as (scheme, value), the state of a party, a date."""

    kind: SubjectKind
    names: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    state_id: int = 0
    date: str = ""

    @property
    def name(self) -> str:
        return next(iter(self.names), "") or ", ".join(f"{scheme} {value}" for scheme, value in self.identifiers)


@dataclass(frozen=True, slots=True)
class Match:
    """`subject_id` is 0 where nobody was found; what is not sure has candidates (id, score) to choose from."""

    who: Who
    subject_id: int
    how: How
    candidates: tuple[tuple[int, float], ...] = ()
    why: str = ""

    @property
    def is_sure(self) -> bool:
        return self.how in SURE


@dataclass
class Matcher:
    """Asks the study once for all its names and identifiers. `chosen` goes before everything else."""

    study: Study
    chosen: Sequence[Chosen] = ()
    _found: dict[Who, Match] = field(default_factory=dict)
    _alike: dict[Who, Match] = field(default_factory=dict)

    @property
    def found(self) -> list[Match]:
        """All matches so far, in the order in which they were asked for."""
        return list(self._found.values())

    def match(self, who: Who) -> Match:
        if who not in self._found:
            self._found[who] = self._matched(who)
        return self._found[who]

    def _matched(self, who: Who) -> Match:
        remembered = self._memory.get((who.kind, folded(who.name)))
        if remembered is not None and (remembered == 0 or remembered in self.study.catalogue.subjects):
            return Match(who, remembered, "remembered")
        by_number = self._by_identifiers(who)
        by_name = self._by_names(who)
        if len(by_number) == 1:
            return self._by_number(who, next(iter(by_number)), by_name)
        if len(by_name) == 1:
            found = next(iter(by_name))
            if other := self._other_number(who, found):
                return Match(who, 0, "ambiguous", ((found, 0.9),), other)
            return self._in_time(who, found)
        if by_number or by_name:
            return Match(who, 0, "ambiguous", tuple((each, 1.0) for each in sorted(by_name or by_number)))
        alike = replace(who, date="", identifiers=())  # names are as like each other in every year
        if alike not in self._alike:
            self._alike[alike] = self._like(alike)
        return replace(self._alike[alike], who=who)

    def _by_number(self, who: Who, subject_id: int, by_name: set[int]) -> Match:
        """An identifier decides, unless the name is that of somebody else of whom the file cannot speak by it."""
        if _is_soviet(who) and not self._bears_soviet_name(subject_id):
            return Match(who, 0, "nobody", why=_("the identifier is that of a successor"))
        differs = bool(by_name) and subject_id not in by_name
        why = _("the year decides between bearers of the name") if differs else ""
        return Match(who, subject_id, "identifier", why=why)

    def _in_time(self, who: Who, subject_id: int) -> Match:
        if self._is_alive(subject_id, who.date):
            return Match(who, subject_id, "name")
        return Match(who, 0, "ambiguous", ((subject_id, 0.9),), _("it did not exist then"))

    def _like(self, who: Who) -> Match:
        if _is_soviet(who):
            return Match(who, 0, "nobody")
        among = self._of_kind(who)
        for name in who.names:
            spelled = self._index.spelled(name) & among
            if len(spelled) == 1:
                found = next(iter(spelled))
                return Match(who, found, "spelling", ((found, _SURELY_SPELLED),), _("another spelling"))
        found_like = [each for name in who.names for each in self._index.like(name, among=among)]
        best: dict[int, float] = {}
        for owner, score in found_like:
            best[owner] = max(score, best.get(owner, 0))
        ranked = sorted(best.items(), key=lambda each: (-each[1], each[0]))[:5]
        return Match(who, 0, "like" if ranked else "nobody", tuple(ranked))

    def _by_names(self, who: Who) -> set[int]:
        among = self._of_kind(who)
        for name in who.names:
            found = set(self.study.catalogue.find_subject(name, who.kind)) & among if name else set()
            alive = {each for each in found if self._is_alive(each, who.date)}
            if found:
                return alive or found
        return self._by_code(who)

    def _other_number(self, who: Who, subject_id: int) -> str:
        """Why the bearer of the name is somebody else: the file and the study give different numbers of one dataset."""
        for scheme, value in who.identifiers:
            numbers = [each.value for each in self._of_subject.get(subject_id, []) if each.scheme == scheme]
            if numbers and value.upper() not in {each.upper() for each in numbers}:
                said = _("it has {scheme} {ours} here, and {theirs} in the file")
                return said.format(scheme=scheme, ours=", ".join(numbers), theirs=value)
        return ""

    def _by_code(self, who: Who) -> set[int]:
        """States under their ISO codes in a column of names."""
        codes = [name for name in who.names if name.isupper() and len(name) in (2, 3)] if who.kind == "state" else []
        return {
            owner for code in codes for owner, _held in self._identifiers.get((f"iso3166-1-alpha{len(code)}", code), [])
        }

    def _by_identifiers(self, who: Who) -> set[int]:
        for scheme, value in who.identifiers:
            bearers = self._identifiers.get((scheme, value.upper()), [])
            among = {owner for owner, _held in bearers} & self._of_kind(who, by_state=False)
            dated = [(owner, held) for owner, held in bearers if owner in among]
            found = {owner for owner, held in dated if _holds(held.period, who.date)}
            if not who.date and len({owner for owner, _held in dated}) > 1:
                return {owner for owner, _held in dated}
            if found:
                return found
        return set()

    def _is_alive(self, subject_id: int, date: str) -> bool:
        """Whether it may have existed then, by its life and the years of its identifiers."""
        if not date:
            return True
        founded, dissolved = self.study.catalogue.life_of(subject_id)
        when = PartialDate.parse(date)
        if (founded and when.is_before(founded)) or (dissolved and dissolved.is_before(when)):
            return False
        dated = [each.period for each in self._of_subject.get(subject_id, []) if not each.period.is_timeless]
        return not dated or any(_holds(period, date) for period in dated)

    def _of_kind(self, who: Who, *, by_state: bool = True) -> set[int]:
        key = (who.kind, who.state_id if by_state else 0)
        if key not in self._kinds:
            self._kinds[key] = {
                each.id
                for each in self.study.catalogue.subjects.values()
                if each.kind == who.kind and key[1] in (0, each.state_id)
            }
        return self._kinds[key]

    def _bears_soviet_name(self, subject_id: int) -> bool:
        return any(folded(name.text) in _SOVIET for name in self.study.catalogue.names_of(subject_id))

    @cached_property
    def _kinds(self) -> dict[tuple[SubjectKind, int], set[int]]:
        return {}

    @cached_property
    def _memory(self) -> dict[tuple[str, str], int]:
        return memory(self.study) | {(each.kind, folded(each.name)): each.subject_id for each in self.chosen}

    @cached_property
    def _index(self) -> NameIndex:
        self.study.catalogue.read_names()
        catalogue = self.study.catalogue
        return NameIndex((each, name.text) for each in catalogue.subjects for name in catalogue.names_of(each))

    @cached_property
    def _of_subject(self) -> dict[int, list[Identifier]]:
        return {each: list(identifiers_of(self.study, each)) for each in self.study.catalogue.subjects}

    @cached_property
    def _identifiers(self) -> dict[tuple[str, str], list[tuple[int, Identifier]]]:
        found: dict[tuple[str, str], list[tuple[int, Identifier]]] = defaultdict(list)
        for owner, listed in self._of_subject.items():
            for each in listed:
                found[each.scheme, each.value.upper()].append((owner, each))
        return found


def memory(study: Study) -> dict[tuple[str, str], int]:
    """Who names were decided to be in earlier imports."""
    try:
        listed = json.loads(study.setting(MEMORY, "[]"))
        return {(str(kind), str(name)): int(subject_id) for kind, name, subject_id in listed}
    except (ValueError, TypeError):
        return {}


def remember(study: Study, chosen: Sequence[Chosen]) -> None:
    """For the next imports of this study; it changes no research row."""
    known = memory(study) | {(each.kind, folded(each.name)): each.subject_id for each in chosen}
    study.set_setting(MEMORY, json.dumps([[*key, subject_id] for key, subject_id in known.items()], ensure_ascii=False))


def _is_soviet(who: Who) -> bool:
    return who.kind == "state" and any(folded(name) in _SOVIET for name in who.names)


def _holds(period: Period, date: str) -> bool:
    """Whether a period may hold at some day of a date; without a date it may."""
    if period.is_timeless or not date:
        return True
    try:
        when = PartialDate.parse(date)
    except DateError:
        return True
    begins, ends = period.start_earliest, period.end_latest
    is_before = begins is not None and when.latest is not None and when.latest < begins
    is_after = ends is not None and when.earliest is not None and ends < when.earliest
    return not (is_before or is_after)
