"""The paper: its size, margins and how a document is fitted on it. Lengths are twips, twenty to a point."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Literal

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize

from parties_of_power.texts import N_

POINT = 20
INCH = 72 * POINT
MILLIMETRE = INCH / 25.4
# Where the title stands on every page, and the number of the page.
HEAD, FOOT = 26 * POINT, 22 * POINT

# Nothing is printed smaller than 6 points: columns, then rows, go on on further pages.
Fit = Literal["width", "page", "size"]
FITS: dict[Fit, str] = {
    "width": N_("All columns on a page"),
    "page": N_("All on one page"),
    "size": N_("At full size"),
}
PAPERS: dict[str, QPageSize.PageSizeId] = {
    "A4": QPageSize.PageSizeId.A4,
    "A3": QPageSize.PageSizeId.A3,
    "A5": QPageSize.PageSizeId.A5,
    "Letter": QPageSize.PageSizeId.Letter,
    "Legal": QPageSize.PageSizeId.Legal,
    "Tabloid": QPageSize.PageSizeId.Tabloid,
}
LEAST_MARGIN, MOST_MARGIN = 5, 60


@dataclass(frozen=True, slots=True)
class PageSetup:
    """`margin` is in millimetres, the same on all sides. `is_wide` is None where the document decides."""

    paper: str = "A4"
    is_wide: bool | None = None
    margin: int = 15
    fit: Fit = "width"
    with_sources: bool = True

    def layout(self, is_wide: bool) -> QPageLayout:
        wide = is_wide if self.is_wide is None else self.is_wide
        orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        margins = QMarginsF(self.margin, self.margin, self.margin, self.margin)
        size = QPageSize(PAPERS[self.paper])
        return QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter)

    def sheet(self, is_wide: bool) -> Sheet:
        layout = self.layout(is_wide)
        whole = layout.fullRect(QPageLayout.Unit.Millimeter)
        return Sheet(whole.width() * MILLIMETRE, whole.height() * MILLIMETRE, self.margin * MILLIMETRE)

    def stored(self) -> str:
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper in twips."""

    width: float
    height: float
    margin: float

    @property
    def body(self) -> QRectF:
        """Between the title above and the number of the page below."""
        top = self.margin + HEAD
        return QRectF(self.margin, top, self.width - 2 * self.margin, self.height - top - self.margin - FOOT)


def stored_setup(text: str) -> PageSetup:
    """The setup as kept; the usual one for what is not there or not understood."""
    usual = PageSetup()
    try:
        kept = json.loads(text) if text else {}
        made = PageSetup(**{each.name: kept.get(each.name, getattr(usual, each.name)) for each in fields(usual)})
    except (ValueError, AttributeError):
        return usual
    is_known = made.paper in PAPERS and made.fit in FITS and isinstance(made.margin, int)
    return made if is_known and LEAST_MARGIN <= made.margin <= MOST_MARGIN else usual
