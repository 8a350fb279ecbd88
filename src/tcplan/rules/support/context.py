"""What a rule may know beside its file: the day, the institution, the workspace, and the plan's assessment."""

from dataclasses import dataclass, field
from datetime import date

from tcplan.progress import Assessment, assess
from tcplan.rules.support.prose import Passage, published_passages
from tcplan.workspace import File, InstitutionFolder, PlanFile, Workspace


@dataclass(frozen=True)
class Context:
    """The same for all rules of one file; `as_of` is the day that the files are looked at.

    `rewound` says that the day was chosen: what is dated later then lies ahead of it, and is no slip.
    """

    workspace: Workspace
    home: InstitutionFolder
    as_of: date
    rewound: bool = False
    _published: dict[str, tuple[Passage, ...]] = field(default_factory=dict)

    def assessment(self, plan: PlanFile) -> Assessment:
        """The states of a plan's entries, its headlines and signals on the day."""
        return assess(self.workspace, self.workspace.home_of(plan.file) or self.home, plan, self.as_of)

    def published(self, file: File) -> tuple[Passage, ...]:
        """Every text of a file that may be printed; gathered once for all rules."""
        if file.name not in self._published:
            self._published[file.name] = tuple(published_passages(file.shaped.model))
        return self._published[file.name]
