"""Showing and writing the answer to a question of a form."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tcplan.cli.support.incomplete import warn_unread
from tcplan.cli.support.input_text import INPUTS, read_input_text
from tcplan.cli.support.load_submission import document_day
from tcplan.cli.support.options import PageFormat, as_of_day, require_path
from tcplan.cli.support.run_edit import PlannedEdit, run_edit, scope_at
from tcplan.edits.answering import AnswerTarget, answer_changes, find_answer
from tcplan.edits.edit_target import SearchScope
from tcplan.errors import TcplanError, UsageError
from tcplan.files.sources import as_seen
from tcplan.model.framework import Question
from tcplan.progress.figures.live_figures import live_figures
from tcplan.values.plain_text import one_line
from tcplan.values.printed_command import printed_command
from tcplan.views.answer.page import AnswerSubject, answer_json
from tcplan.workspace.form_questions import find_question
from tcplan.workspace.selection import select_form


@dataclass(frozen=True)
class AnswerRequest:
    """What the command line says: a form, perhaps a question of it, where to look, and the day."""

    form: str
    question: str | None
    path: Path
    as_of: str | None


def split_places(form: str, question: str | None, path: Path) -> tuple[str | None, Path]:
    """The question and the path: `answer stage3 plans/northmoor` names no question, but the path of the list."""
    if question is None or path != Path():
        return question, path
    with suppress(TcplanError):
        scope = scope_at(path, as_of_day(None))
        known = [one.id for one in select_form(scope.workspace, form, what="form")[1].questions]
        if find_question(question, known):
            return question, path
    with suppress(TcplanError):
        return None, require_path(Path(question))
    return question, path


def show_answer(request: AnswerRequest, format_: PageFormat, *, everything: bool) -> None:
    """Print the question with its answer and facts, or all questions."""
    path = require_path(request.path)
    scope = scope_at(path, as_of_day(request.as_of))
    warn_unread(scope.workspace.source, scope.root)
    target = find_answer(scope, request.form, request.question)
    day = document_day(target.file, request.as_of)
    subject = AnswerSubject(scope.workspace, target.folder, target.file, target.form, day)
    page = subject.page(target.question, as_seen(scope.root, target.file.file.name))
    if format_ is PageFormat.JSON:
        sys.stdout.write(answer_json(page))
        return
    from tcplan.terminal.answer import answer_text
    from tcplan.terminal.screen import screen_for

    words = [request.form, *([page.question.id] if page.question else [])]
    places = [Path(page.file)] if page.question and request.path != Path() else []
    command = printed_command("answer", *words, *places)
    sys.stdout.write(
        answer_text(page, screen_for(sys.stdout, os.environ, ascii_only=False), command, everything=everything)
    )


def write_answer(request: AnswerRequest, file: Path, *, dry_run: bool, format_: PageFormat) -> None:
    """Write the answer of a file into the submission, and print what that changes and how long it is."""
    asked = find_answer(scope_at(request.path, as_of_day(request.as_of)), request.form, request.question)
    if str(file) in INPUTS and sys.stdin and sys.stdin.isatty():
        title = asked.question.title if asked.question else ""
        keys = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        sys.stderr.write(f"{one_line(title)}\nType or paste the answer; {keys} on a line of its own ends it.\n")
    text = read_input_text(file, "name the file that has the answer")

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        target = find_answer(scope, request.form, request.question)
        question = target.question
        if question is None:
            raise UsageError("no question is named", "name it by its id")
        changes = answer_changes(scope, target, question, text)
        day = document_day(target.file, request.as_of)
        says = (_length(scope, target, question, text, day), *target.sent_words(as_of_day(request.as_of)))
        return PlannedEdit(target.file.file, changes, None, says)

    run_edit(
        plan_edit,
        request.path,
        as_of_day(request.as_of),
        dry_run=dry_run,
        format_=format_,
        dated=request.as_of is not None,
    )


def _length(scope: SearchScope, target: AnswerTarget, question: Question, text: str, day: date) -> str:
    """How long the answer is beside its limit, with the live figures as they are now."""
    words = live_figures(scope.workspace, target.folder, target.file, day).count_words(text)
    counted = "1 word" if words == 1 else f"{words} words"
    if question.words is None:
        return f"the answer to {question.id} has {counted}"
    more = f", {words - question.words} too many" if words > question.words else ""
    return f"the answer to {question.id} has {counted} of at most {question.words}{more}"
