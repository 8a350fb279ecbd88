"""From plain values to a model: short forms, every fault once and in one run, and a model whatever is wrong."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import EXAMPLES, REPOSITORY

from tcplan.findings.marks import Marks
from tcplan.findings.place import Locator
from tcplan.findings.span import Path
from tcplan.model import KINDS, Framework, Institution, Plan, Shape, Submission
from tcplan.shape import Shaped, shape
from tcplan.shape.fields import FieldKind, fields_of, name_of, shapes_of
from tcplan.values.rag import Colour
from tcplan.yaml_reader.quoting import as_scalar
from tcplan.yaml_reader.reader import Document, read_text

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"
ACTION = f"{PLAN}actions:\n  - id: 1.1\n    title: Do it\n"
MEASURE = f"{PLAN}measures:\n  - id: m\n    title: People\n"
UPDATE = f"{ACTION}    updates:\n      - date: 2025-06\n"
INSTITUTION = "kind: institution\nformat: 1\nname: A university\n"
SUBMISSION = "kind: submission\nformat: 1\nform: stage-3\n"
FORM = "kind: framework\nformat: 1\ntype: form\ntitle: A form\n"


def read(text: str) -> Document:
    """The text as a document."""
    return read_text(text, "plan.yaml")


def found(text: str) -> list[tuple[str, Path]]:
    """The code and the path of every problem of a text."""
    return [(problem.code.code, problem.path) for problem in shape(read(text)).problems]


def plan_of(text: str) -> Plan:
    """The plan of a text that nothing is wrong with."""
    shaped = shape(read(text))
    assert shaped.problems == ()
    assert isinstance(shaped.model, Plan)
    return shaped.model


def model_of(shaped: Shaped) -> Plan:
    """The plan of a text that something is wrong with."""
    assert isinstance(shaped.model, Plan)
    return shaped.model


# Short forms.


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("owners: HROD", "owners: [HROD]"),
        ("due: 2026-03", "due: [2026-03]"),
        ("themes: visibility", "themes:\n      - visibility"),
        ("success: It is there", "success:\n      - title: It is there"),
        ("steps: [Write it, Print it]", "steps: [{title: Write it}, {title: Print it}]"),
        ("success: {title: It is there, due: 2026}", "success: [{title: It is there, due: 2026}]"),
        ("continues: phase-1/3.4", "continues: [{ref: phase-1/3.4}]"),
        ("updates: {date: 2025, rag: green}", "updates: [{date: 2025, rag: green}]"),
        ("updates: {date: 2025, evidence: Minutes}", "updates: [{date: 2025, evidence: [{title: Minutes}]}]"),
        (
            "updates: {date: 2025, evidence: case-studies/day}",
            "updates: [{date: 2025, evidence: [{ref: case-studies/day}]}]",
        ),
    ],
)
def test_one_value_stands_for_a_list_and_text_for_an_item(short: str, long: str) -> None:
    """Both ways of writing give the same model."""
    assert plan_of(f"{ACTION}    {short}\n") == plan_of(f"{ACTION}    {long}\n")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("sign_off: Vice-Chancellor", "sign_off: [{role: Vice-Chancellor}]"),
        ("rag: {green: complete}", "rag: {green: {means: complete}}"),
        ("actions: {id: 1, title: Do it}", "actions: [{id: 1, title: Do it}]"),
        ("follows: phase-1", "follows: [phase-1]"),
    ],
)
def test_short_forms_of_a_plan(short: str, long: str) -> None:
    """The same two forms serve every list and every item with a main text."""
    assert plan_of(f"{PLAN}{short}\n") == plan_of(f"{PLAN}{long}\n")


def test_short_forms_of_the_other_kinds() -> None:
    """An owner and a contact are a name, a meaning of a closing is one value."""
    institution = shape(read(f"{INSTITUTION}owners: [HROD, {{name: Deans}}]\ncontact: The lead\n")).model
    assert isinstance(institution, Institution)
    assert [owner.name for owner in institution.owners] == ["HROD", "Deans"]
    assert institution.contact is not None
    assert institution.contact.name == "The lead"
    form = shape(read(f"{FORM}closing: {{green: complete, red: [off-track, paused]}}\n")).model
    assert isinstance(form, Framework)
    assert form.closing == {"green": ("complete",), "red": ("off-track", "paused")}


def test_what_is_typed_is_what_the_model_holds() -> None:
    """Ids and texts stay as they were written; only dates, numbers and yes or no are more than text."""
    plan = plan_of(f"{PLAN}actions: [{{id: 1.10, title: no, lead: 0o17, about: 'a  b'}}]\n")
    action = plan.actions[0]
    assert (action.id, action.title, action.lead, action.about) == ("1.10", "no", "0o17", "a  b")


def test_a_no_break_space_in_a_name_is_a_space() -> None:
    """Two names that look alike are one, however a word processor has written them."""
    plan = plan_of(f"{ACTION}    lead: Technical\u00a0Managers\n    owners: [Technical\u00a0Managers]\n")
    assert (plan.actions[0].lead, *plan.actions[0].owners) == ("Technical Managers", "Technical Managers")


# Absent and empty.


@pytest.mark.parametrize("text", ["", "lead:", "lead: # later", "about:", "owners:", "owners: []", "due:", "closed:"])
def test_an_empty_plain_value_is_absent(text: str) -> None:
    """A key without a value says as much as no key at all."""
    assert plan_of(f"{ACTION}    {text}\n") == plan_of(ACTION)


def test_quoted_nothing_is_empty_text() -> None:
    """Prose may be empty on purpose."""
    assert plan_of(f'{ACTION}    about: ""\n').actions[0].about == ""


# One mistake, one problem.


class Mistake(NamedTuple):
    """A text with one mistake, the code and path of its one problem, and how the help begins."""

    text: str
    code: str
    path: Path
    help: str = ""


HERE = ("actions", 0)

MISTAKES = {
    # The head of a file.
    "kind-missing": Mistake(
        "format: 1\ntitle: A plan\nactions: []\nperiod: {start: 2025}\n",
        "TC010",
        ("kind",),
        "did you mean `kind: plan`?",
    ),
    "kind-missing-and-unclear": Mistake(
        "title: A plan\nformat: 1\n", "TC010", ("kind",), "write `kind:` and one of plan,"
    ),
    "kind-unknown": Mistake("kind: recipe\nformat: 1\n", "TC010", ("kind",), "write `kind:` and one of plan,"),
    "kind-misspelt": Mistake(
        "kind: paln\nformat: 1\ntitle: A plan\n", "TC010", ("kind",), "did you mean `kind: plan`?"
    ),
    "kind-in-capitals": Mistake(
        "kind: Plan\nformat: 1\ntitle: A plan\n", "TC010", ("kind",), "did you mean `kind: plan`?"
    ),
    "kind-is-a-list": Mistake(
        "kind: [plan]\nformat: 1\ntitle: A plan\nactions: []\n", "TC010", ("kind",), "did you mean `kind: plan`?"
    ),
    "kind-half-quoted": Mistake(
        'kind: "plan\nformat: 1\ntitle: A plan\n', "TC004", ("kind",), 'write the line as: kind: "plan"'
    ),
    "key-kind-misspelt": Mistake("knd: plan\nformat: 1\ntitle: A plan\n", "TC012", ("knd",), "did you mean `kind`?"),
    "key-kind-in-capitals": Mistake(
        "Kind: plan\nformat: 1\ntitle: A plan\n", "TC012", ("Kind",), "did you mean `kind`?"
    ),
    "key-format-misspelt": Mistake(
        "kind: plan\nfromat: 1\ntitle: A plan\n", "TC012", ("fromat",), "did you mean `format`?"
    ),
    "format-missing": Mistake("kind: plan\ntitle: A plan\n", "TC011", ("format",), "add `format: 1`"),
    "format-missing-beside-form": Mistake("kind: submission\nform: stage-3\n", "TC011", ("format",), "add `format: 1`"),
    "format-of-tomorrow": Mistake(
        "kind: plan\nformat: 2\ntitle: A plan\nnew: x\n", "TC011", ("format",), "write `format: 1`, or"
    ),
    "format-is-a-list": Mistake(
        "kind: plan\nformat: [1]\ntitle: A plan\n", "TC011", ("format",), "write `format: 1`, or"
    ),
    "file-empty": Mistake("# nothing yet\n", "TC010", (), "begin with `kind:`"),
    "file-is-a-list": Mistake("- id: 1\n", "TC010", (), "begin with `kind:`"),
    "file-is-words": Mistake("To be written\n", "TC010", (), "begin with `kind:`"),
    "file-is-words-with-a-colon": Mistake("Our plan: to be: written\n", "TC004", (), "put the whole text in quotes"),
    # Keys.
    "key-misspelt": Mistake(f"{ACTION}    owenrs: HROD\n", "TC012", (*HERE, "owenrs"), "did you mean `owners`?"),
    "key-in-capitals": Mistake(f"{ACTION}    Owners: HROD\n", "TC012", (*HERE, "Owners"), "did you mean `owners`?"),
    "key-in-two-words": Mistake(
        f"{ACTION}    measured by: m\n", "TC012", (*HERE, "measured by"), "did you mean `measured_by`?"
    ),
    "key-with-hyphen": Mistake(
        f"{ACTION}    depends-on: '1.2'\n", "TC012", (*HERE, "depends-on"), "did you mean `depends_on`?"
    ),
    "required-key-misspelt": Mistake(
        f"{PLAN}actions:\n  - id: 1\n    titel: x\n", "TC012", (*HERE, "titel"), "did you mean `title`?"
    ),
    "required-key-misspelt-and-empty": Mistake(
        f"{PLAN}actions:\n  - id: 1\n    titel:\n", "TC012", (*HERE, "titel"), "did you mean `title`?"
    ),
    "key-misspelt-beside-the-right-one": Mistake(
        f"{ACTION}    titel: x\n", "TC012", (*HERE, "titel"), "`title` is here as well"
    ),
    "key-unknown": Mistake(f"{ACTION}    budget: 100\n", "TC012", (*HERE, "budget"), "the keys here are: id, title,"),
    "key-unknown-and-empty": Mistake(
        f"{ACTION}    budget:\n", "TC012", (*HERE, "budget"), "the keys here are: id, title,"
    ),
    "key-unknown-with-much-below": Mistake(
        f"{ACTION}    budget: {{a: [1, {{b: c}}]}}\n", "TC012", (*HERE, "budget"), "the keys"
    ),
    "key-without-a-name": Mistake(f"{ACTION}    : x\n", "TC012", (*HERE, ""), "the keys here are: id, title,"),
    "table-misspelt": Mistake(
        f"{PLAN}actoins:\n  - id: 1.1\n    title: Do it\n", "TC012", ("actoins",), "did you mean `actions`?"
    ),
    "key-of-a-short-form-in-capitals": Mistake(
        f"{ACTION}    success: {{title: x, Due: 2026}}\n", "TC012", (*HERE, "success", "Due"), "did you mean `due`?"
    ),
    "root-key-in-two-words": Mistake(
        f"{INSTITUTION}Web page: https://a.org\n", "TC012", ("Web page",), "did you mean `webpage`?"
    ),
    "colour-misspelt": Mistake(f"{PLAN}rag: {{gren: complete}}\n", "TC015", ("rag", "gren"), "did you mean `green`?"),
    "colour-unknown": Mistake(
        f"{PLAN}rag: {{purple: complete}}\n", "TC015", ("rag", "purple"), "write one of: grey, red,"
    ),
    "date-key-impossible": Mistake(
        f"{MEASURE}    targets: {{2025-13: 30%}}\n", "TC301", ("measures", 0, "targets", "2025-13"), "months run"
    ),
    "key-twice": Mistake(f"{ACTION}    title: Do more\n", "TC003", (*HERE, "title"), "delete one of the two"),
    # Keys that belong elsewhere.
    "key-of-an-entry-below": Mistake(
        f"{ACTION}    rag: green\n", "TC013", (*HERE, "rag"), "move it into an entry of `updates`"
    ),
    "key-of-the-entry-around": Mistake(
        f"{UPDATE}        owners: HROD\n",
        "TC013",
        (*HERE, "updates", 0, "owners"),
        "indent it less, so that it belongs to the action",
    ),
    "key-of-the-plan": Mistake(
        f"{ACTION}    period: {{start: 2025}}\n",
        "TC013",
        (*HERE, "period"),
        "indent it less, so that it belongs to the plan",
    ),
    "key-of-another-entry": Mistake(
        f"{PLAN}pillars: [{{id: 1, title: x, steps: y}}]\n",
        "TC013",
        ("pillars", 0, "steps"),
        "it is a key of an action",
    ),
    # Missing and empty.
    "title-of-the-plan-missing": Mistake("kind: plan\nformat: 1\n", "TC016", ("title",), "add `title:` to it"),
    "title-missing": Mistake(f"{PLAN}actions:\n  - id: 1.1\n", "TC016", (*HERE, "title"), "add `title:` to it"),
    "title-absent": Mistake(
        f"{PLAN}actions:\n  - id: 1.1\n    title:\n", "TC016", (*HERE, "title"), "write it after the colon"
    ),
    "title-empty": Mistake(
        f'{PLAN}actions:\n  - id: 1.1\n    title: ""\n', "TC016", (*HERE, "title"), "write the title"
    ),
    "id-missing": Mistake(f"{PLAN}actions:\n  - title: Do it\n", "TC016", (*HERE, "id"), "add `id:` to it"),
    "question-missing": Mistake(
        f"{SUBMISSION}answers: [{{text: x}}, {{question: q2}}]\n",
        "TC016",
        ("answers", 0, "question"),
        "add `question:`",
    ),
    "item-empty": Mistake(f"{PLAN}actions:\n  -\n", "TC016", HERE, "fill it in, or delete it"),
    "name-empty": Mistake(f"{ACTION}    owners: [HROD, '']\n", "TC016", (*HERE, "owners", 1), "write the name"),
    "text-item-empty": Mistake(
        f"{ACTION}    owners:\n      - HROD\n      -\n", "TC016", (*HERE, "owners", 1), "write a name, or"
    ),
    "date-of-an-update-missing": Mistake(
        f"{ACTION}    updates: [{{rag: green}}]\n", "TC016", (*HERE, "updates", 0, "date"), "add `date:`"
    ),
    "null-word": Mistake(
        f"{PLAN}actions:\n  - id: 1.1\n    title: ~\n", "TC006", (*HERE, "title"), "leave the value out"
    ),
    # Values.
    "word-misspelt": Mistake(f"{ACTION}    priority: hgih\n", "TC015", (*HERE, "priority"), "did you mean `high`?"),
    "word-in-capitals": Mistake(
        f"{UPDATE}        rag: Green\n", "TC015", (*HERE, "updates", 0, "rag"), "did you mean `green`?"
    ),
    "word-unknown": Mistake(
        f"{ACTION}    priority: important\n", "TC015", (*HERE, "priority"), "write one of: high, medium, low"
    ),
    "word-of-a-key-misspelt": Mistake(
        f"{PLAN}rag: {{green: on-trak}}\n", "TC015", ("rag", "green"), "did you mean `on-track`?"
    ),
    "yes-or-no-unknown": Mistake(f"{FORM}provisional: perhaps\n", "TC015", ("provisional",), "write yes or no"),
    "date-impossible": Mistake(
        f"{ACTION}    due: 2018-06-31\n", "TC301", (*HERE, "due"), "write 2018-06-30 for its last day"
    ),
    "date-of-a-list-impossible": Mistake(
        f"{ACTION}    due: [2025-03, 2025-13]\n", "TC301", (*HERE, "due", 1), "months run"
    ),
    "date-spelt-otherwise": Mistake(
        f"{ACTION}    due: May-19\n", "TC301", (*HERE, "due"), "write 2019-05 for the whole month"
    ),
    "required-date-impossible": Mistake(
        f"{ACTION}    updates: [{{date: soon}}]\n", "TC301", (*HERE, "updates", 0, "date"), "write 2028"
    ),
    "length-of-time": Mistake(f"{PLAN}review_every: termly\n", "TC301", ("review_every",), "write 4 months"),
    "id-with-spaces": Mistake(
        f"{PLAN}actions:\n  - id: one two\n    title: x\n", "TC017", (*HERE, "id"), "use letters, digits"
    ),
    "id-in-a-list-with-spaces": Mistake(
        f"{ACTION}    measured_by: [a b]\n", "TC017", (*HERE, "measured_by", 0), "use letters, digits"
    ),
    "reference": Mistake(f"{ACTION}    aligns: see phase 1\n", "TC017", (*HERE, "aligns"), "write an id such as"),
    "themes-in-one-line": Mistake(
        f"{ACTION}    themes: Visibility, recognition\n", "TC017", (*HERE, "themes"), "write [visibility, recognition]"
    ),
    "two-leads": Mistake(
        f"{ACTION}    lead: [HR, Estates]\n",
        "TC014",
        (*HERE, "lead"),
        "write one lead, and move the others to `owners`",
    ),
    "heading-of-a-table": Mistake(f"{ACTION}    deadline: soon\n", "TC012", (*HERE, "deadline"), "did you mean `due`?"),
    "heading-in-capitals": Mistake(
        f"{ACTION}    Success criteria: A policy\n", "TC012", (*HERE, "Success criteria"), "did you mean `success`?"
    ),
    "heading-of-an-update": Mistake(
        f"{ACTION}    status: amber\n", "TC012", (*HERE, "status"), "move it into an entry of `updates`, as `rag`"
    ),
    "heading-of-a-title": Mistake(
        f"{PLAN}actions:\n  - id: 1\n    name: Do it\n", "TC012", (*HERE, "name"), "did you mean `title`?"
    ),
    "heading-with-a-list-for-a-title": Mistake(
        f"{PLAN}actions:\n  - id: 1\n    name: [Do it]\n", "TC012", (*HERE, "name"), "did you mean `title`?"
    ),
    "date-in-curly-quotes": Mistake(
        f"{ACTION}    due: \u201c2027-03\u201d\n", "TC301", (*HERE, "due"), "delete the curly quotes around it"
    ),
    "key-in-curly-quotes": Mistake(
        f"{ACTION}    \u2018lead\u2019: HR\n", "TC012", (*HERE, "\u2018lead\u2019"), "delete the curly quotes around it"
    ),
    "meaning-for-a-colour": Mistake(
        f"{UPDATE}        rag: on track\n", "TC015", (*HERE, "updates", 0, "rag"), "did you mean `green`?"
    ),
    "acceptance-without-a-reason": Mistake(
        f"{PLAN}accepted:\n  - rule: gap-in-numbering\n", "TC016", ("accepted", 0, "why"), "add `why:`"
    ),
    "theme-in-words": Mistake(
        f"{ACTION}    themes: Career Development\n", "TC017", (*HERE, "themes"), "did you mean `career-development`?"
    ),
    "web-address": Mistake(
        f"{INSTITUTION}webpage: www.example.ac.uk\n", "TC017", ("webpage",), "begin with https://, and write"
    ),
    "e-mail-address": Mistake(
        f"{INSTITUTION}contact: {{name: x, email: nobody}}\n", "TC017", ("contact", "email"), "write name@"
    ),
    "whole-number": Mistake(
        f"{PLAN}voice: [{{id: s, title: x, reached: many}}]\n", "TC017", ("voice", 0, "reached"), "write digits only"
    ),
    "quantity": Mistake(
        f"{MEASURE}    targets: {{end: forty}}\n", "TC017", ("measures", 0, "targets", "end"), "write 40"
    ),
    "share": Mistake(
        f"{INSTITUTION}headline: {{red: 3/2}}\n", "TC017", ("headline", "red"), "write a fraction such as 1/4"
    ),
    # Values of another form.
    "table-is-words": Mistake(
        f"{PLAN}actions: to be decided\n", "TC014", ("actions",), "write an action (id: ..., title: ...)"
    ),
    "update-is-words": Mistake(
        f"{ACTION}    updates: Two sessions held\n",
        "TC014",
        (*HERE, "updates"),
        "write updates: [{date: 2026-06, rag: green, note: Two sessions held}]",
    ),
    "action-is-words": Mistake(f"{PLAN}actions: [Do it]\n", "TC014", HERE, "write an action (id: ..., title: ...)"),
    "action-is-a-list": Mistake(f"{PLAN}actions: [[Do it]]\n", "TC014", HERE, "write an action (id: ..., title: ...)"),
    "closure-is-words": Mistake(
        f"{ACTION}    closed: withdrawn\n", "TC014", (*HERE, "closed"), "write closed: {date: 2026-06, as: withdrawn,"
    ),
    "period-is-a-year": Mistake(
        f"{PLAN}period: 2025\n", "TC014", ("period",), "write period: {start: 2025-01, end: 2025-12}"
    ),
    "period-is-a-list": Mistake(
        f"{PLAN}period: [2025-01, 2027-12]\n", "TC014", ("period",), "write period: {start: 2026-01, end: 2028-12}"
    ),
    "key-of-colours-is-a-word": Mistake(f"{PLAN}rag: green\n", "TC014", ("rag",), "write a mapping (key: value)"),
    "targets-are-a-number": Mistake(
        f"{MEASURE}    targets: 30%\n", "TC014", ("measures", 0, "targets"), "write targets: {end: 30%}"
    ),
    "target-is-a-list": Mistake(
        f"{MEASURE}    targets: {{end: [1, 2]}}\n", "TC014", ("measures", 0, "targets", "end"), "write a number"
    ),
    "lead-is-a-list": Mistake(f"{ACTION}    lead:\n      - HROD\n", "TC014", (*HERE, "lead"), "write a name"),
    "lead-is-in-brackets": Mistake(
        f"{ACTION}    lead: [tbc]\n",
        "TC014",
        (*HERE, "lead"),
        "write it without the brackets",
    ),
    "word-is-in-brackets": Mistake(
        f"{ACTION}    priority: [high]\n", "TC014", (*HERE, "priority"), "write one of high, medium, low"
    ),
    "owner-is-a-mapping": Mistake(
        f"{ACTION}    owners: [{{name: HROD}}]\n", "TC014", (*HERE, "owners", 0), "write a name"
    ),
    "id-is-a-list": Mistake(f"{PLAN}actions:\n  - id: [1]\n    title: x\n", "TC014", (*HERE, "id"), "write an id"),
    # Words that YAML would eat.
    "words-became-a-key": Mistake(
        f"{ACTION}    success:\n      - Criteria published: online\n",
        "TC004",
        (*HERE, "success", 0, "Criteria published"),
        'put the words in quotes: "Criteria published: online"',
    ),
    "words-with-a-colon-at-the-end": Mistake(
        f"{ACTION}    success:\n      - We will:\n",
        "TC004",
        (*HERE, "success", 0, "We will"),
        'put the words in quotes: "We will:"',
    ),
    "colon-in-title": Mistake(
        f"{PLAN}actions:\n  - id: 1\n    title: Phase 2: it\n", "TC004", (*HERE, "title"), "write the line as: title:"
    ),
    "percent-in-a-number": Mistake(
        f"{MEASURE}    about: % of staff\n", "TC004", ("measures", 0, "about"), "write the line as: about:"
    ),
    "unclosed-brace": Mistake(
        f"{PLAN}period: {{start: 2025, end: 2027\nlanguage: en-GB\n", "TC004", ("period",), "close it with `}`"
    ),
    "comma-in-braces": Mistake(
        f"{PLAN}sign_off: {{role: Provost, Vice-Chancellor}}\n",
        "TC004",
        ("sign_off", "role"),
        "put the words in quotes",
    ),
    "comment-after-prose": Mistake(
        f"{ACTION}    about: We are #1\n", "TC004", (*HERE, "about"), "if they belong to the text"
    ),
    "comment-in-place-of-a-name": Mistake(
        f"{ACTION}    lead: #TechsCommit\n",
        "TC004",
        (*HERE, "lead"),
        'if they belong to the text, write lead: "#TechsCommit"',
    ),
    "comment-in-place-of-a-title": Mistake(
        f"{PLAN}actions:\n  - id: 1\n    title: #TechsCommit day\n", "TC004", (*HERE, "title"), "if they belong"
    ),
    "item-below-a-value": Mistake(
        f"{ACTION}    owners: HROD\n      - Deans\n", "TC004", (*HERE, "owners"), "write the first item on its own line"
    ),
    # What plans do without.
    "anchor": Mistake(f"{ACTION}    lead: &hr HROD\n", "TC005", (*HERE, "lead"), "if these are words"),
    "alias-in-place-of-an-id": Mistake(
        f"{ACTION}    measured_by: *m\n", "TC005", (*HERE, "measured_by"), "put the words in quotes"
    ),
    "placeholder-of-a-template": Mistake(
        f"{ACTION}    lead: {{{{ lead }}}}\n", "TC005", (*HERE, "lead"), "if these are words"
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_one_mistake_is_one_problem(mistake: Mistake) -> None:
    """Exactly one, at its own place, with what to do: none is the echo of another."""
    document = read(mistake.text)
    problems = shape(document).problems
    assert [(problem.code.code, problem.path) for problem in problems] == [(mistake.code, mistake.path)]
    assert problems[0].help.startswith(mistake.help)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_message_is_a_sentence_for_people(mistake: Mistake) -> None:
    """One line, without a full stop, the name of a Python type or a pattern."""
    [problem] = shape(read(mistake.text)).problems
    for words in (problem.message, problem.help):
        assert words == " ".join(words.splitlines()).rstrip(".")
        assert not any(jargon in words for jargon in ("dict", "tuple", "NoneType", "str ", "\\d", "[A-Z", "valid "))


RECOVERABLE = {
    name: mistake
    for name, mistake in MISTAKES.items()
    if mistake.code not in ("TC010", "TC011") and mistake.path not in ((), ("title",))
}


@pytest.mark.parametrize("mistake", RECOVERABLE.values(), ids=RECOVERABLE.keys())
def test_the_rest_of_the_file_is_still_read(mistake: Mistake) -> None:
    """Whatever is wrong, the model is there, and the values beside the mistake are its own."""
    model = shape(read(mistake.text)).model
    assert model is not None
    values = [getattr(model, key, "") for key in ("title", "name", "form")]
    assert {"A plan", "A university", "stage-3", "A form"}.intersection(values)


def test_a_long_text_is_cut_in_a_message() -> None:
    """A page of prose in the wrong place does not fill the terminal."""
    prose = "".join(f"      Sentence {number} of a long text.\n" for number in range(100))
    [problem] = shape(read(f"{ACTION}    closed: |\n{prose}    due: 2026\n")).problems
    assert len(problem.message) < 200
    assert problem.message.startswith("`Sentence 0 of a long text. Sentence 1")


# Wrong types at every place that a model has.


class Wrong(NamedTuple):
    """Sound data of a kind with one value of the wrong form, and where it is."""

    data: dict[str, Any]
    path: Path


def wrong_forms() -> Iterator[tuple[str, Wrong]]:
    """Every field of every shape, with text, a list or a mapping where it does not belong."""
    for kind, model in KINDS.items():
        data = {**minimal(model), "kind": kind, "format": "1"}
        for path, field in fields_below(model, ()):
            for name, value in wrong_values(field):
                yield f"{kind}-{'-'.join(map(str, path))}-is-{name}", Wrong(placed(data, model, path, value), path)


def minimal(model: type[Shape]) -> dict[str, Any]:
    """The least that this shape needs."""
    sound = {"?": "x1", "https://unknown.invalid": "https://a.org"}
    needed = [field for field in fields_of(model).values() if field.required]
    return {field.name: sound.get(leaf.placeholder, leaf.placeholder) for field in needed if (leaf := field.leaf)}


def fields_below(model: type[Shape], path: Path) -> Iterator[tuple[Path, FieldKind]]:
    """Every field of a shape and of the shapes that it holds, with the path of the first of each list."""
    for field in fields_of(model).values():
        if field.name in ("kind", "format"):
            continue
        yield (*path, field.name), field
        if field.shape is not None and not field.mapping:
            yield from fields_below(field.shape, (*path, field.name, *((0,) if field.many else ())))


def wrong_values(field: FieldKind) -> Iterator[tuple[str, Any]]:
    """What a field may not hold, by its form."""
    if field.mapping:
        yield from (("text", "words"), ("a-list", ["words"]))
    elif field.leaf is not None:
        yield from (("a-mapping", {"a": "b"}), ("a-list-too-many", [["a"]] if field.many else ["a"]))
    elif field.shape is not None:
        yield "a-list-too-many", [["a"]] if field.many else ["a"]
        if not field.shape.main_for("words"):
            yield "text", "words"


def placed(data: dict[str, Any], model: type[Shape], path: Path, value: Any) -> dict[str, Any]:
    """A copy of the data with a value at a path, the entries above it being the least that they may be."""
    data = deepcopy(data)
    holder, here = data, model
    for step in path[:-1]:
        if isinstance(step, str):
            inner = cast("type[Shape]", fields_of(here)[step].shape)
            entry = minimal(inner)
            holder[step] = [entry] if fields_of(here)[step].many else entry
            holder, here = entry, inner
    holder[str(path[-1])] = value
    return data


WRONG = dict(wrong_forms())


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_value_of_the_wrong_form_is_one_problem_wherever_it_is(wrong: Wrong) -> None:
    """A list, a mapping or words where something else is expected: the rest is read, and one problem says so."""
    shaped = shape(Document("plan.yaml", "", wrong.data, Marks(), ()))
    assert shaped.model is not None
    [problem] = shaped.problems
    assert problem.code.code == "TC014"
    assert problem.path in (wrong.path, (*wrong.path, 0))


# Everything in one run.


def test_faults_below_a_misspelt_key_are_found_in_the_same_run() -> None:
    """Each is at its own line, under the key as it is written."""
    document = read(
        f"{PLAN}actoins:\n"
        "  - id: 1.1\n"
        "    title: Do it\n"
        "    updats:\n"
        "      - dat: 2025-13\n"
        "        rag: gren\n"
        "        evidnce: {titel: Minutes, url: here}\n",
    )
    shaped = shape(document)
    update = ("actoins", 0, "updats", 0)
    assert {(problem.code.code, problem.path) for problem in shaped.problems} == {
        ("TC012", ("actoins",)),
        ("TC012", ("actoins", 0, "updats")),
        ("TC012", (*update, "dat")),
        ("TC301", (*update, "dat")),
        ("TC015", (*update, "rag")),
        ("TC012", (*update, "evidnce")),
        ("TC012", (*update, "evidnce", "titel")),
        ("TC017", (*update, "evidnce", "url")),
    }
    locator = Locator("plan.yaml", document.text, document.marks, document.data)
    lines = {problem.path[-1]: locator.finding(problem).place.line for problem in shaped.problems}
    assert lines == {"actoins": 4, "updats": 7, "dat": 8, "rag": 9, "evidnce": 10, "titel": 10, "url": 10}
    evidence = model_of(shaped).actions[0].updates[0].evidence[0]
    assert (evidence.title, evidence.url) == ("Minutes", None)


def test_a_misspelt_colour_and_what_it_means_are_two_problems() -> None:
    """Both are found, and the colour that was meant is in the key."""
    shaped = shape(read(f"{PLAN}rag: {{gren: {{means: on-trak, label: On target}}}}\n"))
    assert [problem.path for problem in shaped.problems] == [("rag", "gren"), ("rag", "gren", "means")]
    assert model_of(shaped).rag[Colour.GREEN].label == "On target"


def test_two_keys_that_could_both_be_meant_are_one_problem_each() -> None:
    """The first takes the name; the second is unknown."""
    shaped = shape(read(f"{PLAN}rag: {{gren: complete, greeen: paused}}\n"))
    assert [problem.path for problem in shaped.problems] == [("rag", "gren"), ("rag", "greeen")]
    assert list(model_of(shaped).rag) == ["green"]
    assert found(f"{PLAN}actions:\n  - id: 1\n    titel: x\n    tittle: y\n") == [
        ("TC012", (*HERE, "titel")),
        ("TC012", (*HERE, "tittle")),
    ]


def test_many_faults_are_all_found() -> None:
    """One run finds faults of reading and of shape."""
    text = (
        "kind: plan\n"
        "format: 1\n"
        "title: Our plan: the second\n"
        "period: {start: 2025-01, end: 2024-13}\n"
        "pillars:\n"
        "  - id: 1\n"
        "    title: ~\n"
        "    colour: red\n"
        "objectives:\n"
        "  - title: Without a number\n"
        "actions:\n"
        "  - id: 1.1.1\n"
        "    title: Publish [draft] #1\n"
        "    due: [May-19, 2026]\n"
        "    priority: hgih\n"
        "    priority: low\n"
    )
    assert sorted(found(text), key=str) == sorted(
        [
            ("TC003", (*HERE, "priority")),
            ("TC004", ("title",)),
            ("TC004", (*HERE, "title")),
            ("TC006", ("pillars", 0, "title")),
            ("TC012", ("pillars", 0, "colour")),
            ("TC015", (*HERE, "priority")),
            ("TC016", ("objectives", 0, "id")),
            ("TC301", ("period", "end")),
            ("TC301", (*HERE, "due", 0)),
        ],
        key=str,
    )


def test_the_problems_of_reading_come_first() -> None:
    """The problems that YAML has come before those of the model."""
    codes = [code for code, _ in found(f"{ACTION}    priority: hgih\n    lead: ~\n")]
    assert codes == ["TC006", "TC015"]


# The guessed id.


@pytest.mark.parametrize(
    ("ids", "guessed"),
    [
        (["1.1", None, "1.3"], "1.2"),
        ([None, "1.2"], "1.1"),
        (["1.1", None, "1.2", "1.3"], "entry-2"),
        (["1.1", None], "1.2"),
        (["1.9", None], "1.10"),
        (["A-3", None], "A-4"),
        ([None], "entry-1"),
        (["one", None], "entry-2"),
        ([None, "1"], "entry-1"),
        (["one two 3", None], "entry-2"),
    ],
)
def test_an_entry_without_an_id_gets_the_one_it_probably_has(ids: list[str | None], guessed: str) -> None:
    """So that references to it do not dangle as well; where somebody has that id already, one that nobody has."""
    actions = [{"title": "x"} if one is None else {"id": one, "title": "x"} for one in ids]
    data = {"kind": "plan", "format": "1", "title": "A plan", "actions": actions}
    plan = model_of(shape(Document("plan.yaml", "", cast("Any", data), Marks(), ())))
    assert plan.actions[ids.index(None)].id == guessed


def test_two_entries_without_ids_get_different_ones() -> None:
    """An invented id makes no duplicate."""
    plan = model_of(shape(read(f"{PLAN}actions: [{{id: 1, title: x}}, {{title: y}}, {{title: z}}]\n")))
    assert len({action.id for action in plan.actions}) == 3


def test_an_id_that_is_not_text_is_the_only_problem() -> None:
    """A list in the place of an id next to an entry without one."""
    assert found(f"{PLAN}actions: [{{id: [1], title: x}}, {{title: y}}]\n") == [
        ("TC014", (*HERE, "id")),
        ("TC016", ("actions", 1, "id")),
    ]


def test_an_answer_without_its_question_gets_the_next_one() -> None:
    """Questions are ids as well."""
    model = shape(read(f"{SUBMISSION}answers: [{{question: q1}}, {{text: x}}]\n")).model
    assert isinstance(model, Submission)
    assert [answer.question for answer in model.answers] == ["q1", "q2"]


# Comments after words.


@pytest.mark.parametrize(
    "line",
    [
        "about: Words # a remark",
        "about: Words #TechsCommit",
        "success: A criterion # a remark",
        "success: [A criterion # a remark\n      ]",
        "lead: HROD #TechsCommit",
        "owners:\n      - HROD #2",
        "continues: phase-1/3.4 #moved",
        "due: 2026-03 #moved",
    ],
)
def test_words_after_a_hash_are_reported(line: str) -> None:
    """After prose any remark may be meant as part of it, after other words one without a space."""
    assert [code for code, _ in found(f"{ACTION}    {line}\n")] == ["TC004"]


@pytest.mark.parametrize(
    "line",
    [
        "lead: HROD # a remark",
        "lead: # a remark",
        "due: 2026-03 # a remark",
        "due: [2026-03, 2026-12] # a remark",
        "continues: phase-1/3.4 # a remark",
        "priority: high #really",
        "about: 'Words' # a remark",
        "about: |  # a remark\n      Words # and more",
        "about: C# and F#",
        "about:\n      # a remark\n      Words",
        "updates: # a remark\n      - date: 2025",
        "# a remark",
        "lead: HROD ## a remark",
        "due: 2026-03 #",
        "due: 2026-03 #!x",
    ],
)
def test_ordinary_remarks_are_left_alone(line: str) -> None:
    """What nobody could have meant as part of a value is a comment."""
    assert found(f"{ACTION}    {line}\n") == []


def test_remarks_after_the_owners_of_an_institution_are_left_alone() -> None:
    """The name of an owner is not prose."""
    assert found(f"{INSTITUTION}owners:\n  - HROD # our own spelling\n") == []
    assert found(f"{INSTITUTION}owners:\n  - HR #2\n") == [("TC004", ("owners", 0))]


@pytest.mark.parametrize("text", ["the technicians'", 'a word that nobody says"', 'they say "so"', "x'"])
def test_a_text_that_ends_with_a_quote_is_written_so_that_nothing_is_amiss(text: str) -> None:
    """A quote at the end looks as if one had been lost at the beginning, unless all of the text is in quotes."""
    assert found(f"{ACTION}    about: {as_scalar(text)}\n    owners: [{as_scalar(text, in_brackets=True)}]\n") == []


# Taint: where rules stay silent.


@pytest.mark.parametrize(
    ("line", "tainted", "sound"),
    [
        ("due: 2018-06-31", (*HERE, "due", 0), (*HERE, "title")),
        ("titel: x", (*HERE, "titel"), (*HERE, "title")),
        ("updates: {date: soon, rag: red}", (*HERE, "updates", 0, "date"), (*HERE, "updates", 0, "rag")),
        ("updates: {date: soon, rag: red}", (*HERE, "updates"), HERE),
        ("lead: ~", (*HERE, "lead"), (*HERE, "owners")),
        ("lead: @home", (*HERE, "lead"), HERE),
        ("success: {title: ~}", (*HERE, "success", 0, "title"), (*HERE, "success", 0, "due")),
        ("sucess: {title: ~}", (*HERE, "success", 0, "title"), (*HERE, "success", 0, "due")),
        ("lead: #TechsCommit", (*HERE, "lead"), (*HERE, "owners")),
    ],
)
def test_what_was_recovered_is_tainted_and_nothing_else(line: str, tainted: Path, sound: Path) -> None:
    """A recovered value, what is in it, and the field of an entry that holds it; not the entry itself."""
    shaped = shape(read(f"{ACTION}    {line}\n"))
    assert shaped.is_tainted(tainted)
    assert not shaped.is_tainted(sound)


def test_a_misspelt_key_with_a_sound_value_is_not_tainted() -> None:
    """What was meant is beyond doubt, so rules look at it; they see it under the right key, people under theirs."""
    shaped = shape(read(f"{ACTION}    owenrs: HROD\n"))
    assert not shaped.is_tainted((*HERE, "owners", 0))
    assert shaped.path_map.origin((*HERE, "owners", 0)) == (*HERE, "owenrs")


def test_a_duplicate_key_is_not_tainted() -> None:
    """The first value is known."""
    assert not shape(read(f"{ACTION}    title: Do more\n")).is_tainted((*HERE, "title"))


def test_a_sound_file_is_not_tainted() -> None:
    """Nowhere."""
    assert not shape(read(ACTION)).is_tainted(HERE)


# The data.


def test_the_document_is_not_changed() -> None:
    """Recoveries are made in a copy."""
    document = read(f"{ACTION}    titel: x\n    due: soon\n    updates: {{rag: red}}\n")
    before = deepcopy(document.data)
    shape(document)
    assert document.data == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_of_every_kind_is_sound(kind: str) -> None:
    """The required keys alone make a model."""
    shaped = shape(Document("x.yaml", "", {**minimal(KINDS[kind]), "kind": kind, "format": "1"}, Marks(), ()))
    assert shaped.problems == ()
    assert type(shaped.model) is KINDS[kind]


# Properties.

PLANS = tuple(
    read_text(file.read_text("utf-8"), file.name)
    for file in (EXAMPLES / "plans/northmoor/phase-3.yaml", REPOSITORY / "plans/durham/phase-2.yaml")
)
VALUES: tuple[Any, ...] = (
    "",
    "x",
    "12",
    "2025-13",
    "a\nb",
    "y" * 300,
    "[key]",
    None,
    [],
    {},
    ["a"],
    [None],
    {"a": "b"},
    {"title": None},
    [["a"]],
)
NAMES = ("title", "id", "due", "date", "Some words", "", "[key]", "x")


def places(data: object, path: Path = ()) -> Iterator[Path]:
    """Every path of some data but those of `kind` and `format`."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        if (*path, step) not in (("kind",), ("format",)):
            yield (*path, step)
            yield from places(value, (*path, step))


