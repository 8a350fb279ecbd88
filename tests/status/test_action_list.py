"""`tcplan list`: every action in one row, filters that combine, orders, and the same rows in every format."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from ruamel.yaml import YAML
from status.owing import data_of, random_plan
from support import EXAMPLES, REPOSITORY, tcplan, tcplan_bytes, write

from tcplan.views.action_list.options import ListOrder
from tcplan.views.action_list.page import action_list_schema

DAY = ("--as-of", "2026-06-30")
INSTITUTION = """\
kind: institution
format: 1
name: U
meetings: [2026-03-31, 2026-09-30]
owners:
  - {name: HR, long: Human Resources Office, also: [People Team]}
"""
PLAN = """\
kind: plan
format: 1
title: Plan
period: {start: 2026-01, end: 2027-12}
review_every: 6 months
rag: {blue: {means: paused, label: Resting}}
pillars:
  - {id: 1, title: Visibility, themes: visibility}
  - {id: 2, title: Careers and Skills, themes: [career-development, sustainability], priority: low}
actions:
  - id: 1.1
    title: Publish profiles of technicians
    lead: People Team
    owners: Library
    priority: high
    due: [2026-03, 2026-06-30, 2026-09-28]
    success: [Forty profiles with a photograph]
    updates:
      - {date: 2026-03-31, rag: amber, note: Ten are written, internal: Nobody wants to be seen}
  - id: 1.2
    title: Elect technicians to boards
    owners: [Library, hr]
    due: 2026-06-29
  - id: 2.1
    title: Offer placements
    lead: tbc
    start: 2026-07
    due: 2026-09-29
    added: 2026-05
  - id: 2.2
    title: Buy a van
    lead: HR
    due: 2026-03
    closed: {date: 2026-04, as: withdrawn, why: No money}
  - id: 3
    title: Count technical staff
    lead: Estates
    due: 2026-05
    about: For the *census* of technicians.
    updates: [{date: 2025-12-29, rag: green}, {date: 2026-05-31, rag: red, due: ongoing}]
  - id: 4
    title: Rest
    lead: Estates
    due: tbc
    updates: [{date: 2026-02-28, rag: blue}]
  - {id: 5, title: Not yet there, added: 2026-07-01}
"""
ALL = ["1.1", "1.2", "2.1", "2.2", "3", "4"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with a plan."""
    return write(tmp_path, institution=INSTITUTION, phase_1=PLAN)


def listed(path: Path, *arguments: str, day: tuple[str, ...] = DAY) -> list[dict[str, Any]]:
    """The actions of the only list, as data that the published schema describes."""
    page = data_of("list", path, *day, *arguments)
    jsonschema.Draft202012Validator(action_list_schema()).validate(page)
    (plan,) = page["plans"]
    found: list[dict[str, Any]] = plan["actions"]
    return found


def ids(path: Path, *arguments: str) -> list[str]:
    """The ids of the actions that are listed."""
    return [row["id"] for row in listed(path, *arguments)]


def test_without_filters_every_action_of_the_plan_is_there_once(here: Path) -> None:
    """In the order of the file; one that joins later is not in the plan yet."""
    assert ids(here) == ALL


@pytest.mark.parametrize("seed", range(40, 60))
def test_the_actions_are_those_that_the_file_has_by_then(tmp_path: Path, seed: int) -> None:
    """Counted here without a line of the program: those without `added`, of their own or above, after the day."""
    text = random_plan(Random(seed))
    write(tmp_path, institution=INSTITUTION, phase_1=text)
    data = YAML(typ="safe", pure=True).load(text)
    added = {str(one["id"]): str(one.get("added", "")) for one in data["pillars"]}
    expected = [
        str(one["id"])
        for one in data["actions"]
        if max(str(one.get("added", "")), added[str(one["id"]).partition(".")[0]]) <= DAY[1]
    ]
    assert ids(tmp_path / "plans/u/phase-1.yaml") == expected


