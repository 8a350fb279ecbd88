"""Entries numbered under a parent that does not exist (TC115)."""

from collections import defaultdict
from collections.abc import Iterator

from tcplan.findings.codes import MISSING_PARENT
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import id_form, ids_are_known
from tcplan.rules.support.suggestions import Hints
from tcplan.workspace import Level, Node, PlanFile


def missing_parent(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An id extends that of a parent which the plan does not have.

    By its number action 2.3.1 belongs to objective 2.3, but there is no 2.3, although the plan has objectives such as
    2.2. There is one finding for each missing parent, at the first entry under it. A plan without such a level is fine,
    and so is an entry that names its parent with `under`.

    Why: The entry counts towards the level above, or towards the plan alone. It is missing from the objective where
    people look for it, and from that objective's status.

    Fix: Correct the id if it is wrong, add the parent if it was forgotten, or name the right parent with `under`.
    """
    if not ids_are_known(plan):
        return
    levels = {id_form(node.id): node.level for node in reversed(plan.tree.nodes)}
    ids = {level: [node.id for node in plan.tree.of(level)] for level in Level}
    children = defaultdict[str, list[Node]](list)
    for node in plan.tree.nodes:
        stem = node.id.rpartition(".")[0]
        if not node.entry.under and stem not in plan.tree.by_id:
            level = levels.get(id_form(stem), node.level)
            if level.is_above(node.level):
                children[stem].append(node)
    hints = Hints()
    for stem, (first, *others) in children.items():
        level = levels[id_form(stem)]
        also = f"; so {'is' if len(others) == 1 else 'are'} {len(others)} more" if others else ""
        message = f"{first.level} {first.id} is numbered under {level} {stem}, which does not exist in this plan{also}"
        now = plan.tree.find(stem)
        if now:
            help_text = f"{stem} is now {now.id}: give the {first.level} a new id, or write `under: {now.id}`"
        else:
            hint = hints(stem, ids[level], "correct the id")
            help_text = f"{hint}{'' if hint.endswith('?') else ';'} otherwise add {level} {stem}, or write `under`"
        yield Problem(MISSING_PARENT, (*first.path, "id"), message, help_text)
