"""The settings on one page: who edits, how the program looks, how figures and days are written, what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QCheckBox, QSpinBox

from parties_of_power.domain.conventions import DATE_FORMATS, DECIMAL_SIGNS, DateFormat
from parties_of_power.exchange.references.bibliography import STYLES, USUAL_STYLE, style_name
from parties_of_power.paths import settings_file
from parties_of_power.study.lock import user_name
from parties_of_power.texts import _, languages_there
from parties_of_power.ui.dialogs.fields import Remark, combo
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.settings import FONT_SIZES, MOST_RECENT, Settings
from parties_of_power.ui.theme import SCHEMES, Scheme, px

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow

# In their own words, for whoever reads no other.
LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}


def ask_settings(window: MainWindow) -> None:
    shown(SettingsForm(window))


class SettingsForm(Form):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.workspace, window, _("Settings"), _("Take"))
        self.window_of_settings = window
        self.before = now = window.settings
        self.setObjectName("settings")
        self.coder = self.line(_("&Coder"), now.coder, user_name())
        Remark(self, self.coder).say(_("Every edit carries this name."))
        languages = [(_("As the system"), ""), *((LANGUAGES.get(each, each), each) for each in languages_there())]
        self.language = combo(self, _("&Language"), languages, now.language)
        self.scheme = combo(self, _("&Theme"), [(scheme_name(each), each) for each in SCHEMES], now.scheme)
        sizes = [(_("{percent} %").format(percent=each), each) for each in FONT_SIZES]
        self.font_size = combo(self, _("&Font size"), sizes, now.font_size)
        formats = [(date_example(each), each) for each in DATE_FORMATS]
        self.date_format = combo(self, _("&Dates"), formats, now.date_format)
        signs = [(f"64{each}3", each) for each in DECIMAL_SIGNS]
        self.decimal_sign = combo(self, _("D&ecimal sign"), signs, now.decimal_sign)
        later = _("Language, font size, dates and decimal sign are taken at the next start.")
        Remark(self, self.decimal_sign).say(later)
        styles = [(style_name(each), each) for each in STYLES]
        self.citation_style = combo(self, _("C&itation style"), styles, now.citation_style or USUAL_STYLE)
        Remark(self, self.citation_style).say(_("For studies in which no other has been chosen."))
        self.makes_backups = QCheckBox(_("Make &backups, at most one a day for each study"))
        self.makes_backups.setChecked(now.makes_backups)
        self.fields.addRow("", self.makes_backups)
        self.recent_count = QSpinBox(minimum=0, maximum=MOST_RECENT, value=now.recent_count)
        self.fields.addRow(_("&Recent files"), self.recent_count)
        Remark(self, self.recent_count).say(
            _("What you choose here is kept in {path}.").format(path=place_of_settings())
        )
        self.resize(px(560), px(590))

    def take(self) -> int:
        self.window_of_settings.take_settings(self.chosen())
        return 1

    def chosen(self) -> Settings:
        """The settings as the fields say; all else as it was."""
        count, style = self.recent_count.value(), str(self.citation_style.currentData())
        return replace(
            self.before,
            coder=self.coder.text().strip() or user_name(),
            language=str(self.language.currentData()),
            scheme=cast(Scheme, self.scheme.currentData()),
            font_size=int(self.font_size.currentData()),
            date_format=cast(DateFormat, self.date_format.currentData()),
            decimal_sign=self.decimal_sign.currentData(),
            citation_style="" if style == USUAL_STYLE else style,
            makes_backups=self.makes_backups.isChecked(),
            recent_count=count,
            recent=self.before.recent[:count],
        )


def scheme_name(scheme: Scheme) -> str:
    return {"system": _("Like the system"), "light": _("Light"), "dark": _("Dark")}[scheme]


def date_example(form: DateFormat) -> str:
    return {"words": _("25 November 2008"), "iso": "2008-11-25", "points": "25.11.2008"}[form]


def place_of_settings() -> str:
    """With ~ for the home folder, so that it is short enough to read."""
    file = settings_file()
    return f"~/{file.relative_to(Path.home())}" if file.is_relative_to(Path.home()) else str(file)
