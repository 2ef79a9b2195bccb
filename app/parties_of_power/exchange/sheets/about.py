"""The sheet About: what the workbook is, how its cells read, and all that had to change for Excel."""

from collections.abc import Iterator

from parties_of_power import __version__
from parties_of_power.analysis.showing import missing_short
from parties_of_power.domain.comparisons import unit_words
from parties_of_power.domain.dates import iso, today
from parties_of_power.domain.observations import MISSING_REASONS
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.options import Options, years_text
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, Look, Sheet, SheetColumn, Shown, Style
from parties_of_power.exchange.sheets.missing import CODES, reason_text
from parties_of_power.exchange.sheets.values import day_content
from parties_of_power.study.queries import counts
from parties_of_power.texts import _


def about_sheet(export: Export, changes: Alterations) -> Sheet:
    columns = [SheetColumn(_("About"), width=30, wraps=True), SheetColumn(_("This workbook"), width=110, wraps=True)]
    rows: list[list[Content]] = [*_origin(export), *_contents(export), *_reading(export.options), *_changed(changes)]
    return Sheet("About", columns, rows, len(rows))


def _origin(export: Export) -> Iterator[list[Content]]:
    study, table = export.study, export.table
    yield [_("Study"), study.title]
    yield [_("File"), study.path.name]
    yield [_("Comparison"), table.comparison.name]
    yield [_("A row is"), unit_words(table.comparison.subject_kind, table.comparison.row_unit)]
    yield [_("As of"), day_content(table.day, otherwise=iso(table.day))]
    yield [_("Exported on"), day_content(today())]
    yield [_("Exported by"), study.coder]
    yield [_("Program"), _("Parties of Power {version}").format(version=__version__)]
    if table.comparison.note:
        yield [_("Note"), table.comparison.note]


def _contents(export: Export) -> Iterator[list[Content]]:
    known = counts(export.study)
    yield [
        _("Rows"),
        _(
            "The first sheet shows {shown} of {listed} rows of the comparison, "
            "as filtered, sorted and grouped in the window."
        ).format(shown=len(export.table.row_ids), listed=len(export.table.all_row_ids)),
    ]
    if export.options.form != "long" and not export.table.has_moments:
        yield [
            _("Coming back"),
            _(
                "What is changed on the first sheet can be taken over by the study: File, Take changes from Excel. "
                "A hidden sheet and a hidden column tell the program what each cell was."
            ),
        ]
    yield [
        _("Only in the study file"),
        _("{statements} statements, {comparisons} comparisons and the history of {edits} edits.").format(
            statements=known["statements"], comparisons=known["comparisons"], edits=known["edits"]
        ),
    ]


def _reading(options: Options) -> Iterator[list[Content]]:
    """Each way a cell can look, shown in that look."""
    yield _example(
        reason_text("not_coded", options),
        "missing",
        _("Italic grey words are missing reasons: nobody has found a value, and why."),
    )
    yield _example(
        _("ended 1991"),
        "computed",
        _("Upright grey words are computed from the life of the subject: it had ended, or was not yet founded."),
    )
    yield _example(
        _("sixty?"), "wrong", _("Red words were typed and cannot be read as a value; they count nowhere as one.")
    )
    yield _example(_("≈ value"), "possibly", _("≈ Possibly in force: the start or the end is not known to the day."))
    yield _example(
        _("value (attested 2003)"), "attested", _("Grey values with a year: not attested after it, the end is unknown.")
    )
    yield [_("value (2003)"), _("A year behind a value: it was measured then, and there was an election since.")]
    yield [
        _("Percents"),
        _("Cells hold fractions with a percent format: 64.3% is 0.643. Other numbers are in the unit of the codebook."),
    ]
    yield [
        _("Dates"),
        _(
            "A whole day from 1 March 1900 on is a date of Excel. All others are text in EDTF (ISO 8601-2): 1999, "
            "1999-02, 1999~ (about), [2002,2003] (one of them), 1999/.. (open end), 1999/ (end unknown)."
        ),
    ]
    yield [
        _("Standing"),
        _(
            "adopted: what tables show. rival: another source says otherwise. claim: somebody asserts it. "
            "Rivals by another base or rounding are no conflict."
        ),
    ]
    if options.has_notes:
        yield [_("Notes"), _("The note of a cell cites its source, and the values that others give with theirs.")]
    if options.has_citation_columns:
        yield [_("Sources"), _("A column of sources cites each value: the link leads to its row of the sheet Sources.")]
    if options.reasons == "codes":
        codes = ", ".join(f"{CODES[reason]} {missing_short(reason)}" for reason in MISSING_REASONS)
        yield [_("Codes"), _("Missing values of the comparison are written as {codes}.").format(codes=codes)]
    if options.form == "years" and options.years:
        yield [
            _("Years"),
            _("What changes has a column for each of {years}, read on 31 December, this year on the as-of day.").format(
                years=years_text(options.years)
            ),
        ]


def _changed(changes: Alterations) -> Iterator[list[Content]]:
    sentences = changes.sentences()
    for number, sentence in enumerate(sentences, 1):
        yield [_("Changed for Excel ({number})").format(number=number), sentence]
    if not sentences:
        yield [_("Changed for Excel"), _("Nothing: every value is as it stands in the study.")]


def _example(text: str, style: Style, meaning: str) -> list[Content]:
    return [Shown(text, Look(style=style)), meaning]
