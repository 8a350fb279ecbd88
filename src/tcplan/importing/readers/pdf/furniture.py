"""Running headers, footers and page numbers: what is at the same place of several pages is not part of the text."""

import re
from collections import Counter
from functools import cache
from typing import Final

from tcplan.importing.readers.pdf.aligned import wide_gaps
from tcplan.importing.readers.pdf.lines import TextLine, lay_out_lines
from tcplan.importing.readers.pdf.marks import Word
from tcplan.importing.readers.pdf.page_layout import ReadPage

_OUTER: Final = 4
_ZONE: Final = 0.13
_GRID: Final = 4.0
_SHARE: Final = 0.5
_CLOSE: Final = 1.2
_TEXTS_APART: Final = 0.55
_FEW_TEXTS: Final = 1


def drop_furniture(pages: list[ReadPage]) -> list[str]:
    """Take running headers, footers and page numbers off the pages; what they say, each once."""
    lines = [_outer_lines(page) for page in pages]
    counts = Counter(
        key for page, found in zip(pages, lines, strict=True) for key in {_key(page, one) for one in found}
    )
    dropped: dict[str, str] = {}
    for page, found in zip(pages, lines, strict=True):
        words: set[int] = set()
        for line in found:
            often = counts[_key(page, line)]
            if _is_running(often, len(pages)) or _is_page_number(page, line):
                words.update(id(word) for word in line.words)
                dropped.setdefault(_key(page, line)[0], line.text)
        page.words = [word for word in page.words if id(word) not in words]
    return [text for text in dropped.values() if not _page_number_pattern().fullmatch(text.strip())]


def _is_page_number(page: ReadPage, line: TextLine) -> bool:
    """Whether a line is only a number, with "page" or without; one at the top must be the number of the page."""
    found = _page_number_pattern().fullmatch(line.text.strip())
    if not found:
        return False
    return not line.text.strip().isdigit() or line.low > page.height / 2 or int(found[1]) == page.number


def _is_running(often: int, pages: int) -> bool:
    return often >= 2 and often >= pages * _SHARE - 1  # noqa: PLR2004 - more than one page


def _outer_lines(page: ReadPage) -> list[TextLine]:
    """The lines at the very top and bottom of a page."""
    free = [word for word in page.words if not word.style.turn and not _is_in_table(word, page)]
    top = [word for word in free if word.bottom < page.height * _ZONE]
    bottom = [word for word in free if word.top > page.height * (1 - _ZONE)]
    return _above_tables(lay_out_lines(top)[: _OUTER + 1], lay_out_lines(free)) + lay_out_lines(bottom)[-_OUTER:]


def _above_tables(lines: list[TextLine], below: list[TextLine]) -> list[TextLine]:
    """The lines at the top of a page down to one that is the header of a table: several texts, close to the next."""
    for at, line in enumerate(lines):
        following = next((one for one in below if one.low > line.low), None)
        if (
            following
            and following.high - line.low < line.size * _CLOSE
            and len(wide_gaps(line, _TEXTS_APART)) > _FEW_TEXTS
        ):
            return lines[:at]
    return lines[:_OUTER]


def _is_in_table(word: Word, page: ReadPage) -> bool:
    return any(len(grid.cells) > 1 and grid.box.holds(*word.middle) for grid in page.grids)


def _key(page: ReadPage, line: TextLine) -> tuple[str, int]:
    """What a line says, whatever its numbers are, and how far it is from the nearer edge."""
    is_top = line.low < page.height / 2
    distance = line.high if is_top else page.height - line.low
    text = re.sub(r"\d+", "#", line.text).casefold()
    return text, round(distance / _GRID) * (1 if is_top else -1)


@cache
def _page_number_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:[-–|]\s*)?(?:page\s*)?(\d{1,3})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–|])?(?:\s*page)?", re.IGNORECASE
    )
