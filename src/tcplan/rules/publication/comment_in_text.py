"""Comments in a text that is published (TC808)."""

from collections.abc import Iterator

from tcplan.findings.codes import COMMENT_IN_TEXT
from tcplan.findings.finding import Problem
from tcplan.markdown.comments import START, without_comments
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import holder_of
from tcplan.values.text_length import shortened
from tcplan.workspace import File


def comment_in_text(file: File, context: Context) -> Iterator[Problem]:
    """A text has a comment of HTML, `<!-- ... -->`.

    Documents leave it out of texts in Markdown; one that is never closed hides the rest of its text. Titles, names and
    other texts of a few words are not Markdown: there it is printed as it is. Words between backquotes are code, not a
    comment.

    Why: Who writes a comment does not mean to publish it, but it is in the file, and everybody who can read the file
    reads it. What is hidden by mistake is missing in the document, and nobody sees that.

    Fix: Delete the comment, or move it to an `internal` note, which no document prints.
    """
    for passage in context.published(file).holding(START):
        holder = holder_of(passage.path, file)
        if not passage.is_markdown:
            message = f"{holder} has a comment in a text that is printed as it is: {shortened(passage.text)}"
            yield Problem(COMMENT_IN_TEXT, passage.path, message, "delete it, or move it to an `internal` note")
            continue
        for comment in without_comments(passage.text)[1]:
            what = "a comment that no document prints" if comment.is_closed else "a comment that is never closed"
            help_text = "delete it, or move it to an `internal` note"
            if not comment.is_closed:
                help_text = f"close it with `-->`: it hides the rest of the text; or {help_text}"
            message = f"{holder} has {what}: {shortened(comment.text)}"
            yield Problem(COMMENT_IN_TEXT, passage.path, message, help_text, words=comment.text.split("\n")[0])
