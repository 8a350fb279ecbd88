"""Earlier ids that do not mean one entry (TC128)."""

from collections.abc import Iterator

from tcplan.findings.codes import AMBIGUOUS_EARLIER_ID
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.workspace import Node, PlanFile


def ambiguous_earlier_id(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An id under `formerly` is under that of another entry too, or is the id of an entry today.

    Pillars, objectives and actions share one set of ids, earlier ones too.

    Why: `formerly` keeps references to an earlier id alive. If two entries claim it, or one has it now, such a
    reference ends at the wrong entry, and nobody notices.

    Fix: Leave the id where it belongs, and remove it from the other entry. If an id was given to another entry later,
    correct the references that mean the earlier one, and remove it from `formerly`.
    """
    first: dict[str, tuple[Node, Path]] = {}
    for node in plan.tree.nodes:
        for index, old in enumerate(node.entry.formerly):
            path = (*node.path, "formerly", index)
            living = plan.tree.by_id.get(old)
            owner, also = first.setdefault(old, (node, path))
            if living:
                message = _is_alive(node, living, old)
                yield Problem(AMBIGUOUS_EARLIER_ID, path, message, "remove it from `formerly`")
            elif owner is not node:
                message = f"`{old}` is the earlier id of {node.level} {node.id}, and of {owner.level} {owner.id}"
                help_text = "remove it from the entry that never had it"
                yield Problem(AMBIGUOUS_EARLIER_ID, path, message, help_text, also=also, also_says="the first")
            elif also != path:
                message = f"`{old}` is written twice under `formerly` of {node.level} {node.id}"
                yield Problem(AMBIGUOUS_EARLIER_ID, path, message, "remove one of the two", also=also)


def _is_alive(node: Node, living: Node, old: str) -> str:
    if living is node:
        return f"{node.level} {node.id} has the id `{old}` now, so it is not an earlier one"
    return f"`{old}` is the earlier id of {node.level} {node.id}, but {living.level} {living.id} has it now"
