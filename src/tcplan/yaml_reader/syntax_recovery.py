"""Lines that YAML refuses and every reader understands: `title: Phase 2: the plan`.

The words are masked so that the rest of the file can be read, and the finding prints the line as it
should be. A mend is only taken when the parsers get further with it.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from tcplan.findings import codes
from tcplan.findings.change import Rewrite
from tcplan.findings.finding import Problem
from tcplan.findings.span import Span
from tcplan.yaml_reader.brackets import CLOSING, diagnose_flow, is_left_open, is_whole
from tcplan.yaml_reader.lines import line_end, line_start
from tcplan.yaml_reader.parsers import YamlSyntaxError
from tcplan.yaml_reader.quoting import quoted

_MASK: Final = "\ue000"
"""A character for private use: a word to YAML, and found in no plan."""


@cache
def _entry_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<lead>[ ]*(?:- +)*)(?:(?P<key>[a-z0-9_-]+):[ ]+)?(?P<words>[^\s#].*)")


@cache
def _block_mark_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>][-+0-9]*(?: +#.*)?")


@cache
def _key_alone_pattern() -> re.Pattern[str]:
    return re.compile(r"[a-z_]+:")


@cache
def _next_line_pattern() -> re.Pattern[str]:
    return re.compile(r"[\r\n ]*[\r\n]( *)[^\s#]")


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?: +#.*| *$)""")


@cache
def _section_pattern() -> re.Pattern[str]:
    return re.compile(r"^[a-z_]+: *(?:#.*|\r)?$", re.MULTILINE)


