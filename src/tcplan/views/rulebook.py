"""The rules as rows: for the list of them, and for scripts."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.errors import UsageError
from tcplan.files.package_files import rule_pages_folder
from tcplan.files.settings import Profile
from tcplan.rules import FAMILIES, Rule, find_rule, near_rule
from tcplan.rules.support.explanation import parse_explanation
from tcplan.values.json_text import DIALECT, json_text


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
    fix: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The output of `tcplan rules --format json`."""

    format: Literal[1]
    tcplan: str
    rules: tuple[RuleRow, ...]


def rule_rows() -> list[RuleRow]:
    """All rules, in the order of their codes within each family."""
    return [
        _row(rule, family)
        for family, rules in FAMILIES.items()
        for rule in sorted(rules, key=lambda one: one.code.code)
    ]


def rule_named(name: str) -> RuleRow:
    """The rule with this code or name, whatever the case of its letters; raises UsageError if there is none."""
    rule = find_rule(name)
    if rule is None:
        raise UsageError(f"there is no rule `{name}`", near_rule(name))
    return next(_row(rule, family) for family, rules in FAMILIES.items() if rule in rules)


def rule_page(row: RuleRow) -> str:
    """The page of docs/rules about a rule, as Markdown, with examples."""
    page = (rule_pages_folder() / f"{row.code}.md").read_text("utf-8")
    return page.partition("-->")[2].lstrip("\n")  # the first line says how the page is made


def rulebook_json(rows: list[RuleRow]) -> str:
    """Rules for scripts; `rulebook_schema` describes it."""
    book = Rulebook(format=1, tcplan=__version__, rules=tuple(rows))
    return json_text(TypeAdapter(Rulebook).dump_python(book, mode="json"))


def rulebook_schema() -> dict[str, Any]:
    """The JSON Schema of `rulebook_json`."""
    schema = TypeAdapter(Rulebook).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan rules"}


def _row(rule: Rule, family: str) -> RuleRow:
    code, text = rule.code, parse_explanation(rule.text)
    return RuleRow(
        code.code,
        code.name,
        family,
        code.severity.value,
        rule.profile,
        text.what,
        text.details,
        text.why,
        text.fix,
    )
