"""Coverage: that the plan will be seen to work, and that technicians shaped it (TC602, TC603)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_IMPACT_EVALUATION, NO_TECHNICIAN_VOICE
from tcplan.findings.finding import Problem
from tcplan.rules.coverage.parts import counting, is_plan_read
from tcplan.rules.coverage.themes import IMPACT
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_supporter
from tcplan.workspace import PlanFile


def no_impact_evaluation(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan has no way of finding out whether it makes a difference.

    One of three is enough: an entry with the theme `evaluating-impact` that is open or complete, a measure with a
    target, or a success criterion or measure of the plan as a whole. Plans that are over are left out.

    Why: Evaluating impact is the fifth theme of the Technician Commitment, and from stage 2 on the form asks for
    evidence that earlier plans had impact. What nobody counted at the beginning cannot be shown at the end.

    Mend: Choose one number that should move, such as the share of technical staff with a professional registration, and
    write it under `measures` with today's reading and a target. Or add an action that evaluates the plan.
    """
    if is_over(plan, context) or not is_plan_read(plan, "themes", "measures", "success", "measured_by"):
        return
    whole = plan.plan.success or plan.plan.measured_by or any(measure.targets for measure in plan.plan.measures)
    if not whole and not any(IMPACT in node.themes for node in counting(plan, context)):
        message = f"the plan cannot evaluate its impact: no measure with a target, no entry with the theme {IMPACT}"
        help_text = f"add a measure with a target under `measures`, or an action with `themes: {IMPACT}`"
        yield Problem(NO_IMPACT_EVALUATION, ("title",), message, help_text)


def no_technician_voice(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Nothing in the plan shows that technicians shaped it.

    One entry under `voice` or one quote, of the plan or of any entry, is enough. Plans that are over are left out, and
    so are those of supporters, which may have no technicians of their own.

    Why: The guidance on self-assessments asks signatories to show that the technician voice was present when the action
    plan was developed. A plan that was in fact written with technicians loses that argument when it does not say so.

    Mend: Write under `voice` how technicians were asked: a survey, a meeting, a working group, with its date and the
    number reached. If nobody has asked yet, do so before the plan is signed off.
    """
    if is_over(plan, context) or is_supporter(context.home.institution) or not is_plan_read(plan, "voice", "quotes"):
        return
    quoted = plan.plan.quotes or any(node.entry.quotes for node in plan.tree.nodes)
    if not plan.plan.voice and not quoted:
        message = "the plan does not show how technicians shaped it: it has no `voice` entry and no quote"
        help_text = "add the survey, meeting or group in which technicians were asked under `voice`"
        yield Problem(NO_TECHNICIAN_VOICE, ("title",), message, help_text)
