"""Items of the frameworks that a plan aligns to (TC604)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import UNANSWERED_FRAMEWORK_ITEM
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.framework import Framework, ListItem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_plan_read, open_or_complete_entries
from tcplan.rules.support.sentences import join_names
from tcplan.values.words import FrameworkType
from tcplan.workspace import PlanFile

MOST_ITEMS: Final = 5
"""This many items are named with their titles; the framework itself lists the others."""


def unanswered_framework_item(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan answers some items of a framework, but not the others.

    A framework counts if an open or complete entry, or the plan itself, aligns to one of its items, such as `n8/3`. A
    plan that aligns to the framework as a whole has not promised to answer every item. This rule leaves out items whose
    wording is provisional, and plans that are over.

    Why: People who read the plan beside the framework look for each item. An item that you left out on purpose is easy
    to explain; it is best to find one that was forgotten before the plan is submitted.

    Fix: Add the item to `aligns` of the entry that answers it. If no entry does, decide whether the plan should, or
    accept the finding with the reason.
    """
    if is_over(plan, context) or not is_plan_read(plan, "aligns"):
        return
    for name, (path, answered) in _answered_items(plan, context).items():
        framework = context.workspace.framework(name)
        if framework is None or framework.type is not FrameworkType.LIST:
            continue
        asked = _asked_items(framework)
        missing = [item for item in asked if item.id not in answered]
        if missing and len(missing) < len(asked):
            items = join_names([f"{name}/{item.id} {item.title}" for item in missing], MOST_ITEMS, comma=";")
            message = f"nothing in the plan answers {len(missing)} of {len(asked)} items of {name}: {items}"
            help_text = (
                f"name each under `aligns` of the entry that answers it, such as `aligns: {name}/{missing[0].id}`"
            )
            yield Problem(UNANSWERED_FRAMEWORK_ITEM, path, message, help_text)


def _asked_items(framework: Framework) -> list[ListItem]:
    return [item for item in framework.items if not (item.provisional or framework.provisional)]


def _answered_items(plan: PlanFile, context: Context) -> dict[str, tuple[Path, set[str]]]:
    """For each framework the place of the first alignment to an item, and the items that are answered."""
    found: dict[str, tuple[Path, set[str]]] = {}
    aligns = [
        ((), plan.plan.aligns),
        *((node.path, node.entry.aligns) for node in open_or_complete_entries(plan, context)),
    ]
    for path, refs in aligns:
        for index, ref in enumerate(refs):
            name, _, item = ref.partition("/")
            if item:
                found.setdefault(name, ((*path, "aligns", index), set()))[1].add(item)
    return found
