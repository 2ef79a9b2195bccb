"""The columns of a comparison as variables: numbers, codes with labels, days, texts, and why a value is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.dates import DateError, PartialDate, day_number
from parties_of_power.domain.force import Hold
from parties_of_power.domain.kinds import kind
from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.sheets.cited import source_key
from parties_of_power.exchange.sheets.comparison import header_titles
from parties_of_power.exchange.statistics.definition import NOT_CODED, Datum, Variable, Why
from parties_of_power.exchange.statistics.names import variable_names
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.queries import observations_of_attribute
from parties_of_power.texts import _

_NAME_COLUMN = Column(id=0, field="name")
_MOST_FIGURES = 6
# The days that Stata and SPSS both have: 15 October 1582 to 31 December 9999.
FIRST_DAY, LAST_DAY = day_number(1582, 10, 15), day_number(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class _Read:
    """A column with all of its cells."""

    column: Column
    header: Header
    title: str
    cells: tuple[Cell, ...]

    @property
    def wanted(self) -> str:
        """What its variable would be called if every name were free."""
        attribute = self.header.attribute
        return attribute.key if attribute and attribute.key and self.column.day is None else self.title


def variables_of(export: Export, progress: Progress) -> tuple[Variable, ...]:
    """In the order of the table; last come the key of each row and the sources of its cells."""
    table = export.table
    named_first = bool(table.columns) and table.columns[0].field == "name"
    columns = table.columns if named_first else (_NAME_COLUMN, *table.columns)
    headers = [table.header(column) for column in columns]
    reads = []
    for place, (column, header, title) in enumerate(zip(columns, headers, header_titles(headers), strict=True)):
        progress(place / len(columns))
        cells = tuple(table.cell_of(subject, column, row) for row, subject in enumerate(table.row_ids))
        reads.append(_Read(column, header, title, cells))
    found = [each for read in reads for each in _variables(export.study.catalogue, read)]
    found += [_keys(export), _sources(export, reads)]
    names = variable_names((variable.name, variable.beside) for variable in found)
    return tuple(replace(variable, name=name) for variable, name in zip(found, names, strict=True))


def _variables(catalogue: Catalogue, read: _Read) -> Iterator[Variable]:
    attribute = read.header.attribute
    if attribute is None:
        yield _field(read)
        return
    label = f"{read.title} ({attribute.unit})" if attribute.unit else read.title
    if kind(attribute.kind).is_numeric:
        data = tuple(_datum(cell, cell.number) for cell in read.cells)
        yield Variable(read.wanted, label, "number", data, decimals=attribute.decimals)
        yield from _interval(read, label)
    elif attribute.kind == "date":
        yield from _dates(read)
    elif attribute.kind in ("choice", "yes_no"):
        yield from _coded(catalogue, read)
    else:
        yield from _texts(read)
    remarks = tuple(Datum(_remark(cell)) for cell in read.cells)
    if any(remark.value for remark in remarks):
        yield Variable(read.wanted, _("{title}: remark").format(title=read.title), "text", remarks, beside="remark")


def _field(read: _Read) -> Variable:
    """A name, a state, an election, a year, a rank."""
    if read.cells and all(cell.number is not None for cell in read.cells):
        return Variable(read.wanted, read.title, "number", tuple(Datum(_float(cell.number)) for cell in read.cells))
    return Variable(read.wanted, read.title, "text", tuple(Datum(cell.text) for cell in read.cells))


def _interval(read: _Read, label: str) -> Iterator[Variable]:
    for end, words in (("low", _("{title}: lower end")), ("high", _("{title}: upper end"))):
        data = tuple(_datum(cell, getattr(cell, end)) for cell in read.cells)
        if any(datum.value is not None for datum in data):
            yield Variable(read.wanted, words.format(title=label), "number", data, beside=end)


def _dates(read: _Read) -> Iterator[Variable]:
    """One variable of days where all are whole days; else the text as typed, and the earliest and the latest day."""
    dates = [_date(cell) for cell in read.cells]
    if all(date is not None and _is_a_day(date) for cell, date in zip(read.cells, dates, strict=True) if cell.value):
        yield _days(read, "", read.title, [date.earliest if date else None for date in dates])
        return
    yield from _texts(read)
    earliest, latest = _("{title}: earliest day"), _("{title}: latest day")
    days = [date.earliest if date else None for date in dates]
    yield _days(read, "earliest", earliest.format(title=read.title), days)
    days = [date.latest if date else None for date in dates]
    yield _days(read, "latest", latest.format(title=read.title), days)


def _days(read: _Read, beside: str, title: str, days: Iterable[int | None]) -> Variable:
    known = (day if day is not None and FIRST_DAY <= day <= LAST_DAY else None for day in days)
    data = tuple(_datum(cell, day) for cell, day in zip(read.cells, known, strict=True))
    return Variable(read.wanted, title, "date", data, beside=beside)


def _date(cell: Cell) -> PartialDate | None:
    """What is computed as a date may read otherwise than as one."""
    try:
        return PartialDate.parse(cell.value) if cell.state == "value" else None
    except DateError:
        return None


def _is_a_day(date: PartialDate) -> bool:
    is_sure = not (date.approximate or date.uncertain)
    day = date.earliest
    is_one = date.precision == "day" and day is not None and day == date.latest
    return is_one and is_sure and day is not None and FIRST_DAY <= day <= LAST_DAY


def _coded(catalogue: Catalogue, read: _Read) -> Iterator[Variable]:
    """The codes of the codebook where they are numbers; else its answers are numbered in their order, from 1 on."""
    attribute = read.header.attribute
    choices = catalogue.choices_of(attribute.id) if attribute else ()
    if attribute is not None and attribute.kind == "yes_no":
        code_of, labels = {"yes": 1, "no": 0}, {0: _("no"), 1: _("yes")}
    else:
        codes = _codes([choice.code for choice in choices])
        code_of = {str(choice.id): code for choice, code in zip(choices, codes, strict=True)}
        labels = dict(zip(codes, (choice.label for choice in choices), strict=True))
    if any(cell.state == "value" and cell.value not in code_of for cell in read.cells):
        yield from _texts(read)
        return
    data = tuple(_datum(cell, code_of.get(cell.value)) for cell in read.cells)
    is_ordinal = bool(choices) and all(choice.ordinal for choice in choices)
    yield Variable(read.wanted, read.title, "code", data, labels, is_ordinal)


def _codes(codes: Sequence[str]) -> list[int]:
    figures = [code for code in codes if code.removeprefix("-").isdecimal() and len(code) <= _MOST_FIGURES]
    numbers = [int(code) for code in figures]
    return numbers if len(set(numbers)) == len(codes) else list(range(1, len(codes) + 1))


def _texts(read: _Read) -> Iterator[Variable]:
    """A text has no codes for missing values: they stand in a variable of their own, in which 0 is a text."""
    data = tuple(Datum(cell.text) if cell.state == "value" else _datum(cell, None) for cell in read.cells)
    yield Variable(read.wanted, read.title, "text", data)
    whys = tuple(Datum(0.0) if not datum.why else Datum(None, datum.why) for datum in data)
    words = _("{title}: why missing").format(title=read.title)
    why = Variable(read.wanted, words, "code", whys, {0: _("a value")}, beside="missing")
    if why.whys:
        yield why


def _datum(cell: Cell, value: float | None) -> Datum:
    """What lies beside a value (the end of its interval, its earliest day) may be nothing."""
    if cell.state == "value":
        return NOT_CODED if value is None else Datum(_float(value))
    if cell.state in ("ended", "not_founded", "wrong"):
        return Datum(None, cast(Why, cell.state))
    return Datum(None, cast(Why, cell.missing or "not_coded"))


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _remark(cell: Cell) -> str:
    """What the table says beside a value, which a number alone does not."""
    if cell.state == "wrong":
        return cell.text
    if cell.state != "value":
        return ""
    bounds = {"about": _("about"), "at_least": _("at least"), "at_most": _("at most")}
    words = (
        bounds.get(cell.bound, ""),
        _("possibly in force") if cell.hold is Hold.POSSIBLY else "",
        _("last {attested}").format(attested=cell.attested) if cell.attested else "",
        _("measured {year}").format(year=cell.measured) if cell.measured else "",
    )
    return "; ".join(filter(None, words))


def _keys(export: Export) -> Variable:
    subjects = export.study.catalogue.subjects
    data = tuple(Datum(subjects[row].key or str(row)) for row in export.table.row_ids)
    return Variable("subject_key", _("Key of the subject"), "text", data)


def _sources(export: Export, reads: Sequence[_Read]) -> Variable:
    """The keys of what the cells of each row cite."""
    catalogue = export.study.catalogue
    wanted = {read.header.attribute.id for read in reads if read.header.attribute}
    cited: dict[int, tuple[str, ...]] = {}
    for attribute_id in wanted:
        for each in observations_of_attribute(export.study, attribute_id):
            ids = (citation.source_id for citation in each.citations)
            cited[each.id] = tuple(source_key(catalogue.sources.get(source), source) for source in ids)
    data = []
    for row in range(len(export.table.row_ids)):
        keys = (key for read in reads for key in cited.get(read.cells[row].observation_id or 0, ()))
        data.append(Datum("; ".join(dict.fromkeys(keys))))
    return Variable("sources", _("Keys of the sources"), "text", tuple(data))
