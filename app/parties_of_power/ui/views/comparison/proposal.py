"""What a paste, a fill or a replacement would do to the table: worked out and shown before anything changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parties_of_power.analysis.showing import missing_short
from parties_of_power.domain.observations import MISSING_REASONS, Missing, missing_name
from parties_of_power.study.pasting import Pasted, Pasting, Plan, what_pasting_does
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.tables.clipboard import Clip
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.views.comparison.cells_here import CellsHere
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.new_rows import NO_NEW_ROWS, NewRows, Refused, new_rows
from parties_of_power.ui.views.comparison.several import Place

Block = tuple[int, int, int, int]  # top, left, bottom, right
Texts = Sequence[tuple[Place, Copied]]


@dataclass(frozen=True)
class Proposal:
    """`title` begins the bar (*Paste 3 × 2 from Excel*), `label` names the edit. `plans` are the cells in the table
    that take a text, `equal` those that say so already as they show it."""

    title: str
    label: str
    pasting: Pasting
    plans: dict[Place, Plan] = field(default_factory=dict)
    equal: tuple[Place, ...] = ()
    refused: tuple[Refused, ...] = ()
    blank: int = 0
    rows: NewRows = NO_NEW_ROWS

    @property
    def is_plain(self) -> bool:
        return self.pasting.is_plain and not self.refused and not self.rows.names

    @property
    def fitting(self) -> int:
        """How many of the texts can be taken, those that are there already with them."""
        return len(self.pasting.fitting) + len(self.equal)

    @property
    def changing(self) -> int:
        return sum(plan.changes for plan in self.pasting.fitting)

    @property
    def unreadable(self) -> int:
        return self.pasting.counts["wrong"]

    def sentences(self) -> list[tuple[str, str]]:
        """(role, sentence), each true by itself."""
        told = [(role, words) for role, words in self.pasting.sentences if role != "equal"]
        same = len(self.equal) + self.pasting.counts["same"]
        if same:
            words = ngettext("{count} equal to what is here", "{count} equal to what is here", same)
            told.insert(0, ("equal", words.format(count=same)))
        if self.blank:
            words = ngettext("{count} blank, left out", "{count} blank, left out", self.blank)
            told.append(("equal", words.format(count=self.blank)))
        if self.rows.names:
            told.append(("change", self.rows.words()))
        reasons: dict[str, int] = {}
        for each in self.refused:
            reasons[each.why] = reasons.get(each.why, 0) + 1
        told += [("wrong", _("{count} left out: {why}").format(count=count, why=why)) for why, count in reasons.items()]
        return told


def propose(model: ComparisonModel, title: str, label: str, texts: Texts) -> Proposal:
    """Every text at its place in the table, or beyond it."""
    wanted: list[tuple[Place, Pasted]] = []
    rows, here, reasons = new_rows(model, texts), CellsHere(model), _reasons()
    equal: list[Place] = []
    refused, blank = list(rows.refused), 0
    named = {place for place, copied in texts if place[1] == 0 and copied.text.strip()}
    for place, copied in texts:
        if not copied.missing and not copied.text.strip():
            blank += 1
            continue
        if place[0] in rows.taken_rows:
            continue
        why = _no_cell(model, place, has_name=(place[0], 0) in named)
        if why:
            refused.append(Refused(place, copied.text, why))
            continue
        asked = here.asked(place)
        if not copied.missing and copied.text.strip() == here.text(place).strip():
            equal.append(place)  # computed states and names come back with a copied row, numbers as they are shown
        elif asked is None:
            is_rank = model.columns[place[1]].is_of_ranking
            words = _("ranks come from the weights") if is_rank else _("names and states are typed, not pasted over")
            refused.append(Refused(place, copied.text, words))
        else:
            missing = copied.missing or reasons.get(copied.text.strip(), "")
            when = model.when(*place)
            wanted.append((place, Pasted(*asked, when, copied.text, missing, copied.carried)))
    pasting = what_pasting_does(model.workspace.study, (pasted for _place, pasted in wanted), model.workspace.citing)
    plans = dict(zip((place for place, _pasted in wanted), pasting.plans, strict=True))
    return Proposal(title, label, pasting, plans, tuple(equal), tuple(refused), blank, rows)


def proposed_paste(model: ComparisonModel, clip: Clip, blocks: Sequence[Block]) -> Proposal:
    size = _("{rows} × {columns}").format(rows=clip.height, columns=clip.width)
    title = _("Paste {size} from {program}") if clip.program else _("Paste {size}")
    texts = spread(model, clip, blocks)
    count = len(texts)
    label = ngettext("Paste {count} cell", "Paste {count} cells", count).format(count=count)
    return propose(model, title.format(size=size, program=clip.program), label, texts)


def spread(model: ComparisonModel, clip: Clip, blocks: Sequence[Block]) -> list[tuple[Place, Copied]]:
    """Which text goes where: from the first cell of each selected block on, and over all of a block where the clipboard
    fits it exactly several times, as in Excel. Headings of groups are passed over."""
    height, width = clip.height, clip.width
    places: dict[Place, Copied] = {}
    for top, left, bottom, right in blocks:
        rows, columns = len(rows_of(model, top, bottom)), right - left + 1
        if not rows or rows % height or columns % width:
            rows, columns = height, width
        for number, row in enumerate(_rows_from(model, top, rows)):
            for column in range(columns):
                places[row, left + column] = clip.rows[number % height][column % width]
    return list(places.items())


def rows_of(model: ComparisonModel, first: int, last: int) -> list[int]:
    """The rows of a block that have cells, which headings of groups have not."""
    return [row for row in range(first, last + 1) if not model.is_heading(row)]


def _rows_from(model: ComparisonModel, first: int, count: int) -> list[int]:
    """So many rows from one on, at the end of the table those that would follow."""
    rows = rows_of(model, first, model.rowCount() - 1)[:count]
    beyond = max(first, model.rowCount())
    return [*rows, *range(beyond, beyond + count - len(rows))]


def taken(
    model: ComparisonModel, proposal: Proposal, *, only_fitting: bool = True, with_rows: bool = False
) -> int | None:
    """How many cells changed; None where it was refused, and the user was told why."""
    study = model.workspace.study

    def act() -> int:
        with study.edit(proposal.label):
            added = proposal.rows.add(model) if with_rows else 0
            return added + proposal.pasting.apply(proposal.label, only_fitting=only_fitting)

    return model.workspace.perform(act)


def _no_cell(model: ComparisonModel, place: Place, *, has_name: bool) -> str:
    """Why there is no cell at a place; blank where there is one."""
    row, column = place
    if column >= model.columnCount():
        return _("beyond the last column")
    if row < model.rowCount():
        return ""
    if model.table is not None and model.table.has_moments:
        return _("below the last row: its elections and years follow from the study")
    if has_name:
        return _("below the last row: a new party needs its state beside it, and a name that nobody bears yet")
    return _("below the last row")


def _reasons() -> dict[str, Missing]:
    """The missing reasons by the words that a cell shows for them."""
    words = {missing_name(reason): reason for reason in MISSING_REASONS}
    return words | {missing_short(reason): reason for reason in MISSING_REASONS}
