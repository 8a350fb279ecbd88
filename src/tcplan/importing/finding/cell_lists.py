"""Several entries in one cell: numbered or bulleted lines, and tables within a table."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tcplan.importing.document import Paragraph, SourceCell, SourceTable, paragraphs_in
from tcplan.importing.finding.cell_kinds import begins_like_action
from tcplan.importing.finding.ids import automatic_id, read_id, split_number
from tcplan.importing.finding.tails import split_tail


class ListedPart(NamedTuple):
    """One of several entries of a cell: its paragraphs, the first of which has the id."""

    number: str
    paragraphs: tuple[Paragraph, ...]
    text: str


class CellContent(NamedTuple):
    """What is in the cell of an action: its own paragraphs and their words, its parts, and the tables within."""

    own: tuple[Paragraph, ...]
    text: str
    parts: tuple[ListedPart, ...]
    tables: tuple[SourceTable, ...]


@cache
def _bullet_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7\u2013*-]\s+")


def without_bullet(text: str) -> str:
    """A text without the bullet that somebody typed before it."""
    return _bullet_pattern().sub("", text, count=1) if _bullet_pattern().match(text) else text.strip()


def is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an item of a list, as the document or its words say."""
    return paragraph.depth > 0 or bool(paragraph.number) or bool(_bullet_pattern().match(paragraph.text))


def read_content(cell: SourceCell) -> CellContent:
    """Take the cell of an action apart."""
    paragraphs = [one for block in cell.blocks if isinstance(block, Paragraph) for one in [block] if one.text.strip()]
    tables = tuple(block for block in cell.blocks if isinstance(block, SourceTable))
    lines = _split_lines(paragraphs)
    numbers = {place: found for place, line in enumerate(lines) if (found := _id_of(*line))}
    numbered = list(numbers)
    below = [place for place in numbered if place > 0]
    if are_counted([numbers[place] for place in below]) and (
        0 not in numbers or not are_counted(list(numbers.values()))
    ):
        return _with_parts(lines, below, tables)
    if len(numbered) >= 2 and numbered[0] == 0:  # noqa: PLR2004 -- several
        return CellContent((), "", _parts(lines, numbered), tables)
    items = [
        place for place, (paragraph, text) in enumerate(lines) if is_item(paragraph) or _bullet_pattern().match(text)
    ]
    if items and len(items) == len(lines) - items[0] and (items[0] > 0 or len(items) > 1):
        return _with_parts(lines, items, tables)
    return CellContent(tuple(paragraphs), "\n".join(one.text for one in paragraphs), (), tables)


def _with_parts(
    lines: Sequence[tuple[Paragraph, str]], starts: Sequence[int], tables: tuple[SourceTable, ...]
) -> CellContent:
    """A cell whose parts begin in some lines, after what is said of them all: `Run the awards:`, `a) ...`, `b) ...`."""
    own = lines[: starts[0]]
    text = "\n".join(line for _, line in own).strip().removesuffix(":").rstrip()
    return CellContent(tuple(dict.fromkeys(one for one, _ in own)), text, _parts(lines, starts), tables)


def are_counted(numbers: Sequence[str]) -> bool:
    """Whether several ids count from the first on: a, b, c; i, ii, iii; 1, 2, 3."""
    given = [number.casefold() for number in numbers]
    rows = (
        ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
        [str(one) for one in range(1, 20)],
    )
    return len(given) > 1 and any(given == row[: len(given)] for row in rows)


_OPEN_ENDS = (
    ",",
    " and",
    " of",
    " the",
    " to",
    " for",
    "-",
    " with",
    " in",
    " a",
    " an",
    "/",
    " &",
    " or",
    " by",
    " on",
)
"""What a paragraph ends with that goes on in the next one."""

_SENTENCE = 3


def has_title(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether each of several paragraphs is a thought of its own, so that the first is the title of the others.

    A sentence that goes on in the next paragraph, as where a line was broken by hand, is one thought.
    """
    texts = [one.text.strip() for one in paragraphs]
    is_title = len(texts) > 1 and " " in texts[0] and not read_id(texts[0])  # an id may be above the words
    return is_title and all(_is_apart(*pair) for pair in pairwise(texts))


def _is_apart(first: str, then: str) -> bool:
    is_long = min(len(first.split()), len(then.split())) >= _SENTENCE
    begins = then[0].isupper() or then[0].isdigit() or then[0] in "\u201c\"'"
    return begins and not first.endswith(_OPEN_ENDS) and (is_long or first.endswith((".", "!", "?", ":", ";")))


def parts_of_lines(paragraphs: Sequence[Paragraph]) -> tuple[ListedPart, ...]:
    """Paragraphs without bullets, if each of them reads like an action."""
    lines = [(one, line) for one in paragraphs for line in one.text.split("\n") if line.strip()]
    titles = [split_tail(line)[0] for _, line in lines]
    if len(lines) < 2 or not all(begins_like_action(title) for title in titles):  # noqa: PLR2004 -- several
        return ()
    return tuple(ListedPart("", (paragraph,), line.strip()) for paragraph, line in lines)


def _split_lines(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, str]]:
    """The lines of paragraphs, where a line break parts entries with ids or bullets."""
    lines: list[tuple[Paragraph, str]] = []
    for paragraph in paragraphs:
        parts = [part for part in paragraph.text.split("\n") if part.strip()]
        marked = [
            bool(_bullet_pattern().match(part)) or bool((found := split_number(part)) and found.is_certain)
            for part in parts
        ]
        if len(parts) > 1 and sum(marked) > 1:
            lines.extend((paragraph, part) for part in parts)
        else:
            lines.append((paragraph, paragraph.text))
    return lines


def _id_of(paragraph: Paragraph, text: str) -> str:
    if (found := automatic_id(paragraph.number)) and text == paragraph.text:
        return found
    split = split_number(text)
    return split.number if split and split.is_certain else ""


def _parts(lines: Sequence[tuple[Paragraph, str]], starts: Sequence[int]) -> tuple[ListedPart, ...]:
    parts = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(lines)
        own = lines[start:end]
        paragraph, text = own[0]
        number = _id_of(paragraph, text)
        split = split_number(text)
        rest = split.rest if split and split.is_certain and split.number == number and number else without_bullet(text)
        words = "\n".join([rest, *(without_bullet(line) for _, line in own[1:])])
        parts.append(ListedPart(number, tuple(dict.fromkeys(one for one, _ in own)), words))
    return tuple(parts)


def lines_of(cell: SourceCell) -> list[tuple[Paragraph, str]]:
    """The lines of a cell, whether they are paragraphs or line breaks."""
    return [
        (paragraph, line.strip())
        for paragraph in paragraphs_in(cell.blocks)
        for line in paragraph.text.split("\n")
        if line.strip()
    ]
