"""The sheets of the workbook after the comparison, one line each; a new sheet is a module here and a line in SHEETS."""

from parties_of_power.exchange.options import Options
from parties_of_power.exchange.sheets.about import about_sheet
from parties_of_power.exchange.sheets.codebook import codebook_sheet
from parties_of_power.exchange.sheets.definition import MakeSheet
from parties_of_power.exchange.sheets.lives import lives_sheet
from parties_of_power.exchange.sheets.observations import observations_sheet
from parties_of_power.exchange.sheets.over_time import over_time_sheet
from parties_of_power.exchange.sheets.sources import sources_sheet
from parties_of_power.exchange.sheets.subjects import parties_sheet, states_sheet
from parties_of_power.exchange.sheets.ties import ties_sheet
from parties_of_power.exchange.sheets.timeline import timeline_sheet
from parties_of_power.texts import _

# Their names, and what makes them. About comes last: it says what had to change in the others.
SHEETS: tuple[tuple[str, MakeSheet], ...] = (
    (_("Lives"), lives_sheet),
    (_("Over time"), over_time_sheet),
    (_("Parties"), parties_sheet),
    (_("States"), states_sheet),
    (_("Observations"), observations_sheet),
    (_("Timeline"), timeline_sheet),
    (_("Ties"), ties_sheet),
    (_("Sources"), sources_sheet),
    (_("Codebook"), codebook_sheet),
    (_("About"), about_sheet),
)
_ALWAYS: tuple[MakeSheet, ...] = (sources_sheet, codebook_sheet, about_sheet)
_DRAWN: tuple[MakeSheet, ...] = (lives_sheet, over_time_sheet)


def wanted_sheets(options: Options) -> list[tuple[str, MakeSheet]]:
    """Without the study only what the comparison cannot be read without; the drawn ones with the charts."""
    return [
        (name, make)
        for name, make in SHEETS
        if make in _ALWAYS or (options.has_charts if make in _DRAWN else options.with_study)
    ]
