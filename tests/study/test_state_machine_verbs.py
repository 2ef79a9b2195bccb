"""Any order of verbs, undo, redo, reopening and crashes: the study is always exactly what the model says."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from parties_of_power.domain.dates import Period
from parties_of_power.domain.observations import MISSING_REASONS, Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study import edits, queries
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.study.typing import delete_cell, what_typing_does
from study.builders import a_study

PLACES = st.integers(0, 10_000)
DAYS = st.integers(732_000, 734_500)
TEXTS = st.one_of(
    st.sampled_from(
        ["65", "64.3", "66 %", "yes", "no", "Vladimir Putin", "A; B", "1999-02", "3 of 4", "=1+1", "senior", ""]
    ),
    st.text(max_size=12),
)
PERIODS = st.sampled_from(["2007-12-02", "2008", "1999-02/2004", "2004/..", "2004/", "../2006", "[2002,2003]", "1999~"])
CODERS = st.sampled_from(["Aliya", "Berik"])
KINDS = st.sampled_from(["text", "number", "percent", "yes_no", "date", "several_persons", "choice", "party"])


class Verbs(RuleBasedStateMachine):
    """`past` and `future` are the dumps that undo and redo must lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.images = 0
        words = a_study(self.folder).as_of("2008-11-25").with_party("United Russia", "Russia")
        words.with_source("World Factbook 2008").with_attribute("Vote share", "percent", validity="last_known")
        words.with_attribute("Leader", "several_persons").with_attribute("Founded", "date", validity="timeless")
        words.with_value("United Russia", "Vote share", "64.3", "2007-12-02", source="World Factbook 2008")
        self.study = words.study
        self.past: list[str] = []
        self.future: list[str] = []
        self.now = self.study.dump()

    def teardown(self) -> None:
        self.study.close()
        shutil.rmtree(self.folder)

    def do(self, verb: Callable[[], object]) -> None:
        """What changes the study is one step of the past and ends the future; what is refused changes nothing."""
        try:
            verb()
        except EditRefused:
            assert self.study.dump() == self.now
            return
        after = self.study.dump()
        if after != self.now:
            self.past.append(self.now)
            self.now, self.future = after, []

    @rule(place=PLACES, text=TEXTS, period=PERIODS, standing=st.sampled_from(["adopted", "rival", "claim"]))
    def record(self, place: int, text: str, period: str, standing: str) -> None:
        subject, attribute = self.cell(place)
        self.do(
            lambda: edits.record_observation(
                self.study,
                subject,
                attribute,
                value=text,
                typed=text,
                period=Period.parse(period),
                standing=standing,
                claimant="Somebody",
                cites=[Cite(self.source(), "¶1")],
            )
        )

    @rule(place=PLACES, text=TEXTS, note=st.text(max_size=5))
    def correct(self, place: int, text: str, note: str) -> None:
        found = self.observation(place)
        if found and text:
            self.do(lambda: edits.correct_observation(self.study, found.id, value=text, missing="", note=note))

    @rule(place=PLACES)
    def adopt(self, place: int) -> None:
        found = self.observation(place, "rival")
        if found:
            self.do(lambda: edits.adopt_observation(self.study, found.id, "it is better"))

    @rule(place=PLACES)
    def remove(self, place: int) -> None:
        found = self.observation(place)
        if found:
            self.do(lambda: edits.remove_observation(self.study, found.id))

    @rule(place=PLACES, locator=st.sampled_from(["", "¶1", "p. 5"]))
    def cite(self, place: int, locator: str) -> None:
        found = self.observation(place)
        if found:
            self.do(lambda: edits.cite(self.study, "observation", found.id, Cite(self.source(), locator)))

    @rule(
        place=PLACES,
        text=TEXTS,
        day=DAYS,
        change=st.booleans(),
        cited=st.booleans(),
        coder=st.sampled_from(["Aliya", "Berik"]),
    )
    def type(self, *, place: int, text: str, day: int, change: bool, cited: bool, coder: str) -> None:
        self.study.coder = coder
        self.do(lambda: self.typed(place, text, day, change=change, cited=cited))

    @rule(place=PLACES, reason=st.sampled_from(MISSING_REASONS), day=DAYS)
    def delete(self, place: int, reason: str, day: int) -> None:
        subject, attribute = self.cell(place)
        self.do(lambda: delete_cell(self.study, subject, attribute, reason, day=day))

    @rule(texts=st.lists(TEXTS.filter(str.strip), min_size=2, max_size=5), place=PLACES, day=DAYS)
    def paste(self, texts: list[str], place: int, day: int) -> None:
        def several() -> None:
            with self.study.edit("Paste cells"):
                for offset, text in enumerate(texts):
                    self.typed(place + offset, text, day, change=False, cited=False)

        self.do(several)

    @rule(text=TEXTS, place=PLACES, day=DAYS)
    def paste_that_fails_in_the_end(self, text: str, place: int, day: int) -> None:
        def several() -> None:
            with self.study.edit("Paste cells"):
                edits.add_party(self.study, "Lost", self.state())
                for offset in range(len(text.strip())):
                    self.typed(place + offset, text, day, change=True, cited=True)
                raise EditRefused("no")

        before = self.study.edit_number
        self.do(several)
        assert self.study.edit_number == before

    @rule(kind=KINDS, validity=st.sampled_from(["timeless", "until_changed", "last_known", "own_period"]))
    def add_attribute(self, kind: str, validity: str) -> None:
        name = f"Attribute {len(self.attributes())}"
        choices = [("s", "senior"), ("j", "junior")] if kind == "choice" else []
        self.do(lambda: edits.add_attribute(self.study, "party", name, kind, validity=validity, choices=choices))

    @precondition(lambda self: len(self.attributes()) > 1)
    @rule(place=PLACES)
    def remove_attribute(self, place: int) -> None:
        attributes = self.attributes()
        self.do(lambda: edits.remove_attribute(self.study, attributes[place % len(attributes)]))

    @rule(name=TEXTS)
    def add_party(self, name: str) -> None:
        self.do(lambda: edits.add_party(self.study, name, self.state()))

    @rule(place=PLACES, name=TEXTS, day=DAYS)
    def rename(self, place: int, name: str, day: int) -> None:
        subject, _attribute = self.cell(place)
        self.do(lambda: edits.rename_subject(self.study, subject, name, Period.since(day)))

    @rule(steps=st.integers(1, 6))
    def undo(self, steps: int) -> None:
        for _step in range(min(steps, len(self.past))):
            self.future.append(self.now)
            self.now = self.past.pop()
            assert self.study.undo() is not None
            assert self.study.dump() == self.now

    @rule(steps=st.integers(1, 6))
    def redo(self, steps: int) -> None:
        for _step in range(steps):
            done = self.study.redo()
            assert (done is not None) == bool(self.future)
            if self.future:
                self.past.append(self.now)
                self.now = self.future.pop()
                assert self.study.dump() == self.now

    @rule()
    def reopen(self) -> None:
        path = self.study.path
        self.study.close()
        self.study = Study.open(path, coder="Aliya")

    @rule(place=PLACES, in_mid_edit=st.booleans())
    def crash(self, place: int, in_mid_edit: bool) -> None:
        """Going on with the files as a killed program leaves them, in the middle of an edit or after it."""
        if in_mid_edit:
            try:
                with self.study.edit("Never finished"):
                    edits.add_party(self.study, "Never there", self.state())
                    image = self.image()
                    raise EditRefused("killed")
            except EditRefused:
                pass
        else:
            image = self.image()
        self.study.close()
        self.study = Study.open(image, coder="Aliya")

    @invariant()
    def the_study_is_what_the_model_says(self) -> None:
        assert self.study.dump() == self.now
        assert bool(self.study.redo_label) == bool(self.future)
        assert bool(self.study.undo_label)

    @invariant()
    def nothing_is_broken(self) -> None:
        assert self.study.check() == []

    def typed(self, place: int, text: str, day: int, *, change: bool, cited: bool) -> None:
        subject, attribute = self.cell(place)
        citing = Cite(self.source()) if cited else None
        what_typing_does(self.study, subject, attribute, text, day=day, citing=citing, change=change).apply(
            self.study, "typed"
        )

    def cell(self, place: int) -> tuple[int, int]:
        parties = [row[0] for row in self.study.rows("SELECT id FROM subject WHERE kind = 'party' ORDER BY id")]
        attributes = self.attributes()
        return parties[place % len(parties)], attributes[place // 7 % len(attributes)]

    def attributes(self) -> list[int]:
        return [row[0] for row in self.study.rows("SELECT id FROM attribute ORDER BY id")]

    def observation(self, place: int, standing: str = "") -> Observation | None:
        found = [each for each in queries.all_observations(self.study) if standing in ("", each.standing)]
        return found[place % len(found)] if found else None

    def source(self) -> int:
        return next(iter(self.study.catalogue.sources))

    def state(self) -> int:
        return self.study.catalogue.states[0].id

    def image(self) -> Path:
        """A copy of the study's file, and of the journal if there is one, byte by byte."""
        self.images += 1
        image = self.folder / f"image{self.images}.parties"
        for suffix in ("", "-journal"):
            live = self.study.path.with_name(self.study.path.name + suffix)
            if live.exists():
                shutil.copy(live, image.with_name(image.name + suffix))
        return image


TestVerbs = Verbs.TestCase
TestVerbs.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
