"""What the answers of an attribute would be under another kind: the preview of a change of kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import Kind, Names, kind
from parties_of_power.domain.observations import Observation
from parties_of_power.study import queries
from parties_of_power.study.lookups import Called, Lookup, folded
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said, read

Key = tuple[str, str, float | None]
# Stands for the id of a choice that is yet to be added; nobody types such a number.
_YET_TO_BE_ADDED = -(1 << 62)


@dataclass(frozen=True, slots=True)
class Rereading:
    """One answer that some observations give, and what it says under the other kind.

    `text` is how it reads now and `shown` how it will read. With `rule` it cannot be read, and that is why: it is kept
    as typed and marked wrong. `new_persons` are added with it. `was_wrong` marks a text that could not be read so far.
    """

    text: str
    shown: str
    said: Said
    was_wrong: bool
    observations: tuple[Observation, ...]

    @property
    def rule(self) -> str:
        return self.said.rule

    @property
    def new_persons(self) -> tuple[str, ...]:
        return self.said.new_persons


def reread(
    study: Study, attribute: Attribute, new_kind: str, choices: Sequence[str] | None = None
) -> tuple[Rereading, ...]:
    """Every distinct answer of an attribute as another kind reads it, those that cannot be read first, then the most
    frequent. `choices` are the labels that a kind of choices would have, None for those that the attribute has."""
    of_kind, names = kind(new_kind), names_under(study, attribute, new_kind, choices)
    found: dict[Key, list[Observation]] = {}
    for observation in queries.observations_of_attribute(study, attribute.id):
        if not observation.missing:
            key = observation.value, observation.typed if observation.wrong else "", observation.out_of
            found.setdefault(key, []).append(observation)
    answers = (_rereading(study, attribute, of_kind, names, tuple(each)) for each in found.values())
    return tuple(sorted(answers, key=lambda each: (not each.rule, -len(each.observations), each.text)))


def names_under(study: Study, attribute: Attribute, new_kind: str, choices: Sequence[str] | None = None) -> Names:
    """What names mean to the attribute under another kind."""
    if kind(new_kind).refers_to == "choice" and choices is not None:
        known = {each.label: each.id for each in study.catalogue.choices_of(attribute.id)}
        return Lookup(Called(known.get(label, _YET_TO_BE_ADDED - place), label) for place, label in enumerate(choices))
    return study.catalogue.names_for(with_kind(attribute, new_kind), study.as_of)


def distinct_texts(study: Study, attribute: Attribute) -> tuple[str, ...]:
    """What the answers say, each once, the most frequent first: as choices they could stand as they are."""
    counted: dict[str, int] = {}
    first: dict[str, str] = {}
    names = study.catalogue.names_for(attribute, study.as_of)
    for observation in queries.observations_of_attribute(study, attribute.id):
        if not observation.missing:
            text = text_of(attribute, observation, names)
            key = folded(text)
            first.setdefault(key, text)
            counted[key] = counted.get(key, 0) + 1
    return tuple(first[key] for key in sorted(counted, key=lambda key: (-counted[key], key)))


def text_of(attribute: Attribute, observation: Observation, names: Names) -> str:
    """The answer as somebody would type it again."""
    if observation.wrong:
        return observation.typed
    return kind(attribute.kind).show(observation.value, names)


def with_kind(attribute: Attribute, new_kind: str) -> Attribute:
    return Attribute(attribute.id, attribute.subject_kind, attribute.name, new_kind)


def unread(answers: Sequence[Rereading]) -> int:
    """How many observations will be kept as typed and marked wrong."""
    return sum(len(each.observations) for each in answers if each.rule)


def _rereading(
    study: Study, attribute: Attribute, of_kind: Kind, names: Names, observations: tuple[Observation, ...]
) -> Rereading:
    first = observations[0]
    text = text_of(attribute, first, study.catalogue.names_for(attribute, study.as_of))
    said = read(text, of_kind, names)
    shown = of_kind.show(said.value, names) if said.value else "; ".join(said.new_persons)
    return Rereading(text, shown, said, first.wrong, observations)
