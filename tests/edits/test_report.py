"""`tcplan report`: which actions are asked about, the questions one by one, and what is left when somebody stops."""

import json
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from edits.at_terminal import Terminal
from edits.verbs import PHASE_3, workspace
from support import tcplan, tcplan_process, write

DAY = ("--date", "2026-06-30")
ALL = ("--all", *DAY)
"""The questions are the same for actions that owe no report."""

LIBRARY = "2.2.2"
"""The one open action that the library reports on: overdue since the end of 2025, last reported in March."""

SMALL = """\
kind: plan
format: 1
title: Plan
period: {start: 2026-01, end: 2027-12}
review_every: 6 months
rag:
  blue: {means: paused, label: On hold}
measures:
  - id: members
    title: Members
    targets: {end: 40}
actions:
  - id: 1
    title: First
    due: 2026-12
    measured_by: members
  - id: 2
    title: Second
    due: 2026-12
    updates: [{date: 2026-01-31, # seen by the board
      rag: green}]
  - id: 3
    title: Third
    start: 2026-09
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A copy of the example workspace."""
    return workspace(tmp_path)


LEADS = {
    "1": "lead: HR",
    "2": "owners: HR",
    "3": "owners: [HR, IT]",
    "4": "lead: tbc",
    "5": "lead: to be agreed",
    "6": "",
}


@pytest.mark.parametrize(
    ("lead", "wanted"),
    [
        ("none", ["2", "3", "6"]),
        ("None", ["2", "3", "6"]),
        ("tbc", ["4", "5"]),
        ("to be confirmed", ["4", "5"]),
        ("HR", ["1", "2", "3"]),
        ("IT", ["3"]),
    ],
)
def test_the_words_for_no_lead_are_those_of_the_list(tmp_path: Path, lead: str, wanted: list[str]) -> None:
    """And of what is due: the same actions owe a report, and nobody is said to be called so."""
    actions = "".join(f"  - id: {id_}\n    title: A{id_}\n    {words}\n" for id_, words in LEADS.items())
    plan = f"kind: plan\nformat: 1\ntitle: P\nperiod: {{start: 2025-01, end: 2027-12}}\nactions:\n{actions}"
    write(tmp_path, phase_1=plan)
    day = ("--lead", lead)
    listed = tcplan("list", tmp_path, *day, "--as-of", "2026-06-30", "--format", "json").stdout
    due = tcplan("due", tmp_path, *day, "--as-of", "2026-06-30", "--kind", "report", "--format", "json").stdout
    assert [one["id"] for one in json.loads(listed)["plans"][0]["actions"]] == wanted
    assert [one["id"] for one in json.loads(due)["plans"][0]["items"]] == wanted
    walked = tcplan("report", tmp_path, *day, "--date", "2026-06-30", typed="\n" * 60)
    assert asked(walked) == wanted
    assert "by none" not in walked.stdout + walked.stderr
    questions = tcplan("report", tmp_path, *day, "--date", "2026-06-30", "--questions", "-").stdout
    assert re.findall(r"- ref: (\S+)", questions) == wanted
    assert re.findall(r"^by:(.*)$", questions, re.MULTILINE) == [f" {lead}" if lead in {"HR", "IT"} else ""]
    nothing = tcplan("report", tmp_path, *day, "--date", "2025-01-01").stdout
    assert "by none" not in nothing
    assert nothing.startswith("No report is owed")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A plan of three actions; to the updates of the second nothing can be added, as they are written."""
    return write(tmp_path, institution="kind: institution\nformat: 1\nname: U\n", phase_1=SMALL)


def walk(cwd: Path, *arguments: str, typed: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    """A walk through a pipe, each answer a line, about every open action."""
    return tcplan("report", *arguments, *ALL, cwd=cwd, typed="".join(f"{line}\n" for line in typed or []))


def asked(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The ids of the actions that were asked about."""
    return re.findall(r"^\d+ of \d+ ─+\n\n(\S+)", result.stdout, re.MULTILINE)


