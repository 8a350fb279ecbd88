"""`tcplan close`, `add` and `set`: the other ways to change a plan without an editor."""

from datetime import date
from pathlib import Path

import pytest
from edits.verbs import DAY, PHASE_3, added_lines, done, refused, removed_lines, run_here, sound, workspace
from support import write

from tcplan.edits.edit_target import SearchScope
from tcplan.edits.resolve_path import resolve_path
from tcplan.findings.plan_terms import plan_terms
from tcplan.workspace import open_workspace

WHY = ("--why", "One register.")
TWO_ACTIONS = """\
kind: plan
format: 1
title: P
actions:
  - id: 1
    title: A
  - id: 2
    title: B
"""


# close


def test_closing_adds_a_closure_after_the_reports(tmp_path: Path) -> None:
    """With the day, how, what takes over and why."""
    cwd = workspace(tmp_path)
    result = done("close", "4.1.3", "--as", "merged", "--into", "4.1.1", *WHY, *DAY, cwd=cwd)
    assert added_lines(result) == [
        "    closed:",
        "      date: 2026-06-30",
        "      as: merged",
        "      into: 4.1.1",
        "      why: One register.",
    ]
    assert "action 4.1.3 is merged into 4.1.1" in result.stdout
    assert run_here("validate", cwd=cwd).returncode == 0


def test_closing_an_objective_names_what_ends_with_it(tmp_path: Path) -> None:
    """The actions under it count as closed."""
    result = done("close", "4.1", "--as", "withdrawn", *WHY, *DAY, "--dry-run", cwd=workspace(tmp_path))
    assert "count as closed too: 4.1.1, 4.1.2, 4.1.3" in result.stdout
    other = done("close", "1.1", "--as", "withdrawn", *WHY, *DAY, "--dry-run", cwd=tmp_path / "w")
    assert "count as closed too: 1.1.2, 1.1.3" in other.stdout  # 1.1.1 is complete


