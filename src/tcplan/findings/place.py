"""Where a problem is: from a path of the data to file, line and column."""

import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import Any

from tcplan.findings.finding import Finding, Place, Problem
from tcplan.findings.marks import Marks
from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import NodeStyle, Path, Span


@cache
def _line_break_pattern() -> re.Pattern[str]:
    return re.compile(r"\r\n|\r|\n")


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
        where = plan_terms(problem.path, self.data)
        place = self._place(span)
        return Finding(self.name, problem.code, problem.message, problem.help, where, place, also, problem.fix)

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
        alone = re.compile(rf"(?<![\w@])(?<!\w[.+-]){re.escape(words)}(?![\w@]|[.+-]\w)")
        match = alone.search(self.text, span.start, span.end)
        start = match.start() if match else self.text.find(words, span.start, span.end)
        return span if start < 0 else Span(start, start + len(words))

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
        return Place(
            file=self.name,
            line=line + 1,
            column=start - self._starts[line] + 1,
            end_line=end_line + 1,
            end_column=end - self._starts[end_line] + 1,
            excerpt=self._line(line),
            says=says,
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _line_break_pattern().finditer(self.text))]

    def _line(self, number: int) -> str:
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : end].rstrip("\r\n")
