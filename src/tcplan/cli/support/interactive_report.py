"""Walking somebody through the actions that are due a report; each report is written as soon as it is given."""

import os
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from tcplan.cli.support.line_input import line_input
from tcplan.cli.support.report_options import ReportOptions, ReportSnapshot
from tcplan.cli.support.run_edit import PlannedEdit, apply_edit
from tcplan.edits.edit_target import SearchScope, only_plan
from tcplan.edits.reporting import NewReport, report_changes
from tcplan.errors import ExitCode, RefusedError, UsageError
from tcplan.files.replacement import check_writable
from tcplan.files.sources import as_seen
from tcplan.terminal.interview import Interview
from tcplan.terminal.prompter import Prompter, StoppedError
from tcplan.terminal.report import action_text, headline_text, report_text, saved_text
from tcplan.terminal.screen import screen_for
from tcplan.views.report import DueReportRow, report_row
from tcplan.views.status.parts import headline_row
from tcplan.workspace import Node


class ReportOutcome(StrEnum):
    """What became of an action that somebody was asked about, in the words that count them at the end."""

    REPORTED = "reported"
    SKIPPED = "skipped"
    REFUSED = "not saved"


def report_interactively(asked: ReportOptions) -> int:
    """Ask about one action after the other; returns the exit code, which says whether all that was given is saved."""
    snapshot = asked.begin()
    if not snapshot.due:
        sys.stdout.write(asked.nothing_due(snapshot))
        return ExitCode.CLEAN
    if not asked.dry_run:
        check_writable(Path(as_seen(snapshot.scope.root, snapshot.now.plan.file.name)))
    keys, screen = line_input(), screen_for(sys.stdout, os.environ, ascii_only=False)
    return InteractiveReport(asked, Prompter(screen, keys.line, sys.stdout.write, keys.waiting), snapshot).run()


@dataclass
class InteractiveReport:
    """One run: what became of each action so far, by its id, and the interview that is going on."""

    asked: ReportOptions
    prompter: Prompter
    begun: ReportSnapshot
    outcomes: dict[str, ReportOutcome] = field(default_factory=dict)
    interview: Interview | None = None

    def run(self) -> int:
        """Ask until there is nothing more to ask, or nobody who answers; returns the exit code."""
        code = ExitCode.CLEAN
        try:
            self._all()
        except StoppedError:
            self.prompter.say("\n")
        except KeyboardInterrupt:
            self.prompter.say("\n")
            code = ExitCode.INTERRUPTED
        self._end(self.asked.request())
        return ExitCode.REFUSED if ReportOutcome.REFUSED in self.outcomes.values() and code is ExitCode.CLEAN else code

    def _all(self) -> None:
        asked, snapshot = self.asked, self.begun
        self._greet()
        by = snapshot.spelled(asked.by) or snapshot.who or self._who()
        while nodes := self._left(snapshot):
            number = f"{len(self.outcomes) + 1} of {len(self.outcomes) + len(nodes)}"
            self._one(snapshot, nodes[0], number, by)
            snapshot = asked.request()

    def _left(self, snapshot: ReportSnapshot) -> list[Node]:
        return [node for node in snapshot.due if node.id not in self.outcomes]

    def _greet(self) -> None:
        count, whose = len(self.begun.due), f" from {self.begun.who}" if self.begun.who else ""
        actions = "1 action is due a report" if count == 1 else f"{count} actions are due a report"
        saved = "Each report is saved once you have seen it whole. You may stop at any question with q."
        self.prompter.note(f"{self.begun.now.plan.plan.title}\n{actions}{whose}.\n{saved}")

    def _who(self) -> str | None:
        self.prompter.question("Who reports?", "a role or a team, such as HROD; Enter for none")
        return self.begun.spelled(self.prompter.line("The name stands beside each report. It may be published."))

    def _one(self, snapshot: ReportSnapshot, node: Node, number: str, by: str | None) -> None:
        """Ask about one action, and save what is answered."""
        asked, now = self.asked, snapshot.now
        row = report_row(now, node, asked.written)
        self.prompter.say(action_text(row, number, self.prompter.screen))
        self.interview = Interview(self.prompter, row, asked.as_of, asked.written, by, now.folder.case_studies)
        report = self.interview.run()
        self.outcomes[row.id] = self._saved(row, report) if report else ReportOutcome.SKIPPED
        self.interview = None

    def _saved(self, row: DueReportRow, report: NewReport) -> ReportOutcome:
        def meant(scope: SearchScope) -> PlannedEdit:
            subject = only_plan(scope)
            node = subject.plan.tree.find(row.id)
            if node is None:
                says = f"there is no action {row.id} in {subject.plan.name} any more"
                raise UsageError(says, "look at what has changed")
            return PlannedEdit(subject.plan.file, report_changes(replace(subject, node=node), report), row.id)

        sys.stdout.flush()  # what stands in the way is shown on standard error
        try:
            _, _, warning = apply_edit(meant, self.asked.path, self.asked.as_of, dry_run=self.asked.dry_run)
        except (RefusedError, UsageError) as error:
            self.prompter.note(f"{error.message}\n{error.hint}\nNot saved, but here it is again:")
            self.prompter.say(report_text(row, report, self.prompter.screen))
            return ReportOutcome.REFUSED
        self.prompter.say(saved_text(row, report, self.prompter.screen, dry_run=self.asked.dry_run))
        if warning:
            self.prompter.note(warning)
        return ReportOutcome.REPORTED

    def _end(self, snapshot: ReportSnapshot) -> None:
        """How many were reported and are left, where that leaves the plan, and how to go on."""
        left = self._left(snapshot)
        self._show_unsaved(left)
        counts = Counter(self.outcomes.values())
        counted = [f"{counts[one]} {one}" for one in ReportOutcome if counts[one] or one is not ReportOutcome.REFUSED]
        self.prompter.say(f"\n{', '.join(counted)}, {len(left)} left\n")
        if self.asked.dry_run:
            self.prompter.say("Nothing was written: this was a dry run.\n")
            return
        if counts[ReportOutcome.REPORTED]:
            was, now = (headline_row(one.now.headline()) for one in (self.begun, snapshot))
            self.prompter.say(headline_text(was, now, self.prompter.screen))
        if left:
            saved = "What is saved stays saved" if counts[ReportOutcome.REPORTED] else "Nothing was saved"
            self.prompter.note(f"{saved}; run the same command again to go on.", 0)
        elif counts[ReportOutcome.SKIPPED]:
            self.prompter.note("Run the same command again for what was skipped.", 0)

    def _show_unsaved(self, left: list[Node]) -> None:
        """Of an action in the middle of which somebody stopped, what was answered, so that it can be copied."""
        one = self.interview
        if one is None or not one.draft.rag or one.row.id not in [node.id for node in left]:
            return
        self.prompter.say("Not saved, since you stopped:\n" + report_text(one.row, one.report(), self.prompter.screen))
