"""What a paste does, decided cell by cell as for typing, and said before anything changes. Filling and replacing are
pastes of texts that were made here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from parties_of_power.domain.moments import When
from parties_of_power.domain.observations import Missing, Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study.answers import TypingKind, answered, decided
from parties_of_power.study.carried import Carried, cites_of
from parties_of_power.study.cells import Cell, Place, cells_on
from parties_of_power.study.edits.sources import cite
from parties_of_power.study.pasting_words import cannot_be_read, sentences_of
from parties_of_power.study.placing import words_of
from parties_of_power.study.putting import is_written_here, put_answer
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said, read
from parties_of_power.study.typing import what_typing_does
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text for one cell, and the day or the moment that the cell is edited at; a missing reason stands in place of
    the text.
    `carried` are the citations that came with a value; without any, it cites what stands under *Citing*."""

    subject_id: int
    attribute_id: int
    day: When
    text: str
    missing: Missing = ""
    carried: tuple[Carried, ...] = ()

    @property
    def place(self) -> Place:
        return self.subject_id, self.attribute_id, self.day


@dataclass(frozen=True, slots=True)
class Plan:
    """What will become of one cell. `about` is the observation that stays, is adopted, corrected or becomes a rival;
    `refusal` the sentence that says why nothing can be put here."""

    pasted: Pasted
    cell: Cell | None
    said: Said
    kind: TypingKind
    about: Observation | None = None
    refusal: str = ""

    @property
    def fits(self) -> bool:
        return not self.refusal and self.kind != "wrong"

    @property
    def changes(self) -> bool:
        return not self.refusal and self.kind != "same"

    @property
    def answers(self) -> tuple[object, ...]:
        """What it answers for: two texts that answer for the same exclude one another, whichever columns they stand
        in."""
        shown = self.cell.shown if self.cell is not None else None
        if shown is not None or self.cell is None:
            return self.pasted.subject_id, self.pasted.attribute_id, shown.id if shown is not None else None
        return self.pasted.subject_id, self.pasted.attribute_id, self.cell.period.text, self.cell.event_id

    @property
    def changes_cited(self) -> bool:
        return self.changes and self.about is not None and self.cell is not None and bool(self._gives_way.citations)

    @property
    def _gives_way(self) -> Observation:
        """What stands in the cell now."""
        assert self.about is not None
        return self.cell.shown if self.cell is not None and self.cell.shown is not None else self.about

    def sentence(self, study: Study, citing: Cite | None) -> str:
        """As typing says it, under the cell."""
        if self.refusal:
            return self.refusal
        if self.kind == "wrong" and self.cell is not None:
            return cannot_be_read(study, self.cell, self.said)
        return answered(study, self.cell, self.said, citing).sentence if self.cell is not None else ""

    def words(self) -> str:
        """What will stand in the cell."""
        return words_of(self.cell, self.said) if self.cell is not None else self.pasted.text


