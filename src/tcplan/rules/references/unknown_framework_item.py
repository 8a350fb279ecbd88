"""Items of frameworks, and themes, that do not exist (TC103)."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from tcplan.findings.codes import UNKNOWN_FRAMEWORK_ITEM
from tcplan.findings.finding import Problem
from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention, alignments, themes_mentioned
from tcplan.rules.support.suggestions import Hints, misspelt
from tcplan.workspace import CaseStudyFile, PlanFile, Workspace
from tcplan.workspace.charters import belongs_to_commitment, is_commitment, serves_commitment

MOST_LISTED: Final = 100
"""How many items a help line lists, which is then cut; it is made for each reference."""


def unknown_framework_item(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A reference names an item that its framework does not have, or a theme that the Commitment does not have.

    This rule knows the frameworks of tcplan, and those in the folder `frameworks` of the workspace. It also finds a
    name that is nearly that of one of these frameworks.

    Why: The plan promises something that nobody can look up. People who ask what serves a commitment, or a theme, miss
    this entry.

    Fix: Write the item as the framework numbers it, such as `n8/3`, or the theme as it is listed, such as `visibility`.
    """
    is_ours = serves_commitment(context.workspace, context.folder, plan)
    yield from _unknown_themes(themes_mentioned(plan), context.workspace, is_ours=is_ours)
    hints = Hints()
    for mention in alignments(plan):
        name, _, item = mention.ref.partition("/")
        framework = context.workspace.framework(name)
        if framework is None:
            meant = misspelt(name, context.workspace.framework_names())
            if meant and name not in context.workspace.unreadable_frameworks:
                message = f"{mention.says} `{mention.ref}`, but there is no framework `{name}`"
                yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, f"did you mean `{meant}`?")
        elif item and item not in (known := _item_ids(context.workspace, name, framework)):
            message = f"{mention.says} `{mention.ref}`, but {name} ({framework.title}) has no item `{item}`"
            help_text = hints(item, known, f"its items are: {_listed(known)}")
            yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, help_text)


def unknown_theme_of_case_study(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A theme that the Technician Commitment does not have."""
    yield from _unknown_themes(
        (Mention(("themes", i), ref, "the case study names the theme") for i, ref in enumerate(file.case_study.themes)),
        context.workspace,
        is_ours=belongs_to_commitment(context.workspace, context.folder),
    )


def _unknown_themes(mentions: Iterable[Mention], workspace: Workspace, *, is_ours: bool) -> Iterator[Problem]:
    """Themes that the framework `themes` does not have; it is `ours` if they are asked of the plan."""
    framework, hints = workspace.framework("themes"), Hints()
    if framework is None:
        return  # the workspace has a file of its own for them, which cannot be read
    known = _item_ids(workspace, "themes", framework)
    is_other = not is_ours and is_commitment(framework.charter)
    whose = "the Technician Commitment does not have" if is_commitment(framework.charter) else "`themes` does not have"
    for mention in mentions:
        if mention.ref not in known:
            if is_other:
                message = f"{mention.says} `{mention.ref}`, and there is no list of themes for this plan"
                help_text = "write what it serves under `aligns`, or add frameworks/themes.yaml with your themes"
                yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, help_text)
                continue
            message = f"{mention.says} `{mention.ref}`, which {whose}"
            help_text = hints(mention.ref, known, f"the themes are: {_listed(known)}")
            fix = hints.fix(mention, known)
            yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, help_text, fix=fix)


def _item_ids(workspace: Workspace, name: str, framework: Framework) -> dict[str, None]:
    """The ids of items and questions in their order; each of thousands of references may ask for them."""
    items, questions = framework.items, framework.questions
    return workspace.compute_once(
        ("item ids", name), lambda: dict.fromkeys([*(one.id for one in items), *(one.id for one in questions)])
    )


def _listed(known: Collection[str]) -> str:
    more = f" and {len(known) - MOST_LISTED} more" if len(known) > MOST_LISTED else ""
    return f"{', '.join(islice(known, MOST_LISTED))}{more}"
