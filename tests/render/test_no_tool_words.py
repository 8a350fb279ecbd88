"""A document is a paper of the institution: nothing of the tool, of its files or of its doubts is in it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from render.rendering import DOCUMENTS, PAPERS, render, rendered
from support import EXAMPLES, write

FORBIDDEN = {
    "a doubt": r"\bprovisional(?:ly)?\b|\b(?:un)?attested\b|wording of this question|not (?:been )?confirmed by",
    "where a form comes from": r"\b[Ss]ource of the form\b|\bguidance slides\b",
    "an id of a question": r"\b[Qq]uestion [a-z]\w*\d|(?<![\w&/.=-])[qQ]\d+[a-z]?\b(?! 20\d\d)",
    "a name of a file": r"\b(?:phase|stage|survey)-\d+\b|\.ya?ml\b|\baction-plan-\d{4}\b|\bcase-studies/",
    "an item of a framework": r"\b(?:n8|talent|themes|cohorts|university-strategy)/[\w.]+",
    "a code of a rule": r"\bTC\d{3}\b",
    "the rule of a headline": r"\b(?:half|third|quarter|eighth|fifth|\d+/\d+) or more\b|fewer than (?:half|a )",
    "a word of the tool": r"\btcplan\b|\bworkspace\b|\bframeworks?/|\bstated and computed\b|\b[Cc]omputed\b",
    "what is said of a value": r"(?<!Not yet )(?<!not yet )\bstated\b|\bStated\b",
    "a word of the program": r"(?<=[:,(] )None\b|\b(?:null|True|False|NaN|undefined)\b|\{\{|\{%|<[A-Z]\w*[ .]",
    "a key of the file format": r"\b(?:measured_by|depends_on|review_every|sign_off|plan_months)\b",
}
"""What no document has, by what it is."""


DAYS = ("2019-06-30", "2023-06-30", "2025-06-30")
MORE = {
    f"{what} of {name} on {day}": (what, EXAMPLES / "plans/northmoor" / f"{name}.yaml", day)
    for day in DAYS
    for what, name in (("plan", "phase-1"), ("plan", "phase-2"), ("plan", "phase-3"), ("progress", "phase-2"))
}

PLAN = """\
kind: plan
format: 1
title: The next plan
follows: [phase-1, phase-0]
aligns: [n8, our-list, nowhere/4]
period: {start: 2025-01, end: 2027-12}
actions:
  - {id: 1, title: Begin, aligns: [n8/7, our-list/2, talent/entry-routes, nowhere/P.2.2], related: phase-1/1}
  - id: 2
    title: Go on
    continues: [{ref: phase-0/3.4, how: extended}, phase-1/1]
    closed: {date: 2025-02-01, as: merged, into: phase-1/1}
  - {id: 3, title: End, depends_on: [2, phase-9/1], updates: {date: 2025-03-01, note: Nothing yet}}
"""
EARLIER = "kind: plan\nformat: 1\ntitle: The first plan\nactions: {id: 1, title: Learn}\n"
STAGE = """\
kind: submission
format: 1
form: stage-2
submits: SUBMITS
sent: 2025-06-01
reviews:
  - {plan: phase-1, date: 2025-01-31, closing: [{ref: 1, rag: green}, {ref: phase-1/9, rag: red}]}
  - {plan: phase-8, date: 2025-01-31}
answers:
  - {question: q1, text: A university., evidence: case-studies/gone}
  - {question: q9, text: More.}
"""
LIST = "kind: framework\nformat: 1\ntype: list\ntitle: Our list\nitems: [{id: 2, title: Be kind}]\n"


class Text(HTMLParser):
    """The words of a page that a reader sees, or hears: without styles, and with labels."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._is_hidden = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is read aloud."""
        self._is_hidden = tag in ("style", "script")
        self.words += [value or "" for name, value in attrs if name in ("aria-label", "alt", "title", "content")]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not self._is_hidden:
            self.words.append(data)


def without_addresses(text: str) -> str:
    """A text without the addresses in it, which may have any words, and without the record for `tcplan verify`."""
    text = re.sub(r"<!-- tcplan .*? -->", "", text)
    return re.sub(r"(?:https?://|mailto:)[^\s)\]]+", "", text).replace("\\", "")


