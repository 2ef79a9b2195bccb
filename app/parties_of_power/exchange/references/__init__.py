"""References out: the sources of a study as BibLaTeX, RIS and CSL-JSON, and formatted in a citation style."""
