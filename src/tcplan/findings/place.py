"""Where a problem is: from a path of the data to file, line and column, and to the words of the plan."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from tcplan.findings.finding import Finding, Place, Problem
from tcplan.findings.span import EntryMark, Path, Span


@cache
def _line_break_pattern() -> re.Pattern[str]:
    return re.compile(r"\r\n|\r|\n")


_SINGULAR: Final = {
    "pillars": "pillar",
    "objectives": "objective",
    "actions": "action",
    "measures": "measure",
    "voice": "voice entry",
    "updates": "update",
    "success": "success criterion",
    "steps": "step",
    "quotes": "quote",
    "answers": "answer",
    "reports": "report",
    "reviews": "review",
    "closing": "closing",
    "questions": "question",
    "items": "item",
    "owners": "owner",
}
PLURALS: Final = {noun: table for table, noun in _SINGULAR.items()}
"""The list that an item is in, by the noun that plan terms have for it."""

NAMING_KEYS: Final = ("id", "ref", "question", "plan", "date")
"""The keys whose text names an item."""


@dataclass(frozen=True)
class Locator:
    """Turns paths into places for one file: its shown name, its text, its marks and its data."""

    name: str
    text: str
    marks: Mapping[Path, EntryMark]
    data: Any

    def finding(self, problem: Problem) -> Finding:
        """The problem with its place, in the terms of an editor and in those of the plan."""
        also = None
        if problem.also is not None:
            also = self._place(self.span(problem.also, on_key=False), problem.also_says)
        span = problem.span or self._narrowed(self.span(problem.path, on_key=problem.on_key), problem.words)
        where = plan_terms(problem.path, self.data)
        place = self._place(span)
        return Finding(self.name, problem.code, problem.message, problem.help, where, place, also, problem.fix)

    def span(self, path: Path, *, on_key: bool) -> Span:
        """The span of a value or key; where it is not in the file, that of the nearest thing that holds it."""
        exact = True
        while path:
            mark = self.marks.get(path)
            if mark is not None:
                wants_key = on_key or not exact or mark.style == "block" or mark.value.start == mark.value.end
                if wants_key and mark.key is not None:
                    return mark.key
                if mark.style == "block" and (first := self._first_key(path)):
                    return first
                return mark.value
            path, exact = path[:-1], False
        return Span(0, 0)

    def _narrowed(self, span: Span, words: str) -> Span:
        """The words within a span, where they stand there as they are read and by themselves; else the span.

        By themselves, so that of `1.11 and 1.1` the second is found for `1.1`.
        """
        if not words:
            return span
        alone = re.compile(rf"(?<![\w@])(?<!\w[.+-]){re.escape(words)}(?![\w@]|[.+-]\w)")
        match = alone.search(self.text, span.start, span.end)
        start = match.start() if match else self.text.find(words, span.start, span.end)
        return span if start < 0 else Span(start, start + len(words))

    def _first_key(self, item: Path) -> Span | None:
        """Of a list item the first key and value, so that a whole item is not underlined."""
        mark = self._first_marks.get(item)
        if mark is None or mark.key is None or mark.key.start != self.marks[item].value.start:
            return None
        return Span(mark.key.start, max(mark.key.end, mark.value.end if mark.style == "plain" else 0))

    @cached_property
    def _first_marks(self) -> dict[Path, EntryMark]:
        """The first mark in every collection; looked for anew for each finding it would take minutes."""
        found: dict[Path, EntryMark] = {}
        for path, mark in self.marks.items():
            found.setdefault(path[:-1], mark)
        return found

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


def plan_terms(path: Path, data: Any) -> str:
    """A path in the words of the plan: `action 2.3.1 > update 2 > rag`."""
    words: list[str] = []
    for depth, step in enumerate(path):
        holder, data = data, _step(data, step)
        if isinstance(step, str):
            next_step = path[depth + 1] if depth + 1 < len(path) else None
            if not (isinstance(next_step, int) and step in _SINGULAR):
                words.append(step)
        else:
            noun = _SINGULAR.get(str(path[depth - 1]), "entry") if depth and isinstance(holder, list) else "entry"
            named = _name(data)
            words.append(f"{noun} {named}" if named else f"{_ordinal(step + 1)} {noun}")
    return " > ".join(words)


def names_along(path: Path, data: Any) -> Iterator[str]:
    """The names of the items that a path goes through: `2.3.1`, `q4`."""
    for step in path:
        data = _step(data, step)
        if isinstance(data, dict) and (name := _name(data)):
            yield name


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return next((str(item[key]) for key in NAMING_KEYS if isinstance(item.get(key), str)), "")


def _step(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
