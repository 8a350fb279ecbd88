"""A lead, an owner or somebody who reports is the same to every command, however the name is spelt."""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from edits.verbs import run_here
from support import write

LONG = "Human Resources and Organisational Développement"
SPELLINGS = {
    "printed": "HROD",
    "capitals": "hrod",
    "two spaces": "Human  Resources",
    "no-break space": "Human\N{NO-BREAK SPACE}Resources",
    "long name": LONG,
    "Unicode form": unicodedata.normalize("NFD", LONG),
    "other spelling": "HR",
}
PLACEHOLDERS = (
    "tbc",
    "TBD",
    "tba",
    "to be agreed",
    "To be confirmed",
    "to be  appointed",
    "vacant",
    "n/a",
    "none",
    "?",
)
UNLISTED = ("New Team", "new  team", "NEW\N{NO-BREAK SPACE}TEAM")

INSTITUTION = f"""\
kind: institution
format: 1
name: U
owners:
  - name: HROD
    long: {LONG}
    also: [HR, Human Resources]
"""
HEAD = "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2026-01, end: 2027-12}\nactions:\n"


@dataclass(frozen=True)
class Said:
    """What each command says of a workspace; `ids` are those of the actions that are led by each name."""

    ids: dict[str, str]
    codes: dict[str, list[str]]
    status: dict[str, Any]
    document: str
    questions: dict[str, str]
    asked: dict[str, str]


def _action(id_: str, name: str, key: str = "lead") -> str:
    value = json.dumps(name, ensure_ascii=False)
    update = f"[{{date: 2026-01-31, rag: green, by: {value}}}]"
    value = f"[{value}]" if key == "owners" else value
    return f"  - {{id: {id_}, title: Action {id_}, due: 2026-12, {key}: {value}, updates: {update}}}\n"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """A plan with an action for each name."""
    ids = {name: f"a{number}" for number, name in enumerate((*SPELLINGS.values(), *PLACEHOLDERS, *UNLISTED), 1)}
    plan = HEAD + "".join(_action(id_, name) for name, id_ in ids.items()) + _action("b1", "to be agreed", "owners")
    root = write(tmp_path_factory.mktemp("names"), institution=INSTITUTION, phase_1=plan)

    def out(*arguments: str) -> str:
        return run_here(*arguments, cwd=root).stdout

    findings = json.loads(out("validate", ".", "--as-of", "2026-06-30", "--format", "json"))["findings"]
    by_id = {id_: [one["code"] for one in findings if f"action {id_} " in one["message"] + " "] for id_ in ids.values()}
    (status,) = json.loads(out("status", "--as-of", "2026-06-30", "--by", "lead", "--format", "json"))["plans"]
    questions = {
        who: out("report", "--all", *((f"--lead={who}",) if who else ()), "--questions", "-", "--date", "2027-01-31")
        for who in ("", "HROD", "new team")
    }
    return Said(
        ids=ids,
        codes=by_id,
        status=status,
        document=out("render", "plan", "--detail", "--to", "md", "--as-of", "2026-06-30"),
        questions={block.split()[0]: block for block in _blocks(questions[""])},
        asked={who: " ".join(block.split()[0] for block in _blocks(text)) for who, text in questions.items()},
    )


def _blocks(questions: str) -> list[str]:
    """What the file of questions says of each action, from its id on."""
    return re.split(r"^  # \d+ of \d+: ", questions, flags=re.MULTILINE)[1:]


def _section(said: Said, id_: str) -> str:
    """The part of the document that is about an action."""
    return said.document.partition(f"__Action {id_}__ ")[2].partition("\n#")[0]


@pytest.mark.parametrize("family", SPELLINGS)
def test_spellings_of_one_owner_are_one_lead(said: Said, family: str) -> None:
    """A spelling that is not the name to print is a finding, and the only one."""
    name = SPELLINGS[family]
    id_ = said.ids[name]
    assert said.codes[id_] == ([] if name == "HROD" else ["TC205"])
    (row,) = (one for one in said.status["actions"] if one["id"] == id_)
    assert row["lead"] == "HROD"
    section = " ".join(_section(said, id_).split())
    assert f"{LONG} (HROD)" in section
    assert ", HROD" in section.partition("Report")[2]
    assert "lead: HROD" in said.questions[id_]
    assert "by HROD" in said.questions[id_]
    assert id_ in said.asked["HROD"].split()


@pytest.mark.parametrize("word", PLACEHOLDERS)
def test_a_placeholder_is_nobody(said: Said, word: str) -> None:
    """To all of them, also as somebody who reports."""
    id_ = said.ids[word]
    assert said.codes[id_] == ["TC203"]
    (row,) = (one for one in said.status["actions"] if one["id"] == id_)
    assert row["lead"] == "tbc"
    assert "To be confirmed" in _section(said, id_)
    assert "lead: to be confirmed" in said.questions[id_]
    assert ", by " not in said.questions[id_]
    assert not any(id_ in said.asked[who].split() for who in ("HROD", "new team"))


def test_status_has_a_group_for_each_of_them(said: Said) -> None:
    """A name that the glossary does not list is printed as the plan has it first."""
    groups = {group["title"]: group["actions"] for group in said.status["groups"]}
    assert groups == {"HROD": 7, "New Team": 3, "to be confirmed": 10, "no lead": 1}


def test_a_name_that_is_not_listed_is_one_lead_too(said: Said) -> None:
    """Its actions are found under all of its spellings."""
    assert said.asked["new team"].split() == [said.ids[name] for name in UNLISTED]


def test_an_owner_who_is_still_to_be_named_is_nobody(said: Said) -> None:
    """Asked is as where there is none."""
    assert "lead: to be confirmed;" in said.questions["b1"].replace("\n", ";")
    assert "To be confirmed" in _section(said, "b1")


def test_who_reports_is_nobody_where_a_placeholder_is_typed(tmp_path: Path) -> None:
    """Nothing is written beside the report then."""
    root = write(tmp_path, institution=INSTITUTION, phase_1=HEAD + "  - {id: 1, title: One}\n")
    text = run_here("report", "--all", "--by", "vacant", "--questions", "-", "--date", "2026-06-30", cwd=root).stdout
    assert "\nby:\n" in text
