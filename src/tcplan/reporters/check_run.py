"""The result of a run of `tcplan validate`, which every reporter is given."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tcplan.files.settings import FailOn
from tcplan.findings.finding import AcceptedFinding, Finding, Severity

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class CheckRun:
    """The findings and what is accepted, in the order of files and lines.

    `files` are the names of all files that were checked, as seen from the current folder, `as_of` is the day for
    which they were checked. A finding at least as severe as `fail_on` makes the run fail. `rules` says in words which
    rules applied, if they are not the usual ones: `profile draft`.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[AcceptedFinding, ...]
    files: tuple[str, ...]
    as_of: date
    fail_on: FailOn = FailOn.ERROR
    rules: str = ""

    def fails_on(self, finding: Finding) -> bool:
        """Whether this finding is severe enough to make the run fail."""
        return _SEVERITIES.index(finding.code.severity) <= _SEVERITIES.index(Severity(self.fail_on))

    @property
    def fails(self) -> bool:
        """Whether any finding makes the run fail."""
        return any(self.fails_on(one) for one in self.findings)

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        counts: Counter[Severity] = Counter()
        for one in self.findings:
            counts[one.code.severity] += one.stands_for
        return counts

    @property
    def accepted_count(self) -> int:
        """How many findings are accepted."""
        return sum(one.finding.stands_for for one in self.accepted)
