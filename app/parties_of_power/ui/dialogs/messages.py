"""What the program says in a box: a refusal with what to do next, and a question before something is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QInputDialog, QLineEdit, QMessageBox, QWidget

from parties_of_power.study.errors import DiskFull, StudyMoved
from parties_of_power.texts import _


def refusal(parent: QWidget, error: Exception, save_copy: Callable[[], object]) -> bool:
    """Say why something was not done. True where the user wants to try again.

    A study whose file was moved or replaced can only be saved as a copy; a full disk can be tried again.
    """
    box = _box(parent, sentence(error))
    again = copy = None
    if isinstance(error, StudyMoved):
        copy = box.addButton(_("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
    elif isinstance(error, DiskFull):
        again = box.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Close)
    pressed = _pressed(box)
    if copy is not None and pressed is copy:
        save_copy()
    return again is not None and pressed is again


def sentence(error: Exception) -> str:
    """What an error says to a reader. Of the system's errors, its words and the file they are about."""
    if isinstance(error, OSError) and error.strerror:
        return (
            _("{file}: {problem}.").format(file=error.filename, problem=error.strerror)
            if error.filename
            else error.strerror
        )
    return str(error)


def notice(parent: QWidget | None, text: str) -> None:
    box = _box(parent, text)
    box.addButton(QMessageBox.StandardButton.Close)
    _pressed(box)


def problem(parent: QWidget | None, text: str) -> None:
    box = _box(parent, text)
    box.addButton(QMessageBox.StandardButton.Close)
    _pressed(box)


def confirmed(parent: QWidget, question: str, do_it: str) -> bool:
    """Ask before something is done; `do_it` are the words on the button that does it."""
    box = _box(parent, question)
    yes = box.addButton(do_it, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    return _pressed(box) is yes


def text_from(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """A line of text from the user; None where they gave none."""
    answer, given = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, text)
    return answer.strip() if given else None


def _pressed(box: QMessageBox) -> QAbstractButton | None:
    """Show the box until it is answered. Closed boxes would stay in what a screen reader sees."""
    box.exec()
    box.deleteLater()
    return box.clickedButton()


def _box(parent: QWidget | None, text: str) -> QMessageBox:
    """Without a sign: the sentence says how serious it is."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("Parties of Power"))
    box.setText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
