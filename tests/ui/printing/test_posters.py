"""The whole timeline on paper: on one page, on pages to glue, as one long page, and as a drawing with its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.dates import day_number
from parties_of_power.ui.printing.output import write_document
from parties_of_power.ui.printing.paper import MILLIMETRE, PageSetup
from parties_of_power.ui.printing.posters import OVERLAP, PosterPrintout, Tiles, tile_name
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.timeline import TimelineView, make
from parties_of_power.ui.views.timeline.hatch import hatch_lines
from parties_of_power.ui.workspace import Workspace


@pytest.fixture
def printouts(qapp: QApplication, workspace: Workspace) -> Iterator[dict[str, PosterPrintout]]:
    theme().apply("dark")
    workspace.set_as_of(day_number(2008, 11, 25))
    view = make(workspace)
    assert isinstance(view, TimelineView)
    view.resize(900, 600)
    view.show()
    qapp.processEvents()
    yield {each.form: each for each in view.printouts() if isinstance(each, PosterPrintout)}
    view.close()
    view.deleteLater()
    qapp.processEvents()


def tiles(printout: PosterPrintout, **setup: object) -> Tiles:
    pages = printout.pages(PageSetup(**setup))  # type: ignore[arg-type]  # fields by their names
    assert isinstance(pages, Tiles)
    return pages


def test_one_page_holds_all_of_it(printouts: dict[str, PosterPrintout]) -> None:
    page = tiles(printouts["page"], paper="A3")
    size, body = page.poster.size, page.sheet.body
    assert page.count == 1
    assert size.width() * page.scale <= body.width() + 1
    assert size.height() * page.scale <= body.height() + 1
    assert page.sheet.width == pytest.approx(420 * MILLIMETRE, rel=0.01)


def test_pages_to_glue_cover_all_of_it_and_overlap(printouts: dict[str, PosterPrintout]) -> None:
    page = tiles(printouts["glued"], paper="A4")
    size, body = page.poster.size, page.sheet.body
    assert page.across == 4
    assert page.across * (body.width() - OVERLAP) + OVERLAP >= size.width() * page.scale - 2
    assert page.down * (body.height() - OVERLAP) + OVERLAP >= size.height() * page.scale - 2
    assert 11 * page.scale >= 6 * 20, "letters of 6 points at least"
    assert [tile_name(0, 0), tile_name(1, 3)] == ["A1", "B4"]


def test_the_long_page_has_a_paper_of_its_own(printouts: dict[str, PosterPrintout]) -> None:
    setup = PageSetup()
    page, layout = tiles(printouts["long"]), printouts["long"].own_layout(setup)
    assert page.count == 1
    assert layout.fullRectPoints().width() == pytest.approx(page.sheet.width / 20, abs=2)
    assert layout.fullRectPoints().height() == pytest.approx(page.sheet.height / 20, abs=2)


def test_sources_stand_below_where_they_are_wanted(printouts: dict[str, PosterPrintout]) -> None:
    with_them, without = (printouts["long"].poster(with_sources=wanted) for wanted in (True, False))
    assert with_them.size.height() > without.size.height() + 50


@pytest.mark.parametrize("form", ["page", "glued", "long"])
def test_each_is_written_as_a_pdf(printouts: dict[str, PosterPrintout], tmp_path: Path, form: str) -> None:
    path = tmp_path / "timeline.pdf"
    write_document(printouts[form], PageSetup(), path)
    pdf = path.read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == printouts[form].pages(PageSetup()).count
    assert b"/FontFile" in pdf


def test_the_drawing_has_its_words_as_text(
    printouts: dict[str, PosterPrintout], workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "timeline.svg"
    write_document(printouts["long"], PageSetup(), path)
    svg = path.read_text(encoding="utf-8")
    for words in (
        "Soviet Union until 26 Dec 1991",
        "Perestroika, 1985 – 1991",
        "Nur Otan",
        "tie proposed",
        "Sources: ",
    ):
        assert words in svg
    assert "<image" not in svg, "nothing in it is a picture of dots"


def test_every_page_has_ink_in_the_light_colours(printouts: dict[str, PosterPrintout]) -> None:
    page = tiles(printouts["glued"])
    for number in range(page.count):
        image = QImage(420, 594, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(image.width() / page.sheet.width, image.height() / page.sheet.height)
        page.paint(painter, number)
        painter.end()
        shades = {image.pixelColor(x, y).name() for x in range(20, 400, 3) for y in range(40, 560, 3)}
        assert len(shades) > 10
        assert "#232629" not in shades


def test_hatch_lines_stay_in_their_rectangle() -> None:
    rect = QRectF(10, 20, 37, 16)
    lines = hatch_lines(rect, 3.0)
    assert len(lines) >= 7
    for line in lines:
        assert rect.left() <= line.x1() < line.x2() <= rect.right()
        assert rect.top() - 1e-9 <= line.y2() < line.y1() <= rect.bottom() + 1e-9
        assert line.x2() - line.x1() == pytest.approx(line.y1() - line.y2())
