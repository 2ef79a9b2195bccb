"""In and out: one module per format, and the family of formats as one list."""

from parties_of_power.exchange.definition import Cancelled, ExportRefused

__all__ = ["Cancelled", "ExportRefused"]
