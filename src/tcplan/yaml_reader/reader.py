"""YAML to plain values with the place of each.

What you type is what is read (design, promise 1): every scalar stays text, an empty plain value is
None, and what YAML would do behind the writer's back is a problem with a place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Final

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.span import EntryMark, Path, Span, Value
from tcplan.yaml_reader.composer import Composer
from tcplan.yaml_reader.indentation import out_of_column, wrapped_words
from tcplan.yaml_reader.lines import line_end, line_start
from tcplan.yaml_reader.parser_messages import (
    in_plain_words,
    is_about_context,
    is_about_layout,
    odd_beginning,
    unfinished_merge,
    unspaced_colon,
)
from tcplan.yaml_reader.parsers import YamlSyntaxError, fast_events, has_c_parser, pure_events
from tcplan.yaml_reader.syntax_recovery import SyntaxRecovery, find_recovery, window
from tcplan.yaml_reader.tabs import certain_spaces, loose_tabs

BOM: Final = "\ufeff"

MAX_RECOVERIES: Final = 200
"""A file with more lines that YAML cannot read is probably no YAML at all."""

_NO_VALUE: Final = "mapping values are not allowed"
"""What a parser says of a line whose neighbour above, `- id:1`, should have been a key."""

NOT_CHECKED: Final = "until then the rest of this file is not checked"

MAX_CHARACTERS: Final = 20
"""So many characters that no text can hold are shown; a file with more is no text."""


@cache
def _unprintable_pattern() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@cache
def _doubtful_pattern() -> re.Pattern[str]:
    """What libyaml takes and the pure parser does not, or reads differently; there the pure parser decides."""
    return re.compile(r"\t|[|>][-+0-9]*#|[|>][-+0-9]* *(?:#[^\r\n]*)?(?:\r\n?|\n) +[\r\n]")


@cache
def _tab_pattern() -> re.Pattern[str]:
    return re.compile(r"\t")


@cache
def _leading_tab_pattern() -> re.Pattern[str]:
    return re.compile(r" *\t")


@cache
def _structure_tab_pattern() -> re.Pattern[str]:
    """A tab that is not between words; in a text that cannot be read no more can be said."""
    return re.compile(r"(?:^ *|[:-] *)\t", re.MULTILINE)


@cache
def _between_words_pattern() -> re.Pattern[str]:
    """A line whose first tab stands between two words."""
    return re.compile(r"[^\t]*[^\s:,\[{-][ ]*\t+[^\s#]")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: `data` is None when nothing sound could be read (then `problems` says why).

    `text` is without the byte order mark that `has_bom` tells of.
    """

    name: str
    text: str
    data: Value
    marks: dict[Path, EntryMark]
    problems: tuple[Problem, ...]
    has_bom: bool = False

    def encoded(self) -> bytes:
        """The bytes that were read."""
        return ((BOM if self.has_bom else "") + self.text).encode()


def read_text(text: str, name: str) -> Document:
    """Read the text of a file called `name`. Never raises: whatever is wrong stands in `problems`."""
    document = _read_text(text.removeprefix(BOM), name)
    return replace(document, has_bom=True) if text.startswith(BOM) else document


def _read_text(text: str, name: str) -> Document:
    if _unprintable_pattern().search(text):
        return _unread(name, text, _unprintable(text))
    if merge := unfinished_merge(text):
        message, help_text, span = merge
        return _unread(name, text, [Problem(codes.YAML_SYNTAX, (), message, f"{help_text}; {NOT_CHECKED}", span=span)])
    composed, mends, failure = _compose_recovering(text)
    if composed is None:
        told = [mend.problem for mend in mends]
        return _unread(name, text, [*told, *([failure] if failure else [])])
    if tabs := loose_tabs(text, composed.marks):
        return _unread(name, text, [*composed.problems, _tab_problem(tabs, text)])
    return Document(name, text, None if composed.broken else composed.root, composed.marks, tuple(composed.problems))


def _unread(name: str, text: str, problems: list[Problem]) -> Document:
    return Document(name, text, None, {}, tuple(problems))


def _unprintable(text: str) -> list[Problem]:
    """Invisible characters: no parser takes control characters, and no two agree on foreign line ends."""
    help_text = "delete it, or write an ordinary line break instead, and save the file as plain UTF-8 text"
    return [
        Problem(
            codes.UNREADABLE_FILE,
            (),
            f"the invisible character U+{ord(found[0]):04X} cannot stand in a plan file",
            help_text,
            span=Span(*found.span()),
        )
        for found in islice(_unprintable_pattern().finditer(text), MAX_CHARACTERS)
    ]


