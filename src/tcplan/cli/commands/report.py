"""`tcplan report`: the reports that are owed, one question at a time or as a file to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, PlanPath, as_of_day, note_if_ahead, written_day
from tcplan.errors import ExitCode, UsageError


def report(
    path: PlanPath = Path(),
    *,
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead",
            metavar="WHO",
            help="Only what WHO leads, or owns where there is no lead; none for what has no lead.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who reports; default: the name given with --lead.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day of the reports; default: today.")
    ] = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Ask about every open action, unless it was reported on the same day.",
        ),
    ] = False,
    questions: Annotated[
        Path | None,
        typer.Option(
            "--questions",
            metavar="FILE",
            help="Ask nothing; write the questions to a file to fill in.",
            show_default=False,
        ),
    ] = None,
    each: Annotated[
        bool,
        typer.Option(
            "--each",
            help="With --questions DIR: a file for each lead or owner, with the text of an e-mail to send it with.",
        ),
    ] = False,
    reply_by: Annotated[
        str | None,
        typer.Option("--reply-by", metavar="DATE", help="With --questions: the day by which answers are asked for."),
    ] = None,
    sender: Annotated[
        str | None,
        typer.Option("--from", metavar="WHO", help="With --questions: who asks, such as a name with an office."),
    ] = None,
    answers: Annotated[
        list[Path] | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Read a file that was filled in, or all in a folder; may be repeated; - is standard input.",
        ),
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Ask for the reports that are owed, one by one.

    A report is owed on an action that has started, is neither complete nor closed, and has had no report for a whole
    review period: the plan's `review_every`, or twelve months. The first period begins when the action does.
    Each report is saved as soon as you have given it. You can stop at any time and run the same command again to
    continue.

    Without a terminal, --questions writes the same questions to a file for any text editor, and --answers reads it.
    Either all of its reports are written or none. With --each, everybody who owes a report gets a file of their own.
    Of a folder of answers, you see who has answered and which reports are still owed.

    \b
    Examples:
      tcplan report
      tcplan report --lead HROD
      tcplan report plans/northmoor --lead HROD --by "HR Partner"
      tcplan report --lead HROD --questions june.yaml
      tcplan report --lead none --questions unled.yaml
      tcplan report --answers june.yaml --dry-run
      tcplan report --questions june --each --reply-by 2026-06-12 --from "A. Lead, Technical Services"
      tcplan report --answers june
    """
    _check_each(lead=lead, by=by, questions=questions, answers=answers, each=each)
    _check_letter(reply_by=reply_by, sender=sender, questions=questions)
    if answers:
        from tcplan.cli.support.answer_files import read_all_answers

        _check_alone(lead=lead, all_=all_, questions=questions)
        read_all_answers(answers, path, written_day(date, "--date"), by, dry_run=dry_run)
        return ExitCode.CLEAN
    from tcplan.cli.support.report_options import ReportOptions

    options = ReportOptions(
        path,
        as_of_day(date, "--date"),
        written_day(date, "--date"),
        lead,
        by,
        everything=all_,
        dry_run=dry_run,
        reply_by=_reply_words(reply_by) if reply_by else "",
        sender=(sender or "").strip(),
    )
    note_if_ahead(options.as_of)
    if questions and each:
        from tcplan.cli.support.questions_each import write_questions_for_each

        write_questions_for_each(questions, options)
        return ExitCode.CLEAN
    if questions:
        from tcplan.cli.support.report_files import write_questions

        write_questions(questions, options)
        return ExitCode.CLEAN
    from tcplan.cli.support.interactive_report import report_interactively

    return report_interactively(options)


def _check_each(
    *, lead: str | None, by: str | None, questions: Path | None, answers: list[Path] | None, each: bool
) -> None:
    if each and (answers or not questions):
        raise UsageError("--each goes with --questions", "name a folder: `tcplan report --questions june --each`")
    for option, value in (("--lead", lead), ("--by", by)):
        if each and value:
            raise UsageError(f"{option} does not go with --each", "leave it out: everybody who is asked gets a file")


def _reply_words(reply_by: str) -> str:
    """The day by which answers are asked for, as a letter says it."""
    from tcplan.views.covering_text import with_weekday

    return with_weekday(as_of_day(reply_by, "--reply-by"))


def _check_letter(*, reply_by: str | None, sender: str | None, questions: Path | None) -> None:
    for option, value in (("--reply-by", reply_by), ("--from", sender)):
        if value and not questions:
            raise UsageError(f"{option} goes with --questions", "leave it out, or write questions to send to others")


def _check_alone(*, lead: str | None, all_: bool, questions: Path | None) -> None:
    for option, value in (("--lead", lead), ("--all", all_), ("--questions", questions)):
        if value:
            raise UsageError(
                f"{option} does not go with --answers", "leave it out: the file says which actions are reported"
            )
