"""Who is asked about an entry, as a paper may name them, and what they last wrote."""

from tcplan.model.parts import Update
from tcplan.progress.owed_reports import people_asked
from tcplan.values.plain_text import one_line
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import TextItem, ours
from tcplan.workspace import Node

LONGEST_NOTE = 120
"""Of a note that stands in a row: a paper is for two minutes, and the plan has the whole text."""

_MOST_READ = 2000


def people_items(context: DocumentContext, node: Node) -> tuple[TextItem, ...]:
    """The lead or, where there is none, the owners, each once; words that say so if nobody is named."""
    asked = people_asked(node, context.folder.glossary).values()
    found = {one.text: one for name in asked if (one := context.reporter(name))}
    return tuple(found.values()) or (ours("Nobody named"),)


def note_item(update: Update | None) -> TextItem | None:
    """The first paragraph of the note of a report as plain words, cut if it is long; None if it has none."""
    words = one_line(_first_paragraph(update.note)) if update and update.note else ""
    if not words:
        return None
    return TextItem(f"“{words if len(words) <= LONGEST_NOTE else f'{_cut(words)} …'}”")


def _cut(words: str) -> str:
    """The beginning of a text, up to the end of a word."""
    begun, blank, _ = words[:LONGEST_NOTE].rpartition(" ")
    return begun if blank else words[:LONGEST_NOTE]


def _first_paragraph(note: str) -> str:
    """The words of a note without the marks of Markdown."""
    from tcplan.markdown.parser import parse  # noqa: PLC0415 (slow to import, and few rows have a note)

    paragraph = next((one for one in parse(note[:_MOST_READ]) if one.type == "inline" and one.content.strip()), None)
    if paragraph is None:
        return ""
    return "".join(one.content or " " * one.type.endswith("break") for one in paragraph.children or ())
