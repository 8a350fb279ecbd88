"""The words of the whole document: they tell whether two pieces of a word, or two lines, are one word."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

_SUSPENDED: Final = frozenset({"and", "or", "to", "und", "et"})
_SOFT: Final = "\u00ad"
_MIN_JOINED: Final = 4
_CLOSE: Final = 0.19


@dataclass
class Vocabulary:
    """How often each word is in the document.

    Attributes:
        whole: Words with others on both sides, which no end of a line can have cut.
        edges: Words at the ends of lines.
    """

    whole: Counter[str] = field(default_factory=Counter)
    edges: Counter[str] = field(default_factory=Counter)

    def add_line(self, words: list[str]) -> None:
        """Count the words of a line."""
        for index, word in enumerate(words):
            counter = self.whole if 0 < index < len(words) - 1 else self.edges
            counter.update(_parts(word))

    def has(self, word: str) -> bool:
        """Whether a word is somewhere in the document."""
        return bool(self.whole[word] or self.edges[word])

    def is_known_elsewhere(self, word: str) -> bool:
        """Whether a word is in the document apart from the one place where it may be a piece of another."""
        return self.whole[word] + self.edges[word] > 1

    def is_cut(self, before: str, after: str) -> bool:
        """Whether two pieces are one word: together they are known, and not each of them is."""
        last, first = _last_part(before), _first_part(after)
        if not last or not first or len(last + first) < _MIN_JOINED:
            return False
        return self.has(last + first) and not (self.whole[last] and self.whole[first])


def join_words(before: str, after: str, vocabulary: Vocabulary, *, is_full: bool) -> str:
    """What stands between the end of a line and the start of the next, joined.

    Args:
        before: The words of the line.
        after: The words of the next line.
        vocabulary: All words of the document.
        is_full: Whether the line is one word that takes all of it, so that a longer one would have been cut.
    """
    if before.endswith(_SOFT):
        return before[:-1] + after
    if before.endswith(("-", "\u2010")) and before[-2:-1].isalpha() and after[:1].isalpha():
        if _first_part(after) in _SUSPENDED:
            return f"{before} {after}"
        joined = _last_part(before[:-1]) + _first_part(after)
        return before[:-1] + after if after[:1].islower() and vocabulary.has(joined) else before + after
    if before.endswith("/") and "://" in before.rpartition(" ")[2]:
        return before + after
    if is_full and before[-1:].isalpha() and after[:1].islower() and _is_one_word(before, after, vocabulary):
        return before + after
    return f"{before} {after}"


def _is_one_word(before: str, after: str, vocabulary: Vocabulary) -> bool:
    pieces = (_last_part(before), _first_part(after))
    return vocabulary.is_cut(before, after) or not any(vocabulary.is_known_elsewhere(piece) for piece in pieces)


def heal_words(words: list[str], vocabulary: Vocabulary, gaps: list[float]) -> list[int]:
    """Which words of a line begin with a blank that is none: "T echnician", "T E C H N I C I A N".

    Args:
        words: The words of the line.
        vocabulary: All words of the document.
        gaps: The blank before each word, in the size of its letters.
    """
    healed = _heal_letters(words, vocabulary)
    for index in range(1, len(words)):
        before, after = words[index - 1], words[index]
        is_close = gaps[index] < _CLOSE or len(before) == 1
        if is_close and before[-1:].isalpha() and after[:1].islower() and vocabulary.is_cut(before, after):
            healed.append(index)
    return healed


def _heal_letters(words: list[str], vocabulary: Vocabulary) -> list[int]:
    healed: list[int] = []
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end]) == 1 and words[end].isalpha():
            end += 1
        for stop in range(end, start + 2, -1):
            if vocabulary.has("".join(words[start:stop]).casefold()):
                healed.extend(range(start + 1, stop))
                break
        start = max(end, start + 1)
    return healed


def count_words(lines: Iterable[list[str]]) -> Vocabulary:
    """The words of some lines."""
    vocabulary = Vocabulary()
    for line in lines:
        vocabulary.add_line(line)
    return vocabulary


def _parts(text: str) -> list[str]:
    return [part.casefold() for part in _word_pattern().findall(text)]


def _last_part(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found[0].casefold() if found else ""


def _first_part(text: str) -> str:
    found = _word_pattern().match(text)
    return found[0].casefold() if found else ""


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
