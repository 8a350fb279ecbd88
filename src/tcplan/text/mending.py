"""Lines that YAML refuses and every reader understands: `title: Phase 2: the plan`.

The words are masked so that the rest of the file can be read, and the finding prints the line as it
should be. A mend is only taken when the parsers get further with it.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tcplan.finding import Problem, Span
from tcplan.text import codes
from tcplan.text.parsers import YamlSyntaxError
from tcplan.text.quoting import quoted

_ENTRY = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?:(?P<key>[a-z_]+):[ ]+)?(?P<words>\S.*?)[ ]*$")
_INDICATORS = {
    '"': "a text that begins with a quote must be in quotes as a whole",
    "'": "a text that begins with a quote must be in quotes as a whole",
    "[": "a leading `[` begins a list",
    "{": "a leading `{` begins a mapping",
    "%": "a text cannot begin with `%`",
    "@": "a text cannot begin with `@`",
    "`": "a text cannot begin with a backquote",
    "*": "a leading `*` refers to an anchor",
    "&": "a leading `&` makes an anchor",
    "!": "a leading `!` makes a tag",
    "|": "a leading `|` begins a block of lines",
    ">": "a leading `>` begins a block of lines",
    "-": "a leading `- ` begins a list item",
    "?": "a leading `? ` begins a key",
}


class Mend(NamedTuple):
    """The words of one line that YAML cannot take, where they begin, and the finding about them."""

    start: int
    words: str
    problem: Problem

    @property
    def mask(self) -> str:
        """Harmless text of the same length."""
        return "x" * len(self.words)

    def apply(self, text: str) -> str:
        """The text with the words masked; no offset moves."""
        return text[: self.start] + self.mask + text[self.start + len(self.words) :]


def find_mend(masked: str, text: str, error: YamlSyntaxError, fails_at: Callable[[str], int | None]) -> Mend | None:
    """The mend after which the parsers get past `error`, or None where no line near it can be mended."""
    for offset in _candidates(masked, error):
        mend = _mend_line(text, masked, offset)
        if mend is None:
            continue
        next_failure = fails_at(mend.apply(masked))
        if next_failure is None or next_failure > max(error.offset, mend.start + len(mend.words)):
            return mend
    return None


def _candidates(text: str, error: YamlSyntaxError) -> Iterator[int]:
    """Offsets of the lines that may be to blame: where the parser stopped, what it was inside of, the line before."""
    seen = set()
    stopped = text.rfind("\n", 0, error.offset) + 1
    inside = stopped if error.context is None else text.rfind("\n", 0, error.context) + 1
    for start in (stopped, inside, text.rfind("\n", 0, max(stopped - 1, 0)) + 1):
        if start not in seen:
            seen.add(start)
            yield start


def _mend_line(text: str, masked: str, line_start: int) -> Mend | None:
    end = text.find("\n", line_start)
    line = text[line_start : end if end >= 0 else len(text)].rstrip("\r")
    found = _ENTRY.match(line)
    if found is None or masked[line_start : line_start + len(line)] != line:
        return None
    words, start = found["words"], line_start + found.start("words")
    reason = _reason(words)
    if not reason or words.startswith("#"):
        return None
    written = f"{found['key']}: " if found["key"] else "- " if "-" in found["lead"] else ""
    problem = Problem(
        codes.EATEN_WORDS,
        (),
        f"YAML cannot read these words: {reason}",
        f"write the line as: {written}{quoted(_unquoted(words))}",
        span=Span(start, start + len(words)),
    )
    return Mend(start, words, problem)


def _reason(words: str) -> str:
    if words[0] in "-?" and words[1:2] != " ":
        return ""
    if words[0] in _INDICATORS:
        return _INDICATORS[words[0]]
    if ": " in words or words.endswith(":"):
        return "`: ` inside a text makes a key of what stands before it"
    return ""


def _unquoted(words: str) -> str:
    """A half-quoted text without the lone quote it begins with."""
    if words[0] in "'\"" and words.count(words[0]) == 1:
        return words[1:] if words[0] == '"' else words
    return words
