"""What the README of a replication package says, to a reader who has never seen the program."""

from __future__ import annotations

from parties_of_power.texts import _, ngettext


def readme(title: str, day: str, sources: int) -> str:
    counted = ngettext("{count} source", "{count} sources", sources).format(count=sources)
    text = _(
        """{title}: replication package, as of {day}

What is here
  data/            every table of the study as CSV in UTF-8, with datapackage.json, which says what each column holds
                   (a Frictionless data package). long.csv is made for reading: one row an observation. read.R reads
                   it into R.
  codebook.html    what was asked of every party and state, how it was coded, and the choices; codebook.docx too.
  references.bib   the study's {sources} for LaTeX (BibLaTeX with biber); references.json for Zotero and pandoc.
  history.csv      who changed what, and when.
  licences.csv     the licence of each source, as far as the study has noted it. A blank one is not known: ask before
                   you publish more than single facts from that source.
  SHA256SUMS       checksums. "sha256sum --check SHA256SUMS" shows whether any file was changed since.

Why there is no value
  not_coded        nobody has looked yet
  unknown          somebody looked, and found nothing
  not_applicable   the question does not fit
  interrupted      there was none at that time
  irreconcilable   the sources contradict each other, and nothing decides between them

How to get the study back
  With Parties of Power:  parties-of-power new STUDY.parties --from THIS.zip
  It then holds the same tables, row by row. The history of edits stays behind, in history.csv.
"""
    )
    return text.format(title=title, day=day, sources=counted)
