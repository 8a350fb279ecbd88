"""Where the entries that a gap names stand in the document of a submission."""

from collections.abc import Iterator

from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Path
from tcplan.model import Framework
from tcplan.model.submission import Review
from tcplan.views.documents.context import DocumentContext
from tcplan.workspace import File, Node, PlanFile, SubmissionFile, find_plan

_Anchored = tuple[tuple[str, str], str]


def entry_anchors(
    context: DocumentContext, file: SubmissionFile, form: Framework, submitted: PlanFile | None
) -> dict[tuple[str, str], str]:
    """The anchors of all entries that gaps may name, by their file and their name in plan terms."""
    found = dict(_questions(context, file, form))
    for index, review in enumerate(file.submission.reviews):
        found |= _review(context, file, review, index)
    if submitted:
        found |= _plan(context, submitted)
    return found


def _questions(context: DocumentContext, file: SubmissionFile, form: Framework) -> Iterator[_Anchored]:
    anchors = {one.id: context.anchors.link_to(one) for one in form.questions}
    yield from (((file.file.name, f"question {id_}"), anchor) for id_, anchor in anchors.items())
    for index, answer in enumerate(file.submission.answers):
        yield (file.file.name, _terms(file.file, ("answers", index))), anchors.get(answer.question, "")


def _review(context: DocumentContext, file: SubmissionFile, review: Review, index: int) -> dict[tuple[str, str], str]:
    """The review itself, and each entry of its plan: in the file of the plan and, by reference, in the submission."""
    link, name = context.anchors.link_to, file.file.name
    found = {(name, _terms(file.file, ("reviews", index))): link(review)}
    plan = find_plan(context.workspace, context.folder, review.plan).plan
    for node in plan.tree.nodes if plan else ():
        found[name, f"{node.level} {review.plan}/{node.id}"] = link(review, node)
        if plan:
            found[plan.file.name, _node_terms(plan, node)] = link(review, node)
    return found


def _plan(context: DocumentContext, plan: PlanFile) -> dict[tuple[str, str], str]:
    link, name = context.anchors.link_to, plan.file.name
    found = {(name, _node_terms(plan, node)): link(node) for node in plan.tree.nodes}
    measures = enumerate(plan.plan.measures)
    return found | {(name, _terms(plan.file, ("measures", index))): link(one) for index, one in measures}


def _node_terms(plan: PlanFile, node: Node) -> str:
    return _terms(plan.file, node.path)


def _terms(file: File, path: Path) -> str:
    """A path of the model in the words that findings have for it."""
    return plan_terms(file.shaped.path_map.origin(path), file.document.data)
