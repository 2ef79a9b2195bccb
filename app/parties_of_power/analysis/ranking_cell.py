"""`RankCell`: what a row of a ranked comparison shows of its rank, and the words that say how it comes about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.domain.comparisons import ColumnField
from parties_of_power.texts import _, ngettext

PERCENT = 100


@dataclass(frozen=True, slots=True)
class WeightOf:
    """A column of the ranking: its title and its part of all weights, 0 to 1."""

    title: str
    part: float
    less_is_better: bool = False

    @property
    def words(self) -> str:
        """`Vote share 60 %`."""
        words = _("{column} {percent} %, less is better") if self.less_is_better else _("{column} {percent} %")
        return words.format(column=self.title, percent=round(self.part * PERCENT))


@dataclass(frozen=True, slots=True)
class Share:
    """What a column adds to a score; nothing where `lacking` says what stands there instead of a number."""

    of: WeightOf
    amount: float
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class RankCell(Cell):
    """`number` is the rank; `low` and `high` are the best and the worst one possible. Without a rank `shares` says
    which numbers are lacking. `count` is how many rows have a rank, `sharing` how many this one."""

    score: float = 0.0
    least: float = 0.0
    most: float = 0.0
    count: int = 0
    sharing: int = 1
    shares: tuple[Share, ...] = ()

    @property
    def range_text(self) -> str:
        """`1–4`; blank where no other rank is possible."""
        if self.low is None or self.high is None or self.low == self.high:
            return ""
        return _("{best}–{worst}").format(best=round(self.low), worst=round(self.high))

    @property
    def spoken(self) -> str:
        if self.number is None:
            lacking = (_lacking(each) for each in self.shares if each.lacking)
            return "; ".join(filter(None, [_("no score"), *lacking]))
        parts = (
            _("{column} {amount}").format(column=each.of.title, amount=_score(each.amount)) for each in self.shares
        )
        return "; ".join(
            filter(
                None,
                (
                    _("rank {rank} of {count}").format(rank=round(self.number), count=self.count),
                    self._tie(),
                    self._possible(),
                    _("score {score}: {parts}").format(score=_score(self.score), parts=" + ".join(parts)),
                ),
            )
        )

    def _tie(self) -> str:
        if self.sharing < 2:
            return ""
        return ngettext("shared by {count} row", "shared by {count} rows", self.sharing).format(count=self.sharing)

    def _possible(self) -> str:
        if self.low is None or self.high is None:
            return ""
        if self.low == self.high:
            return _("no other within intervals and rivals")
        return _("{best} to {worst} within intervals and rivals").format(best=round(self.low), worst=round(self.high))


def rank_header(field: ColumnField, weights: Sequence[WeightOf]) -> Header:
    """What stands above the columns that a ranking comes to; the note says how it is reckoned."""
    title = {"rank": _("Rank"), "rank_range": _("Possible ranks"), "score": _("Score")}[field]
    return Header(title, " · ".join(each.words for each in weights), False, note=method_words(weights))


def method_words(weights: Sequence[WeightOf]) -> str:
    return _(
        "Weighted mean of: {weights}. Each column is put on a scale from 0 to 1, between the least and the greatest "
        "number of the rows shown. Rows that lack a number have no score. Possible ranks: each number may lie anywhere "
        "in its interval or be that of a rival, the scales stay. Where rows share a number, fewer ranks are possible."
    ).format(weights=", ".join(each.words for each in weights))


def file_cell(cell: RankCell, field: ColumnField) -> Cell:
    """The range or the score of a row, which have columns of their own in a file."""
    if cell.number is None or field == "rank":
        return cell
    if field == "score":
        return Cell(cell.subject_id, None, f"{cell.score:.3f}", "value", number=round(cell.score, 9))
    return Cell(cell.subject_id, None, cell.range_text or cell.text, "value")


def no_score(subject_id: int, shares: tuple[Share, ...]) -> RankCell:
    return RankCell(subject_id, None, _("no score"), "missing", shares=shares)


def _lacking(share: Share) -> str:
    return _("{column}: {reason}").format(column=share.of.title, reason=share.lacking)


def _score(number: float) -> str:
    return f"{number:.2f}"
