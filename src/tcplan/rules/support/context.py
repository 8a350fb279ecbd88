"""What a rule may know besides its file: the day, the institution, the workspace, and the plan's assessment."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar, cast

from tcplan.progress import Assessment, assess
from tcplan.rules.support.prose import PublishedTexts
from tcplan.workspace import File, InstitutionFolder, PlanFile, Workspace

_Made = TypeVar("_Made")


class Context:
    """The same for all rules of one file; `as_of` is the day of the check.

    `rewound` says that the day was chosen: what is dated later is then in the future, and not a mistake.
    """

    def __init__(self, workspace: Workspace, folder: InstitutionFolder, as_of: date, *, rewound: bool = False) -> None:
        self.workspace = workspace
        self.folder = folder
        self.as_of = as_of
        self.rewound = rewound
        self._made: dict[Hashable, object] = {}

    def assessment(self, plan: PlanFile) -> Assessment:
        """The states of a plan's entries, its headlines and signals on the day."""
        return assess(self.workspace, self.workspace.folder_of(plan.file) or self.folder, plan, self.as_of)

    def compute_once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` returns, computed for the first of the rules of this file that asks for this key."""
        if key not in self._made:
            self._made[key] = make()
        return cast("_Made", self._made[key])

    def published(self, file: File) -> PublishedTexts:
        """The texts of a file that may be printed, collected once for all rules."""
        return self.compute_once(("texts", file.name), lambda: PublishedTexts(file.shaped.model))
