"""Case studies: what they show exists (TC1xx)."""

from collections.abc import Iterator

from tcplan.finding import Problem
from tcplan.rules.mentions import Mention
from tcplan.rules.references import UNKNOWN_REFERENCE, missing
from tcplan.rules.references import unknown_themes as themes_not_known
from tcplan.workspace import CaseStudyFile, Home, Workspace, resolve


def unknown_entries(file: CaseStudyFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """A case study for an entry that its plan does not have."""
    mentions = (Mention(("shows", index), ref) for index, ref in enumerate(file.case_study.shows))
    yield from missing(UNKNOWN_REFERENCE, mentions, lambda ref: resolve(workspace, home, None, ref))


def unknown_themes(file: CaseStudyFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """A theme that the Technician Commitment does not have."""
    del home
    yield from themes_not_known(
        (Mention(("themes", i), ref) for i, ref in enumerate(file.case_study.themes)), workspace
    )
