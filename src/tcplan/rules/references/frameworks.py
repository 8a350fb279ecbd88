"""Items of frameworks, and themes: those that are named exist (TC103)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tcplan.findings.codes import NOT_IN_WORKSPACE, UNKNOWN_FRAMEWORK_ITEM
from tcplan.findings.finding import Problem
from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention, alignments, themes_mentioned
from tcplan.rules.support.suggestions import Hints, misspelt
from tcplan.workspace import PlanFile, Workspace


def unknown_framework_items(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An item is named that its framework does not have, or a theme that the Technician Commitment does not have.

    Only frameworks that are there are searched: those of tcplan, and those in the folder `frameworks` of the
    workspace. A framework whose name is nearly that of one of these is told as well.

    Why: The plan promises something that cannot be looked up. Whoever asks what serves a commitment, or a theme,
    misses this entry.

    Mend: Write the item as the framework numbers it, such as `n8/3`, or the theme as it is listed, such as
    `visibility`.
    """
    yield from unknown_themes(themes_mentioned(plan), context.workspace)
    hints = Hints()
    for mention in alignments(plan):
        name, _, item = mention.ref.partition("/")
        framework = context.workspace.framework(name)
        if framework is None:
            meant = misspelt(name, context.workspace.framework_names())
            if meant and name not in context.workspace.unreadable_frameworks:
                message = f"{mention.says} `{mention.ref}`, but there is no framework `{name}`"
                yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, f"did you mean `{meant}`?")
        elif item and item not in (known := _item_ids(framework)):
            message = f"{mention.says} `{mention.ref}`, but {name} ({framework.title}) has no item `{item}`"
            yield Problem(
                UNKNOWN_FRAMEWORK_ITEM, mention.path, message, hints(item, known, f"its items are: {', '.join(known)}")
            )


def frameworks_not_in_workspace(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Frameworks that are aligned to and not kept here, in one piece of advice."""
    unknown = [
        mention
        for mention in alignments(plan)
        if context.workspace.framework(name := mention.ref.partition("/")[0]) is None
        and name not in context.workspace.unreadable_frameworks
        and not misspelt(name, context.workspace.framework_names())
    ]
    names = Counter(mention.ref.partition("/")[0] for mention in unknown)
    if names:
        listed = ", ".join(f"{name} ({count})" for name, count in sorted(names.items()))
        what = "a framework that is" if len(names) == 1 else "frameworks that are"
        message = f"the plan aligns to {what} not in this workspace: {listed}"
        help_text = "nothing is wrong; to check these references, add frameworks/<name>.yaml with the items"
        yield Problem(NOT_IN_WORKSPACE, unknown[0].path, message, help_text)


def unknown_themes(mentions: Iterable[Mention], workspace: Workspace) -> Iterator[Problem]:
    """Themes that the framework `themes` does not have."""
    framework, hints = workspace.framework("themes"), Hints()
    if framework is None:
        return  # the workspace has a file of its own for them, and that cannot be read
    known = _item_ids(framework)
    for mention in mentions:
        if mention.ref not in known:
            message = f"{mention.says} `{mention.ref}`, which the Technician Commitment does not have"
            help_text = hints(mention.ref, known, f"the themes are: {', '.join(known)}")
            fix = hints.fix(mention, known)
            yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, help_text, fix=fix)


def _item_ids(framework: Framework) -> list[str]:
    return [*(item.id for item in framework.items), *(question.id for question in framework.questions)]
