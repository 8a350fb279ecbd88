"""A text as a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from tcplan.importing.document import Block, Paragraph, SourceDocument, SourcePlace
from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.encodings import read_text_file
from tcplan.importing.readers.html.reader import read_fragment
from tcplan.importing.readers.text.inline_marks import has_open_bold, has_tags, read_inline
from tcplan.importing.readers.text.item_levels import ItemLevel, find_levels
from tcplan.importing.readers.text.lines import LineKind, MarkedLine, is_broken, read_lines, wrap_width
from tcplan.importing.readers.text.numbered_lines import find_numbered
from tcplan.importing.readers.text.text_tables import build_barred_table, build_tabbed_table
from tcplan.importing.readers.text.wrapped_titles import join_wrapped

_MAX_LINES: Final = 200_000
_MOST_TITLES: Final = 2


def read_text(path: Path) -> SourceDocument:
    """The document in a file of text or Markdown."""
    text = read_text_file(path)
    if text.count("\n") + text.count("\f") > _MAX_LINES:
        raise too_large("it has more lines than a plan can have")
    lines = read_lines(text)
    return SourceDocument(path.name, tuple(_TextReader(find_numbered(join_wrapped(lines)), wrap_width(lines)).read()))


@dataclass
class _TextReader:
    lines: list[MarkedLine]
    width: int
    _at: int = 0
    _tables: int = 0
    _levels: list[ItemLevel] = field(default_factory=list)

    def read(self) -> Iterator[Block]:
        """The blocks of the text."""
        while self._at < len(self.lines):
            kind = self.lines[self._at].kind
            if kind is LineKind.TABBED:
                yield from self._read_tabbed()
            elif kind is LineKind.BARRED:
                rows = self._run_from(self._at, kind)
                self._at += len(rows)
                yield build_barred_table(rows, self._name_table())
            elif kind in {LineKind.BLANK, LineKind.RULE}:
                self._at += 1
            else:
                yield from self._read_paragraph()

    def _run_from(self, at: int, kind: LineKind) -> list[MarkedLine]:
        """The lines of one kind that follow each other."""
        end = at
        while end < len(self.lines) and self.lines[end].kind is kind:
            end += 1
        return self.lines[at:end]

    def _read_tabbed(self) -> Iterator[Block]:
        """Rows of a table; neither a blank line nor a line or two between its rows ends it: these are title rows."""
        rows = self._run_from(self._at, LineKind.TABBED)
        end = self._at + len(rows)
        while (skipped := self._lines_in_table(end, rows[-1])) is not None:
            rows.extend(skipped)
            end += max(1, len(skipped))
            following = self._run_from(end, LineKind.TABBED)
            rows.extend(following)
            end += len(following)
        self._at = end
        if items := _read_tabbed_items(rows):
            for item in items:
                yield from self._build(item, item.text)
        else:
            self._levels = []
            yield build_tabbed_table(rows, self._name_table())

    def _lines_in_table(self, at: int, last: MarkedLine) -> list[MarkedLine] | None:
        """The title rows before the next row of the same table, none for a blank line; None where the table ends."""
        titles = self._run_from(at, LineKind.TEXT)[: _MOST_TITLES + 1]
        after = at + max(1, len(titles))
        is_blank = not titles and self.lines[at : at + 1] and self.lines[at].kind is LineKind.BLANK
        if len(titles) > _MOST_TITLES or not (titles or is_blank) or after >= len(self.lines):
            return None
        tabs, following = last.text.count("\t"), self.lines[after]
        # Three cells in a row are no accident.
        if following.kind is not LineKind.TABBED or min(tabs, following.text.count("\t")) <= 1:
            return None
        return titles if titles or following.text.count("\t") == tabs else None

    def _name_table(self) -> str:
        self._tables += 1
        return f"table {self._tables}"

    def _read_paragraph(self) -> Iterator[Block]:
        """A line with those that go on with its words."""
        first = last = self.lines[self._at]
        words = [first.text]
        is_bold = has_open_bold(first.text)
        self._at += 1
        while self._at < len(self.lines) and self._goes_on(last, self.lines[self._at], is_bold=is_bold):
            last = self.lines[self._at]
            words.append(last.text)
            is_bold ^= has_open_bold(last.text)
            self._at += 1
        if first.kind is LineKind.TEXT and (level := self._underlined()):
            first = first._replace(kind=LineKind.HEADING, mark="#" * level)
            self._at += 1
        yield from self._build(first, " ".join(words))

    def _goes_on(self, last: MarkedLine, line: MarkedLine, *, is_bold: bool) -> bool:
        if line.kind is not LineKind.TEXT or last.kind is LineKind.HEADING:
            return False
        return is_bold or (self.width > 0 and is_broken(last, line, self.width))

    def _underlined(self) -> int:
        """The level of a heading that a line of `=` or `-` below it makes; 0 for none."""
        line = self.lines[self._at] if self._at < len(self.lines) else None
        if line is None or line.kind is not LineKind.RULE or " " in line.text:
            return 0
        return {"=": 1, "-": 2}.get(line.text[0], 0)

    def _build(self, line: MarkedLine, text: str) -> Iterator[Block]:
        place = SourcePlace(line=line.number)
        if line.kind is LineKind.TEXT and has_tags(text):
            yield from read_fragment(text, place)
            return
        plain = read_inline(text)
        shape = Paragraph(plain.text, place, is_bold=plain.is_bold, struck=plain.struck, links=plain.links)
        if line.kind is LineKind.HEADING:
            self._levels = []
            yield replace(shape, heading=len(line.mark))
        elif line.mark:
            yield replace(shape, depth=self._depth_of(line), number=line.mark)
        else:
            if not line.indent:
                self._levels = []
            yield shape

    def _depth_of(self, line: MarkedLine) -> int:
        """The depth of an item, below those that begin further left or have had another mark since."""
        self._levels = find_levels(self._levels, line)
        return len(self._levels)


def _read_tabbed_items(rows: Sequence[MarkedLine]) -> list[MarkedLine]:
    """The items that rows are, where each is a number, a tab and words, or words that a tab moves to the right."""
    found = [_tabbed_pattern().fullmatch(row.text.strip()) for row in rows]
    if not all(found):
        return []
    return [
        row._replace(kind=LineKind.ITEM if match[1] else LineKind.TEXT, text=match[2], mark=match[1] or "")
        for row, match in zip(rows, found, strict=True)
        if match
    ]


@cache
def _tabbed_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:(\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}\.?|[a-z][.)]|[ivx]{1,5}[.)]|\d{1,3}\)))\t+)?([^\t]+)")
