"""Names that follow each other without a sign: the words parted into known names and what is between them."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tcplan.importing.reading.owner_words import (
    CONNECTORS,
    body_pattern,
    ending_words,
    is_abbreviation,
    is_complete,
    is_post,
)
from tcplan.workspace.glossary import fold_name

MOST_WORDS: Final = 40
"""More words in a row are prose."""

_LONGEST_KNOWN: Final = 10
"""No name that is known has more words."""

_LONG: Final = 3
"""A name of so many words is hardly the end of another one."""

_GROUPS: Final = ("unions", "departments", "schools", "faculties")
"""Single words that are owners after another name, and not the end of it."""

_SHORTEST: Final = 4
"""A shorter word between two names may be a part of one."""

_KNOWN, _AFTER, _UNKNOWN, _OF_WORD, _INCOMPLETE = 1.0, 0.5, 2.0, 3.0, 4.0
"""What a part costs: a known name, an abbreviation after one, any other, each of its words, one that is not whole."""


class NamePart(NamedTuple):
    """A part of a text: a name, and whether it is known."""

    name: str
    is_known: bool


_NOTHING: Final = NamePart("", is_known=True)


def segments_of(text: str, is_known: Callable[[str], bool]) -> tuple[NamePart, ...]:
    """The parts of a text, of all ways to part it those that cost least; `is_known` is asked for folded names."""
    words = text.split()
    if len(words) > MOST_WORDS:
        return (NamePart(text, is_known=False),)
    row = _WordRow(words, [fold_name(word) for word in words], is_known)
    best = [_Way(0.0, 0, _NOTHING)]
    for end in range(1, len(words) + 1):
        best.append(min(_ways_to(row, end, best), key=lambda way: way.cost))
    parts: list[NamePart] = []
    end = len(words)
    while end:
        parts.append(best[end].last)
        end = best[end].start
    return tuple(reversed(parts))


class _WordRow(NamedTuple):
    """Words in a row, as they are and as names are compared."""

    words: list[str]
    folded: list[str]
    is_known: Callable[[str], bool]


class _Way(NamedTuple):
    """The cheapest way to part words up to an end: what it costs, where its last part begins, and that part."""

    cost: float
    start: int
    last: NamePart


def _ways_to(row: _WordRow, end: int, best: list[_Way]) -> Iterator[_Way]:
    """The ways to part the words up to an end, by where their last part begins."""
    yield _Way(10_000.0 + end, 0, NamePart(" ".join(row.words[:end]), is_known=False))
    for start in range(end):
        known = end - start <= _LONGEST_KNOWN and row.is_known(" ".join(row.folded[start:end]))
        before = best[start].last
        if not known and start and not before.is_known and end - start > 1:
            continue  # two unknown parts are one
        if _is_within_name(row.words, start, end):
            continue
        name = " ".join(row.words[start:end])
        if known and is_abbreviation(name) and not _begins_name(row, end):
            continue  # `HR Business Partner` is not two owners
        is_after = not known and start > 0 and _is_after_name(name, before.name)
        if known or not start or before.is_known or is_after:
            yield _Way(best[start].cost + _cost_of(name, known=known, is_after=is_after), start, NamePart(name, known))


def _cost_of(name: str, *, known: bool, is_after: bool) -> float:
    if known or is_after:
        return _KNOWN if known else _AFTER
    return _UNKNOWN + _OF_WORD * len(name.split()) + (0 if is_complete(name) else _INCOMPLETE)


def _is_within_name(words: list[str], start: int, end: int) -> bool:
    """Whether words begin or end where a name cannot: beside `of`, `and` or a dash."""
    begins = start > 0 and (words[start].lower() in CONNECTORS or words[start - 1].lower() in CONNECTORS)
    return begins or (end < len(words) and words[end - 1].lower() in CONNECTORS)


def _begins_name(row: _WordRow, start: int) -> bool:
    """Whether a known name or another abbreviation follows, or nothing."""
    words, folded = row.words, row.folded
    if start == len(words) or (is_abbreviation(words[start]) and words[start].isupper()):
        return True
    ends = range(start + 1, min(len(words), start + _LONGEST_KNOWN) + 1)
    return any(row.is_known(" ".join(folded[start:end])) for end in ends)


def _is_after_name(name: str, before: str) -> bool:
    """Whether an abbreviation after what looks like a whole name is a name of its own: `Department Managers HoDs`."""
    return is_abbreviation(name) and len(name) >= _LONG and is_complete(before) and not is_abbreviation(before)


def are_certain(segments: tuple[NamePart, ...]) -> bool:
    """Whether each part is a known name, or looks like a whole one beside its neighbours."""
    around = (_NOTHING, *segments, _NOTHING)
    return all(_may_stand(*around[index : index + 3]) for index in range(len(segments)))


def certain_parts(segments: tuple[NamePart, ...]) -> list[str]:
    """The names of a text, those together that are not certain enough apart."""
    parts = list(segments)
    while not are_certain(tuple(parts)) and len(parts) > 1:
        around = (_NOTHING, *parts, _NOTHING)
        doubtful = next(index for index in range(len(parts)) if not _may_stand(*around[index : index + 3]))
        start = max(doubtful - 1, 0)
        parts[start : start + 2] = [NamePart(" ".join(one.name for one in parts[start : start + 2]), is_known=False)]
    return [one.name for one in parts]


def _may_stand(before: NamePart, one: NamePart, after: NamePart) -> bool:
    if one.is_known:
        return " " in one.name or is_abbreviation(one.name) or _is_word_alone(before, one, after)
    if before.name and not _ends_as_name(before.name):
        return False  # `Technical Skills Academy Manager`, where Technical Skills is known
    if is_complete(one.name) or not one.name[:1].isupper():
        return is_complete(one.name) and _is_whole_beside(before, one.name, after)
    if " " in one.name:
        # `Marketing and Communications` before the long name of a committee, `PS Team Heads Planning` after one.
        return len(after.name.split()) >= _LONG
    is_between = bool(before.name and after.name) and len(one.name) >= _SHORTEST
    return is_between or (" " in before.name and one.name.lower() in _GROUPS)


def _is_whole_beside(before: NamePart, name: str, after: NamePart) -> bool:
    """Whether what looks like a whole name is one, and not the beginning of the known name after it.

    `TC Steering Group` and `Chair of TC Steering Group` are one, although a `Steering Group` is known.
    """
    if not after.name or before.name or is_abbreviation(after.name) or len(after.name.split()) >= _LONG:
        return True
    last = name.rpartition(" ")[2].lower().strip("()")
    return last in ending_words() or name.endswith(")") or (is_abbreviation(name) and len(name) >= _SHORTEST)


def _is_word_alone(before: NamePart, one: NamePart, after: NamePart) -> bool:
    """Whether one word, such as `Library` or `Provost`, is a name and not a part of the one beside it."""
    is_followed = after.is_known or (is_post(one.name) and is_complete(after.name))
    is_after_body = before.is_known or body_pattern().fullmatch(before.name) is not None or before.name.endswith(")")
    return is_followed and is_after_body


def _ends_as_name(name: str) -> bool:
    return is_complete(name) or is_post(name)