@pytest.mark.parametrize("day", ["2024-06-30", "2026-11-28"])
@pytest.mark.parametrize("path", [EXAMPLES, REPOSITORY / "plans/durham", REPOSITORY / "plans/harper-adams"])
def test_the_rows_are_those_of_status(path: Path, day: str) -> None:
    """To the letter: no second page says something else of an action."""
    (page,) = data_of("status", path, "--as-of", day)["plans"]
    assert listed(path, day=("--as-of", day)) == page["actions"]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("--lead HR", ["1.1", "1.2", "2.2"]),
        ("--lead Library", ["1.2"]),
        ("--lead none", ["1.2"]),
        ("--lead tbc", ["2.1"]),
        ("--lead TBC", ["2.1"]),
        ("--owner Library", ["1.1", "1.2"]),
        ("--owner none", ["2.1", "2.2", "3", "4"]),
        ("--lead Estates --lead none", ["1.2", "3", "4"]),
        ("--lead tbc --lead none", ["1.2", "2.1"]),
        ("--lead Library --lead none", ["1.2"]),
        ("--pillar 1", ["1.1", "1.2"]),
        ("--pillar VISIBILITY", ["1.1", "1.2"]),
        ("--pillar none", ["3", "4"]),
        ("--theme sustainability", ["2.1", "2.2"]),
        ("--theme none", ["3", "4"]),
        ("--theme visibility --theme none", ["1.1", "1.2", "3", "4"]),
        ("--priority high", ["1.1"]),
        ("--priority low", ["2.1", "2.2"]),
        ("--priority none", ["1.2", "3", "4"]),
        ("--rag amber", ["1.1"]),
        ("--rag off-track", ["3"]),
        ("--rag resting", ["4"]),
        ("--rag none", ["1.2", "2.1", "2.2"]),
        ("--overdue", ["1.2"]),
        ("--due-within 90d", ["1.1"]),
        ("--due-within 91d", ["1.1", "2.1"]),
        ("--due-within 1d --due-within 90d", ["1.1"]),
        ("--changed-since 2026-03-31", ["2.1", "2.2", "3"]),
        ("--changed-since 2026-03-30", ["1.1", "2.1", "2.2", "3"]),
        ("--changed-since last-meeting", ["2.1", "2.2", "3"]),
        ("--changed-since 2026-05-31", []),
        ("--match technicians", ["1.1", "1.2", "3"]),
        ("--match PHOTOGRAPH", ["1.1"]),
        ("--match written", ["1.1"]),
        ("--match seen", []),
        ("--match census --match boards", ["1.2", "3"]),
        ("--lead HR --overdue", ["1.2"]),
        ("--lead Estates --overdue", []),
        ("--pillar 2 --rag none --changed-since 2026-04-30", ["2.1"]),
    ],
)
def test_what_a_filter_lets_through(here: Path, arguments: str, found: list[str]) -> None:
    """Of several all must hold; of one that is given twice, either."""
    assert ids(here, *arguments.split()) == found


def test_words_to_match_are_all_there_in_any_order(here: Path) -> None:
    """Parts of words too, whatever their capitals."""
    assert ids(here, "--match", "technic PUBLISH") == ["1.1"]
    assert ids(here, "--match", "technicians placements") == []


@pytest.mark.parametrize("who", ["hr", "People Team", "Human Resources Office", "people  team", "HR"])
def test_a_person_is_named_by_any_spelling(here: Path, who: str) -> None:
    """That the institution lists."""
    assert ids(here, "--lead", who) == ["1.1", "1.2", "2.2"]
    (plan,) = data_of("list", here, *DAY, "--lead", who)["plans"]
    assert plan["filters"] == [{"name": "lead", "values": ["HR"]}]


