"""Lists that begin on the line of their key, as in `success: - Web page live`: to YAML only words with a hyphen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from tcplan.findings.change import Set
from tcplan.findings.codes import LOST_WORDS
from tcplan.findings.finding import Problem
from tcplan.model import Shape
from tcplan.shape.fields import field_at
from tcplan.shape.recovery import value_or_none
from tcplan.shape.short_forms import PathMap
from tcplan.values.text_length import shortened
from tcplan.yaml_reader.quoting import as_scalar
from tcplan.yaml_reader.reader import Document


@cache
def _bullet_pattern() -> re.Pattern[str]:
    return re.compile(r"[-*+\u2013\u2014][ \t]+(?=\S)")


def with_list_help(
    problems: Iterable[Problem], document: Document, shape: type[Shape], path_map: PathMap
) -> Iterator[Problem]:
    """The reader's problems, where a list was meant with the help to write one; its later lines are no problem of own.

    To put the hyphen in quotes, as for any other words, would only make it a part of the text.
    """
    problems = tuple(problems)
    found = {one.path: words for one in problems if (words := _list_words(one, document, shape, path_map))}
    for problem in problems:
        if problem.path not in found:
            yield problem
        elif _list_words(problem, document, shape, path_map):
            yield _as_list(problem, found[problem.path], document)


def _list_words(problem: Problem, document: Document, shape: type[Shape], path_map: PathMap) -> str:
    """The words after a key that takes several values, if they begin like an item of a list."""
    if problem.code is not LOST_WORDS or problem.span is None or not problem.path or isinstance(problem.path[-1], int):
        return ""
    words = document.text[problem.span.start : problem.span.end]
    field = field_at(shape, path_map.meant(problem.path))
    return words if field and field.many and _bullet_pattern().match(words) else ""


def _as_list(problem: Problem, words: str, document: Document) -> Problem:
    key, value = problem.path[-1], value_or_none(document.data, problem.path)
    item = _bullet_pattern().sub("", words, count=1).strip()
    problem = replace(problem, message=f"a list cannot begin on the line of its key: `{shortened(words)}`")
    is_line = isinstance(value, str) and value.strip() == words.strip() and "\n" not in words
    if not is_line or " - " in item or " #" in item:
        help_text = f"begin the list on the line below `{key}:`, with `- ` before each item: - {shortened(item)}"
        return replace(problem, help=help_text, fix=None)
    help_text = f"write it without the `{words[0]}`: {key}: {as_scalar(item)}"
    help_text += "; several begin on the line below, each after `- `"
    return replace(problem, help=help_text, fix=Set(problem.path, item))
