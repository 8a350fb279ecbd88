"""Markdown as plain words, for a cell of a table."""

from tcplan.values.plain_text import one_line

_MOST_READ = 2000


def first_paragraph(text: str) -> str:
    """The words of the first paragraph of a text, on one line and without the marks of Markdown."""
    from tcplan.markdown.parser import parse  # noqa: PLC0415 (slow to import, and few rows have a note)

    paragraph = next((one for one in parse(text[:_MOST_READ]) if one.type == "inline" and one.content.strip()), None)
    if paragraph is None:
        return ""
    return one_line("".join(one.content or " " * one.type.endswith("break") for one in paragraph.children or ()))
