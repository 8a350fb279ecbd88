"""The words of an answer are counted as LibreOffice counts them in the document that is made of it."""

import re
import zipfile
from pathlib import Path
from typing import Final

import pytest
from importing.making.office import needs_libreoffice, save_all

from tcplan.markdown.word_count import count_shown_words
from tcplan.render.prose import prose_html
from tcplan.values.figure_marks import with_figures
from tcplan.values.text_length import count_words
from tcplan.views.documents.parts import Prose

ANSWERS: Final = (
    "Nine technicians are registered.",
    "R & D",
    "one \u2013 two \u2014 three - four",
    "one\u2013two, well\u2014known, low-cost, up-to-date",
    "word\u2014 \u2014word \u2013 \u2013 word",
    "\u2013",
    "staff / students and/or visitors",
    "one \u2012 two \u2015 three\u2011four",
    "a + b = c * d % e",
    "wait ... and \u2026 so on",
    "one -- two --- three",
    "- one two\n- three\n- four, five",
    "* starred one\n* starred two",
    "+ plus one\n+ plus two",
    "1. first of all\n2. second\n3. third",
    "7) seventh\n8) eighth",
    "- outer words\n  - inner words here\n  - more\n- outer again",
    "Before the list:\n\n- one\n- two\n\nAfter the list.",
    "\u2022 pasted one \u2022 pasted two",
    "- **Bold start.** And plain words\n- *Emphasis* at the start",
    "**bold**words and *it*alic and `code span` here",
    "***both*** kinds _of_ __emphasis__",
    "[our page](https://www.example.ac.uk/technicians/page) and more",
    "[long address](https://www.example.ac.uk/a/b/c?d=e%20f 'and a title') follows",
    "See https://www.example.ac.uk/a-b/c?d=e&f=g for more.",
    "See <https://www.example.ac.uk/technicians> now.",
    "Write to <technicians@example.ac.uk> or technicians@example.ac.uk.",
    "[one][ref] and [two][ref]\n\n[ref]: https://www.example.ac.uk/ref",
    "1,234.56 and 12% of \u00a340,000 (2024\u201325)",
    "3:1 or 1/4 or 10 000 or +44 20 7946 0000",
    "In 2023/24, Q1 2025 and 2026-03-31",
    "18% registered, from 9%; i.e. 2\u00d7",
    "| Theme | What we do |\n|---|---|\n| A strategic lead | One of the deans |\n| Data | Published |",
    "| A | B |\n|:--|--:|\n| 1 | 2 3 |\n|  | \u2013 |",
    "Before.\n\n| A b | C |\n|---|---|\n| d | e f |\n\nAfter it.",
    "Mae'r technegwyr yn gweithio yn ddi-dor yng Nghymru.",
    "Cafodd y staff technegol d\u0175r a th\u0177, \u00f4l-troed a gwe\u2019r brifysgol.",
    "D\u2019aethom ni \u2013 a dyna\u2019r cwbl \u2013 i\u2019r labordai.",
    "technician's o\u2019clock don't rock'n'roll",
    "\u2018quoted\u2019 words \u201cand double\u201d ' alone '",
    "(one) [two] {three} ( four )",
    "co-operation, e-mail, well-being and long-term-planning",
    "soft line\nbreak and  two  blanks",
    "hard line\\\nbreak and another  \nbreak",
    "Paragraph one.\n\nParagraph two.\n\nParagraph three.",
    "## Two words\n\nThen three more",
    "Title words\n===\n\nThen three more",
    "#### Small heading\n\n- item one",
    "> quoted words here\n> and on",
    "Above.\n\n---\n\nBelow.",
    "```\nx = 1\ny = 2\n```\n\nAfter code.",
    "one\u00a0two three\u202ffour five\u2009six",
    "good \U0001f44d work \u2705 done\U0001f44d",
    "\U0001f469\u200d\U0001f52c scientist, \U0001f1ec\U0001f1e7 flag",
    "\u6280\u672f\u4eba\u5458 \u627f\u8bfa is a commitment",
    "\u4e2d\u6587\uff0c\u6807\u70b9\u3002\u6280\u672f",
    "UK\u6280\u672fteam",
    "\u30ab\u30bf\u30ab\u30ca \u30c6\u30b9\u30c8 \u306e \u65e5\u672c\u8a9e",
    "\ud55c\uad6d\uc5b4 \ud14d\uc2a4\ud2b8 and English",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "\u03b1\u03b2\u03b3 caf\u00e9 na\u00efve Stra\u00dfe",
    "escaped \\*stars\\* and \\# hash and AT&amp;T",
    "<name> is text here, a < b > c",
    "![A workshop](https://www.example.ac.uk/a.png) and words",
    "No. 1986. A year ends a line\nand starts none",
    "Item;\tafter a tab\tand another",
    "Dr. A. B. Smith, Ph.D., U.K.",
    "We have {{ actions.complete }} of {{actions.total}}, or {{ measures.registered.latest }} now",
    "- {{ measures.registered.baseline }} \u2013 {{ measures.registered.latest }}\n- **{{ actions.open }}**open",
    "Braces \\{{ as they are }} and {{ unknown.figure }} as typed",
    "* not a list\n\n*emphasis over\ntwo lines*",
)
"""Each in Markdown, as somebody would type it."""

FIGURES: Final = {
    "actions.complete": "6",
    "actions.total": "8",
    "actions.open": "2",
    "measures.registered.baseline": "9 %",
    "measures.registered.latest": "18%",
}
"""What live figures are worth here."""


def _as_html(text: str) -> str:
    page = '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"></head><body>'
    return f"{page}{prose_html(Prose(text, 2, ''))}</body></html>".replace("<caption>Table: </caption>", "")


@needs_libreoffice
def test_words_are_counted_as_libreoffice_counts_them(tmp_path: Path) -> None:
    """To the word, in every answer: the statistics of the document say how many it has."""
    pages = [tmp_path / f"{number}.html" for number in range(len(ANSWERS))]
    answers = [with_figures(text, FIGURES.get) for text in ANSWERS]
    for page, text in zip(pages, answers, strict=True):
        page.write_text(_as_html(text), encoding="utf-8")
    saved = save_all(pages, "odt", tmp_path / "out")
    found = {text: (count_shown_words(text), _word_count(file)) for text, file in zip(answers, saved, strict=True)}
    assert {text: counts for text, counts in found.items() if counts[0] != counts[1]} == {}


def _word_count(document: Path) -> int:
    with zipfile.ZipFile(document) as parts:
        found = re.search(r'meta:word-count="(\d+)"', parts.read("meta.xml").decode())
    assert found
    return int(found[1])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t", 0),
        ("R & D \u2013 a + b / c = d", 10),
        ("- one two-three\n- four", 5),
        ("[a b](https://www.example.ac.uk/c)", 2),
        ("| a | b |\n|---|---|\n| c | d |", 4),
        ("## one **two**", 2),
        ("\u6280\u672f team", 3),
    ],
)
def test_what_a_document_shows_is_counted(text: str, count: int) -> None:
    """Not the address of a link, the bars of a table or the marks of a heading; the bullet of an item is a word."""
    assert count_shown_words(text) == count


@pytest.mark.parametrize("sign", ["- ", "[", "a | ", "*a "])
def test_a_hostile_answer_is_counted(sign: str) -> None:
    """In a moment, whatever Markdown makes of it."""
    assert count_shown_words(sign * 20_000) < 50_000


def test_a_text_without_markdown_is_counted_as_it_is() -> None:
    """So that a list of words needs no parser."""
    assert count_shown_words("R & D, well - done") == count_words("R & D, well - done")