@pytest.mark.parametrize(
    ("arguments", "said", "meant"),
    [
        (("--lead", "Libary"), "`Libary` is not a lead or owner of u/phase-1", "did you mean `Library`? the leads"),
        (("--owner", "Nobody Known"), "is not a lead or owner", "the leads and owners are HR, Library, Estates"),
        (
            ("--pillar", "Careers"),
            "`Careers` is not a pillar",
            "did you mean `Careers and Skills`? the pillars are 1 (",
        ),
        (("--pillar", "9"), "`9` is not a pillar", "the pillars are 1 (Visibility), 2 (Careers and Skills)"),
        (("--theme", "visiblity"), "`visiblity` is not a theme", "did you mean `visibility`? the themes are"),
        (
            ("--priority", "hihg"),
            "`hihg` is not a priority",
            "did you mean `high`? the priorities are",
        ),
        (("--rag", "rde"), "`rde` is not a colour", "did you mean `red`? the colours are grey (Not started), red ("),
        (("--rag", "complete"), "`complete` is not a colour", "blue (Resting)"),
        (("--due-within", "soon"), "--due-within", ""),
        (("--changed-since", "someday"), "--changed-since", ""),
        (
            ("--changed-since", "2026-07-01"),
            "--changed-since 2026-07-01 is after --as-of 2026-06-30",
            "name an earlier",
        ),
    ],
)
def test_a_word_that_means_nothing_is_an_error(here: Path, arguments: tuple[str, ...], said: str, meant: str) -> None:
    """With the nearest, and the list."""
    run = tcplan("list", *DAY, *arguments, cwd=here)
    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr
    assert f"help: {meant}" in run.stderr or (said.startswith("`complete`") and meant in run.stderr)


def test_a_word_that_means_something_in_one_of_two_plans_lets_nothing_through_in_the_other(here: Path) -> None:
    """Only one that means nothing anywhere is an error."""
    other = here / "plans/v"
    other.mkdir()
    (other / "phase-1.yaml").write_text(
        PLAN.replace("Estates", "Labs").replace("Visibility, themes", "Voices, themes"), "utf-8"
    )
    plans = data_of("list", here, *DAY, "--lead", "Labs", "--lead", "Estates")["plans"]
    assert [[row["id"] for row in plan["actions"]] for plan in plans] == [["3", "4"], ["3", "4"]]
    plans = data_of("list", here, *DAY, "--pillar", "Voices")["plans"]
    assert [[row["id"] for row in plan["actions"]] for plan in plans] == [[], ["1.1", "1.2"]]
    assert tcplan("list", *DAY, "--pillar", "Vioces", cwd=here).returncode == 2


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("plan", ["1.1", "1.2", "2.1", "2.2", "3", "4"]),
        ("due", ["2.2", "1.2", "1.1", "2.1", "3", "4"]),
        ("rag", ["3", "1.1", "4", "1.2", "2.1", "2.2"]),
        ("lead", ["3", "4", "1.1", "2.2", "1.2", "2.1"]),
        ("report", ["1.2", "2.1", "2.2", "4", "1.1", "3"]),
    ],
)
def test_an_order_begins_with_what_needs_a_word(here: Path, order: str, found: list[str]) -> None:
    """Due earliest; worst; by name; longest without a report. What has none of it comes last, but for reports."""
    assert ids(here, "--sort", order) == found


def test_nothing_found_is_said(here: Path) -> None:
    """And is no error."""
    for format_ in ("text", "md"):
        run = tcplan("list", *DAY, "--lead", "Estates", "--overdue", "--format", format_, cwd=here)
        assert (run.returncode, run.stderr) == (0, "")
        assert "None of 6 actions: lead Estates, overdue" in run.stdout
    assert ids(here, "--lead", "Estates", "--overdue") == []
    text = tcplan("list", *DAY, "--lead", "Estates", "--overdue", "--format", "csv", cwd=here).stdout
    assert len(text.splitlines()) == 1


FILTERS: tuple[tuple[str, ...], ...] = (
    ("--lead", "HR"),
    ("--owner", "Library"),
    ("--pillar", "7"),
    ("--rag", "green"),
    ("--rag", "none"),
    ("--overdue",),
    ("--silent",),
    ("--due-within", "1y"),
    ("--changed-since", "2025-06-30"),
    ("--match", "action 7"),
    ("--priority", "none"),
)


