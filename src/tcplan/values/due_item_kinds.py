"""What can be due on a plan."""

from enum import StrEnum


class DueItemKind(StrEnum):
    """What is due, in the order in which things due on the same day are listed."""

    SUBMISSION = "submission"
    MEETING = "meeting"
    REVIEW = "review"
    PLAN_END = "plan-end"
    TARGET = "target"
    CRITERION = "criterion"
    STEP = "step"
    CHECKPOINT = "checkpoint"
    END = "end"
    REPORT = "report"
