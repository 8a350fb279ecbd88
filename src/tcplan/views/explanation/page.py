"""How the headlines of a plan came about, as rows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tcplan.progress import Assessment
from tcplan.progress.headline_checks import HeadlineCheck, headline_checks
from tcplan.progress.thresholds import length_in_words
from tcplan.values.rag import Colour
from tcplan.views.explanation.disagreements import disagreement_rows
from tcplan.views.explanation.rows import ConditionRow, ExplanationRow, HeadlineExplanationRow, PolicyRow
from tcplan.views.explanation.votes import vote_in_headline, vote_rows
from tcplan.views.status.parts import tally_row
from tcplan.workspace import Level, Node, Workspace


def explanation_row(workspace: Workspace, now: Assessment) -> ExplanationRow:
    """Everything that the headlines of a plan were computed from."""
    return ExplanationRow(
        institution=now.folder.title,
        plan=now.plan.name,
        file=now.plan.file.name,
        policy=_policy_row(now),
        headlines=tuple(_headlines(now)),
        votes=vote_rows(now),
        disagreements=tuple(disagreement_rows(workspace, now)),
    )


def _policy_row(now: Assessment) -> PolicyRow:
    policy = now.policy
    return PolicyRow(
        red=str(policy.red),
        some_red=str(policy.some_red),
        amber=str(policy.amber),
        reported=str(policy.reported),
        review_every=length_in_words(policy.review_every),
        too_old_after=length_in_words(policy.stale_after),
        own=bool(now.folder.institution and now.folder.institution.headline),
    )


def _headlines(now: Assessment) -> Iterator[HeadlineExplanationRow]:
    """The plan, then each pillar with its objectives, then the objectives of none."""
    yield _headline_row(now, None, now.plan.tree.of(Level.ACTION))
    below: dict[int, list[Node]] = {}
    for node in now.nodes_in_plan(Level.OBJECTIVE):
        below.setdefault(id(node.above(Level.PILLAR)), []).append(node)
    for pillar in now.nodes_in_plan(Level.PILLAR):
        for node in (pillar, *below.pop(id(pillar), ())):
            yield _headline_row(now, node, node.actions())
    for node in (one for rest in below.values() for one in rest):
        yield _headline_row(now, node, node.actions())


def _headline_row(now: Assessment, node: Node | None, actions: Sequence[Node]) -> HeadlineExplanationRow:
    states, headline = now.states_of(list(actions)), now.headline(list(actions))
    votes = Counter(vote_in_headline(state, now.policy) for state in states)
    return HeadlineExplanationRow(
        level=node.level.value if node else "plan",
        id=node.id if node else None,
        title=node.entry.title if node else now.plan.plan.title,
        colour=headline.colour,
        words=headline.words,
        reason=headline.reason,
        votes={colour.value: votes[colour] for colour in Colour},
        tally=tally_row(now.tally(list(actions))),
        checks=tuple(map(_check_row, headline_checks(states, now.policy))),
        deciding=headline.deciding,
        overdue=headline.overdue,
        high_priority_red=headline.high_priority_red,
    )


def _check_row(check: HeadlineCheck) -> ConditionRow:
    share = str(check.share) if check.share is not None else None
    return ConditionRow(
        check.colour, check.kind, check.what, check.part, check.whole, check.needed, share, check.is_met
    )
