"""How a workbook writes why a value is missing: in words, or in the codes that Stata has for it."""

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.showing import missing_short
from parties_of_power.domain.observations import MISSING_REASONS, Missing
from parties_of_power.exchange.options import Options

CODES: dict[str, str] = dict(zip(MISSING_REASONS, (".", ".a", ".b", ".c", ".d"), strict=True))


def reason_text(reason: Missing, options: Options) -> str:
    return CODES[reason] if options.reasons == "codes" else missing_short(reason)


def missing_text(cell: Cell, options: Options) -> str:
    """Of a cell without a value; where nobody has coded anything it is not coded."""
    return CODES[cell.missing or "not_coded"] if options.reasons == "codes" else cell.text
