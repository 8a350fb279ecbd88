"""Doubts that say the same of several places, as one: the first in full, and of the others where, and what differs."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tcplan.importing.page import DoubtRow


class GatheredDoubt(NamedTuple):
    """Doubts of one kind and wording: what the first says and where, and where else the same is to be said."""

    message: str
    where: str
    others: tuple[str, ...] = ()


@cache
def _differing_pattern() -> re.Pattern[str]:
    """What may differ in doubts that are alike: the words of the document, ids, and numbers."""
    return re.compile(r"`[^`]*`|\b[0-9][\w./-]*")


def gather_doubts(doubts: Iterable[DoubtRow]) -> list[GatheredDoubt]:
    """Doubts that are alike together, in the order in which they come first."""
    alike: dict[tuple[str, str, str], list[DoubtRow]] = {}
    for doubt in doubts:
        wording = _differing_pattern().sub("`", doubt.message)
        alike.setdefault((doubt.kind, wording, doubt.document), []).append(doubt)
    return [_gather(several) for several in alike.values()]


def _gather(doubts: Sequence[DoubtRow]) -> GatheredDoubt:
    first, *rest = doubts
    named = [re.findall("`[^`]*`", doubt.message) for doubt in doubts]
    kept = [at for at, words in enumerate(named[0]) if any(other[at : at + 1] != [words] for other in named)]
    others = [
        f"{_where(doubt)} ({', '.join(words[at] for at in kept if at < len(words))})" if kept else _where(doubt)
        for doubt, words in zip(rest, named[1:], strict=True)
    ]
    return GatheredDoubt(first.message, _where(first), tuple(dict.fromkeys(filter(None, others))))


def _where(doubt: DoubtRow) -> str:
    return ", ".join(filter(None, (doubt.entry, doubt.place)))
