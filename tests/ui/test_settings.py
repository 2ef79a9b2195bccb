"""The settings: only differences are written, a broken file stops nothing, and the page takes what is chosen."""

from __future__ import annotations

import json

import pytest

from parties_of_power.domain.conventions import Conventions, conventions, follow
from parties_of_power.domain.days import day_number, spoken, spoken_short
from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.paths import settings_file
from parties_of_power.texts import chosen_language
from parties_of_power.ui import settings
from parties_of_power.ui.dialogs.settings import SettingsForm
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings


def test_settings_survive_a_round_trip() -> None:
    kept = Settings(
        "Anna",
        "dark",
        ("/a/b.parties",),
        "/a",
        b"\x00\x01",
        b"\x02",
        '{"margin": 20}',
        "ru",
        150,
        "iso",
        ",",
        "apa",
        makes_backups=False,
        recent_count=3,
    )
    settings.save(kept)
    assert settings.load() == settings.Loaded(kept)
    assert chosen_language(settings_file()) == "ru"


def test_only_what_differs_is_written() -> None:
    settings.save(Settings(scheme="dark"))
    assert json.loads(settings_file().read_text("utf-8")) == {"scheme": "dark"}


@pytest.mark.parametrize("written", ["", "{", "[]", "\x00\xff", "[" * 100_000, '"dark"'])
def test_a_broken_file_is_kept_aside_and_said_once(written: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(written, "utf-8")
    loaded = settings.load()
    assert loaded.settings == Settings()
    aside = settings_file().with_suffix(".broken.json")
    assert str(aside) in loaded.problem
    assert aside.read_text("utf-8") == written
    assert settings.load() == settings.Loaded(Settings())


def test_what_is_not_understood_is_as_usual() -> None:
    settings_file().parent.mkdir(parents=True)
    odd = {"scheme": "pink", "font_size": 3, "recent": [1], "geometry": "§", "coder": 7, "recent_count": True}
    settings_file().write_text(json.dumps({**odd, "decimal_sign": ",", "unheard_of": 1}), "utf-8")
    assert settings.load() == settings.Loaded(Settings(decimal_sign=","))


def test_the_page_changes_what_is_chosen_on_it(window: MainWindow) -> None:
    form = SettingsForm(window)
    assert form.chosen() == window.settings
    form.date_format.setCurrentIndex(form.date_format.findData("points"))
    form.makes_backups.setChecked(False)
    form.recent_count.setValue(0)
    chosen = form.chosen()
    assert (chosen.date_format, chosen.makes_backups, chosen.recent) == ("points", False, ())
    window.take_settings(chosen)
    assert settings.load().settings.date_format == "points"


def test_days_and_figures_are_written_as_chosen() -> None:
    from parties_of_power.analysis.showing import figures

    before, day = conventions(), day_number(2008, 11, 5)
    try:
        follow(Conventions(",", "points"))
        figures.cache_clear()
        assert (spoken(day), spoken_short(day)) == ("05.11.2008", "05.11.2008")
        assert (figures("64.3"), figures("-12345.5")) == ("64,3", "-12\u202f345,5")
        assert kind("number").read("1,234", NO_NAMES) == "1.234"
        follow(Conventions(date_format="iso"))
        assert spoken(day) == "2008-11-05"
    finally:
        follow(before)
        figures.cache_clear()
