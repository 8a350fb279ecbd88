"""References to points of feedback that no submission has (TC140)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_FEEDBACK
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import feedback_mentioned
from tcplan.rules.support.suggestions import Hints, misspelt
from tcplan.workspace import PlanFile, ReferenceOutcome
from tcplan.workspace.feedback import find_feedback


def unknown_feedback(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An entry answers a point of feedback that is not there.

    `answers` names the submission, the word `feedback` and the id of the point, such as `stage-2/feedback/3`. This rule
    leaves out a submission that is not in the workspace.

    Why: Reviewers look for what became of their advice. A reference that leads nowhere leaves their point without an
    answer.

    Fix: Write the id that the point has under `feedback` of the submission, or add the point there.
    """
    hints = Hints()
    for mention in feedback_mentioned(plan):
        target, file, _ = find_feedback(context.folder, mention.ref)
        if file and file.file.shaped.is_tainted(("feedback",)):
            continue
        is_misspelt = target.outcome is ReferenceOutcome.ABSENT and misspelt(
            mention.ref.partition("/")[0], context.folder.submissions
        )
        if target.outcome is ReferenceOutcome.MISSING or is_misspelt:
            word = mention.ref.rpartition("/")[2] if file else mention.ref
            message = f"{mention.says} `{word}`, which does not exist in {target.searched}"
            help_text = hints(word, target.choices, "name a point such as stage-2/feedback/3, or add it")
            yield Problem(UNKNOWN_FEEDBACK, mention.path, message, help_text)
