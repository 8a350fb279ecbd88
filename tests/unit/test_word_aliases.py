"""Other words in the place of one of a few: which one is meant, and where none is, what to do instead."""

import pytest

from tcplan.findings.change import Set
from tcplan.findings.finding import Problem
from tcplan.shape.shaping import shape
from tcplan.yaml_reader.reader import read_text

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"
INSTITUTION = "kind: institution\nformat: 1\nname: Northmoor University\n"
REPORT = "actions:\n  - {{id: 1, title: T, updates: [{{date: 2026-01, rag: '{}'}}]}}\n"
OWN_KEY = "rag: {blue: paused, green: {means: complete, label: Done}, amber: on-track}\n"


def problem_of(text: str) -> Problem:
    """The one problem of a file."""
    (found,) = shape(read_text(text, "plan.yaml")).problems
    return found


def meant(text: str) -> tuple[str, str]:
    """The help of the one problem of a file, and what `--fix` would write."""
    found = problem_of(text)
    return found.help, str(found.fix.value) if isinstance(found.fix, Set) else ""


@pytest.mark.parametrize(
    ("words", "help_text", "fixed"),
    [
        ("yellow", "did you mean `amber`?", ""),
        ("Orange", "did you mean `amber`?", ""),
        ("\N{LARGE GREEN CIRCLE}", "did you mean `green`?", ""),
        ("gray", "did you mean `grey`?", "grey"),
        ("G", "did you mean `green`?", "green"),
        ("r", "did you mean `red`?", "red"),
        ("GREEN", "did you mean `green`?", "green"),
        ("Green (on track)", "did you mean `green`?", ""),
        ("light green", "did you mean `green`?", ""),
        ("Amber/Green", "write one of them: amber or green", ""),
        ("done", "did you mean `blue`?", ""),
        ("Completed", "did you mean `blue`?", ""),
        ("finished", "did you mean `blue`?", ""),
        ("on target", "did you mean `green`?", ""),
        ("not yet started", "did you mean `grey`?", ""),
        ("delayed", "write red if it is off track, or amber if it is at risk", ""),
        ("overdue", "write red if it is off track, or amber if it is at risk", ""),
        ("on hold", "write amber, or give a colour the meaning `paused` under `rag:`", ""),
        ("suspended", "write amber, or give a colour the meaning `paused` under `rag:`", ""),
        ("under way", "write green, or give a colour the meaning `in-progress` under `rag:`", ""),
        ("n/a", "leave `rag` out if no colour is reported, and say in `note` what is known", ""),
        ("tbc", "leave `rag` out if no colour is reported, and say in `note` what is known", ""),
        ("purple", "write one of: grey, red, amber, green, blue", ""),
        ("Amber (was red)", "did you mean `amber`?", ""),
        ("Green: complete", "did you mean `green`?", ""),
        ("Completed - July 2026", "did you mean `blue`?", ""),
        ("BAU", "did you mean `blue`?", ""),
        ("100%", "did you mean `blue`?", ""),
        ("\u2705", "did you mean `blue`?", ""),
        ("0%", "did you mean `grey`?", ""),
        ("Not yet due", "did you mean `grey`?", ""),
        ("80% complete", "write green, or give a colour the meaning `in-progress` under `rag:`", ""),
        ("Partially complete", "write green, or give a colour the meaning `in-progress` under `rag:`", ""),
        ("WIP", "write green, or give a colour the meaning `in-progress` under `rag:`", ""),
        ("ahead of schedule", "did you mean `green`?", ""),
        ("slightly delayed", "did you mean `amber`?", ""),
        ("Not achieved", "did you mean `red`?", ""),
        ("Cancelled", "leave `rag` out, and write how it ended under `closed`", ""),
        ("no update", "leave `rag` out if no colour is reported, and say in `note` what is known", ""),
        ("Gwyrdd", "did you mean `green`?", ""),
    ],
)
def test_words_for_a_colour_are_answered_with_the_colour(words: str, help_text: str, fixed: str) -> None:
    """With the default key; only a letter, capitals and another spelling are certain."""
    assert meant(PLAN + REPORT.format(words)) == (help_text, fixed)


@pytest.mark.parametrize(
    ("words", "help_text"),
    [
        ("finished", "did you mean `green`?"),
        ("on hold", "did you mean `blue`?"),
        ("on schedule", "did you mean `amber`?"),
        ("delayed", "write red if it is off track"),
        ("some delay", "write blue, or give a colour the meaning `at-risk` under `rag:`"),
    ],
)
def test_a_colour_is_found_by_its_meaning_in_the_plan(words: str, help_text: str) -> None:
    """In the key of this plan green is complete, blue paused and amber on track."""
    assert meant(PLAN + OWN_KEY + REPORT.format(words)) == (help_text, "")


