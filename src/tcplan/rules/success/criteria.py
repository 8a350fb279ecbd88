"""Success: whether an action says how it will be seen that it has done what it is for (TC401, TC402, TC406, TC407)."""

from collections.abc import Iterator

from tcplan.findings.finding import Code, Problem, Severity
from tcplan.rules.success.wording import has_number, is_review_only, is_vague
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, unfinished
from tcplan.values.dates import DueKind
from tcplan.values.text_length import shortened
from tcplan.workspace import Node, PlanFile

NO_SUCCESS_CRITERION = Code("TC401", "no-success-criterion", Severity.WARNING)
NOTHING_TO_SEE = Code("TC402", "nothing-to-see", Severity.WARNING)
REVIEW_ONLY_CRITERION = Code("TC406", "review-only-criterion", Severity.WARNING)
ONGOING_WITHOUT_MEASURE = Code("TC407", "ongoing-without-measure", Severity.WARNING)


def no_success_criterion(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action says neither by what its success will be seen nor which measure follows it.

    Criteria and measures of the objective or pillar that the action stands under count for it as well. Actions that
    are complete or closed, and plans that are over, are left out. Where no action of the plan has any, or hardly any of
    many, that is said once.

    Why: Without a criterion an action is finished when its owner says so, and two people who review it can give it
    two colours. The next submission asks what the plan has changed, and then there is nothing to show for it.

    Mend: Write under `success` what will exist or happen that does not now, such as "Criteria published on the
    intranet". Where it is a number, keep it as a measure and name it under `measured_by`.
    """
    states = unfinished(plan, context)
    bare = [state.node for state in states if not _is_judged(state.node)]
    says = GroupMessage(
        f"none of the {len(states)} unfinished actions says how its success will be seen",
        "unfinished actions do not say how success will be seen",
        "add `success:` to each, with what will exist or happen once it is done; begin with the next ones due",
    )
    if of_all := aggregate(NO_SUCCESS_CRITERION, bare, len(states), says):
        yield of_all
        return
    for node in bare:
        message = f"action {node.id} has no success criterion and no measure"
        help_text = (
            "add `success:` with what will exist or happen once it is done, or name a measure under `measured_by`"
        )
        yield Problem(NO_SUCCESS_CRITERION, (*node.path, "success"), message, help_text)


def nothing_to_see(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """All that an entry gives as success is that something gets better, with nothing to see or count it by.

    Found are phrases such as "improved awareness", "visibility is increased" or "technicians feel valued", where they
    are the only criteria. A number, a date, a measure of the entry or of the one above, or the name of anything by
    which it could be seen, such as a survey, a page or an award, is enough.

    Why: Everybody agrees with such a criterion, and nobody can say on a given day whether it is met. The action ends
    up green or red by mood.

    Mend: Ask what somebody would point at who wanted to show it: how many more, in which survey, on which page. Write
    that down, or follow it as a measure.
    """
    for node in _open_entries(plan, context):
        success = node.entry.success
        if not success or _is_measured(node) or any(step.due or step.done for step in success):
            continue
        if all(is_vague(step.title) for step in success):
            message = f"{node.level} {node.id} names nothing by which anybody would see that it has succeeded"
            help_text = "say what could be counted or pointed at: how many more, in which survey, on which page"
            yield Problem(NOTHING_TO_SEE, (*node.path, "success", 0, "title"), message, help_text)


def review_only_criterion(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A success criterion only says that something is reviewed, explored, considered, investigated or discussed.

    A criterion with a number, a date of its own or a product is left out: "Options explored and costed" names one,
    "Options explored" does not. So are entries that are complete or closed.

    Why: A review is work, and not yet a success. It is done whatever comes of it, even if nothing does, so that the
    criterion is met by having met.

    Mend: Write what the review is to leave behind: a report with a recommendation, a decision of a named committee,
    a change that was made. If a "no" is a good outcome too, say who decides, and by when.
    """
    for node in _open_entries(plan, context):
        for index, step in enumerate(node.entry.success):
            if not step.due and not step.done and is_review_only(step.title):
                says = f"`{shortened(step.title)}` at {node.level} {node.id}"
                message = f"{says} is met by the work alone, whatever comes of it"
                help_text = "write what will be there afterwards, such as a recommendation or a decision, and by when"
                yield Problem(REVIEW_ONLY_CRITERION, (*node.path, "success", index, "title"), message, help_text)


def ongoing_without_measure(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is due `ongoing`, and no number says whether it goes on well.

    A measure of the action or of the entry that it stands under counts, and so does a number or a rhythm in its title
    or criteria, such as "in every term".

    Why: Ongoing work never comes to the day on which somebody asks whether it is done. Without a number it is
    reported green for three years, and nobody would notice if it had stopped.

    Mend: Say how often or how much: "two stories a month", or a measure with a target for each year. If the work does
    have an end, give that as the due date.
    """
    for state in unfinished(plan, context):
        node, action = state.node, state.node.action
        if action is None or not action.due or action.due[-1].kind is not DueKind.ONGOING or state.due is not None:
            continue
        texts = (node.entry.title, *(step.title for step in node.entry.success))
        if not _is_measured(node) and not any(map(has_number, texts)):
            message = f"action {node.id} is ongoing, and no measure or number says whether it goes on well"
            help_text = "name a measure under `measured_by`, say how often or how much, or give it an end"
            yield Problem(ONGOING_WITHOUT_MEASURE, (*node.path, "due", len(action.due) - 1), message, help_text)


def _is_judged(node: Node) -> bool:
    """Whether an entry, or the one straight above, has a criterion or a measure."""
    return any(one.entry.success for one in _with_parent(node)) or _is_measured(node)


def _is_measured(node: Node) -> bool:
    return any(one.entry.measured_by for one in _with_parent(node))


def _with_parent(node: Node) -> tuple[Node, ...]:
    return (node, node.parent) if node.parent else (node,)


def _open_entries(plan: PlanFile, context: Context) -> Iterator[Node]:
    """The entries of a plan that is not over that are neither complete nor closed."""
    if not is_over(plan, context):
        for node in plan.tree.nodes:
            state = context.assessment(plan).state(node)
            if state.is_open and not state.is_complete:
                yield node
