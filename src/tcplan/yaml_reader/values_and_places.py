"""Values, their places and what is wrong with them, while a text is read: lists and mappings that fill up."""

import re
import sys
from functools import cache, cached_property
from typing import Any, Final

from tcplan.findings import codes
from tcplan.findings.marks import NO_KEY, STYLE_NUMBERS, MarkList, Marks
from tcplan.findings.span import NodeStyle, Path, Span, Value
from tcplan.values.limits import MAX_ITEMS, MAX_PROBLEMS, MAX_TITLE
from tcplan.yaml_reader import yaml_features
from tcplan.yaml_reader.braces import lost_commas
from tcplan.yaml_reader.misread import repeated_keys
from tcplan.yaml_reader.open_collection import OpenCollection
from tcplan.yaml_reader.problem_list import ProblemList
from tcplan.yaml_reader.quoting import NULL_WORDS

PLAIN: Final = STYLE_NUMBERS[NodeStyle.PLAIN]
FLOW: Final = STYLE_NUMBERS[NodeStyle.FLOW]
BLOCK: Final = STYLE_NUMBERS[NodeStyle.BLOCK]
"""Asked for every key and value: a name of a module is found ten times as fast as a member of an enum."""

SHORT: Final = 24
"""Characters of a text that is kept once: dates, colours, ids and owners come again and again, sentences do not."""


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

    def take(self, value: str | None, start: int, end: int, style: int) -> None:
        """Put a text where it belongs: the root, a list, a key or the value of a key.

        Of all here this alone is done for every key and value: it makes no objects and calls little.
        """
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        if frame.is_mapping and frame.key is None:
            frame.key = key = sys.intern(value or "")  # there are few keys, and each is used hundreds of times
            frame.key_start, frame.key_end = start, end
            if key in frame.values or frame.flow or key == "<<" or len(key) > MAX_TITLE:
                self._check_key(frame, key, start, end, style)
            return
        if value is None:
            start, end = self._empty_span(frame, start, end)
        elif len(value) <= SHORT:
            value = self._texts.setdefault(value, value)
            if style == PLAIN and value in NULL_WORDS and not frame.skip_value:
                self._refuse_null(value, Span(start, end), frame.next_path)
                value = None
        if frame.skip_value:
            frame.skip_value = False
        else:
            self._put(frame, value, start, end, style)
        frame.key = None

    def open(self, event: Any, values: Any, *, is_mapping: bool) -> None:
        """Begin a list or mapping, which fills up until it is closed."""
        start_mark = event.start_mark
        start, end = start_mark.index, event.end_mark.index
        parent = self._stack[-1] if self._stack else None
        path = parent.next_path if parent is not None else ()
        flow = bool(event.flow_style)
        is_key = parent is not None and parent.is_mapping and parent.key is None
        if is_key or event.anchor is not None or event.ctag is not None or len(self._stack) == yaml_features.MAX_DEPTH:
            self._check_collection(event, Span(start, end), parent if is_key else None)
        discarded, entry = False, None
        if parent is None:
            self.root = values
        elif parent.discarded or parent.skip_value or is_key:
            discarded = True
            if parent.is_mapping and not parent.skip_value and not is_key:
                parent.values[parent.key] = None  # so that the key is known when it comes again
        else:
            entry = self._put(parent, values, start, end, FLOW if flow else BLOCK)
        if flow:
            self.unusual |= self.text[start] not in "{["  # `[a: b]`, a mapping without braces
        else:
            end = start  # the parsers give the first dash of a list in the column of its key to the start
        column = start_mark.column
        self._stack.append(OpenCollection(values, path, start, column, flow, discarded, is_key, end, is_mapping, entry))

    def close(self, end: int) -> None:
        """End the innermost list or mapping; `end` is where the parser sees its end."""
        frame = self._stack.pop()
        if frame.lost_words and not frame.discarded:
            for problem in lost_commas(frame, frame.lost_words, self.text, self._marks):
                self.problems.add(problem)
        if frame.repeated and not frame.discarded:
            for problem in repeated_keys(frame, frame.repeated):
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
            parent.key, parent.key_start, parent.key_end, parent.skip_value = "", frame.start, end, True
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

    def _put(self, frame: OpenCollection, value: Value, start: int, end: int, style: int) -> int | None:
        """Put a value into a collection; returns what the marks know it by, None where it is not kept."""
        values = frame.values
        if len(values) >= MAX_ITEMS:
            if not frame.discarded and not self.broken:
                self.problems.add(yaml_features.too_many_items(Span(frame.start, frame.start + 1), frame.path))
                self.broken = True
            return None
        frame.end = end
        if frame.is_mapping:
            values[frame.key] = value
            if frame.discarded:
                return None
            return self._marks.add(frame.key_start, frame.key_end, start, end, style)
        values.append(value)
        return None if frame.discarded else self._marks.add(NO_KEY, NO_KEY, start, end, style)

    def _check_key(self, frame: OpenCollection, key: str, start: int, end: int, style: int) -> None:
        """Refuse a key that cannot be one, or has come before."""
        if key == "<<" and style == PLAIN:
            span, here = Span(start, end), self.here
            self.problems.add_made(codes.YAML_FEATURE, lambda: yaml_features.merged_keys(span, here))
            frame.skip_value = True
        elif len(key) > MAX_TITLE:
            self.problems.add(yaml_features.too_long_key(Span(start, end), frame.path))
            frame.key, frame.skip_value = "", True
        elif frame.flow and style == PLAIN and not _colon_pattern().match(self.text, end):
            frame.lost_words = frame.lost_words or []
            frame.lost_words.append(Span(start, end))
            frame.skip_value = True
        elif key in frame.values:
            frame.skip_value = True
            frame.count_of_repeated += 1
            frame.repeated = frame.repeated or []
            if len(frame.repeated) <= MAX_PROBLEMS:
                frame.repeated.append((key, Span(start, end)))

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

    def _empty_span(self, frame: OpenCollection, start: int, end: int) -> tuple[int, int]:
        """Where an empty value is: right after its colon or dash (the parsers place it differently)."""
        pattern, after = (_colon_pattern(), frame.key_end) if frame.is_mapping else (_dash_pattern(), frame.end)
        found = pattern.match(self.text, after)
        return (found.end(), found.end()) if found else (start, end)
