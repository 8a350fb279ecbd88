"""Which repairs of eaten words are certain: those that fit what the shape has at their place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from tcplan.findings.change import Rewrite
from tcplan.findings.codes import LOST_WORDS
from tcplan.findings.finding import Problem, ReplaceTabs
from tcplan.findings.span import Path, Span
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, field_at, fields_of, shape_at
from tcplan.shape.lost_comments import leaf_at
from tcplan.shape.recovery import value_or_none
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
    """The reader's problems, with their repairs where what stands there is a text and holds no key of the shape."""
    for problem in problems:
        fix = problem.fix
        is_certain = not isinstance(fix, Rewrite) or _is_certain(fix, document, shape, path_map)
        yield problem if is_certain else replace(problem, fix=None)


def without_fixes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems of a file of which not enough is known to repair more than its tabs."""
    return tuple(
        problem if isinstance(problem.fix, ReplaceTabs) else replace(problem, fix=None) for problem in problems
    )


def with_words(problem: Problem, document: Document, shape: type[Shape], path_map: PathMap) -> Problem:
    """`- Criteria published: on the intranet`, the only key of an item that may be a text, is that text."""
    path = problem.path
    holder, mark = value_or_none(document.data, path[:-1]), document.marks.get(path)
    if problem.code is not LOST_WORDS or not isinstance(holder, dict) or len(holder) > 1:
        return problem
    if mark is None or mark.key is None or mark.style != "plain":
        return problem
    span = Span(mark.key.start, mark.value.end)
    words = document.text[span.start : span.end]
    here = shape_at(shape, path_map.meant(path[:-1]))
    main = fields_of(here).get(here.main_for(words)) if here else None
    if " " not in str(path[-1]) or main is None or main.leaf is None or not main.leaf.prose or ": " not in words:
        return problem
    return replace(problem, fix=Rewrite(path[:-1], words, span))


def _is_certain(fix: Rewrite, document: Document, shape: type[Shape], path_map: PathMap) -> bool:
    path = path_map.meant(fix.path)
    field, leaf = field_at(shape, path), leaf_at(shape, path, fix.value)
    if field is None or leaf is None:
        return False
    words = document.text[fix.span.start : fix.span.end]
    if document.text[fix.span.start - 1] == ":":
        return True  # what lacks is a space in front of it
    if not leaf.prose and (words[0] in _FOR_PROSE_ONLY or (field.many and "," in words)):
        return False
    if (leaf.words or "pattern" in field.schema) and words[0] not in _QUOTES:
        return False
    return not _keys_in(words) & _keys_beside(path, field, shape)


def _keys_in(words: str) -> set[str]:
    """What may be keys in words: before a colon, or between commas."""
    return {part.strip() for part in words.split(",")} | set(_key_pattern().findall(words))


def _keys_beside(path: Path, field: FieldKind, shape: type[Shape]) -> set[str]:
    """The keys that may stand in and around a value: two lines may have run into one."""
    around = [shape_at(shape, path[:length]) for length in range(len(path))]
    return {key for one in (field.shape, *around) if one for key in fields_of(one)}
