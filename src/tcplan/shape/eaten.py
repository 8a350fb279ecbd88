"""Words behind ` #`, which YAML takes for a comment: the one loss that no parser reports."""

import re
from collections.abc import Iterator

from tcplan.finding import Path, Problem, Span
from tcplan.model import Shape
from tcplan.model.types import Leaf
from tcplan.shape.fields import field_at, fields_of
from tcplan.text.codes import EATEN_WORDS
from tcplan.text.quoting import quoted
from tcplan.text.reader import Document

_COMMENT = re.compile(r"[ ]+(#[^\n\r]*)")
_HASHTAG = re.compile(r"#[^ #!]")


def eaten_comments(document: Document, shape: type[Shape]) -> Iterator[Problem]:
    """Comments that stand behind plain words and were probably meant as part of them.

    Behind prose any comment on the same line counts, since a `#` in a sentence and a remark cannot be told
    apart; behind other words, or none, only one without a space after the `#`, such as `#TechsCommit`.
    """
    for path, mark in document.marks.items():
        if mark.style != "plain":
            continue
        comment = _COMMENT.match(document.text, mark.value.end)
        if comment is None:
            continue
        is_empty = mark.value.start == mark.value.end
        leaf = _leaf(shape, path, document.text[mark.value.start : mark.value.end])
        if leaf is None or not ((leaf.prose and not is_empty) or (_HASHTAG.match(comment[1]) and not leaf.words)):
            continue
        words = document.text[mark.value.start : comment.end()].strip()
        key = f"{path[-1]}: " if isinstance(path[-1], str) else "- "
        yield Problem(
            EATEN_WORDS,
            path,
            "the words behind ` #` are a comment to YAML and will not be read",
            f"if they belong to the text, write {key}{quoted(words)}; else put the comment on a line of its own",
            span=Span(*comment.span(1)),
        )


def _leaf(shape: type[Shape], path: Path, text: str) -> Leaf | None:
    """What a plain text at a path is read as: in the place of a mapping, its main key."""
    field = field_at(shape, path)
    if field is not None and field.shape is not None:
        field = fields_of(field.shape).get(field.shape.main_for(text))
    return field.leaf if field else None
