"""Success criteria that only promise to look at something (TC406)."""

from collections.abc import Iterator

from tcplan.findings.codes import REVIEW_ONLY_CRITERION
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.criterion_words import is_review_only
from tcplan.rules.support.plan_state import open_entries
from tcplan.values.text_length import shortened
from tcplan.workspace import PlanFile


def review_only_criterion(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A success criterion only says that something is reviewed, explored, considered, investigated or discussed.

    This rule leaves out a criterion with a number, a date of its own or a product: "Options explored and costed" names
    one, "Options explored" does not. It also leaves out entries that are complete or closed.

    Why: A review is work, and not yet a success. It is done whatever comes of it, even if nothing does, so a meeting
    alone meets the criterion.

    Fix: Write what the review will leave behind: a report with a recommendation, a decision of a named committee, a
    change that was made. If a "no" is a good outcome too, say who decides, and by when.
    """
    for node in open_entries(plan, context):
        for index, step in enumerate(node.entry.success):
            if not step.due and not step.done and is_review_only(step.title):
                says = f"`{shortened(step.title)}` in {node.level} {node.id}"
                message = f"{says} is met by the work alone, whatever comes of it"
                help_text = "write what there will be afterwards, such as a recommendation or a decision, and by when"
                yield Problem(REVIEW_ONLY_CRITERION, (*node.path, "success", index, "title"), message, help_text)
