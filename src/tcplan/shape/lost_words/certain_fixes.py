"""Which fixes of lost words are certain: those that fit what the shape has at their place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from tcplan.findings.change import Rewrite
from tcplan.findings.finding import Problem, ReplaceTabs
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, field_at, fields_of, shape_at, value_field_at
from tcplan.shape.short_forms import PathMap
from tcplan.yaml_reader.reader import Document


@cache
def _key_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|[ {,])([a-z_]+):(?: |$)")


_FOR_PROSE_ONLY: Final = ("[", "{", "*")
"""Characters that something else than a text may have been meant to begin with."""

_QUOTES: Final = ("'", '"')
"""What may be left over around anything, a date or an id too."""


def keep_certain_fixes(
    problems: Iterable[Problem], document: Document, shape: type[Shape], path_map: PathMap
) -> Iterator[Problem]:
    """The reader's problems, with their fixes where the shape has a text at that place, and none of its keys in it."""
    for problem in problems:
        fix = problem.fix
        is_certain = not isinstance(fix, Rewrite) or _is_certain(fix, document, shape, path_map)
        yield problem if is_certain else replace(problem, fix=None)


def without_fixes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems of a file of which not enough is known to fix more than its tabs."""
    return tuple(
        problem if isinstance(problem.fix, ReplaceTabs) else replace(problem, fix=None) for problem in problems
    )


def _is_certain(fix: Rewrite, document: Document, shape: type[Shape], path_map: PathMap) -> bool:
    path = path_map.meant(fix.path)
    field, value_field = field_at(shape, path), value_field_at(shape, path, fix.value)
    leaf = value_field.leaf if value_field else None
    if field is None or leaf is None:
        return False
    words = document.text[fix.span.start : fix.span.end]
    if document.text[fix.span.start - 1] == ":":
        return True  # only the space before it is missing
    # What begins like a list may have been meant as one, and so may words with commas where several values fit.
    if not leaf.prose and (words[0] in _FOR_PROSE_ONLY or (field.many and "," in words)):
        return False
    # In the place of an id, a date or a word of a list only a lone quote is certain not to belong to the value.
    if (leaf.words or "pattern" in field.schema) and words[0] not in _QUOTES:
        return False
    return not _keys_in(words) & _keys_beside(path, field, shape)


def _keys_in(words: str) -> set[str]:
    """What may be keys in words: before a colon, or between commas."""
    return {part.strip() for part in words.split(",")} | set(_key_pattern().findall(words))


def _keys_beside(path: Path, field: FieldKind, shape: type[Shape]) -> set[str]:
    """The keys that an entry and those around it may have: two lines may have run into one."""
    around = [shape_at(shape, path[:length]) for length in range(len(path))]
    return {key for one in (field.shape, *around) if one for key in fields_of(one)}