def test_a_whole_plan_can_be_closed(tmp_path: Path) -> None:
    """By its name; the closure comes before the tables."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS)
    done("close", "phase-1", "--as", "superseded", *WHY, *DAY, cwd=cwd)
    text = (cwd / "plans/u/phase-1.yaml").read_text("utf-8")
    assert text.index("closed:") < text.index("actions:")
    assert run_here("validate", cwd=cwd).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("4.1.3", "--as", "merged", *WHY), "--as merged needs --into"),
        (("4.1.3", "--as", "withdrawn", "--into", "4.1.1", *WHY), "--into does not go with --as withdrawn"),
        (("4.1.3", "--as", "merged", "--into", "4.1.3", *WHY), "cannot take itself over"),
        (("4.1.3", "--as", "merged", "--into", "4.1.9", *WHY), "TC102 unknown-reference"),
        (("4.1.3", "--as", "merged", "--into", "northmoor/phase-3/4.1.3", *WHY), "cannot take itself over"),
        (("phase-3", "--as", "superseded", "--into", "phase-3", *WHY), "cannot take itself over"),
        (("4.1", "--as", "merged", "--into", "4.1.3", *WHY), "4.1.3 belongs to objective 4.1, and ends with it"),
        (("4.1.3", "--as", "merged", "--into", "", *WHY), "--into: no id is given"),
        (("4.1.3", "--as", "withdrawn", "--why", " "), "a closed entry needs a reason"),
        (("4.1.3", "--as", "withdrawn", *WHY, "--date", "soon"), "--date: "),
        (("3.2.2", "--as", "withdrawn", *WHY), "was closed on 2025-07-14, as merged"),
    ],
)
def test_what_cannot_be_closed_is_refused(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    """With the reason, and nothing written."""
    assert says in refused("close", *arguments, cwd=workspace(tmp_path))


# add


def test_an_action_joins_its_objective_with_the_next_id(tmp_path: Path) -> None:
    """Behind its siblings, parted as they are; the day it joined is kept, since the plan was signed off before."""
    cwd = workspace(tmp_path)
    result = done(
        *("add", "action", "--under", "2.2", "--title", "Name a champion: one in each", "--lead", "HROD"),
        *("--due", "2026-09", "--due", "2026-12", "--owner", "Library", "--success", "All have one", *DAY),
        cwd=cwd,
    )
    assert added_lines(result) == [
        "  - id: 2.2.4",
        "    added: 2026-06-30",
        '    title: "Name a champion: one in each"',
        "    lead: HROD",
        "    owners: [Library]",
        "    due: [2026-09, 2026-12]",
        "    success: [All have one]",
        "",
    ]
    text = (cwd / PHASE_3).read_text("utf-8")
    assert text.index("- id: 2.2.3\n    title") < text.index("- id: 2.2.4") < text.index("- id: 3.1.1\n")
    assert "added action 2.2.4 under objective 2.2" in result.stdout


def test_an_objective_joins_its_pillar(tmp_path: Path) -> None:
    """Numbers go on from the last."""
    result = done("add", "objective", "--under", "2", "--title", "X", *DAY, "--dry-run", cwd=workspace(tmp_path))
    assert added_lines(result)[0] == "  - id: 2.3"


def test_an_action_straight_under_a_pillar_counts_with_its_objectives(tmp_path: Path) -> None:
    """One numbering for all that extends an id."""
    result = done("add", "action", "--under", "2", "--title", "X", *DAY, "--dry-run", cwd=workspace(tmp_path))
    assert added_lines(result)[0] == "  - id: 2.3"


def test_an_action_under_the_plan_itself(tmp_path: Path) -> None:
    """Without --under; nothing is kept of the day where the plan was never signed off."""
    result = done("add", "action", "--title", "C", cwd=write(tmp_path, phase_1=TWO_ACTIONS))
    assert added_lines(result) == ["  - id: 3", "    title: C"]


@pytest.mark.parametrize(
    ("head", "added"),
    [
        ("period: {start: 2022-01, end: 2027-12}", True),
        ("period: {start: 2022-01, end: 2027-12}\nsign_off: {role: Chair, date: 2022-03}", True),
        ("period: {start: 2022-01, end: 2027-12}\nsign_off: {role: Chair}", True),
        ("period: {start: 2026-07, end: 2028-12}", False),
        ("period: {start: 2022-01, end: 2027-12}\nsign_off: {role: Chair, date: 2026-06-30}", False),
    ],
)
def test_what_is_added_to_a_plan_that_runs_says_when(tmp_path: Path, head: str, *, added: bool) -> None:
    """So that nobody asks on its first day why it has not been reported."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS.replace("actions:", f"{head}\nactions:"))
    result = done("add", "action", "--title", "C", *DAY, cwd=cwd)
    assert ("    added: 2026-06-30" in added_lines(result)) == added
    if added:
        assert "is silent" not in result.stdout
        later = run_here("validate", "--as-of", "2027-06-29", "--select", "TC502", cwd=cwd).stdout
        assert "action 3 is silent" not in later


def test_numbers_are_never_used_again(tmp_path: Path) -> None:
    """Not the former ones, and not those of gaps; 10 comes after 9."""
    plan = TWO_ACTIONS.replace("id: 2\n", "id: 9\n    formerly: 12\n")
    result = done("add", "action", "--title", "C", cwd=write(tmp_path, phase_1=plan))
    assert added_lines(result)[0] == "  - id: 10"
    again = done("add", "action", "--title", "D", "--id", "11", cwd=tmp_path)
    assert added_lines(again)[0] == "  - id: 11"
    last = done("add", "action", "--title", "E", cwd=tmp_path)
    assert added_lines(last)[0] == "  - id: 13"


def test_a_number_that_others_extend_is_taken(tmp_path: Path) -> None:
    """1.1 without a 1 leaves 1 to whatever it stood under."""
    plan = TWO_ACTIONS.replace("id: 1\n", "id: 1.1\n").replace("id: 2\n", "id: 2.4.1\n")
    result = done("add", "action", "--title", "C", cwd=write(tmp_path, phase_1=plan))
    assert added_lines(result)[0] == "  - id: 3"