def mutate(data: dict[str, Any], random: Random) -> None:
    """Change one place: delete or rename its key, replace, wrap or unwrap its value."""
    path = random.choice(list(places(data)))
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    key, value = path[-1], holder[path[-1]]
    match random.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            name = random.choice([*NAMES, str(key)[::-1], f"{key}s", str(key).upper()])
            if name not in ("kind", "format"):
                holder[name] = holder.pop(key)
        case 2:
            holder[key] = random.choice([[value], {random.choice(NAMES): value}])
        case 3 if value and isinstance(value, (list, dict)):
            holder[key] = next(iter(value.values())) if isinstance(value, dict) else value[0]
        case _:
            holder[key] = deepcopy(random.choice(VALUES))


@given(st.sampled_from(PLANS), st.randoms(use_true_random=False), st.integers(1, 5))
@settings(max_examples=150)
def test_whatever_is_done_to_a_plan_a_model_is_made_of_it(document: Document, random: Random, count: int) -> None:
    """`shape` never raises; where kind and format are sound there is a model, and every problem has a place."""
    data = cast("dict[str, Any]", deepcopy(document.data))
    for _ in range(count):
        mutate(data, random)
    mutated = replace(document, data=data)
    shaped = shape(mutated)
    assert isinstance(shaped.model, Plan)
    locator = Locator("plan.yaml", document.text, document.marks, data)
    for problem in shaped.problems:
        finding = locator.finding(problem)
        assert finding.place.line >= 1
        assert "\n" not in finding.message


