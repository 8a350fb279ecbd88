"""The letters of a page as words, whatever way they run; words that are drawn letter by letter are healed."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import median
from typing import Final, NamedTuple

from tcplan.importing.readers.pdf.marks import Box, DrawnLine, Glyph, LetterStyle, LinkArea, PageMarks, Word

_BLANK: Final = 0.2
_TOUCHING: Final = 0.08
_SAME_LINE: Final = 0.3
_OVERPRINT: Final = 0.12
_MAX_SPACING: Final = 0.9
_EVEN: Final = 0.16
_SPACED_LETTERS: Final = 4
_SMALLER: Final = 0.75
_STRIKE_FROM, _STRIKE_TO = 0.35, 0.76


class _Piece(NamedTuple):
    """A word in the frame of its line: along it from `start` to `end`, across it from `high` to `low`."""

    text: str
    start: float
    end: float
    high: float
    low: float
    style: LetterStyle
    is_after_blank: bool


def read_words(marks: PageMarks) -> tuple[list[Word], list[DrawnLine]]:
    """The words of a page; and its rules, without those that strike words out."""
    words = []
    turn_of = sorted(_on_page(marks), key=lambda glyph: glyph.style.turn)  # a stable sort: the order of drawing stays
    for turn, glyphs in groupby(turn_of, key=lambda glyph: glyph.style.turn):
        pieces = _heal_spacing(list(_split_pieces(_drop_overprints(list(glyphs)), turn)))
        words += [_place_piece(piece, turn) for piece in _join_touching(pieces)]
    words, rules = _strike_words(words, marks.rules)
    return [_link_word(word, marks.links) for word in words] if marks.links else words, rules


def _on_page(marks: PageMarks) -> Iterator[Glyph]:
    for glyph in marks.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if 0 <= x <= marks.width and 0 <= y <= marks.height and glyph.style.size >= 1:
            yield glyph


def _drop_overprints(glyphs: list[Glyph]) -> list[Glyph]:
    """Letters that are drawn twice, for a shadow or a bolder look, count once."""
    kept: list[Glyph] = []
    last: dict[str, Glyph] = {}
    for glyph in glyphs:
        other = last.get(glyph.text)
        near = glyph.style.size * _OVERPRINT
        if other and abs(other.x0 - glyph.x0) < near and abs(other.top - glyph.top) < near and glyph.text.strip():
            continue
        last[glyph.text] = glyph
        kept.append(glyph)
    return kept


def _split_pieces(glyphs: list[Glyph], turn: int) -> Iterator[_Piece]:
    """Words in the order in which they are drawn: a blank ends one, and so does a gap or another line."""
    piece: _Piece | None = None
    is_after_blank = True
    for glyph in glyphs:
        text = _letters(glyph)
        start, end, high, low = _frame(glyph, turn)
        if not text.strip():
            is_after_blank = True
            continue
        if piece and not is_after_blank and _goes_on(piece, start, low, glyph.style):
            piece = piece._replace(
                text=piece.text + text, end=max(piece.end, end), high=min(piece.high, high), low=max(piece.low, low)
            )
        else:
            if piece:
                yield piece
            piece = _Piece(text, start, end, high, low, glyph.style, is_after_blank)
        is_after_blank = False
    if piece:
        yield piece


def _goes_on(piece: _Piece, start: float, low: float, style: LetterStyle) -> bool:
    size = style.size
    return (
        style == piece.style
        and abs(low - piece.low) < size * _SAME_LINE
        and -size / 2 < start - piece.end < size * _BLANK
    )


def _letters(glyph: Glyph) -> str:
    """The letters that a sign stands for: ligatures are letters, and signs of a font of signs are bullets."""
    text = glyph.text
    if glyph.style.is_symbol and text.strip() and not text.isdigit():
        return "•"
    if len(text) == 1 and text < "\u0300":
        return text
    return "".join(
        unicodedata.normalize("NFKC", letter) if "\ufb00" <= letter <= "\ufb4f" else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter == "\u00ad" or unicodedata.category(letter) not in {"Cc", "Cf"}
    )


def _heal_spacing(pieces: list[_Piece]) -> list[_Piece]:
    """Letters that are set apart evenly, as in headings, are the words that they look like."""
    healed: list[_Piece] = []
    run: list[_Piece] = []
    for piece in pieces:
        if run and not (len(piece.text) == 1 and _follows_spaced(run[-1], piece)):
            healed += _join_run(run)
            run = []
        if len(piece.text) == 1:
            run.append(piece)
        else:
            healed.append(piece)
    return healed + _join_run(run)


def _follows_spaced(last: _Piece, piece: _Piece) -> bool:
    return (
        last.style == piece.style
        and abs(last.low - piece.low) < piece.style.size * _SAME_LINE
        and 0 < piece.start - last.end < piece.style.size * _MAX_SPACING * 2
    )


def _join_run(run: list[_Piece]) -> list[_Piece]:
    gaps = [after.start - before.end for before, after in pairwise(run) if not after.is_after_blank]
    if len(run) < _SPACED_LETTERS or len(gaps) < len(run) / 2 or not all(piece.text.isalpha() for piece in run):
        return run
    usual, size = median(gaps), run[0].style.size
    if usual > size * _MAX_SPACING or max(gaps) > usual + size * _MAX_SPACING:
        return run
    joined = [run[0]]
    for piece in run[1:]:
        last = joined[-1]
        if not piece.is_after_blank and piece.start - last.end <= usual + size * _EVEN:
            joined[-1] = last._replace(text=last.text + piece.text, end=piece.end)
        else:
            joined.append(piece)
    return joined


def _join_touching(pieces: list[_Piece]) -> list[_Piece]:
    """A word whose letters are of two fonts is one word; a raised number behind it is not part of it."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and not piece.is_after_blank and _touches(last, piece):
            style = last.style if len(last.text) >= len(piece.text) else piece.style
            joined[-1] = last._replace(text=last.text + piece.text, end=piece.end, style=style)
        else:
            joined.append(piece)
    return joined


