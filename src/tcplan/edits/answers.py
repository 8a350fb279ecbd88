"""A filled-in file of answers: read, compared with the plan, and turned into the changes that add its reports."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import cast

from tcplan.edits.answer_importer import AnswerImporter, ImportResult
from tcplan.edits.edit_target import EditTarget, SearchScope, only_plan
from tcplan.errors import UsageError
from tcplan.files.settings import Settings
from tcplan.findings.codes import UNKNOWN_KIND, UNKNOWN_PLAN, YAML_SYNTAX
from tcplan.findings.finding import Problem
from tcplan.findings.span import Span
from tcplan.model import AnswersFile
from tcplan.model.answers import AnswerReport
from tcplan.model.base import FileShape
from tcplan.values.near_words import did_you_mean
from tcplan.workspace import File, find_plan, load
from tcplan.workspace.selection import select_institutions


@cache
def _note_pattern() -> re.Pattern[str]:
    return re.compile(
        r"^(?P<before> *(?:- +)?)(?:note|internal) *: *"
        r"(?:[|>](?P<digit>[1-9])?[-+]? *(?P<after>[^#\s][^\r\n]*)?"
        r"|(?P<between>[^|>\s](?:[^\r\n]*[^\r\n ])?) +\|[ \t]*\r?$)",
        re.MULTILINE,
    )


@cache
def _report_pattern() -> re.Pattern[str]:
    return re.compile(r"^ *- ", re.MULTILINE)


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"^(?P<space> *)(?P<words>(?:[^\r\n]*[^\r\n \t])?)[ \t]*\r?$", re.MULTILINE)


@cache
def _key_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:- +)?(?:{'|'.join([*AnswerReport.model_fields, *AnswersFile.model_fields])}) *:(?:\s|$)|#")


@dataclass(frozen=True)
class AnswerOptions:
    """What the command line says, which wins over what the file says at its top."""

    as_of: date
    date: str | None = None
    by: str | None = None


class _OneFile:
    """A source of one file, whose bytes are there already."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name, self._data = name, data
        self.settings = Settings()

    def names(self) -> tuple[str, ...]:
        """The one."""
        return (self._name,)

    def read(self, name: str) -> bytes:
        """Its bytes."""
        del name
        return self._data


def load_answers(name: str, data: bytes) -> File:
    """A file of answers from its bytes; `name` is how its findings call it."""
    return load(_OneFile(name, data), name)


def import_answers(file: File, scope: SearchScope, options: AnswerOptions) -> ImportResult:
    """What a file of answers comes to in the workspace of a scope.

    Raises UsageError or NothingReadError where it is not clear, or not there, which plan it reports on.
    """
    found = ImportResult()
    misplaced = [*_misplaced_words(file.document.text)]
    problems = [*misplaced, *_elsewhere(file, misplaced)]
    if isinstance(file.shaped.model, AnswersFile):
        target = _plan(file.shaped.model, scope)
        if isinstance(target, Problem):
            problems.append(target)
        else:
            problems += _without_echoes(file, _enter(file, target, options, found))
    elif isinstance(file.shaped.model, FileShape):
        message = f"this file is of the kind `{file.shaped.model.kind}`, not a file of answers"
        help_text = "`tcplan report --questions FILE` writes a file of answers"
        problems.append(Problem(UNKNOWN_KIND, ("kind",), message, help_text))
    found.findings = sorted(map(file.locator().finding, problems), key=lambda one: (one.place.line, one.place.column))
    return found


def _elsewhere(file: File, misplaced: list[Problem]) -> Iterator[Problem]:
    """The problems of the file, without those of the reports whose notes have misplaced words: they are its echo."""
    starts = [found.start() for found in _report_pattern().finditer(file.document.text)]
    reports = {bisect(starts, one.span.start) for one in misplaced if one.span}
    locator = file.locator()
    for problem in file.shaped.problems:
        span = problem.span or locator.span(problem.path, on_key=False)
        if not misplaced or (problem.code is not YAML_SYNTAX and bisect(starts, span.start) not in reports):
            yield problem


def _misplaced_words(text: str) -> Iterator[Problem]:
    """Words that were meant for a note and come after its `|`, or are further left than the note."""
    for note in _note_pattern().finditer(text):
        column = len(note["before"])
        if place := "after" if note["after"] else "between" if note["between"] else "":
            help_text = f"write it on the lines below, each with {column + 2} spaces before it"
            message = "a note begins on the line below the `|`, not on the same line"
            yield Problem(YAML_SYNTAX, (), message, help_text, span=Span(*note.span(place)))
        yield from _too_far_left(text, note.end(), column, column + int(note["digit"] or 0))


def _too_far_left(text: str, start: int, column: int, first: int) -> Iterator[Problem]:
    """The lines of a note whose key is at `column` that are indented less than its first one."""
    first, least = first if first > column else 0, column + 1
    for line in _line_pattern().finditer(text, start):
        depth = len(line["space"])
        if depth <= column and _key_pattern().match(line["words"]):
            return
        if not line["words"]:
            least = max(least, depth)
        elif depth < (first or least):
            help_text = f"put {first or max(least, column + 2)} spaces before it, as before each line of a note"
            yield Problem(
                YAML_SYNTAX, (), "this line of a note is too far left", help_text, span=Span(*line.span("words"))
            )
        else:
            first = first or depth


def _without_echoes(file: File, problems: Iterator[Problem]) -> Iterator[Problem]:
    """Of the problems those that are not the echo of a faulty value, at their places in the file."""
    shaped = file.shaped
    for problem in problems:
        if not shaped.is_tainted(problem.path):
            also = shaped.path_map.origin(problem.also) if problem.also is not None else None
            yield replace(problem, path=shaped.path_map.origin(problem.path), also=also)


def _enter(file: File, target: EditTarget, options: AnswerOptions, found: ImportResult) -> Iterator[Problem]:
    answers = cast("AnswersFile", file.shaped.model)
    day = options.date or (answers.date.text if answers.date else options.as_of.isoformat())
    found.plan = target.plan
    importer = AnswerImporter(target, day, options.by or answers.by, found, file.shaped.is_tainted)
    for index, one in enumerate(answers.reports):
        yield from importer.enter(one, ("reports", index))


def _plan(answers: AnswersFile, scope: SearchScope) -> EditTarget | Problem:
    """The plan that is named, else the one that the path of the command means."""
    folders = select_institutions(scope.workspace, scope.root, scope.path)
    if answers.plan is None or not folders:
        return only_plan(scope)
    for folder in folders:
        scope.check_readable(folder, answers.plan)
    targets = [(folder, find_plan(scope.workspace, folder, answers.plan)) for folder in folders]
    named = {
        target.plan.file.name: EditTarget(scope.root, folder, target.plan, None)
        for folder, target in targets
        if target.plan
    }
    if len(named) > 1:
        keys = ", ".join(f"{one.folder.key}/{one.plan.name}" for one in named.values())
        raise UsageError(f"there are {len(named)} plans `{answers.plan}` here: {keys}", "name the folder of one")
    if named:
        return next(iter(named.values()))
    names = [name for folder in folders for name in folder.plans]
    help_text = did_you_mean(
        answers.plan, names, f"the plans here are {', '.join(names)}" if names else "name its folder"
    )
    return Problem(UNKNOWN_PLAN, ("plan",), f"there is no plan `{answers.plan}` here that can be read", help_text)
