"""Lines as paragraphs: what a program broke at the end of a line is joined, what a person broke is not."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from statistics import median
from typing import Final, NamedTuple

from tcplan.importing.document import Paragraph, SourceLink, SourcePlace
from tcplan.importing.readers.list_marks import split_bullet
from tcplan.importing.readers.pdf.brackets import end_with_dates, ends_with_date, is_bracket_open
from tcplan.importing.readers.pdf.lines import TextLine
from tcplan.importing.readers.pdf.marks import Word
from tcplan.importing.readers.pdf.vocabulary import Vocabulary, heal_words, join_words

_BLANK: Final = 0.25
_SAME: Final = 3.0
_ALIGNED: Final = 1.0
_WIDE: Final = 1.3
_HIGH: Final = 1.75
_OTHER_SIZE: Final = 0.9
_INDENT: Final = 4.0
_UNDER_FULL: Final = 0.4
_LETTER: Final = 0.6  # how wide most letters are at the most, in their size
_DASHES: Final = frozenset("-–—*o")


class Limits(NamedTuple):
    """Between which points lines can run."""

    start: float
    end: float


class DrawnParagraph(NamedTuple):
    """A paragraph with how it looks, which tells headings from text once all pages are read."""

    paragraph: Paragraph
    size: float
    start: float
    letters: int


@dataclass(frozen=True, slots=True)
class ParagraphReader:
    """Joins lines to paragraphs.

    Attributes:
        vocabulary: All words of the document.
    """

    vocabulary: Vocabulary

    def read(
        self, lines: list[TextLine], limits: Limits, place: SourcePlace, first_line: int = 0
    ) -> list[DrawnParagraph]:
        """The paragraphs of lines below each other.

        Args:
            lines: From the first to the last.
            limits: Between which points they can run.
            place: Where they stand.
            first_line: The number of the first line, outside of tables; 0 where that says nothing.
        """
        read = []
        at = first_line
        for group in _group_lines(lines, limits):
            made = self._make(group, limits, place._replace(line=at))
            at += len(group) if first_line else 0
            if made.paragraph.text or made.paragraph.struck:
                read.append(made)
        return list(set_depths(read))

    def join(self, first: DrawnParagraph, rest: DrawnParagraph) -> DrawnParagraph:
        """A paragraph and its rest on the next page or in the next column."""
        before, after = first.paragraph, rest.paragraph
        joined = replace(
            before,
            text=join_words(before.text, after.text, self.vocabulary, is_full=False),
            is_bold=before.is_bold and after.is_bold,
            colour=before.colour if before.colour == after.colour else "",
            struck=before.struck + after.struck,
            links=before.links + after.links,
        )
        return first._replace(paragraph=joined, letters=first.letters + rest.letters)

    def _make(self, lines: list[TextLine], limits: Limits, place: SourcePlace) -> DrawnParagraph:
        kept = [line._replace(words=tuple(w for w in line.words if not w.is_struck)) for line in lines]
        text = ""
        last: TextLine | None = None
        for line in kept:
            if line.words:
                words = self._text_of(line)
                is_full = last is not None and len(last.words) == 1 and _is_full(last, line, limits)
                text = join_words(text, words, self.vocabulary, is_full=is_full) if text else words
                last = line
        all_words = [word for line in lines for word in line.words]
        shown = [word for word in all_words if not word.is_struck and not word.style.is_symbol]
        number, text = split_mark(_clean(text))
        paragraph = Paragraph(
            text,
            place,
            depth=1 if number else 0,
            number=number,
            is_bold=bool(shown) and all(word.style.is_bold for word in shown),
            colour=_only_colour(shown),
            struck=tuple(_runs(all_words, lambda word: "struck" if word.is_struck else "")),
            links=tuple(_links(all_words)),
        )
        size = max(lines, key=lambda line: len(line.text)).size
        return DrawnParagraph(paragraph, size, lines[0].start, len(text))

    def _text_of(self, line: TextLine) -> str:
        words = [word.text for word in line.words]
        gaps = [0.0, *(_gap(before, after) for before, after in pairwise(line.words))]
        healed = set(heal_words(words, self.vocabulary, gaps))
        return "".join(f"{'' if index in healed or not index else ' '}{word}" for index, word in enumerate(words))


def goes_on(lines: list[TextLine], rest: list[TextLine], limits: Limits) -> bool:
    """Whether a text at the top of a page or column goes on with the sentence at the end of the one before."""
    last, first = lines[-1], rest[0]
    is_other = abs(last.size - first.size) > _OTHER_SIZE or last.is_bold != first.is_bold
    if is_other or _ends_sentence(last.text) or split_mark(first.text)[0]:
        return False
    if first.text[:1].islower() or is_bracket_open(lines):
        return True
    return not ends_with_date(last) and (len(lines) > 1 and not would_fit(last, first, limits))


def split_mark(text: str) -> tuple[str, str]:
    """The bullet or number at the start of an item, and the text after it; no number where there is none."""
    bullet, words = split_bullet(text)
    if bullet:
        return bullet, words
    found = _number_pattern().match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def _clean(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").replace("\u00a0", " ").split())


def _gap(before: Word, after: Word) -> float:
    if before.style.turn:
        return 1.0
    return (after.x0 - before.x1) / max(1.0, after.style.size)


def _group_lines(lines: list[TextLine], limits: Limits) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    pitch = _usual_pitch(lines)
    labels = Counter(label for line in lines if (label := _label_of(line)))
    marks = {_mark_of(line) for line in lines}
    is_dated = end_with_dates(lines)
    for line in lines:
        begins = labels[_label_of(line)] > 1 or _has_bold_label(line) or bool(_neighbours(_mark_of(line)) & marks)
        begins = begins or (is_dated and bool(groups) and ends_with_date(groups[-1][-1]) and not line.text[0].islower())
        if groups and not begins and not _is_new(groups[-1], line, limits, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _mark_of(line: TextLine) -> str:
    """The mark with which a line may begin an item, such as `a)`, `2.` or `(iv)`; empty without one."""
    found = _number_pattern().match(line.text)
    return found[1] if found else ""


def _neighbours(mark: str) -> set[str]:
    """The marks before and after one in a list: with one of them at another line, both are marks of items."""
    value = mark.strip("().")
    if value in _ROMAN:
        at = _ROMAN.index(value)
        near = {*_ROMAN[max(0, at - 1) : at], *_ROMAN[at + 1 : at + 2]}
    elif value.isdecimal():
        near = {str(int(value) - 1), str(int(value) + 1)}
    else:
        near = {chr(ord(value) - 1), chr(ord(value) + 1)} if len(value) == 1 else set()
    return {mark.replace(value, one) for one in near} if value else set()


_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _label_of(line: TextLine) -> str:
    """What a line begins with up to a colon: at the beginning of several lines it is a label, such as `Owner:`."""
    found = _label_pattern().match(line.text)
    return found[0] if found else ""


def _has_bold_label(line: TextLine) -> bool:
    """Whether a line begins with bold words and a colon before others that are not bold."""
    bold = [word.text for word in takewhile(lambda word: word.style.is_bold, line.words)]
    return 0 < len(bold) < len(line.words) and _label_pattern().fullmatch(" ".join(bold)) is not None


def _usual_pitch(lines: list[TextLine]) -> float:
    """How far lines are from each other, in the size of their letters."""
    pitches = [
        (after.low - before.low) / after.size
        for before, after in pairwise(lines)
        if abs(after.size - before.size) < _OTHER_SIZE
    ]
    close = [pitch for pitch in pitches if pitch < _HIGH]
    return median(close) if close else 1.2


def _is_new(group: list[TextLine], line: TextLine, limits: Limits, pitch: float) -> bool:
    """Whether a line begins a paragraph of its own."""
    last = group[-1]
    step = (line.low - last.low) / max(1.0, line.size)
    is_other = abs(line.size - last.size) > _OTHER_SIZE and not _is_mixed(last, line)
    if step > pitch * _WIDE or is_other:
        return True
    text = line.text
    bullet = split_bullet(text)[0]
    if (bullet and bullet not in _DASHES) or _changes_weight(last, line) or _is_sibling(group[0].text, text):
        return True
    if last.text[-2:-1].isalpha() and last.text.endswith("-") and text[:1].islower():
        return False
    if is_bracket_open(group):
        return False
    if would_fit(last, line, limits):
        return True
    return bool(_number_pattern().match(text)) and _ends_sentence(last.text)


def _changes_weight(last: TextLine, line: TextLine) -> bool:
    """Whether a bold line is followed by one without any bold word, or the other way round."""
    if last.is_bold and last.words[0].style.is_bold:
        return not any(word.style.is_bold for word in line.words)
    return line.is_bold and line.words[0].style.is_bold and not any(word.style.is_bold for word in last.words)


def _is_sibling(first: str, text: str) -> bool:
    """Whether two lines both begin with an id such as 2.1.1."""
    pattern = _id_pattern()
    return bool(pattern.match(first) and pattern.match(text))


def _is_mixed(last: TextLine, line: TextLine) -> bool:
    sizes = {word.style.size for word in last.words} & {word.style.size for word in line.words}
    return bool(sizes)


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", ":", ";", "!", "?"))


def would_fit(last: TextLine, line: TextLine, limits: Limits) -> bool:
    """Whether the first word of a line would have stood on the line before, had nobody broken it."""
    first = line.words[0]
    wide = first.bottom - first.top if first.style.turn in {90, 270} else first.x1 - first.x0
    end = last.end
    left, right = last.start - limits.start, limits.end - last.end
    is_centred, is_right = abs(left - right) < _SAME, right < 1
    if left > _SAME and (is_centred or is_right) and not _is_below(last, line):
        end = limits.start + (last.end - last.start)
    return end + last.size * _BLANK + wide <= limits.end - _UNDER_FULL


def _is_below(last: TextLine, line: TextLine) -> bool:
    """Whether a line begins where the one before does, or its text behind a bullet: then both are at the left."""
    if abs(line.start - last.start) <= _ALIGNED:
        return abs(line.end - last.end) > _ALIGNED
    has_bullet = len(last.words) > 1 and bool(split_bullet(last.text)[0])
    return has_bullet and abs(line.words[0].x0 - last.words[1].x0) <= _ALIGNED


def _is_full(last: TextLine, line: TextLine, limits: Limits) -> bool:
    """Whether a line could not have held another letter of the next."""
    first = line.words[0]
    if first.style.turn:
        return False
    letter = max((first.x1 - first.x0) / max(1, len(first.text)), _LETTER * first.style.size)
    return last.end + letter > limits.end - _UNDER_FULL


def set_depths(read: list[DrawnParagraph]) -> Iterator[DrawnParagraph]:
    """Items that begin further to the right than others are below them."""
    starts: list[float] = []
    for one in read:
        if one.paragraph.depth:
            starts = [start for start in starts if start < one.start - _INDENT]
            starts.append(one.start)
            yield one._replace(paragraph=replace(one.paragraph, depth=len(starts)))
        else:
            starts = [start for start in starts if start < one.start - _INDENT]
            yield one


def _only_colour(words: list[Word]) -> str:
    colours = {word.style.colour for word in words}
    return colours.pop() if len(colours) == 1 else ""


def _links(words: list[Word]) -> Iterator[SourceLink]:
    at = 0
    urls = [word.url for word in words]
    for text in _runs(words, lambda word: word.url):
        while not urls[at]:
            at += 1
        yield SourceLink(text, urls[at])
        at += len(text.split(" "))


def _runs(words: list[Word], mark: Callable[[Word], str]) -> Iterator[str]:
    """The words beside each other that have the same mark, as texts."""
    run: list[str] = []
    last = ""
    for word in words:
        found = mark(word)
        if run and found != last:
            yield " ".join(run)
            run = []
        if found:
            run.append(word.text)
        last = found
    if run:
        yield " ".join(run)


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Z][\w'’/&-]*(?: [\w'’/&()-]+){0,4}:(?=\s|$)")


@cache
def _id_pattern() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]")


@cache
def _number_pattern() -> re.Pattern[str]:
    # A number with a dot needs a word after it: "3. Recognition", but not "3.1" and not "2024."
    return re.compile(r"(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-h]|[ivx]{2,4})\.)\s+(?=\S)")
