"""What a run of `tcplan report` is about: its options, and the plan with the reports that are due at a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
from tcplan.cli.support.run_edit import scope_at
from tcplan.edits.edit_target import SearchScope, only_plan
from tcplan.progress import Assessment, assess
from tcplan.progress.due_reports import due_reports, joined_names_with, next_report, resolve_name
from tcplan.progress.thresholds import length_in_words
from tcplan.values.plain_text import one_line
from tcplan.workspace import Node


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
        if following is None:
            return said + (
                "None of their actions is open.\n" if snapshot.who else "Every action is complete or closed.\n"
            )
        day, node = following
        every = length_in_words(snapshot.now.policy.review_every)
        said += f"The next one is due on {day}: {one_line(node.id)} {one_line(node.entry.title)}.\n"
        more = "" if self.everything else "; --all also asks about recently reported actions"
        return f"{said}Reports are due every {every}{more}.\n"
