"""The manual as it lies in resources/manual: its pages in their order, their words, and the place of each view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from string import Template

from parties_of_power.paths import resource
from parties_of_power.ui.theme import theme, tokens

CONTENTS, FIRST_STEPS = "index.html", "first-steps.html"


@dataclass(frozen=True)
class Page:
    """`name` is its file; `html` holds what it says."""

    name: str
    title: str
    html: str


def folder() -> Path:
    return resource("manual")


def read_pages() -> tuple[Page, ...]:
    """The contents, then each page in the order in which the contents link to it."""
    contents = read_page(CONTENTS)
    names = dict.fromkeys(re.findall(r'href="([a-z-]+\.html)"', contents.html))
    return (contents, *(read_page(name) for name in names))


def read_page(name: str) -> Page:
    html = (folder() / name).read_text("utf-8")
    title = re.search("<title>(.*?)</title>", html)
    return Page(name, unescape(title[1]) if title else name, html)


def place_of_view(key: str, pages: tuple[Page, ...]) -> str:
    """Where a view is described, as `page.html#view-key`; the contents if it is nowhere."""
    mark = f"view-{key}"
    return next((f"{page.name}#{mark}" for page in pages if f'name="{mark}"' in page.html), CONTENTS)


def style(zoom: float) -> str:
    """The style sheet in the colours of the scheme, its lengths at the size that is wanted."""
    sheet = (folder() / "style.css").read_text("utf-8")
    grown = re.sub(r"(\d+)px", lambda found: f"{round(int(found[1]) * theme().scale * zoom)}px", sheet)
    roles = ("text", "second_text", "accent_text", "panel", "line")
    return Template(grown).substitute({role: getattr(tokens(), role).name() for role in roles})
