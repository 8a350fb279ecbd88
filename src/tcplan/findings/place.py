"""Where a problem is: from a path of the data to file, line and column."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Final

from tcplan.findings.finding import Finding, Place, Problem
from tcplan.findings.marks import Marks
from tcplan.findings.plan_terms import PLURALS, plan_terms
from tcplan.findings.span import NodeStyle, Path, Span
from tcplan.values.text_length import cut_middle, cut_sentence

LONGEST_EXCERPT: Final = 400
LONGEST_WHERE: Final = 400
"""Characters of the line, and of the place in plan terms, that a finding has."""

ELLIPSIS: Final = "…"


@cache
def _line_break_pattern() -> re.Pattern[str]:
    return re.compile(r"\r\n|\r|\n")


@cache
def _word_start_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w@])(?<!\w[.+-])")


@cache
def _word_end_pattern() -> re.Pattern[str]:
    return re.compile(r"(?![\w@]|[.+-]\w)")


class Locator:
    """Turns paths into places for one file: its shown name, its text, its marks and its data."""

    def __init__(self, name: str, text: str, marks: Marks, data: Any) -> None:
        self.name = name
        self.text = text
        self.marks = marks
        self.data = data

    def finding(self, problem: Problem) -> Finding:
        """The problem with its place, in the terms of an editor and in those of the plan."""
        also = None
        if problem.also is not None:
            also = self._place(self.span(problem.also, on_key=False), problem.also_says)
        span = problem.span or self._narrow(self.span(problem.path, on_key=problem.on_key), problem.words)
        where = cut_middle(plan_terms(problem.path, self.data), LONGEST_WHERE)
        place = self._place(span)
        message, help_ = cut_sentence(problem.message), cut_sentence(problem.help)
        about = problem.entries or tuple(
            dict.fromkeys(plan_terms(path, self.data) for path in problem.about or self._entry_of(problem.path))
        )
        return Finding(
            self.name, problem.code, message, help_, where, place, also, problem.fix, about=about, of=problem.of
        )

    def _entry_of(self, path: Path) -> Iterator[Path]:
        """The entry of a table that a path goes through, if it does; an only entry may be written without a list."""
        if len(path) > 1 and isinstance(path[1], int):
            yield path[:2]
        elif (
            path
            and path[0] in PLURALS.values()
            and isinstance(self.data, dict)
            and isinstance(self.data.get(path[0]), dict)
        ):
            yield path[:1]

    def span(self, path: Path, *, on_key: bool) -> Span:
        """The span of a value or key; if it is not in the file, that of the nearest entry that contains it."""
        exact = True
        while path:
            mark = self.marks.get(path)
            if mark is not None:
                wants_key = on_key or not exact or mark.style is NodeStyle.BLOCK or mark.value.start == mark.value.end
                if wants_key and mark.key is not None:
                    return mark.key
                if mark.style is NodeStyle.BLOCK and (first := self._first_key(path)):
                    return first
                return mark.value
            path, exact = path[:-1], False
        return Span(0, 0)

    def _narrow(self, span: Span, words: str) -> Span:
        """Some words within a span, if the file has them as they are read; otherwise the span.

        Words by themselves come first, so that `1.1` is found as the second of `1.11 and 1.1`.
        """
        if not words:
            return span
        first = start = self.text.find(words, span.start, span.end)
        while start >= 0:
            end = start + len(words)
            # Two patterns for all words: to compile one for each takes longer than all else that a finding needs.
            if _word_start_pattern().match(self.text, start) and _word_end_pattern().match(self.text, end, span.end):
                return Span(start, end)
            start = self.text.find(words, start + 1, span.end)
        return span if first < 0 else Span(first, first + len(words))

    def _first_key(self, item: Path) -> Span | None:
        """The first key and value of a list item, so that a whole item is not underlined."""
        mark = self.marks.first_in(item)
        if mark is None or mark.key is None or mark.key.start != self.marks[item].value.start:
            return None
        return Span(mark.key.start, max(mark.key.end, mark.value.end if mark.style is NodeStyle.PLAIN else 0))

    def _place(self, span: Span, says: str = "") -> Place:
        start, end = min(span.start, len(self.text)), min(span.end, len(self.text))
        line = bisect_right(self._starts, start) - 1
        end_line = bisect_right(self._starts, max(end - 1, start)) - 1
        excerpt, cut = self._excerpt(line, start)
        return Place(
            file=self.name,
            line=line + 1,
            column=start - self._starts[line] + 1,
            end_line=end_line + 1,
            end_column=end - self._starts[end_line] + 1,
            excerpt=excerpt,
            says=cut_sentence(says),
            cut=cut,
        )

    @cached_property
    def _starts(self) -> "array[int]":
        """Where each line begins, as numbers: a list of them would take more memory than the file."""
        starts = array("i", (0,))
        starts.extend(match.end() for match in _line_break_pattern().finditer(self.text))
        return starts

    def _excerpt(self, number: int, start: int) -> tuple[str, int]:
        """A line, or of a long one the part around `start`, and how many of its characters are before the part.

        A file of one line may have as many findings as characters: whole lines would take the square of its size.
        """
        first, end = self._starts[number], self._line_end(number)
        if end - first <= LONGEST_EXCERPT:
            return self.text[first:end], 0
        begin = max(first, min(start - LONGEST_EXCERPT // 2, end - LONGEST_EXCERPT))
        last = begin + LONGEST_EXCERPT
        before, after = ELLIPSIS * (begin > first), ELLIPSIS * (last < end)
        return before + self.text[begin + len(before) : last - len(after)] + after, begin - first

    def _line_end(self, number: int) -> int:
        """Where a line ends, without its line break."""
        if number + 1 == len(self._starts):
            return len(self.text)
        end = self._starts[number + 1]
        return end - (2 if self.text[end - 2 : end] == "\r\n" else 1)
