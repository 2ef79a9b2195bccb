"""Imports that are kept in the study under a name, to be done again with the next release of the same file."""

import json
from dataclasses import dataclass
from typing import Any

from parties_of_power.exchange.imports.plan import Plan, from_stored, stored
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_SETTING = "recipes"


@dataclass(frozen=True, slots=True)
class Recipe:
    """`source_ids` are the sources that its imports have cited: what one of them says already is not new."""

    name: str
    plan: Plan
    source_ids: tuple[int, ...] = ()


def recipes(study: Study) -> tuple[Recipe, ...]:
    """By name. StudyError for a recipe that cannot be read any more."""
    found = []
    for name, said in sorted(_stored(study).items()):
        try:
            found.append(Recipe(name, from_stored(said["plan"]), tuple(int(each) for each in said["sources"])))
        except (ValueError, KeyError, TypeError) as wrong:
            raise StudyError(_("The recipe “{name}” cannot be read.").format(name=name)) from wrong
    return tuple(found)


def recipe(study: Study, name: str) -> Recipe:
    """StudyError where there is none of that name."""
    wanted = name.casefold()
    for each in recipes(study):
        if each.name.casefold() == wanted:
            return each
    names = ", ".join(each.name for each in recipes(study)) or _("none")
    raise StudyError(_("There is no recipe “{name}” in this study. It has: {names}.").format(name=name, names=names))


def keep_recipe(study: Study, kept: Recipe) -> None:
    """In place of one of the same name; outside the history, like the other settings."""
    known = _stored(study)
    known[kept.name] = {"plan": stored(kept.plan), "sources": list(kept.source_ids)}
    study.set_setting(_SETTING, json.dumps(known, ensure_ascii=False))


def forget_recipe(study: Study, name: str) -> None:
    known = _stored(study)
    known.pop(name, None)
    study.set_setting(_SETTING, json.dumps(known, ensure_ascii=False))


def _stored(study: Study) -> dict[str, Any]:
    try:
        known = json.loads(study.setting(_SETTING, "{}"))
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}
