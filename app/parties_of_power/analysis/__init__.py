"""From observations to answers: the table as of a day, series, agreement, summaries."""
