"""Every form of a date typed as a founding, drawn as the legend says; the picture of all of them is in the output.

pytest tests/ui/views/test_timeline_forms.py --basetemp=FOLDER       leaves FOLDER/*/edtf-light.png and edtf-dark.png
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.dates import PartialDate, day_number
from parties_of_power.study.typing import set_value
from parties_of_power.ui.theme import Scheme, theme
from parties_of_power.ui.views.timeline import TimelineView, make
from parties_of_power.ui.workspace import Workspace
from study.builders import a_study

# What is typed, and how its end is drawn: the look, whether it fades, whether it bears a question mark.
FORMS: dict[str, tuple[str, bool, bool]] = {
    "1999-02-12": ("day", False, False),
    "1999-02": ("span", False, False),
    "1999": ("span", False, False),
    "1999-21": ("span", False, False),
    "199X": ("span", False, False),
    "19XX": ("span", False, False),
    "1999-XX": ("span", False, False),
    "1999-02-XX": ("span", False, False),
    "1999-XX-XX": ("span", False, False),
    "1999~": ("span", True, False),
    "1999-02~": ("span", True, False),
    "1999?": ("span", False, True),
    "1999%": ("span", True, True),
    "[1998,1999]": ("set", False, False),
    "[1998..2000]": ("set", False, False),
    "[..1994]": ("set", False, False),
    "[1999..]": ("set", False, False),
    "[1997,1999..2001]": ("set", False, False),
    "1998/2000": ("span", False, False),
    "-0044-03-15": ("day", False, False),
    "Y-10000": ("span", False, False),
}


@pytest.fixture
def view(qapp: QApplication, tmp_path: Path) -> Iterator[TimelineView]:
    words = a_study(tmp_path, "Forms.parties").with_state("Forms")
    for text in FORMS:
        words.with_party(text, "Forms", founded=text, dissolved="2010-06-30")
    workspace = Workspace(words.study)
    theme().apply("light")
    view = make(workspace)
    assert isinstance(view, TimelineView)
    view.resize(1300, 1000)
    view.canvas.arrange(replace(view.canvas.arrangement, lanes="party", order="name", has_legend=True))
    view.show()
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()
    workspace.close()
    qapp.processEvents()


def test_each_form_is_drawn_as_the_legend_says(view: TimelineView) -> None:
    catalogue = view.canvas.workspace.catalogue
    looks = {
        catalogue.shown_name(subject_id, 1).text: (
            place.bar.start.look,
            place.bar.start.approximate,
            place.bar.start.uncertain,
        )
        for subject_id, place in view.canvas.timeline.places.items()
    }
    assert looks == FORMS


def test_no_form_is_drawn_narrower_than_what_is_not_known(view: TimelineView) -> None:
    canvas = view.canvas
    canvas.show_exactly(day_number(1985, 1, 1), day_number(2012, 1, 1))
    picture = canvas.picture()
    for subject_id, place in canvas.timeline.places.items():
        date = canvas.workspace.catalogue.life_of(subject_id)[0]
        assert date is not None
        start = picture.shape_of(place.bar).start
        if date.earliest is not None and date.latest is not None and place.bar.start.look != "day":
            assert start.left == pytest.approx(picture.scale.x(date.earliest))
            assert start.right == pytest.approx(
                min(picture.scale.x(date.latest + 1), picture.shape_of(place.bar).end.left)
            )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_of_all_forms_is_made(view: TimelineView, qapp: QApplication, tmp_path: Path, scheme: Scheme) -> None:
    theme().apply(scheme)
    view.canvas.show_exactly(day_number(1985, 1, 1), day_number(2012, 1, 1))
    qapp.processEvents()
    path = tmp_path / f"edtf-{scheme}.png"
    assert view.grab().save(str(path))
    assert len(_colours(QImage(str(path)))) > 30


@pytest.mark.parametrize(("first", "last"), [("-2990", "2010"), ("2008-11-25", "2008-11-25"), ("0001-01-01", "9999")])
def test_a_range_of_thousands_of_years_and_one_of_a_day_are_drawn(
    view: TimelineView, qapp: QApplication, first: str, last: str
) -> None:
    canvas, workspace = view.canvas, view.canvas.workspace
    who = workspace.catalogue.parties[0].id
    founded, dissolved = (
        next(each.id for each in workspace.catalogue.attributes_of("party") if each.role == role)
        for role in ("founded", "dissolved")
    )
    set_value(workspace.study, who, founded, first)
    set_value(workspace.study, who, dissolved, last)
    canvas.load()
    workspace.select((who,))
    for show in (canvas.fit, lambda: canvas.show_days(*canvas.timeline.seen_life(canvas.timeline.places[who].bar))):
        show()
        qapp.processEvents()
        shape = canvas.picture().shape_of(canvas.timeline.places[who].bar)
        assert shape.whole.right > shape.whole.left
        start, end = PartialDate.parse(first), PartialDate.parse(last)
        assert start.earliest is not None
        assert end.latest is not None
        assert shape.whole.left == pytest.approx(canvas.scale.x(start.earliest))
        assert shape.whole.right == pytest.approx(canvas.scale.x(end.latest + 1))
    assert len(_colours(view.grab().toImage())) > 5


def _colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
