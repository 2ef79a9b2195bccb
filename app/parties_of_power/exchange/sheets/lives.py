"""The sheet Lives: a column for each year, shaded where a party or a state existed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.days import civil, day_number
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, Look, Sheet, SheetColumn, Shown
from parties_of_power.exchange.sheets.values import date_content
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _

_MOST_YEARS = 120
_WIDTH_OF_YEAR = 5
_SURELY = Shown("■", Look(style="lived", align="center"))
_PERHAPS = Shown("?", Look(style="perhaps", align="center"))


@dataclass(frozen=True, slots=True)
class _Life:
    subject_id: int
    founded: PartialDate
    dissolved: PartialDate | None

    @property
    def begins(self) -> int:
        return self.founded.earliest if self.founded.earliest is not None else self.founded.latest or 0


def lives_sheet(export: Export, changes: Alterations) -> Sheet | None:
    """Of the rows of the comparison, the oldest first; None where nobody knows when any of them was founded."""
    catalogue, day = export.study.catalogue, export.table.day
    lives = sorted(_lives(catalogue, export.table.row_ids, day), key=lambda life: (life.begins, life.subject_id))
    if not lives:
        return None
    this_year = civil(day)[0]
    years = range(max(civil(lives[0].begins)[0], this_year - _MOST_YEARS + 1), this_year + 1)
    return Sheet(
        "Lives",
        _columns(export, years),
        _rows(catalogue, lives, years, day),
        len(lives),
        has_filter=False,
    )


def _lives(catalogue: Catalogue, subject_ids: Sequence[int], day: int) -> Iterator[_Life]:
    for subject_id in dict.fromkeys(subject_ids):
        founded, dissolved = catalogue.life_of(subject_id)
        if founded is not None and _Life(subject_id, founded, dissolved).begins <= day:
            yield _Life(subject_id, founded, dissolved)


def _columns(export: Export, years: range) -> list[SheetColumn]:
    of_party = export.table.comparison.subject_kind == "party"
    note = _("■ it existed in that year, ? it may have: the day is not known. Shaded to the as-of day.")
    return [
        SheetColumn(_("Party") if of_party else _("State"), note=note),
        SheetColumn(_("Founded") if of_party else _("Established")),
        SheetColumn(_("Dissolved")),
        *(SheetColumn(str(year), width=_WIDTH_OF_YEAR) for year in years),
    ]


def _rows(catalogue: Catalogue, lives: Sequence[_Life], years: range, day: int) -> Iterator[list[Content]]:
    for life in lives:
        yield [
            Shown(catalogue.shown_name(life.subject_id, day).text, Look(style="name")),
            date_content(life.founded.text),
            date_content(life.dissolved.text) if life.dissolved else None,
            *(_in_year(life, year, day) for year in years),
        ]


def _in_year(life: _Life, year: int, day: int) -> Content:
    first, last = day_number(year, 1, 1), min(day_number(year, 12, 31), day)
    if life.begins > last:
        return None
    ends = life.dissolved
    if ends is not None and ends.latest is not None and ends.latest < first:
        return None
    is_founded = life.founded.latest is not None and life.founded.latest <= last
    is_there = ends is None or (ends.earliest is not None and ends.earliest >= first)
    return _SURELY if is_founded and is_there else _PERHAPS
