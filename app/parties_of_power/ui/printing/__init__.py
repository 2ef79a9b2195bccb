"""Printing: one way for every view to paper, to PDF and to a preview of both.

A view that can be printed has a method `printout()`, which answers a `Printout` or None where there is nothing. Most
give a `DocumentPrintout` of a document of `exchange.documents`; a picture is a `PicturePrintout`.
"""
