"""`Answer`: what an observation says, whichever cells show it."""

from typing import NamedTuple

from parties_of_power.domain.observations import Bound, Missing


class Answer(NamedTuple):
    """What an observation says, as far as a cell's text depends on it. `wrong` is a text that its kind cannot read."""

    value: str
    missing: Missing
    bound: Bound
    wrong: str

    @property
    def is_value(self) -> bool:
        return not self.missing and not self.wrong
