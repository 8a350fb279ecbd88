"""Values, their places and what is wrong with them, while a text is read: lists and mappings that fill up."""

import re
import sys
from functools import cache, cached_property
from typing import Any, Final

from tcplan.findings import codes
from tcplan.findings.marks import NO_KEY, MarkList, Marks
from tcplan.findings.span import NodeStyle, Path, Span, Value
from tcplan.values.limits import MAX_ITEMS, MAX_PROBLEMS, MAX_TITLE
from tcplan.yaml_reader import yaml_features
from tcplan.yaml_reader.braces import lost_commas
from tcplan.yaml_reader.misread import repeated_keys
from tcplan.yaml_reader.open_collection import OpenCollection
from tcplan.yaml_reader.problem_list import ProblemList
from tcplan.yaml_reader.quoting import NULL_WORDS

PLAIN: Final = NodeStyle.PLAIN
"""Asked for every key and value: a name of a module is found ten times as fast as a member of an enum."""


@cache
def _colon_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*:")


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\s|#[^\r\n]*)*-")


class Composition:
    """What a text comes to, with a stack of our own so that no input exhausts Python's.

    `broken` says that the values cannot be used at all, `unusual` that the text has something that the parsers
    are known to read differently.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Value = None
        self.problems = ProblemList()
        self.broken = False
        self.unusual = False
        self._marks = MarkList()
        self._stack: list[OpenCollection] = []
        self._texts: dict[str, str] = {}

    @cached_property
    def marks(self) -> Marks:
        """The places of all entries, once the text has been read, or as far as it was read."""
        for frame in self._stack:
            if frame.entry is not None:
                self._marks.close(frame.entry)
        return self._marks.of(self.root)

    @property
    def here(self) -> Path:
        """The path of what comes next."""
        return self._stack[-1].next_path if self._stack else ()

    @property
    def is_in_list(self) -> bool:
        """Whether what comes next is an item of a list."""
        return bool(self._stack) and not self._stack[-1].is_mapping

    @property
    def column(self) -> int:
        """The column of the innermost block collection; -1 outside of all."""
        return next((frame.column for frame in reversed(self._stack) if not frame.flow), -1)

    def take(self, value: str | None, start: int, end: int, style: NodeStyle) -> None:
        """Put a text where it belongs: the root, a list, a key or the value of a key."""
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        if frame.is_mapping and frame.key is None:
            self._take_key(frame, value or "", Span(start, end), style)
            return
        if value is None:
            start, end = self._empty_span(frame, Span(start, end))
        else:
            value = self._texts.setdefault(value, value)  # dates, colours and ids come again and again: kept once
        if not frame.skip_value:
            if style is PLAIN and value in NULL_WORDS:
                self._refuse_null(str(value), Span(start, end), frame.next_path)
                value = None
            self._put(frame, value, start, end, style)
        frame.key = None
        frame.skip_value = False

    def open(self, event: Any, values: Any, *, is_mapping: bool) -> None:
        """Begin a list or mapping, which fills up until it is closed."""
        span, path = Span(event.start_mark.index, event.end_mark.index), self.here
        parent = self._stack[-1] if self._stack else None
        flow = bool(event.flow_style)
        is_key = parent is not None and parent.is_mapping and parent.key is None
        discarded = parent is not None and (parent.discarded or parent.skip_value or is_key)
        self._check_collection(event, span, parent if is_key else None)
        if parent is None:
            self.root = values
        elif not discarded:
            self._put(parent, values, span.start, span.end, NodeStyle.FLOW if flow else NodeStyle.BLOCK)
        self.unusual |= flow and self.text[span.start] not in "{["  # `[a: b]`, a mapping without braces
        column = event.start_mark.column
        # Of a list in the column of its key the parsers give the first dash to the start, of others nothing.
        end = span.end if flow else span.start
        entry = None if parent is None or discarded else parent.entries[-1]
        opened = OpenCollection(values, path, span.start, column, flow, discarded, is_key, end, is_mapping, entry)
        self._stack.append(opened)

    def close(self, end: int) -> None:
        """End the innermost list or mapping; `end` is where the parser sees its end."""
        frame = self._stack.pop()
        if frame.lost_words and not frame.discarded:
            for problem in lost_commas(frame, self.text, self._marks):
                self.problems.add(problem)
        if frame.repeated and not frame.discarded:
            for problem in repeated_keys(frame):
                self.problems.add(problem)
        if not frame.flow:
            end = frame.end  # the parsers see the end of a block only at the next word after it
        if frame.entry is not None:
            self._marks.close(frame.entry, end)
        if not self._stack:
            return
        parent = self._stack[-1]
        parent.end = end
        if frame.is_key:
            parent.key, parent.key_span, parent.skip_value = "", Span(frame.start, end), True
        elif parent.is_mapping:
            parent.key, parent.skip_value = None, False

    def refuse_name(self, event: Any, span: Span) -> str:
        """Refuse an anchor or a tag; returns the words that are read instead."""
        words, here = yaml_features.words_of_name(self.text, span), self.here
        self.problems.add_made(codes.YAML_FEATURE, lambda: yaml_features.anchor_or_tag(event, words, span, here))
        return words

    def give_up(self, span: Span) -> None:
        """Read no further: there is more here than in any plan."""
        self.problems.add(yaml_features.too_many_values(span))
        self.broken = True

    def _refuse_null(self, value: str, span: Span, path: Path) -> None:
        self.problems.add_made(codes.NULL_WORD, lambda: yaml_features.null_word(value, span, path))

    def _put(self, frame: OpenCollection, value: Value, start: int, end: int, style: NodeStyle) -> None:
        if len(frame.values) >= MAX_ITEMS:
            if not frame.discarded and not self.broken:
                self.problems.add(yaml_features.too_many_items(Span(frame.start, frame.start + 1), frame.path))
                self.broken = True
            return
        if frame.is_mapping:
            frame.values[frame.key] = value
            key = frame.key_span
        else:
            frame.values.append(value)
            key = NO_KEY
        frame.end = end
        if not frame.discarded:
            frame.entries.append(self._marks.add(key, start, end, style))

    def _take_key(self, frame: OpenCollection, key: str, span: Span, style: NodeStyle) -> None:
        frame.key = key = sys.intern(key)  # there are few keys, and each is used hundreds of times
        frame.key_span = span
        if key == "<<" and style is PLAIN:
            here = self.here
            self.problems.add_made(codes.YAML_FEATURE, lambda: yaml_features.merged_keys(span, here))
            frame.skip_value = True
        elif len(key) > MAX_TITLE:
            self.problems.add(yaml_features.too_long_key(span, frame.path))
            frame.key, frame.skip_value = "", True
        elif frame.flow and style is PLAIN and not _colon_pattern().match(self.text, span.end):
            frame.lost_words.append(span)
            frame.skip_value = True
        elif key in frame.keys:
            frame.skip_value = True
            frame.count_of_repeated += 1
            if len(frame.repeated) <= MAX_PROBLEMS:
                frame.repeated.append((key, span))
        else:
            frame.keys.add(key)

    def _check_collection(self, event: Any, span: Span, key_of: OpenCollection | None) -> None:
        first = Span(span.start, span.start + 1)
        if key_of is not None and not key_of.discarded:
            start = key_of.start if key_of.flow else span.start
            here = self.here
            self.problems.add_made(
                codes.YAML_FEATURE, lambda: yaml_features.bracket_as_key(self.text, first, start, here)
            )
        elif event.anchor is not None or event.tag is not None:
            self.refuse_name(event, span)
        if len(self._stack) == yaml_features.MAX_DEPTH:
            self.problems.add(yaml_features.too_deep(first, self.here))
            self.broken = True

    def _empty_span(self, frame: OpenCollection, span: Span) -> Span:
        """Where an empty value is: right after its colon or dash (the parsers place it differently)."""
        pattern, start = (_colon_pattern(), frame.key_span.end) if frame.is_mapping else (_dash_pattern(), frame.end)
        found = pattern.match(self.text, start)
        return Span(found.end(), found.end()) if found else span
