"""The values of `--by`, apart from what they mean, so that `--help` stays fast."""

from enum import StrEnum


class Grouping(StrEnum):
    """What actions may be grouped by."""

    PILLAR = "pillar"
    OBJECTIVE = "objective"
    LEAD = "lead"
    OWNER = "owner"
    THEME = "theme"
    PRIORITY = "priority"
    DUE = "due"