def skip_all(cwd: Path, *arguments: str) -> list[str]:
    """The actions that are asked about, where every one is skipped."""
    return asked(tcplan("report", *arguments, *DAY, cwd=cwd, typed="nobody\n" + "\n" * 60))


def reports(cwd: Path, id_: str) -> str:
    """What the plan says under the updates of an action."""
    entry = rf"^  - id: {re.escape(id_)}\n.*?(?=^  - id|\Z)"
    found = re.search(entry, (cwd / PHASE_3).read_text(), re.DOTALL | re.MULTILINE)
    assert found
    return found[0].partition("updates:\n")[2].rstrip()


def test_owed_is_what_was_not_reported_for_a_review_period(here: Path) -> None:
    """Of open actions that have started and are not complete, in the order of the plan."""
    assert skip_all(here) == ["1.1.2", "1.2.2", "3.2.1", "4.1.3", "5.2.2", "5.2.3"]


def test_all_asks_about_whatever_was_not_reported_that_very_day(here: Path) -> None:
    """But not about what is complete or closed."""
    found = skip_all(here, "--all")
    assert {"1.2.1", "2.1.1"} <= set(found)
    assert not {"1.1.1", "2.1.3"} & set(found)


@pytest.mark.parametrize(
    ("every", "within"),
    [("6 months", "2025-12-30"), ("12 months", "2025-06-30"), ("3 months", "2026-03-30"), ("4 weeks", "2026-06-02")],
)
def test_a_review_period(tmp_path: Path, every: str, within: str) -> None:
    """A report of that day is within it, one of the day before is too old."""
    head = "kind: plan\nformat: 1\ntitle: P\nreview_every: "
    plan = head + "{}\nactions: [{{id: 1, title: A, updates: [{{date: {}}}]}}]\n"
    day = date.fromisoformat(within)
    for last, owed in ((day, []), (day - timedelta(days=1), ["1"])):
        assert skip_all(write(tmp_path, phase_1=plan.format(every, last))) == owed


def test_what_is_known_is_short(tmp_path: Path) -> None:
    """Of many success criteria the first; nothing is shown that is not there."""
    success = "".join(f"      - Criterion {number}\n" for number in range(1, 7))
    plan = (
        f"kind: plan\nformat: 1\ntitle: P\nactions:\n  - id: 1\n    title: A\n    due: 2026-06\n    success:\n{success}"
    )
    result = walk(write(tmp_path, phase_1=plan), typed=["", ""])
    assert (
        "1  A\n\n"
        "  due          2026-06-30, today\n"
        "  lead         none\n"
        "  success      Criterion 1\n"
        "               Criterion 2\n"
        "               Criterion 3\n"
        "               and 3 more\n"
        "  last report  none yet\n\n"
    ) in result.stdout


@pytest.mark.parametrize("who", ["HROD", "hr", " Human  Resources ", "Human Resources and Organisational Development"])
def test_a_lead_is_known_by_any_spelling(here: Path, who: str) -> None:
    """What they lead and, where nobody is named, what they work on."""
    result = walk(here, "--lead", who, typed=[""] * 5)
    assert asked(result) == ["2.1.1", "2.1.2", "3.1.2", "3.2.1", "5.1.2"]
    assert "5 actions to report on by HROD; 1 report is owed." in result.stdout


@pytest.mark.parametrize(("who", "meant"), [("Libary", "Library"), ("planning", "Planning and Insight")])
def test_an_unknown_lead_is_wrong_usage(here: Path, who: str, meant: str) -> None:
    """With the nearest name, and who has something to report."""
    result = walk(here, "--lead", who)
    assert result.returncode == 2
    assert (
        f"tcplan: `{who}` does not lead an action of northmoor/phase-3\nhelp: did you mean `{meant}`?" in result.stderr
    )
    assert "HROD 1" in result.stderr


def test_an_unknown_lead_where_nobody_is_named(small: Path) -> None:
    """There is no name to offer."""
    assert "help: no named lead or owner owes a report" in walk(small, "--lead", "HR").stderr


