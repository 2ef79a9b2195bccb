"""The words on the screen in the user's language: `_`, `ngettext` and `N_`, usable in every room of the house.

    _("{count} edits saved").format(count=3)
    ngettext("{count} edit", "{count} edits", n).format(count=n)

`N_` only marks a text for the translators; whoever shows it calls `_` on it.
"""

from __future__ import annotations

import gettext
import json
import os
from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path

from parties_of_power.paths import resource, settings_file

DOMAIN = "parties-of-power"


def chosen_language(settings: Path) -> str:
    """The language in the user's settings, blank for that of the system. Read here: texts come before all else."""
    try:
        chosen = json.loads(settings.read_text("utf-8")).get("language", "")
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""
    return chosen if isinstance(chosen, str) else ""


def languages_there() -> list[str]:
    """The languages of the texts that exist, English first."""
    catalogues = resource("translations").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return ["en", *sorted(catalogue.parents[1].name for catalogue in catalogues)]


def languages(environment: Mapping[str, str]) -> list[str]:
    """The languages asked for, best first.

    The list ends before English: the texts are written in it, and there is no catalogue to find.
    """
    asked = (environment.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next(filter(None, asked), "")
    return list(takewhile(lambda language: not is_english(language), filter(None, first.split(":"))))


def is_english(language: str) -> bool:
    return language.partition(".")[0].partition("_")[0] in ("en", "C", "POSIX")


def catalogue(environment: Mapping[str, str]) -> gettext.NullTranslations:
    """The translations for the first language asked for that has a catalogue; else the texts as written."""
    wanted = languages(environment)
    if not wanted:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, resource("translations"), wanted, fallback=True)


def N_(text: str) -> str:  # noqa: N802 -- the name that gettext's tools look for
    return text


def environment_of(user: Mapping[str, str]) -> Mapping[str, str]:
    """The environment, with the language that the user has chosen before all others."""
    language = chosen_language(settings_file())
    return {**user, "LANGUAGE": language} if language else user


_chosen = catalogue(environment_of(os.environ))
_ = _chosen.gettext
ngettext = _chosen.ngettext
