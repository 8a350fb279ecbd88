"""What `tcplan list` can be asked for, apart from what it means, so that `--help` stays fast."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from tcplan.values.dates import Duration

NONE: Final = "none"
"""What a filter is given for actions without any: `--lead none`, `--rag none`."""


class ListOrder(StrEnum):
    """The orders of the list; actions that are equal in one stay in the order of the plan."""

    PLAN = "plan"
    DUE = "due"
    RAG = "rag"
    LEAD = "lead"
    REPORT = "report"


class ListFormat(StrEnum):
    """The formats of the list: to read, for scripts, for a spreadsheet, for a document."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True)
class ListFilters:
    """What an action must be to be listed: all of it; of several values for one filter, either.

    `changed_since` has days, or `last-meeting` for that of each institution.
    """

    lead: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    pillar: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    rag: tuple[str, ...] = ()
    overdue: bool = False
    due_within: tuple[Duration, ...] = ()
    silent: bool = False
    changed_since: tuple[date | Literal["last-meeting"], ...] = ()
    match: tuple[str, ...] = ()