def test_several_institutions_are_named(here: Path) -> None:
    """With the command for each."""
    other = here / "plans" / "other"
    other.mkdir()
    (other / "institution.yaml").write_text("kind: institution\nformat: 1\nname: Other\n")
    (other / "phase-1.yaml").write_text(SMALL)
    result = walk(here)
    assert result.returncode == 2
    assert "plans of 2 institutions here: Northmoor University, Other" in result.stderr
    assert "name the folder of one: plans/northmoor or plans/other" in result.stderr


def test_one_report_through_a_pipe(here: Path) -> None:
    """The questions, the report in plain words, one line when it is saved, and where that leaves the plan."""
    typed = ["a", "Tested. Release in August: the vendor has agreed.", "2026-08", "y"]
    result = walk(here, "--lead", "library", typed=typed)
    assert result.returncode == 0
    assert reports(here, LIBRARY).endswith(
        "      - date: 2026-06-30\n"
        "        rag: amber\n"
        "        by: Library\n"
        '        note: "Tested. Release in August: the vendor has agreed."\n'
        "        due: 2026-08"
    )
    assert "1 of 1 ─" in result.stdout
    assert "  due          2025-12-31, overdue by 6 months\n" in result.stdout
    assert "  last report  ▲ At risk on 2026-03-25 by Library\n" in result.stdout
    assert "    new due date 2026-08 (was 2025-12-31)\n" in result.stdout
    assert "\nsaved: 2.2.2 ▲ At risk\n" in result.stdout
    assert "\n1 reported, 0 skipped, 0 left\nThe whole plan: ▲ A at risk, as before\n" in result.stdout
    assert "@@" not in result.stdout


def test_who_reports_is_asked_once_where_no_lead_is_given(here: Path) -> None:
    """And written as the institution spells it."""
    walk(here, typed=["tmf", "g", "17 stories.", "", "y"])
    assert "by: Technical Managers Forum\n        note: 17 stories." in reports(here, "1.1.2")


def test_what_was_answered_is_not_asked_again(here: Path) -> None:
    """Stop with q, run the same command, and go on where you were."""
    first = tcplan("report", *DAY, cwd=here, typed="\ng\n\n\ny\nq\n")
    assert first.returncode == 0
    assert "1 reported, 0 skipped, 5 left" in first.stdout
    assert first.stdout.endswith("Saved reports stay saved; run the same command again to continue.\n")
    assert skip_all(here)[0] == "1.2.2"
    assert "1.1.2" not in skip_all(here, "--all")


def test_enter_skips_an_action(here: Path) -> None:
    """The next time it is asked about again."""
    result = walk(here, "--lead", "Library", typed=[""])
    assert (
        "0 reported, 1 skipped, 0 left\nTo report on what you skipped, run the same command again.\n" in result.stdout
    )
    assert skip_all(here, "--lead", "Library", "--all") == [LIBRARY]


@pytest.mark.parametrize("typed", [[], ["a", "Half of it"]], ids=["at once", "in the middle"])
def test_the_end_of_what_is_read_stops(here: Path, typed: list[str]) -> None:
    """As Ctrl-D does; what was answered in the middle of an action is shown, since it is not saved."""
    before = (here / PHASE_3).read_bytes()
    result = walk(here, "--lead", "Library", typed=typed)
    assert result.returncode == 0
    assert "0 reported, 0 skipped, 1 left" in result.stdout
    assert ("Not saved, because you stopped:\n  2.2.2 on 2026-06-30, by Library\n" in result.stdout) is bool(typed)
    assert typed == [] or "\n    Half of it\n" in result.stdout
    assert (here / PHASE_3).read_bytes() == before


@pytest.mark.parametrize("words", ["r", "R", "red", "Off track", "off-track", "of"])
def test_a_colour_is_understood_in_many_ways(here: Path, words: str) -> None:
    """By its letter, its word, its meaning, or the beginning of one that no other has."""
    result = walk(here, "--lead", "Library", typed=[words, "", "", "y"])
    assert "saved: 2.2.2 ▼ Off track" in result.stdout


