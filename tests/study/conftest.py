"""A study file for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.study.study import Study
from study.samples import Sample, fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cis.parties"


@pytest.fixture
def study(path: Path) -> Iterator[Study]:
    with Study.create(path, coder="Ada", title="CIS") as created:
        yield created


@pytest.fixture
def sample(study: Study) -> Sample:
    return fill(study)
