"""`tcplan show`: everything about one item, with its links in both directions."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len
from status.owing import data_of, random_plan
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.views.card.page import card_schema

DAY = "2026-06-30"
INSTITUTION = "kind: institution\nformat: 1\nname: U\nowners:\n  - {name: HR, also: [People Team]}\n"
EARLIER = """\
kind: plan
format: 1
title: First
period: {start: 2022-01, end: 2024-12}
actions:
  - id: 1
    title: Offer courses
    updates: [{date: 2024-06, rag: blue}]
  - {id: 2, title: Count staff}
"""
PLAN = """\
kind: plan
format: 1
title: Second
period: {start: 2025-01, end: 2027-12}
follows: first
review_every: 12 months
voice:
  - {id: survey, title: Survey of technicians, date: 2024-05}
measures:
  - id: registered
    title: Registered staff
    about: Counted each July.
    targets: {2026-12: 40%, ongoing: 50%}
    actual: {2025-01: 20%, 2026-01: 25%, 2026-12: 41%}
  - {id: places, title: Placements}
pillars:
  - {id: 1, title: Careers, themes: career-development, priority: high}
objectives:
  - {id: 1.1, title: Grow skills, about: Because skills are short., measured_by: places}
actions:
  - id: 1.1.1
    title: Run courses
    about: |
      Two things matter:

      - time to learn
      - a budget
    internal: Do not tell anybody
    lead: People Team
    owners: [hr, Library]
    start: 2025-03
    due: [2025-12, 2026-03]
    depends_on: [1.1.2, first/9]
    related: 1.1.3
    aligns: [n8/1, university-strategy/P.2]
    continues: {ref: first/1, how: extended}
    measured_by: [registered, nothing]
    formerly: 9.9
    quotes: {from: survey, text: I never have time.}
    success:
      - {title: Hundred places, due: 2026-01, done: 2026-02}
      - {title: Certificates, done: 2026-12}
    steps: [Book rooms]
    updates:
      - {date: 2025-06, rag: green, by: People Team, note: Begun}
      - {date: 2025-09, due: 2026-06, note: The room is let}
      - date: 2026-01
        rag: amber
        due: 2026-04
        note: Another room was found
        internal: It is damp
        evidence:
          - {title: Minutes, url: "https://example.org/m"}
          - {title: Secret list, internal: "https://intranet.example.org/x"}
      - {date: 2026-06, due: ongoing}
      - {date: 2026-09, rag: red}
  - id: 1.1.2
    title: Find money
    due: 2026-01
    updates: [{date: 2026-01, rag: red}]
  - id: 1.1.3
    title: Write a guide
    closed: {date: 2026-02, as: merged, into: 1.1.1, why: One guide serves both}
  - {id: 2, title: Later work, added: 2026-09}