def test_what_is_not_understood_is_asked_again(here: Path) -> None:
    """A colour, a date, a number, a yes; each with what to type."""
    typed = ["gr", "a", "", "May 27", "2026-05", "2027-05", "lots", "31", "31%", "x", "y"]
    result = walk(here, "--lead", "TMF", typed=typed)
    assert "tcplan does not understand `gr`. Type one of C, G, A, R, N, or q to stop." in result.stdout
    shown = " ".join(result.stdout.split())
    assert "`May 27` is not a date: write 2027-05 for May 2027; if you mean the day, add its year," in shown
    assert "2026-05 is in the past: write a date in the future, or press Enter to leave it." in shown
    assert "`lots` is not a number. Type one such as 30%" in result.stdout
    assert "The last one was 29%. If you mean 31%, type y, else type the number again." in result.stdout
    assert "Type y to save it, or n to answer again." in result.stdout
    assert "due: 2027-05" in reports(here, "2.1.2")
    assert "2026-03: 29%, 2026-06-30: 31%}" in (here / PHASE_3).read_text()


def test_links_are_asked_for_until_there_are_no_more(here: Path) -> None:
    """A web address, a title with one, or a case study; what is none of them is asked again."""
    links = ["www.x.ac.uk", "https://x.ac.uk/a", "Minutes https://x.ac.uk/b", "case-studies/registration-pilot", ""]
    result = walk(here, "--lead", "Communications", typed=["g", "", *links, "y"])
    assert "`www.x.ac.uk` is not a link: write https://www.x.ac.uk. Or press Enter for none." in " ".join(
        result.stdout.split()
    )
    assert (
        "        evidence:\n"
        "          - url: https://x.ac.uk/a\n"
        "          - title: Minutes\n"
        "            url: https://x.ac.uk/b\n"
        "          - case-studies/registration-pilot\n"
    ) in reports(here, "1.1.2")


def test_a_question_mark_explains(here: Path) -> None:
    """At every question, in two lines."""
    result = walk(here, "--lead", "Library", typed=["?", "a", "?", "", "?", "", "?", "q"])
    assert "Type the letter that fits best" in result.stdout
    assert "it may be published" in result.stdout
    assert "A month means its last day" in result.stdout


def test_n_asks_again_and_keeps_what_is_not_changed(small: Path) -> None:
    """Enter keeps an earlier answer, a dash takes it away."""
    first, second = ["g", "Begun", "https://x.ac.uk", "", "3"], ["", "", "-", "https://y.ac.uk", "", "-"]
    result = walk(small, "--by", "HR", typed=[*first, "n", *second, "y", "q"])
    assert "Enter keeps it as it was" in result.stdout
    assert "Enter keeps `Begun`, - removes it" in result.stdout
    text = (small / "plans/u/phase-1.yaml").read_text()
    assert (
        "rag: green\n        by: HR\n        note: Begun\n        evidence:\n          - url: https://y.ac.uk\n" in text
    )
    assert "actual" not in text


def test_the_note_and_the_date_can_be_taken_away(small: Path) -> None:
    """With a dash, too."""
    walk(small, "--by", "HR", typed=["a", "Late", "2027-05", "", "n", "", "-", "-", "", "y", "q"])
    text = (small / "plans/u/phase-1.yaml").read_text()
    assert "updates:\n      - date: 2026-06-30\n        rag: amber\n        by: HR\n  - id: 2" in text


def test_the_questions_are_in_the_plan_s_own_key(small: Path) -> None:
    """Here blue is on hold: its letter is B, and what is on hold needs a way back and a date."""
    result = walk(small, typed=["", "B", "The funder has paused.", "2027-01", "7", "y"])
    assert "\n  B  ▲ On hold\n" in result.stdout
    assert "what would bring it back on track?" in result.stdout
    assert "saved: 1 ▲ On hold" in result.stdout
    assert "actual: {2026-06-30: 7}" in (small / "plans/u/phase-1.yaml").read_text()


