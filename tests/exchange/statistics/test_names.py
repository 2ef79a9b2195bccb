"""Names that both Stata and SPSS take, each once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.exchange.statistics.names import variable_names


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("vote_share", "vote_share"),
        ("Vote share, 7 Dec 2003", "vote_share_7_dec_2003"),
        ("Доля голосов", "dolya_golosov"),
        ("Нұр Отан", "nur_otan"),
        ("with", "v_with"),
        ("NOT", "v_not"),
        ("str12", "v_str12"),
        ("2008", "v_2008"),
        ("選挙", "v"),
        ("Añño—b", "anno_b"),
    ],
)
def test_a_name_is_legal_and_readable(wanted: str, name: str) -> None:
    assert variable_names([(wanted, "")]) == (name,)


def test_what_follows_a_name_is_never_cut() -> None:
    long = "local_organisational_strength_in_the_regions"
    assert variable_names([(long, ""), (long, "low"), (long, "low")]) == (
        "local_organisational_strengt",
        "local_organisational_str_low",
        "local_organisational_s_low_2",
    )


@given(st.lists(st.tuples(st.text(max_size=60), st.sampled_from(["", "low", "earliest"])), max_size=30))
def test_names_are_legal_and_unique(wanted: list[tuple[str, str]]) -> None:
    names = variable_names(wanted)
    assert len(set(names)) == len(wanted)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,27}", name) and not name.endswith("_") for name in names)
