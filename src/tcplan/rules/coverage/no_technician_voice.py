"""Plans that do not show how technicians shaped them (TC603)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_TECHNICIAN_VOICE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_plan_read, is_supporter
from tcplan.workspace import PlanFile
from tcplan.workspace.charters import serves_commitment


def no_technician_voice(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Nothing in the plan shows that technicians shaped it.

    One entry under `voice` or one quote, of the plan or of any entry, is enough. Plans that are over are left out, and
    so are those of other charters, and those of supporters, which may have no technicians of their own.

    Why: The guidance on self-assessments asks signatories to show that the technician voice was present when the action
    plan was developed. A plan that was written with technicians loses that argument if it does not say so.

    Fix: Write under `voice` how technicians were asked: a survey, a meeting or a working group, with its date and the
    number of people it reached. If nobody has asked them yet, do so before the plan is signed off.
    """
    if is_over(plan, context) or is_supporter(context.folder.institution) or not is_plan_read(plan, "voice", "quotes"):
        return
    if not serves_commitment(context.workspace, context.folder, plan):
        return
    quoted = plan.plan.quotes or any(node.entry.quotes for node in plan.tree.nodes)
    if not plan.plan.voice and not quoted:
        message = "the plan does not show how technicians shaped it: it has no `voice` entry and no quote"
        example = "voice: [{id: survey-2026, title: ..., date: ..., summary: ...}]"
        help_text = f"add the survey, meeting or group in which technicians were asked: `{example}`"
        yield Problem(NO_TECHNICIAN_VOICE, ("title",), message, help_text)
