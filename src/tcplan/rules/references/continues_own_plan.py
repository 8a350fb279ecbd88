"""Entries that continue an entry of their own plan (TC124)."""

from collections.abc import Iterator

from tcplan.findings.codes import CONTINUES_OWN_PLAN
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.continuation import earlier_with
from tcplan.workspace import PlanFile, resolve


def continues_own_plan(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An entry continues an entry of its own plan.

    Why: `continues` leads back to an earlier plan. An id without the name of a plan means an entry of the same plan, so
    the link to the earlier plan is lost: the earlier entry counts as not continued, and this one as new.

    Fix: Write the name of the earlier plan before the id, such as `phase-1/3.4`. If two entries of one plan belong
    together, use `related`. If one waits for the other, use `depends_on`.
    """
    for node in plan.tree.nodes:
        for index, one in enumerate(node.entry.continues):
            target = resolve(context.workspace, context.folder, plan, one.ref)
            if target.plan is not plan or target.node is None:
                continue
            id_ = one.ref.rpartition("/")[2]
            itself = "itself" if target.node is node else f"{target.node.level} {target.node.id} of the same plan"
            message = f"{node.level} {node.id} continues {itself}"
            earlier = earlier_with(id_, plan, context)
            help_text = f"write `{earlier}/{id_}`" if earlier else f"name the earlier plan, such as phase-1/{id_}"
            path = (*node.path, "continues", index, "ref")
            yield Problem(CONTINUES_OWN_PLAN, path, message, f"{help_text}; within a plan use `related`")
