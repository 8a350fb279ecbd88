"""What a submission lacks: the one list that `validate`, `ready` and documents share.

A gap is a finding of a rule whose code says so, or an error, in one of the files that a submission consists of, under
the profile `submission` and on the day of the document. What the keepers of a file accept is no gap.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tcplan.check.checking import check
from tcplan.check.rule_selection import select_codes
from tcplan.check.submission_files import files_of
from tcplan.files.settings import Profile
from tcplan.findings.codes import CHANGED_SINCE_APPROVAL, CODES, NO_SIGN_OFF, NO_SUBMISSION_DATE, NO_TECHNICIAN_VOICE
from tcplan.findings.finding import AcceptedFinding, Code, Finding, GapKind, Severity
from tcplan.workspace import InstitutionFolder, SubmissionFile, Workspace
from tcplan.workspace.charters import is_commitment_form

OF_COMMITMENT: Final = (NO_TECHNICIAN_VOICE, NO_SUBMISSION_DATE)
"""What only the Technician Commitment asks for: in the same plan or institution no other charter lacks it."""

OF_SIGN_OFF: Final = (NO_SIGN_OFF, CHANGED_SINCE_APPROVAL)
"""What comes last: to close another gap afterwards would change what was approved."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A finding that is a gap; there is no final document while one that `blocks` is left."""

    finding: Finding
    kind: GapKind
    blocks: bool

    @property
    def entries(self) -> tuple[str, ...]:
        """What lacks something, in plan terms; none if it is the file as a whole."""
        return self.finding.about

    @property
    def number(self) -> int:
        """The number of entries that lack it, at least one."""
        return max(len(self.entries), 1)

    @property
    def is_of_all(self) -> bool:
        """Whether no entry that should have it has it."""
        return bool(self.kind.of_all) and 1 < len(self.entries) == self.finding.of


@dataclass(frozen=True, slots=True)
class SubmissionGaps:
    """The gaps of a submission in the order of the table of codes: those that block first, of them the sign-off last.

    `files` are those that it consists of, by their names in the workspace. `is_sent`: what has been sent lacks nothing
    any more. `accepted` are the gaps that the keepers accept. `others` counts the findings that are not gaps.
    """

    files: tuple[str, ...]
    is_sent: bool
    gaps: tuple[Gap, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
    others: int = 0

    @property
    def number(self) -> int:
        """The number of gaps: an entry that lacks two things counts twice."""
        return sum(gap.number for gap in self.gaps)

    @property
    def blockers(self) -> tuple[Gap, ...]:
        """The gaps without which there is a final document."""
        return tuple(one for one in self.gaps if one.blocks)

    @property
    def warnings(self) -> tuple[Gap, ...]:
        """The other gaps."""
        return tuple(one for one in self.gaps if not one.blocks)

    @property
    def by_kind(self) -> dict[Code, tuple[Gap, ...]]:
        """The gaps of each code."""
        kinds = dict.fromkeys(gap.finding.code for gap in self.gaps)
        return {code: tuple(gap for gap in self.gaps if gap.finding.code == code) for code in kinds}


def gaps_of(
    workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, *, as_of: date, rewound: bool = False
) -> SubmissionGaps:
    """The gaps of a submission on a day; `rewound` says that the day was chosen.

    Raises UsageError for settings that name a rule that does not exist.
    """
    own, only_reviewed = files_of(workspace, folder, file)
    files, sent = (*own, *only_reviewed), file.submission.sent
    if sent and sent.first <= as_of:
        return SubmissionGaps(files, is_sent=True)
    is_other = not is_commitment_form(workspace.framework(file.submission.form))
    settings = replace(workspace.source.settings, profile=Profile.SUBMISSION, select=())
    checked = check(workspace, files.__contains__, as_of=as_of, rewound=rewound, codes=select_codes(settings))
    gaps = [
        # What a plan lacks that is only reviewed nobody will add any more, but an error makes its review wrong.
        Gap(one, kind, blocks=one.is_error or (kind.blocks and one.file in own))
        for one in checked.findings
        if (kind := gap_kind(one.code)) and not (is_other and one.code in OF_COMMITMENT)
    ]
    order = {code: place for place, code in enumerate(CODES)}
    gaps.sort(key=lambda gap: (not gap.blocks, gap.finding.code in OF_SIGN_OFF, order[gap.finding.code]))
    accepted = tuple(one for one in checked.accepted if gap_kind(one.finding.code))
    return SubmissionGaps(
        files, is_sent=False, gaps=tuple(gaps), accepted=accepted, others=len(checked.findings) - len(gaps)
    )


def gap_kind(code: Code) -> GapKind | None:
    """What is lacking where a finding has this code: every error is a gap, because a document would not be right."""
    return GapKind(f"Error in a file: {code.name.replace('-', ' ')}") if code.severity is Severity.ERROR else code.gap