BY_NAME = ("rag", "targets", "actual")
KEYS = tuple(
    (document, path)
    for document in PLANS
    for path in places(document.data)
    if isinstance(path[-1], str) and len(path[-1]) > 3 and (len(path) < 2 or path[-2] not in BY_NAME)
)


@given(st.sampled_from(KEYS), st.integers(0, 20))
@settings(max_examples=100)
@example(KEYS[0], 0)
def test_two_letters_swapped_in_any_key_are_one_problem(key: tuple[Document, Path], at: int) -> None:
    """The key that was meant is named, and the model is the same as without the slip."""
    document, path = key
    name = str(path[-1])
    at %= len(name) - 1
    typo = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
    if typo == name:
        return
    data = cast("dict[str, Any]", deepcopy(document.data))
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    renamed = [(typo if one == name else one, value) for one, value in holder.items()]
    holder.clear()
    holder.update(renamed)
    shaped = shape(replace(document, data=data, marks=Marks()))
    [problem] = shaped.problems
    assert (problem.code.code, problem.path, problem.help) == ("TC012", (*path[:-1], typo), f"did you mean `{name}`?")
    assert shaped.model == shape(document).model


def test_the_data_of_a_file_stay_as_they_were_read() -> None:
    """What is recovered is recovered in a copy: edits and messages look at what the file has."""
    document = read_text(
        "kind: plan\nformat: 1\ntitle: Plan\nlanguage:\nactions:\n"
        "  - {id: 1, titel: Talk, due: never, success: Held, owners: HROD, updates: [{date: 2026, rga: green}]}\n"
        "  - {title: Talk, dew: 2026-13, closed: {date: 2026-06}}\n",
        "plan.yaml",
    )
    before = repr(document.data)
    assert len(shape(document).problems) > 4
    assert repr(document.data) == before


