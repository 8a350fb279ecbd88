"""One run of `tcplan import`: read, ask, show, write; nothing is written where anything is in the way."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tcplan import __version__
from tcplan.cli.support.interruption import say_what_was_written
from tcplan.cli.support.options import as_of_day
from tcplan.cli.support.reading_progress import progress_for
from tcplan.cli.support.run_checks import seen_from_here
from tcplan.errors import NothingReadError, RefusedError, UsageError
from tcplan.files.replacement import replace_file, write_new
from tcplan.files.sources import as_seen
from tcplan.findings.codes import UNKNOWN_ID_IN_PROSE, UNKNOWN_REFERENCE
from tcplan.findings.finding import Finding
from tcplan.importing.columns_option import parse_columns
from tcplan.importing.document import UnreadableError
from tcplan.importing.draft import DraftPlan, ImportQuestion
from tcplan.importing.found import Doubt
from tcplan.importing.import_plans import ImportedDocument, ImportOptions, import_document
from tcplan.importing.named_columns import check_named_columns
from tcplan.importing.page import (
    FORMAT,
    DecisionRow,
    DoubtRow,
    FragmentCounts,
    ImportPage,
    UnfinishedRow,
    doubt_rows,
    left_over_rows,
    offer_rows,
    plan_row,
)
from tcplan.importing.side_by_side import CheckedPlan, checked_plan
from tcplan.importing.writing.planned_import import PlannedImport, plan_import
from tcplan.importing.writing.target import UNNAMED, find_target
from tcplan.values.plain_text import file_name
from tcplan.values.printed_command import printed_command
from tcplan.workspace.glossary import Glossary

Ask = Callable[[ImportQuestion], str]
"""Puts a question to the person at the terminal, and returns the answer."""


@dataclass(frozen=True)
class ImportRequest:
    """What a run is asked for, by its options."""

    files: tuple[Path, ...]
    into: Path
    names: tuple[str, ...]
    reviewed: str
    columns: tuple[str, ...]
    dry_run: bool

    def read(self, ask: Ask | None) -> "ReadImport":
        """Read the documents, and ask what only a person can decide; nobody is asked without `ask`.

        Raises: NothingReadError where a file cannot be read or none holds a plan. UsageError for options, also for a
        column that is in no document.
        """
        target = find_target(self.into)
        columns = parse_columns((*target.workspace.source.settings.columns, *self.columns))
        glossary = target.institution.glossary if target.institution else Glossary()
        options = ImportOptions(columns, self.reviewed, glossary)
        documents = [_read(path, options) for path in self.files]
        check_named_columns(list(parse_columns(self.columns)), documents)
        if ask and (questions := _questions(documents)):
            answers = {key: ask(question) for key, question in questions.items()}
            options = replace(options, answers=answers)
            documents = [_read(path, options) for path in self.files]
        if not any(draft.entries for one in documents for draft in one.drafts):
            raise _nothing(documents)
        return ReadImport(self, documents, plan_import(documents, target, self.names), options)

    @property
    def command(self) -> str:
        """The command that runs this import again."""
        options: list[str | Path] = []
        if self.into != Path():
            options += ["--into", self.into]
        for name in self.names:
            options += ["--name", name]
        if self.reviewed:
            options += ["--reviewed", self.reviewed]
        for column in self.columns:
            options += ["--map", column]
        return printed_command("import", *self.files, options=options)


@dataclass(frozen=True)
class ReadImport:
    """The documents as they were read, and the files that would be written."""

    request: ImportRequest
    documents: list[ImportedDocument]
    planned: PlannedImport
    options: ImportOptions

    def page(self, as_of: date, wrote: Sequence[str] = ()) -> ImportPage:
        """All that is to be said about it."""
        root = self.planned.target.root
        left = [row for one in self.documents for row in left_over_rows(one)]
        total = sum(one.ledger.total for one in self.documents)
        found = [seen_from_here(one, root) for one in self.planned.unfinished(as_of)]
        return ImportPage(
            format=FORMAT,
            tcplan=__version__,
            written=bool(wrote),
            wrote=list(wrote),
            plans=[
                plan_row(plan.document, plan.draft, as_seen(root, plan.name), plan.status, plan.patch)
                for plan in self.planned.plans
            ],
            doubts=[*self._unnamed(), *(row for one in self.documents for row in doubt_rows(one, self._place_in_file))],
            offers=[row for one in self.documents for row in offer_rows(one)],
            left_over=left,
            fragments=FragmentCounts(total, total - len(left), len(left)),
            unfinished=[
                UnfinishedRow(
                    one.code.code, one.code.severity, one.place.file, one.place.line, one.message, _help_of(one)
                )
                for one in found
            ],
            questions=[
                DecisionRow(question.text, self.options.answers.get(key, question.default))
                for key, question in _questions(self.documents).items()
            ],
            command=self.request.command,
        )

    def checked_plans(self) -> list[CheckedPlan]:
        """The plans beside their documents, for the report."""
        root = self.planned.target.root
        return [
            checked_plan(plan.document, plan.draft, as_seen(root, plan.name), plan.line_of)
            for plan in self.planned.plans
        ]

    def _unnamed(self) -> Iterator[DoubtRow]:
        """That no document says whose plan it is, so that the institution has a name of ours."""
        if name := self.planned.unnamed:
            file = as_seen(self.planned.target.root, name)
            line = self.planned.texts[name].splitlines().index(f"name: {UNNAMED}") + 1
            message = f"no document names the institution; it is called `{UNNAMED}` until somebody writes its name"
            yield DoubtRow("institution", message, "", "", "", file, line)

    def _place_in_file(self, draft: DraftPlan, doubt: Doubt) -> tuple[str, int | None]:
        plan = next(one for one in self.planned.plans if one.draft is draft)
        return as_seen(self.planned.target.root, plan.name), plan.line_of(doubt)

    def write(self) -> list[str]:
        """Write the files, all or none; returns their names as seen from the current folder.

        Raises: RefusedError where a plan is there already or a file cannot be written.
        """
        planned, root = self.planned, self.planned.target.root
        there = [plan for plan in planned.plans if plan.status != "new"]
        if there:
            raise self._refusal(there[0].name, is_same=all(plan.status == "same" for plan in there))
        texts = planned.texts | ({planned.glossary[0]: planned.glossary[2]} if planned.glossary else {})
        with say_what_was_written({Path(as_seen(root, name)): text.encode() for name, text in texts.items()}):
            write_new(root, planned.texts)
            if planned.glossary:
                name, before, after = planned.glossary
                replace_file(Path(as_seen(root, name)), before.encode(), after.encode())
        names = [name for name in texts if not name.startswith(".")]
        return [file_name(as_seen(root, name)) for name in names]

    def _refusal(self, name: str, *, is_same: bool) -> RefusedError:
        file = as_seen(self.planned.target.root, name)
        again = replace(self.request, names=tuple(f"{Path(plan.name).stem}-new" for plan in self.planned.plans))
        if is_same:
            return RefusedError(
                f"{file} is there and says the same; nothing was written",
                f"nothing has to be done; to write it again beside the other: {again.command}",
            )
        return RefusedError(
            f"{file} is there already; nothing was written",
            f"take over what changed by hand, or write a second file: {again.command}",
        )


def _read(path: Path, options: ImportOptions) -> ImportedDocument:
    try:
        return import_document(path, options, progress_for(path))
    except UnreadableError as error:
        raise NothingReadError(f"{file_name(path.as_posix())}: {error.message}", error.help) from None


def _questions(documents: Sequence[ImportedDocument]) -> dict[str, ImportQuestion]:
    return {one.key: one for document in documents for draft in document.drafts for one in draft.questions}


def _nothing(documents: Sequence[ImportedDocument]) -> NothingReadError:
    names = ", ".join(file_name(one.document.name) for one in documents)
    return NothingReadError(
        f"no plan was found in {names}: no table or list of actions that could be recognised",
        'name the column of the actions: --map "its header=action"',
    )


def _help_of(found: Finding) -> str:
    """What to do about a finding: what an entry names and the plan lacks may have been lost in reading."""
    if found.code in (UNKNOWN_REFERENCE, UNKNOWN_ID_IN_PROSE):
        return f"if the document has that entry, it was not read as one; else {found.help}"
    return found.help


def check_report_path(report: Path | None, documents: Sequence[Path]) -> None:
    """Raise UsageError where the report would be no page, or would replace a document."""
    if report and any(os.path.realpath(report) == os.path.realpath(one) for one in documents):
        raise UsageError(f"--report: {file_name(str(report))} is the document itself", "name another file")
    if report and os.path.splitext(report)[1].lower() not in {".html", ".htm"}:  # noqa: PTH122 (no name of ours)
        raise UsageError(f"--report: {file_name(str(report))} is no HTML file", "name a file such as check.html")


def today() -> date:
    """The day on which what is left to finish is looked for."""
    return as_of_day(None)
