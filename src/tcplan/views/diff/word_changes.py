"""The words that changed in a text, with a few of those around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Final, Literal

AROUND: Final = 4
"""How many words that stayed are shown on either side of words that changed."""

MOST_PAIRS: Final = 50_000
"""Of texts with more pairs of the same word, the stretch from the first to the last changed word is given whole: to
compare them word by word would take long.
"""


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Words in a row that stayed, were added or were removed; `...` stands for words that stayed and are left out."""

    kind: Literal["same", "added", "removed", "left out"]
    text: str


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\S+")


def word_changes(before: str, after: str) -> tuple[ChangedWords, ...]:
    """How the words of a text differ; nothing if only spaces and line breaks do."""
    old, new = _word_pattern().findall(before), _word_pattern().findall(after)
    if old == new:
        return ()
    return tuple(_cut(list(_rows(old, new))))


def words_in_line(rows: Iterable[ChangedWords]) -> str:
    """The words on one line: `the [draft → final] criteria`."""
    parts: list[str] = []
    pending = ""
    for row in [*rows, None]:
        if row and row.kind == "removed":
            pending = row.text
            continue
        if row and row.kind == "added":
            parts.append(f"[{pending} → {row.text}]" if pending else f"[+ {row.text}]")
        else:
            parts += [f"[− {pending}]"] if pending else []  # noqa: RUF001 (a minus sign, as wide as the plus)
            parts += [row.text] if row else []
        pending = ""
    return " ".join(parts)


def _rows(old: list[str], new: list[str]) -> Iterator[ChangedWords]:
    start, end = _same_ends(old, new)
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield ChangedWords("same", " ".join(old[:start]))
    counts = Counter(inner_old), Counter(inner_new)
    if sum(count * counts[1][word] for word, count in counts[0].items()) > MOST_PAIRS:
        yield from _replaced(inner_old, inner_new)
    else:
        matcher = SequenceMatcher(None, inner_old, inner_new, autojunk=False)
        for how, first, last, new_first, new_last in matcher.get_opcodes():
            if how == "equal":
                yield ChangedWords("same", " ".join(inner_old[first:last]))
            else:
                yield from _replaced(inner_old[first:last], inner_new[new_first:new_last])
    if end:
        yield ChangedWords("same", " ".join(old[len(old) - end :]))


def _same_ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words are the same at the beginning, and how many of the rest at the end."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return start, end


def _replaced(old: list[str], new: list[str]) -> Iterator[ChangedWords]:
    if old:
        yield ChangedWords("removed", " ".join(old))
    if new:
        yield ChangedWords("added", " ".join(new))


def _cut(rows: list[ChangedWords]) -> Iterator[ChangedWords]:
    """The rows, with only a few of the words that stayed around those that changed."""
    for index, row in enumerate(rows):
        words = row.text.split(" ")
        ahead, behind = AROUND if index else 0, AROUND if index + 1 < len(rows) else 0
        if row.kind != "same" or len(words) <= ahead + behind + 1:
            yield row
            continue
        if ahead:
            yield ChangedWords("same", " ".join(words[:ahead]))
        yield ChangedWords("left out", "…")
        if behind:
            yield ChangedWords("same", " ".join(words[-behind:]))