@dataclass(frozen=True)
class Pasting:
    """The plans in the order of the texts. `sentences` say it in short, each true by itself."""

    study: Study
    plans: tuple[Plan, ...]
    citing: Cite | None = None

    @cached_property
    def counts(self) -> Counter[str]:
        """How many cells each thing happens to: the kinds of typing, and `refused` and `cited`."""
        counts: Counter[str] = Counter("refused" if plan.refusal else plan.kind for plan in self.plans)
        counts["cited"] = sum(plan.changes_cited for plan in self.plans)
        return counts

    @property
    def fitting(self) -> tuple[Plan, ...]:
        return tuple(plan for plan in self.plans if plan.fits)

    @property
    def is_plain(self) -> bool:
        """Whether all of it fits and no value that cites a source gives way, so that nothing needs to be asked."""
        return all(plan.fits and not plan.changes_cited for plan in self.plans)

    @cached_property
    def sentences(self) -> tuple[tuple[str, str], ...]:
        """(role, sentence): `equal`, `change`, `cited` or `wrong`."""
        return sentences_of(self.study, self.plans)

    def apply(self, label: str, *, only_fitting: bool = True, reason: str = "") -> int:
        """One edit; how many cells changed. What does not fit is left out, or kept as typed and marked wrong. `reason`
        stands on what is adopted."""
        wanted = [plan for plan in self.plans if plan.changes and (plan.fits or not only_fitting)]
        if not wanted:
            return 0
        with self.study.edit(label) as edit:
            known: dict[tuple[Carried, ...], tuple[Cite, ...]] = {}
            for plan in wanted:
                cites = self._cites(plan.pasted.carried, known)
                if plan.cell is not None and is_written_here(plan.kind, plan.said):
                    put_answer(self.study, edit, plan.cell, plan.said, cites, reason=reason)
                else:
                    self._type(plan, cites, reason)
        return len(wanted)

    def _cites(
        self, carried: tuple[Carried, ...], known: dict[tuple[Carried, ...], tuple[Cite, ...]]
    ) -> tuple[Cite, ...]:
        if carried not in known:
            known[carried] = cites_of(self.study, carried) if carried else (self.citing,) if self.citing else ()
        return known[carried]

    def _type(self, plan: Plan, cites: Sequence[Cite], reason: str) -> None:
        """As if it were typed: for a rival that is adopted, and for persons who are yet to be added."""
        pasted = plan.pasted
        citing = cites[0] if cites else None
        typing = what_typing_does(
            self.study, pasted.subject_id, pasted.attribute_id, pasted.text, day=pasted.day, citing=citing
        )
        observation_id = typing.apply(self.study, reason)
        if observation_id is not None and typing.kind not in ("same", "adopt"):
            for each in cites[1:]:
                cite(self.study, "observation", observation_id, each)


def what_pasting_does(study: Study, texts: Iterable[Pasted], citing: Cite | None = None) -> Pasting:
    """Texts without a letter are left out: a blank cell of the clipboard does not empty one here."""
    wanted = [pasted for pasted in texts if pasted.missing or pasted.text.strip()]
    cells = cells_on(study, (pasted.place for pasted in wanted))
    read_before: dict[tuple[str, int, When], Said] = {}
    first: dict[tuple[object, ...], Said] = {}
    plans = []
    for pasted in wanted:
        cell = cells.get(pasted.place)
        said = _said(pasted, cell, read_before)
        plan = _plan(study, pasted, cell, said)
        plans.append(_one_answer(plan, first))
    return Pasting(study, tuple(plans), citing)


def _plan(study: Study, pasted: Pasted, cell: Cell | None, said: Said) -> Plan:
    if cell is None:
        return Plan(pasted, None, said, "same", refusal=_("There is no such cell in the study any more."))
    if cell.attribute.is_computed:
        return Plan(pasted, cell, said, "same", refusal=_("A computed value is changed by its formula."))
    kind, about = decided(cell, said, study.coder)
    return Plan(pasted, cell, said, kind, about)


def _one_answer(plan: Plan, first: dict[tuple[object, ...], Said]) -> Plan:
    """The plan, unless another one answers for the same already: with the same text nothing is left to do, with another
    one it is refused."""
    if not plan.changes:
        return plan
    before = first.get(plan.answers)
    if before is None:
        first[plan.answers] = plan.said
        return plan
    if before == plan.said:
        return replace(plan, kind="same")
    return replace(plan, refusal=_two_answers(before, plan.said))


def _said(pasted: Pasted, cell: Cell | None, known: dict[tuple[str, int, When], Said]) -> Said:
    """The same text of one attribute is read once: a paste often says the same many times."""
    if pasted.missing:
        return Said(missing=pasted.missing)
    if cell is None:
        return Said(pasted.text.strip())
    key = pasted.text, pasted.attribute_id, pasted.day
    if key not in known:
        known[key] = read(pasted.text, cell.kind, cell.names)
    return known[key]


def _two_answers(one: Said, other: Said) -> str:
    return _("The same cell is given “{one}” and “{other}”: the first of them is taken.").format(
        one=one.typed or one.missing, other=other.typed or other.missing
    )
