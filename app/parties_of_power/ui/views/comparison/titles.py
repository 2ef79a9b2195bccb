"""What the columns of a comparison are called, also those that are hidden, and what their filters say."""

from __future__ import annotations

from parties_of_power.domain.comparisons import Column
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext

MOST_NAMED = 2


def title_of(column: Column, catalogue: Catalogue) -> str:
    if column.attribute_id is not None and column.attribute_id in catalogue.attributes:
        return catalogue.attributes[column.attribute_id].name
    return _("Name") if column.field == "name" else _("State")


def filter_words(column: Column, catalogue: Catalogue) -> str:
    """`State is Russia or Georgia`, `Leader contains “ev”`."""
    if column.filter is None:
        return ""
    title, texts = title_of(column, catalogue), column.filter.texts
    if column.filter.test == "contains":
        return _("{column} contains “{text}”").format(column=title, text="” “".join(texts))
    if len(texts) > MOST_NAMED:
        words = ngettext("{column} is one of {count} answers", "{column} is one of {count} answers", len(texts))
        return words.format(column=title, count=len(texts))
    if len(texts) == MOST_NAMED:
        return _("{column} is {first} or {second}").format(column=title, first=texts[0], second=texts[1])
    return _("{column} is {text}").format(column=title, text="".join(texts))
