"""The pages of docs/rules: the text of each rule, a bad and a good example, and what tcplan says of the bad one."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from rules.examples import Example, examples

from tcplan.files.settings import Profile
from tcplan.findings.codes import UNUSED_ACCEPTANCE
from tcplan.reporters.text import format_findings
from tcplan.views.rulebook import RuleRow, rule_rows

MADE = "<!-- Made from the rule and its examples: `make golden` updates it. -->"
INDEX = "README.md"

INTRODUCTION = """\
What `tcplan validate` looks for. A code never changes; the name says what is wrong. An error means that you cannot
trust the file, a warning that you should fix something, and advice that something is worth knowing. The profile is the
first in which a rule counts: `draft` while you write a plan, `plan` (the usual one) once it runs, `submission` before
you send it."""

HEAD = ("| code | name | severity | profile | what it finds |", "|---|---|---|---|---|")

COUNTS = {
    Profile.DRAFT: "It counts in every profile.",
    Profile.PLAN: "It counts in the profiles `plan` and `submission`.",
    Profile.SUBMISSION: "It counts in the profile `submission`.",
}
_ENTRY = re.compile(r"(?:pillar|objective|action|measure) (\S+)")

FIXED = " `tcplan validate --fix` corrects it where the meaning is certain."

SEVERITY = {
    "error": "An **error**: you cannot trust the file until it is fixed.",
    "warning": "A **warning**: you should fix it.",
    "advice": "**Advice**: worth knowing.",
}


def pages() -> Iterator[tuple[str, str]]:
    """The name of each file of docs/rules, and its text."""
    rows, known = rule_rows(), examples()
    yield INDEX, index(rows)
    for row in rows:
        yield f"{row.code}.md", page(row, [one for one in known if one.code == row.code])


def index(rows: list[RuleRow]) -> str:
    """The list of all rules, by family."""
    tables: dict[str, list[str]] = {}
    for row in rows:
        what = row.what.replace("|", "\\|")
        line = f"| [{row.code}]({row.code}.md) | {row.name} | {row.severity} | {row.profile} | {what} |"
        tables.setdefault(row.family, []).append(line)
    parts = [MADE, "# Rules", INTRODUCTION]
    for family, lines in tables.items():
        parts += [f"## {family}", "\n".join([*HEAD, *lines])]
    return "\n\n".join(parts) + "\n"


def page(row: RuleRow, known: list[Example]) -> str:
    """The page of one rule."""
    bad, good = pair(known)
    has_fix = bad is not None and any(one.fix for one in bad.said)
    parts = [
        MADE,
        f"# {row.code} {row.name}",
        row.what,
        row.details,
        f"{SEVERITY[row.severity]} {COUNTS[row.profile]}{FIXED if has_fix else ''}",
        "## Why it matters",
        row.why,
        "## How to fix it",
        row.fix,
        *(_example(bad, "An example") if bad else ()),
        *(_said(bad) if bad else ()),
        *(_example(good, "A correct example") if good else ()),
        *(_accepting(row, bad) if _can_be_accepted(row, bad) else ()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _can_be_accepted(row: RuleRow, bad: Example | None) -> bool:
    """Whether there is a file that can say so: a folder or a link has no `accepted`."""
    is_about_file = bad is None or not bad.is_listing
    return row.severity != "error" and row.code != UNUSED_ACCEPTANCE.code and is_about_file


def pair(known: list[Example]) -> tuple[Example | None, Example | None]:
    """The first good example, and the bad one that differs least from it: what differs is what the rule is about."""
    good = next((one for one in known if not one.is_bad), None)
    bad = [one for one in known if one.is_bad]
    if good is None:
        return next(iter(bad), None), None
    return min(bad, key=lambda one: _difference((one, good)), default=None), good


def _difference(both: tuple[Example, Example]) -> int:
    bad, good = (one.shown.decode("utf-8", "replace").splitlines() for one in both)
    return sum(line.startswith(("+", "-")) for line in unified_diff(bad, good, n=0))


def _example(example: Example, title: str) -> Iterator[str]:
    yield f"## {title}"
    if example.is_listing:
        yield "These are in the folder of the workspace:"
    beside = example.beside
    for name in beside.names():
        yield f"`{name}`:"
        yield _fenced("yaml", beside.read(name).decode())
    if beside.names():
        yield f"`{example.name.rpartition('/')[2]}`:"
    yield _fenced("yaml", example.shown.decode("utf-8", "replace"))


def _said(example: Example) -> Iterator[str]:
    day = f" on {example.as_of}" if "on 20" in example.text.partition("\n")[0] else ""
    yield f"What `{example.command}` says about it{day}:"
    yield _fenced("text", format_findings(example.said))


def _accepting(row: RuleRow, bad: Example | None) -> Iterator[str]:
    """How to accept it: at the entry of the example, or in the whole file if it is not about an entry."""
    found = [match[1] for one in (bad.said if bad else ()) if (match := _ENTRY.match(one.where))]
    which = " `at` names the ids; without it the acceptance is for the whole file." if found else ""
    at = f"    at: {found[0]}\n" if found else ""
    yield "## If it is intended"
    yield f"You can accept the finding in the file, and say why.{which}"
    why = "The steering group knows, and will look again in spring"
    yield _fenced("yaml", f"accepted:\n  - rule: {row.name}\n{at}    why: {why}\n")


def _fenced(language: str, text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"
