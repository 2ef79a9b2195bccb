"""Foreign tables, read without harm: `read_table_file` gives the rows of a workbook or CSV file that anybody may have
made. Its container is checked first, and a child process with bounds on time and memory does the reading."""

from parties_of_power.exchange.guarded.definition import (
    Cancel,
    FileRefused,
    Limits,
    ReadCell,
    ReadSheet,
    TableFile,
    TextForm,
    Wanted,
)
from parties_of_power.exchange.guarded.reading import read_table_file

__all__ = [
    "Cancel",
    "FileRefused",
    "Limits",
    "ReadCell",
    "ReadSheet",
    "TableFile",
    "TextForm",
    "Wanted",
    "read_table_file",
]
