"""Workbooks that come back: what they carried, what became of it, what differs from the study, and taking it over."""
