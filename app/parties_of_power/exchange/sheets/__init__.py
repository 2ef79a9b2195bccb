"""The sheets of the workbook after the comparison, one line each; a new sheet is a module here and a line in SHEETS."""

from parties_of_power.exchange.sheets.about import about_sheet
from parties_of_power.exchange.sheets.codebook import codebook_sheet
from parties_of_power.exchange.sheets.definition import MakeSheet
from parties_of_power.exchange.sheets.observations import observations_sheet
from parties_of_power.exchange.sheets.sources import sources_sheet
from parties_of_power.exchange.sheets.subjects import parties_sheet, states_sheet
from parties_of_power.exchange.sheets.ties import ties_sheet
from parties_of_power.exchange.sheets.timeline import timeline_sheet
from parties_of_power.texts import _

# Their names, and what makes them. About comes last: it says what had to change in the others.
SHEETS: tuple[tuple[str, MakeSheet], ...] = (
    (_("Parties"), parties_sheet),
    (_("States"), states_sheet),
    (_("Observations"), observations_sheet),
    (_("Timeline"), timeline_sheet),
    (_("Ties"), ties_sheet),
    (_("Sources"), sources_sheet),
    (_("Codebook"), codebook_sheet),
    (_("About"), about_sheet),
)