def test_a_refused_edit_loses_no_answer(small: Path) -> None:
    """The reason is shown with the line, the answer once more, and the walk goes on; exit code 5."""
    result = walk(small, "--by", "HR", "--all", typed=["", "g", "Half of it", "", "y"])
    assert result.returncode == 5
    assert "plans/u/phase-1.yaml:20: there is a comment in the text that would be rewritten" in result.stdout.replace(
        "\n  ", " "
    )
    assert (
        "This report was not saved. Here it is again:\n  2 on 2026-06-30, by HR\n    ● On track\n    Half of it\n"
        in result.stdout
    )
    assert "0 reported, 1 skipped, 1 not saved, 0 left" in result.stdout
    assert (small / "plans/u/phase-1.yaml").read_text() == SMALL


def test_nothing_due_is_said_kindly(here: Path) -> None:
    """With the day of the next report; nothing is asked, and nothing is wrong."""
    result = walk(here, "--lead", "DVC")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "No report is owed by Deputy Vice-Chancellor on 2026-06-30. Thank you.\nNone of their actions is open.\n"
    )
    walk(here, "--lead", "Library", typed=["g", "", "", "", "y"])
    result = tcplan("report", "--lead", "Library", *DAY, cwd=here)
    assert "The next one is due by 2026-12-30: 2.2.2 Record technical contributions" in result.stdout
    assert "Reports are due every 6 months; --all asks about every open action.\n" in result.stdout
    assert "--all" not in walk(here, "--lead", "Library").stdout


def test_a_dry_run_writes_nothing(here: Path) -> None:
    """It asks and shows all the same."""
    before = (here / PHASE_3).read_bytes()
    result = walk(here, "--lead", "Library", "--dry-run", typed=["g", "Done", "", "", "y"])
    assert "would be saved: 2.2.2 ● On track" in result.stdout
    assert "Nothing was written: this was a dry run." in result.stdout
    assert (here / PHASE_3).read_bytes() == before


def test_a_read_only_plan_is_said_before_anything_is_asked(here: Path) -> None:
    """Nobody types what cannot be saved."""
    (here / PHASE_3).chmod(0o444)
    result = walk(here, "--lead", "Library")
    assert (result.returncode, result.stdout) == (5, "")
    assert "phase-3.yaml is read-only; nothing was written" in result.stderr


def test_an_older_plan_is_asked_about_by_its_file(here: Path) -> None:
    """As it stood on a day."""
    result = tcplan("report", "plans/northmoor/phase-2.yaml", "--date", "2023-06-30", cwd=here, typed="")
    assert "Technician Commitment action plan 2021 to 2023" in result.stdout


def test_what_is_not_a_letter_is_asked_again(here: Path) -> None:
    """An arrow key in a note would stay in the plan for ever."""
    result = walk(here, "--lead", "Library", typed=["a", "Half\x1b[D", "Half", "", "y"])
    assert "perhaps an arrow key" in result.stdout
    assert "note: Half\n" in reports(here, LIBRARY) + "\n"


def test_letters_alone_where_symbols_cannot_be_printed(here: Path) -> None:
    """A colour is its letter and its word then."""
    result = tcplan_process(
        "report", "--lead", "Library", *ALL, cwd=here, typed="a\n\n\ny\n", PYTHONIOENCODING="ascii", COLUMNS="60"
    )
    assert "\n  A  At risk\n" in result.stdout
    assert "saved: 2.2.2 A At risk" in result.stdout