def _compose_recovering(text: str) -> tuple[Composer | None, list[SyntaxRecovery], Problem | None]:
    """Read the text; where YAML refuses a line whose meaning is plain, mask its words and read on."""
    mends: list[SyntaxRecovery] = []
    masked = text
    while True:
        try:
            return _compose(masked, text, mends), mends, None
        except YamlSyntaxError as caught:
            error: YamlSyntaxError | None = caught
        while error is not None:
            found = find_recovery(masked, error, _failure) if len(mends) < MAX_RECOVERIES else None
            if found is None:
                return None, sorted(mends), _syntax_problem(error, masked)
            mend, error = found
            mends.append(mend)
            masked = mend.apply(masked)


def _compose(masked: str, text: str, mends: Sequence[SyntaxRecovery] = ()) -> Composer:
    """Compose with the fast parser; where it refuses, or anything is unusual, the pure one decides.

    So nobody's findings depend on which parsers are installed. `masked` goes to the parser; `text` is what it
    stands for.
    """
    if has_c_parser() and not _doubtful_pattern().search(masked):
        try:
            composed = Composer(text, mends).run(fast_events(masked))
        except YamlSyntaxError:
            composed = None
        if composed and _is_ordinary(composed, mends):
            return composed
    return Composer(text, mends).run(pure_events(masked))


def _is_ordinary(composed: Composer, mends: Sequence[SyntaxRecovery]) -> bool:
    return isinstance(composed.root, dict) and not composed.unusual and len(composed.problems) == len(mends)


def _failure(masked: str, near: int) -> YamlSyntaxError | None:
    """The first thing that no parser takes, or None; what stands before the entry at `near` is known to be sound."""
    head, start = window(masked, near)
    text = head + masked[start:]
    try:
        _compose(text, text)
    except YamlSyntaxError as error:
        moved = start - len(head)
        context = None if error.context is None else max(error.context + moved, 0)
        return YamlSyntaxError(error.message, max(error.offset + moved, 0), context)
    return None


def _syntax_problem(error: YamlSyntaxError, text: str) -> Problem:
    if tab := _leading_tab_pattern().match(text, line_start(text, error.offset)) or _tab_pattern().match(
        text, error.offset
    ):
        more = [Span(*one.span()) for one in _structure_tab_pattern().finditer(text, tab.end())]
        return _tab_problem([Span(tab.end() - 1, tab.end()), *more], text)
    offset = error.offset
    if error.context is not None and is_about_context(error.message):
        offset = error.context
    message, help_text = in_plain_words(error.message)
    span = Span(offset, min(offset + 1, len(text)))
    line_above = line_start(text, max(line_start(text, error.offset) - 1, 0))
    end = line_end(text, error.offset)
    if odd := odd_beginning(text, line_above, error.offset):
        message, help_text, span = odd
    elif unspaced := unspaced_colon(text, line_above if _NO_VALUE in error.message else line_start(text, offset), end):
        message, help_text, span = unspaced
    elif is_about_layout(error.message) and (wrapped := wrapped_words(text, offset)):
        message, help_text, span = wrapped
    elif is_about_layout(error.message) and (fit := out_of_column(text, offset)):
        message, help_text, span = fit
    return Problem(codes.YAML_SYNTAX, (), message, f"{help_text}; {NOT_CHECKED}", span=span)


def _sound(text: str) -> Composer | None:
    """The text as it is read, where nothing is wrong with it."""
    try:
        composed = _compose(text, text)
    except YamlSyntaxError:
        return None
    return None if composed.problems or composed.broken else composed


def _tab_problem(found: list[Span], text: str) -> Problem:
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    says = f"a tab stands outside quotes and block text{more}"
    first = found[0]
    help_text = "write spaces instead"
    if _between_words_pattern().match(text, line_start(text, first.start), line_end(text, first.start)):
        help_text = "write a space instead; or, where two cells of a table stand here, make them two values"
    help_text = f"{help_text}; {NOT_CHECKED}"
    return Problem(codes.TAB, (), says, help_text, span=found[0], fix=certain_spaces(text, _sound))
