"""What a run of `tcplan report` is about: its options, and the plan with the actions to report on at a moment."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
from tcplan.cli.support.run_edit import scope_at
from tcplan.edits.edit_target import SearchScope, only_plan
from tcplan.progress import Assessment, assess
from tcplan.progress.owed_reports import WITHOUT_LEAD
from tcplan.progress.report_requests import (
    DueReport,
    joined_names_with,
    next_report,
    owned_only,
    requested_reports,
    resolve_lead,
)
from tcplan.progress.thresholds import length_in_words
from tcplan.values.plain_text import one_line
from tcplan.workspace import Node

_MOST_IDS: Final = 12
"""The number of actions that are named."""

_ALL_ASKS: Final = "--all asks about every open action"


@dataclass(frozen=True)
class ReportSnapshot:
    """The plan as it is now, with the actions to report on in their order; `who` is to report on them.

    That is a name or, as with `find_lead`, the word for actions without a lead or with one to be confirmed.
    """

    scope: SearchScope
    now: Assessment
    who: str | None
    actions: Sequence[Node]

    @property
    def person(self) -> str | None:
        """Who is to report, if that is somebody."""
        return None if self.who in WITHOUT_LEAD else self.who

    @property
    def whose(self) -> str:
        """Whose reports these are, in a sentence about them; empty for those of everybody."""
        if self.who in WITHOUT_LEAD:
            return f" on actions {WITHOUT_LEAD[self.who]}"
        return f" by {one_line(self.who)}" if self.who else ""

    def spelled(self, name: str | None) -> str | None:
        """A name in the spelling that the institution prints; None if it is a placeholder such as `tbc`."""
        return self.now.folder.glossary.named(name)


@dataclass(frozen=True)
class ReportOptions:
    """The options of `tcplan report`; `as_of` is the day of the reports, `date` is how somebody wrote it.

    `reply_by` and `sender` say by when answers are asked for, and who asks; empty if nobody says so.
    """

    path: Path
    as_of: date
    date: str | None
    lead: str | None
    by: str | None
    everything: bool
    dry_run: bool
    reply_by: str = ""
    sender: str = ""

    @property
    def written(self) -> str:
        """The day of the reports as it will be written in them."""
        return self.date or self.as_of.isoformat()

    def request(self) -> ReportSnapshot:
        """Read the plan again: somebody may have changed it. Raises UsageError if several plans could be meant."""
        scope = scope_at(self.path, self.as_of)
        target = only_plan(scope)
        now = assess(scope.workspace, target.folder, target.plan, self.as_of)
        who = resolve_lead(now, self.lead) if self.lead else None
        return ReportSnapshot(scope, now, who, requested_reports(now, who, everything=self.everything))

    def begin(self) -> ReportSnapshot:
        """The first snapshot, with a note on standard error about files that have errors."""
        snapshot = self.request()
        warn_unread(snapshot.scope.workspace.source, snapshot.scope.root)
        warn_incomplete(snapshot.scope.workspace, snapshot.scope.root, [snapshot.now.folder], self.as_of)
        return snapshot

    def nothing_owed(self, snapshot: ReportSnapshot) -> str:
        """What to say if there is no action to report on."""
        following = next_report(snapshot.now, snapshot.who)
        said = f"No report is owed{snapshot.whose} on {self.as_of}. Thank you.\n"
        if snapshot.person and (joined := joined_names_with(snapshot.now, snapshot.person)):
            said += f"{joined}.\n"
            if following is None:
                return said
        said += _owned_words(snapshot)
        return said + (self._next_words(snapshot, following) if following else self._never_words(snapshot))

    def _next_words(self, snapshot: ReportSnapshot, following: DueReport) -> str:
        """When the next report is due, and on which action."""
        node = following.node
        every = length_in_words(snapshot.now.policy.review_every)
        more = "" if self.everything else f"; {_ALL_ASKS}"
        first = f"The next one is due by {following.day}: {one_line(node.id)} {one_line(node.entry.title)}.\n"
        return f"{first}Reports are due every {every}{more}.\n"

    def _never_words(self, snapshot: ReportSnapshot) -> str:
        """Why no report will be due: nothing is left to report on, the plan is over, or nobody knows when it began."""
        if self.everything or not requested_reports(snapshot.now, snapshot.who, everything=True):
            if snapshot.who in WITHOUT_LEAD:
                return f"No action {WITHOUT_LEAD[snapshot.who]} is open.\n"
            none = "No open action is led by them.\n" if _owned_words(snapshot) else "None of their actions is open.\n"
            return none if snapshot.who else "Every action is complete or closed.\n"
        if snapshot.now.is_over:
            return f"This plan is over; {_ALL_ASKS}.\n"
        return f"The plan has no `period.start`, so nobody can say when its first reports are due; {_ALL_ASKS}.\n"


def _owned_words(snapshot: ReportSnapshot) -> str:
    """The sentence about actions that somebody owns and does not report on, because another leads them."""
    owned = owned_only(snapshot.now, snapshot.person) if snapshot.person else []
    if not owned:
        return ""
    glossary = snapshot.now.folder.glossary
    leads = Counter(one_line(name) for node in owned for name in glossary.named_in([node.entry.lead]).values())
    listed = ", ".join(one_line(node.id) for node in owned[:_MOST_IDS])
    more = f" and {len(owned) - _MOST_IDS} more" if len(owned) > _MOST_IDS else ""
    who = one_line(snapshot.person or "")
    verbs = "lead and report on" if len(leads) > 1 else "leads and reports on"
    return f"{who} owns {listed}{more}, which {' and '.join(leads)} {verbs}.\n"
