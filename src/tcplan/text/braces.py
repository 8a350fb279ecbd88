"""`{title: Attend, learn}`: to YAML the comma inside braces starts a new entry called `learn`."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from tcplan.finding import Mark, Path, Problem, Span
from tcplan.text import codes
from tcplan.text.frame import Frame
from tcplan.text.quoting import quoted

_UNSPACED = re.compile(r"([\w.-]+):([^\s/].*)")
_BREAK = re.compile(r"\s*[\r\n]\s*")


def eaten_commas(frame: Frame, text: str, marks: dict[Path, Mark]) -> Iterator[Problem]:
    """A problem for each value that a comma has cut short; its words are put together again."""
    keys = list(frame.values)
    ends = [marks[(*frame.path, key)].value.end for key in keys]
    after: dict[str | None, list[Span]] = {}
    for span in frame.eaten:
        before = bisect_right(ends, span.start)
        after.setdefault(keys[before - 1] if before else None, []).append(span)
    for key, spans in after.items():
        words = _BREAK.sub(" ", text[spans[0].start : spans[0].end])
        if key is not None and isinstance(frame.values[key], str):
            whole = _put_together(frame, key, spans[-1].end, text, marks)
            says = f"the comma inside {{ }} ends the value; `{words}` became a key of its own"
            help_text = f"put the words in quotes: {key}: {quoted(whole)}"
            if unspaced := _UNSPACED.fullmatch(words):
                says = f"`{words}` is one word to YAML: a space is missing behind its colon"
                help_text = f"write {unspaced[1]}: {unspaced[2]}"
            yield Problem(codes.EATEN_WORDS, (*frame.path, key), says, help_text, span=spans[0])
        else:
            says = f"`{words}` stands inside {{ }} without a value"
            yield Problem(codes.EATEN_WORDS, frame.path, says, "write every entry as key: value", span=spans[0])


def _put_together(frame: Frame, key: str, end: int, text: str, marks: dict[Path, Mark]) -> str:
    path = (*frame.path, key)
    mark = marks[path]
    whole = str(frame.values[key]) + _BREAK.sub(" ", text[mark.value.end : end])
    frame.values[key] = whole
    marks[path] = Mark(mark.key, Span(mark.value.start, end), "plain")
    return whole