"""
LATER = """\
kind: plan
format: 1
title: Third
period: {start: 2028-01, end: 2030-12}
follows: second
actions:
  - {id: 1, title: Run more courses, continues: second/1.1.1}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Three plans, of which the second is the current one."""
    folder = write(tmp_path, institution=INSTITUTION, first=EARLIER, second=PLAN, third=LATER)
    study = folder / "plans/u/case-studies/a-room.yaml"
    study.parent.mkdir()
    study.write_text("kind: case-study\nformat: 1\ntitle: A room to learn in\nshows: second/1.1.1\n")
    return folder


def card(path: Path, item: str, day: str = DAY) -> dict[str, Any]:
    """The card of an item, as data that the published schema describes."""
    page = data_of("show", item, "--in", path, "--as-of", day)
    jsonschema.Draft202012Validator(card_schema()).validate(page)
    return page


def refs(page: dict[str, Any], name: str) -> list[str]:
    """The references of one kind of link."""
    return [one["ref"] for one in page["links"][name]]


def test_a_card_says_what_the_plan_says(here: Path) -> None:
    """With names as they are printed, and what is inherited."""
    page = card(here, "1.1.1")
    assert (page["kind"], page["id"], page["title"]) == ("action", "1.1.1", "Run courses")
    assert (page["lead"], page["owners"]) == ("HR", ["HR", "Library"])
    assert (page["priority"], page["themes"], page["formerly"]) == ("high", ["career-development"], ["9.9"])
    assert (page["start"], page["published_due"], page["checkpoints"]) == ("2025-03-01", "2026-03-31", ["2025-12-31"])
    assert [one["ref"] for one in page["aligns"]] == ["n8/1", "university-strategy/P.2"]
    assert (page["aligns"][0]["title"] is None, page["aligns"][1]["title"]) == (False, None)
    assert page["quotes"] == [{"text": "I never have time.", "source": "Survey of technicians, 2024-05"}]
    assert page["case_studies"] == [{"name": "case-studies/a-room", "title": "A room to learn in"}]
    assert page["steps"] == [{"title": "Book rooms", "due": None, "done": None}]


def test_reports_are_those_up_to_the_day(here: Path) -> None:
    """Oldest first; what is done later is not done yet."""
    page = card(here, "1.1.1")
    assert [(one["date"], one["rag"], one["by"]) for one in page["reports"]] == [
        ("2025-06-30", "green", "HR"),
        ("2025-09-30", None, None),
        ("2026-01-31", "amber", None),
        ("2026-06-30", None, None),
    ]
    assert [one["title"] for one in page["reports"][2]["evidence"]] == ["Minutes", "Secret list"]
    assert [(one["due"], one["done"]) for one in page["success"]] == [("2026-01", "2026-02"), (None, None)]
    assert len(card(here, "1.1.1", "2025-06-29")["reports"]) == 0
    assert card(here, "1.1.1", "2026-12-31")["stated"]["colour"] == "red"


def test_moves_of_the_due_date_have_their_reasons(here: Path) -> None:
    """From what was published on; a date that comes earlier is no slip, and no date is later than any."""
    moves = card(here, "1.1.1")["due_moves"]
    assert [(one["reported_on"], one["from_due"], one["to_due"], one["slip"], one["reason"]) for one in moves] == [
        ("2025-09-30", "2026-03-31", "2026-06-30", True, "The room is let"),
        ("2026-01-31", "2026-06-30", "2026-04-30", False, "Another room was found"),
        ("2026-06-30", "2026-04-30", None, True, None),
    ]
    assert moves[-1]["to_text"] == "ongoing"


def test_links_are_followed_in_both_directions(here: Path) -> None:
    """Also to other plans, and through them; what is not there is named and said to be missing."""
    page = card(here, "1.1.1")
    assert refs(page, "under") == ["1", "1.1"]
    assert [(one["ref"], one["found"]) for one in page["links"]["depends_on"]] == [("1.1.2", True), ("first/9", False)]
    assert refs(page, "related") == refs(page, "merged_from") == ["1.1.3"]
    assert [(one["ref"], one["how"], one["closing"]) for one in page["links"]["continues"]] == [
        ("first/1", "extended", "green")
    ]
    assert [(one["ref"], one["how"]) for one in page["links"]["continued_by"]] == [("third/1", None)]
    assert refs(card(here, "1.1.2"), "needed_by") == ["1.1.1"]
    assert refs(card(here, "1.1.3"), "named_by") == refs(card(here, "1.1.3"), "merged_into") == ["1.1.1"]
    assert refs(card(here, "1.1"), "holds") == ["1.1.1", "1.1.2", "1.1.3"]
    assert [(one["ref"], one["distance"]) for one in card(here, "third/1")["links"]["continues"]] == [
        ("second/1.1.1", 1),
        ("first/1", 2),
    ]
    assert [(one["ref"], one["distance"]) for one in card(here, "first/1")["links"]["continued_by"]] == [
        ("second/1.1.1", 1),
        ("third/1", 2),
    ]


def test_an_entry_that_is_named_twice_is_there_once(tmp_path: Path) -> None:
    """By whichever of its names."""
    text = EARLIER.replace("staff}", "staff, depends_on: [first/1, 1, u/first/1, 7, 7]}")
    write(tmp_path, institution=INSTITUTION, first=text)
    assert refs(card(tmp_path, "2"), "depends_on") == ["1", "7"]


def test_relatives_that_go_round_in_a_circle_end(tmp_path: Path) -> None:
    """Each is there once."""
    one = EARLIER.replace("title: Count staff", "title: Count staff, continues: second/1")
    two = EARLIER.replace("2022-01, end: 2024", "2025-01, end: 2027").replace(
        "title: Offer courses", "title: Offer courses\n    continues: first/2"
    )
    write(tmp_path, first=one, second=two)
    page = card(tmp_path, "first/2")
    assert refs(page, "continues") == refs(page, "continued_by") == ["second/1"]


def test_a_measure_has_its_readings_its_line_and_what_names_it(here: Path) -> None:
    """The line goes from the first reading to the next target: half way, half of the way up."""
    page = card(here, "registered")
    (measure,) = page["measures"]
    assert [one["value"] for one in measure["readings"]] == ["20%", "25%"]
    assert [one["value"] for one in measure["targets"]] == ["40%"]
    assert measure["undated_targets"] == ["50% by ongoing"]
    assert measure["expected"] == "30.4%"
    assert "behind schedule" in measure["measure"]["behind"]
    assert refs(page, "used_by") == ["1.1.1"]
    assert [one["measure"]["id"] for one in card(here, "1.1.1")["measures"]] == ["registered"]
    assert card(here, "places")["measures"][0]["expected"] is None
    assert refs(card(here, "places"), "used_by") == ["1.1"]


@pytest.mark.parametrize(
    ("words", "kind", "id_"),
    [
        ("1.1.1", "action", "1.1.1"),
        ("action 1.1.1", "action", "1.1.1"),
        ("9.9", "action", "1.1.1"),
        ("second/1.1.1", "action", "1.1.1"),
        ("u/second/1.1.1", "action", "1.1.1"),
        ("first/2", "action", "2"),
        ("1.1", "objective", "1.1"),
        ("pillar 1", "pillar", "1"),
        ("registered", "measure", "registered"),
        ("measure registered", "measure", "registered"),
        ("second/registered", "measure", "registered"),
        ("u/second/registered", "measure", "registered"),
        ("first", "plan", "first"),
        ("u/third", "plan", "third"),
    ],
)
def test_an_item_is_named_as_update_names_it(here: Path, words: str, kind: str, id_: str) -> None:
    """Of the current plan by its id, of another with the plan before it."""
    page = card(here, words)
    assert (page["kind"], page["id"]) == (kind, id_)


@pytest.mark.parametrize(
    ("words", "said", "meant"),
    [
        ("1.1.9", "there is no `1.1.9` in u/second", "did you mean `1.1.3`"),
        ("registred", "there is no `registred`", "did you mean `registered`?"),
        ("Zzz", "there is no `Zzz`", "the ids are 1, 1.1"),
    ],
)
def test_what_is_not_there_is_an_error_with_the_nearest(here: Path, words: str, said: str, meant: str) -> None:
    """Or the list."""
    run = tcplan("show", words, "--as-of", DAY, cwd=here)
    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr
    assert meant in run.stderr


def test_a_plan_that_cannot_be_read_is_said_without_a_word_of_changes(tmp_path: Path) -> None:
    """Nothing was to be changed."""
    write(tmp_path, institution=INSTITUTION, first="kind: plan\n\tx")
    for words in ("1", "first/1"):
        run = tcplan("show", words, cwd=tmp_path)
        assert (run.returncode, run.stdout) == (3, "")
        assert "cannot be read" in run.stderr
        assert "nothing was changed" not in run.stderr


def test_what_is_never_published_is_not_shown(here: Path) -> None:
    """Cards are pasted into e-mails."""
    for format_ in ("text", "json"):
        printed = tcplan("show", "1.1.1", "--as-of", DAY, "--format", format_, cwd=here).stdout
        assert not any(words in printed for words in ("tell anybody", "damp", "intranet"))


def test_texts_keep_their_paragraphs_and_lists(here: Path) -> None:
    """Wrapped to the width; notes take no empty lines."""
    text = tcplan("show", "1.1.1", "--as-of", DAY, cwd=here).stdout
    assert "\n  Two things matter:\n\n  - time to learn\n  - a budget\n" in text


def test_an_action_that_joins_later_says_so(here: Path) -> None:
    """It is in the plan all the same."""
    assert "Joins the plan on 2026-09-01." in tcplan("show", "2", "--as-of", DAY, cwd=here).stdout
    assert card(here, "2")["in_plan"] is False


def items_of(path: Path, day: str) -> dict[str, dict[str, Any]]:
    """The cards of all entries of all plans of an institution, by their full references."""
    found = {}
    for name in sorted(file.stem for file in path.glob("phase-*.yaml")):
        for row in reversed([*entries_of(path, name, day)]):
            found[row["ref"] if "/" in row["ref"] else f"{name}/{row['ref']}"] = card(path, f"{name}/{row['ref']}", day)
    return found


def entries_of(path: Path, name: str, day: str) -> list[dict[str, Any]]:
    """The entries of a plan from the top down."""
    waiting, found = list(card(path, name, day)["links"]["holds"]), []
    while waiting:
        row = waiting.pop(0)
        found.append(row)
        waiting += card(path, f"{name}/{row['ref']}", day)["links"]["holds"]
    return found


PAIRS = (("depends_on", "needed_by"), ("related", "named_by"), ("continues", "continued_by"), ("under", "holds"))


def test_every_link_of_the_example_has_its_other_end() -> None:
    """What one card says of another, the other says of it."""
    cards = items_of(EXAMPLES / "plans/northmoor", "2026-11-28")

    def ends(name: str) -> set[tuple[str, str]]:
        def full(own: str, ref: str) -> str:
            return ref if "/" in ref else f"{own.partition('/')[0]}/{ref}"

        rows = ((ref, one) for ref, page in cards.items() for one in page["links"][name])
        return {(ref, full(ref, one["ref"])) for ref, one in rows if one["distance"] == 1 and one["found"]}

    for there, back in PAIRS[:3]:
        assert ends(there), there
        assert ends(there) == {(other, one) for one, other in ends(back)}
    inner = {ref: page["links"]["under"] for ref, page in cards.items() if page["links"]["under"]}
    parents = {(ref, f"{ref.partition('/')[0]}/{above[-1]['ref']}") for ref, above in inner.items()}
    assert parents == {(other, one) for one, other in ends("holds")}


def test_the_row_of_an_action_is_that_of_list() -> None:
    """And it slipped as often as its card has slips."""
    (plan,) = data_of("list", EXAMPLES, "--as-of", "2026-11-28")["plans"]
    for row in plan["actions"]:
        page = card(EXAMPLES, row["id"], "2026-11-28")
        assert page["action"] == row
        assert sum(one["slip"] for one in page["due_moves"]) == row["slips"]
        assert [one["subject"] for one in page["signals"]] == [row["id"]] * len(page["signals"])
        assert any(one["kind"] == "silent" for one in page["signals"]) is row["owes_report"]


@pytest.mark.parametrize("seed", range(6))
def test_the_same_on_plans_in_which_much_is_on_the_day_that_decides(tmp_path: Path, seed: int) -> None:
    """An id that two actions have is refused, and the lines are for `validate` to show."""
    write(tmp_path, institution=INSTITUTION, phase_1=random_plan(Random(seed)))
    path = tmp_path / "plans/u/phase-1.yaml"
    (plan,) = data_of("list", path, "--as-of", DAY)["plans"]
    ids = [row["id"] for row in plan["actions"]]
    for row in plan["actions"]:
        run = tcplan("show", row["id"], "--in", path, "--as-of", DAY, "--format", "json")
        if run.returncode:
            assert "is defined 2 times" in run.stderr
            continue
        assert json.loads(run.stdout)["action"] == row, ids


@pytest.mark.parametrize("item", ["2.2.2", "3.1.2", "3", "1.2", "registered", "phase-3", "phase-1/3.1", "2.2.3"])
def test_the_cards_of_the_example_look_as_they_should(golden: Callable[[str, str], None], item: str) -> None:
    """On a screen of 80 columns, and on a narrow one without cutting an id or a date."""
    arguments = ("show", item, "--as-of", "2026-11-28")
    text = tcplan(*arguments, cwd=EXAMPLES, COLUMNS="80").stdout
    golden(f"status/card-{item.replace('/', '-')}.txt", text)
    for columns in (60, 80, 120):
        lines = tcplan(*arguments, cwd=EXAMPLES, COLUMNS=str(columns)).stdout.splitlines()
        assert max(map(cell_len, lines)) <= columns
    assert tcplan(*arguments, "--ascii", cwd=EXAMPLES).stdout.isascii()


@pytest.mark.parametrize("path", [REPOSITORY / "plans/durham", REPOSITORY / "plans/harper-adams"])
def test_every_item_of_a_published_plan_has_a_card(path: Path) -> None:
    """Whatever it lacks."""
    file = next(one for one in path.glob("*.yaml") if one.stem != "institution")
    for row in entries_of(path, file.stem, DAY)[:40]:
        run = tcplan("show", row["ref"], "--in", file, "--as-of", DAY)
        assert (run.returncode, run.stderr) == (0, "")
        assert max(map(cell_len, run.stdout.splitlines())) <= 80


@pytest.mark.parametrize(("item", "level"), [("phase-3", "pillar"), ("3", "objective"), ("phase-2", "pillar")])
def test_what_is_below_has_the_colour_of_its_own_card(item: str, level: str) -> None:
    """Pillars and objectives have the one that is computed from their actions."""
    day = ("--as-of", "2026-06-17", "--in", EXAMPLES / "plans/northmoor/phase-3.yaml")
    if item == "phase-2":
        day = ("--as-of", "2023-06-30", "--in", EXAMPLES / "plans/northmoor/phase-2.yaml")
    below = json.loads(tcplan("show", item, *day, "--format", "json").stdout)["links"]["holds"]
    assert {one["level"] for one in below} == {level}
    text = tcplan("show", item, *day).stdout
    for one in below:
        own = json.loads(tcplan("show", one["ref"], *day, "--format", "json").stdout)["headline"]
        assert (one["headline"], one["headline_words"]) == (own["colour"], own["words"])
        assert f"computed: {own['words']}" in text
