"""Words after ` #`, which YAML takes for a comment: the one loss that no parser reports."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.change import Rewrite
from tcplan.findings.codes import LOST_WORDS
from tcplan.findings.finding import Problem
from tcplan.findings.span import NodeStyle, Span
from tcplan.model import Shape
from tcplan.model.leaf import Leaf
from tcplan.shape.fields import value_field_at
from tcplan.shape.short_forms import PathMap
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.reader import Document


@cache
def _comment_pattern() -> re.Pattern[str]:
    return re.compile(r"[ ]+(#[^\n\r]*)")


@cache
def _hashtag_pattern() -> re.Pattern[str]:
    return re.compile(r"#[^ #!]")


@cache
def _sure_hashtag_pattern() -> re.Pattern[str]:
    """A `#` that belongs to a word.

    After two spaces, or before one, it may begin a remark that is not to be published.
    """
    return re.compile(r" #(?!todo|fixme|xxx)\w", re.IGNORECASE)


def lost_comments(document: Document, shape: type[Shape], path_map: PathMap) -> Iterator[Problem]:
    """Comments on the line of plain words that were probably meant as part of them.

    After prose any comment on the same line counts, since a `#` in a sentence and a remark look
    the same; after other words, or none, only one without a space after the `#`, such as `#TechsCommit`; in the place
    of one of a few words only that word, such as `#high`.
    """
    text = document.text
    if " #" not in text:
        return
    for number, start, end in document.marks.values_in(NodeStyle.PLAIN):
        if not text.startswith(" ", end):
            continue
        comment = _comment_pattern().match(text, end)
        if comment is None:
            continue
        is_empty = start == end
        path = document.marks.path_of(number)
        field = value_field_at(shape, path_map.meant(path), text[start:end])
        leaf = field.leaf if field else None
        if field is None or leaf is None or not _is_meant(leaf, comment[1], is_empty=is_empty):
            continue
        words = text[start : comment.end()].strip()
        key = f"{path[-1]}: " if isinstance(path[-1], str) else "- "
        is_certain = leaf.prose and not is_empty and _sure_hashtag_pattern().match(comment[0])
        yield Problem(
            LOST_WORDS,
            path,
            "the words after ` #` are a comment to YAML and are not read",
            _help(key, words, is_text=field.takes_any_words),
            span=Span(*comment.span(1)),
            fix=Rewrite(path, words, Span(start, start + len(words))) if is_certain else None,
        )


def _is_meant(leaf: Leaf, comment: str, *, is_empty: bool) -> bool:
    if is_empty and leaf.words:
        return comment.removeprefix("#").rstrip() in leaf.words
    return (leaf.prose and not is_empty) or (_hashtag_pattern().match(comment) is not None and not leaf.words)


def _help(key: str, words: str, *, is_text: bool) -> str:
    """A text may hold a `#`; an id, a date or a colour may not."""
    if words[0] == "#" and not is_text:
        return f"delete the `#`: {key}{words[1:]}; if it is a comment, put it on a line of its own"
    return f"if they belong to the text, write {key}{quoted(words)}; otherwise, put the comment on a line of its own"
