"""What the paper compares: the plan on its day with what it was before."""

from dataclasses import dataclass

from tcplan.comparison.movement import Movement, movement
from tcplan.comparison.since import Baseline, Since, find_baseline
from tcplan.progress import Assessment
from tcplan.progress.thresholds import length_in_words
from tcplan.views.documents.days import long_day
from tcplan.workspace import Workspace


@dataclass(frozen=True)
class ProgressComparison:
    """A plan on a day, and what has moved since the day it is compared with: None where it did not exist then.

    `is_review` if that day is a review period before, because nobody named one and no earlier meeting is listed.
    """

    now: Assessment
    baseline: Baseline
    moved: Movement | None
    is_review: bool = False

    @property
    def before(self) -> Assessment | None:
        """The plan on the day it is compared with."""
        return self.baseline.plan

    @property
    def compares(self) -> bool:
        """Whether there are two states to show: not where the plan is compared with itself."""
        return self.before is not None and (self.baseline.day != self.now.as_of or self._is_version)

    @property
    def _is_version(self) -> bool:
        """Whether it is compared with an earlier version of its own day, which a date would not tell from it."""
        return self.baseline.revision is not None and self.baseline.day == self.now.as_of

    @property
    def day_before(self) -> str:
        """The day that is compared with, in words."""
        day = long_day(self.baseline.day)
        return f"the earlier version of {day}" if self._is_version else day

    @property
    def on_day_before(self) -> str:
        """When the plan was as it is compared with, for a sentence."""
        return "in the earlier version" if self._is_version else f"on {self.day_before}"

    @property
    def heading_before(self) -> str:
        """The same for the heading of a row."""
        return "Earlier version" if self._is_version else self.day_before


def compare_progress(
    workspace: Workspace, now: Assessment, since: Since, *, is_review: bool = False
) -> ProgressComparison:
    """Compare a plan with what it was; raises UsageError as `find_baseline` does."""
    baseline = find_baseline(workspace, now, since)
    moved = movement(baseline.plan, now) if baseline.plan else None
    return ProgressComparison(now, baseline, moved, is_review)


def compared_with(found: ProgressComparison) -> str:
    """The day that is compared with and why it is that one, for the head of the paper."""
    baseline, day = found.baseline, long_day(found.baseline.day)
    if baseline.plan and not found.compares:
        return f"{day}, the day of this paper"
    if baseline.is_meeting:
        return f"{day}, the last meeting"
    if baseline.plan is None:
        return f"nothing: this plan was not kept yet on {day}"
    if baseline.revision:
        return f"the plan as it was kept {'earlier ' if baseline.day == found.now.as_of else ''}on {day}"
    if found.is_review:
        return f"{day}, {_ago(length_in_words(found.now.policy.review_every))} earlier"
    return day


def not_begun_words(found: ProgressComparison) -> str:
    """A sentence where the plan had not begun on the earlier day; else nothing."""
    start = found.now.plan.period.start
    if found.before is None or start is None or start <= found.baseline.day:
        return ""
    return f"The plan had not begun on {long_day(found.baseline.day)}: it starts on {long_day(start)}."


def _ago(length: str) -> str:
    return length if length[0].isdigit() else f"1 {length}"
