"""Words behind ` #`, which YAML takes for a comment: the one loss that no parser reports."""

import re
from collections.abc import Iterator

from tcplan.finding import Problem, Span
from tcplan.model import Shape
from tcplan.shape.fields import field_at
from tcplan.text.codes import EATEN_WORDS
from tcplan.text.quoting import quoted
from tcplan.text.reader import Document

_COMMENT = re.compile(r"[ ]+(#[^\n\r]*)")


def eaten_comments(document: Document, shape: type[Shape]) -> Iterator[Problem]:
    """Comments that stand behind plain words and were probably meant as part of them.

    Behind prose any comment on the same line counts, since a `#` in a sentence and a remark cannot be told
    apart; behind other words only one without a space after the `#`, such as `#TechsCommit`.
    """
    for path, mark in document.marks.items():
        if mark.style != "plain" or mark.value.start == mark.value.end:
            continue
        comment = _COMMENT.match(document.text, mark.value.end)
        if comment is None:
            continue
        field = field_at(shape, path)
        if field is None or (field.leaf is None and not (field.shape and field.shape.main)):
            continue
        prose = field.shape is not None or (field.leaf is not None and field.leaf.prose)
        if prose or (comment[1][1:2] not in ("", " ", "#", "!") and field.leaf and not field.leaf.words):
            words = document.text[mark.value.start : comment.end()].rstrip()
            key = f"{path[-1]}: " if isinstance(path[-1], str) else "- "
            yield Problem(
                EATEN_WORDS,
                path,
                "the words behind ` #` are a comment to YAML and will not be read",
                f"if they belong to the text, write {key}{quoted(words)}; else put the comment on a line of its own",
                span=Span(*comment.span(1)),
            )
