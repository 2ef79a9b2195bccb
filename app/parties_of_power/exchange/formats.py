"""The formats that a comparison can be exported to; a new one is a module here and a line in FORMATS."""

from parties_of_power.exchange.csv_table import write_csv, write_plain_csv, write_tsv
from parties_of_power.exchange.definition import Format
from parties_of_power.exchange.documents.formats import DOCUMENT_FORMATS
from parties_of_power.exchange.excel import write_excel
from parties_of_power.exchange.long_csv import write_long
from parties_of_power.exchange.ods.book import write_ods
from parties_of_power.exchange.package.writing import write_package
from parties_of_power.exchange.r_script import write_r
from parties_of_power.exchange.references.formats import FORMATS_OF_COMPARISON
from parties_of_power.exchange.replication.writing import write_replication
from parties_of_power.exchange.statistics.spss import write_spss
from parties_of_power.exchange.statistics.stata import write_stata
from parties_of_power.texts import _

FORMATS: tuple[Format, ...] = (
    Format("excel", _("Excel workbook"), (".xlsx",), write_excel),
    Format("csv", _("Comma-separated table"), (".csv",), write_csv),
    Format("tsv", _("Tab-separated table"), (".tsv",), write_tsv),
    Format("plain_csv", _("Comma-separated table without byte order mark"), (".plain.csv",), write_plain_csv),
    Format("long_csv", _("Long form: one row an observation"), (".long.csv",), write_long),
    Format("data_package", _("Data package of the whole study"), (".zip",), write_package),
    Format("ods", _("OpenDocument spreadsheet"), (".ods",), write_ods),
    Format("stata", _("Stata"), (".dta",), write_stata),
    Format("spss", _("SPSS"), (".sav",), write_spss),
    Format("r", _("R script that reads the long form"), (".R",), write_r),
    *(each.as_format() for each in DOCUMENT_FORMATS),
    *FORMATS_OF_COMPARISON,
    Format("replication", _("Replication package of the whole study"), (".replication.zip",), write_replication),
)
