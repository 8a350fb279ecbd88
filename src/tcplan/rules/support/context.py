"""What a rule may know besides its file: the day, the institution, the workspace, and the plan's assessment."""

from datetime import date

from tcplan.progress import Assessment, assess
from tcplan.rules.support.prose import Passage, published_passages
from tcplan.workspace import File, InstitutionFolder, PlanFile, Workspace


class Context:
    """The same for all rules of one file; `as_of` is the day of the check.

    `rewound` says that the day was chosen: what is dated later is then in the future, and not a mistake.
    """

    def __init__(self, workspace: Workspace, folder: InstitutionFolder, as_of: date, *, rewound: bool = False) -> None:
        self.workspace = workspace
        self.folder = folder
        self.as_of = as_of
        self.rewound = rewound
        self._published: dict[str, tuple[Passage, ...]] = {}

    def assessment(self, plan: PlanFile) -> Assessment:
        """The states of a plan's entries, its headlines and signals on the day."""
        return assess(self.workspace, self.workspace.folder_of(plan.file) or self.folder, plan, self.as_of)

    def published(self, file: File) -> tuple[Passage, ...]:
        """Every text of a file that may be printed; collected once for all rules."""
        if file.name not in self._published:
            self._published[file.name] = tuple(published_passages(file.shaped.model))
        return self._published[file.name]
