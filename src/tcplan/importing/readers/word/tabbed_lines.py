"""Tables that were typed with tabs, or that a program made of a text: paragraphs whose cells tabs part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from tcplan.importing.document import Block, Paragraph, SourceCell, SourcePlace, SourceRow, SourceTable

_FEWEST_ROWS = 3
_SURE_TABS = 2
"""Three cells in a line are no accident."""


@cache
def _mark_pattern() -> re.Pattern[str]:
    """What stands before the tab of an item of a list, or of a label: `1.1`, `a)`, `•`, `Owner:`."""
    return re.compile(r"\W*|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.)]?|[^:]{1,60}:", re.IGNORECASE)


def has_cells(text: str) -> bool:
    """Whether tabs may part cells in the words of a paragraph.

    A line with one tab may also be an item of a list, a label with its value, or an entry of a table of contents.
    """
    if text.count("\t") >= _SURE_TABS:
        return True
    first, _, second = (part.strip() for part in text.partition("\t"))
    return "\t" in text and bool(second) and not (_mark_pattern().fullmatch(first) or second.isdigit())


def with_tabbed_tables(blocks: Sequence[Block], texts: Mapping[int, str], tables: int) -> list[Block]:
    """The blocks with lines of tabs as tables. `texts` has the words of such paragraphs with all their tabs, by index.

    `tables` is how many tables the document has so far; these are counted after them.
    """
    found: list[Block] = []
    for is_tabbed, group in groupby(range(len(blocks)), key=texts.__contains__):
        run = list(group)
        if is_tabbed and len(run) >= _FEWEST_ROWS:
            tables += 1
            found.append(_table([(blocks[index], texts[index]) for index in run], f"table {tables}"))
        else:
            found += [blocks[index] for index in run]
    return found


def _table(lines: Sequence[tuple[Block, str]], part: str) -> SourceTable:
    rows = [tuple(_cells(block, text, SourcePlace(part, number))) for number, (block, text) in enumerate(lines, 1)]
    return SourceTable(tuple(SourceRow(cells) for cells in rows), SourcePlace(part))


def _cells(block: Block, text: str, place: SourcePlace) -> Iterator[SourceCell]:
    """The cells of a line; what hangs on its paragraph hangs on the first that has words."""
    is_first = True
    for column, words in enumerate(text.rstrip().split("\t"), 1):
        there = place._replace(column=column)
        if not words.strip():
            yield SourceCell((), there)
        elif is_first and isinstance(block, Paragraph):
            is_first = False
            yield SourceCell((replace(block, text=words.strip(), place=there),), there)
        else:
            yield SourceCell((Paragraph(words.strip(), there),), there)
