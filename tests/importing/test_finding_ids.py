"""Ids as documents write them: in a column of their own, before the words, above them, and as automatic numbers."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from importing.making.blocks import cell, document, heading, para, row, table
from importing.making.contents import TARNHOLM, TrueAction
from importing.making.layouts import INTRO, Layout, owners
from importing.making.scoring import as_table, score

from tcplan.importing.document import SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.ledger import Ledger

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi")

Style = Callable[[int, TrueAction], tuple[str, str]]
STYLES: dict[str, Style] = {
    "1": lambda at, _: (f"{at}", f"{at}"),
    "1.": lambda at, _: (f"{at}.", f"{at}"),
    "1)": lambda at, _: (f"{at})", f"{at}"),
    "(1)": lambda at, _: (f"({at})", f"{at}"),
    "#1": lambda at, _: (f"#{at}", f"{at}"),
    "No. 1": lambda at, _: (f"No. {at}", f"{at}"),
    "A1": lambda at, _: (f"A{at}", f"A{at}"),
    "A1.": lambda at, _: (f"A{at}.", f"A{at}"),
    "A1:": lambda at, _: (f"A{at}:", f"A{at}"),
    "A.1": lambda at, _: (f"A.{at}", f"A.{at}"),
    "V/1": lambda at, _: (f"V/{at}", f"V/{at}"),
    "TC-01": lambda at, _: (f"TC-{at:02}", f"TC-{at:02}"),
    "VIS1": lambda at, _: (f"VIS{at}", f"VIS{at}"),
    "VIS 1": lambda at, _: (f"VIS {at}", f"VIS {at}"),
    "VIS1.2": lambda at, _: (f"VIS{at // 3}.{at % 3 + 1}", f"VIS{at // 3}.{at % 3 + 1}"),
    "O1.2": lambda at, _: (f"O{at // 3 + 1}.{at % 3 + 1}", f"O{at // 3 + 1}.{at % 3 + 1}"),
    "P1-A2": lambda at, _: (f"P{at // 4 + 1}-A{at % 4 + 1}", f"P{at // 4 + 1}-A{at % 4 + 1}"),
    "1.10": lambda at, _: (f"1.{at}", f"1.{at}"),
    "1.2.1": lambda _, one: (one.number, one.number),
    "1.2.1.": lambda _, one: (f"{one.number}.", one.number),
    "a)": lambda at, _: (f"{chr(96 + at)})", chr(96 + at)),
    "(b)": lambda at, _: (f"({chr(96 + at)})", chr(96 + at)),
    "1a": lambda at, _: (f"{at // 4 + 1}{'abcd'[at % 4]}", f"{at // 4 + 1}{'abcd'[at % 4]}"),
    "1.1a": lambda at, _: (f"1.{at // 4 + 1}{'abcd'[at % 4]}", f"1.{at // 4 + 1}{'abcd'[at % 4]}"),
    "iv.": lambda at, _: (f"{ROMAN[at - 1]}.", ROMAN[at - 1]),
    "Action 3": lambda at, _: (f"Action {at}", f"{at}"),
    "Action 3:": lambda at, _: (f"Action {at}:", f"{at}"),
    "ACTION 3": lambda at, _: (f"ACTION {at}", f"{at}"),
    "Action 1.2 -": lambda _, one: (f"Action {one.number} -", one.number),
}
"""How an id is written, and the id."""

Numbered = list[tuple[str, TrueAction]]


def in_own_column(actions: Numbered) -> SourceDocument:
    """A column of ids."""
    rows = (row(written, one.title, owners(one), one.due) for written, one in actions)
    return document(INTRO, table(("Ref", "Action", "Owner", "Due"), *rows))


def before_the_words(actions: Numbered) -> SourceDocument:
    """The id and the action in one cell."""
    rows = (row(f"{written} {one.title}", owners(one), one.due) for written, one in actions)
    return document(INTRO, table(("Action", "Owner", "Due"), *rows))


def above_the_words(actions: Numbered) -> SourceDocument:
    """The id as a paragraph of its own in the cell of the action."""
    rows = (row(cell(written, one.title), owners(one), one.due) for written, one in actions)
    return document(INTRO, table(("Action", "Owner", "Due"), *rows))


def in_paragraphs(actions: Numbered) -> SourceDocument:
    """A paragraph for each action, without a table."""
    lines = [para(f"{written} {one.title} ({owners(one)}; {one.due})") for written, one in actions]
    return document(heading("Action plan 2025-27"), lines)


def as_automatic_numbers(actions: Numbered) -> SourceDocument:
    """A list that the program numbers."""
    lines = [para(f"{one.title} ({owners(one)}; {one.due})", depth=1, number=written) for written, one in actions]
    return document(heading("Action plan 2025-27"), lines)


PLACES = (in_own_column, before_the_words, above_the_words, in_paragraphs, as_automatic_numbers)


@pytest.mark.parametrize("make", PLACES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("style", STYLES)
def test_an_id_is_read_without_what_stands_around_it(style: str, make: Callable[[Numbered], SourceDocument]) -> None:
    """In every style and place, the id is the number and not part of the title."""
    written = [STYLES[style](at, one) for at, one in enumerate(TARNHOLM.actions, 1)]
    actions = tuple(replace(one, number=number) for one, (_, number) in zip(TARNHOLM.actions, written, strict=True))
    made = make([(text, one) for (text, _), one in zip(written, actions, strict=True)])
    layout = Layout(style, made, (actions,), frozenset({"number", "owners", "due"}))
    result = score(layout, find_plans(made, Ledger(made), {}))
    assert result.is_perfect, "\n".join([as_table([result]), *result.mistakes[:20]])


@pytest.mark.parametrize(
    "title",
    [
        "24 months of funding for a technician in residence",
        "G9 posts in all workshops, as the review proposes",
        "3D printing for all schools by next year",
        "2025 survey of all technical staff",
        "COVID-19 lessons for the safety of workshops",
        "REF 2029 statements that name technicians",
    ],
)
def test_words_that_only_look_like_an_id_stay_in_the_title(title: str) -> None:
    """One title that begins with a number or capitals is no id, where the others have none."""
    titles = [title, *(one.title for one in TARNHOLM.actions[:5])]
    made = document(INTRO, table(("Action", "Owner", "Due"), *(row(one, "HROD", "May 2026") for one in titles)))
    (plan,) = find_plans(made, Ledger(made), {})
    assert [entry.title.text for entry in plan.entries] == titles
