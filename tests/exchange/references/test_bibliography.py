"""The formatted bibliography against references that were worked out by hand for real sources of the bundled study."""

from __future__ import annotations

import pytest

from parties_of_power import paths
from parties_of_power.domain.sources import Source
from parties_of_power.exchange.documents.definition import words_of
from parties_of_power.exchange.references.bibliography import STYLES, bibliography, style_name, style_of
from parties_of_power.exchange.references.entry import Reference, reference_of, references_of
from parties_of_power.study.study import Study

BOOK = Source(
    1,
    "Voting for Autocracy",
    author="Magaloni, Beatriz",
    publisher="Cambridge University Press",
    date="2006",
    kind="book",
)
ARTICLE = Source(
    2,
    "What is a party of power?",
    author="Гельман, Владимир Яковлевич; Ross, Cameron",
    publisher="Pro et Contra",
    date="2006",
    kind="journal article",
    doi="10.1000/182",
)
LAW = Source(3, "On Political Parties", publisher="Rossiyskaya Gazeta", date="2001-07-11", kind="law")
CHAPTER = Source(4, "Dominance", author="Reuter, Ora", publisher="Parties", date="2017~", kind="book chapter")
REPORT = Source(5, "Elections <i>& more", author="OSCE", publisher="ODIHR", date="2008", kind="report")


def worked(study: Study, key: str, style: str) -> str:
    own = {"book": BOOK, "article": ARTICLE, "law": LAW, "chapter": CHAPTER, "report": REPORT}
    found: Reference
    if key in own:
        found = reference_of(own[key], key)
    else:
        (found,) = (each for each in references_of(study) if each.key == key)
    ((runs),) = bibliography([found], style)
    return "".join(f"*{run.text}*" if run.is_italic else run.text for run in runs)


@pytest.mark.parametrize(
    ("key", "style", "expected"),
    [
        ("book", "apsa", "Magaloni, Beatriz. 2006. *Voting for Autocracy*. Cambridge University Press."),
        ("book", "apa", "Magaloni, B. (2006). *Voting for Autocracy*. Cambridge University Press."),
        ("book", "chicago-author-date", "Magaloni, Beatriz. 2006. *Voting for Autocracy*. Cambridge University Press."),
        ("book", "chicago-notes", "Magaloni, Beatriz. *Voting for Autocracy*. Cambridge University Press, 2006."),
        ("book", "gost-r-7-0-5-2008", "Magaloni B. Voting for Autocracy. Cambridge University Press, 2006."),
        (
            "article",
            "apsa",
            (
                "Гельман, Владимир Яковлевич, and Cameron Ross. 2006. “What is a party of power?” *Pro et Contra*. "
                "https://doi.org/10.1000/182"
            ),
        ),
        (
            "article",
            "apa",
            "Гельман, В. Я., & Ross, C. (2006). What is a party of power? *Pro et Contra*. https://doi.org/10.1000/182",
        ),
        (
            "article",
            "chicago-notes",
            (
                "Гельман, Владимир Яковлевич, and Cameron Ross. “What is a party of power?” *Pro et Contra* (2006). "
                "https://doi.org/10.1000/182."
            ),
        ),
        (
            "article",
            "gost-r-7-0-5-2008",
            "Гельман В. Я., Ross C. What is a party of power? // Pro et Contra. 2006. DOI: 10.1000/182.",
        ),
        ("chapter", "apsa", "Reuter, Ora. c. 2017. “Dominance.” In *Parties*."),
        ("chapter", "gost-r-7-0-5-2008", "Reuter O. Dominance // Parties. ок. 2017."),
        ("report", "apa", "OSCE. (2008). *Elections <i>& more*. ODIHR."),
        (
            "vz-2008",
            "apsa",
            (
                "Vzglyad. 2008. “Outcome of the tenth congress of United Russia (in Russian).” *Vzglyad (vz.ru)*, "
                "November 20. https://vz.ru/amp/politics/2008/11/20/231096.html (November 23, 2026)."
            ),
        ),
        (
            "vz-2008",
            "apa",
            (
                "Vzglyad. (2008, November 20). Outcome of the tenth congress of United Russia (in Russian). "
                "*Vzglyad (vz.ru)*. https://vz.ru/amp/politics/2008/11/20/231096.html"
            ),
        ),
        (
            "vz-2008",
            "chicago-notes",
            (
                "Vzglyad. “Outcome of the tenth congress of United Russia (in Russian).” *Vzglyad (vz.ru)*, "
                "November 20, 2008. https://vz.ru/amp/politics/2008/11/20/231096.html."
            ),
        ),
        (
            "vz-2008",
            "gost-r-7-0-5-2008",
            (
                "Vzglyad. Outcome of the tenth congress of United Russia (in Russian) // Vzglyad (vz.ru). 2008. "
                "20 ноя. URL: https://vz.ru/amp/politics/2008/11/20/231096.html (дата обращения: 23.11.2026)."
            ),
        ),
        (
            "vparty-v2",
            "apa",
            (
                "Lindberg, Düpont, Higashijima, Kavasoglu, Marquardt, Bernhard et al. (2022). *Varieties of Party "
                "Identity and Organization (V-Party) Dataset V2* [Data set]. V-Dem Institute, University of "
                "Gothenburg. https://github.com/vdeminstitute/vdemdata"
            ),
        ),
        (
            "wp-unity-ru",
            "apa",
            (
                "Wikipedia contributors. (n.d.). Unity (Russian political party). In *Wikipedia*. Retrieved "
                "November 23, 2026, from https://en.wikipedia.org/wiki/Unity_(Russian_political_party)"
            ),
        ),
        (
            "wp-unity-ru",
            "chicago-author-date",
            (
                "Wikipedia contributors. n.d. “Unity (Russian political party).” In *Wikipedia*. Accessed November 23, "
                "2026. https://en.wikipedia.org/wiki/Unity_(Russian_political_party)."
            ),
        ),
    ],
)
def test_as_worked_out_by_hand(bundled: Study, key: str, style: str, expected: str) -> None:
    assert worked(bundled, key, style) == expected


@pytest.mark.parametrize("style", STYLES)
def test_each_source_has_one_reference_in_each_style(bundled: Study, style: str) -> None:
    references = references_of(bundled)
    entries = [words_of(runs) for runs in bibliography(references, style)]
    assert len(entries) == len(references)
    text = "\n".join(entries)
    assert all(each.title.rstrip(".?!") in text for each in references if "'" not in each.title)
    assert not any(sign in text for sign in ("..", ". .", "”.", "()", "\ue000", "\ue001", "None"))


@pytest.mark.parametrize("style", STYLES)
def test_what_has_no_author_begins_with_something_and_says_it_once(style: str) -> None:
    (entry,) = (words_of(runs) for runs in bibliography([reference_of(LAW, "law")], style))
    assert entry.startswith(("On Political Parties", "Rossiyskaya Gazeta"))
    assert entry.count("On Political Parties") == 1


def test_each_style_has_its_file_and_no_file_is_without_a_style() -> None:
    assert {path.stem for path in paths.resource("styles").glob("*.csl")} == set(STYLES)
    assert all(style_name(style) for style in STYLES)


def test_no_references_are_no_bibliography(bundled: Study) -> None:
    assert bibliography([]) == ()
    assert style_of(bundled) == "apsa"
