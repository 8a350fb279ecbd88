"""Where what is stated and what is computed differ: headlines, overdue actions, and readings against colours."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tcplan.findings.finding import Problem
from tcplan.model.parts import Update
from tcplan.progress import Assessment, EntryState, Headline
from tcplan.progress.history import updates_until
from tcplan.progress.owed_reports import people_asked
from tcplan.rules.progress.rag_against_reading import rag_against_reading
from tcplan.rules.support.context import Context
from tcplan.values.rag import Colour, Meaning, plain_words, vote_for
from tcplan.views.explanation.rows import DisagreementRow
from tcplan.views.explanation.votes import COUNTS_AS, vote_in_headline
from tcplan.workspace import Level, Node, Workspace


class Disagreement(NamedTuple):
    """A colour that was stated for an entry, or for the plan if `node` is None, and what is computed instead.

    That is a `headline`, the colour that an overdue action counts as, or what the rule says about a `reading`.
    """

    node: Node | None
    stated: Update
    meaning: Meaning
    headline: Headline | None = None
    vote: Colour | None = None
    reading: Problem | None = None


def disagreement_rows(workspace: Workspace, now: Assessment) -> Iterator[DisagreementRow]:
    """The disagreements of a plan, each as a sentence."""
    for one in find_disagreements(workspace, now):
        node = one.node
        if node is None:
            yield DisagreementRow("plan", None, now.plan.plan.title, (), _sentence(one, now))
        else:
            people = tuple(people_asked(node, now.folder.glossary).values())
            yield DisagreementRow(node.level.value, node.id, node.entry.title, people, _sentence(one, now))


def find_disagreements(workspace: Workspace, now: Assessment) -> Iterator[Disagreement]:
    """The plan, its pillars and objectives, its actions, then what readings say; accepted findings are among them."""
    yield from _of_level(now, None, updates_until(now.plan.plan.updates, now.as_of), now.headline())
    for level in (Level.PILLAR, Level.OBJECTIVE):
        for node in now.nodes_in_plan(level):
            yield from _of_level(now, node, now.state(node).updates, now.headline(node.actions()))
    for node in now.nodes_in_plan(Level.ACTION):
        yield from _of_action(now.state(node), now)
    nodes = {node.path: node for node in now.plan.tree.nodes}
    for problem in rag_against_reading(now.plan, Context(workspace, now.folder, now.as_of)):
        node = nodes[problem.path[:2]]
        state = now.state(node)
        if state.stated and state.meaning:
            yield Disagreement(node, state.stated, state.meaning, reading=problem)


def _of_level(
    now: Assessment, node: Node | None, updates: Sequence[Update], headline: Headline
) -> Iterator[Disagreement]:
    """A level whose stated colour means something else than its headline."""
    stated = next((one for one in reversed(updates) if one.rag), None)
    if stated and stated.rag:
        meaning = now.plan.rag_key[stated.rag].means
        if vote_for(meaning) is not headline.colour:
            yield Disagreement(node, stated, meaning, headline=headline)


def _of_action(state: EntryState, now: Assessment) -> Iterator[Disagreement]:
    """An action that counts as something else than is stated, because it is overdue."""
    vote = vote_in_headline(state, now.policy)
    if vote and state.meaning and state.stated and vote is not vote_for(state.meaning):
        yield Disagreement(state.node, state.stated, state.meaning, vote=vote)


def _sentence(one: Disagreement, now: Assessment) -> str:
    meaning, day = plain_words(one.meaning), one.stated.date.last
    if one.headline:
        who = now.folder.glossary.named(one.stated.by)
        by = f" by {who}" if who else ""
        return f"stated as {meaning} on {day}{by}, computed as {one.headline.words}: {one.headline.reason}"
    node = one.node
    assert node is not None  # noqa: S101 (only a headline can be that of the plan)
    if one.vote:
        return f"reported as {meaning} on {day}, counts as {COUNTS_AS[one.vote]}: it was due on {now.state(node).due}"
    message = one.reading.message if one.reading else ""
    return message.removeprefix(f"{node.level} {node.id} was ")
