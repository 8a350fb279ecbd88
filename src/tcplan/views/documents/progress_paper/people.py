"""Who is asked about an entry, as a paper may name them, and what they last wrote."""

from collections import Counter
from collections.abc import Iterable

from tcplan.model.parts import Update
from tcplan.progress.owed_reports import people_asked
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import TextItem, ours, plural
from tcplan.views.documents.plain_words import first_paragraph
from tcplan.workspace import Node

LONGEST_NOTE = 90
"""Of a note that stands in a row: a paper is for two minutes, and the plan has the whole text."""

NOBODY_NAMED = "Nobody named"
"""What is printed where an action has neither a lead nor owners."""

MOST_PEOPLE = 6
"""The number of people who are named for what is not listed."""


def people_items(context: DocumentContext, node: Node) -> tuple[TextItem, ...]:
    """The lead or, where there is none, the owners, each once; words for it if nobody is named."""
    asked = people_asked(node, context.folder.glossary).values()
    found = {one.text: one for name in asked if (one := context.reporter(name))}
    return tuple(found.values()) or (ours(NOBODY_NAMED),)


def count_by_person(context: DocumentContext, nodes: Iterable[Node]) -> str:
    """Who is asked about some entries, each with the number of them, the most first; the last ones are a number."""
    counts = Counter(item.text for node in nodes for item in people_items(context, node))
    named = [f"{name} ({count})" for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    others = len(named) - MOST_PEOPLE
    return ", ".join([*named[:MOST_PEOPLE], *([f"and {plural(others, 'other')}"] if others > 0 else [])])


def note_item(update: Update | None) -> TextItem | None:
    """The first paragraph of the note of a report as plain words, cut if it is long; None if it has none."""
    words = first_paragraph(update.note) if update and update.note else ""
    if not words:
        return None
    return TextItem(f"“{words if len(words) <= LONGEST_NOTE else f'{_cut(words)} …'}”")


def _cut(words: str) -> str:
    """The beginning of a text, up to the end of a word."""
    begun, blank, _ = words[:LONGEST_NOTE].rpartition(" ")
    return begun if blank else words[:LONGEST_NOTE]
