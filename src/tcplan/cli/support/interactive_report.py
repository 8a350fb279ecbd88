"""Questions about each action to report on; each report is written as soon as it is given."""

import os
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from tcplan.cli.support.line_input import line_input
from tcplan.cli.support.messages import reader_is_gone
from tcplan.cli.support.report_options import ReportOptions, ReportSnapshot
from tcplan.cli.support.run_edit import PlannedEdit
from tcplan.cli.support.saved_steps import StepSaver
from tcplan.edits.edit_target import SearchScope, only_plan
from tcplan.edits.reporting import NewReport, report_changes
from tcplan.errors import ExitCode, UsageError
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


def report_interactively(options: ReportOptions) -> int:
    """Ask about one action after the other; returns the exit code, which says whether every report is saved."""
    snapshot = options.begin()
    if not snapshot.actions:
        sys.stdout.write(options.nothing_owed(snapshot))
        return ExitCode.CLEAN
    if not options.dry_run:
        check_writable(Path(as_seen(snapshot.scope.root, snapshot.now.plan.file.name)))
    keys, screen = line_input(), screen_for(sys.stdout, os.environ, ascii_only=False)
    return InteractiveReport(options, Prompter(screen, keys.line, sys.stdout.write, keys.waiting), snapshot).run()


@dataclass
class InteractiveReport:
    """One run: what became of each action so far, by its id, and the interview that is going on."""

    options: ReportOptions
    prompter: Prompter
    start: ReportSnapshot
    outcomes: dict[str, ReportOutcome] = field(default_factory=dict)
    interview: Interview | None = None

    def run(self) -> int:
        """Ask until there are no more questions or no more answers; returns the exit code."""
        code = ExitCode.CLEAN
        try:
            self._ask_all()
        except StoppedError:
            self.prompter.say("\n")
        except KeyboardInterrupt:
            self.prompter.say("\n")
            code = ExitCode.INTERRUPTED
        self._finish(self.options.request())
        return ExitCode.REFUSED if ReportOutcome.REFUSED in self.outcomes.values() and code is ExitCode.CLEAN else code

    def _ask_all(self) -> None:
        options, snapshot = self.options, self.start
        self._greet()
        by = snapshot.spelled(options.by) or snapshot.person or self._ask_reporter()
        while nodes := self._remaining(snapshot):
            number = f"{len(self.outcomes) + 1} of {len(self.outcomes) + len(nodes)}"
            self._ask_about(snapshot, nodes[0], number, by)
            if reader_is_gone():  # nobody sees the next question
                raise StoppedError
            snapshot = options.request()

    def _remaining(self, snapshot: ReportSnapshot) -> list[Node]:
        return [node for node in snapshot.actions if node.id not in self.outcomes]

    def _greet(self) -> None:
        asked, whose = self.start.actions, self.start.whose
        count, owed = len(asked), sum(map(self.start.now.owes_report, asked))
        owing = "1 report is owed" if owed == 1 else f"{owed or 'no'} reports are owed"
        actions = f"{owing}{whose}.\n"
        if owed != count:
            actions = f"{count} {'action' if count == 1 else 'actions'} to report on{whose}; {owing}.\n"
        saved = "Each report is saved after you have checked it. Type q at any question to stop."
        self.prompter.note(f"{self.start.now.plan.plan.title}\n{actions}{saved}")

    def _ask_reporter(self) -> str | None:
        self.prompter.question("Who reports?", "a role or a team, such as HROD; Enter for none")
        return self.start.spelled(self.prompter.line("The name is shown beside each report. It may be published."))

    def _ask_about(self, snapshot: ReportSnapshot, node: Node, number: str, by: str | None) -> None:
        """Ask about one action, and save what is answered."""
        options, now = self.options, snapshot.now
        row = report_row(now, node, options.written)
        self.prompter.say(action_text(row, number, self.prompter.screen))
        self.interview = Interview(self.prompter, row, options.as_of, options.written, by, now.folder.case_studies)
        report = self.interview.run()
        self.outcomes[row.id] = self._save(row, report) if report else ReportOutcome.SKIPPED
        self.interview = None

    def _save(self, row: DueReportRow, report: NewReport) -> ReportOutcome:
        def plan_edit(scope: SearchScope) -> PlannedEdit:
            target = only_plan(scope)
            node = target.plan.tree.find(row.id)
            if node is None:
                says = f"action {row.id} is no longer in {target.plan.name}"
                raise UsageError(says, "check what has changed")
            return PlannedEdit(target.plan.file, report_changes(replace(target, node=node), report), row.id)

        options, screen = self.options, self.prompter.screen
        saver = StepSaver(self.prompter, options.path, options.as_of, options.dry_run, options.date is not None)
        saved = saved_text(row, report, screen, dry_run=options.dry_run)
        is_saved = saver.save(plan_edit, "This report", report_text(row, report, screen), saved)
        return ReportOutcome.REPORTED if is_saved else ReportOutcome.REFUSED

    def _finish(self, snapshot: ReportSnapshot) -> None:
        """Say how many are reported and how many are left, what the headline is now, and how to continue."""
        left = self._remaining(snapshot)
        self._show_unsaved(left)
        counts = Counter(self.outcomes.values())
        counted = [f"{counts[one]} {one}" for one in ReportOutcome if counts[one] or one is not ReportOutcome.REFUSED]
        self.prompter.say(f"\n{', '.join(counted)}, {len(left)} left\n")
        if self.options.dry_run:
            self.prompter.say("Nothing was written: this was a dry run.\n")
            return
        if counts[ReportOutcome.REPORTED]:
            was, now = (headline_row(one.now.headline()) for one in (self.start, snapshot))
            self.prompter.say(headline_text(was, now, self.prompter.screen))
        if left:
            saved = "Saved reports stay saved" if counts[ReportOutcome.REPORTED] else "Nothing was saved"
            self.prompter.note(f"{saved}; run the same command again to continue.", 0)
        elif counts[ReportOutcome.SKIPPED]:
            self.prompter.note("To report on what you skipped, run the same command again.", 0)

    def _show_unsaved(self, left: list[Node]) -> None:
        """Show the answers about the action at which somebody stopped, so that they can be copied."""
        one = self.interview
        if one is None or not one.draft.rag or one.row.id not in [node.id for node in left]:
            return
        self.prompter.say(
            "Not saved, because you stopped:\n" + report_text(one.row, one.report(), self.prompter.screen)
        )
