"""Lists pasted from a document as one text (TC414)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import PASTED_LIST
from tcplan.findings.finding import Problem
from tcplan.markdown.comments import without_comments
from tcplan.markdown.pasted_lists import any_mark_pattern, mark_lists
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import holder_of
from tcplan.values.bullets import list_items
from tcplan.values.text_length import shortened
from tcplan.workspace import File, PlanFile


def pasted_list(file: File, context: Context) -> Iterator[Problem]:
    """A list has the bullets, dashes or numbers of a document, which are not those of YAML or Markdown.

    As a success criterion or step such a list is one text. This rule finds a bullet anywhere in it, a dash at its
    beginning, or a number at its beginning with another number later. In notes, answers and other texts it finds lines
    that begin with a bullet, several that begin with a dash, an `o` or a letter, and lists that are on one line.

    Why: YAML reads such lines as one sentence. Reports print them as one criterion, which is met only when all of them
    are, and nobody can say that the first is done. In a text, documents print them as a list, but whoever reads the
    file, or copies the text elsewhere, has one paragraph.

    Fix: Give each item a line of its own that begins with a hyphen and a space, and leave an empty line before the
    first.
    """
    for passage in context.published(file).matching(any_mark_pattern()):
        items = mark_lists(without_comments(passage.text)[0]).items if passage.is_markdown else ()
        if items:
            what = f"a list of {len(items)}" if len(items) > 1 else "an item of a list"
            message = f"{holder_of(passage.path, file)} has {what} that is not one of Markdown: `{shortened(items[0])}`"
            help_text = f"begin each item with `- `, on a line of its own: - {shortened(items[0])}"
            yield Problem(PASTED_LIST, passage.path, message, help_text, words=items[0].partition("`")[0][:20])


def pasted_criteria(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Success criteria and steps that are lists; see `pasted_list`."""
    for node in plan.tree.nodes:
        parts = {"success": node.entry.success, "steps": node.action.steps if node.action else ()}
        for key, steps in parts.items():
            for index, step in enumerate(steps):
                if items := list_items(step.title):
                    what = f"a list of {len(items)}" if len(items) > 1 else "an item of a list"
                    message = f"`{shortened(step.title)}` in {node.level} {node.id} is {what}, but is read as one text"
                    shown = ", ".join(f"- {shortened(item)}" for item in items[:2])
                    help_text = f"give each a line of its own: {shown}{', ...' if len(items) > 2 else ''}"  # noqa: PLR2004
                    path, fix = (*node.path, key, index, "title"), None
                    if len(items) == 1:
                        help_text, fix = f"delete the mark before it: {shortened(items[0])}", Set(path, items[0])
                    yield Problem(PASTED_LIST, path, message, help_text, fix=fix)
