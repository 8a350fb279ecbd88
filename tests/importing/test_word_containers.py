"""Plans that a Word document holds in text boxes, in tables that only arrange them, and in lists by style alone."""

from pathlib import Path

import pytest
from importing.making.word import (
    cell,
    heading,
    item,
    list_properties,
    paragraph,
    row,
    run,
    style,
    table,
    text_box,
    write_word,
)

from tcplan.importing.finding import find_plans
from tcplan.importing.found import FoundEntry, FoundLevel, every_entry
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.word.document import read_word

TITLE = heading("Technician Commitment action plan")
FIRST = [("Publish a directory", "HR", "May 2026"), ("Hold an open day", "Library", "June 2026")]
SECOND = [("Create a register", "HR", "July 2026")]
WANTED = [("Visibility", [one[0] for one in FIRST]), ("Recognition", [one[0] for one in SECOND])]


def actions(lines: list[tuple[str, str, str]]) -> str:
    """A table of actions."""
    return table(*(row(*map(cell, line)) for line in [("Action", "Owner", "Due"), *lines]))


def items(lines: list[tuple[str, str, str]]) -> list[str]:
    """The same in a list."""
    return [item(f"{title} ({owner}, {due})") for title, owner, due in lines]


def in_tables(deep: int, *blocks: str) -> str:
    """Some blocks in the only cell of a table, in the only cell of a table, and so on."""
    for _ in range(deep):
        blocks = (table(row(cell(*blocks))),)
    return "".join(blocks)


CONTAINERS = {
    "a text box for each pillar": [
        paragraph(text_box(paragraph("Visibility"), actions(FIRST))),
        paragraph(text_box(paragraph("Recognition"), actions(SECOND))),
    ],
    "text boxes in cells": [
        table(
            row(cell("Visibility"), cell(paragraph(text_box(actions(FIRST))))),
            row(cell("Recognition"), cell(paragraph(text_box(actions(SECOND))))),
        )
    ],
    "lists in text boxes": [
        paragraph(text_box(paragraph("Visibility"), *items(FIRST))),
        paragraph(text_box(paragraph("Recognition"), *items(SECOND))),
    ],
    "pillars side by side": [
        table(row(cell("Visibility", actions(FIRST)), cell("Recognition", actions(SECOND)))),
    ],
    "lists side by side": [
        table(
            row(
                cell(heading("Visibility", level=2), *items(FIRST)),
                cell(heading("Recognition", level=2), *items(SECOND)),
            )
        ),
    ],
    "tables in tables in tables": [
        in_tables(3, paragraph("Visibility"), actions(FIRST)),
        in_tables(2, paragraph("Recognition"), in_tables(1, actions(SECOND))),
    ],
}


def pillars_in(path: Path) -> list[tuple[str, list[str]]]:
    """The pillars of a Word file, each with the titles of its actions."""
    document = read_word(path)
    (plan,) = find_plans(document, Ledger(document), {})
    return [(one.title.text, [below.title.text for below in one.children]) for one in plan.entries]


@pytest.mark.parametrize("blocks", CONTAINERS.values(), ids=CONTAINERS)
def test_a_plan_is_found_in_what_holds_it(tmp_path: Path, blocks: list[str]) -> None:
    """What holds it says nothing."""
    assert pillars_in(write_word(tmp_path / "plan.docx", TITLE, *blocks)) == WANTED


def test_cards_in_text_boxes(tmp_path: Path) -> None:
    """Each holds an action with its labels."""
    cards = [
        paragraph(text_box(paragraph(run(f"1.{at} {title}")), paragraph(f"Owner: {owner}"), paragraph(f"Due: {due}")))
        for at, (title, owner, due) in enumerate(FIRST + SECOND, 1)
    ]
    assert [title for title, _ in pillars_in(write_word(tmp_path / "plan.docx", TITLE, *cards))] == [
        one[0] for one in FIRST + SECOND
    ]


@pytest.mark.parametrize("kind", ["numbers", "bullets", "none"])
def test_a_list_by_style_alone(tmp_path: Path, kind: str) -> None:
    """Paragraphs have the number of their style, or none that is seen."""
    number = {"numbers": 1, "bullets": 2}.get(kind)
    inner = f"<w:pPr>{list_properties(number)}</w:pPr>" if number else ""
    blocks = [TITLE]
    for name, lines in (("Visibility", FIRST), ("Recognition", SECOND)):
        blocks.append(heading(name, level=2))
        blocks += [paragraph(f"{title} ({owner}, {due})", style="Own") for title, owner, due in lines]
    path = write_word(tmp_path / "plan.docx", *blocks, styles=style("Own", inner, name="Own list"))
    assert pillars_in(path) == WANTED


def test_steps_by_a_style_based_on_another(tmp_path: Path) -> None:
    """The second style is a level deeper."""
    styles = style("Own", f"<w:pPr>{list_properties(2)}</w:pPr>")
    styles += style("Deeper", f"<w:pPr>{list_properties(2, 1)}</w:pPr>", based_on="Own")
    blocks = [paragraph("Write a blog (HR, May 2026)", style="Own"), paragraph("agree the scope", style="Deeper")]
    blocks += [paragraph("Run a survey (HR, May 2027)", style="Own"), paragraph("ask all", style="Deeper")]
    document = read_word(
        write_word(tmp_path / "plan.docx", TITLE, heading("Visibility", level=2), *blocks, styles=styles)
    )
    (plan,) = find_plans(document, Ledger(document), {})
    entries = [one for one in every_entry(plan.entries) if one.level is FoundLevel.ACTION]
    assert [(one.title.text, steps_of(one)) for one in entries] == [
        ("Write a blog", ["agree the scope"]),
        ("Run a survey", ["ask all"]),
    ]


def steps_of(entry: FoundEntry) -> list[str]:
    """The titles of the steps of an action."""
    return [one.title.text for one in entry.children]
