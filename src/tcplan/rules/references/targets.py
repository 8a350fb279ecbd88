"""References that lead nowhere (TC10x): each says what was searched and the nearest spelling.

A plan or framework that is not in the workspace at all is one piece of advice, not one per reference.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from tcplan.finding import Code, Problem, Severity
from tcplan.model import Framework
from tcplan.near import did_you_mean, near
from tcplan.rules.context import Context
from tcplan.rules.references.mentions import (
    Mention,
    alignments,
    entries_mentioned,
    evidence_mentioned,
    measures_mentioned,
    plans_mentioned,
    themes_mentioned,
    voices_mentioned,
)
from tcplan.workspace import Outcome, PlanFile, Target, Workspace, find_case_study, find_plan, resolve

UNKNOWN_REFERENCE = Code("TC102", "unknown-reference", Severity.ERROR)
UNKNOWN_FRAMEWORK_ITEM = Code("TC103", "unknown-framework-item", Severity.ERROR)
UNKNOWN_MEASURE = Code("TC104", "unknown-measure", Severity.ERROR)
UNKNOWN_VOICE = Code("TC105", "unknown-voice", Severity.ERROR)
NOT_IN_WORKSPACE = Code("TC108", "not-in-workspace", Severity.ADVICE)
UNKNOWN_CASE_STUDY = Code("TC109", "unknown-case-study", Severity.ERROR)
UNKNOWN_PLAN = Code("TC111", "unknown-plan", Severity.ERROR)

MOST_HINTS = 100
"""A file with more references that lead nowhere has lost its ids; looking for near ones would only take time."""

MOST_BESIDE = 8

Find = Callable[[str], Target]


def unknown_entries(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An id that does not exist in a plan that is there."""
    yield from missing(UNKNOWN_REFERENCE, entries_mentioned(plan), _finder(context, plan))