@pytest.mark.parametrize("seed", range(12))
def test_filters_combine_as_intersections_and_orders_are_permutations(tmp_path: Path, seed: int) -> None:
    """On plans in which much is on the day that decides; two actions may have the same id."""
    text = random_plan(Random(seed)).replace("actions: []", "actions:")
    write(tmp_path, institution=INSTITUTION, phase_1=f"{text}  - {{id: 8.99, title: Last, owners: [HR, Library]}}\n")
    path = tmp_path / "plans/u/phase-1.yaml"
    everything = listed(path)
    found: dict[tuple[str, ...], list[dict[str, Any]]] = {one: listed(path, *one) for one in FILTERS}
    for rows in found.values():
        assert all(row in everything for row in rows)
        assert rows == [row for row in everything if row in rows]
    random = Random(seed)
    for one, other in random.sample([*combinations(FILTERS, 2)], 8):
        both = listed(path, *one, *other)
        if one[0] == other[0]:
            assert both == [row for row in everything if row in found[one] or row in found[other]]
        else:
            assert both == [row for row in found[one] if row in found[other]]
    for order in ListOrder:
        ordered = listed(path, "--sort", order)
        assert sorted(map(json.dumps, ordered)) == sorted(map(json.dumps, everything))


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_page_of_the_example_looks_as_it_should(golden: Callable[[str, str], None], columns: int) -> None:
    """Titles are cut to the width; ids and dates never are."""
    text = tcplan("list", "--as-of", "2026-11-28", cwd=EXAMPLES, COLUMNS=str(columns)).stdout
    golden(f"status/list-{columns}.txt", text)
    assert max(map(cell_len, text.splitlines())) <= columns
    for row in listed(EXAMPLES, day=("--as-of", "2026-11-28")):
        lines = [line for line in text.splitlines() if f" {row['id']} " in line]
        assert len(lines) == 1
        assert str(row["due"] or row["due_now"]) in lines[0]
        assert (row["reported_on"] or "-") in lines[0]


def test_with_ascii_there_is_nothing_else(golden: Callable[[str, str], None]) -> None:
    """Letters say what symbols say."""
    text = tcplan("list", "--as-of", "2026-11-28", "--overdue", "--sort", "due", "--ascii", cwd=EXAMPLES).stdout
    golden("status/list-ascii.txt", text)
    assert text.isascii()


def test_the_colours_are_those_of_the_plan(here: Path) -> None:
    """Blue may mean that something rests; it has no tick then."""
    line = next(line for line in tcplan("list", *DAY, cwd=here).stdout.splitlines() if " 4 " in line)
    assert line.startswith("  ▲ B  4")
    assert "▲ B Resting" in tcplan("list", *DAY, cwd=here).stdout


TITLES = (
    "=HYPERLINK('https://example.org')",
    "+44 20 7946 0000",
    "-1 posts",
    "@SUM(1)",
    "\uff1d1+1",
    'A "quoted", title; with | bars',
    "*Stars* and _lines_ and [links](x) and `code` and <b>tags</b> and $x$ and ^up^ and @name",
    "Dé à coudre 技術",
)


@pytest.fixture
def titled(tmp_path: Path) -> Path:
    """A plan with titles that a spreadsheet or Markdown would not read as text."""
    actions = "".join(f"  - {{id: {number}, title: {json.dumps(title)}}}\n" for number, title in enumerate(TITLES))
    return write(tmp_path, phase_1=f"kind: plan\nformat: 1\ntitle: P\nactions:\n{actions}")


def test_a_spreadsheet_reads_the_titles_as_text(titled: Path) -> None:
    """In UTF-8 with the mark by which Excel knows it; what begins like a formula has an apostrophe before it."""
    written = tcplan_bytes("list", *DAY, "--format", "csv", cwd=titled).stdout
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(written.decode("utf-8-sig"))))
    assert [row["title"].removeprefix("'") for row in rows] == list(TITLES)
    assert all(cell[:1] not in "=+-@\uff1d" for row in rows for cell in row.values() if cell)
    assert [row["ref"] for row in rows] == [f"phase-1/{number}" for number in range(len(TITLES))]


