"""`{title: Attend, learn}`: to YAML the comma inside braces starts a new entry called `learn`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from tcplan.findings import codes
from tcplan.findings.change import Rewrite
from tcplan.findings.finding import Problem
from tcplan.findings.marks import STYLE_NUMBERS, MarkList
from tcplan.findings.span import NodeStyle, Span
from tcplan.values.text_length import shortened
from tcplan.yaml_reader.open_collection import OpenCollection
from tcplan.yaml_reader.quoting import quoted


@cache
def _unspaced_pattern() -> re.Pattern[str]:
    return re.compile(r"([\w.-]+):([^\s/].*)")


@cache
def _break_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[\r\n]\s*")


def lost_commas(frame: OpenCollection, lost_words: list[Span], text: str, marks: MarkList) -> Iterator[Problem]:
    """A problem for each value that a comma has cut short; its words are put together again."""
    keys = list(frame.values)
    entries = dict(zip(keys, marks.entries_in(frame.entry), strict=True))
    ends = [marks.mark(entry).value.end for entry in entries.values()]
    after: dict[str | None, list[Span]] = {}
    # Words between two values follow a comma in the first of them; several may have been cut off the same value.
    for span in lost_words:
        if _unspaced_pattern().fullmatch(text, span.start, span.end):
            yield _with_a_space(frame, span, text, marks)
            continue
        before = bisect_right(ends, span.start)
        after.setdefault(keys[before - 1] if before else None, []).append(span)
    spaced = all(text[span.start - 1] == " " for span in lost_words)
    for key, spans in after.items():
        words = _break_pattern().sub(" ", text[spans[0].start : spans[0].end])
        if key is not None and isinstance(frame.values[key], str):
            mark = marks.mark(entries[key])
            is_certain = mark.style is NodeStyle.PLAIN and spaced and len(spans) == len(lost_words)
            whole = str(frame.values[key]) + _break_pattern().sub(" ", text[mark.value.end : spans[-1].end])
            frame.values[key] = whole
            marks.replace(entries[key], mark.value.start, spans[-1].end, STYLE_NUMBERS[NodeStyle.PLAIN])
            span = Span(mark.value.start, spans[-1].end)
            fix = Rewrite((*frame.path, key), whole, span) if is_certain else None
            says = f"the comma inside {{ }} ends the value, so `{shortened(words)}` became a separate key"
            quotes = f"put the words in quotes: {key}: {quoted(whole)}"
            help_text = quotes if spaced else f"delete the comma; or, if it belongs to the text, {quotes}"
            yield Problem(codes.LOST_WORDS, (*frame.path, key), says, help_text, span=spans[0], fix=fix)
        else:
            says = f"`{shortened(words)}` has no value inside {{ }}"
            yield Problem(codes.LOST_WORDS, frame.path, says, "write every entry as key: value", span=spans[0])


def _with_a_space(frame: OpenCollection, span: Span, text: str, marks: MarkList) -> Problem:
    """`{as:merged}`: without a space after the colon it is one word; it is read as it was meant."""
    key, value = text[span.start : span.end].split(":", 1)
    path, fix = (*frame.path, key), None
    if key not in frame.values:
        fix = Rewrite(path, value, Span(span.end - len(value), span.end))
        frame.values[key] = value
        style = STYLE_NUMBERS[NodeStyle.PLAIN]
        marks.add(span.start, span.start + len(key), span.end - len(value), span.end, style)
    says = f"`{key}:{value}` is one word to YAML: there is no space after its colon"
    return Problem(codes.LOST_WORDS, path, says, f"write {key}: {value}", span=span, fix=fix)