def test_in_a_terminal(here: Path) -> None:
    """Each answer is typed after a mark, one report is saved, and Ctrl-C ends with exit code 130."""
    terminal = Terminal("report", "--lead", "HROD", *ALL, cwd=here)
    for keys in ("\n", "a\n", "Eight mentors, café\n", "\n", "31%\n", "\n", "\n", "g\n", "Half of"):
        terminal.type(keys)
    terminal.see("Half of")
    terminal.interrupt()
    assert terminal.end() == 130
    assert "saved: 2.1.2 ▲ At risk\n" in terminal.shown
    assert "Not saved, because you stopped:\n  3.2.1 on 2026-06-30, by HROD\n    ● On track\n" in terminal.shown
    assert "1 reported, 2 skipped, 2 left" in terminal.shown
    assert "Saved reports stay saved; run the same command again to continue.\n" in terminal.shown
    assert "note: Eight mentors, café" in reports(here, "2.1.2")
    assert "Half of" not in (here / PHASE_3).read_text()


def test_ctrl_d_stops(here: Path) -> None:
    """As q does."""
    terminal = Terminal("report", "--lead", "Library", *ALL, cwd=here)
    terminal.type("\x04")
    assert terminal.end() == 0
    assert terminal.shown.endswith(
        "0 reported, 0 skipped, 1 left\nNothing was saved; run the same command again to continue.\n"
    )


def test_others_may_write_in_the_plan_meanwhile(here: Path) -> None:
    """Neither report is lost; what has been reported meanwhile is not asked about any more."""
    terminal = Terminal("report", "--lead", "HROD", *ALL, cwd=here)
    for keys in ("\n", "g\n"):
        terminal.type(keys)
    for id_ in ("2.1.2", "3.2.1"):
        tcplan("update", id_, "--rag", "amber", "--by", "Somebody else", *DAY, cwd=here)
    for keys in ("Ours\n", "\n", "\n", "y\n", "q\n"):
        terminal.type(keys)
    assert terminal.end() == 0
    assert "by: Somebody else\n      - date: 2026-06-30\n        rag: green\n" in reports(here, "2.1.2")
    assert "3 of 4 ─" in terminal.shown
    assert "3.2.1" not in terminal.shown


def test_an_action_that_was_removed_meanwhile_is_reported(here: Path) -> None:
    """The answer is shown once more."""
    terminal = Terminal("report", "--lead", "Library", *ALL, cwd=here)
    terminal.type("a\n")
    plan = here / PHASE_3
    plan.write_text(plan.read_text().replace("id: 2.2.2", "id: 2.2.7"))
    for keys in ("Ours\n", "\n", "y\n", "q\n"):
        terminal.type(keys)
    assert terminal.end() == 5
    assert "action 2.2.2 is no longer in phase-3" in terminal.shown
    assert "This report was not saved. Here it is again:\n  2.2.2 on 2026-06-30, by Library\n" in terminal.shown


PASTED = "Para one.\n\n\nAt risk: foo\nbar\n"
LEFT_OUT = "  What you typed before this question is ignored.\n"


@pytest.mark.parametrize("pasted", [PASTED, PASTED.replace("\n", "\r"), f"\x1b[200~{PASTED}\x1b[201~\n"])
def test_a_note_that_is_pasted_is_one_note(here: Path, pasted: str) -> None:
    """With all its lines, also where the terminal does not say that they are pasted; they answer no other question."""
    terminal = Terminal("report", "--lead", "Library", *ALL, cwd=here)
    for keys in ("g\n", pasted, "\n", "\n", "y\n"):
        terminal.type(keys)
    assert terminal.end() == 0
    assert reports(here, LIBRARY).endswith(
        "        note: |\n          Para one.\n\n\n          At risk: foo\n          bar"
    )
    assert "5 lines, taken as one answer." in terminal.shown


@pytest.mark.parametrize("end", ["", "\n"], ids=["open", "ended"])
def test_what_is_typed_ahead_answers_no_question(here: Path, end: str) -> None:
    """Neither the next one nor whether to save; it is left out, and that is said."""
    before = (here / PHASE_3).read_bytes()
    terminal = Terminal("report", "--lead", "Library", *ALL, cwd=here)
    terminal.type(f"g\nA note\n\n\ny\ny{end}")
    terminal.see("What has happened?\n  a sentence or two; Enter for none\n" + LEFT_OUT + "\x1b[?2004h> ")
    terminal.press("\n")
    terminal.type("\n")
    terminal.type(f"\n\n\ny\ny{end}")
    terminal.see("Enter for yes; n asks about this action again\n" + LEFT_OUT + "\x1b[?2004h> ")
    assert (here / PHASE_3).read_bytes() == before
    terminal.press("n\n")
    terminal.type("q\n")
    assert terminal.end() == 0
    assert (here / PHASE_3).read_bytes() == before
    assert terminal.shown.count(LEFT_OUT) == 2


