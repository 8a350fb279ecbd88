"""Lines that YAML refuses and every reader understands: `title: Phase 2: the plan`.

The words are masked so that the rest of the file can be read, and the finding prints the line as it
should be. A recovery is only taken when the parsers get further with it.
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
from tcplan.yaml_reader.brackets import CLOSING, diagnose_flow, is_left_open
from tcplan.yaml_reader.lines import line_end, line_start
from tcplan.yaml_reader.parsers import YamlSyntaxError
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.refused_words import certain_words, is_quoted, reason_of_refusal, without_lone_quote

_MASK: Final = "\ue000"
"""A character for private use: a word to YAML, and found in no plan."""


@cache
def _entry_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<lead>[ ]*(?:- +)*)(?:(?P<key>[a-z0-9_-]+):[ ]+)?(?P<words>[^\s#].*)")


@cache
def _key_alone_pattern() -> re.Pattern[str]:
    return re.compile(r"[a-z_]+:")


@cache
def _next_line_pattern() -> re.Pattern[str]:
    return re.compile(r"[\r\n ]*[\r\n]( *)[^\s#]")


@cache
def _section_pattern() -> re.Pattern[str]:
    return re.compile(r"^[a-z_]+: *(?:#.*|\r)?$", re.MULTILINE)


@cache
def _first_dash_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\r?\n *(?:#[^\r\n]*)?)*?\r?(\n *- )")


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
    """The recovery that gets the parsers past `error`, and what they refuse then; None where no line allows one."""
    stopped = line_start(masked, error.offset)
    for start in _candidates(masked, error):
        recovery = _recover_line(masked, start)
        if recovery is None:
            continue
        then = failure(recovery.apply(masked), recovery.start)
        # The wrong line masked often moves the failure without curing it. So the next one must be further down than
        # the masked words and than the line of the first one; the same offset again would be the same failure.
        if then is None or (then.offset > recovery.past and then.offset >= stopped and then.offset != error.offset):
            return recovery, then
    return None


def window(text: str, offset: int) -> tuple[str, int]:
    """What must be read to know whether the entry at an offset is sound: a first line, and the text from where on.

    Sections begin with a key at the left edge, their entries with a dash. Without this the reader would begin
    anew for every broken line, and the time for a file would grow with the square of its length.
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
    # The one that is open may be far up: each kind is looked for until one is found, whether or not it is the culprit.
    wanted = [lambda words: words[0] in "'\"" and not is_quoted(words), is_left_open]
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


def _recover_line(text: str, start: int) -> SyntaxRecovery | None:
    """The recovery that masks the words of one line; None where YAML takes them, or they go on with no text above."""
    found = _entry(text, start)
    if found is None or _MASK in found[0] or "\t" in found[0]:
        return None
    words, past = found["words"], found.end()
    reason = reason_of_refusal(words)
    # A line without a key of its own is masked only where it can go on with the text above it: else its words are
    # probably a key or an item in the wrong column, and to make a text of them would hide that.
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
    help_text = f"write the line as: {f'{key}: ' if key else '- '}{quoted(without_lone_quote(words))}"
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
