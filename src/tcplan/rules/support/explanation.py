"""The text of a rule in its parts: what it finds, why that matters, how to fix it."""

import re
from functools import cache
from typing import NamedTuple


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(r"^(Why|Fix): ", re.MULTILINE)


class Explanation(NamedTuple):
    """Paragraphs of plain words and Markdown, each on one line, separated by blank lines.

    `what` is one paragraph; `details` says what counts exactly, and may be empty.
    """

    what: str
    details: str
    why: str
    fix: str


def parse_explanation(text: str) -> Explanation:
    """The parts of `Rule.text`: paragraphs, then those that begin with `Why:`, then those with `Fix:`.

    A missing part is empty; tests make sure that every rule has all of them.
    """
    first, *rest = _part_pattern().split(text)
    parts = {"Why": "", "Fix": ""} | dict(zip(rest[::2], rest[1::2], strict=True))
    what, _, details = _unwrap(first).partition("\n\n")
    return Explanation(what, details, _unwrap(parts["Why"]), _unwrap(parts["Fix"]))


def _unwrap(text: str) -> str:
    """Each paragraph on one line; a list or a block of code stays as it is written."""
    paragraphs = [part.strip("\n") for part in re.split(r"\n[ ]*\n", text) if part.strip()]
    return "\n\n".join(_one_line(part) for part in paragraphs)


def _one_line(paragraph: str) -> str:
    if re.match(r"[-*] |    |```", paragraph):
        return paragraph
    return " ".join(paragraph.split())
