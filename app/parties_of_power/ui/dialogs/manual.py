"""The manual: contents at the left, the page at the right, and a search over all pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.texts import _, ngettext
from parties_of_power.ui.manual_pages import CONTENTS, folder, read_pages, style
from parties_of_power.ui.theme import font, px, theme

ZOOMS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
PICTURE_WIDTH = 600
USUAL_ZOOM = ZOOMS.index(1.0)


@dataclass(frozen=True)
class Hit:
    """A place that holds the words that are searched for: its page and where on it they begin and end."""

    page: str
    start: int
    end: int


class PageBrowser(QTextBrowser):
    """Draws pictures at half the size in which they were taken, no wider than the text, and smoothly."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        image = QImage(QUrl.fromLocalFile(f"{folder()}/").resolved(QUrl(name)).toLocalFile())
        width = round(min(PICTURE_WIDTH, image.width() / 2) * ratio)
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


class Manual(QDialog):
    """One window of its own; `go` shows a place, as `page.html#place`."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = read_pages()
        self.hits: list[Hit] = []
        self.at, self.zoom, self._shown = -1, USUAL_ZOOM, CONTENTS
        self._make_fields()
        self._lay_out()
        self._listen()
        self.resize(px(940), px(720))
        self.restyle()
        self.go(CONTENTS)

    def go(self, place: str) -> None:
        self.browser.setSource(self._url(place))
        self.browser.setFocus()

    def search(self, text: str) -> None:
        """Find the words on every page and show the first place from the page that is shown on."""
        self.hits = [hit for page in self.pages for hit in hits_in(page.html, page.name, text)] if text.strip() else []
        names = [page.name for page in self.pages]
        here = names.index(self.page_shown())
        self.at = next((i for i, hit in enumerate(self.hits) if names.index(hit.page) >= here), 0) - 1
        self.step(1)

    def step(self, by: int) -> None:
        """To the next hit, or the previous one; after the last comes the first."""
        if not self.hits:
            self.found.setText(_("Nothing found") if self.words.text().strip() else "")
            return
        self.at = (self.at + by) % len(self.hits)
        hit = self.hits[self.at]
        if hit.page != self.page_shown():
            self.browser.setSource(self._url(hit.page))
        cursor = QTextCursor(self.browser.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        self.browser.setTextCursor(cursor)
        said = ngettext("{at} of {count} hit", "{at} of {count} hits", len(self.hits))
        self.found.setText(said.format(at=self.at + 1, count=len(self.hits)))

    def set_zoom(self, zoom: int) -> None:
        self.zoom = min(max(zoom, 0), len(ZOOMS) - 1)
        self.restyle()

    def restyle(self) -> None:
        """Draw the page in the scheme and the size of now, at the place where it is read."""
        text, bar = self.browser, self.browser.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        shown = font(14)
        shown.setPixelSize(round(px(14) * ZOOMS[self.zoom]))
        text.setFont(shown)
        text.document().setDefaultStyleSheet(style(ZOOMS[self.zoom]))
        if not text.source().isEmpty():
            text.reload()
            bar.setValue(round(share * bar.maximum()))

    def page_shown(self) -> str:
        return self._shown

    def _make_fields(self) -> None:
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Contents of the manual"))
        self.contents.setSpacing(px(3))
        self.contents.addItems([page.title for page in self.pages])
        self.browser = PageBrowser()
        self.browser.setAccessibleName(_("Page of the manual"))
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(px(20))
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Search the manual"))
        self.words.setAccessibleName(_("Search the manual"))
        self.words.setClearButtonEnabled(True)
        self.found = QLabel()
        self.found.setAccessibleName(_("Hits"))
        self.back, self.forward = _button(_("Back"), "Alt+Left"), _button(_("Forward"), "Alt+Right")
        self.previous, self.next = _button(_("Previous"), "Shift+F3"), _button(_("Next"), "F3")
        self.smaller, self.larger = _button(_("Smaller"), "Ctrl+-"), _button(_("Larger"), "Ctrl++")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(px(6))
        for widget in (self.back, self.forward, self.words, self.previous, self.next, self.found):
            bar.addWidget(widget, 1 if widget is self.words else 0)
        bar.addWidget(self.smaller)
        bar.addWidget(self.larger)
        split = QSplitter()
        split.addWidget(self.contents)
        split.addWidget(self.browser)
        split.setSizes([px(230), px(710)])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.addLayout(bar)
        column.addWidget(split, 1)

    def _listen(self) -> None:
        browser = self.browser
        self.contents.currentRowChanged.connect(self._take_page)
        browser.anchorClicked.connect(self._follow)
        browser.sourceChanged.connect(self._mark_page)
        for button, can_go, go in (
            (self.back, browser.backwardAvailable, browser.backward),
            (self.forward, browser.forwardAvailable, browser.forward),
        ):
            button.setEnabled(False)
            can_go.connect(button.setEnabled)
            button.clicked.connect(go)
        self.words.textChanged.connect(self.search)
        self.words.returnPressed.connect(lambda: self.step(1))
        self.next.clicked.connect(lambda: self.step(1))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.larger.clicked.connect(lambda: self.set_zoom(self.zoom + 1))
        self.smaller.clicked.connect(lambda: self.set_zoom(self.zoom - 1))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_zoom(USUAL_ZOOM))
        QShortcut(QKeySequence("Ctrl+F"), self, self.words.setFocus)
        theme().changed.connect(self.restyle)

    def _take_page(self, row: int) -> None:
        if row >= 0 and self.pages[row].name != self.page_shown():
            self.browser.setSource(self._url(self.pages[row].name))

    def _mark_page(self, url: QUrl) -> None:
        """The browser tells of a page before its own `source` is the new one."""
        self._shown = url.fileName()
        self.contents.setCurrentRow([page.name for page in self.pages].index(self._shown))

    def _follow(self, url: QUrl) -> None:
        """A link to a page is shown here, one to the web by the browser of the system."""
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            self.browser.setSource(self.browser.source().resolved(url))

    def _url(self, place: str) -> QUrl:
        name, _hash, fragment = place.partition("#")
        url = QUrl.fromLocalFile(str(folder() / name))
        if fragment:
            url.setFragment(fragment)
        return url


def hits_in(html: str, page: str, text: str) -> list[Hit]:
    """Every place of a page where the text stands; places count as in the document that shows the page."""
    document = QTextDocument()
    document.setHtml(html)
    found, hits = document.find(text), []
    while not found.isNull():
        hits.append(Hit(page, found.selectionStart(), found.selectionEnd()))
        found = document.find(text, found)
    return hits


def _button(words: str, keys: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setShortcut(QKeySequence(keys))
    button.setToolTip(f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
    return button
