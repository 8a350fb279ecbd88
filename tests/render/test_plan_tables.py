"""The plan as tables: what stands on which row, what is said once, and what is left out."""

from pathlib import Path

import pytest
from render.rendering import Element, Page, action_rows, marked, render, tables
from support import EXAMPLES, REPOSITORY, tcplan, write

PLAN = """\
kind: plan
format: 1
title: A plan
period: {start: 2024-01, end: 2025-12}
review_every: 6 months
pillars:
  - {id: 1, title: First, themes: visibility}
  - {id: 2, title: Second}
objectives:
  - {id: 1.1, title: Shares all, priority: high, aligns: [n8/1, n8/3]}
  - {id: 1.2, title: Shares nothing}
  - {id: 2.1, title: All alike}
  - {id: 2.2, title: Finished}
actions:
  - {id: 1.1.1, title: As above, aligns: n8/3, lead: Library, owners: [Library, Estates]}
  - {id: 1.1.2, title: Differs, priority: low, themes: recognition, aligns: [n8/1, n8/9], owners: Estates}
  - {id: 1.2.1, title: High, priority: high}
  - {id: 1.2.2, title: Low, priority: low}
  - {id: 2.1.1, title: One, themes: [recognition, sustainability], priority: medium}
  - {id: 2.1.2, title: Two, themes: [recognition, sustainability], priority: medium}
  - id: 2.2.1
    title: Done
    updates:
      - {date: 2024-03-01, rag: green, note: Begun., by: Library, evidence: First minutes}
      - {date: 2024-06-01, rag: blue, note: Finished., evidence: [First minutes, Last minutes]}
  - id: 2.2.2
    title: "Colourless | at last"
    updates: [{date: 2024-03-01, rag: red}, {date: 2024-05-01, note: Still.}]
  - id: 3
    title: Under nothing
    about: |
      One line.

      - a list
      - of `two|bars`

      | a | table |
      |---|-------|
      | x | y     |
"""
DAY = "2024-06-30"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A workspace with the plan."""
    return write(tmp_path, phase_1=PLAN)


def facts_of(page: Page, anchor: str) -> dict[str, str]:
    """The facts that stand on a heading, or on the row of an action."""
    [entry] = [one for one in page.root.walk() if one.attrs.get("id") == anchor]
    inside = elements(entry) if entry.tag == "article" else list(entry.walk())
    lists = [one for one in inside if one.tag == "ul" and "short-facts" in one.classes]
    said = [" ".join(fact.text.split()) for one in lists for fact in elements(one)]
    return dict(one.split(": ", 1) for one in said)


def elements(parent: Element) -> list[Element]:
    """What is directly inside an element."""
    return [one for one in parent.parts if isinstance(one, Element)]


def test_what_all_actions_share_is_said_on_the_heading(plan: Path) -> None:
    """Priority, themes and alignments; an action has those in which it differs from what stands above it."""
    page = Page(render("plan", plan, "--to", "html", "--as-of", DAY))
    assert facts_of(page, "pillar-1") == {"Theme": "Visibility"}
    assert facts_of(page, "objective-1.1").keys() == {"Priority", "Aligns with"}
    assert facts_of(page, "action-1.1.1") == {}
    differs = facts_of(page, "action-1.1.2")
    assert (differs["Priority"], differs["Theme"]) == ("Low", "Recognition")
    assert "N8 commitment 9" in differs["Aligns with"]
    assert "N8 commitment 1)" not in differs["Aligns with"]
    assert facts_of(page, "objective-1.2") == {}
    assert facts_of(page, "action-1.2.1") == {"Priority": "High"}
    assert facts_of(page, "objective-2.1") == {"Priority": "Medium", "Themes": "Recognition; Sustainability"}
    assert facts_of(page, "action-2.1.1") == {}


def test_a_lead_is_named_once(plan: Path) -> None:
    """Who leads stands first and says so, and not among the owners again; nobody is made a lead."""
    rows = {one["No."]: one for one in action_rows(render("plan", plan, "--as-of", DAY))}
    assert rows["1.1.1"]["Who"] == "Library (lead); Estates"
    assert rows["1.1.2"]["Who"] == "Estates"
    assert rows["1.2.1"]["Who"] == "–"


def test_columns_that_nothing_fills_are_said_once(plan: Path) -> None:
    """And the others have every action."""
    text = render("plan", plan, "--as-of", DAY)
    assert text.count("No date or success criterion is given for any of the 9 actions.") == 1
    rows = action_rows(text)
    assert [list(one) for one in rows] == [["No.", "Action", "Who", "Status"]] * 9
    assert [one["No."] for one in rows] == ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "2.1.1", "2.1.2", "2.2.1", "2.2.2", "3"]


@pytest.mark.parametrize(
    ("path", "says", "columns"),
    [
        (
            REPOSITORY / "plans/harper-adams",
            "No owner, date or report on progress is given for any of the 30 actions.",
            ["No.", "Action", "Success"],
        ),
        (
            REPOSITORY / "plans/durham",
            "No report on progress is given for any of the 60 actions.",
            ["No.", "Action", "Who", "When", "Success"],
        ),
        (EXAMPLES, "", ["No.", "Action", "Who", "When", "Success", "Status"]),
    ],
)
def test_real_plans_have_the_columns_that_they_fill(path: Path, says: str, columns: list[str]) -> None:
    """A plan without owners or dates is a table of what it has."""
    text = render("plan", path, "--as-of", "2026-06-30")
    assert all(list(one) == columns for one in action_rows(text))
    assert (says in text) if says else ("is given for any" not in text)


def test_the_one_action_of_a_plan_is_not_called_any(tmp_path: Path) -> None:
    """The sentence is about it."""
    text = render("plan", write(tmp_path, plan="kind: plan\nformat: 1\ntitle: A\nactions: {id: 1, title: B}\n"))
    assert "No owner, date, success criterion or report on progress is given for the action." in text


def test_a_row_has_the_last_note_and_all_evidence(plan: Path) -> None:
    """Each piece once; a colour that the last report does not state has its day."""
    rows = {one["No."]: one for one in action_rows(render("plan", plan, "--as-of", DAY))}
    assert rows["2.2.1"]["Status"] == (
        "✔ Blue: Complete 1 June 2024: Finished. Evidence: First minutes Evidence: Last minutes"
    )
    assert rows["2.2.2"]["Status"].startswith("▼ Red: Off track (Given on 1 March 2024) 1 May 2024: Still.")


def test_prose_of_any_kind_fits_a_cell(plan: Path) -> None:
    """Lists, code with a bar and tables follow as words, and no cell is broken; a bar in a title is a bar."""
    rows = {one["No."]: one for one in action_rows(render("plan", plan, "--as-of", DAY))}
    assert rows["3"]["Action"] == "Under nothing One line. • a list • of two|bars a table x y"
    assert rows["2.2.2"]["Action"].startswith("Colourless | at last")


def test_completed_actions_can_be_left_out(plan: Path) -> None:
    """It is said how many; an objective that still has others stays, and the totals count them all."""
    text = render("plan", plan, "--as-of", DAY, "--without-completed")
    assert "1 completed action is left out." in text
    assert "2.2.1" not in [one["No."] for one in action_rows(text)]
    assert "Objective 2.2" in text
    assert [row[-1] for table in tables(text) for row in table if row[0] == "Whole plan"] == ["9"]


def test_an_objective_of_which_all_is_complete_is_left_out_with_it(tmp_path: Path) -> None:
    """And a pillar; one that never had an action stays."""
    text = PLAN.replace("rag: red", "rag: blue") + "\n"
    found = render("plan", write(tmp_path, phase_1=text), "--as-of", DAY, "--without-completed")
    assert "2 completed actions are left out." in found
    assert "Objective 2.2" not in found
    assert "Objective 1.2" in found


def test_the_appendix_has_every_report(plan: Path) -> None:
    """With `--detail`; each action has a card that its row leads to, and evidence is printed once."""
    short, long = (render("plan", plan, "--as-of", DAY, *options) for options in ((), ("--detail",)))
    assert "Begun." not in short
    assert "Begun." in long
    assert marked(long, "Action") == len(action_rows(long)) == 9
    assert marked(short, "Evidence") == marked(long, "Evidence") == 2
    page = Page(render("plan", plan, "--as-of", DAY, "--detail", "--to", "html"))
    cards = {f"#{one.attrs['id']}" for one in page.all("article", "action")}
    links = {one.attrs["href"] for row in page.all("tr", "action") for one in row.walk() if one.tag == "a"}
    assert cards == links
    assert len(cards) == 9


@pytest.mark.parametrize("option", ["--detail", "--without-completed"])
@pytest.mark.parametrize("what", ["progress", "stage3"])
def test_options_of_a_plan_are_refused_for_other_documents(what: str, option: str) -> None:
    """Rather than ignored."""
    done = tcplan("render", what, EXAMPLES, option)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{option} is not an option of `tcplan render {what}`" in done.stderr


def test_every_cell_can_say_its_column(plan: Path) -> None:
    """On a telephone the cells stand below each other, each with the heading of its column."""
    page = Page(render("plan", plan, "--to", "html", "--as-of", DAY))
    for table in page.all("table", "stacked"):
        _, head, body = elements(table)
        labels = [" ".join(one.text.split()).removesuffix(" (now)") for one in elements(*elements(head))]
        for row in elements(body):
            first, *cells = elements(row)
            assert (first.tag, first.attrs["scope"]) == ("th", "row")
            assert [one.attrs["data-label"] for one in cells] == labels[1:]


def test_a_plan_without_actions_says_so(tmp_path: Path) -> None:
    """And nothing of columns."""
    text = render("plan", write(tmp_path, plan="kind: plan\nformat: 1\ntitle: A\n"))
    assert "\nThe plan has no actions yet.\n" in text
    assert "is given for" not in text
