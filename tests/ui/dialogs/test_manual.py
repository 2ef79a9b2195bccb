"""The manual says what the program has: its menus, keys, views, links and pictures; and its window finds all of it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from parties_of_power.ui.actions import ACTIONS
from parties_of_power.ui.dialogs.keys import CODEBOOK_KEYS
from parties_of_power.ui.dialogs.manual import ZOOMS, Manual
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.manual_pages import CONTENTS, Page, folder, place_of_view, read_pages
from parties_of_power.ui.theme import theme, tokens
from parties_of_power.ui.views import VIEWS
from parties_of_power.ui.views.comparison.keys import EDIT_KEYS, PROPOSAL_KEYS, TABLE_KEYS

PAGES = read_pages()
BY_NAME = {page.name: page for page in PAGES}
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def known_keys() -> set[str]:
    listed = [action.shortcut for action in ACTIONS if action.shortcut]
    for keys, _words in (*TABLE_KEYS, *EDIT_KEYS, *PROPOSAL_KEYS, *CODEBOOK_KEYS):
        listed += keys.split(", ")
    return {QKeySequence(keys).toString() for keys in listed}


def test_every_file_of_the_manual_is_in_its_contents() -> None:
    assert {path.name for path in folder().glob("*.html")} == set(BY_NAME)


@every_page
def test_every_menu_entry_that_is_named_exists(page: Page) -> None:
    entries = {f"{action.menu} ▸ {action.text}" for action in ACTIONS}
    named = {unescape(each) for each in re.findall(r'<span class="menu">(.*?)</span>', page.html)}
    assert named <= entries


@every_page
def test_every_key_that_is_named_exists(page: Page) -> None:
    named = {QKeySequence(unescape(each)).toString() for each in re.findall("<kbd>(.*?)</kbd>", page.html)}
    assert named <= known_keys()


@every_page
def test_an_entry_and_the_key_after_it_belong_together(page: Page) -> None:
    keys = {f"{action.menu} ▸ {action.text}": action.shortcut for action in ACTIONS}
    for entry, key in re.findall(r'<span class="menu">([^<]*)</span> \(<kbd>([^<]*)</kbd>\)', page.html):
        assert keys[unescape(entry)] == unescape(key), entry


@every_page
def test_every_link_and_picture_resolves(page: Page) -> None:
    for link in re.findall(r'href="([^"]*)"', page.html):
        name, _hash, place = link.partition("#")
        assert name in BY_NAME
        assert not place or f'name="{place}"' in BY_NAME[name].html
    for picture in re.findall(r'src="([^"]*)"', page.html):
        assert (folder() / picture).is_file()
    assert page.html.count("<img") == len(re.findall(r'<img [^>]*alt="[^"]+"', page.html))


def test_every_picture_is_shown_somewhere() -> None:
    shown = {picture for page in PAGES for picture in re.findall(r'src="pictures/([^"]*)"', page.html)}
    assert {path.name for path in (folder() / "pictures").iterdir()} == shown


@pytest.mark.parametrize("key", [view.key for view in VIEWS])
def test_every_view_has_a_place(key: str) -> None:
    assert place_of_view(key, PAGES).endswith(f"#view-{key}")


@pytest.fixture
def manual(window: MainWindow) -> Manual:
    window.menus.made["first_steps"].trigger()
    return window.findChild(Manual)


def test_first_steps_are_one_click_away(manual: Manual) -> None:
    assert manual.isVisible()
    assert manual.page_shown() == "first-steps.html"
    assert manual.contents.currentItem().text() == "First steps"


@pytest.mark.parametrize("key", ["history", "codebook", "timeline"])
def test_f1_opens_it_at_the_view_that_has_the_focus(window: MainWindow, key: str) -> None:
    window.activateWindow()
    window.go_to_view(key)
    QApplication.processEvents()
    window.menus.made["manual"].trigger()
    manual = window.findChild(Manual)
    assert manual.browser.source().fragment() == f"view-{key}"


def test_a_place_far_down_is_brought_into_sight(manual: Manual) -> None:
    manual.resize(700, 300)
    manual.go(place_of_view("history", PAGES))
    QApplication.processEvents()
    assert manual.browser.verticalScrollBar().value() > 0


def test_there_is_one_manual_a_window(window: MainWindow, manual: Manual) -> None:
    window.menus.made["manual"].trigger()
    assert window.findChildren(Manual) == [manual]


def test_search_goes_through_all_pages_and_round(manual: Manual) -> None:
    manual.words.setText("rival")
    pages = {hit.page for hit in manual.hits}
    assert len(pages) > 3
    visited = set()
    for _each in manual.hits:
        assert manual.browser.textCursor().selectedText().lower() == "rival"
        visited.add(manual.page_shown())
        manual.next.click()
    assert visited == pages
    first = manual.at
    manual.previous.click()
    assert manual.at == (first - 1) % len(manual.hits)
    assert manual.found.text() == f"{manual.at + 1} of {len(manual.hits)} hits"


def test_search_says_when_nothing_is_found(manual: Manual) -> None:
    manual.words.setText("zebra")
    assert manual.found.text() == "Nothing found"
    manual.words.clear()
    assert manual.found.text() == ""


def test_back_and_forward(manual: Manual) -> None:
    manual.go(CONTENTS)
    manual.contents.setCurrentRow(3)
    shown = manual.page_shown()
    manual.back.click()
    assert manual.page_shown() == CONTENTS
    manual.forward.click()
    assert manual.page_shown() == shown


def test_a_link_is_followed(manual: Manual) -> None:
    manual.go(CONTENTS)
    manual.browser.anchorClicked.emit(manual._url("excel.html"))
    assert manual.page_shown() == "excel.html"


def test_larger_text_takes_more_room_and_has_an_end(manual: Manual) -> None:
    before = manual.browser.document().size().height()
    manual.larger.click()
    assert manual.browser.document().size().height() > before
    for _each in ZOOMS:
        manual.larger.click()
    assert manual.zoom == len(ZOOMS) - 1


def test_text_has_the_colour_of_the_scheme(manual: Manual) -> None:
    for scheme in ("dark", "light"):
        theme().apply(scheme)
        assert first_colour(manual.browser.document()) == tokens().text.name()


def first_colour(document: QTextDocument) -> str:
    return document.begin().begin().fragment().charFormat().foreground().color().name()


def test_every_field_has_a_name(manual: Manual) -> None:
    for widget in (manual.contents, manual.browser, manual.words, manual.found):
        assert widget.accessibleName()
    unnamed: list[QWidget] = [each for each in (manual.back, manual.next, manual.larger) if not each.text()]
    assert unnamed == []
