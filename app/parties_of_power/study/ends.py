"""Moving the beginning or the end of a party: its Founded or Dissolved, as if the date were typed into its cell."""

from typing import Literal

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.sources import Cite
from parties_of_power.study.answers import Typing
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.edits.naming import subject_name
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.study.typing import what_typing_does
from parties_of_power.texts import _

LifeEnd = Literal["founded", "dissolved"]


def attribute_of_end(catalogue: Catalogue, which: LifeEnd) -> Attribute | None:
    return next((each for each in catalogue.attributes_of("party") if each.role == which), None)


def move_end(study: Study, subject_id: int, which: LifeEnd, date: str, *, citing: Cite | None = None) -> int | None:
    """The observation that says so now. A value that cites a source stays as a rival; EditRefused where the two ends
    would pass each other."""
    typing = what_moving_does(study, subject_id, which, date, citing=citing)
    return typing.apply(study)


def what_moving_does(study: Study, subject_id: int, which: LifeEnd, date: str, *, citing: Cite | None = None) -> Typing:
    """Said before it is done."""
    attribute = attribute_of_end(study.catalogue, which)
    if attribute is None:
        raise EditRefused(
            _("No attribute of the study says when a party was founded or dissolved: give one that role first.")
        )
    refuse_passing(study, subject_id, which, date)
    return what_typing_does(study, subject_id, attribute.id, date, day=study.as_of, citing=citing)


def refuse_passing(study: Study, subject_id: int, which: LifeEnd, date: str) -> None:
    """EditRefused, where the party would surely end before it begins."""
    try:
        new = PartialDate.parse_typed(date)
    except DateError as wrong:
        raise EditRefused(str(wrong)) from wrong
    founded, dissolved = study.catalogue.life_of(subject_id)
    begins, ends = (new, dissolved) if which == "founded" else (founded, new)
    if begins and ends and ends.is_before(begins):
        raise EditRefused(
            _("{name} cannot end ({end}) before it begins ({start}): move the other end first.").format(
                name=subject_name(study, subject_id), start=begins.describe(), end=ends.describe()
            )
        )
