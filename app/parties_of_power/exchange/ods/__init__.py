"""OpenDocument spreadsheets, for LibreOffice and others: the comparison with typed cells, sources and origin."""
