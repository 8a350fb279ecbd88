"""The words of a file that a report prints: every text that is not `internal`."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import accumulate
from typing import Final, NamedTuple, cast

from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.workspace import File

KEPT_BACK: Final = ("internal", "accepted", "also")
"""Keys that no report prints: notes, accepted findings with their reasons, and other spellings of an owner."""

_TITLES: Final = frozenset(("title", "name", "label"))

_ENTRY: Final = 2
"""The length of the path of an entry: a table and an index."""


class Passage(NamedTuple):
    """A text with its place. `is_prose` is False for names, sources and other texts of a few words.

    `holder` is the path of the entry that it is in, or of a part of the entry, and `steps` lead on from there.
    """

    holder: Path
    steps: Path
    text: str
    is_prose: bool

    @property
    def path(self) -> Path:
        """Where the text is."""
        return self.holder + self.steps

    @property
    def is_markdown(self) -> bool:
        """Whether documents read it as Markdown: prose of more than a title or a name."""
        return self.is_prose and _TITLES.isdisjoint(self.steps)


class PublishedTexts:
    """Every text of a file that may be printed, in the order of the shape's keys; no dates, no words of a list."""

    def __init__(self, model: Shape | None) -> None:
        # The parts of all passages: a passage is made when it is asked for, and most hold nothing that rules look for.
        self._holders: list[Path] = []
        self._steps: list[Path] = []
        self._texts: list[str] = []
        self._are_prose = bytearray()
        self._known_steps: dict[Path, Path] = {}
        if model is not None:
            self._add_shape(model, ())
        # One text, and where each begins in it: to keep the folded texts too would take as much memory again.
        joined = "\n".join(self._texts)
        self._folded = joined.casefold()
        texts = self._texts if len(joined) == len(self._folded) else map(str.casefold, self._texts)
        self._starts = array("l", accumulate((len(text) + 1 for text in texts), initial=0))

    def __iter__(self) -> Iterator[Passage]:
        """All of them."""
        return map(Passage, self._holders, self._steps, self._texts, map(bool, self._are_prose))

    def holding(self, *words: str) -> list[Passage]:
        """Those that hold one of some words, or parts of words, in lower case.

        What most rules look for is in few texts. Where a rule can name what is in all of it, one look at the whole
        file finds these texts, and the pattern of the rule, which is slow, sees no others.
        """
        folded = self._folded
        found = {index for word in words for index in self._found(partial(folded.find, word))}
        return [self._passage(index) for index in sorted(found)]

    def matching(self, pattern: re.Pattern[str]) -> list[Passage]:
        """Those, folded, in which a pattern matches; one that matches line breaks may find a text too many."""

        def find(start: int) -> int:
            match = pattern.search(self._folded, start)
            return match.start() if match else -1

        return [self._passage(index) for index in self._found(find)]

    def _found(self, find: Callable[[int], int]) -> Iterator[int]:
        """The texts in which something is found: `find` gives the next place from one on, or -1."""
        place = find(0)
        while place >= 0:
            index = bisect_right(self._starts, place) - 1
            yield index
            place = find(self._starts[index + 1])

    def _passage(self, index: int) -> Passage:
        return Passage(self._holders[index], self._steps[index], self._texts[index], bool(self._are_prose[index]))

    def _add_shape(self, shape: Shape, path: Path) -> None:
        for name, steps, field in _printed_fields(type(shape)):
            if value := getattr(shape, name):
                self._add(value, field, path, steps)

    def _add(self, value: object, field: FieldKind, path: Path, steps: Path) -> None:
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                self._add(one, field, path, (*steps, index))
        elif isinstance(value, dict):
            for key, one in value.items():
                self._add(one, field, path, (*steps, str(key)))
        elif field.leaf is None:
            self._add_shape(cast("Shape", value), path + steps)
        elif isinstance(value, str):
            self._holders.append(path)
            self._steps.append(self._known_steps.setdefault(steps, steps))  # thousands of entries have the same
            self._texts.append(value)
            self._are_prose.append(field.leaf.prose)


def holder_of(path: Path, file: File) -> str:
    """The entry that a text is in, or the whole, as a message calls it: `action 2.3.1`, `the plan`."""
    if len(path) > _ENTRY and isinstance(path[1], int):
        return plan_terms(file.shaped.path_map.origin(path[:_ENTRY]), file.document.data)
    kind = getattr(file.shaped.model, "kind", "file")
    return f"the {kind.replace('-', ' ')}"


@cache
def _printed_fields(shape: type[Shape]) -> tuple[tuple[str, Path, FieldKind], ...]:
    """The fields of a shape that reports print: the name of each in the model, the step to it, and its kind."""
    names = {info.alias or name: name for name, info in shape.model_fields.items()}
    printed = ((key, field) for key, field in fields_of(shape).items() if key not in KEPT_BACK)
    return tuple((names[key], (key,), field) for key, field in printed if field.leaf is None or not field.leaf.words)
