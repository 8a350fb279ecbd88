"""What reviewers said about a submission, and which entries of later plans answer it: `stage-2/feedback/3`."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tcplan.model.submission import FeedbackPoint
from tcplan.values.unicode_form import composed
from tcplan.workspace.institution_folder import InstitutionFolder, PlanFile, SubmissionFile
from tcplan.workspace.references import ReferenceOutcome, Target
from tcplan.workspace.tree import Node

FEEDBACK: Final = "feedback"
"""The middle of a reference to a point."""


class AnsweredPoint(NamedTuple):
    """A point of feedback on a submission, with the entries that answer it."""

    point: FeedbackPoint
    answers: tuple[tuple[PlanFile, Node], ...]


def point_ref(file: SubmissionFile, point: FeedbackPoint) -> str:
    """How an action names a point."""
    return f"{file.name}/{FEEDBACK}/{point.id}"


def points_of(file: SubmissionFile) -> tuple[FeedbackPoint, ...]:
    """The points of the feedback on a submission."""
    return file.submission.feedback.points if file.submission.feedback else ()


def find_feedback(folder: InstitutionFolder, ref: str) -> tuple[Target, SubmissionFile | None, FeedbackPoint | None]:
    """The point that a reference names, with its submission; why there is none where it names none.

    A submission that is not in the workspace is absent: nobody knows what its feedback says.
    """
    name, middle, id_ = _parts(ref)
    file = folder.submissions.get(name) if middle == FEEDBACK else None
    if file is None:
        if name in folder.unreadable:
            return Target(ReferenceOutcome.UNREADABLE), None, None
        known = [point_ref(one, point) for one in folder.submissions.values() for point in points_of(one)]
        outcome = ReferenceOutcome.ABSENT if middle == FEEDBACK else ReferenceOutcome.MISSING
        return Target(outcome, "the feedback on any submission here", known), None, None
    found = next((point for point in points_of(file) if point.id == id_), None)
    outcome = ReferenceOutcome.FOUND if found else ReferenceOutcome.MISSING
    return Target(outcome, f"the feedback on {name}", [point.id for point in points_of(file)]), file, found


def answered_points(folder: InstitutionFolder, file: SubmissionFile) -> Iterator[AnsweredPoint]:
    """Each point of the feedback on a submission, with what answers it in any plan of the institution."""
    wanted = {point_ref(file, point): point for point in points_of(file)}
    found: dict[str, list[tuple[PlanFile, Node]]] = {ref: [] for ref in wanted}
    for plan in folder.plans.values() if wanted else ():
        for node in plan.tree.nodes:
            for ref in dict.fromkeys(map(composed, node.entry.answers)):
                found.get(ref, []).append((plan, node))
    yield from (AnsweredPoint(point, tuple(found[ref])) for ref, point in wanted.items())


def _parts(ref: str) -> tuple[str, str, str]:
    """The submission, the word in the middle, and the id of the point."""
    rest, _, id_ = composed(ref).rpartition("/")
    name, _, middle = rest.rpartition("/")
    return name, middle, id_
