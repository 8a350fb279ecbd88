"""Recording an approval: who gave it, when, in which meeting, and the fingerprint of what was approved."""

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Final

from tcplan.comparison.approvals.content import plan_content, submission_content
from tcplan.comparison.approvals.fingerprint import fingerprint_of
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.key_order import house_order
from tcplan.errors import RefusedError, UsageError
from tcplan.files.sources import as_seen
from tcplan.findings.change import Append, Change, Insert, Set
from tcplan.findings.span import Path, Value
from tcplan.model.parts import SignOff
from tcplan.values.dates import parse_day
from tcplan.values.printed_command import command_at
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, find_plan
from tcplan.workspace.selection import select_form, select_plan, select_submission

PLAN: Final = "plan"
"""The word for the plan itself, as in `tcplan render plan`."""

_KEY: Final = "sign_off"


@dataclass(frozen=True)
class GivenApproval:
    """An approval in the words of the file: `day` as dates are written in a plan; `consent` to print the name."""

    role: str
    day: str
    name: str | None = None
    consent: bool = False
    meeting: str | None = None


@dataclass(frozen=True)
class SignTarget:
    """What is approved: a plan or a submission of an institution."""

    folder: InstitutionFolder
    member: PlanFile | SubmissionFile

    @property
    def words(self) -> str:
        """The file as a sentence names it: `the stage-3 submission`, or `plan phase-2`."""
        member = self.member
        return f"plan {member.name}" if isinstance(member, PlanFile) else f"the {member.submission.form} submission"


def find_sign_target(scope: SearchScope, what: str) -> SignTarget:
    """The plan or the submission that a word means; raises UsageError and NothingReadError as for `tcplan render`."""
    if what == PLAN:
        return SignTarget(*select_plan(scope.workspace, scope.root, scope.path, scope.as_of))
    name, _ = select_form(scope.workspace, what, what="form")
    return SignTarget(*select_submission(scope.workspace, scope.root, scope.path, name))


def signing_changes(scope: SearchScope, target: SignTarget, given: GivenApproval) -> list[Change]:
    """The change that records an approval; one of the same role and day is completed, not written twice.

    Raises: UsageError for a day that is too late, or a name without consent. RefusedError where a part of what is
        approved cannot be read.
    """
    _check_given(scope, given)
    _check_read(scope, target)
    entry = _entry(given, _fingerprint(scope, target))
    stands = _approvals(target.member.file.document.data)
    place = _place_of(stands, given)
    if place is None:
        order = house_order(type(target.member.file.shaped.model)) if target.member.file.shaped.model else ()
        return [Append((_KEY,), entry)] if stands else [Insert((_KEY,), [entry], order)]
    return _completed(*place, entry)


def signing_words(scope: SearchScope, target: SignTarget, given: GivenApproval) -> tuple[str, ...]:
    """What the approval comes to, in sentences."""
    where = f" at {given.meeting}" if given.meeting else ""
    said = f"{given.role} approved {target.words} on {given.day}{where}"
    today = scope.as_of.isoformat()
    late = () if given.day == today else (f"the fingerprint is that of what stands in the files today, {today}",)
    return (said, *late)


def _entry(given: GivenApproval, fingerprint: str) -> dict[str, Any]:
    entry = {
        "role": given.role,
        "name": given.name,
        "consent": "yes" if given.consent else None,
        "date": given.day,
        "meeting": given.meeting,
        "fingerprint": fingerprint,
    }
    return {key: value for key, value in entry.items() if value}


def _fingerprint(scope: SearchScope, target: SignTarget) -> str:
    member = target.member
    if isinstance(member, PlanFile):
        return fingerprint_of(plan_content(member, target.folder.glossary, scope.as_of))
    return fingerprint_of(submission_content(scope.workspace, target.folder, member, scope.as_of))


def _approvals(data: Value) -> list[tuple[Path, dict[str, Any]]]:
    """The approvals that are written, each with its place; a bare role stands for a mapping."""
    written = data.get(_KEY) if isinstance(data, dict) else None
    if written in (None, [], {}):
        return []
    items = enumerate(written) if isinstance(written, list) else ((None, written),)
    return [
        ((_KEY,) if index is None else (_KEY, index), item if isinstance(item, dict) else {"role": item})
        for index, item in items
    ]


def _place_of(stands: list[tuple[Path, dict[str, Any]]], given: GivenApproval) -> tuple[Path, dict[str, Any]] | None:
    """The approval by the same role on the same day, as it is written."""
    return next(
        ((path, one) for path, one in stands if one.get("role") == given.role and one.get("date") == given.day), None
    )


def _completed(path: Path, written: dict[str, Any], entry: dict[str, Any]) -> list[Change]:
    """What an approval that is written lacks, or says otherwise."""
    return [
        Set((*path, key), value) if key in written else Insert((*path, key), value, house_order(SignOff))
        for key, value in entry.items()
        if written.get(key) != value
    ]


def _check_given(scope: SearchScope, given: GivenApproval) -> None:
    if parse_day(given.day).first > scope.as_of:
        raise UsageError(f"--date: {given.day} has not come yet", "an approval is recorded once it was given")
    if not given.role.strip():
        raise UsageError("--role: no role is given", 'say who approved it: --role "Vice-Chancellor"')
    if given.consent and not given.name:
        raise UsageError("--consent says that a person agreed to be named, and no --name is given", "add --name")


def _check_read(scope: SearchScope, target: SignTarget) -> None:
    """Refuse where a value of what is approved could not be read: nobody knows what was approved then."""
    for member in (target.member, *_plans_in(scope, target)):
        if member.file.shaped.tainted:
            file = FilePath(as_seen(scope.root, member.file.name))
            raise RefusedError(
                f"{file} has values that cannot be read, so it is not clear what is approved; nothing was changed",
                f"`{command_at('validate', file)}` shows them",
            )


def _plans_in(scope: SearchScope, target: SignTarget) -> list[PlanFile]:
    """The plans that a submission submits or reviews."""
    if isinstance(target.member, PlanFile):
        return []
    submission = target.member.submission
    names = [submission.submits, *(one.plan for one in submission.reviews)]
    found = (find_plan(scope.workspace, target.folder, name).plan for name in names if name)
    return [plan for plan in found if plan]
