"""`tcplan answer`: a question of a form, what it could cite, and its answer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import AsOf, DryRun, Format, PageFormat, PlanPath
from tcplan.errors import UsageError

if TYPE_CHECKING:
    pass


def answer(
    form: Annotated[
        str, typer.Argument(metavar="FORM", help="The form of the submission: stage1, stage2, stage3 or another.")
    ],
    question: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="Its id or number, such as q2 or 2.", show_default=False),
    ] = None,
    path: PlanPath = Path(),
    *,
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="FILE", help="Write the answer from a file; - is standard input."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="List all facts that the answer could cite.")] = False,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Answer a question of a form: see what it asks, how long the answer is, and what to cite.

    Without a question, all questions are listed, with the words of each answer and its limit. With --text the answer
    is written into the submission, in the place of the one that is there. An answer is Markdown, and may hold live
    figures such as {{ actions.complete }}: a document prints the number of its day.

    \b
    Examples:
      tcplan answer stage3
      tcplan answer stage3 q2
      tcplan answer stage3 2 plans/northmoor --all
      tcplan answer stage3 q2 --text governance.md --dry-run
      tcplan answer stage3 "Question 2" --text - < governance.md
    """
    from tcplan.cli.support.answering import AnswerRequest, show_answer, split_places, write_answer

    request = AnswerRequest(form, *split_places(form, question, path), as_of)
    if text is None:
        if dry_run:
            raise UsageError("--dry-run goes with --text", "without --text nothing is written anyway")
        show_answer(request, format_, everything=all_)
        return
    if request.question is None:
        raise UsageError("--text needs a question", f"name it: tcplan answer {form} q1 --text {text}")
    write_answer(request, text, dry_run=dry_run, format_=format_)
