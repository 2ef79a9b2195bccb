"""What can be charted: the attributes that have numbers or a few answers, those of the comparison first."""

from __future__ import annotations

from dataclasses import dataclass

from parties_of_power.analysis.headers import scale_range
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.kinds import kind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _

COUNTED_KINDS = ("yes_no", "choice", "several_choices")
MAIN_PART = "; "
HIGHER = "higher = "


@dataclass(frozen=True, slots=True)
class Question:
    """An attribute as a column asks for it: of the row's subject or its state, on the day or a day of its own."""

    attribute: Attribute
    column: Column
    is_of_comparison: bool

    @property
    def key(self) -> tuple[int, bool, int | None]:
        return self.attribute.id, self.column.of_state, self.column.day

    @property
    def name(self) -> str:
        if self.column.of_state:
            return _("{attribute} (of the state)").format(attribute=self.attribute.name)
        return self.attribute.name


def has_numbers(attribute: Attribute) -> bool:
    return kind(attribute.kind).is_numeric


def has_answers(attribute: Attribute) -> bool:
    """Whether its answers are few enough to be counted."""
    return attribute.kind in COUNTED_KINDS


def questions(catalogue: Catalogue, comparison: Comparison) -> tuple[Question, ...]:
    """The columns of the comparison in their order, then the other attributes of its subjects."""
    asked = [
        Question(catalogue.attributes[column.attribute_id], column, True)
        for column in comparison.columns
        if column.attribute_id in catalogue.attributes and not column.hidden
    ]
    known = {question.attribute.id for question in asked}
    others = [
        Question(attribute, Column(0, attribute_id=attribute.id), False)
        for attribute in catalogue.attributes_of(comparison.subject_kind)
        if attribute.id not in known
    ]
    return tuple(each for each in asked + others if has_numbers(each.attribute) or has_answers(each.attribute))


def default_question(asked: tuple[Question, ...], attribute_id: int | None) -> Question | None:
    """The one of this attribute, else the first with numbers, else the first."""
    of_cell = next((each for each in asked if each.attribute.id == attribute_id), None)
    numeric = next((each for each in asked if has_numbers(each.attribute)), None)
    return of_cell or numeric or (asked[0] if asked else None)


def scale_title(question: Question) -> str:
    """The name with its unit or scale: `Anti-pluralism index, 0 to 1`."""
    attribute = question.attribute
    low, dash, high = scale_range(attribute.source_scale).partition("–")
    scale = attribute.unit or (_("{low} to {high}").format(low=low, high=high) if dash else low)
    return _("{attribute}, {scale}").format(attribute=question.name, scale=scale) if scale else question.name


def axis_title(question: Question) -> str:
    """As `scale_title`, and what a higher value means: `Anti-pluralism index, 0 to 1 (higher: …)`."""
    title, attribute = scale_title(question), question.attribute
    parts = [] if attribute.unit else attribute.source_scale.split(MAIN_PART)[1:]
    higher = next((part for part in parts if part.startswith(HIGHER)), "")
    if not higher:
        return title
    return _("{title} (higher: {meaning})").format(title=title, meaning=higher.removeprefix(HIGHER))
