"""The rows of the checklist of a submission."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tcplan.views.status.rows import ApprovalRow


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that is missing. `file` is as seen from the current folder, `line` counts from 1.

    `code` and `name` are those of the rule that finds it, `kind` is what it is in plain words. `where` is the place in
    plan terms, `entries` are what lacks something: none if it is the file as a whole. `number` is how many gaps it
    counts as. `next` is what to write there; `command` can be run as it is, and is null where only a person knows.
    """

    code: str
    name: str
    kind: str
    number: int
    message: str
    file: str
    line: int
    where: str
    entries: tuple[str, ...]
    next: str
    command: str | None


@dataclass(frozen=True, slots=True)
class AcceptedGapRow:
    """A gap that the people who keep the file accept, and why."""

    name: str
    kind: str
    message: str
    file: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class ReadyDueRow:
    """When the submission is due, as it is written, and the last day that may mean; `agreed` if not the cohort's."""

    written: str
    day: date
    days_left: int
    agreed: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class ReadyQuestionRow:
    """A question of the form with the number of words of its answer, the most allowed, and the pieces of evidence."""

    id: str
    title: str
    words: int
    most_words: int | None
    evidence: int


@dataclass(frozen=True, slots=True)
class ReviewedPlanRow:
    """A plan that is reviewed: its actions that need a colour, and how many have a colour, a sentence and evidence."""

    plan: str
    date: str | None
    actions: int
    coloured: int
    with_note: int
    with_evidence: int


@dataclass(frozen=True, slots=True)
class DoneRow:
    """Something that is complete, and what there is of it."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """The checklist of one submission. `ready`: there is no blocker.

    `sent` is the day it was sent, if it has been on the day of the page; then nothing is asked of it any more. `number`
    counts the gaps. `others` are findings in the same files that are no gaps. `due_note` says why there is no date.
    `page_limits` are sentences on what no check can count. `render` makes the final document, and `record_sent` writes
    down that it was sent on the day of the page; null unless that is what comes next.
    """

    format: Literal[1]
    tcplan: str
    as_of: date
    institution: str
    form: str
    title: str
    file: str
    submits: str | None
    sent: str | None
    ready: bool
    due: ReadyDueRow | None
    due_note: str
    page_limits: tuple[str, ...]
    questions: tuple[ReadyQuestionRow, ...]
    reviews: tuple[ReviewedPlanRow, ...]
    sign_off: ApprovalRow | None
    number: int
    blockers: tuple[GapRow, ...]
    warnings: tuple[GapRow, ...]
    done: tuple[DoneRow, ...]
    accepted: tuple[AcceptedGapRow, ...]
    others: int
    render: str
    record_sent: str | None
    validate: str
