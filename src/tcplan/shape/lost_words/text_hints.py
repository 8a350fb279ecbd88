"""What the text of the file says about a refused value that the value does not: brackets, an empty key, a `: `."""

from dataclasses import replace

from tcplan.findings import codes
from tcplan.findings.change import Rewrite
from tcplan.findings.codes import LOST_WORDS
from tcplan.findings.finding import Problem
from tcplan.findings.span import NodeStyle, Span
from tcplan.model import Shape
from tcplan.shape.fields import field_at, fields_of, shape_at
from tcplan.shape.recovery import value_or_none
from tcplan.shape.short_forms import PathMap
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.reader import Document


def add_text_hint(problem: Problem, document: Document, shape: type[Shape], path_map: PathMap) -> Problem:
    """The problem with the message, help or fix that the text at its place allows."""
    if problem.code is codes.MISSING_KEY:
        return _of_empty_key(problem, document)
    if problem.code is codes.WRONG_TYPE:
        return _of_brackets(problem, document, shape)
    if problem.code is LOST_WORDS:
        return _of_colon(problem, document, shape, path_map)
    return problem


def _of_empty_key(problem: Problem, document: Document) -> Problem:
    """Where a required key is there without a value, it is the value that is missing."""
    mark = document.marks.get(problem.path)
    if mark is None or mark.key is None or mark.value.start != mark.value.end:
        return problem
    return replace(problem, message=f"{problem.message}, which is empty here", help="write it after the colon")


def _of_brackets(problem: Problem, document: Document, shape: type[Shape]) -> Problem:
    """Where a bracket made a list or mapping of words, the help prints the line as it should be."""
    mark, field = document.marks.get(problem.path), field_at(shape, problem.path)
    if mark is None or mark.style is not NodeStyle.FLOW:
        return problem
    if field is None or field.leaf is None or field.leaf.words or "pattern" in field.schema:
        return problem
    words, key = document.text[mark.value.start : mark.value.end], problem.path[-1]
    if "\n" in words or not isinstance(key, str):
        return problem
    help_text = "write only one of them" if "," in words else "write it without the brackets"
    if field.leaf.prose:
        help_text = f"{help_text}; if they belong to the text, put it in quotes: {key}: {quoted(words)}"
    elif key == "lead" and "," in words:
        help_text = "write one lead, and move the others to `owners`"
    return replace(problem, help=help_text)


def _of_colon(problem: Problem, document: Document, shape: type[Shape], path_map: PathMap) -> Problem:
    """`- Criteria published: on the intranet`, the only key of an item that may be a text, is that text."""
    path = problem.path
    holder, mark = value_or_none(document.data, path[:-1]), document.marks.get(path)
    if not isinstance(holder, dict) or len(holder) > 1:
        return problem
    if mark is None or mark.key is None or mark.style is not NodeStyle.PLAIN:
        return problem
    span = Span(mark.key.start, mark.value.end)
    words = document.text[span.start : span.end]
    here = shape_at(shape, path_map.meant(path[:-1]))
    main = fields_of(here).get(here.main_for(words)) if here else None
    if " " not in str(path[-1]) or main is None or main.leaf is None or not main.leaf.prose or ": " not in words:
        return problem
    return replace(problem, fix=Rewrite(path[:-1], words, span))
