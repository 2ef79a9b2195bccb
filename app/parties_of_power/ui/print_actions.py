"""What the menu File does with paper: print, preview, and export as PDF or web page, whatever view is in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from parties_of_power.domain.dates import iso
from parties_of_power.texts import _
from parties_of_power.ui import file_actions
from parties_of_power.ui.dialogs import messages

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow
    from parties_of_power.ui.printing.paper import PageSetup
    from parties_of_power.ui.printing.printout import Printout

# After the view in front, these can be chosen in the preview.
_ALSO = ("comparison", "inspector", "side_by_side", "charts", "timeline", "between_days", "history", "codebook")


def print_front(window: MainWindow) -> None:
    """What is in front, after the system's own dialog."""
    printout = _front(window)
    if printout is not None:
        _print(window, window, printout, _setup(window))


def preview(window: MainWindow) -> None:
    from parties_of_power.ui.printing.preview import Preview

    found = list({each.name: each for each in _printouts(window)}.values())
    if not found:
        _nothing(window)
        return
    shown = Preview(window.workspace, window, found, _setup(window))
    shown.add_button(_("&Print…"), lambda out, setup: _print(window, shown, out, setup), is_default=True)
    shown.add_button(_("&Export as PDF…"), lambda out, setup: _export(window, shown, out, setup))
    shown.finished.connect(lambda _result: _keep(window, shown.setup))
    shown.open()


def export_document(window: MainWindow) -> None:
    printout = _front(window)
    if printout is not None:
        _export(window, window, printout, _setup(window))


def _print(window: MainWindow, parent: QWidget, printout: Printout, setup: PageSetup) -> None:
    # Loaded when it is wanted: printing brings much along.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from parties_of_power.ui.printing.output import layout_of, print_on

    pages = window.workspace.perform(lambda: printout.pages(setup).count)
    if pages is None:
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(printout.name)
    printer.setPageLayout(layout_of(printout, setup))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    if not dialog.exec():
        return
    # The pages are laid out for this paper, whatever the dialog says.
    printer.setPageLayout(layout_of(printout, setup))
    if print_on(printer, printout, setup):
        window.workspace.message.emit(_("Printed: {name}").format(name=printout.name))
    else:
        messages.problem(parent, _("The printer did not take it: see whether it is on and has paper."))


def _export(window: MainWindow, parent: QWidget, printout: Printout, setup: PageSetup) -> None:
    from parties_of_power.exchange.documents.formats import DOCUMENT_FORMATS
    from parties_of_power.ui.dialogs.export_names import file_name
    from parties_of_power.ui.printing.output import write_document

    filters = [_("PDF (*.pdf)")]
    if hasattr(printout, "document"):
        filters += [f"{each.name} (*{each.endings[0]})" for each in DOCUMENT_FORMATS]
    if hasattr(printout, "poster"):
        filters.append(_("Drawing (*.svg)"))
    proposed = f"{file_name(printout.name)} {iso(window.workspace.as_of)}.pdf"
    name, chosen = QFileDialog.getSaveFileName(
        parent, _("Export as PDF"), file_actions.folder(window, proposed), ";;".join(filters)
    )
    if not name:
        return
    path = Path(name)
    if not path.suffix:
        path = path.with_name(path.name + chosen[chosen.rfind(".") :].rstrip(")"))

    def written() -> Path:
        write_document(printout, setup, path)
        return path

    if window.workspace.perform(written):
        window.workspace.message.emit(_("Exported: {path}").format(path=path))


def _front(window: MainWindow) -> Printout | None:
    """What the view with the focus prints, else the one in the middle; None after the user was told why."""
    found = next(_printouts(window), None)
    if found is None:
        _nothing(window)
    return found


def _printouts(window: MainWindow) -> Iterator[Printout]:
    """That of the view with the focus, that of the view in the middle, then all others that there are."""
    widgets: list[QWidget | None] = [_printable(window, window.panes.focused), window.centre.stack.currentWidget()]
    widgets += [window.widgets.get(key) for key in _ALSO[:-1]]
    widgets.append(window.widget_of(_ALSO[-1]))
    for widget in dict.fromkeys(widgets):
        printout = widget.printout() if widget is not None and hasattr(widget, "printout") else None
        if printout is not None:
            yield printout
        if widget is not None and hasattr(widget, "printouts"):
            yield from widget.printouts()


def _printable(window: MainWindow, widget: QWidget | None) -> QWidget | None:
    """The view that a widget lies in."""
    views = set(window.widgets.values())
    while widget is not None and widget not in views:
        widget = widget.parentWidget()
    return widget


def _nothing(window: MainWindow) -> None:
    window.workspace.message.emit(_("There is nothing here to print."))


def _setup(window: MainWindow) -> PageSetup:
    from parties_of_power.ui.printing.paper import stored_setup

    return stored_setup(window.settings.page_setup)


def _keep(window: MainWindow, setup: PageSetup) -> None:
    window.settings = replace(window.settings, page_setup=setup.stored())
    window.keep_settings()