def test_several_lines_answer_no_other_question(here: Path) -> None:
    """Pasted where a line is asked for, they are asked for once more."""
    terminal = Terminal("report", "--lead", "Library", *ALL, cwd=here)
    terminal.type("\x1b[200~a\nb\x1b[201~\n")
    terminal.type("q\n")
    assert terminal.end() == 0
    assert "That is more than one line. Type it again." in terminal.shown


def test_what_is_typed_ahead_before_it_begins_is_left_out(here: Path) -> None:
    """It may have been meant for the shell."""
    terminal = Terminal("report", "--lead", "Library", *ALL, cwd=here)
    terminal.press("g\n")
    terminal.see(LEFT_OUT + "\x1b[?2004h> ")
    terminal.press("q\n")
    assert terminal.end() == 0


def test_a_question_mark_explains_each_colour(small: Path) -> None:
    """In the plan's own key."""
    result = walk(small, "--by", "HR", typed=["?", "q"])
    assert (
        "  B On hold: the work is on hold for now\n"
        "  G On track: it is going as planned\n"
        "  A At risk: it may not be achieved\n"
        "  R Off track: it will not be achieved unless something changes\n"
        "  N Not started: nothing has been done yet\n"
    ) in result.stdout


@pytest.mark.parametrize("none", ["none", "No", "n/a", "-"])
def test_none_is_understood(small: Path, none: str) -> None:
    """Where a link or a number is asked for; also after a first link."""
    result = walk(
        small, "--by", "HR", typed=["g", "Begun", none, none, "n", "", "", "https://x.ac.uk", none, none, "y"]
    )
    assert result.stdout.count("saved: 1 ● On track") == 1
    text = (small / "plans/u/phase-1.yaml").read_text()
    assert "        note: Begun\n        evidence:\n          - url: https://x.ac.uk\n  - id: 2" in text
    assert "actual" not in text


def test_none_takes_an_earlier_link_away(small: Path) -> None:
    """As the dash does."""
    walk(small, "--by", "HR", typed=["g", "Begun", "https://x.ac.uk", "", "", "n", "", "", "none", "", "y", "q"])
    assert "        note: Begun\n  - id: 2" in (small / "plans/u/phase-1.yaml").read_text()


def test_yes_answers_whether_a_number_is_meant(here: Path) -> None:
    """It is written in the unit of the last one."""
    result = walk(here, "--lead", "TMF", typed=["g", "", "", "31", "yes", "y", "q"])
    assert "The last one was 29%. If you mean 31%, type y, else type the number again." in result.stdout
    assert "2026-06-30: 31%}" in (here / PHASE_3).read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("case-studies/nothing", "there is no case study `case-studies/nothing`: a link begins with https://."),
        ("x.ac.uk/a", "`x.ac.uk/a` is not a link: write https://x.ac.uk/a. Or"),
        ("Minutes ftp://x.ac.uk/a", "`Minutes ftp://x.ac.uk/a` is not a link: write Minutes https://x.ac.uk/a. Or"),
        ("<https://x.ac.uk/a>", "`<https://x.ac.uk/a>` is not a link: write https://x.ac.uk/a. Or"),
        ("at ://", "`at ://` is not a link: write https:// and the address, without spaces. Or"),
        ("Minutes of June", "Taken as text, without a link. Another link?"),
    ],
)
def test_a_link_is_what_the_plan_takes_as_one(here: Path, words: str, said: str) -> None:
    """What the plan would refuse is refused while it can be corrected; plain words are not a fault."""
    result = walk(here, "--lead", "Communications", typed=["g", "", words, "", "y"])
    assert said in " ".join(result.stdout.split())
    assert "saved: 1.1.2" in result.stdout