def test_ids_with_letters_go_on_as_well(tmp_path: Path) -> None:
    """A1, A2, then A3."""
    plan = TWO_ACTIONS.replace("id: 1", "id: A1").replace("id: 2", "id: A2")
    result = done("add", "action", "--title", "C", cwd=write(tmp_path, phase_1=plan))
    assert added_lines(result)[0] == "  - id: A3"


def test_an_id_that_extends_another_entry_s_says_so(tmp_path: Path) -> None:
    """2.2.9 belongs to 2.2, unless it should belong to pillar 2 itself."""
    cwd = workspace(tmp_path)
    below = done("add", "action", "--id", "2.2.9", "--title", "C", *DAY, "--dry-run", cwd=cwd)
    assert "added action 2.2.9 under objective 2.2" in below.stdout
    above = done("add", "action", "--under", "2", "--id", "2.2.9", "--title", "C", *DAY, "--dry-run", cwd=cwd)
    assert "    under: 2" in added_lines(above)


def test_an_id_of_another_kind_names_its_parent(tmp_path: Path) -> None:
    """An id that does not extend the parent's needs `under`."""
    cwd = workspace(tmp_path)
    result = done("add", "action", "--under", "2.2", "--id", "X1", "--title", "C", *DAY, "--dry-run", cwd=cwd)
    assert "    under: 2.2" in added_lines(result)


def test_the_first_action_of_a_plan(tmp_path: Path) -> None:
    """Its table comes with it."""
    cwd = write(tmp_path, phase_1="kind: plan\nformat: 1\ntitle: P # why\n")
    assert added_lines(done("add", "action", "--title", "A", cwd=cwd)) == ["actions:", "  - id: 1", "    title: A"]


