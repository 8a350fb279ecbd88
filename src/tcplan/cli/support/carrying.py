"""Starting the next plan: what is decided is asked for, shown and written, the new file and the old one together."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tcplan.cli.support.asking import ask_each
from tcplan.cli.support.input_text import read_input_text
from tcplan.cli.support.plan_to_carry import find_plan_to_carry
from tcplan.cli.support.run_edit import refuse_errors
from tcplan.comparison.carried_actions import ActionOutcome, CarryDecision, outcomes_of, unfinished_actions
from tcplan.edits.carrying.decision_table import decision_table, read_decisions
from tcplan.edits.carrying.next_period import next_plan
from tcplan.edits.carrying.next_plan import CarriedPlan, NextPlan, carried_plan, closures
from tcplan.edits.edit_target import EditTarget, SearchScope
from tcplan.edits.init import schema_line
from tcplan.edits.proposal import Proposal, propose
from tcplan.edits.starting.new_file import NewFile, new_file_proposal, new_plan_name
from tcplan.errors import RefusedError
from tcplan.files.replacement import remember_written, replace_file, write_new
from tcplan.files.sources import as_seen
from tcplan.progress import Assessment, assess
from tcplan.values.words import FileKind
from tcplan.views.carry import CarriedActionRow, CarryPage, CarrySummary, carried_rows, carry_page
from tcplan.workspace.charters import charter_of_plan

Decide = Callable[[CarriedActionRow, int, int], CarryDecision]
"""Asks somebody about an unfinished action, which is one of so many: 1 of 21."""


@dataclass(frozen=True)
class CarryRequest:
    """What the command line says: the old plan, the name of the next, and what is said of it."""

    plan: str
    into: str
    title: str
    start: str
    end: str
    where: Path
    as_of: date


@dataclass(frozen=True)
class PlannedCarry:
    """What is about to be written; nothing is yet."""

    scope: SearchScope
    target: EditTarget
    now: Assessment
    new: NextPlan
    file: str
    outcomes: list[ActionOutcome]
    carried: CarriedPlan
    closing: Proposal | None
    notes: tuple[str, ...] = ()
    """What to know besides what became of each action."""
    is_begun: bool = False
    """Whether an earlier run has written the next plan, as it would be now, and was ended before it closed anything."""

    def page(self, *, written: bool) -> CarryPage:
        """What becomes of each action, with the text of the next plan."""
        closed_in = as_seen(self.scope.root, self.target.plan.file.name) if self.closing else None
        summary = CarrySummary(
            as_of=self.now.as_of,
            plan=self.target.plan.name,
            into=self.new.name,
            file=as_seen(self.scope.root, self.file),
            title=self.new.title,
            written=written,
            closed_in=closed_in,
            actions_without_due=self.carried.passed.actions,
            measures_without_targets=self.carried.passed.measures,
            text=self.carried.text,
        )
        return carry_page(summary, carried_rows(self.outcomes, self.carried.ids))

    def write(self) -> str:
        """Write the next plan, and close in the old one what is closed; returns a warning or nothing.

        Both are written or neither, but where the process or the machine is killed between the two: then there is the
        next plan alone, and the same run again goes on from there.

        Raises: RefusedError where a file cannot be written or is no longer as it was read.
        """
        path, made = Path(as_seen(self.scope.root, self.file)), list[Path]()
        if not self.closing:
            write_new(path.parent, {path.name: self.carried.text})
            remember_written(path, self.carried.text)
            return ""
        old, after = Path(as_seen(self.scope.root, self.closing.name)), self.closing.after.encoded()
        try:
            if not self.is_begun:
                write_new(path.parent, {path.name: self.carried.text}, made)
            return replace_file(old, self.closing.before.encoded(), after, made=path)
        except BaseException:
            # Ctrl-C may come when the old plan has its new text already: then the next plan has to stay.
            with suppress(OSError):
                if path in made and old.read_bytes() != after:
                    path.unlink()
            raise

    def texts(self) -> dict[Path, bytes]:
        """The new content of each file that `write` writes."""
        texts = {self.file: self.carried.text.encode()}
        if self.closing:
            texts[self.closing.name] = self.closing.after.encoded()
        return {Path(as_seen(self.scope.root, name)): text for name, text in texts.items()}


def plan_carry(request: CarryRequest, decisions: Path | None, decide: Decide | None) -> PlannedCarry:
    """What starting the next plan comes to, by the decisions of a file, those of somebody who is asked, or by default.

    Raises: UsageError and NothingReadError where it is not clear which plan is meant or when the next one runs;
        RefusedError where the old plan has errors, the next is there already, or a file cannot be read.
    """
    scope, target, now = _open(request)
    charter = charter_of_plan(scope.workspace, target.folder, target.plan)
    new = next_plan(
        target.plan, request.into, title=request.title, start=request.start, end=request.end, charter=charter
    )
    file, taken = _file_of_next(scope, target, request)
    if taken and decide:
        raise taken
    decided = _decided(now, decisions, decide)
    outcomes = outcomes_of(now, decided)
    if not any(one.is_unfinished for one in outcomes):
        raise RefusedError(
            f"every action of {target.plan.name} is complete or closed, so there is nothing to carry",
            f"`tcplan add plan {request.into}` starts an empty plan",
        )
    carried = carried_plan(now, outcomes, new, schema_line(file.rpartition("/")[0], FileKind.PLAN))
    refuse_errors(new_file_proposal(scope, NewFile(file, carried.text)))
    if taken and _text_there(scope, file) != carried.text:
        raise taken
    changes = closures(scope, target, outcomes, request.as_of.isoformat())
    closing = propose(scope, target.plan.file, changes) if changes else None
    if closing:
        refuse_errors(closing)
    elif taken:
        raise taken
    notes = (*_carried_unasked(decisions, outcomes, decided), *carried.lost)
    return PlannedCarry(scope, target, now, new, file, outcomes, carried, closing, notes, is_begun=taken is not None)


def _file_of_next(scope: SearchScope, target: EditTarget, request: CarryRequest) -> tuple[str, RefusedError | None]:
    """The file of the next plan; where there is one already, also the refusal.

    It may be what a run has written that was ended before it closed anything in the old plan: then the same run again
    finishes the work. Raises what `new_plan_name` does.
    """
    try:
        return new_plan_name(scope.workspace, target.folder, request.into), None
    except RefusedError as taken:
        there = target.folder.plans.get(request.into.strip())
        if there is None or target.plan.name not in there.plan.follows:
            raise
        hint = (
            f"{taken.hint}; if `carry` was cut off and the closures in {target.plan.name} are missing, run it again "
            "with the same --decisions, or delete the new file first"
        )
        return there.file.name, RefusedError(taken.message, hint)


def _text_there(scope: SearchScope, name: str) -> str:
    return next((one.document.text for one in scope.workspace.files if one.name == name), "")


def _carried_unasked(
    decisions: Path | None, outcomes: list[ActionOutcome], decided: dict[str, CarryDecision]
) -> Iterator[str]:
    """The note about actions that a table of decisions does not have."""
    left = [one.node.id for one in outcomes if one.is_unfinished and one.node.id not in decided]
    if decisions and left:
        verb = "is" if len(left) == 1 else "are"
        listed = ", ".join(left)
        yield f"{listed} {verb} not in {decisions.as_posix()}, so {'it is' if len(left) == 1 else 'they are'} carried"


def open_decisions(request: CarryRequest) -> str:
    """The table of unfinished actions, to be filled in."""
    _, _, now = _open(request)
    return decision_table(now, [node.id for node in unfinished_actions(now)])


def _open(request: CarryRequest) -> tuple[SearchScope, EditTarget, Assessment]:
    scope, target = find_plan_to_carry(request.plan, request.where, request.as_of)
    if any(one.is_error for one in map(target.plan.file.locator().finding, target.plan.file.shaped.problems)):
        raise RefusedError(
            f"{target.plan.name} has errors, so it is not clear what it holds; nothing was written",
            f"`{target.validate_command}` shows them",
        )
    return scope, target, assess(scope.workspace, target.folder, target.plan, request.as_of)


def _decided(now: Assessment, decisions: Path | None, decide: Decide | None) -> dict[str, CarryDecision]:
    unfinished = {node.id: node.entry.title for node in unfinished_actions(now)}
    if decisions:
        text = read_input_text(decisions, "check the name of the file")
        return read_decisions(text, decisions.as_posix(), now.plan.name, unfinished)
    if decide is None:
        return {}
    rows = {row.id: row for row in carried_rows(outcomes_of(now, {}), {})}
    return _ask_each([replace(rows[id_], new_id=None) for id_ in unfinished], decide)


def _ask_each(rows: list[CarriedActionRow], decide: Decide) -> dict[str, CarryDecision]:
    """What is decided about each action; who goes back is asked about the one before once more."""
    found: dict[str, CarryDecision] = {}

    def ask(row: CarriedActionRow, number: int, count: int) -> None:
        found[row.id] = decide(row, number, count)

    ask_each(rows, ask)
    return found
