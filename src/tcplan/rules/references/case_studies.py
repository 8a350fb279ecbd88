"""Case studies: what they show exists (TC1xx)."""

from collections.abc import Iterator
from functools import partial

from tcplan.findings.codes import UNKNOWN_PLAN, UNKNOWN_REFERENCE
from tcplan.findings.finding import Problem
from tcplan.rules.references.frameworks import unknown_themes as themes_not_known
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention
from tcplan.rules.support.suggestions import absent, missing, misspelt_plans
from tcplan.workspace import CaseStudyFile, resolve


def unknown_entries(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A case study for an entry that its plan does not have, or for one without the name of its plan."""
    find = partial(resolve, context.workspace, context.home, None)
    yield from missing(UNKNOWN_REFERENCE, _shown(file), find)
    yield from misspelt_plans(UNKNOWN_PLAN, _shown(file), find)
    for mention in _shown(file):
        if "/" not in mention.ref:
            message = f"the case study shows `{mention.ref}`, without the plan that it is an entry of"
            yield Problem(
                UNKNOWN_REFERENCE, mention.path, message, f"write the plan before it, such as phase-1/{mention.ref}"
            )


def plans_not_in_workspace(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A case study for an entry of a plan that is not kept here."""
    mentions = [mention for mention in _shown(file) if "/" in mention.ref]
    yield from absent(mentions, lambda mention: resolve(context.workspace, context.home, None, mention.ref))


def unknown_themes(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A theme that the Technician Commitment does not have."""
    yield from themes_not_known(
        (Mention(("themes", i), ref, "the case study names the theme") for i, ref in enumerate(file.case_study.themes)),
        context.workspace,
    )


def _shown(file: CaseStudyFile) -> list[Mention]:
    return [Mention(("shows", index), ref, "the case study shows") for index, ref in enumerate(file.case_study.shows)]
