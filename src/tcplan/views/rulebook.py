"""The rules as rows: for the list of them, and for scripts."""

import json
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.errors import UsageError
from tcplan.near import did_you_mean
from tcplan.rules import FAMILIES
from tcplan.rules.explanation import explained
from tcplan.settings import Profile
from tcplan.shipped import rule_pages_folder


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule. `profile` is the first in which it counts; the rest is what `tcplan rule` says, in Markdown."""

    code: str
    name: str
    family: str
    severity: Literal["error", "warning", "advice"]
    profile: Profile
    what: str
    details: str
    why: str
    mend: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The output of `tcplan rules --format json`."""

    format: Literal[1]
    tcplan: str
    rules: tuple[RuleRow, ...]


def rule_rows() -> list[RuleRow]:
    """All rules, in the order of their codes within each family."""
    rows = []
    for family, rules in FAMILIES.items():
        for rule in sorted(rules, key=lambda one: one.code.code):
            text = explained(rule.text)
            rows.append(
                RuleRow(
                    rule.code.code,
                    rule.code.name,
                    family,
                    rule.code.severity.value,
                    rule.profile,
                    text.what,
                    text.details,
                    text.why,
                    text.mend,
                )
            )
    return rows


def rule_named(name: str) -> RuleRow:
    """The rule with this code or name, whatever the case of its letters; raises UsageError where there is none."""
    rows = rule_rows()
    found = next((row for row in rows if name.lower() in (row.code.lower(), row.name)), None)
    if found is None:
        words = [word for row in rows for word in (row.name, row.code)]
        raise UsageError(f"there is no rule `{name}`", did_you_mean(name, words, "`tcplan rules` lists them"))
    return found


def rule_page(row: RuleRow) -> str:
    """What there is to say of a rule, as Markdown, with examples: the page of docs/rules."""
    page = (rule_pages_folder() / f"{row.code}.md").read_text("utf-8")
    return page.partition("-->")[2].lstrip("\n")  # the first line says how the page is made


def rulebook_json(rows: list[RuleRow]) -> str:
    """Rules for scripts; `rulebook_schema` describes it."""
    book = Rulebook(format=1, tcplan=__version__, rules=tuple(rows))
    return json.dumps(TypeAdapter(Rulebook).dump_python(book, mode="json"), indent=2, ensure_ascii=False) + "\n"


def rulebook_schema() -> dict[str, Any]:
    """The JSON Schema of `rulebook_json`."""
    schema = TypeAdapter(Rulebook).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "tcplan rules"}
