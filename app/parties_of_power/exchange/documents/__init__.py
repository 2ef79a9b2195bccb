"""Documents of a study: what is printed, saved as PDF or written as a web page, as plain values without any layout."""
