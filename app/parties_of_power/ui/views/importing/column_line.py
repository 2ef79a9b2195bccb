"""One column of the file: what it is for, and of a new attribute its name and kind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import KINDS
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute, Role
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Choice

_NEW = "new"
_ROLES: tuple[Role, ...] = ("party", "state", "year", "date", "from", "to", "attribute", "text")
_NEW_KINDS = ("text", "number", "percent", "yes_no", "date", "choice", "person", "party", "state", "link")


class ColumnLine(QObject):
    """`chosen` comes with the use as it is now. The section puts its widgets into a row."""

    chosen = Signal(object)

    def __init__(self, use: ColumnUse) -> None:
        super().__init__()
        self.use = use
        self.guessed_new = use.new or NewAttribute(use.title, "text", source_variable=use.title)
        self.listed: object = None
        self.title = QLabel(use.title, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.title.setFont(font(13, SEMIBOLD))
        self.what = Choice(_("{column} is").format(column=use.title))
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name of the new attribute of {column}").format(column=use.title))
        self.kind = Choice(_("Kind of the new attribute of {column}").format(column=use.title))
        self.kind.setMinimumContentsLength(9)
        for each in KINDS:
            if each.key in _NEW_KINDS:
                self.kind.offer(each.name, each.key)
        self.reason = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.reason.setFont(font(12))
        self.title.setBuddy(self.what)
        self.what.activated.connect(lambda _at: self._choose())
        self.kind.activated.connect(lambda _at: self._change_new())
        self.name.editingFinished.connect(self._change_new)

    def show_use(self, use: ColumnUse, draft: Draft) -> None:
        self.use = use
        attributes = draft.study.catalogue.attributes_of(draft.plan.subject_kind)
        if self.listed != attributes:
            self._list_uses(attributes)
        self.listed = attributes
        self.what.choose(_key(use))
        new = use.new
        for widget in (self.name, self.kind):
            widget.setVisible(new is not None)
        if new is not None:
            self.guessed_new = new
            self.name.setText(new.name)
            self.kind.choose(new.kind)
        self.reason.setText(use.reason)

    def _list_uses(self, attributes: tuple[Attribute, ...]) -> None:
        self.what.clear()
        self.what.offer(_("leave out"), ("ignored", 0))
        self.what.offer(_("a new attribute"), (_NEW, 0))
        for role in _ROLES:
            self.what.offer(_role_name(role), (role, 0))
        if self.use.role not in ("ignored", "value", *_ROLES):
            self.what.offer(self.use.scheme or self.use.role, (self.use.role, 0))
        for attribute in attributes:
            if not attribute.is_computed:
                self.what.offer(attribute.name, ("value", attribute.id))

    def _choose(self) -> None:
        chosen, attribute_id = self.what.currentData()
        new = self.guessed_new if chosen == _NEW else None
        role: Role = "value" if new else chosen
        use = replace(self.use, role=role, attribute_id=attribute_id or None, new=new, reason=_("chosen by you"))
        self.chosen.emit(use)

    def _change_new(self) -> None:
        new, name = self.use.new, self.name.text().strip()
        if new is None:
            return
        kind = str(self.kind.currentData())
        choices = new.choices if kind == "choice" else ()
        changed = replace(new, name=name or new.name, kind=kind, choices=choices)
        if changed != new:
            self.chosen.emit(replace(self.use, new=changed, reason=_("chosen by you")))


def _key(use: ColumnUse) -> tuple[str, int]:
    if use.role != "value":
        return use.role, 0
    return (_NEW, 0) if use.new is not None else ("value", use.attribute_id or 0)


def _role_name(role: Role) -> str:
    return {
        "party": _("name of the party"),
        "state": _("name of the state"),
        "year": _("year"),
        "date": _("date"),
        "from": _("from when it holds"),
        "to": _("until when it holds"),
        "attribute": _("names an attribute"),
        "text": _("value of the named attribute"),
    }.get(role, role)
