"""The pages about the rules are made from the rules, and everybody can read them."""

import json
import re

import jsonschema
import pytest
from rules.pages import pages
from rules.wording import odd_words
from support import REPOSITORY, tcplan

from tcplan.views.rulebook import rule_rows

FOLDER = REPOSITORY / "docs/rules"
ROWS = {row.code: row for row in rule_rows()}


def test_the_pages_are_those_that_the_rules_make(request: pytest.FixtureRequest) -> None:
    """`make golden` updates them."""
    made = dict(pages())
    if request.config.getoption("--golden-update"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in FOLDER.glob("*.md"):
            path.unlink()
        for name, text in made.items():
            (FOLDER / name).write_text(text, "utf-8")
        return
    assert {path.name for path in FOLDER.iterdir()} == set(made)
    stale = [name for name, text in made.items() if (FOLDER / name).read_text("utf-8") != text]
    assert stale == [], "docs/rules is not what the rules say: run `make golden`, read the diff, commit it"


@pytest.mark.parametrize("code", ROWS)
def test_a_rule_says_what_it_finds_why_that_matters_and_how_to_fix_it(code: str) -> None:
    """In sentences, without the words of programmers."""
    row = ROWS[code]
    for part in (row.what, row.why, row.fix):
        assert re.match(r"[A-Z`]|tcplan", part), part
        assert part.endswith((".", "```")), part
    words = f"{row.what} {row.details} {row.why} {row.fix}"
    assert odd_words(words) == []
    assert "please" not in words.lower()


@pytest.mark.parametrize("code", ROWS)
def test_a_rule_is_named_after_the_bad_pattern(code: str) -> None:
    """In small letters and hyphens; no two rules share a code or a name."""
    assert re.fullmatch(r"TC\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", ROWS[code].name)
    assert [row.name for row in ROWS.values()].count(ROWS[code].name) == 1


def test_no_code_is_used_twice() -> None:
    """In the whole table."""
    assert len(ROWS) == len(rule_rows()) >= 45


@pytest.mark.parametrize("name", ["TC303", "tc303", "due-before-start"])
def test_a_rule_is_explained_by_its_code_or_its_name(name: str) -> None:
    """In the words of its page."""
    result = tcplan("rule", name)
    assert result.returncode == 0
    assert result.stdout == (FOLDER / "TC303.md").read_text("utf-8").partition("\n\n")[2]


def test_an_unknown_rule_is_wrong_usage_with_the_nearest_name() -> None:
    """Exit code 2."""
    result = tcplan("rule", "due-befor-start")
    assert result.returncode == 2
    assert "did you mean `due-before-start`?" in result.stderr


def test_the_list_names_every_rule() -> None:
    """By family, with severity and profile."""
    lines = tcplan("rules").stdout.splitlines()
    for row in ROWS.values():
        assert any(row.code in line and row.name in line and row.severity in line for line in lines)
    assert {row.family for row in ROWS.values()} <= set(lines)


def test_the_list_for_scripts_follows_its_published_schema() -> None:
    """Of all rules, and of one."""
    schema = json.loads(tcplan("schema", "rules").stdout)
    for arguments in (("rules",), ("rule", "TC303")):
        jsonschema.validate(json.loads(tcplan(*arguments, "--format", "json").stdout), schema)