def test_an_id_in_a_table_is_no_number_and_no_date(tmp_path: Path) -> None:
    """1.10 is not 1.1, and 3.1 not the third of January; what stands there instead names the action to any command."""
    text = "kind: plan\nformat: 1\ntitle: P\npillars: [{id: 1, title: V}]\nactions: [{id: 1.10, title: Ten}]\n"
    for name, ref in (("phase-1", "phase-1/1.10"), ("2025", "action 2025/1.10")):
        folder = write(tmp_path / name, **{name: text})
        written = tcplan("list", *DAY, "--format", "csv", cwd=folder).stdout
        (row,) = csv.DictReader(StringIO(written.removeprefix("\ufeff")))
        assert (row["ref"], row["pillar"]) == (ref, ref.replace("action", "pillar").removesuffix(".10"))
        assert data_of("show", row["ref"], "--in", folder)["title"] == "Ten"


def test_a_table_has_the_same_rows_as_json() -> None:
    """And so has the table in Markdown."""
    options = ("--as-of", "2026-11-28", "--sort", "report")
    rows = listed(EXAMPLES, *options[2:], day=options[:2])
    text = tcplan_bytes("list", *options, "--format", "csv", cwd=EXAMPLES).stdout.decode("utf-8-sig")
    table = list(csv.DictReader(StringIO(text)))
    assert [row["ref"] for row in table] == [f"phase-3/{row['id']}" for row in rows]
    for cells, row in zip(table, rows, strict=True):
        assert cells["title"] == row["title"]
        assert cells["lead"] == (row["lead"] or "")
        assert cells["due"] == (row["due"] or row["due_now"])
        assert cells["rag"] == (row["rag"] or "")
        assert cells["reported_on"] == (row["reported_on"] or "")
        assert (cells["overdue"], cells["owes_report"]) == tuple(
            "yes" if row[name] else "no" for name in ("overdue", "owes_report")
        )


def test_a_table_in_markdown_is_one(titled: Path) -> None:
    """With a row for each action, six cells in each, and no markup of a title."""
    text = tcplan("list", *DAY, "--format", "md", cwd=titled).stdout
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    assert len(cells) == 6 * len(TITLES)
    read = ["".join(child.content for child in cell.children or ()) for cell in cells[1::6]]
    assert read == list(TITLES)
    assert {child.type for cell in cells for child in cell.children or ()} <= {"text", "text_special"}
    assert r"\$x\$ and \^up\^ and \@name" in text


@pytest.mark.parametrize("format_", ["csv", "md"])
def test_the_tables_of_the_example(golden: Callable[[str, str], None], format_: str) -> None:
    """As they are printed."""
    text = tcplan("list", "--as-of", "2026-11-28", "--silent", "--format", format_, cwd=EXAMPLES).stdout
    golden(f"status/list.{format_}", text)


def test_due_within_is_what_due_says_of_the_ends() -> None:
    """`tcplan due` has the checkpoints and reports beside them."""
    (due,) = data_of("due", EXAMPLES, "--as-of", "2026-06-30", "--within", "6m")["plans"]
    ends = {one["id"] for one in due["items"] if one["kind"] == "end" and not one["late"]}
    assert ends
    assert set(ids(EXAMPLES, "--due-within", "6m")) == ends


COUNTED = ("grey", "red", "amber", "green", "blue", "unreported", "not_begun", "closed")


def agree(path: Path, day: tuple[str, ...]) -> None:
    """The list counts what status counts: by state, and by each colour that can be asked for."""
    plan = data_of("status", path, *day)["plans"][0]
    rows = listed(path, day=day)
    counts = {name: sum(row["counts_as"] == name for row in rows) for name in COUNTED}
    assert counts == {name: plan["rag"][name] for name in COUNTED}
    assert len(rows) == sum(counts.values())
    for colour in (one["colour"] for one in plan["key"]):
        assert len(listed(path, "--rag", colour, day=day)) == counts[colour]
    table = [*csv.DictReader(StringIO(tcplan("list", path, *day, "--format", "csv").stdout.lstrip("\ufeff")))]
    assert [row["counts_as"] for row in table] == [row["counts_as"] for row in rows]


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("day", ["2025-02-28", "2026-06-30", "2027-06-30"])
def test_the_list_by_state_adds_up_to_the_numbers_of_status(tmp_path: Path, seed: int, day: str) -> None:
    """Of plans in which reports are old, actions start later or are closed."""
    write(tmp_path, phase_1=random_plan(Random(seed)))
    agree(tmp_path, ("--as-of", day))


