"""The formats that a comparison can be exported to; a new one is a module here and a line in FORMATS."""

from parties_of_power.exchange.csv_table import write_csv
from parties_of_power.exchange.definition import Format
from parties_of_power.exchange.excel import write_excel
from parties_of_power.texts import _

FORMATS: tuple[Format, ...] = (
    Format("excel", _("Excel workbook"), (".xlsx",), write_excel),
    Format("csv", _("Comma-separated table"), (".csv",), write_csv),
)