def found_in(document: str, to: str) -> list[tuple[str, str]]:
    """The forbidden words of a document with what is around them."""
    text = without_addresses(" ".join(Text(document).words) if to == "html" else document)
    text = re.sub(r"default-src [^;]*;[^|]*?'", "", text)
    return [
        (what, text[max(0, found.start() - 40) : found.end() + 20])
        for what, pattern in FORBIDDEN.items()
        for found in re.finditer(pattern, text)
    ]


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("name", [*DOCUMENTS, *PAPERS])
def test_a_document_has_nothing_of_the_tool(name: str, to: str) -> None:
    """Of the examples and of the plans in this repository."""
    assert found_in(rendered(name, to), to) == []


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("name", MORE)
def test_a_document_of_another_day_has_nothing_of_the_tool(name: str, to: str) -> None:
    """Headlines of all colours, and few reports."""
    what, path, day = MORE[name]
    assert found_in(render(what, path, "--to", to, "--as-of", day), to) == []


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("submits", ["phase-2", "phase-7"])
@pytest.mark.parametrize("what", ["plan", "stage2", "progress"])
def test_what_cannot_be_found_is_named_in_words(tmp_path: Path, what: str, submits: str, to: str) -> None:
    """A plan, an entry, a framework or a case study that is not there, and one that is elsewhere."""
    files = {"phase_1": EARLIER, "phase_2": PLAN, "stage_2": STAGE.replace("SUBMITS", submits)}
    root = write(tmp_path, institution="kind: institution\nformat: 1\nname: U\ncohort: 9\n", **files)
    (root / "frameworks").mkdir()
    (root / "frameworks" / "our-list.yaml").write_text(LIST, "utf-8")
    path = root if what == "stage2" else root / "plans/u/phase-2.yaml"
    assert found_in(render(what, path, "--to", to, "--as-of", "2025-06-30"), to) == []


def test_an_item_of_a_framework_is_called_as_its_framework_says(tmp_path: Path) -> None:
    """By a short name and a word for the item, else by the title; what is unknown by its words."""
    root = write(tmp_path, phase_1=EARLIER, phase_2=PLAN)
    (root / "frameworks").mkdir()
    (root / "frameworks" / "our-list.yaml").write_text(LIST, "utf-8")
    text = render("plan", root / "plans/u/phase-2.yaml", "--as-of", "2025-06-30")
    for words in (
        "Progression and career pathways (N8 commitment 7)",
        "Be kind (Our list 2)",
        "Broader entry routes into technical careers (TALENT Commission theme)",
        "Nowhere, P.2.2",
        "Learn (1, The first plan)",
        "3.4, Phase 0, extended",
        "__Follows:__ The first plan; Phase 0",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Goes on as phase-2/3.1.", "Goes on as 3.1 (A plan, second)."),
        ("Goes on as phase-2/3.1 and phase-2/4", "Goes on as 3.1 (A plan, second) and 4 (A plan, second)"),
        ("Goes on as **phase-2/3.1**", "Goes on as **3.1 (A plan, second)**"),
        ("See https://x.org/phase-2/3.1", "See [https://x.org/phase-2/3.1](https://x.org/phase-2/3.1)"),
        ("We work 24/7, and in term-2/3", "We work 24/7, and in term-2/3"),
        ("It is `phase-2/3.1`", "It is `phase-2/3.1`"),
    ],
)
def test_a_plan_that_a_text_names_by_its_file_has_its_title(tmp_path: Path, written: str, printed: str) -> None:
    """As `tcplan validate` knows it; what is not a plan of the institution stays as it is."""
    plan = f"kind: plan\nformat: 1\ntitle: A plan\nabout: |\n  {written}\nactions: {{id: 1, title: Act}}\n"
    root = write(tmp_path, phase_1=plan, phase_2="kind: plan\nformat: 1\ntitle: A plan, second\n")
    text = render("plan", root / "plans/u/phase-1.yaml", "--as-of", "2025-06-30")
    assert printed in text.splitlines()


def test_the_table_would_find_what_it_looks_for() -> None:
    """Each pattern matches what it is for."""
    samples = {
        "a doubt": "The wording of this question is provisional.",
        "where a form comes from": "Source of the form:",
        "an id of a question": "Question q1",
        "a name of a file": "continued (phase-2/1.1)",
        "an item of a framework": "Visibility (n8/3)",
        "a code of a rule": "TC308",
        "the rule of a headline": "2 of 9 are red (an eighth or more)",
        "a word of the tool": "not in this workspace",
        "what is said of a value": "No colour stated",
        "a word of the program": "Due: None",
        "a key of the file format": "sign_off",
    }
    for what, sample in samples.items():
        assert re.search(FORBIDDEN[what], sample), what
    assert found_in(f"<p>{samples['a code of a rule']}</p>", "html")
