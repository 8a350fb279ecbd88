"""Lines that YAML refuses and every reader understands: `title: Phase 2: the plan`.

The words are masked so that the rest of the file can be read, and the finding prints the line as it
should be. A mend is only taken when the parsers get further with it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tcplan.finding import Problem, Span
from tcplan.text import codes
from tcplan.text.lines import line_end, line_start
from tcplan.text.parsers import YamlSyntaxError
from tcplan.text.quoting import quoted

_MASK: Final = "\ue000"
"""A character for private use: a word to YAML, and found in no plan."""

_ENTRY = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?:(?P<key>[a-z0-9_-]+):[ ]+)?(?P<words>[^\s#].*?)[ ]*")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_SECTION = re.compile(r"^[a-z_]+: *(?:#.*|\r)?$", re.MULTILINE)
_FIRST_DASH = re.compile(r"(?:\r?\n *(?:#.*)?)*?(\n *- )")
_INDICATORS: Final = {
    '"': "a text that begins with a quote must be in quotes as a whole",
    "'": "a text that begins with a quote must be in quotes as a whole",
    "[": "a leading `[` begins a list",
    "{": "a leading `{` begins a mapping",
    "]": "a leading `]` ends a list",
    "}": "a leading `}` ends a mapping",
    ",": "a text cannot begin with a comma",
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
    """The words of one line that YAML cannot take, where they begin, and the finding about them.

    The parsers must get past the offset `past` with it.
    """

    start: int
    words: str
    past: int
    problem: Problem

    @property
    def mask(self) -> str:
        """Harmless text of the same length."""
        return _MASK * len(self.words)

    def apply(self, text: str) -> str:
        """The text with the words masked; no offset moves."""
        return text[: self.start] + self.mask + text[self.start + len(self.words) :]


Failure = Callable[[str, int], YamlSyntaxError | None]
"""The first thing that no parser takes in a text, or None; what stands before the entry at an offset need not be read."""


def find_mend(masked: str, error: YamlSyntaxError, failure: Failure) -> tuple[Mend, YamlSyntaxError | None] | None:
    """The mend after which the parsers get past `error` and what they refuse then; None where no line can be mended."""
    stopped = line_start(masked, error.offset)
    for start in _candidates(masked, error):
        mend = _mend_line(masked, start)
        if mend is None:
            continue
        then = failure(mend.apply(masked), mend.start)
        if then is None or (then.offset > mend.past and then.offset >= stopped and then.offset != error.offset):
            return mend, then
    return None


def window(text: str, offset: int) -> tuple[str, int]:
    """What of a text must be read to know whether the entry at an offset is sound: a first line, and the rest from where.

    Sections begin with a key at the left edge, their entries with a dash. Without this the reader would begin
    anew for every broken line.
    """
    section = None
    for section in _SECTION.finditer(text, 0, offset):
        pass
    if section is None:
        return "", 0
    dash = _FIRST_DASH.match(text, section.end())
    entry = text.rfind(dash[1], dash.start(1), offset + 1) if dash else -1
    return (section[0] + "\n", entry + 1) if entry >= 0 else ("", section.start())


def _candidates(text: str, error: YamlSyntaxError) -> Iterator[int]:
    """The starts of the lines that may be to blame.

    They are where the parser stopped, what it was inside of, the line before, and the nearest line above that
    opens a quote, since that one ends at the next quote, however far down.
    """
    stopped = line_start(text, error.offset)
    before = line_start(text, max(stopped - 1, 0))
    inside = stopped if error.context is None else line_start(text, error.context)
    seen = set()
    for start in (stopped, inside, before):
        if start not in seen:
            seen.add(start)
            yield start
    while stopped:
        stopped = line_start(text, stopped - 1)
        found = _entry(text, stopped)
        if found and found["words"][0] in "'\"" and not _QUOTED.match(found["words"]):
            if stopped not in seen:
                yield stopped
            return


def _entry(text: str, start: int) -> re.Match[str] | None:
    return _ENTRY.fullmatch(text, start, line_end(text, start))


def _mend_line(text: str, start: int) -> Mend | None:
    found = _entry(text, start)
    if found is None or _MASK in found[0] or "\t" in found[0]:
        return None
    words, key = found["words"], found["key"]
    reason = _reason(words)
    if not reason:
        return None
    written = f"{key}: " if key else "- "
    past, help_text = found.end(), f"write the line as: {written}{quoted(_unquoted(words))}"
    if not key and "-" not in found["lead"]:
        # No entry of its own: words that go on with the text above. If they were a key, the next line would fail.
        past = line_end(text, min(past + 2, len(text)))
        help_text = "put the whole text in quotes, from the line that it begins in"
    span = Span(found.start("words"), found.end("words"))
    problem = Problem(codes.EATEN_WORDS, (), f"YAML cannot read these words: {reason}", help_text, span=span)
    return Mend(span.start, words, past, problem)


def _reason(words: str) -> str:
    if words[0] in "-?" and words[1:2] != " ":
        return ""
    if words[0] in "'\"" and _QUOTED.fullmatch(re.sub(r" +#.*", "", words)):
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
