"""The checklist of a submission: what blocks it, what is doubtful, what is done, and how long there is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.check.gaps import OF_SIGN_OFF, Gap, gap_kind
from tcplan.files.sources import as_seen
from tcplan.findings.finding import AcceptedFinding
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.printed_command import command_at, printed_command
from tcplan.views.ready.checks import done_rows
from tcplan.views.ready.next_commands import GapPlace, command_for
from tcplan.views.ready.page_limits import page_limits
from tcplan.views.ready.rows import AcceptedGapRow, GapRow, ReadyDueRow, ReadyPage
from tcplan.views.ready.subject import ReadySubject
from tcplan.workspace.submission_dates import submission_date

FORMAT: Final = 1


def ready_page(subject: ReadySubject, root: Path, options: Iterable[str] = ()) -> ReadyPage:
    """The checklist; `options` are those with which a printed command shows the same day."""
    submission, gaps = subject.file.submission, subject.gaps
    file = as_seen(root, subject.file.file.name)
    due, note = _due(subject)
    document = ("--final", "-o", f"{subject.file.file.stem}.html")
    final = printed_command("render", _word(subject), Path(file), options=(*options, *document))
    return ReadyPage(
        format=FORMAT,
        tcplan=__version__,
        as_of=subject.as_of,
        institution=subject.folder.title,
        form=submission.form,
        title=submission.title or subject.form.title,
        file=file,
        submits=submission.submits,
        sent=submission.sent.text if submission.sent and gaps.is_sent else None,
        ready=not gaps.blockers,
        due=due,
        due_note=note,
        page_limits=tuple(page_limits(subject.form)),
        questions=tuple(subject.questions()),
        reviews=tuple(subject.reviews()),
        sign_off=subject.approval,
        number=gaps.number,
        blockers=tuple(_gap_row(subject, gap, root) for gap in gaps.blockers),
        warnings=tuple(_gap_row(subject, gap, root) for gap in gaps.warnings),
        done=tuple(done_rows(subject)),
        accepted=tuple(_accepted_row(one, root) for one in gaps.accepted),
        others=gaps.others,
        render=final,
        record_sent=None if gaps.blockers or gaps.is_sent else _record_sent(subject, Path(file)),
        validate=command_at("validate", Path(file).parent, "--profile", "submission", *options),
    )


def ready_json(page: ReadyPage) -> str:
    """The page for scripts; `ready_schema` describes it."""
    return json_text(TypeAdapter(ReadyPage).dump_python(page, mode="json"), ascii_only=True)


def ready_schema() -> dict[str, Any]:
    """The JSON Schema of `ready_json`."""
    schema = TypeAdapter(ReadyPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan ready"}


def _due(subject: ReadySubject) -> tuple[ReadyDueRow | None, str]:
    """When it is due, or why nobody knows."""
    submission = subject.file.submission
    found = submission_date(subject.workspace, subject.folder, submission, subject.as_of)
    if found.day is None:
        return None, f"no date is known: once it is agreed, write `due` in {subject.file.file.name}"
    why = found.agreed.why if found.agreed else found.basis or None
    left = (found.day.last - subject.as_of).days
    return ReadyDueRow(found.day.text, found.day.last, left, agreed=found.agreed is not None, why=why), ""


def _word(subject: ReadySubject) -> str:
    """The form as a command line has it."""
    return subject.file.submission.form.replace("-", "")


def _gap_row(subject: ReadySubject, gap: Gap, root: Path) -> GapRow:
    finding, file = gap.finding, as_seen(root, gap.finding.file)
    return GapRow(
        code=finding.code.code,
        name=finding.code.name,
        kind=gap.kind.title,
        number=gap.number,
        message=finding.message,
        file=file,
        line=finding.place.line,
        where=finding.where,
        entries=gap.entries,
        next=_next(subject, gap),
        command=command_for(GapPlace(gap, _word(subject), Path(as_seen(root, subject.file.file.name)), Path(file))),
    )


def _record_sent(subject: ReadySubject, file: Path) -> str:
    """What to run on the day that it is sent."""
    place = f"{subject.file.name}/sent"
    return printed_command("set", place, subject.as_of.isoformat(), options=("--in", file.parent))


def _next(subject: ReadySubject, gap: Gap) -> str:
    """What to write; an approval is of what stands there once nothing else blocks."""
    is_last = gap.blocks and gap.finding.code in OF_SIGN_OFF
    is_early = is_last and any(one.finding.code not in OF_SIGN_OFF for one in subject.gaps.blockers)
    return f"once the others are closed: {gap.finding.help}" if is_early else gap.finding.help


def _accepted_row(one: AcceptedFinding, root: Path) -> AcceptedGapRow:
    finding = one.finding
    kind = gap_kind(finding.code)
    return AcceptedGapRow(
        name=finding.code.name,
        kind=kind.title if kind else finding.code.name,
        message=finding.message,
        file=as_seen(root, finding.file),
        line=finding.place.line,
        why=one.why,
    )
