"""References out: read back by small readers of the test's own, and never a field that the source does not say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.domain.sources import Source
from parties_of_power.exchange.definition import Export, ExportRefused
from parties_of_power.exchange.export import export
from parties_of_power.exchange.references.biblatex import biblatex
from parties_of_power.exchange.references.cited import sources_of_comparison
from parties_of_power.exchange.references.csl_json import csl_item, csl_json
from parties_of_power.exchange.references.dates import csl_date, ris_date
from parties_of_power.exchange.references.entry import Reference, reference_of, references_of
from parties_of_power.exchange.references.formats import write_references
from parties_of_power.exchange.references.keys import keys_of
from parties_of_power.exchange.references.people import Author, authors_of
from parties_of_power.exchange.references.ris import ris
from parties_of_power.study.study import Study

LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp")), min_size=1, max_size=40)


def read_bib(text: str) -> dict[str, dict[str, str]]:
    """Entries of BibLaTeX by their keys, the fields by counting raw braces as biber does."""
    entries: dict[str, dict[str, str]] = {}
    for entry in re.finditer(r"^@(\w+)\{([^,]+),\n(.*?)^\}$", text, re.MULTILINE | re.DOTALL):
        fields = {"entrytype": entry[1]}
        for line in entry[3].splitlines():
            name, _equals, value = line.strip().partition(" = ")
            assert value.startswith("{")
            assert value.endswith("},")
            inside = value[1:-2]
            depth = 0
            for sign in inside:
                depth += {"{": 1, "}": -1}.get(sign, 0)
                assert depth >= 0
            assert depth == 0
            fields[name] = inside
        entries[entry[2]] = fields
    return entries


def printed(value: str) -> str:
    """What LaTeX prints of a field."""
    for name, sign in (("textbackslash", "\0"), ("textasciitilde", "~"), ("textasciicircum", "^")):
        value = value.replace(f"\\{name}{{}}", sign)
    value = value.replace(r"\textbraceleft{}", "\1").replace(r"\textbraceright{}", "\2")
    value = re.sub(r"\\([%&#$_])", r"\1", value.replace("{", "").replace("}", ""))
    return value.replace("\0", "\\").replace("\1", "{").replace("\2", "}")


def read_ris(text: str) -> list[dict[str, list[str]]]:
    entries: list[dict[str, list[str]]] = []
    for block in text.split("ER  - \r\n")[:-1]:
        found: dict[str, list[str]] = {}
        for line in filter(None, block.split("\r\n")):
            assert re.match(r"[A-Z][A-Z0-9]  - .", line), line
            found.setdefault(line[:2], []).append(line[6:])
        entries.append(found)
    return entries


def made(title: str = "T", **fields: str) -> Reference:
    return reference_of(Source(1, title, **fields), "key")


def test_every_source_is_in_each_format_as_it_is(bundled: Study) -> None:
    references, sources = references_of(bundled), bundled.catalogue.sources
    bib, tagged, items = read_bib(biblatex(references)), read_ris(ris(references)), json.loads(csl_json(references))
    assert len(references) == len(bib) == len(tagged) == len(items) == len(sources)
    by_key = {source.key: source for source in sources.values()}
    for tags, item in zip(tagged, items, strict=True):
        source = by_key[item["id"]]
        assert tags["ID"] == [source.key]
        assert tags["TI"] == [source.title] == [item["title"]]
        assert printed(bib[source.key]["title"]) == source.title
        assert bib[source.key].get("date", "") == source.date
        assert tags.get("M3", [""]) == [source.kind] == [item.get("genre", "")]


def test_nothing_is_said_that_the_source_does_not_say() -> None:
    assert csl_item(made()) == {"id": "key", "type": "document", "title": "T"}
    assert set(read_bib(biblatex([made()]))["key"]) == {"entrytype", "title"}
    assert set(read_ris(ris([made()]))[0]) == {"TY", "ID", "TI"}


@given(LINE, LINE, LINE)
def test_any_text_comes_back(title: str, author: str, note: str) -> None:
    reference = made(title, author=author, note=note)
    fields = read_bib(biblatex([reference]))["key"]
    assert printed(fields.get("title", "")) == " ".join(title.split())
    assert printed(fields.get("note", "")) == " ".join(note.split())
    (tags,) = read_ris(ris([reference]))
    assert tags.get("TI", [""]) == [" ".join(title.split())]
    assert json.loads(csl_json([reference]))[0].get("note", "") == " ".join(note.split())


@pytest.mark.parametrize(
    ("text", "named", "has_others"),
    [
        ("Goble, Paul", [Author("Goble", "Paul")], False),
        ("Paul Goble", [Author("Paul Goble")], False),
        ("Central Intelligence Agency", [Author("Central Intelligence Agency")], False),
        ("Magaloni, Beatriz; van der Berg, Jan", [Author("Magaloni", "Beatriz"), Author("van der Berg", "Jan")], False),
        ("de la Cruz, Ana", [Author("de la Cruz", "Ana")], False),
        ("Robert A. Saunders, Vlad Strukov", [Author("Robert A. Saunders, Vlad Strukov")], False),
        ("Döring, Regel, Bederke", [Author("Döring"), Author("Regel"), Author("Bederke")], False),
        ("Lührmann, Düpont, Higashijima et al.", [Author("Lührmann"), Author("Düpont"), Author("Higashijima")], True),
        ("Coppedge et al.", [Author("Coppedge")], True),
        ("Trend (A. Gasimova, R. Agayev)", [Author("Trend (A. Gasimova, R. Agayev)")], False),
        ("Гельман, Владимир Яковлевич", [Author("Гельман", "Владимир Яковлевич")], False),
        ("", [], False),
    ],
)
def test_only_who_surely_is_a_person_is_taken_apart(text: str, named: list[Author], has_others: bool) -> None:
    authors = authors_of(text)
    assert list(authors.named) == named
    assert authors.has_others is has_others
    assert authors.text == text


def test_an_organisation_is_one_unit_in_bibtex() -> None:
    fields = read_bib(biblatex([made(author="Ministry of Justice and Order; Goble, Paul; Coppedge et al.")]))["key"]
    assert fields["author"] == "{Ministry of Justice and Order} and {Goble}, Paul and {Coppedge} and others"


@pytest.mark.parametrize(
    ("text", "csl", "tagged"),
    [
        ("2008-11-25", {"date-parts": [[2008, 11, 25]]}, "2008/11/25/"),
        ("2008-11", {"date-parts": [[2008, 11]]}, "2008/11//"),
        ("2008", {"date-parts": [[2008]]}, "2008///"),
        ("1999~", {"date-parts": [[1999]], "circa": True}, "1999///"),
        ("1999?", {"date-parts": [[1999]], "circa": True}, "1999///"),
        ("2001/2002-03", {"date-parts": [[2001], [2002, 3]]}, ""),
        ("2001-21", {"literal": "spring 2001"}, ""),
        ("[1999,2000]", {"literal": "1999 or 2000"}, ""),
        ("199X", {"literal": "1990s"}, ""),
        ("", None, ""),
    ],
)
def test_dates(text: str, csl: dict[str, object] | None, tagged: str) -> None:
    found = csl_date(text)
    if csl and "literal" in csl:
        assert found is not None
        assert set(found) == {"literal"}
        assert re.search(r"\d", str(found["literal"]))
    else:
        assert found == csl
    assert ris_date(text) == tagged


@pytest.mark.parametrize(
    ("kind", "csl", "bibtex", "tag"),
    [
        ("journal article (abstract)", "article-journal", "article", "JOUR"),
        ("book chapter", "chapter", "incollection", "CHAP"),
        ("textbook", "book", "book", "BOOK"),
        ("election database", "dataset", "dataset", "DATA"),
        ("news", "article-newspaper", "article", "NEWS"),
        ("law", "legislation", "legislation", "STAT"),
        ("working paper", "report", "report", "RPRT"),
        ("blog article", "post-weblog", "online", "BLOG"),
        ("party profile", "webpage", "online", "ELEC"),
    ],
)
def test_kinds(kind: str, csl: str, bibtex: str, tag: str) -> None:
    reference = made(kind=kind, url="https://example.org/a")
    assert (reference.kind.csl, reference.kind.bibtex, reference.kind.ris) == (csl, bibtex, tag)


def test_keys_stay_when_sources_are_added_and_are_never_two() -> None:
    first = Source(0x1F, "Парламент and Parties", author="Goble, Paul", date="2008-11-25")
    kept = Source(2, "Other", key="Kept Key!")
    alone = keys_of([first, kept])
    assert alone == {0x1F: "goble-2008-and", 2: "Kept-Key"}
    both = keys_of([first, kept, Source(0x20, "And more", author="Goble, Jim", date="2008")])
    assert len(set(both.values())) == 3
    assert both[2] == alone[2]
    assert re.fullmatch(r"[\w:.+/-]+", keys_of([Source(5, "Партия")])[5])


def test_several_addresses_leave_one_address_and_a_note() -> None:
    reference = made(url="https://example.org/a_(b) (at f269); https://example.org/c", doi="https://doi.org/10.1/x")
    assert reference.address == "https://example.org/a_(b)"
    assert reference.notes == ("Address: https://example.org/a_(b) (at f269); https://example.org/c",)
    assert reference.doi == "10.1/x"


def test_a_comparison_has_the_sources_of_its_document(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path
) -> None:
    table = ComparisonTable(bundled, columns, shown, bundled.as_of, in_full=True)
    cited = sources_of_comparison(Export(bundled, columns, table))
    assert 20 < len(cited) < len(bundled.catalogue.sources)
    for ending in (".bib", ".ris", ".json", ".txt"):
        export(bundled, columns, tmp_path / f"x{ending}", shown.id, bundled.as_of)
    assert len(read_bib((tmp_path / "x.bib").read_text("utf-8"))) == len(cited)
    assert len((tmp_path / "x.txt").read_text("utf-8").splitlines()) == len(cited)


def test_a_selection_is_written_alone_with_the_same_keys(bundled: Study, tmp_path: Path) -> None:
    some = sorted(bundled.catalogue.sources)[:3]
    assert write_references(bundled, tmp_path / "x.bib", some) == 3
    assert set(read_bib((tmp_path / "x.bib").read_text("utf-8"))) == {bundled.catalogue.sources[i].key for i in some}
    with pytest.raises(ExportRefused, match=r"\.bib"):
        write_references(bundled, tmp_path / "x.enw")
