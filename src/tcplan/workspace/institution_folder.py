"""The folder of an institution: its plans, submissions and case studies, each with what is known of it alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, cast

from tcplan.findings.span import Path
from tcplan.model import CaseStudy, Institution, Plan, Submission
from tcplan.values.dates import Period
from tcplan.values.rag import Colour, KeyEntry, make_key
from tcplan.workspace.glossary import Glossary, fold_name
from tcplan.workspace.loading import File
from tcplan.workspace.tree import Level, PlanTree

INSTITUTION_STEM: Final = "institution"
"""The name, without its ending, of the file that makes a folder that of an institution."""


@dataclass(frozen=True)
class InstitutionMember:
    """A file of an institution; `name` is what references call it: `phase-1`, `case-studies/open-day`."""

    file: File
    name: str
    folder: str


@dataclass(frozen=True)
class PlanFile(InstitutionMember):
    """A plan with its tree."""

    @property
    def plan(self) -> Plan:
        """The plan as a model."""
        return cast("Plan", self.file.shaped.model)

    @cached_property
    def tree(self) -> PlanTree:
        """The plan's entries."""
        return PlanTree(self.plan)

    @cached_property
    def entry_titles(self) -> frozenset[str]:
        """The titles of all entries in the form in which they are compared."""
        return frozenset(fold_name(node.entry.title) for node in self.tree.nodes)

    @cached_property
    def period(self) -> Period:
        """The days that the plan runs over; an end that is not given is None."""
        stated = self.plan.period
        start = stated.start.first if stated and stated.start else None
        end = stated.end.last if stated and stated.end else None
        return Period(start, end)

    @cached_property
    def running_until(self) -> date | None:
        """The last day that the plan runs: the end of its period, or the day it was closed if that is earlier."""
        end = self.period.end
        is_closed = self.plan.closed and not self.file.shaped.is_tainted(("closed", "date"))
        closed = self.plan.closed.date.last if self.plan.closed and is_closed else None
        return min(end, closed) if end and closed else end or closed

    @cached_property
    def unsure_of_start(self) -> bool:
        """Whether the first day of the plan is written, but is not known."""
        return self._is_unsure("start", "end")

    @cached_property
    def unsure_of_end(self) -> bool:
        """Whether the last day of the plan is written, but is not known."""
        return self._is_unsure("end", "start")

    def _is_unsure(self, key: str, other: str) -> bool:
        """Whether a key of the period could not be read, nor what may be the same key under a wrong name."""
        start, end = self.period.start, self.period.end
        if start and end and end < start:
            return True
        if self.plan.period and getattr(self.plan.period, key) and ("period", key) not in self.file.shaped.tainted:
            return False
        return any(path[:1] == ("period",) and path[1:2] != (other,) for path in self.file.shaped.tainted)

    @cached_property
    def rag_key(self) -> dict[Colour, KeyEntry]:
        """The whole RAG key by colour: the default one, with the plan's own entries over it."""
        return make_key({colour: (entry.means, entry.label) for colour, entry in self.plan.rag.items()})

    @cached_property
    def has_unread_entries(self) -> bool:
        """Whether a pillar, objective or action, or a table of them, could not be read: its id is not known then."""
        return any(self.has_unread(level.table) for level in Level)

    def has_unread(self, table: str) -> bool:
        """Whether a table of the plan, an entry of it, or the id of one, could not be read."""
        return any(path[0] == table and path[2:] in ((), ("id",)) for path in self.file.shaped.tainted if path)

    def has_written_id(self, path: Path) -> bool:
        """Whether the entry at a place of the model has an id in the file; else one is made up to read on.

        What has no id is never changed by the id that it seems to have.
        """
        return self.file.shaped.tainted.isdisjoint({path, (*path, "id")})


@dataclass(frozen=True)
class SubmissionFile(InstitutionMember):
    """A submission."""

    @property
    def submission(self) -> Submission:
        """The submission as a model."""
        return cast("Submission", self.file.shaped.model)


@dataclass(frozen=True)
class CaseStudyFile(InstitutionMember):
    """A case study."""

    @property
    def case_study(self) -> CaseStudy:
        """The case study as a model."""
        return cast("CaseStudy", self.file.shaped.model)


@dataclass
class InstitutionFolder:
    """An institution's folder: `key` is its name, which references from others begin with, `path` its place.

    `unreadable` are files of which no model can be made, and `shadowed` those that are not used because another file
    has their name; both by the name that references would call them.
    """

    key: str
    path: str
    file: File | None = None
    plans: dict[str, PlanFile] = field(default_factory=dict)
    submissions: dict[str, SubmissionFile] = field(default_factory=dict)
    case_studies: dict[str, CaseStudyFile] = field(default_factory=dict)
    unreadable: dict[str, File] = field(default_factory=dict)
    shadowed: dict[str, list[File]] = field(default_factory=dict)

    @property
    def institution(self) -> Institution | None:
        """The institution, where its file is there and sound."""
        return cast("Institution | None", self.file.shaped.model) if self.file else None

    def members(self) -> Iterator["PlanFile | SubmissionFile | CaseStudyFile"]:
        """All plans, submissions and case studies."""
        yield from self.plans.values()
        yield from self.submissions.values()
        yield from self.case_studies.values()

    @property
    def has_members(self) -> bool:
        """Whether any file of the institution could be read."""
        return bool(self.file or self.plans or self.submissions or self.case_studies)

    @property
    def title(self) -> str:
        """The institution's name as it is printed."""
        return self.institution.name if self.institution else self.key

    @cached_property
    def glossary(self) -> Glossary:
        """The institution's names of owners."""
        return Glossary(self.institution.owners, self.institution.contact) if self.institution else Glossary()
