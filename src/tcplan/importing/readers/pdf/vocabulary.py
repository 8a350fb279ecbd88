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
_ENDING: Final = 3
_ONE_LETTER_WORDS: Final = frozenset("aio")
_SMALL_WORDS: Final = frozenset(
    {
        "all",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "do",
        "for",
        "get",
        "had",
        "has",
        "his",
        "how",
        "if",
        "in",
        "is",
        "it",
        "its",
        "let",
        "may",
        "new",
        "no",
        "not",
        "now",
        "of",
        "off",
        "on",
        "one",
        "or",
        "our",
        "out",
        "own",
        "per",
        "set",
        "she",
        "so",
        "the",
        "to",
        "two",
        "up",
        "us",
        "use",
        "was",
        "we",
        "who",
        "you",
    }
)


@dataclass
class Vocabulary:
    """How often each word is in the document.

    Attributes:
        whole: Words with others on both sides, which no end of a line can have cut.
        edges: Words at the ends of lines.
        alone: Words that are all of their line, and may be pieces of a longer one.
    """

    whole: Counter[str] = field(default_factory=Counter)
    edges: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)

    def add_line(self, words: list[str]) -> None:
        """Count the words of a line."""
        if len(words) == 1:
            self.alone.update(_parts(words[0]))
            return
        for index, word in enumerate(words):
            counter = self.whole if 0 < index < len(words) - 1 else self.edges
            counter.update(_parts(word))

    def has(self, word: str) -> bool:
        """Whether a word is somewhere in the document."""
        return bool(self.whole[word] or self.edges[word] or self.alone[word])

    def is_word(self, word: str) -> bool:
        """Whether something is a word somewhere, and not always at the end of a line, where it may be a piece."""
        return bool(self.whole[word]) or self.edges[word] > 1

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
    is_genitive = before.endswith(("'", "’")) and _first_part(after) == "s"
    if is_genitive or (
        is_full and before[-1:].isalpha() and after[:1].islower() and _is_one_word(before, after, vocabulary)
    ):
        return before + after
    return f"{before} {after}"


def _is_one_word(before: str, after: str, vocabulary: Vocabulary) -> bool:
    last, first = _last_part(before), _first_part(after)
    if len(first) == 1:
        return first not in _ONE_LETTER_WORDS
    if _open_pattern().search(last) and not vocabulary.whole[last]:
        return True
    are_edges = not vocabulary.whole[first] and not vocabulary.whole[last]  # the same word may be cut many times
    if first in _SMALL_WORDS or (vocabulary.is_word(first) and not are_edges):
        return vocabulary.has(last + first) and not vocabulary.is_word(last)
    is_rest = len(first) <= _ENDING and not vocabulary.whole[last]  # `Commitment web` are two words
    return vocabulary.has(last + first) or is_rest or bool(_ending_pattern().fullmatch(first))


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
def _ending_pattern() -> re.Pattern[str]:
    """Endings of words that are no words themselves."""
    return re.compile(
        r"[aeiu]?(?:[ts]ions?|ions|b?ility|l?it(?:y|ies)|ness|[ae]nc(?:es?|y|ies)|c?ations?|[ai]?tives?|nt|lly)|[a-z]?[aeiu]?ments?"
    )


@cache
def _open_pattern() -> re.Pattern[str]:
    """How hardly a word ends, so that what ends so is the beginning of one: `contributi`, `visibi`."""
    return re.compile(r"[a-z]{2}(?:[bcgst]i|[jqv])$")


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
