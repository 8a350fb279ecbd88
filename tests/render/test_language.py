"""Documents of plans in another language than English: which words are marked as which."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from support import close_off, tcplan, write

PLAN = """\
kind: plan
format: 1
title: Cynllun gweithredu
language: {language}
period: {{start: 2025-01, end: 2027-12}}
review_every: 6 months
sign_off: {{role: Is-Ganghellor Cymru, date: 2025-01-20}}
about: |
  Ein hail gynllun Cymru.
rag:
  amber: {{means: at-risk, label: Cymru mewn perygl}}
voice:
  - {{id: arolwg, title: Arolwg Cymru, date: 2024-06, reached: 212, summary: Gofynnwyd Cymru.}}
measures:
  - id: cofrestrwyd
    title: Staff Cymru
    about: Sut y cyfrifir Cymru
    targets: {{end: 40%}}
    actual: {{2025-06: 26%}}
    source: Arolwg Cymru
pillars:
  - {{id: 1, title: Gyrfa Cymru, themes: career-development}}
objectives:
  - {{id: 1.1, title: Llwybr Cymru, priority: high, quotes: {{from: arolwg, text: Does dim Cymru.}}}}
actions:
  - id: 1.1.1
    title: Ymgynghori Cymru
    lead: Pwyllgor Cymru
    owners: [Llyfrgell Cymru, tbc]
    start: 2025-03
    due: [2026-03, 2026-12]
    measured_by: cofrestrwyd
    success: [{{title: Meini prawf Cymru, due: 2026-05, done: 2026-04}}]
    steps: [Cam Cymru]
    updates:
      - {{date: 2025-06-30, rag: amber, by: Pwyllgor Cymru, note: Nodyn Cymru., due: 2027-06}}
      - {{date: 2026-06-01, rag: green, evidence: [{{title: Cofnodion Cymru, url: "https://example.ac.uk/1"}}]}}
  - {{id: 1.1.2, title: Ail weithred Cymru, due: ongoing}}
"""
SUBMISSION = """\
kind: submission
format: 1
form: stage-3
submits: phase-2
reviews: {plan: phase-2, date: 2026-06, summary: Crynodeb Cymru., closing: [{ref: 1.1.1, rag: amber, note: Cymru.}]}
answers: [{question: q2, text: Ateb Cymru.}]
sign_off: {role: Is-Ganghellor Cymru, date: 2026-06-11}
"""
INSTITUTION = """\
kind: institution
format: 1
name: Prifysgol Cymru
signed: 2017-05
cohort: 1
contact: {name: Cyswllt Cymru, email: cymru@example.ac.uk, consent: yes}
owners: [Llyfrgell Cymru, {name: Pwyllgor Cymru, person: no}, {name: Is-Ganghellor Cymru, person: no}]
"""


class Words(HTMLParser):
    """The pieces of text of a page, each with the language that it is in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.languages: list[str] = [""]
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element has the language of the one around it, unless it names another."""
        if tag not in ("meta", "br", "img", "hr"):
            self.languages.append("-" if tag == "style" else dict(attrs).get("lang") or self.languages[-1])

    def handle_endtag(self, tag: str) -> None:
        """The element around it goes on."""
        if tag not in ("meta", "br", "img", "hr"):
            self.languages.pop()

    def handle_data(self, data: str) -> None:
        """Words; numbers and signs are in no language."""
        if any(char.isalpha() for char in data):
            self.found.append((data.strip(), self.languages[-1]))


def words_of(folder: Path, document: str, language: str) -> list[tuple[str, str]]:
    """What a document says, with the languages."""
    close_off(folder)
    write(folder, phase_2=PLAN.format(language=language), stage_3=SUBMISSION, institution=INSTITUTION)
    done = tcplan("render", document, "--to", "html", "--as-of", "2026-09-30", cwd=folder)
    assert done.returncode == 0, done.stderr
    return Words(done.stdout).found


MIXED = (
    *("Cynllun gweithredu, Prifysgol Cymru", "example.ac.uk", "phase-2", "Review of ", "The plan: "),
    *("These are the actions of ", "Measures of ", "RAG of the ", "promised and achieved, "),
)
"""Names and addresses, and headings and captions that hold the title of the plan, which is a name."""


@pytest.mark.parametrize("document", ["plan", "stage3", "progress"])
def test_the_words_of_tcplan_are_marked_as_english_and_no_others(tmp_path: Path, document: str) -> None:
    """In a plan in Welsh every word of the plan is Welsh, and headings, labels, dates and sentences of ours are not."""
    for words, language in words_of(tmp_path, document, "cy"):
        if language == "-" or any(one in words for one in MIXED):
            continue
        is_theirs = "Cymru" in words or words == "Cynllun gweithredu"
        assert language == ("cy" if is_theirs else "en-GB"), words


def test_a_name_that_is_withheld_is_said_to_be_in_english(tmp_path: Path) -> None:
    """The words in its place are ours."""
    files = {"plan": PLAN.replace("Pwyllgor Cymru", "Gwen Jones").format(language="cy"), "institution": INSTITUTION}
    close_off(tmp_path)
    write(tmp_path, **files)
    page = tcplan("render", "plan", "--to", "html", "--as-of", "2026-09-30", cwd=tmp_path).stdout
    assert ("Name withheld", "en-GB") in Words(page).found


@pytest.mark.parametrize("language", ["en-GB", "en", "en-IE"])
def test_nothing_is_marked_in_a_document_in_english(tmp_path: Path, language: str) -> None:
    """It has one language."""
    assert {found for _, found in words_of(tmp_path, "plan", language)} - {"-"} == {language}
