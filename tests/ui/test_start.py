"""Looking for garbage once the window stands: not in what was made before, until another study is opened."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from parties_of_power.ui.start import look_for_garbage


class Ring:
    """Refers to itself, so that only the search for garbage takes it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def search_as_it_was() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()


def test_what_was_there_is_passed_by_until_another_study_is_opened() -> None:
    gc.disable()
    old = weakref.ref(Ring())
    look_for_garbage()
    assert gc.isenabled()
    new = weakref.ref(Ring())
    gc.collect()
    assert new() is None
    assert old() is not None
    look_for_garbage()
    assert old() is None
