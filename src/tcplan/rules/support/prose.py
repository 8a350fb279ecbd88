"""The words of a file that a report prints: every text that is not `internal`."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import accumulate
from typing import Final, NamedTuple

from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.workspace import File

KEPT_BACK: Final = ("internal", "accepted", "also")
"""Keys that no report prints: notes, accepted findings with their reasons, and other spellings of an owner."""

_ENTRY: Final = 2
"""The length of the path of an entry: a table and an index."""


class Passage(NamedTuple):
    """A text with its place. `is_prose` is False for names, sources and other texts of a few words."""

    path: Path
    text: str
    is_prose: bool


class PublishedTexts:
    """Every text of a file that may be printed, in the order of the shape's keys; no dates, no words of a list."""

    def __init__(self, model: Shape | None) -> None:
        passages: list[Passage] = []
        if model is not None:
            _add_shape(passages, model, ())
        folded = [passage.text.casefold() for passage in passages]
        self._passages = passages
        # One text, and where each begins in it: to keep the folded texts too would take as much memory again.
        self._folded = "\n".join(folded)
        self._starts = array("l", accumulate((len(text) + 1 for text in folded), initial=0))

    def __iter__(self) -> Iterator[Passage]:
        """All of them."""
        return iter(self._passages)

    def holding(self, *words: str) -> list[Passage]:
        """Those that hold one of some words, or parts of words, in lower case.

        What most rules look for is in few texts. Where a rule can name what is in all of it, one look at the whole
        file finds these texts, and the pattern of the rule, which is slow, sees no others.
        """
        folded = self._folded
        found = {index for word in words for index in self._found(partial(folded.find, word))}
        return [self._passages[index] for index in sorted(found)]

    def matching(self, pattern: re.Pattern[str]) -> list[Passage]:
        """Those, folded, in which a pattern matches; one that matches line breaks may find a text too many."""

        def find(start: int) -> int:
            match = pattern.search(self._folded, start)
            return match.start() if match else -1

        return [self._passages[index] for index in self._found(find)]

    def _found(self, find: Callable[[int], int]) -> Iterator[int]:
        """The texts in which something is found: `find` gives the next place from one on, or -1."""
        place = find(0)
        while place >= 0:
            index = bisect_right(self._starts, place) - 1
            yield index
            place = find(self._starts[index + 1])


def holder_of(path: Path, file: File) -> str:
    """The entry that a text is in, or the whole, as a message calls it: `action 2.3.1`, `the plan`."""
    if len(path) > _ENTRY and isinstance(path[1], int):
        return plan_terms(file.shaped.path_map.origin(path[:_ENTRY]), file.document.data)
    kind = getattr(file.shaped.model, "kind", "file")
    return f"the {kind.replace('-', ' ')}"


def _add_shape(passages: list[Passage], shape: Shape, path: Path) -> None:
    values = vars(shape)  # to ask pydantic for each attribute takes twice as long
    for name, key, field in _printed_fields(type(shape)):
        value = values[name]
        if not value:
            continue
        if isinstance(value, str) and field.leaf is not None:  # most are, and a large plan has a hundred thousand
            passages.append(Passage((*path, key), value, field.leaf.prose))
        else:
            _add(passages, value, field, (*path, key))


@cache
def _printed_fields(shape: type[Shape]) -> tuple[tuple[str, str, FieldKind], ...]:
    """The fields of a shape that reports print: the name of each in the model, its key in the file, and its kind."""
    names = {info.alias or name: name for name, info in shape.model_fields.items()}
    printed = ((key, field) for key, field in fields_of(shape).items() if key not in KEPT_BACK)
    return tuple((names[key], key, field) for key, field in printed if field.leaf is None or not field.leaf.words)


def _add(passages: list[Passage], value: object, field: FieldKind, path: Path) -> None:
    if isinstance(value, str):
        if field.leaf is not None:
            passages.append(Passage(path, value, field.leaf.prose))
    elif isinstance(value, Shape):
        _add_shape(passages, value, path)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            _add(passages, one, field, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            _add(passages, one, field, (*path, str(key)))