@pytest.mark.parametrize(
    ("line", "help_text", "fixed"),
    [
        ("priority: High", "did you mean `high`?", "high"),
        ("priority: H", "did you mean `high`?", "high"),
        ("priority: med", "did you mean `medium`?", "medium"),
        ("priority: urgent", "did you mean `high`?", ""),
        ("priority: Very high", "did you mean `high`?", ""),
        ("priority: normal", "did you mean `medium`?", ""),
        ("priority: 1", "write one of: high, medium, low", ""),
        ("priority: High/Medium", "write one of them: high or medium", ""),
        ("priority: High priority", "did you mean `high`?", ""),
        ("priority: must have", "did you mean `high`?", ""),
        ("priority: tbc", "leave the key out until it is known", ""),
        ("closed: {date: 2026, why: X, as: cancelled}", "did you mean `withdrawn`?", ""),
        ("closed: {date: 2026, why: X, as: replaced}", "did you mean `superseded`?", ""),
        (
            "closed: {date: 2026, why: X, as: completed}",
            "finished work is not closed: report it under `updates` with `rag: blue`",
            "",
        ),
        ("depends_on: Action 1.2", "write 1.2", "1.2"),
        ("depends_on: see phase-1/3.4", "write phase-1/3.4", "phase-1/3.4"),
        ("depends_on: 1.1 and 1.2", "write [1.1, 1.2], since there are several", ""),
        ("depends_on: the survey", "write an id such as 2.3.1, phase-1/3.4 or n8/3", ""),
        ("continues: {ref: p/1, how: unchanged}", "did you mean `identical`?", ""),
        ("continues: {ref: p/1, how: expanded}", "did you mean `extended`?", ""),
    ],
)
def test_other_words_for_a_word_of_a_list(line: str, help_text: str, fixed: str) -> None:
    """Priorities, ways to end and ways to continue."""
    assert meant(f"{PLAN}actions:\n  - id: 1\n    title: T\n    {line}\n") == (help_text, fixed)


@pytest.mark.parametrize(
    ("line", "help_text", "fixed"),
    [
        ("type: HEI", "did you mean `university`?", ""),
        ("role: member", "did you mean `signatory`?", ""),
        ("contact: {name: A, consent: Y}", "did you mean `yes`?", "yes"),
        ("contact: {name: A, consent: agreed}", "did you mean `yes`?", ""),
        ("contact: {name: A, consent: Yes - by email}", "did you mean `yes`?", ""),
        ("contact: {name: A, consent: yet}", "write yes or no", ""),
        ("contact: {name: A, consent: oes}", "did you mean `yes`?", ""),
        ("contact: {name: A, consent: not}", "write yes or no", ""),
        ("contact: {name: A, consent: not yet}", "leave the key out until it is known", ""),
        ("contact: {name: A, consent: asked}", "leave the key out until it is known", ""),
        ("contact: {name: A, email: 'mailto:a@example.ac.uk'}", "write a@example.ac.uk", "a@example.ac.uk"),
        ("contact: {name: A, email: <a@example.ac.uk>}", "write a@example.ac.uk", "a@example.ac.uk"),
        ("contact: {name: A, email: a at example.ac.uk}", "write name@example.ac.uk", ""),
        ("cohort: Cohort 3", "did you mean `3`?", "3"),
        ("headline: {red: 25%}", "write 1/4", "1/4"),
        ("headline: {red: 0.125}", "write 1/8", "1/8"),
        ("headline: {red: 25}", "write a fraction such as 1/4", ""),
    ],
)
def test_other_words_in_an_institution(line: str, help_text: str, fixed: str) -> None:
    """Consent is not taken for given from words that may be about something else."""
    assert meant(f"{INSTITUTION}{line}\n") == (help_text, fixed)


def test_the_number_of_a_question_is_not_its_id() -> None:
    """The form calls it `q4`."""
    text = "kind: submission\nformat: 1\nform: stage-3\nanswers:\n  - {question: Question 4, text: T}\n"
    assert meant(text)[0] == "did you mean `q4`?"


@pytest.mark.parametrize(
    ("words", "help_text", "fixed"),
    [
        ("1,200", "write 1200", "1200"),
        ("12,345.5", "write 12345.5", "12345.5"),
        ("30 per cent", "write 30%", "30%"),
        ("30 pc", "write 30%", "30%"),
        ("30%.", "write 30%", "30%"),
        ("30,5%", "write 30.5 with a point, or the whole number without the comma", ""),
        ("30-40%", "write one number; a measure has one for each date", ""),
        ("30 to 40", "write one number; a measure has one for each date", ""),
        ("over 30%", "write 30%; units and remarks go into the title or into `source`", ""),
        ("30 staff", "write 30; units and remarks go into the title or into `source`", ""),
        ("n/a", "leave it out until there is a number", ""),
        ("thirty", "write 30", ""),
    ],
)
def test_numbers_as_people_write_them(words: str, help_text: str, fixed: str) -> None:
    """A unit, a range or a remark is not lost unasked."""
    assert meant(f"{PLAN}measures:\n  - {{id: m, title: T, actual: {{2026-01: '{words}'}}}}\n") == (help_text, fixed)


@pytest.mark.parametrize(
    ("line", "help_text", "fixed"),
    [
        ("success: - Web page live", "write it without the `-`: success: Web page live; ", "Web page live"),
        ("success: * Web page live", "write it without the `*`: success: Web page live; ", "Web page live"),
        ("due: - 2026-12", "write it without the `-`: due: 2026-12; ", "2026-12"),
        ("owners: - HR - IT", "begin the list on the line below `owners:`, with `- ` before each item: - HR - IT", ""),
        (
            "steps: - One\n      - Two",
            "begin the list on the line below `steps:`, with `- ` before each item: - One",
            "",
        ),
    ],
)
def test_a_list_on_the_line_of_its_key_is_one_problem(line: str, help_text: str, fixed: str) -> None:
    """And the help does not lead into another one."""
    found, written = meant(f"{PLAN}actions:\n  - id: 1\n    title: T\n    {line}\n")
    assert found.startswith(help_text)
    assert written == fixed


def test_the_word_that_a_plan_prints_for_a_colour_is_answered_with_the_colour() -> None:
    """Its own label counts more than what the word means elsewhere."""
    key = "rag: {blue: {means: complete, label: Landed}, amber: {means: at-risk, label: On hold}}\n"
    assert meant(PLAN + key + REPORT.format("Landed")) == ("did you mean `blue`?", "")
    assert meant(PLAN + key + REPORT.format("on hold")) == ("did you mean `amber`?", "")
