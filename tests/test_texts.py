"""Which language the texts are shown in."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from parties_of_power import texts


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, []),
        ({"LANG": "C.UTF-8"}, []),
        ({"LANG": "en_GB.UTF-8"}, []),
        ({"LANG": "ru_RU.UTF-8"}, ["ru_RU.UTF-8"]),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "kk_KZ.UTF-8"}, ["kk_KZ.UTF-8"]),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "kk:ru:en"}, ["kk", "ru"]),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "en:ru"}, []),
    ],
)
def test_languages(environment: dict[str, str], expected: list[str]) -> None:
    assert texts.languages(environment) == expected


def test_a_catalogue_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "parties-of-power.mo").write_bytes(
        compiled({"": "Content-Type: text/plain; charset=UTF-8\n", "Party": "Партия"})
    )
    monkeypatch.setattr(texts, "resource", lambda *parts: tmp_path)
    assert texts.catalogue({"LANG": "ru_RU.UTF-8"}).gettext("Party") == "Партия"
    assert texts.catalogue({"LANGUAGE": "en:ru"}).gettext("Party") == "Party"
    assert texts.catalogue({"LANG": "de_DE.UTF-8"}).gettext("Party") == "Party"


def test_plurals_of_the_texts_as_written() -> None:
    assert [texts.ngettext("{count} edit", "{count} edits", n).format(count=n) for n in (1, 2)] == ["1 edit", "2 edits"]


def compiled(messages: dict[str, str]) -> bytes:
    """A catalogue as msgfmt writes it (GNU gettext manual, "The Format of GNU MO Files"), without a hash table."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    originals, at = b"", 28 + 16 * len(pairs)
    keys, values = b"", b""
    for key, _value in pairs:
        keys += struct.pack("<II", len(key), at + len(originals))
        originals += key + b"\0"
    for _key, value in pairs:
        values += struct.pack("<II", len(value), at + len(originals))
        originals += value + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + keys + values + originals
