"""Ids in the prose of a file that do not exist: `links with action 6.2.3` (TC116)."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from tcplan.findings.codes import UNKNOWN_ID_IN_PROSE
from tcplan.findings.finding import Problem
from tcplan.rules.references.id_mentions import IdMention, id_mentions, may_mention_ids
from tcplan.rules.support.context import Context
from tcplan.rules.support.continuation import earlier_with
from tcplan.rules.support.id_format import id_form, ids_are_known
from tcplan.rules.support.prose import Passage
from tcplan.rules.support.sentences import join_choices
from tcplan.rules.support.suggestions import Hints
from tcplan.workspace import Node, PlanFile, ReferenceOutcome, SubmissionFile, find_plan, resolve


class KnownIds:
    """The ids of some plans, and what the ids of each level look like."""

    def __init__(self, *plans: PlanFile) -> None:
        self.plans = plans

    def has(self, id_: str) -> bool:
        """Whether one of the plans has or had an entry with this id."""
        return any(plan.tree.find(id_) or id_.lower() in lower for plan, lower in self._lower)

    def is_like(self, level: str, id_: str) -> bool:
        """Whether the plans number this level in this way; only then is the id likely to be theirs."""
        return (level, id_form(id_)) in self._forms

    @cached_property
    def ids(self) -> list[str]:
        """All ids, those of the first plan first."""
        return [node.id for plan in self.plans for node in plan.tree.nodes]

    @cached_property
    def _lower(self) -> list[tuple[PlanFile, set[str]]]:
        return [(plan, {node.id.lower() for node in plan.tree.nodes}) for plan in self.plans]

    @cached_property
    def _forms(self) -> set[tuple[str, str]]:
        return {(node.level, id_form(node.id)) for plan in self.plans for node in plan.tree.nodes}


def unknown_id_in_prose(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A text mentions an action, objective or pillar that does not exist.

    Only a number that directly follows one of these words counts, and only if the plan numbers that level in the same
    way. There is no finding if the paragraph mentions another plan, a phase or stage, a strategy, a charter or the
    like, or something that was dropped or renumbered. Nor is there one if the words beside the number name another
    document, or if the entry refers to that id of another plan. In a submission, the rule searches the plans that it
    reviews and submits. Notes that are never published are left out.

    Why: Readers of the published plan look for the number and do not find it. It is often left over from an earlier
    numbering.

    Fix: Write the number that the entry has now. If you mean an entry of another plan, name the plan, such as "action
    3.4 of phase 1". An important link is better kept under `related`, where every report can follow it.
    """
    if not ids_are_known(plan):
        return
    known, nodes = KnownIds(plan), {node.path: node for node in plan.tree.nodes}
    hints = Hints()
    for mention in _unknown_mentions(may_mention_ids(context.published(plan.file)), known, plan, context):
        node = nodes.get(mention.passage.path[:2])
        if node and mention.id in _referred_to(node):
            continue
        who = f"{node.level} {node.id}" if node else "this text"
        message = f"{who} mentions {mention.says('this plan')}"
        earlier = earlier_with(mention.id, plan, context)
        said = f"if you mean the one in {earlier}, name that plan in the text"
        help_text = said if earlier else hints(mention.id, known.ids, "correct the number, or say which plan you mean")
        yield Problem(UNKNOWN_ID_IN_PROSE, mention.passage.path, message, help_text, words=mention.id)


def unknown_id_in_answers(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A text of a submission mentions an entry that none of its plans has."""
    submission = file.submission
    names = filter(None, (submission.submits, *(review.plan for review in submission.reviews)))
    plans = [find_plan(context.workspace, context.folder, name).plan for name in dict.fromkeys(names)]
    there = tuple(plan for plan in plans if plan and ids_are_known(plan))
    if not there or len(there) < len(plans):
        return
    known, hints = KnownIds(*there), Hints()
    for mention in _unknown_mentions(may_mention_ids(context.published(file.file)), known, None, context):
        message = f"this text mentions {mention.says(join_choices([plan.name for plan in there]))}"
        help_text = hints(mention.id, known.ids, "correct the number, or say which plan you mean")
        yield Problem(UNKNOWN_ID_IN_PROSE, mention.passage.path, message, help_text, words=mention.id)


def _unknown_mentions(
    passages: Iterable[Passage], known: KnownIds, plan: PlanFile | None, context: Context
) -> Iterator[IdMention]:
    """The ids that texts mention and no plan has, each once in a text."""
    for passage in passages:
        for mention in dict.fromkeys(id_mentions(passage)):
            if "/" in mention.id:
                target = resolve(context.workspace, context.folder, plan, mention.id)
                if target.outcome is ReferenceOutcome.MISSING:
                    yield mention
            elif known.is_like(mention.level, mention.id) and not known.has(mention.id):
                yield mention


def _referred_to(node: Node) -> set[str]:
    """The ids of other plans that an entry refers to: its text may mention them."""
    entry = node.entry
    refs = [*entry.related, *(one.ref for one in entry.continues), *(node.action.depends_on if node.action else ())]
    return {ref.rpartition("/")[2] for ref in refs if "/" in ref}