@pytest.mark.parametrize("stop", ["q", "quit", "EXIT"])
def test_several_words_stop(here: Path, stop: str) -> None:
    """At any question."""
    assert "0 reported, 0 skipped, 1 left" in walk(here, "--lead", "Library", typed=["a", stop, "", "", "y"]).stdout


def test_the_word_skips_an_action(here: Path) -> None:
    """As Enter does."""
    assert "0 reported, 1 skipped, 0 left" in walk(here, "--lead", "Library", typed=["skip"]).stdout


def test_a_date_that_is_none_or_far_away_is_asked_again(here: Path) -> None:
    """In a short sentence; a date is taken when it is typed once more, or with a yes."""
    typed = ["a", "", "whenever", "2026-02-30", "2062", "2061", "yes", "y"]
    shown = walk(here, "--lead", "Library", typed=typed).stdout.replace("\n  ", " ")
    assert "`whenever` is not a date: write 2027-03 or 2027-03-31, or press Enter to leave it." in shown
    assert "2026-02-30 does not exist: February 2026 has 28 days: write 2026-02-28 for its last day, or press" in shown
    assert "2062 is 37 years away. If you mean it, type it again." in shown
    assert "due: 2061" in reports(here, LIBRARY)


def test_long_lines_are_wrapped(tmp_path: Path) -> None:
    """At 60 columns: the last report, the report as it will be, and the end."""
    name = "The Technical Services Transformation Programme Board"
    plan = (
        "kind: plan\nformat: 1\ntitle: P\nactions:\n  - id: 1\n    title: A\n"
        f"    lead: {name}\n    updates: [{{date: 2025-05-31, rag: amber, by: {name}}}]\n"
        "  - id: 2\n    title: B\n    start: 2025-05\n"
    )
    write(tmp_path, phase_1=plan)
    typed = f"{name}\ng\n\n\ny\nq\n"
    result = tcplan("report", *DAY, cwd=tmp_path, typed=typed, COLUMNS="60")
    assert "last report  ▲ At risk on 2025-05-31 by The Technical\n               Services Transf" in result.stdout
    assert "  1 on 2026-06-30, by The Technical Services Transformation\n  Programme Board\n" in result.stdout
    assert "Saved reports stay saved; run the same command again to\ncontinue.\n" in result.stdout


def test_a_day_in_the_future_is_noted_once(here: Path) -> None:
    """2062 is a slip of the finger for 2026."""
    result = tcplan("report", "--lead", "Library", "--date", "2062-06-30", cwd=here, typed="g\n\n\n\ny\n")
    assert result.stderr.count("2062-06-30 is in the future") == 1


def test_what_is_said_names_no_option_of_other_commands(here: Path) -> None:
    """`report` takes the path itself."""
    (here / "empty").mkdir()
    result = walk(here, "empty")
    assert (result.returncode, "--in" in result.stderr, "run `tcplan report " in result.stderr) == (3, False, True)


def test_without_any_input_nothing_is_asked_twice(here: Path) -> None:
    """As a scheduler starts it, with its standard input closed."""
    start = f"import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'tcplan', 'report', *{DAY}])"
    result = subprocess.run([sys.executable, "-c", start], cwd=here, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "0 reported, 0 skipped, 6 left" in result.stdout


def test_somebody_who_owns_what_others_lead_is_told_who_reports(tmp_path: Path) -> None:
    """Not only that nothing is due from them."""
    actions = "actions:\n  - {id: 1, title: A, lead: HR, owners: [HR, Comms]}\n  - {id: 2, title: B, lead: IT}\n"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: T\n{actions}")
    said = tcplan("report", "--lead", "Comms", cwd=tmp_path).stdout
    assert "Comms owns 1, which HR leads and reports on." in said
    assert "No open action is led by them." in said
