"""Several entries in one cell: numbered or bulleted lines, and tables within a table."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tcplan.importing.document import Paragraph, SourceCell, SourceTable, paragraphs_in
from tcplan.importing.finding.cell_kinds import begins_like_action
from tcplan.importing.finding.ids import automatic_id, split_number
from tcplan.importing.finding.tails import split_tail


class ListedPart(NamedTuple):
    """One of several entries of a cell: its paragraphs, the first of which has the id."""

    number: str
    paragraphs: tuple[Paragraph, ...]
    text: str


class CellContent(NamedTuple):
    """What is in the cell of an action: its own words, its parts, and the tables within."""

    own: tuple[Paragraph, ...]
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
    numbered = [place for place, (_, text) in enumerate(lines) if _id_of(lines[place][0], text)]
    if len(numbered) >= 2 and numbered[0] == 0:  # noqa: PLR2004 -- several
        return CellContent((), _parts(lines, numbered), tables)
    items = [
        place for place, (paragraph, text) in enumerate(lines) if is_item(paragraph) or _bullet_pattern().match(text)
    ]
    if items and len(items) == len(lines) - items[0] and (items[0] > 0 or len(items) > 1):
        own = tuple(dict.fromkeys(paragraph for paragraph, _ in lines[: items[0]]))
        return CellContent(own, _parts(lines, items), tables)
    return CellContent(tuple(paragraphs), (), tables)


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