def test_a_measure_joins_and_is_named_by_what_it_measures(tmp_path: Path) -> None:
    """Its id comes from its title."""
    cwd = workspace(tmp_path)
    result = done(
        *("add", "measure", "--under", "2.2", "--title", "Departments with a champion", "--target", "end=12"),
        *("--source", "Library"),
        cwd=cwd,
    )
    assert added_lines(result) == [
        "  - id: departments-champion",
        "    title: Departments with a champion",
        "    targets: {end: 12}",
        "    source: Library",
        "    measured_by: departments-champion",
    ]
    again = done("add", "measure", "--under", "2.2", "--title", "Departments with a champion", cwd=cwd)
    assert removed_lines(again) == ["    measured_by: departments-champion"]
    assert added_lines(again)[-1] == "    measured_by: [departments-champion, departments-champion-2]"
    assert run_here("validate", cwd=cwd).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("action", "--title", "X", "--under", "2.2.1"), "an action cannot belong to action 2.2.1"),
        (("objective", "--title", "X", "--under", "2.2"), "an objective cannot belong to objective 2.2"),
        (("action", "--title", "X", "--under", "2.9"), "there is no `2.9`"),
        (("action", "--title", " ", "--under", "2.2"), "an entry needs a title"),
        (("action", "--title", "X", "--under", "2.2", "--target", "end=3"), "an action has no target"),
        (("measure", "--title", "X", "--due", "2027"), "a measure has no due"),
        (("measure", "--title", "X", "--target", "end"), "is not a target"),
        (("measure", "--title", "X", "--target", "end=4", "--target", "end=5"), "end is given twice"),
        (("action", "--title", "X", "--under", ""), "there is no ``"),
        (("action", "--title", "X"), "every action of phase-3 belongs to another entry"),
        (("measure", "--title", "X", "--date", "2026"), "--date does not go with a measure"),
        (("action", "--title", "X", "--id", ""), "--id: no id is given"),
        (("measure", "--title", "X", "--id", "registered"), "already has a measure `registered`"),
        (("action", "--title", "X", "--under", "2.2", "--id", "2.2.1"), "already has an entry 2.2.1"),
        (("action", "--title", "X", "--under", "2.2", "--priority", "urgent"), "TC015 unknown-value"),
        (("action", "--title", "X", "--under", "2.2", "--due", "soon"), "TC301 impossible-date"),
    ],
)
def test_what_cannot_be_added_is_refused(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    """With the reason, and nothing written."""
    assert says in refused("add", *arguments, cwd=workspace(tmp_path))


def test_ids_without_numbers_need_one_by_name(tmp_path: Path) -> None:
    """Nothing is guessed."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS.replace("id: 1", "id: one").replace("id: 2", "id: two"))
    assert "choose an id with --id" in refused("add", "action", "--title", "C", cwd=cwd)


# set


@pytest.mark.parametrize(
    ("arguments", "removed", "added"),
    [
        (
            ("2.2.2/title", "T: x"),
            "    title: Record technical contributions in the publications repository",
            '    title: "T: x"',
        ),
        (("2.2.2/lead", "HROD"), None, "    lead: HROD"),
        (("2.2.2/owners", "A", "B, C"), "    owners: [Library, Research Office]", '    owners: [A, "B, C"]'),
        (("2.2.2/owners", "A"), "    owners: [Library, Research Office]", "    owners: [A]"),
        (("2.2.2/due", "2026-12"), "    due: 2025-12", "    due: 2026-12"),
        (
            ("2.2.2/updates/2025-06-25/note", "N"),
            "        note: Fourteen kinds of contribution agreed with the network.",
            "        note: N",
        ),
        (
            ("2.2.2/updates/1/note", "N"),
            "        note: Fourteen kinds of contribution agreed with the network.",
            "        note: N",
        ),
        (("action 2.2.2 > update 2025-06-25 > rag", "red"), "        rag: green", "        rag: red"),
        (("1.1.1/success/2/done", "2025-03-21"), "        done: 2025-03-20", "        done: 2025-03-21"),
        (
            ("action 1.1.1 > 2nd success criterion > done", "2025-03-21"),
            "        done: 2025-03-20",
            "        done: 2025-03-21",
        ),
        (
            ("action 1.1.3 > due > 1st entry", "2024-10"),
            "    due: [2024-11, 2025-11, 2026-11]",
            "    due: [2024-10, 2025-11, 2026-11]",
        ),
        (
            ("registered/targets/2027/28", "45%"),
            "    targets: {2024-12: 20%, end: 40%}",
            "    targets: {2024-12: 20%, end: 40%, 2027/28: 45%}",
        ),
        (("registered/source", "HR"), "    source: Register kept by HROD", "    source: HR"),
        (("review_every", "4 months"), "review_every: 6 months", "review_every: 4 months"),
        (
            ("phase-3/period/end", "2027-06"),
            "period: {start: 2024-01, end: 2026-12}",
            "period: {start: 2024-01, end: 2027-06}",
        ),
        (
            ("institution/contact/email", "tc@example.ac.uk"),
            "  email: technicians@example.ac.uk",
            "  email: tc@example.ac.uk",
        ),
        (("northmoor/institution/cohort", "2"), "cohort: 1", "cohort: 2"),
        (("survey-2022/reached", "172"), "    reached: 171", "    reached: 172"),
        (("2.2.2/internal", "--remove"), None, None),
        (("2.2.2/due", "--remove"), "    due: 2025-12", None),
    ],
)
def test_one_value_is_set(tmp_path: Path, arguments: tuple[str, ...], removed: str | None, added: str | None) -> None:
    """Wherever it is, and however the place is named."""
    cwd = workspace(tmp_path)
    if removed is added is None:
        assert "there is no `internal`" in refused("set", *arguments, cwd=cwd)
        return
    result = done("set", *arguments, cwd=cwd)
    assert removed_lines(result) == ([removed] if removed else [])
    assert added_lines(result) == ([added] if added else [])


def test_a_text_becomes_an_entry_where_it_is_given_another_key(tmp_path: Path) -> None:
    """A success criterion that was only words can be ticked off."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS + "    success:\n      - A: not\n      - Bee\n".replace("A: not", "Sea"))
    result = done("set", "2/success/Bee/done", "2026-03", cwd=cwd)
    assert removed_lines(result) == ["      - Bee"]
    assert added_lines(result) == ["      - title: Bee", "        done: 2026-03"]
    bare = done("set", "1/steps", "Cee", cwd=cwd)
    assert added_lines(bare) == ["    steps: Cee"]
    again = done("set", "1/steps/1/due", "2026-04", cwd=cwd)
    assert added_lines(again) == ["    steps: {title: Cee, due: 2026-04}"]
    assert run_here("validate", cwd=cwd).returncode == 0


def test_what_is_so_already_is_not_written(tmp_path: Path) -> None:
    """And said."""
    cwd = workspace(tmp_path)
    result = done("set", "2.2.2/due", "2025-12", cwd=cwd)
    assert result.stdout.strip().endswith("already says this; nothing was written")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("2.2.2/laed", "X"), "did you mean `lead`?"),
        (("4.2.2/success/1/done", "2026"), "action 4.2.2 has no `success` yet"),
        (("2.2.2/lead", "A", "B"), "`lead` has one value, but 2 are given"),
        (("2.2.2/updates", "A"), "name an item and one of its keys: date, rag"),
        (("2.2.2/updates/2026-01-01/note", "x"), "it has 2025-06-25, 2025-12-10, 2026-03-25"),
        (("2.2.2/rag", "red"), "`tcplan update` writes a report; 2.2.2/updates/DATE/rag corrects one"),
        (("2.2.2/updates/25-06-2025", "--remove"), "`25-06-2025` is not a date: write 2025-06-25"),
        (("2.2.2/updates/25 June 2025/note", "x"), "`25 June 2025` is not a date: write 2025-06-25"),
        (("2.2.2/updates/2025-06-26", "--remove"), "there is nothing to remove"),
        (("2.2.2", "lead", "Library"), "does not have a single value"),
        (("2.2.2/updates", "--remove"), "this would remove 3 entries"),
        (("2.2.2", "--remove"), "this would remove the whole of action 2.2.2"),
        (("4.1.3/updates/1/note", "x"), "`tcplan update` writes the first report"),
        (("2.2.2", "x"), "action 2.2.2 does not have a single value"),
        (("actions/99/title", "x"), "actions has no `99`"),
        (("2.2.2/owners/3", "x"), "owners has no `3`"),
        (("2.2.2/priority", "urgent"), "TC015 unknown-value"),
        (("9.9/lead", "X"), "does not exist here"),
        (("2.2.2/lead",), "needs a value, or --remove"),
        (("2.2.2/lead", "X", "--remove"), "needs a value, or --remove"),
        (("2.2.1/id", "2.2.9"), "TC102 unknown-reference"),
        (("2.2.1/title", "--remove"), "TC016 missing-key"),
    ],
)
def test_what_cannot_be_set_is_refused(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    """With the reason, and nothing written."""
    assert says in refused("set", *arguments, cwd=workspace(tmp_path))


def test_a_comment_is_never_lost(tmp_path: Path) -> None:
    """What would take one away is refused with the line to change by hand."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS + "    owners:\n      - HR  # until May\n      - DSO\n")
    says = refused("set", "2/owners", "HR", cwd=cwd)
    assert "plans/u/phase-1.yaml:10: there is a comment in the text that would be rewritten" in says


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", "2.2.2", "--rag", "green", "--note", "N", "--evidence", "https://example.ac.uk", *DAY),
        ("update", "4.1.3", "--reading", "registered=3%", "--note", "a\nb", "--internal", "x", *DAY),
        ("close", "4.1.3", "--as", "withdrawn", *WHY, *DAY),
        ("add", "action", "--under", "2.2", "--title", "X", "--owner", "HR", "--success", "S", *DAY),
        ("add", "objective", "--under", "2", "--title", "X", "--about", "Y", *DAY),
        ("add", "measure", "--under", "2.2", "--title", "X", "--target", "end=3"),
        ("set", "2.2.2/themes", "visibility", "recognition"),
    ],
    ids=" ".join,
)
def test_what_is_written_is_in_the_house_style(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """`fmt` finds nothing to do after any of the commands."""
    cwd = workspace(tmp_path)
    done(*arguments, cwd=cwd)
    assert run_here("fmt", "--check", cwd=cwd).returncode == 0


def test_a_key_is_not_added_next_to_a_misspelt_one(tmp_path: Path) -> None:
    """What is under the misspelt one would be ignored."""
    plan = TWO_ACTIONS + "    update:\n      date: 2026-03\n      rag: red\n    leed: HR\nmeasure: []\n"
    cwd = write(tmp_path, phase_1=plan)
    says = refused("update", "2", "--rag", "green", *DAY, cwd=cwd)
    assert "phase-1.yaml:9: `update` is written where `updates` is meant; nothing was changed" in says
    assert "`leed` is written where `lead` is meant" in refused("set", "2/lead", "HR", cwd=cwd)
    assert "`measure` is written where `measures` is meant" in refused("add", "measure", "--title", "X", cwd=cwd)


def test_a_closure_that_is_not_sound_is_not_quoted(tmp_path: Path) -> None:
    """No date is made up for it."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS + "    closed: {as: merged}\n")
    says = refused("close", "2", "--as", "withdrawn", *WHY, *DAY, cwd=cwd)
    assert "has a closure that is not valid" in says


def test_an_id_that_is_defined_twice_is_not_edited(tmp_path: Path) -> None:
    """Neither the first nor the last."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS.replace("id: 2", "id: 1"))
    assert "is defined 2 times in plans/u/phase-1.yaml" in refused("update", "1", "--rag", "red", cwd=cwd)
    assert "names several entries of phase-1" in refused("set", "1/lead", "X", cwd=cwd)


def test_empty_brackets_take_what_is_added(tmp_path: Path) -> None:
    """Of reports, measures and tables."""
    cwd = write(tmp_path, phase_1=TWO_ACTIONS + "    updates: []  # none\n    measured_by: []\nmeasures: []\n")
    done("update", "2", "--rag", "green", *DAY, cwd=cwd)
    done("add", "measure", "--under", "2", "--title", "Seats", cwd=cwd)
    assert sound(cwd)


def test_an_error_that_was_there_is_not_new(tmp_path: Path) -> None:
    """Although its place in plan terms changes."""
    cwd = write(tmp_path, phase_1="kind: plan\nformat: 1\ntitle: P\nactions:\n  id: 1\n  title: Is a comment  # c\n")
    done("add", "action", "--title", "X", cwd=cwd)


def test_a_report_can_be_taken_away(tmp_path: Path) -> None:
    """A wrong one, by its day; the file is as it was before it was made."""
    cwd = workspace(tmp_path)
    before = (cwd / PHASE_3).read_bytes()
    done("update", "2.2.2", "--rag", "blue", "--note", "By mistake.", *DAY, cwd=cwd)
    done("set", "2.2.2/updates/2026-06-30", "--remove", cwd=cwd)
    assert (cwd / PHASE_3).read_bytes() == before


def test_every_place_that_validate_names_can_be_named(tmp_path: Path) -> None:
    """The words of a finding lead back to where it is."""
    workspace_, root = open_workspace(workspace(tmp_path))
    scope = SearchScope(workspace_, root, root, date(2026, 6, 30))
    (_, plan), *_ = scope.plans()
    for path in plan.file.document.marks:
        words = plan_terms(path, plan.file.document.data)
        found = resolve_path(scope, words if len(path) > 1 else f"phase-3/{words}")
        assert (found.path, found.missing) == (path, ()), words


def test_an_institution_without_plans_can_be_set(tmp_path: Path) -> None:
    """Its file is named first."""
    cwd = write(tmp_path, institution="kind: institution\nformat: 1\nname: U\n")
    done("set", "institution/webpage", "https://example.ac.uk", cwd=cwd)


def test_a_measure_of_the_plan_is_named_by_nothing(tmp_path: Path) -> None:
    """Without --under nothing is said of it."""
    result = done("add", "measure", "--title", "Seats", cwd=write(tmp_path, phase_1=TWO_ACTIONS))
    assert "added measure seats\n" in result.stdout
