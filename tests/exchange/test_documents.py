"""Documents as values and as web pages: what they say, and that nothing in them is taken for markup."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.documents.cells import numbers
from parties_of_power.exchange.documents.codebook import codebook_document
from parties_of_power.exchange.documents.comparison import comparison_document
from parties_of_power.exchange.documents.definition import Document, Notes, Paragraph, Run, Table, plain, words_of
from parties_of_power.exchange.documents.html import html, write_html
from parties_of_power.exchange.documents.profile import profile_document
from parties_of_power.study.study import Study


def texts_of(document: Document) -> str:
    """All words of a document, a block a line."""
    lines = [document.title, document.subtitle, *document.lines]
    for block in document.blocks:
        if isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row.cells)
            lines += [words_of((*cell.runs, *cell.marks)) for cell in cells]
        elif isinstance(block, Notes):
            lines += block.notes
        elif isinstance(block, Paragraph):
            lines.append(words_of(block.runs))
        else:
            lines.append(f"{block.text} {block.beside}")
    return "\n".join(lines)


def party(study: Study, name: str) -> int:
    (found,) = study.catalogue.find_subject(name, "party")
    return found


def test_every_note_that_a_cell_names_is_there(bundled: Study, columns: Columns, shown: Comparison) -> None:
    document = comparison_document(bundled, columns, shown.id, bundled.as_of)
    (notes,) = (block for block in document.blocks if isinstance(block, Notes))
    named = {number for number in range(1, 2000) if f"[{number}]" in html(document).replace("–", "] [")}
    assert max(named) == len(notes.notes)
    assert len(set(notes.notes)) == len(notes.notes)
    assert any("rival" in note for note in notes.notes)


def test_without_sources_there_are_no_notes(bundled: Study, columns: Columns, shown: Comparison) -> None:
    document = comparison_document(bundled, columns, shown.id, bundled.as_of, with_sources=False)
    assert not any(isinstance(block, Notes) for block in document.blocks)
    assert "[1]" not in texts_of(document)


def test_the_table_has_every_row_and_column_as_of_the_day(bundled: Study, columns: Columns, shown: Comparison) -> None:
    document = comparison_document(bundled, columns, shown.id, bundled.as_of)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert len(table.columns) == len([column for column in shown.columns if not column.hidden])
    assert [words_of(row.cells[0].runs) for row in table.rows][:2] == ["United Russia", "Nur Otan"]
    assert "25 November 2008" in document.subtitle


def test_numbers_of_notes_are_short_where_they_follow_one_another() -> None:
    assert words_of(numbers([3, 1, 2, 7, 9, 8])) == " [1–3, 7–9]"
    assert words_of(numbers([5])) == " [5]"
    assert numbers([]) == ()


def test_the_codebook_holds_every_attribute_with_rule_choices_and_use(bundled: Study) -> None:
    text = texts_of(codebook_document(bundled, bundled.as_of))
    for attribute in bundled.catalogue.attributes.values():
        assert attribute.name in text
        assert attribute.coding_rule in text
        assert all(choice.label in text for choice in bundled.catalogue.choices_of(attribute.id))
    assert "in the comparisons Parties of power in 2008" in text


@pytest.mark.parametrize("name", ["United Russia", "Nur Otan"])
def test_a_profile_tells_names_leaders_ties_and_sources(bundled: Study, columns: Columns, name: str) -> None:
    text = texts_of(profile_document(bundled, columns, party(bundled, name), bundled.as_of))
    for each in bundled.catalogue.names_of(party(bundled, name)):
        assert each.text in text or each.standing != "adopted"
    for part in ("Leader", "Ties up to 25 November 2008", "Vote share", "World Factbook"):
        assert part in text


def test_a_web_page_is_sound_and_takes_no_text_for_markup(tmp_path: Path) -> None:
    awkward = '<script>alert("x")</script> & Нұр Отан'
    document = Document(awkward, awkward, (Paragraph(plain(awkward)), Notes(awkward, (awkward,))), (awkward,))
    path = tmp_path / "page.html"
    write_html(document, path)
    page = path.read_text("utf-8")
    assert "<script" not in page
    assert page.count("Нұр Отан") == 7
    body = page[page.index("<body>") : page.index("</html>")].replace("class=second", 'class="second"')
    assert ElementTree.fromstring(body).find("h1") is not None


def test_what_a_run_is_stands_in_the_page() -> None:
    page = html(Document("T", "", (Paragraph((Run("old", "second", is_italic=True), Run("65", is_bold=True))),)))
    assert "<span class=second><i>old</i></span><b>65</b>" in page
