"""Success criteria and steps pasted from a document as one text (TC414)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import PASTED_LIST
from tcplan.findings.finding import Problem
from tcplan.rules.support.bullets import list_items
from tcplan.rules.support.context import Context
from tcplan.values.text_length import shortened
from tcplan.workspace import PlanFile


def pasted_list(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A list with the bullets, dashes or numbers of a document is written as one success criterion or step.

    This rule finds a bullet anywhere in the text, a dash at its beginning, or a number at its beginning with another
    number later.

    Why: YAML reads such lines as one sentence. Reports print them as one criterion, which is met only when all of them
    are, and nobody can say that the first is done.

    Fix: Give each item a line of its own that begins with a hyphen and a space.
    """
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
