"""Where what is stated and what is computed differ: headlines, overdue actions, and readings against colours."""

from collections.abc import Iterator, Sequence

from tcplan.model.parts import Update
from tcplan.progress import Assessment, EntryState, Headline
from tcplan.progress.history import updates_until
from tcplan.progress.owed_reports import people_asked
from tcplan.rules.progress.rag_against_reading import rag_against_reading
from tcplan.rules.support.context import Context
from tcplan.values.rag import plain_words, vote_for
from tcplan.views.explanation.rows import DisagreementRow
from tcplan.views.explanation.votes import COUNTS_AS, vote_in_headline
from tcplan.workspace import Level, Node, Workspace


def disagreement_rows(workspace: Workspace, now: Assessment) -> Iterator[DisagreementRow]:
    """The plan, its pillars and objectives, its actions, then what readings say; accepted findings are among them."""
    plan = now.plan.plan
    if sentence := _about_headline(now, updates_until(plan.updates, now.as_of), now.headline()):
        yield DisagreementRow("plan", None, plan.title, (), sentence)
    for level in (Level.PILLAR, Level.OBJECTIVE):
        for node in now.nodes_in_plan(level):
            if sentence := _about_headline(now, now.state(node).updates, now.headline(node.actions())):
                yield _row(node, now, sentence)
    for node in now.nodes_in_plan(Level.ACTION):
        if sentence := _about_action(now.state(node), now):
            yield _row(node, now, sentence)
    nodes = {node.path: node for node in now.plan.tree.nodes}
    for problem in rag_against_reading(now.plan, Context(workspace, now.folder, now.as_of)):
        node = nodes[problem.path[:2]]
        yield _row(node, now, problem.message.removeprefix(f"{node.level} {node.id} was "))


def _row(node: Node, now: Assessment, sentence: str) -> DisagreementRow:
    people = tuple(people_asked(node, now.folder.glossary).values())
    return DisagreementRow(node.level.value, node.id, node.entry.title, people, sentence)


def _about_headline(now: Assessment, updates: Sequence[Update], headline: Headline) -> str | None:
    """The sentence for a level whose stated colour means something else than its headline; None without a colour."""
    stated = next((one for one in reversed(updates) if one.rag), None)
    if stated is None or stated.rag is None:
        return None
    meaning = now.plan.rag_key[stated.rag].means
    if vote_for(meaning) is headline.colour:
        return None
    who = now.folder.glossary.named(stated.by)
    by = f" by {who}" if who else ""
    said = f"stated as {plain_words(meaning)} on {stated.date.last}{by}"
    return f"{said}, computed as {headline.words}: {headline.reason}"


def _about_action(state: EntryState, now: Assessment) -> str | None:
    """The sentence for an action that counts as something else than is stated, because it is overdue."""
    vote = vote_in_headline(state, now.policy)
    if vote is None or state.meaning is None or vote is vote_for(state.meaning):
        return None
    said = f"reported as {plain_words(state.meaning)} on {state.stated_on}"
    return f"{said}, counts as {COUNTS_AS[vote]}: it was due on {state.due}"