@cache
def _first_dash_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\r?\n *(?:#[^\r\n]*)?)*?\r?(\n *- )")


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


@cache
def _begins_text_pattern() -> re.Pattern[str]:
    """What begins with a character of YAML and is certainly a text: words go on after the bracket or the emphasis."""
    return re.compile(r"[%@`]|\[[^\[\]{}]+\] *[^\s,:]|\{[^\[\]{}]+\} *[^\s,:]|(\*+)\w[^*]*\w\1 ?[^*]*$")


@cache
def _apostrophes_pattern() -> re.Pattern[str]:
    """A text in single quotes with apostrophes inside words."""
    return re.compile(r"'(?:[^']|(?<=\w)'(?=\w))+'")


class SyntaxRecovery(NamedTuple):
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
"""The first thing that no parser takes in a text that is sound up to the entry at an offset, or None."""


def find_recovery(
    masked: str, error: YamlSyntaxError, failure: Failure
) -> tuple[SyntaxRecovery, YamlSyntaxError | None] | None:
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
    """What must be read to know whether the entry at an offset is sound: a first line, and the text from where on.

    Sections begin with a key at the left edge, their entries with a dash. Without this the reader would begin
    anew for every broken line.
    """
    sections = deque(_section_pattern().finditer(text, 0, offset), maxlen=1)
    if not sections:
        return "", 0
    section = sections[0]
    dash = _first_dash_pattern().match(text, section.end())
    entry = text.rfind(dash[1], dash.start(1), offset + 1) if dash else -1
    return (section[0] + "\n", entry + 1) if entry >= 0 else ("", section.start())


def _candidates(text: str, error: YamlSyntaxError) -> Iterator[int]:
    """The starts of the lines that may be to blame.

    They are where the parser stopped, what it was inside of, the line before, and the nearest lines above that open
    a bracket or a quote, since these end at the next of their kind, however far down.
    """
    stopped = line_start(text, error.offset)
    before = line_start(text, max(stopped - 1, 0))
    inside = stopped if error.context is None else line_start(text, error.context)
    seen = set()
    for start in (stopped, inside, before):
        if start not in seen:
            seen.add(start)
            yield start
    wanted = [lambda words: words[0] in "'\"" and not _quoted_pattern().match(words), is_left_open]
    while stopped and wanted:
        stopped = line_start(text, stopped - 1)
        found = _entry(text, stopped)
        opens = [test for test in wanted if found and test(found["words"])]
        if opens and stopped not in seen:
            yield stopped
        wanted = [test for test in wanted if test not in opens]


def _entry(text: str, start: int) -> re.Match[str] | None:
    line = text[start : line_end(text, start)].rstrip(" ")
    return _entry_pattern().fullmatch(text, start, start + len(line))


def _mend_line(text: str, start: int) -> SyntaxRecovery | None:
    found = _entry(text, start)
    if found is None or _MASK in found[0] or "\t" in found[0]:
        return None
    words, past = found["words"], found.end()
    reason = _reason(words)
    if not reason or (_is_continued_from_above(found) and not _can_go_on(text, found)):
        return None
    if _is_continued_from_above(found):
        past = line_end(text, min(past + 2, len(text)))  # were the words a key, the next line would fail
    span = Span(found.start("words"), found.end("words"))
    message = f"YAML cannot read these words: {reason}"
    meant = None if _is_continued_from_above(found) or _is_continued_below(text, found) else certain_words(words)
    fix = None if meant is None else Rewrite((), meant, span)
    problem = Problem(codes.LOST_WORDS, (), message, _help(text, found), span=span, fix=fix)
    if words[0] in CLOSING and (between := diagnose_flow(words, span.start)):
        problem = Problem(codes.LOST_WORDS, (), between.message, between.help, span=between.span)
    return SyntaxRecovery(span.start, words, past, problem)


def _help(text: str, found: re.Match[str]) -> str:
    """The line as it should be, where the words are all on this line."""
    words, key = found["words"], found["key"]
    help_text = f"write the line as: {f'{key}: ' if key else '- '}{quoted(_unquoted(words))}"
    if _is_continued_from_above(found) or _is_continued_below(text, found):
        help_text = "put the whole text in quotes, from the first of its lines to the last"
    closing = CLOSING.get(words[0])
    if closing and closing not in words:
        return f"close it with `{closing}`; if these are words, {help_text}"
    return help_text


def _is_continued_from_above(found: re.Match[str]) -> bool:
    return not found["key"] and "-" not in found["lead"]


def _can_go_on(text: str, found: re.Match[str]) -> bool:
    """Whether a line may go on with the text of the entry above it: words, far enough to the right."""
    start = found.start()
    if _key_alone_pattern().fullmatch(found["words"]):
        return False
    while start:
        start = line_start(text, start - 1)
        above = _entry(text, start)
        if above and (above["key"] or "-" in above["lead"]):
            column = len(above["lead"]) if above["key"] else above["lead"].rfind("-")
            return len(found["lead"]) > column and above["words"][0] not in "|>"
    return True


def _is_continued_below(text: str, found: re.Match[str]) -> bool:
    column = len(found["lead"]) if found["key"] else found["lead"].rfind("-")
    below = _next_line_pattern().match(text, found.end())
    return below is not None and len(below[1]) > column


def _reason(words: str) -> str:
    if words[0] in "-?" and words[1:2] != " ":
        return ""
    if words[0] in "'\"" and _quoted_pattern().match(words):
        return ""
    if _block_mark_pattern().fullmatch(words) or (words[0] in CLOSING and is_whole(words)):
        return ""
    if words[0] in _INDICATORS:
        return _INDICATORS[words[0]]
    if ": " in words or words.endswith(":"):
        return "`: ` inside a text makes a key of what stands before it"
    return ""


def certain_words(words: str) -> str | None:
    """The text that is meant by words that YAML cannot take, or None where they may mean another."""
    if " #" in words or "\\" in words:
        return None  # a comment, an escape: who writes those knows what they mean to YAML
    match words[0]:
        case '"':
            count = words.count('"')
            return _unquoted(words) if count == 1 or (count == 2 and words[-1] != '"') else None  # noqa: PLR2004 (a pair)
        case "'":
            return _unquoted(words) if _apostrophes_pattern().fullmatch(words) else None
        case first:
            return words if first not in _INDICATORS or _begins_text_pattern().match(words) else None


def _unquoted(words: str) -> str:
    """A half-quoted text without the lone quote it begins with; one with a quote inside without those around it."""
    if words[0] == words[-1] == "'" and len(words) > 2:  # noqa: PLR2004 (more than the two quotes)
        return words[1:-1].replace("''", "'")
    if words[0] in "'\"" and words.count(words[0]) == 1:
        return words[1:] if words[0] == '"' else words
    return words