def test_the_names_of_shapes_in_messages() -> None:
    """They are for people: a class may be renamed, and the messages stay."""
    names = {name_of(one) for kind in KINDS.values() for one in shapes_of(kind)}
    assert names == {
        *(
            "RAG key",
            "logo",
            "acceptance",
            "action",
            "agreed date",
            "answer",
            "answers file",
            "case study",
            "closing",
            "closure",
            "contact",
        ),
        *(
            "continued entry",
            "due stage",
            "feedback",
            "feedback point",
            "figure",
            "framework",
            "headline policy",
            "institution",
            "item",
            "measure",
        ),
        *("objective", "owner", "piece of evidence", "pillar", "plan", "plan period", "question", "quote", "report"),
        *(
            "review",
            "sign-off",
            "signed charter",
            "stage due",
            "submission",
            "success criterion or step",
            "update",
            "voice entry",
        ),
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{PLAN}accepted: TC305\n", "accepted: [{rule: TC305, at: 2.3.1, why: ...}]"),
        (f"{PLAN}period: 2026-2028\n", "period: {start: 2026-01, end: 2028-12}"),
        (f"{ACTION}    closed: merged\n", "closed: {date: 2026-06, as: merged, why: ...}"),
    ],
    ids=["acceptance", "period", "closure"],
)
def test_an_entry_is_shown_with_the_words_in_it(text: str, line: str) -> None:
    """Where text is written in the place of an entry that has none of its own."""
    assert any(line in problem.help for problem in shape(read(text)).problems)


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000"])
def test_every_space_in_a_name_is_an_ordinary_one(space: str) -> None:
    """And none is at its ends, so that two names that look the same are the same."""
    plan = plan_of(f"{ACTION}    lead: Library{space}Services{space}\n    owners: ['{space}Library']\n")
    action = plan.actions[0]
    assert (action.lead, action.owners) == ("Library Services", ("Library",))