def unknown_plans(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The name of a plan that is one slip of the finger from one that is there."""
    yield from misspelt_plans(entries_mentioned(plan), _finder(context, plan))
    yield from misspelt_plans(plans_mentioned(plan), lambda ref: find_plan(context.workspace, context.home, ref))


def plans_not_in_workspace(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A plan that is referred to and not kept here: fine, but its references cannot be checked."""
    mentions = [*plans_mentioned(plan), *entries_mentioned(plan)]
    whole = set(plans_mentioned(plan))
    entry = _finder(context, plan)
    yield from absent(
        mentions, lambda m: find_plan(context.workspace, context.home, m.ref) if m in whole else entry(m.ref)
    )


def unknown_framework_items(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An item that its framework does not have, or a theme that the Technician Commitment does not have."""
    yield from unknown_themes(themes_mentioned(plan), context.workspace)
    hints = Hints()
    for mention in alignments(plan):
        name, _, item = mention.ref.partition("/")
        framework = context.workspace.framework(name)
        if framework is None:
            meant = _misspelt(name, context.workspace.framework_names())
            if meant and name not in context.workspace.unreadable_frameworks:
                message = f"there is no framework `{name}`"
                yield Problem(UNKNOWN_FRAMEWORK_ITEM, mention.path, message, f"did you mean `{meant}`?")
        elif item and item not in (known := _item_ids(framework)):
            message = f"`{item}` is not an item of {name} ({framework.title})"
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
        and not _misspelt(name, context.workspace.framework_names())
    ]
    names = Counter(mention.ref.partition("/")[0] for mention in unknown)
    if names:
        listed = ", ".join(f"{name} ({count})" for name, count in sorted(names.items()))
        what = "a framework that is" if len(names) == 1 else "frameworks that are"
        message = f"the plan aligns to {what} not in this workspace: {listed}"
        help_text = "nothing is wrong; to check these references, add frameworks/<name>.yaml with the items"
        yield Problem(NOT_IN_WORKSPACE, unknown[0].path, message, help_text)


def unknown_measures(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A measure that the plan does not have."""
    if not plan.has_unread("measures"):
        known = [one.id for one in plan.plan.measures]
        yield from _not_among(UNKNOWN_MEASURE, "measure", measures_mentioned(plan), known)


def unknown_voices(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A quote from a voice entry that the plan does not have."""
    if not plan.has_unread("voice"):
        known = [one.id for one in plan.plan.voice]
        yield from _not_among(UNKNOWN_VOICE, "voice entry", voices_mentioned(plan), known)


def unknown_case_studies(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Evidence that names a case study which is not there."""
    yield from missing(UNKNOWN_CASE_STUDY, evidence_mentioned(plan), lambda ref: find_case_study(context.home, ref))


class Hints:
    """Nearest spellings, up to a number of them."""

    def __init__(self) -> None:
        self._given = 0

    def __call__(self, word: str, choices: Collection[str], otherwise: str) -> str:
        """The help line for a word that is not among the choices.

        For a number the ids beside it are named: the nearest spelling of 1.1.9 says nothing about what was meant.
        """
        self._given += 1
        if self._given > MOST_HINTS:
            return otherwise
        if not re.fullmatch(r"[\d.]+", word):
            return did_you_mean(word, choices, otherwise)
        parent = word.rpartition(".")[0]
        beside = [id_ for id_ in choices if parent and id_.rpartition(".")[0] == parent][-MOST_BESIDE:]
        return f"beside it there {'is' if len(beside) == 1 else 'are'} {', '.join(beside)}" if beside else otherwise


def unknown_themes(mentions: Iterable[Mention], workspace: Workspace) -> Iterator[Problem]:
    """Themes that the framework `themes` does not have."""
    framework, hints = workspace.framework("themes"), Hints()
    if framework is None:
        return  # the workspace has a file of its own for them, and that cannot be read
    known = _item_ids(framework)
    for mention in mentions:
        if mention.ref not in known:
            message = f"`{mention.ref}` is not a theme of the Technician Commitment"
            yield Problem(
                UNKNOWN_FRAMEWORK_ITEM,
                mention.path,
                message,
                hints(mention.ref, known, f"the themes are: {', '.join(known)}"),
            )


def missing(code: Code, mentions: Iterable[Mention], find: Find) -> Iterator[Problem]:
    """Problems for the mentions that were searched for and not found."""
    hints = Hints()
    for mention in mentions:
        target = find(mention.ref)
        if target.outcome is Outcome.MISSING:
            word = mention.ref if code is UNKNOWN_CASE_STUDY else mention.ref.rpartition("/")[2]
            message = f"`{word}` does not exist in {target.searched}"
            yield Problem(
                code, mention.path, message, hints(word, target.choices, "check the id, or add the entry it means")
            )


def misspelt_plans(mentions: Iterable[Mention], find: Find) -> Iterator[Problem]:
    """Problems for the mentions of a plan whose name is nearly that of one that is there."""
    for mention in mentions:
        target = find(mention.ref)
        if target.outcome is Outcome.ABSENT and (meant := _misspelt(target.searched, target.choices)):
            message = f"there is no plan `{target.searched}` in this workspace"
            yield Problem(UNKNOWN_PLAN, mention.path, message, f"did you mean `{meant}`?")


def absent(mentions: Iterable[Mention], find: Callable[[Mention], Target]) -> Iterator[Problem]:
    """One piece of advice for each plan that is mentioned and not in the workspace."""
    first: dict[str, Mention] = {}
    counts: Counter[str] = Counter()
    for mention in mentions:
        target = find(mention)
        if target.outcome is Outcome.ABSENT and not _misspelt(target.searched, target.choices):
            first.setdefault(target.searched, mention)
            counts[target.searched] += 1
    for name, mention in first.items():
        times = f"{counts[name]} references to it are" if counts[name] > 1 else "the reference to it is"
        message = f"plan `{name}` is not in this workspace; {times} not checked"
        yield Problem(NOT_IN_WORKSPACE, mention.path, message, "nothing is wrong; add its file to have them checked")


def _finder(context: Context, plan: PlanFile) -> Find:
    return lambda ref: resolve(context.workspace, context.home, plan, ref)


def _misspelt(name: str, known: Collection[str]) -> str | None:
    """The known name that was probably meant; one that differs in its number only is another plan."""
    meant = near(name, known)
    if meant and re.sub(r"\d+", "#", meant) != re.sub(r"\d+", "#", name):
        return meant
    return None


def _item_ids(framework: Framework) -> list[str]:
    return [*(item.id for item in framework.items), *(question.id for question in framework.questions)]


def _not_among(code: Code, noun: str, mentions: Iterable[Mention], known: Collection[str]) -> Iterator[Problem]:
    there, hints = set(known), Hints()
    for mention in mentions:
        if mention.ref not in there:
            message = f"`{mention.ref}` is not a {noun} of this plan"
            yield Problem(
                code, mention.path, message, hints(mention.ref, known, f"add it, or name a {noun} that is there")
            )
