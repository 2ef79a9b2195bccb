"""The door to dates: day numbers (`days`), dates as far as known (`partial_dates`) and periods (`periods`)."""

from parties_of_power.domain.days import DateError, civil, day_number, iso, spoken, spoken_short, today
from parties_of_power.domain.partial_dates import Bounds, PartialDate, Precision
from parties_of_power.domain.periods import NO_PERIOD, EndState, Period

__all__ = [
    "NO_PERIOD",
    "Bounds",
    "DateError",
    "EndState",
    "PartialDate",
    "Period",
    "Precision",
    "civil",
    "day_number",
    "iso",
    "spoken",
    "spoken_short",
    "today",
]
