"""Reports without a terminal: a file of questions is written, and read once it is filled in."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from tcplan.cli.support.input_text import INPUTS, read_input
from tcplan.cli.support.interruption import say_if_interrupted
from tcplan.cli.support.options import as_of_day
from tcplan.cli.support.report_options import ReportOptions
from tcplan.cli.support.run_edit import PlannedEdit, run_edit
from tcplan.cli.support.write_output import STANDARD_STREAM, check_name, goes_direct, write_output
from tcplan.edits.answer_importer import ImportResult
from tcplan.edits.answers import AnswerOptions, import_answers, load_answers
from tcplan.edits.edit_target import SearchScope
from tcplan.errors import RefusedError, UsageError
from tcplan.files.replacement import write_new
from tcplan.model import AnswersFile
from tcplan.reporters.text import format_reasons
from tcplan.values.dates import Day
from tcplan.values.plain_text import file_name, log_lines
from tcplan.values.printed_command import command_at
from tcplan.views.questions import QuestionnaireHeader, questions_text
from tcplan.views.report import ReportRows
from tcplan.workspace import File, PlanFile

TEXT_ENDINGS: Final = (".yaml", ".yml", ".txt")
"""Endings that a text editor opens; a word processor would change the file."""

NAME_IT: Final = "name the file that you filled in"
"""What to do where a file of answers is not there."""


class _NothingNewError(Exception):
    """There is nothing to write; the argument says what was found."""


def write_questions(file: Path, options: ReportOptions) -> None:
    """Write the questions to a new file; raises RefusedError if the file already exists."""
    if not goes_direct(file) and file.suffix.lower() not in TEXT_ENDINGS:
        better = file.parent / f"{file.stem or 'june'}.yaml"
        each = "" if file.suffix else "; or add --each, to write a file for everybody into a folder of this name"
        raise UsageError(
            f"{file}: questions go into a plain text file, whose name ends in {', '.join(TEXT_ENDINGS)}",
            f"name it {better}, and open it in Notepad or any text editor, not in Word{each}",
        )
    check_name(file)
    if os.path.lexists(file) and not goes_direct(file):
        raise RefusedError(f"{file} already exists; nothing was written", "use another name, or move the file")
    snapshot = options.begin()
    now = snapshot.now
    report_rows = ReportRows(now, options.written)
    rows = [report_rows.row(node) for node in snapshot.actions]
    if not rows:
        sys.stdout.write(options.nothing_owed(snapshot))
        return
    command = command_at("report", options.path, "--answers", file)
    by = snapshot.spelled(options.by) or snapshot.person
    header = QuestionnaireHeader(now.plan.plan.title, now.folder.title, now.plan.name, options.written, by, command)
    made = questions_text(replace(header, reply_by=options.reply_by, sender=options.sender), rows)
    if options.dry_run or goes_direct(file):
        write_output(STANDARD_STREAM if options.dry_run else file, made)
        return
    with say_if_interrupted(file, made.encode):
        write_new(file.parent, {file.name: made})
    sys.stdout.write(
        f"wrote {file_name(str(file))}: {len(rows)} {'action' if len(rows) == 1 else 'actions'} to report on\n"
    )
    sys.stdout.write(f"Fill it in with any text editor, save it, and run: {log_lines(command)}\n")


def read_answers(name: Path, path: Path, date: str | None, by: str | None, *, dry_run: bool) -> None:
    """Write all reports of a file into the plan, and print what that changes.

    Raises: RefusedError, with nothing written, if one of them cannot be; the finding is shown with its line.
    """
    shown, data = "standard input" if str(name) in INPUTS else str(name), read_input(name, NAME_IT)
    waiting = [load_answers(shown, data)]
    stated = stated_day(waiting[0])
    given = AnswerOptions(stated.last if stated and date is None else as_of_day(date, "--date"), date, by)

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        # Once they are changes, the answers are dropped; if the plan has to be read again, so have they.
        plan, found = _import_sound(waiting.pop() if waiting else load_answers(shown, data), scope, given)
        if not found.changes:
            raise _NothingNewError("\n".join([*_summary(found), "nothing was written: the file has nothing new"]))
        return PlannedEdit(plan.file, found.changes, None, _summary(found))

    try:
        run_edit(plan_edit, path, given.as_of, dry_run=dry_run, dated=given.date is not None or stated is not None)
    except _NothingNewError as nothing:
        sys.stdout.write(f"{nothing}\n")


def stated_day(file: File) -> Day | None:
    """The day that is written at the top of a file of answers."""
    return file.shaped.model.date if isinstance(file.shaped.model, AnswersFile) else None


def _import_sound(file: File, scope: SearchScope, given: AnswerOptions) -> tuple[PlanFile, ImportResult]:
    """The plan, and what the answers mean for it; raises RefusedError if any of them has an error."""
    found = import_answers(file, scope, given)
    if found.findings:
        sys.stderr.write(format_reasons(found.findings))
    errors = sum(one.is_error for one in found.findings)
    if errors or found.plan is None:
        words = "1 error" if errors == 1 else f"{errors} errors"
        raise RefusedError(
            f"{file.name}: {words}; nothing was written", "correct what is shown above, then run the command again"
        )
    return found.plan, found


def _summary(found: ImportResult) -> tuple[str, ...]:
    """How many actions are reported, and what happened to the others."""
    counted = (
        (found.reported, "reported"),
        (found.repeated, "reported again"),
        (found.already_present, "already in the plan"),
        (found.blank, "left empty"),
    )
    return tuple(f"{len(ids)} {words}: {', '.join(ids)}" for ids, words in counted if ids) or (
        "the file has no reports",
    )
