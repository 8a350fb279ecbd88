"""YAML to plain values with the place of each.

What you type is what is read (design, promise 1): every scalar stays text, an empty plain value is
None, and what YAML would do behind the writer's back is a problem with a place.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

from tcplan.finding import Mark, Path, Problem, Span
from tcplan.text import codes
from tcplan.text.composer import Composer, Value
from tcplan.text.mending import Mend, find_mend
from tcplan.text.parsers import YamlSyntaxError, fast_events, has_c_parser, pure_events

MAX_MENDS: Final = 50
"""A file with more lines that YAML cannot read is probably no YAML at all."""

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_DOUBTFUL = re.compile(r"\t|[|>][-+0-9]*#")
_QUOTED_STYLES: Final = ("'", '"', "|", ">")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: `data` is None when nothing sound could be read (then `problems` says why)."""

    name: str
    text: str
    data: Value
    marks: dict[Path, Mark]
    problems: tuple[Problem, ...]


def read_text(text: str, name: str) -> Document:
    """Read the text of a file called `name`. Never raises: whatever is wrong stands in `problems`."""
    text = text.removeprefix("\ufeff")
    if bad := _UNPRINTABLE.search(text):
        says = f"the character U+{ord(bad[0]):04X} cannot stand in a YAML file"
        help_text = "delete it, and save the file as plain UTF-8 text"
        return _unread(name, text, [Problem(codes.UNREADABLE_FILE, (), says, help_text, span=Span(*bad.span()))])
    composed, mends, failure = _compose_mending(text)
    problems = [mend.problem for mend in mends]
    if composed is None:
        return _unread(name, text, [*problems, *([failure] if failure else [])])
    if tabs := _tabs(text, composed.marks):
        return _unread(name, text, [*problems, tabs])
    _unmask(composed, mends)
    problems += composed.problems
    data = None if composed.broken else composed.root
    return Document(name, text, data, composed.marks, tuple(problems))


def _unread(name: str, text: str, problems: list[Problem]) -> Document:
    return Document(name, text, None, {}, tuple(problems))


def _compose_mending(text: str) -> tuple[Composer | None, list[Mend], Problem | None]:
    """Read the text; where YAML refuses a line whose meaning is plain, mask its words and read on."""
    mends: list[Mend] = []
    masked = text
    while True:
        try:
            return _compose(masked, text), mends, None
        except YamlSyntaxError as error:
            mend = find_mend(masked, text, error, _fails_at) if len(mends) < MAX_MENDS else None
            if mend is None:
                return None, mends, _syntax_problem(error, masked)
            mends.append(mend)
            masked = mend.apply(masked)


def _compose(masked: str, text: str) -> Composer:
    """Compose with the fast parser; when it refuses, the pure one decides and words the error."""
    if has_c_parser() and not _DOUBTFUL.search(masked):
        try:
            composed = Composer(text).run(fast_events(masked))
            if not composed.problems and isinstance(composed.root, dict):
                return composed
        except YamlSyntaxError:
            pass
    return Composer(text).run(pure_events(masked))


def _fails_at(masked: str) -> int | None:
    """The offset of the first thing that no parser takes, or None."""
    try:
        _compose(masked, masked)
    except YamlSyntaxError as error:
        return error.offset
    return None


def _unmask(composed: Composer, mends: list[Mend]) -> None:
    """Put the real words of the mended lines in the place of their masks."""
    starts = {mend.start: mend for mend in mends}
    if not starts:
        return
    for path, mark in composed.marks.items():
        mend = starts.get(mark.value.start)
        if mend is None or mark.style != "plain":
            continue
        holder: Any = composed.root
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = mend.words + holder[path[-1]].removeprefix(mend.mask)


def _syntax_problem(error: YamlSyntaxError, text: str) -> Problem:
    start = text.rfind("\n", 0, error.offset) + 1
    if tab := re.compile(r" *\t").match(text, start) or re.compile(r"\t").match(text, error.offset):
        return _tab_problem([Span(tab.end() - 1, tab.end())])
    offset = error.offset
    if error.context is not None and offset >= len(text.rstrip()):
        offset = error.context  # an opening quote or bracket that nothing closes: the end of the file explains nothing
    says = f"this is not YAML: {error.message}"
    help_text = "compare the indentation, quotes and brackets here and in the line above"
    return Problem(codes.YAML_SYNTAX, (), says, help_text, span=Span(offset, min(offset + 1, len(text))))


def _tabs(text: str, marks: dict[Path, Mark]) -> Problem | None:
    """A tab outside quotes, block text and comments: the parsers disagree about those, so none is taken."""
    if "\t" not in text:
        return None
    quoted = sorted(mark.value for mark in marks.values() if mark.style in _QUOTED_STYLES)
    position, found = 0, []
    for tab in re.finditer("\t", text):
        while position < len(quoted) and quoted[position].end <= tab.start():
            position += 1
        inside = position < len(quoted) and quoted[position].start <= tab.start()
        before = text[text.rfind("\n", 0, tab.start()) + 1 : tab.start()]
        if not inside and not re.search(r"(^|\s)#", before):
            found.append(Span(*tab.span()))
    return _tab_problem(found) if found else None


def _tab_problem(found: list[Span]) -> Problem:
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return Problem(codes.TAB, (), f"a tab stands outside quotes and block text{more}", "write spaces instead", span=found[0])
