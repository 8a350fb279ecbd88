"""Lists as they are pasted from documents and mails, which Markdown reads as one paragraph, made lists of Markdown.

A word processor begins items with bullets, dashes, letters or numbers. A bullet is never anything else. A dash, an `o`
(the bullet below the first one), a letter or a number may be words: those count where at least two lines have them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from tcplan.markdown.code_lines import with_fences
from tcplan.values.bullets import BULLETS, DASHES, bullet_pattern

_MORE_BULLETS: Final = "\u2043\u2219\u25a0\u25ba\u27a2\u27a4\uf076\uf0a7\uf0d8\uf0fc"
"""Those that are bullets at the beginning of a line, but are other signs between words."""

_FEWEST: Final = 2
"""This many lines with a doubtful mark are a list."""

_DEEPEST: Final = 8


class MarkedText(NamedTuple):
    """A text with its pasted lists as lists of Markdown, and the words of their items."""

    text: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _ListLine:
    """A line that begins with a mark. `is_sure` if the mark is nothing else; `is_ours` if Markdown knows it."""

    indent: int
    mark: str
    written: str
    rest: str
    is_sure: bool = False
    is_ours: bool = False


@cache
def any_mark_pattern() -> re.Pattern[str]:
    """What every pasted list has somewhere; few texts have it."""
    return re.compile(
        rf"[{BULLETS}{_MORE_BULLETS}]|(?:^|\s)(?:[-*\u00b7\u00a7{DASHES}]|o[ \t]|\(?(?:\d\d?|[A-Za-z]{{1,4}})[.)])",
        re.MULTILINE,
    )


@cache
def _line_pattern() -> re.Pattern[str]:
    """A line of a list: its mark, and what follows."""
    blank = r"[ \t\u00a0]"
    return re.compile(
        rf"(?P<indent>{blank}*)(?:"
        rf"(?P<sure>[{BULLETS}{_MORE_BULLETS}]){blank}*"
        rf"|(?P<ours>[-*+]){blank}+"
        rf"|(?P<dash>[\u00b7\u00a7{DASHES}]|o){blank}+"
        rf"|(?P<tight>-)(?=[^\W\d_])"
        rf"|(?P<number>\((?P<one>\d\d?)\){blank}*|(?P<two>\d\d?)[.)](?:{blank}+|(?=[^\W\d_])))"
        rf"|(?P<letter>\(?(?:[a-z]|[A-Z]|[ivx]{{2,4}})\)){blank}+"
        r")(?P<rest>\S.*)"
    )


def mark_lists(text: str) -> MarkedText:
    """The text as a document prints it; the same text, without items, if nothing in it is a pasted list."""
    if not any_mark_pattern().search(text):
        return MarkedText(text, ())
    written: list[str] = []
    items: list[str] = []
    waiting: list[str] = []
    for line, is_code in with_fences(text.split("\n")):
        if not is_code:
            waiting += _split_line(line, is_alone="\n" not in text.strip())
            continue
        _mark_lines(waiting, written, items)
        waiting = []
        written.append(line)
    _mark_lines(waiting, written, items)
    return MarkedText("\n".join(written), tuple(items)) if items else MarkedText(text, ())


def _split_line(line: str, *, is_alone: bool) -> list[str]:
    """The lines of a list that is in one line, as in a plain value of YAML; `is_alone` if there is no other line."""
    if "`" in line or "|" in line:
        return [line]
    if len(bullets := bullet_pattern().split(line)) > (1 if line.lstrip()[:1] in BULLETS else _FEWEST):
        return [*filter(None, bullets[:1]), *(f"\u2022 {one}" for one in bullets[1:] if one)]
    return _split_numbers(line) or (_split_dashes(line) if is_alone else []) or [line]


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=\s))(?:(?P<open>\()?(?P<number>\d\d?)(?P<close>[.)]))[ \t]+(?=\S)")


def _split_numbers(line: str) -> list[str]:
    """The lines of a numbered list in one line: it begins the line, or follows a colon, and counts from 1."""
    found = list(_number_pattern().finditer(line))
    if len(found) < _FEWEST or [int(one["number"]) for one in found] != list(range(1, len(found) + 1)):
        return []
    before = line[: found[0].start()].rstrip()
    if len({(one["open"], one["close"]) for one in found}) > 1 or (before and not before.endswith(":")):
        return []
    ends = [*(one.start() for one in found[1:]), len(line)]
    parts = [line[one.end() : end].strip() for one, end in zip(found, ends, strict=True)]
    return [*([before] if before else []), *(f"({number}) {part}" for number, part in enumerate(parts, start=1))]


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s+)(?P<dash>[-*\u00b7{DASHES}])\s+")


def _split_dashes(line: str) -> list[str]:
    """The lines of a list with dashes in one line: with three items, or two that both begin with a capital."""
    first = _dash_pattern().match(line)
    if first is None:
        return []
    parts = re.split(rf"(?:^|\s+){re.escape(first['dash'])}\s+", line)[1:]
    if len(parts) < _FEWEST or (len(parts) == _FEWEST and not all(one[:1].isupper() for one in parts)):
        return []
    return [f"\u2022 {part}" for part in parts]


def _mark_lines(lines: Sequence[str], written: list[str], items: list[str]) -> None:
    """Add lines that are not code, each run of lines with marks as a list if it is one."""
    place = 0
    while place < len(lines):
        end = _end_of_run(lines, place)
        run = lines[place:end]
        marked = list(_as_list(run)) if end > place else []
        if marked and written and written[-1].strip() and not marked[0].startswith("-"):
            written.append("")  # a number begins a list only after an empty line
        written += marked or lines[place : max(end, place + 1)]
        items += [found.rest for line in run if (found := _read(line))] if marked else []
        place = max(end, place + 1)


def _end_of_run(lines: Sequence[str], place: int) -> int:
    """The place after a run of lines that begin with marks, with the lines that go on from them."""
    if _read(lines[place]) is None:
        return place
    end = place + 1
    for number in range(place + 1, len(lines)):
        line = lines[number]
        is_marked = _read(line) is not None
        if not is_marked and line.strip() and not lines[number - 1].strip():
            break  # another paragraph
        if line.strip():
            end = number + 1
    return end


def _as_list(run: Sequence[str]) -> Iterator[str]:
    """The lines of a run as a list of Markdown; none if it is not a list, or one already."""
    marks = [found for line in run if (found := _read(line))]
    foreign = [one for one in marks if not one.is_ours]
    if not any(one.is_sure for one in foreign) and not _is_list(foreign):
        return
    above: list[_ListLine] = []
    for line in run:
        found = _read(line)
        if found:
            _descend(above, found)
            yield f"{_blanks(above[:-1])}{found.written} {found.rest}"
        elif line.strip():
            yield f"{_blanks(above)}{line.strip()}"


def _blanks(above: Sequence[_ListLine]) -> str:
    """What is before a line below some others: as much as their marks take."""
    return " " * sum(len(one.written) + 1 for one in above)


def _is_list(marks: Sequence[_ListLine]) -> bool:
    """Whether lines with doubtful marks are a list: two have the same one, or count from 1 or from `a`."""
    for one, following in pairwise(marks):
        if one.mark == following.mark and one.mark not in ("number", "letter"):
            return True
        if one.mark == following.mark and (_ordinal(one), _ordinal(following)) == (1, 2):
            return True
    return False


def _ordinal(line: _ListLine) -> int:
    """The place of a line by its number or letter; 0 for one that nobody begins with."""
    if line.mark == "number":
        return int(line.written[:-1])
    word = line.rest.split(")")[0].strip("(").lower()
    return {"a": 1, "b": 2, "i": 1, "ii": 2}.get(word, 0)


def _descend(above: list[_ListLine], line: _ListLine) -> None:
    """Put a line at its level: below the last one if it has another mark, or is further to the right."""
    for place, one in enumerate(above):
        if (one.indent, one.mark) == (line.indent, line.mark):
            del above[place:]
            break
    while above and line.indent < above[-1].indent:
        above.pop()
    if len(above) >= _DEEPEST:
        above.pop()
    above.append(line)


def _read(line: str) -> _ListLine | None:
    """A line that begins with a mark; nothing if it does not."""
    found = _line_pattern().fullmatch(line)
    if found is None or "|" in line:  # it may be a row of a table
        return None
    indent, rest = len(found["indent"].expandtabs(4)), found["rest"]
    if found["number"]:
        written = f"{int(found['one'] or found['two'])}."
        is_ours = found["one"] is None and found["number"][-1:].isspace()
        return _ListLine(indent, "number", written, rest, is_ours=is_ours)
    if found["letter"]:
        return _ListLine(indent, "letter", "-", f"{found['letter']} {rest}")
    mark = found["sure"] or found["ours"] or found["dash"] or found["tight"]
    return _ListLine(indent, mark, "-", rest, is_sure=bool(found["sure"]), is_ours=bool(found["ours"]))
