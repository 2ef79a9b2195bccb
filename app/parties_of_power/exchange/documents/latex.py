r"""A document as LaTeX: booktabs tables that go on over pages, and numbered notes that can be jumped to.

For XeLaTeX or LuaLaTeX, which take Cyrillic and Kazakh from the fonts of the computer. pdfLaTeX sets it as well where
its Cyrillic (T2A) is installed, but has not all Kazakh letters; the file chooses by the program that reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from parties_of_power.exchange.documents.definition import (
    Block,
    Document,
    Heading,
    Notes,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from parties_of_power.exchange.documents.note_numbers import numbers_in

_HEAD = r"""% Made to be set with XeLaTeX or LuaLaTeX; pdfLaTeX needs T2A fonts for Cyrillic.
\documentclass[10pt,a4paper<paper>]{article}
\usepackage{iftex}
\iftutex
  \usepackage{fontspec}
  \IfFontExistsTF{DejaVu Serif}{\setmainfont{DejaVu Serif}}{%
    \IfFontExistsTF{Times New Roman}{\setmainfont{Times New Roman}}{}}
\else
  \usepackage[utf8]{inputenc}
  \usepackage[T2A,T1]{fontenc}
  \usepackage{textcomp}
  \usepackage{newunicodechar}
  \newunicodechar{◇}{\ensuremath{\Diamond}}
  \newunicodechar{≈}{\ensuremath{\approx}}
  \newunicodechar{≠}{\ensuremath{\neq}}
  \newunicodechar{−}{\ensuremath{-}}
\fi
\usepackage[margin=18mm]{geometry}
\usepackage{array,booktabs,longtable,xcolor,amssymb}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}\setlength{\parskip}{4pt}
\setlength{\tabcolsep}{3pt}\setlength{\LTleft}{0pt}\setlength{\LTright}{0pt}
\emergencystretch=3em
\title{<title>}\author{}\date{<subtitle>}
\begin{document}
\maketitle
"""
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # In braces, so that none of them joins its neighbour to another sign, or begins the option of a command.
        "[": "{[}",
        "]": "{]}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "`": r"\textasciigrave{}",
        "\n": " ",
        "\t": " ",
        "\r": " ",
        **{sign: f"\\{sign}" for sign in "%&#$_"},
    }
)
_JOINED = re.compile(r"([-',])(?=\1)")
_SIZES = ((6, r"\small"), (9, r"\footnotesize"), (14, r"\scriptsize"))
_SECTIONS = {1: "section*", 2: "subsection*", 3: "subsubsection*"}


def write_latex(document: Document, path: Path) -> None:
    path.write_text(latex(document), encoding="utf-8", newline="\n")


def latex(document: Document) -> str:
    head = _HEAD.replace("<paper>", ",landscape" if document.is_wide else "")
    head = head.replace("<title>", escaped(document.title)).replace("<subtitle>", escaped(document.subtitle))
    lines = [rf"{{\small {escaped(line)}}}\par" for line in document.lines]
    return "\n".join([head, *lines, *map(_block, document.blocks), r"\end{document}", ""])


def escaped(text: str) -> str:
    """Two hyphens or apostrophes would become one other sign."""
    bare = "".join(letter for letter in text.translate(_ESCAPES) if letter.isprintable())
    return _JOINED.sub(r"\1{}", bare)


def _block(block: Block) -> str:
    match block:
        case Heading():
            beside = rf" {{\normalsize\mdseries {escaped(block.beside)}}}" if block.beside else ""
            return rf"\{_SECTIONS[block.level]}{{{escaped(block.text)}{beside}}}"
        case Paragraph():
            bullet = r"\textbullet{} " if block.bullet else ""
            return rf"{bullet}{_runs(block.runs)}\par"
        case Table():
            return "\n".join(_table(block))
        case Notes():
            return "\n".join(_notes(block))


def _notes(notes: Notes) -> Iterator[str]:
    yield rf"\subsection*{{{escaped(notes.title)}}}"
    yield r"{\footnotesize\begin{enumerate}\setlength{\itemsep}{0pt}"
    for number, note in enumerate(notes.notes, 1):
        yield rf"\item[{number}.] \hypertarget{{note{number}}}{{}}{escaped(note)}"
    yield r"\end{enumerate}}"


def _table(table: Table) -> Iterator[str]:
    titles = " & ".join(map(_title, table.columns)) + r" \\"
    size = next((size for most, size in _SIZES if len(table.columns) <= most), r"\tiny")
    yield rf"{{{size}\begin{{longtable}}{{@{{}}{_columns(table)}@{{}}}}"
    yield rf"\toprule {titles}" + "\n" + r"\midrule\endfirsthead"
    yield rf"\toprule {titles}" + "\n" + r"\midrule\endhead"
    yield r"\bottomrule\endlastfoot"
    yield from (_row(table, row) for row in table.rows)
    yield r"\end{longtable}}"


def _columns(table: Table) -> str:
    """Of equal widths that fill the line, the first two parts of it."""
    parts = len(table.columns) + 1
    widths = (2 if place == 0 else 1 for place in range(len(table.columns)))
    sides = ("raggedleft" if column.is_number else "raggedright" for column in table.columns)
    return "".join(
        rf">{{\{side}\arraybackslash}}p{{\dimexpr {width * 0.995 / parts:.4f}\linewidth-2\tabcolsep\relax}}"
        for width, side in zip(widths, sides, strict=True)
    )


def _title(column: TableColumn) -> str:
    small = rf" \newline {escaped(column.small)}" if column.small else ""
    return rf"\textbf{{{escaped(column.title)}}}{small}"


def _row(table: Table, row: TableRow) -> str:
    if row.is_heading:
        return rf"\multicolumn{{{len(table.columns)}}}{{@{{}}l@{{}}}}{{{_cell(row.cells[0])}}} \\*"
    # A row may begin with a bracket, which the row before would take for its option.
    return " & ".join(map(_cell, row.cells)) + r" \\\relax"


def _cell(cell: TableCell) -> str:
    return _runs((*cell.runs, *cell.marks))


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    numbers = numbers_in(run)
    if numbers:
        links = ",".join(rf"\hyperlink{{note{number}}}{{{number}}}" for number in numbers)
        return rf"\textsuperscript{{{links}}}"
    text = escaped(run.text)
    for is_so, command in ((run.is_bold, "textbf"), (run.is_italic, "textit")):
        text = rf"\{command}{{{text}}}" if is_so else text
    return rf"{{\footnotesize {text}}}" if run.is_small else text
