"""What an editor says about plan files with our schemas, by the server that editors ask: yaml-language-server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from formats.language_server import Diagnostic, LanguageServer, language_server
from rules.examples import FOLDER
from support import REPOSITORY

from tcplan.model import KINDS

GOOD = (
    "plans/**/*.yaml",
    "examples/**/*.yaml",
    "tests/data/rules/*/good-*.yaml",
    "tests/data/rules/*/good-*/**/*.yaml",
)
SHAPE = ("TC006", "TC011", "TC012", "TC013", "TC014", "TC015", "TC016", "TC017", "TC301")
"""The rules about the shape of a file, which a schema can state too."""

UNTOLD = {
    "TC006/bad-null": "an editor reads `null` and a key without a value as the same, and the second is right",
    "TC013/bad-taken-for-prose": "keys inside a text are text",
    "TC017/bad-apostrophe-that-nothing-opens": "a name may have an apostrophe",
    "TC017/bad-not-applicable-as-a-reference": "`n/a` has the form of a reference",
    "TC017/bad-quote-that-nothing-opens": "a title may have a quotation mark",
    "TC301/bad-day-that-does-not-exist": "a pattern does not know the length of months",
}
"""What only tcplan says, and why."""

PLAN = """kind: plan
format: 1
title: Plan
language: en-GB
period: {start: 2025-01, end: 2027-12}
rag:
  green: {means: on-track}
measures:
  - id: 1.10
    title: Staff
    targets: {2026: 30%, 2026-Q1: 0.3, 2026-12: 30, end: 40%}
    actual: {2025: 5, 2025-06-30: }
actions:
  - id: 2
    title: 2027
    lead:
    owners: [HR, 3, yes]
    due: [2026-03, 36 months, year 2, ongoing, 2027]
    priority:
    success: Web page live
    updates:
      - date: 2026-01
        rag: green
        note:
"""
"""Everything that a plan may hold and that YAML takes for something else than text."""


@pytest.fixture(scope="module", name="server")
def server_(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """One server for all."""
    with language_server(tmp_path_factory.mktemp("editor")) as server:
        yield server


def plan_file(path: Path) -> tuple[str, str] | None:
    """The kind and the text of a file; nothing if it is not UTF-8 or does not say a kind."""
    text = path.read_text("utf-8", errors="replace")
    stated = re.search(r"^kind: *([\w-]+)", text, re.MULTILINE)
    return (stated[1], text) if stated and stated[1] in KINDS and "\ufffd" not in text else None


def test_nothing_is_said_about_a_good_file(server: LanguageServer) -> None:
    """Neither about the plans and examples of this repository nor about the good example of any rule."""
    paths = [path for pattern in GOOD for path in sorted(REPOSITORY.glob(pattern))]
    files = {path: file for path in paths if (file := plan_file(path))}
    assert len(files) > 300
    said = dict(zip(files, server.diagnostics(list(files.values())), strict=True))
    assert {str(path.relative_to(REPOSITORY)): found for path, found in said.items() if found} == {}


def test_a_mistake_of_shape_is_told_by_both(server: LanguageServer) -> None:
    """At the line of the mistake, or at the entry that lacks something; but for what no schema can know."""
    paths = [path for code in SHAPE for path in sorted((FOLDER / code).glob("bad-*.yaml"))]
    files = {f"{path.parent.name}/{path.stem}": file for path in paths if (file := plan_file(path))}
    said = dict(zip(files, server.diagnostics(list(files.values())), strict=True))
    assert sorted(name for name, found in said.items() if not found) == sorted(UNTOLD)
    away = {name: found for name, found in said.items() if found and not _near(files[name][1], found)}
    assert away == {}


def _near(text: str, found: list[Diagnostic]) -> bool:
    """Whether a line that is said to be wrong is one of those that the example marks, or up to two above."""
    marks = [number for number, line in enumerate(text.splitlines(), 1) if "expect TC" in line]
    return any(-2 <= one.line - mark <= 4 for one in found for mark in marks)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("due: soon", "this is not a date; write 20"),
        ("due: 2026-13", "this is not a date; write 20"),
        ("priority: urgent", "write one of: high, medium, low"),
        ("related: a b", "this is not a reference; write an id such as 2.3.1"),
        ("themes: Big Theme", "this is not a name in lower case; use lower-case letters"),
        ("lead: {a: b}", "a name is expected; write a name"),
        ("lead: [a, b]", "a name is expected; write a name"),
        ("owners: [a, {b: c}]", "a name is expected; write a name"),
        ("updates: x", 'Incorrect type. Expected "update | array"'),
        ("closed: x", 'Incorrect type. Expected "closure"'),
        ("titel: x", "Property titel is not allowed"),
    ],
)
def test_a_mistake_is_told_in_plain_words(server: LanguageServer, value: str, sentence: str) -> None:
    """In the words of tcplan, never as a regular expression."""
    text = f"kind: plan\nformat: 1\ntitle: Plan\nactions:\n  - id: 1\n    title: One\n    {value}\n"
    [[found]] = server.diagnostics([("plan", text)])
    assert found.message.startswith(sentence)
    assert found.line == 7


def test_whatever_yaml_takes_for_something_else_is_accepted(server: LanguageServer) -> None:
    """Years as keys, numbers as ids and titles, `yes`, and a key without a value while somebody types."""
    assert server.diagnostics([("plan", PLAN)]) == [[]]


@pytest.mark.parametrize("spelling", ["yes", "no", "Yes", "TRUE", "false", '"no"'])
def test_consent_can_be_written_in_every_spelling(server: LanguageServer, spelling: str) -> None:
    """Of `yes` and `no`, `true` and `false`."""
    text = f"kind: institution\nformat: 1\nname: U\nowners:\n  - {{name: A, consent: {spelling}}}\n"
    assert server.diagnostics([("institution", text)]) == [[]]


@pytest.mark.parametrize(
    ("after", "offered"),
    [
        ("priority:", ["high", "medium", "low"]),
        ("rag: ", ["grey", "red", "amber", "green", "blue"]),
        ("means: ", ["not-started", "off-track", "at-risk", "paused", "in-progress", "on-track", "complete"]),
        ("lead:", []),
        ("note:", []),
        ("date: ", []),
    ],
)
def test_only_words_that_may_be_written_are_offered(server: LanguageServer, after: str, offered: list[str]) -> None:
    """Neither `null`, which tcplan refuses, nor `true` where text is expected."""
    assert server.completions("plan", PLAN.replace(after, f"{after.rstrip()} "), f"{after.rstrip()} ") == offered


def test_consent_offers_yes_and_no(server: LanguageServer) -> None:
    """And not their fourteen spellings; in quotes, since for other programs they are not text."""
    text = "kind: institution\nformat: 1\nname: U\ncontact:\n  name: A\n  consent: \n"
    assert [word.strip('"') for word in server.completions("institution", text, "consent: ")] == ["yes", "no"]


def test_a_key_is_explained_in_plain_words(server: LanguageServer) -> None:
    """Each key of a plan shows what its value can be, and what it is for: no pattern, and no name of a type."""
    keys = re.findall(r"(\w+):", re.sub(r"^kind.*\nformat.*\n", "", PLAN))
    shown = {key: server.hover("plan", PLAN, f"{key}:") for key in dict.fromkeys(keys) if key.isalpha()}
    assert {key: text for key, text in shown.items() if not re.match(r"#### [\w |]+\n\n\S", text)} == {}
    assert {key: text for key, text in shown.items() if re.search(r"\\d|\[\w|\(\?|null|string", text)} == {}