@pytest.mark.parametrize("day", ["2023-06-30", "2024-01-31", "2026-06-17", "2026-12-31"])
def test_the_example_is_counted_as_status_counts_it(day: str) -> None:
    """On the days of all its plans."""
    agree(EXAMPLES, ("--as-of", day))


@pytest.mark.parametrize(
    ("fields", "state", "card"),
    [
        ("updates: [{date: 2026-06-01, rag: green}]", "On track", "ON TRACK   stated on 2026-06-01"),
        ("updates: [{date: 2024-06-01, rag: green}]", "No recent report (on track on 2024-06-01)", "NO RECENT REPORT"),
        ("updates: [{date: 2024-06-01, rag: blue}]", "Complete", "COMPLETE   stated on 2024-06-01"),
        ("start: 2026-10", "Starts 2026-10-01", "STARTS 2026-10-01"),
        ("start: 2026-10, updates: [{date: 2026-05-01, rag: green}]", "On track", "ON TRACK   stated on 2026-05-01"),
        ("start: 2026-10, updates: [{date: 2026-05-01, rag: grey}]", "Starts 2026-10-01", "STARTS 2026-10-01"),
        ("title: B", "Not reported", "NOT REPORTED"),
        (
            "closed: {date: 2026-05-01, as: withdrawn}, updates: [{date: 2026-04-01, rag: amber}]",
            "Closed",
            "x  CLOSED",
        ),
    ],
)
def test_a_table_and_a_card_say_what_an_action_counts_as(tmp_path: Path, fields: str, state: str, card: str) -> None:
    """A stated colour that does not count is named beside it, never in its place."""
    title = "" if "title" in fields else "title: A, "
    head = "kind: plan\nformat: 1\ntitle: P\nreview_every: 6 months\nperiod: {start: 2024-01, end: 2027-12}\n"
    write(tmp_path, phase_1=f"{head}actions:\n  - {{id: 1, {title}{fields}}}\n")
    table = tcplan("list", tmp_path, "--as-of", "2026-06-30", "--format", "md").stdout
    assert f"| {state} |" in table.replace("\\", "")
    assert card in tcplan("show", "action 1", "--in", tmp_path, "--as-of", "2026-06-30").stdout


@pytest.mark.parametrize("words", ["tbc", "TBC", "to be confirmed", "To be agreed", "vacant"])
@pytest.mark.parametrize("command", ["list", "due"])
def test_placeholders_are_one_lead_to_come(words: str, command: str) -> None:
    """By any of the words that a plan may have in place of a name."""
    day = ("--as-of", "2026-06-17")
    (plan,) = data_of(command, EXAMPLES, *day, "--lead", words)["plans"]
    assert {one["id"] for one in plan["actions" if command == "list" else "items"]} == {"4.1.3"}


@pytest.mark.parametrize("day", ["2023-06-30", "2026-06-17"])
def test_those_without_a_lead_are_as_many_as_status_counts(day: str) -> None:
    """For the list, and for what is due of them."""
    (plan,) = data_of("status", EXAMPLES, "--by", "lead", "--as-of", day)["plans"]
    groups = {group["title"]: sum(group["tally"].values()) for group in plan["groups"]}
    found = ids_on(day, "none")
    assert len(found) == groups["no lead"] > 0
    assert len(ids_on(day, "tbc")) == groups.get("to be confirmed", 0)
    (all_due,) = data_of("due", EXAMPLES, "--as-of", day)["plans"]
    (due,) = data_of("due", EXAMPLES, "--as-of", day, "--lead", "none")["plans"]
    assert due["items"] == [one for one in all_due["items"] if one["id"] in found]
    assert due["lead"] == "none"
    assert "without a lead" in tcplan("due", EXAMPLES, "--as-of", day, "--lead", "none").stdout


def ids_on(day: str, lead: str) -> list[str]:
    """The ids of the actions of the example with this lead."""
    return [row["id"] for row in listed(EXAMPLES, "--lead", lead, day=("--as-of", day))]
