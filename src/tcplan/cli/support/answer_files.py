"""Files of answers, several or a whole folder: entered one after the other, and who has answered, and who has not."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tcplan.cli.support.input_text import INPUTS, read_input
from tcplan.cli.support.options import as_of_day
from tcplan.cli.support.report_files import NAME_IT, TEXT_ENDINGS, read_answers, stated_day
from tcplan.cli.support.run_edit import scope_at
from tcplan.edits.answer_importer import ImportResult
from tcplan.edits.answers import AnswerOptions, import_answers, load_answers
from tcplan.errors import NothingReadError, RefusedError, UsageError
from tcplan.model import AnswersFile
from tcplan.progress import assess
from tcplan.progress.owed_reports import NOBODY, people_asked
from tcplan.progress.report_requests import requested_reports
from tcplan.reporters.text import format_reasons
from tcplan.values.plain_text import file_name, one_line
from tcplan.views.covering_text import EMAIL_ENDING
from tcplan.workspace import PlanFile, Workspace


class _FoundAnswers(NamedTuple):
    """What is in one file: whose answers they are, the day that they are of, and what they come to."""

    name: Path
    who: str
    day: date
    found: ImportResult


def read_all_answers(names: Sequence[Path], path: Path, date_: str | None, by: str | None, *, dry_run: bool) -> None:
    """Write the reports of some files into the plan, and print who has answered and which reports are still owed.

    Nothing is written if any of them has an error. Raises RefusedError then, UsageError and NothingReadError for what
    is no file of answers.
    """
    if len(names) == 1 and not names[0].is_dir():
        read_answers(names[0], path, date_, by, dry_run=dry_run)
        return
    files = list(_answer_files(names))
    answers = [_find(name, path, date_, by) for name in files]
    _refuse_errors(answers)
    for one in answers:
        sys.stdout.write(f"{file_name(str(one.name))}\n")
        read_answers(one.name, path, date_, by, dry_run=dry_run)
        sys.stdout.write("\n")
    sys.stdout.writelines(_summary(answers, path, dry_run=dry_run))


def _answer_files(names: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and those in folders without the texts of e-mails, by name."""
    for name in names:
        if str(name) in INPUTS:
            raise UsageError("standard input cannot be read together with files", "name the files only, or - alone")
        if not name.is_dir():
            yield name
            continue
        found = sorted(one for one in name.iterdir() if one.suffix.lower() in TEXT_ENDINGS and one.is_file())
        inside = [one for one in found if not one.name.endswith(EMAIL_ENDING) and not one.name.startswith(".")]
        if not inside:
            ending = ", ".join(TEXT_ENDINGS)
            message = f"{file_name(str(name))}: no file in this folder has a name that ends in {ending}"
            raise NothingReadError(message, NAME_IT)
        yield from inside


def _find(name: Path, path: Path, date_: str | None, by: str | None) -> _FoundAnswers:
    """What a file comes to in the plan as it is now; nothing is written."""
    file = load_answers(str(name), read_input(name, NAME_IT))
    stated, model = stated_day(file), file.shaped.model
    day = stated.last if stated and date_ is None else as_of_day(date_, "--date")
    who = by or (model.by if isinstance(model, AnswersFile) else None) or "nobody named"
    return _FoundAnswers(
        name, one_line(who), day, import_answers(file, scope_at(path, day), AnswerOptions(day, date_, by))
    )


def _refuse_errors(answers: Iterable[_FoundAnswers]) -> None:
    wrong = [one for one in answers if any(finding.is_error for finding in one.found.findings)]
    for one in wrong:
        sys.stderr.write(format_reasons(one.found.findings))
    if wrong:
        listed = ", ".join(file_name(str(one.name)) for one in wrong)
        raise RefusedError(
            f"{listed}: {'this file has' if len(wrong) == 1 else 'these files have'} errors; nothing was written",
            "correct what is shown above, then run the command again: what has been entered is not entered twice",
        )


def _summary(answers: Sequence[_FoundAnswers], path: Path, *, dry_run: bool) -> Iterator[str]:
    """Who has answered, who has not, what they left empty, and which reports are owed after that."""
    given = [one for one in answers if one.found.reported or one.found.repeated or one.found.already_present]
    if given:
        yield f"Answered: {', '.join(f'{one.who} ({_count(one.found)})' for one in given)}\n"
    if silent := [f"{one.who} ({file_name(str(one.name))})" for one in answers if one not in given]:
        yield f"Not answered: {', '.join(silent)}\n"
    if empty := [f"{', '.join(one.found.blank)} ({one.who})" for one in given if one.found.blank]:
        yield f"Left empty: {'; '.join(empty)}\n"
    for name, found in {one.found.plan.file.name: one for one in answers if one.found.plan}.items():
        reported = {id_ for one in answers for id_ in one.found.reported} if dry_run else set()
        yield from _still_owed(scope_at(path, found.day).workspace, name, found.day, reported)


def _count(found: ImportResult) -> str:
    count = len({*found.reported, *found.repeated, *found.already_present})
    return f"{count} {'report' if count == 1 else 'reports'}"


def _still_owed(workspace: Workspace, name: str, day: date, reported: set[str]) -> Iterator[str]:
    """The reports on a plan that are owed on a day, with those who are asked for them."""
    plan = workspace.members_by_file[name]
    if not isinstance(plan, PlanFile):
        return
    now = assess(workspace, workspace.folders[plan.folder], plan, day)
    owed = [node for node in requested_reports(now) if node.id not in reported]
    listed = (
        f"{one_line(node.id)} ({', '.join(people_asked(node, now.folder.glossary).values()) or NOBODY})"
        for node in owed
    )
    yield f"Still owed on {day}: {'; '.join(listed)}\n" if owed else f"No report on {plan.name} is owed on {day}.\n"
