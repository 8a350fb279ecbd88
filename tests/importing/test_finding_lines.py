"""Plans in lines: each action with its labels below it, as pages and typed documents have them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tcplan.importing.document import Paragraph, SourceDocument, SourcePlace
from tcplan.importing.finding import find_plans
from tcplan.importing.finding.tails import split_tail
from tcplan.importing.found import Field, FoundEntry, FoundLevel
from tcplan.importing.ledger import Ledger


def actions_in(text: str) -> list[FoundEntry]:
    """The actions of a document of these lines; `#` before a line makes it a heading."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    document = SourceDocument("p.txt", tuple(paragraph_of(line, number) for number, line in enumerate(lines, 1)))
    return [entry for plan in find_plans(document, Ledger(document), {}) for entry in all_actions(plan.entries)]


def paragraph_of(line: str, number: int) -> Paragraph:
    """A line as a paragraph."""
    marks = len(line) - len(line.lstrip("#"))
    return Paragraph(line.strip("# "), SourcePlace(line=number), heading=marks)


def all_actions(entries: list[FoundEntry]) -> Iterator[FoundEntry]:
    """The actions among entries and below them."""
    for entry in entries:
        if entry.level is FoundLevel.ACTION:
            yield entry
        yield from all_actions(entry.children)


def said(entry: FoundEntry, field: Field) -> list[str]:
    """What an entry says in a field."""
    return [words.text for words in entry.fields.get(field, [])]


@pytest.mark.parametrize("last", ["Success: All reviewed", "Owner: HR", "Deadline: June 2026"])
def test_a_numbered_line_after_a_label_is_the_next_action(last: str) -> None:
    """Whatever label came last; its words are its own."""
    actions = actions_in(
        f"""
        1.1 Review the pages
        Lead: HR
        {last}
        1.2 Publish a guide
        Lead: Library
        Deadline: July 2026
        """
    )
    assert [(one.number, one.title.text) for one in actions] == [
        ("1.1", "Review the pages"),
        ("1.2", "Publish a guide"),
    ]
    assert said(actions[1], Field.LEAD) == ["Library"]


def test_numbered_values_of_a_label_are_no_actions() -> None:
    """`1.`, `2.` below "Success measures" count the measures."""
    actions = actions_in(
        """
        1. Review the pages
        Lead: HR
        Success measures: 1. A draft is there
        2. The pages are live
        """
    )
    assert [one.title.text for one in actions] == ["Review the pages"]


def test_a_title_over_two_lines_is_one() -> None:
    """The second begins with a small letter, and no label is between."""
    actions = actions_in(
        """
        1.1 Name technicians in press
        releases and papers
        Lead: HR
        1.2 Publish a guide
        Lead: HR
        """
    )
    assert [one.title.text for one in actions] == ["Name technicians in press releases and papers", "Publish a guide"]


def test_headings_with_labels_below_them_are_actions() -> None:
    """As cards of a web page."""
    actions = actions_in(
        """
        # Our plan for technicians
        ## Visibility
        ### TC-01: Invite technicians to the open day
        Lead: Registrar
        Timescale: March 2027
        ### TC-02: Publish a guide
        Lead: Library
        Timescale: May 2027
        """
    )
    assert [(one.number, one.title.text) for one in actions] == [
        ("TC-01", "Invite technicians to the open day"),
        ("TC-02", "Publish a guide"),
    ]


@pytest.mark.parametrize(
    ("text", "lead", "due"),
    [
        ("Offer shadowing (Lead: Registrar; By March 2026)", "Registrar", "By March 2026"),
        ("Offer shadowing (Lead: Estates; ongoing)", "Estates", "ongoing"),
        ("Offer shadowing [Lead: DTM, 2027]", "DTM", "2027"),
    ],
)
def test_people_and_a_date_after_one_label_are_told_apart(text: str, lead: str, due: str) -> None:
    """The date has no label of its own."""
    assert split_tail(text) == ("Offer shadowing", [(Field.LEAD, lead), (Field.DUE, due)])


def test_people_alone_after_a_label_stay_together() -> None:
    """Who is who is for the reader of names."""
    assert split_tail("Offer shadowing (Lead: HR, Library)") == ("Offer shadowing", [(Field.LEAD, "HR, Library")])


TAILS = ["(Lead: HR; by May 2026)", "(HR, May 2026)", "- Estates - June 2027", "(Owner: Library)", "[Estates, 2027]"]


def flat_list(tail: str, *lists: str, depth: int = 1) -> list[FoundEntry]:
    """The actions of lists below headings; a capital letter is an item with who and when, a small one has neither."""
    texts = ["# Action plan"]
    for number, items in enumerate(lists):
        texts.append(f"# {('Visibility', 'Recognition', 'Career development', 'Sustainability')[number]}")
        texts += [f"Publish part {one} of the guide {tail if one.isupper() else ''}".strip() for one in items]
    made = [paragraph_of(text, number) for number, text in enumerate(texts, 1)]
    blocks = tuple(one if one.heading else replace(one, depth=depth, number="•") for one in made)
    document = SourceDocument("p.txt", blocks)
    return [entry for plan in find_plans(document, Ledger(document), {}) for entry in all_actions(plan.entries)]


@pytest.mark.parametrize("tail", TAILS)
def test_items_that_say_neither_who_nor_when_are_steps_of_a_flat_list(tail: str) -> None:
    """A program saved the list without its depths: every part begins with an action, and the rest is below them."""
    actions = flat_list(tail, "AbcD", "EfgH", "IjkL", "MnO")
    assert [one.title.text.split()[2] for one in actions] == list("ADEHILMO")
    steps = [[child.title.text.split()[2] for child in one.children] for one in actions]
    assert steps == [["b", "c"], [], ["f", "g"], [], ["j", "k"], [], ["n"], []]


@pytest.mark.parametrize("lists", [("AbcD", "efGH", "IjkL"), ("ABcD", "EFGH", "IJkL"), ("abcd", "efgh"), ("Abcd",)])
def test_items_that_say_neither_may_be_actions(lists: tuple[str, ...]) -> None:
    """A list may begin with one, or have but a few: then nothing says that they are steps."""
    actions = flat_list("(HR, May 2026)", *lists)
    assert len(actions) == sum(map(len, lists))
