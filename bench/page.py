"""The page docs/performance.md: the machine, the verdict, and a section for each measurement."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.budgets import Verdict
from bench.figures import number


@dataclass(frozen=True)
class Section:
    """A measurement on the page, and what it says of the budgets."""

    title: str
    text: str
    verdicts: Sequence[Verdict]


INTRODUCTION = """\
# Performance

<!-- `make bench` writes this page anew. -->

This page shows how much time and memory tcplan takes, and how much other programs take to read the same files.
"""

BUDGETS = """\
## Budgets

A budget is a limit for what a command may take. `make bench` fails when one is not kept.
"""

HOW = """\
## How this is measured

Every command runs as a process of its own. It is the script that is installed, and its modules are compiled before.
Its output is thrown away. When it ends, the operating system says how much CPU time it took (in the program and in the
system, child processes included) and the most memory that it had at one time.

The commands take turns, and bare Python runs before each of them. So a slow moment of the machine affects all of them.
A number is the median of all runs. The smallest and the largest are in brackets.

The programs do different work:

- tcplan reads a whole workspace and checks every rule
- check-jsonschema is given the plans only, and checks their shape with the schema that `tcplan schema plan` prints
- "C parser" is check-jsonschema with the C parser that tcplan uses; as it is installed it has one in pure Python
- yamllint checks the style of all files
- the loaders of ruamel.yaml read all files and check nothing

The peak memory of a program with two processes is that of the larger one.

Run `make bench` to measure again and write this page anew. It takes about ten minutes when the
machine has nothing else to do.
`make bench BENCH="commands 120"` measures some parts and prints them, and leaves this page as it is. The parts are
`commands`, `1`, `120`, `450`, `10000` and `growth`. The budgets are in `bench/budgets.py`.
"""


def page(machine: str, sections: Sequence[Section]) -> str:
    """The whole page."""
    parts = [INTRODUCTION, machine, verdict_text(sections), *map(section_text, sections), HOW]
    return "\n".join(parts)


def section_text(section: Section) -> str:
    """One measurement under its heading."""
    return f"## {section.title}\n\n{section.text}"


def verdict_text(sections: Sequence[Section]) -> str:
    """How many budgets are kept, and which are not."""
    verdicts = [verdict for section in sections for verdict in section.verdicts]
    listed = "".join(f"- {sentence}\n" for sentence in not_kept(sections))
    if not listed:
        return f"{BUDGETS}\nAll {len(verdicts)} budgets are kept.\n"
    kept = sum(verdict.kept for verdict in verdicts)
    return f"{BUDGETS}\n{kept} of {len(verdicts)} budgets are kept. These are not:\n\n{listed}"


def not_kept(sections: Sequence[Section]) -> list[str]:
    """A sentence for each budget that is broken, or that a busy machine did not let us decide."""
    return [
        f"{section.title}: {verdict.sentence}"
        for section in sections
        for verdict in section.verdicts
        if not verdict.kept
    ]


def verdict_table(verdicts: Sequence[Verdict]) -> str:
    """The budgets of a section, one a row."""
    rows = [
        [verdict.name, f"{number(verdict.value)} {verdict.unit}", verdict.budget.bound, verdict.word]
        for verdict in verdicts
    ]
    return table(["budget", "measured", "must be", ""], rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are aligned to the right."""
    rules = ["---", *("---:" for _ in head[1:])]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rules, *rows))