def _touches(last: _Piece, piece: _Piece) -> bool:
    sizes = sorted((last.style.size, piece.style.size))
    near = sizes[1] * _TOUCHING
    return (
        -sizes[1] / 2 < piece.start - last.end < near
        and abs(last.low - piece.low) < sizes[1] * _SAME_LINE
        and sizes[0] > sizes[1] * _SMALLER
        and not last.style.is_symbol
    )


def _frame(glyph: Glyph, turn: int) -> tuple[float, float, float, float]:
    _, x0, top, x1, bottom, _ = glyph
    if turn == 90:  # noqa: PLR2004 - degrees
        return -bottom, -top, x0, x1
    if turn == 270:  # noqa: PLR2004
        return top, bottom, -x1, -x0
    if turn == 180:  # noqa: PLR2004
        return -x1, -x0, -bottom, -top
    return x0, x1, top, bottom


def _place_piece(piece: _Piece, turn: int) -> Word:
    start, end, high, low = piece.start, piece.end, piece.high, piece.low
    box = {
        0: Box(start, high, end, low),
        90: Box(high, -end, low, -start),
        180: Box(-end, -low, -start, -high),
        270: Box(-low, start, -high, end),
    }[turn]
    return Word(piece.text, *box, piece.style)


def _strike_words(words: list[Word], rules: list[DrawnLine]) -> tuple[list[Word], list[DrawnLine]]:
    """Words with a level line through their middle are struck out; such a line is no border."""
    level = sorted({rule for rule in rules if rule.is_level}, key=lambda rule: rule.at)
    if not level:
        return words, rules
    heights = [rule.at for rule in level]
    striking: set[DrawnLine] = set()
    marked = []
    for word in words:
        height = word.bottom - word.top
        from_, to = word.top + height * _STRIKE_FROM, word.top + height * _STRIKE_TO
        found = [
            rule
            for rule in level[bisect_right(heights, from_) : bisect_left(heights, to)]
            if rule.start <= word.x0 + height / 3 and rule.end >= word.x1 - height / 3
        ]
        is_struck = bool(found) and word.style.turn == 0
        striking.update(found if is_struck else ())
        marked.append(word._replace(is_struck=True) if is_struck else word)
    return marked, [rule for rule in rules if rule not in striking]


def _link_word(word: Word, links: list[LinkArea]) -> Word:
    for link in links:
        if link.box.holds(*word.middle):
            return word._replace(url=link.url)
    return word
