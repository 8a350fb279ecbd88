"""Stating the closing colours of a submission: one question at a time, all proposals at once, or from a table."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from tcplan.cli.support.asking import ask_each
from tcplan.cli.support.input_text import read_input_text
from tcplan.cli.support.load_submission import document_day
from tcplan.cli.support.messages import reader_is_gone
from tcplan.cli.support.options import PageFormat, as_of_day
from tcplan.cli.support.run_edit import PlannedEdit, run_edit, scope_at
from tcplan.cli.support.saved_steps import StepSaver
from tcplan.comparison.reviewed_actions import ActionEnding, reviewed_actions
from tcplan.edits.answering import AnswerTarget, find_answer
from tcplan.edits.closing_colours import ClosingDecision, closing_changes
from tcplan.edits.closing_table import closing_table, read_closings
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.filled_tables import FilledTable
from tcplan.errors import ExitCode, UsageError
from tcplan.files.replacement import check_writable
from tcplan.files.sources import as_seen
from tcplan.terminal.closing import ask_closing, closing_text, decision_text, saved_closing
from tcplan.terminal.prompter import Prompter, StoppedError
from tcplan.terminal.screen import screen_for
from tcplan.values.near_words import did_you_mean, list_some
from tcplan.views.closing import closing_json, closing_page, closing_row

Decisions = Mapping[tuple[str, str], ClosingDecision]
"""What is decided, by the name of the plan and the id of the action."""


@dataclass(frozen=True)
class ClosingRequest:
    """What the command line says: the form, where to look, the day, and the plan if only one is meant."""

    form: str
    path: Path
    as_of: str | None
    plan: str | None

    @property
    def day(self) -> date:
        """The day asked for, or today: it may decide which files are meant."""
        return as_of_day(self.as_of)

    def open(self, scope: SearchScope) -> "ClosingSubject":
        """The submission with the actions that it reviews; raises UsageError where it reviews none."""
        target = find_answer(scope, self.form, None)
        day = document_day(target.file, self.as_of)
        found = tuple(reviewed_actions(scope.workspace, target.folder, target.file, target.form, day))
        if not target.file.submission.reviews:
            hint = "name the plan under `reviews`, such as `reviews: phase-1`"
            raise UsageError(f"{target.file.name} reviews no plan", hint)
        plans = list(dict.fromkeys(one.plan.name for one in found))
        if self.plan is not None and self.plan not in plans:
            message = f"{target.file.name} does not review {self.plan}"
            raise UsageError(message, did_you_mean(self.plan, plans, list_some(plans, "reviewed plan")))
        chosen = tuple(one for one in found if self.plan in (None, one.plan.name))
        return ClosingSubject(scope, target, day, chosen)


@dataclass(frozen=True)
class ClosingSubject:
    """A submission on a day, with the reviewed actions that are meant."""

    scope: SearchScope
    target: AnswerTarget
    day: date
    actions: tuple[ActionEnding, ...]

    @property
    def waiting(self) -> list[ActionEnding]:
        """Those whose colour nobody has stated."""
        return [one for one in self.actions if one.is_open]

    def edit(self, decisions: Decisions, says: tuple[str, ...] = ()) -> PlannedEdit:
        """The edit that states some colours; the others stay as they are."""
        changes = []
        for review in dict.fromkeys(one.review for one in self.actions):
            plan = next(one.plan for one in self.actions if one.review == review)
            own = {id_: decision for (name, id_), decision in decisions.items() if name == plan.name}
            changes += closing_changes(self.scope, self.target.file, plan, review, own) if own else []
        return PlannedEdit(self.target.file.file, changes, None, says)

    @property
    def shown_file(self) -> str:
        """The file of the submission as it is seen from the current folder."""
        return as_seen(self.scope.root, self.target.file.file.name)


class NothingToStateError(Exception):
    """No colour is to be written; the argument says why."""


def show_closings(request: ClosingRequest, format_: PageFormat) -> None:
    """Print the reviewed actions with their proposals."""
    subject = request.open(scope_at(request.path, request.day))
    page = closing_page(subject.day, subject.shown_file, subject.target.file.submission.form, subject.actions)
    if format_ is PageFormat.JSON:
        sys.stdout.write(closing_json(page))
        return
    sys.stdout.write(closing_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))


def open_table(request: ClosingRequest) -> str:
    """The table of the reviewed actions, to be filled in; those that were closed before are left out."""
    subject = request.open(scope_at(request.path, request.day))
    return closing_table(one for one in subject.actions if one.is_open or one.rag.colour)


def write_proposals(request: ClosingRequest, *, dry_run: bool, format_: PageFormat) -> None:
    """State every colour that is proposed; an action without a report has none, and is named."""

    def decide(subject: ClosingSubject) -> tuple[Decisions, tuple[str, ...]]:
        found = {
            (one.plan.name, one.node.id): ClosingDecision(one.rag.colour) for one in subject.waiting if one.rag.colour
        }
        left = [one.node.id for one in subject.waiting if not one.rag.colour]
        says = (f"{len(found)} of {len(subject.waiting)} colours are proposed",) if left else ()
        return found, (*says, *([f"no colour can be proposed for {', '.join(left)}"] if left else []))

    _write(request, decide, dry_run=dry_run, format_=format_)


def write_table(request: ClosingRequest, file: Path, *, dry_run: bool, format_: PageFormat) -> None:
    """State the colours of a table that was filled in: all of them or, if one is wrong, none."""
    text = read_input_text(file, "name the table that you filled in")

    def decide(subject: ClosingSubject) -> tuple[Decisions, tuple[str, ...]]:
        printed_by = f"tcplan close-review {request.form} --format csv"
        return read_closings(FilledTable(text, file.as_posix(), printed_by), subject.actions), ()

    _write(request, decide, dry_run=dry_run, format_=format_)


def _write(
    request: ClosingRequest,
    decide: Callable[[ClosingSubject], tuple[Decisions, tuple[str, ...]]],
    *,
    dry_run: bool,
    format_: PageFormat,
) -> None:
    def plan_edit(scope: SearchScope) -> PlannedEdit:
        subject = request.open(scope)
        decisions, says = decide(subject)
        edit = subject.edit(decisions, (*says, *subject.target.sent_words(request.day)))
        if not edit.changes:
            raise NothingToStateError("\n".join((*says, "nothing was written: there is no colour to state")))
        return edit

    dated = request.as_of is not None
    try:
        run_edit(plan_edit, request.path, request.day, dry_run=dry_run, format_=format_, dated=dated)
    except NothingToStateError as nothing:
        sys.stdout.write(f"{nothing}\n")


class ClosingOutcome(StrEnum):
    """What became of an action that somebody was asked about, in the words that count them at the end."""

    STATED = "stated"
    SKIPPED = "skipped"
    REFUSED = "not saved"


@dataclass
class ClosingInterview:
    """Questions about each action without a stated colour; each answer is saved as soon as it is given."""

    request: ClosingRequest
    prompter: Prompter
    outcomes: dict[tuple[str, str], ClosingOutcome] = field(default_factory=dict)

    def run(self) -> int:
        """Ask until there are no more questions or no more answers; returns the exit code."""
        subject = self.request.open(scope_at(self.request.path, self.request.day))
        asked = subject.waiting
        if not asked:
            self.prompter.say("Every action that is reviewed has a closing colour.\n")
            return ExitCode.CLEAN
        check_writable(Path(subject.shown_file))
        self._greet(subject, len(asked))
        code = ExitCode.CLEAN
        try:
            ask_each(asked, self._ask_about)
        except StoppedError:
            self.prompter.say("\n")
        except KeyboardInterrupt:
            self.prompter.say("\n")
            code = ExitCode.INTERRUPTED
        self._finish(len(asked))
        return ExitCode.REFUSED if ClosingOutcome.REFUSED in self.outcomes.values() and not code else code

    def _greet(self, subject: ClosingSubject, count: int) -> None:
        title = subject.target.file.submission.title or subject.target.form.title
        waiting = "1 action has" if count == 1 else f"{count} actions have"
        saved = "Each colour is saved as soon as you have given it. Type q at any question to stop."
        sent = subject.target.sent_words(self.request.day)
        self.prompter.note("\n".join((title, *sent, f"{waiting} no stated closing colour.", saved)))

    def _ask_about(self, action: ActionEnding, number: int, count: int) -> None:
        if reader_is_gone():  # nobody sees the question
            raise StoppedError
        row, name = closing_row(action), (action.plan.name, action.node.id)
        decision = ask_closing(self.prompter, row, number, count)
        if decision is None:
            self.outcomes[name] = ClosingOutcome.SKIPPED
            return

        def plan_edit(scope: SearchScope) -> PlannedEdit:
            return self.request.open(scope).edit({name: decision})

        screen, dated = self.prompter.screen, self.request.as_of is not None
        saver = StepSaver(self.prompter, self.request.path, self.request.day, dry_run=False, dated=dated)
        saved = saved_closing(row, decision, screen, dry_run=False)
        is_saved = saver.save(plan_edit, "This colour", decision_text(row, decision, screen), saved)
        self.outcomes[name] = ClosingOutcome.STATED if is_saved else ClosingOutcome.REFUSED

    def _finish(self, count: int) -> None:
        """Say how many are stated and how many are left, and how to continue."""
        counts, left = Counter(self.outcomes.values()), count - len(self.outcomes)
        said = [f"{counts[one]} {one}" for one in ClosingOutcome if counts[one] or one is not ClosingOutcome.REFUSED]
        self.prompter.say(f"\n{', '.join(said)}, {left} left\n")
        if left or counts[ClosingOutcome.SKIPPED]:
            self.prompter.note("What is stated stays stated; run the same command again for the others.", 0)
