"""The R script. R itself is not asked: brackets and quotes are counted as R reads them."""

from __future__ import annotations

from pathlib import Path

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.export import export
from parties_of_power.exchange.r_script import r_script
from parties_of_power.study.study import Study
from study.builders import a_study

_CLOSES = {")": "(", "]": "[", "}": "{"}


def strings_of(script: str) -> list[str]:
    """The texts between quotation marks, of a script whose brackets and quotes are balanced."""
    open_brackets: list[str] = []
    found: list[str] = []
    place = 0
    while place < len(script):
        character = script[place]
        if character == "#":
            place = script.index("\n", place)
        elif character == '"':
            end = place + 1
            while script[end] != '"':
                end += 2 if script[end] == "\\" else 1
            found.append(script[place + 1 : end])
            place = end
        elif character in "([{":
            open_brackets.append(character)
        elif character in _CLOSES:
            assert open_brackets.pop() == _CLOSES[character], script[max(0, place - 80) : place + 1]
        place += 1
    assert open_brackets == []
    return found


def test_the_bundled_script_is_balanced_and_holds_the_codebook(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path
) -> None:
    (note,) = export(bundled, columns, tmp_path / "cis.R", shown.id, bundled.as_of)
    assert "same folder" in note
    script = (tmp_path / "cis.R").read_text("ascii")
    strings = strings_of(script)
    for attribute in bundled.catalogue.attributes.values():
        assert f"{attribute.subject_kind}.{attribute.key}" in strings
        for choice in bundled.catalogue.choices_of(attribute.id):
            assert choice.code in strings
    assert {"unknown after search", "not yet founded", "sources irreconcilable"} <= set(strings)
    assert 'parties_dates <- c(\n  "start_earliest"' in script


def test_awkward_names_stay_within_their_quotes(tmp_path: Path) -> None:
    words = a_study(tmp_path, "awkward.parties").with_attribute(
        'Said "so" \\ or (not', "choice", choices=["Да\nнет", "😀)"]
    )
    script = r_script(words.study, 733_000)
    strings = strings_of(script)
    assert 'Said \\"so\\" \\\\ or (not' in strings
    assert "\\u0414\\u0430\\u000a\\u043d\\u0435\\u0442" in strings
    assert "\\U0001f600)" in strings
    assert script.isascii()


def test_an_empty_study_has_a_script_as_well(tmp_path: Path) -> None:
    script = r_script(a_study(tmp_path).study, 733_000)
    assert strings_of(script)
    assert "parties_choices <- list()" in script
    assert "parties_ordered <- character(0)" in script
