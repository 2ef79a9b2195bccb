"""The foot of the page: what has been decided, the source and note of what is taken, and the buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.returned.differences import Difference
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.citing_box import short_name, sources_called
from parties_of_power.ui.palette import mix
from parties_of_power.ui.theme import SEMIBOLD, font, px, theme, tokens
from parties_of_power.ui.views.differences.decisions import Decisions
from parties_of_power.ui.workspace import Workspace
from parties_of_power.ui.wrapping import WrappingRow


class Footer(QWidget):
    """`applied` and `cancelled` are its buttons."""

    applied = Signal()
    cancelled = Signal()

    def __init__(self, workspace: Workspace, decisions: Decisions) -> None:
        super().__init__()
        self.workspace = workspace
        self.decisions = decisions
        self.told = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.bar = SharesBar()
        self.source = QComboBox(editable=True)
        self.note = QLineEdit()
        self.cancel = QPushButton(_("&Close"))
        self.apply = QPushButton(_("&Apply"))
        self.apply.setProperty("primary", True)
        self.apply.clicked.connect(self.applied)
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.fill_sources()

    def show_decided(self, differences: Sequence[Difference]) -> None:
        taken, both, kept, left = (
            self.decisions.count(differences, decision) for decision in ("take", "both", "keep", "")
        )
        parts = [
            ngettext("take {count}", "take {count}", taken).format(count=taken),
            ngettext("take {count} as a rival", "take {count} as rivals", both).format(count=both) if both else "",
            ngettext("keep ours {count}", "keep ours {count}", kept).format(count=kept),
            ngettext("{count} not decided", "{count} not decided", left).format(count=left) if left else "",
        ]
        self.told.setText(_("One edit: {parts}").format(parts=" · ".join(filter(None, parts))))
        self.bar.show_shares(taken, both, kept, left)
        count = taken + both
        words = ngettext("&Apply {count}", "&Apply {count}", count).format(count=count)
        if left and count:
            words = _("{apply}, leave {left} open").format(apply=words, left=left)
        self.apply.setText(words if count else _("&Apply"))
        self.apply.setEnabled(bool(count) and not self.workspace.study.is_read_only)

    def fill_sources(self) -> None:
        """What is cited in the window is proposed."""
        self.source.clear()
        self.source.addItem("", None)
        sources = sorted(self.workspace.catalogue.sources.values(), key=lambda each: short_name(each).casefold())
        for each in sources:
            self.source.addItem(f"{short_name(each)} · {each.title}", each.id)
        completer = QCompleter(self.source.model(), self.source)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.source.setCompleter(completer)
        citing = self.workspace.citing
        self.source.setCurrentIndex(max(self.source.findData(citing.source_id if citing else None), 0))

    def citing(self) -> Cite | None:
        """The source that is chosen; None for none, and where the text could be none or several."""
        typed = self.source.currentText().strip()
        place = self.source.findText(typed, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            source_id = self.source.itemData(place)
        else:
            found = sources_called(typed, self.workspace.catalogue.sources.values())
            source_id = found[0].id if len(found) == 1 else None
        here = self.workspace.citing
        if source_id is None:
            return None
        return here if here is not None and here.source_id == source_id else Cite(source_id, "", "")

    @property
    def is_source_clear(self) -> bool:
        return not self.source.currentText().strip() or self.citing() is not None

    def _lay_out(self) -> None:
        self.told.setFont(font(12, SEMIBOLD))
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(14)
        line = self.source.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("no source"))
        self.note.setPlaceholderText(_("why these are taken"))
        row = WrappingRow(self, QMargins(px(16), px(8), px(16), px(8)), px(16))
        row.at_right = 1
        shares = QWidget()
        above = QVBoxLayout(shares)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(px(4))
        above.addWidget(self.told)
        above.addWidget(self.bar)
        labels = [QLabel(words) for words in (_("C&ite"), _("&Note"))]
        for label, field in zip(labels, (self.source, self.note), strict=True):
            label.setBuddy(field)
        for group in (shares, _beside(labels[0], self.source), _beside(labels[1], self.note)):
            row.addWidget(group)
        row.addWidget(_beside(self.cancel, self.apply))


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets that stay on one line."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for widget in widgets:
        row.addWidget(widget)
    return group


class SharesBar(QWidget):
    """How much is taken, taken as rivals, kept, and not decided, as parts of one bar; the words stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self.shares = (0, 0, 0, 0)
        self.setFixedHeight(px(10))
        self.setMinimumWidth(px(160))
        theme().changed.connect(self.update)

    def show_shares(self, *shares: int) -> None:
        self.shares = (shares[0], shares[1], shares[2], shares[3])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        total, colours = sum(self.shares), tokens()
        if not total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fills: list[QColor | None] = [colours.accent, mix(colours.accent, colours.ground, 0.45), colours.line, None]
        left = 0.0
        for share, fill in zip(self.shares, fills, strict=True):
            width = (self.width() - 1) * share / total
            if width:
                rect = QRectF(left + 0.5, 1.5, max(width - px(2), 2), self.height() - 3)
                is_open = fill is None
                painter.setPen(QPen(colours.rival, 1, Qt.PenStyle.DashLine) if is_open else Qt.PenStyle.NoPen)
                painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
                painter.drawRoundedRect(rect, px(2), px(2))
            left += width
        painter.end()
