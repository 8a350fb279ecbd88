"""What a run of `tcplan report` is about: its options, and the plan with the reports that are due at a moment."""

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
from tcplan.progress.due_reports import due_reports, joined_names_with, next_report, owned_only, resolve_name
from tcplan.progress.thresholds import length_in_words
from tcplan.values.plain_text import one_line
from tcplan.workspace import Node

_MOST_IDS: Final = 12
"""The number of actions that are named."""


@dataclass(frozen=True)
class ReportSnapshot:
    """The plan as it is now, with the actions that are due a report in their order; `who` is to report on them."""

    scope: SearchScope
    now: Assessment
    who: str | None
    due: Sequence[Node]

    def spelled(self, name: str | None) -> str | None:
        """A name in the spelling that the institution prints; None if it is a placeholder such as `tbc`."""
        return self.now.folder.glossary.named(name)


@dataclass(frozen=True)
class ReportOptions:
    """The options of `tcplan report`; `as_of` is the day of the reports, `date` is how somebody wrote it."""

    path: Path
    as_of: date
    date: str | None
    lead: str | None
    by: str | None
    everything: bool
    dry_run: bool

    @property
    def written(self) -> str:
        """The day of the reports as it will be written in them."""
        return self.date or self.as_of.isoformat()

    def request(self) -> ReportSnapshot:
        """Read the plan again: somebody may have changed it. Raises UsageError if several plans could be meant."""
        scope = scope_at(self.path, self.as_of)
        target = only_plan(scope)
        now = assess(scope.workspace, target.folder, target.plan, self.as_of)
        who = resolve_name(now, self.lead) if self.lead else None
        return ReportSnapshot(scope, now, who, due_reports(now, who, everything=self.everything))

    def begin(self) -> ReportSnapshot:
        """The first snapshot, with a note on standard error about files that have errors."""
        snapshot = self.request()
        warn_unread(snapshot.scope.workspace.source, snapshot.scope.root)
        warn_incomplete(snapshot.scope.workspace, snapshot.scope.root, [snapshot.now.folder], self.as_of)
        return snapshot

    def nothing_due(self, snapshot: ReportSnapshot) -> str:
        """What to say if no report is due."""
        whose = f" from {one_line(snapshot.who)}" if snapshot.who else ""
        following = next_report(snapshot.now, snapshot.who)
        said = f"No report is due{whose} on {self.as_of}. Thank you.\n"
        if snapshot.who and (joined := joined_names_with(snapshot.now, snapshot.who)):
            said += f"{joined}.\n"
            if following is None:
                return said
        said += _owned_words(snapshot)
        if following is None:
            none = "No open action is led by them.\n" if _owned_words(snapshot) else "None of their actions is open.\n"
            return said + (none if snapshot.who else "Every action is complete or closed.\n")
        day, node = following
        every = length_in_words(snapshot.now.policy.review_every)
        said += f"The next one is due on {day}: {one_line(node.id)} {one_line(node.entry.title)}.\n"
        more = "" if self.everything else "; --all also asks about recently reported actions"
        return f"{said}Reports are due every {every}{more}.\n"


def _owned_words(snapshot: ReportSnapshot) -> str:
    """The sentence about actions that somebody owns and does not report on, because another leads them."""
    owned = owned_only(snapshot.now, snapshot.who) if snapshot.who else []
    if not owned:
        return ""
    glossary = snapshot.now.folder.glossary
    leads = Counter(one_line(name) for node in owned for name in glossary.named_in([node.entry.lead]).values())
    listed = ", ".join(one_line(node.id) for node in owned[:_MOST_IDS])
    more = f" and {len(owned) - _MOST_IDS} more" if len(owned) > _MOST_IDS else ""
    who = one_line(snapshot.who or "")
    verbs = "lead and report on" if len(leads) > 1 else "leads and reports on"
    return f"{who} owns {listed}{more}, which {' and '.join(leads)} {verbs}.\n"
