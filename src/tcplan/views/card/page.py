"""The card of one item: an entry of a plan, a measure, or a plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.model.plan import Measure
from tcplan.progress import Assessment, assess
from tcplan.progress.history import updates_until
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.card.items import CardContext
from tcplan.views.card.links import links_of_entry, links_of_measure, links_of_plan
from tcplan.views.card.parts import (
    alignment_rows,
    answered_rows,
    case_study_rows,
    due_move_rows,
    measure_card_rows,
    quote_rows,
    report_rows,
    step_rows,
)
from tcplan.views.card.rows import CardPage, ItemKind, MeasureCardRow
from tcplan.views.plan_head import plan_head
from tcplan.views.status.entries import action_row, measure_rows, signal_rows
from tcplan.views.status.parts import closed_words, headline_row, key_rows, stated_row, tally_row
from tcplan.workspace import Node
from tcplan.workspace.succession import succession_of

FORMAT: Final = 1


def card_page(context: CardContext, node: Node | None, measure: Measure | None) -> CardPage:
    """The card of an entry, of a measure, or of the plan itself if neither is given."""
    now = assess(context.workspace, context.folder, context.plan, context.day)
    if measure:
        return _measure_card(context, now, measure)
    return _entry_card(context, now, node) if node else _plan_card(context, now)


def card_json(page: CardPage) -> str:
    """The card for scripts; `card_schema` describes it."""
    return json_text(TypeAdapter(CardPage).dump_python(page, mode="json"), ascii_only=True)


def card_schema() -> dict[str, Any]:
    """The JSON Schema of `card_json`."""
    schema = TypeAdapter(CardPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan show"}


def _blank(context: CardContext, kind: ItemKind, id_: str, title: str) -> CardPage:
    head, key = plan_head(context.folder, context.plan), key_rows(context.plan)
    return CardPage(FORMAT, __version__, context.day, head, key, kind, id_, title)


def _measure_card(context: CardContext, now: Assessment, measure: Measure) -> CardPage:
    signals = [one for one in now.signals if one.of_measure and one.subject == measure.id]
    return replace(
        _blank(context, ItemKind.MEASURE, measure.id, measure.title),
        about=measure.about,
        signals=signal_rows(now, signals),
        measures=_measures(context, now, [measure]),
        links=links_of_measure(context, measure.id),
    )


def _plan_card(context: CardContext, now: Assessment) -> CardPage:
    """The card of a plan; its signals are on the page of `tcplan status`."""
    plan = context.plan.plan
    updates = updates_until(plan.updates, context.day)
    later = succession_of(context.workspace).directly_after(context.plan)
    return replace(
        _blank(context, ItemKind.PLAN, context.plan.name, plan.title),
        follows=plan.follows,
        followed_by=tuple(context.name_of(one) for one in later),
        about=plan.about,
        aligns=alignment_rows(context, plan.aligns),
        headline=headline_row(now.headline()),
        tally=tally_row(now.tally()),
        stated=stated_row(updates, context.plan, context.folder.glossary),
        closed=closed_words(plan.closed, context.day),
        success=step_rows(context, plan.success),
        reports=report_rows(context, updates),
        measures=_measures(context, now, _named(context, plan.measured_by)),
        links=links_of_plan(context),
        quotes=quote_rows(context, plan.quotes),
    )


def _entry_card(context: CardContext, now: Assessment, node: Node) -> CardPage:
    entry, state, glossary = node.entry, now.state(node), context.folder.glossary
    below = {one.path for one in node.actions()}
    page = replace(
        _blank(context, ItemKind(node.level.value), node.id, entry.title),
        in_plan=state.in_plan,
        about=entry.about,
        formerly=entry.formerly,
        priority=node.priority,
        themes=node.themes,
        aligns=alignment_rows(context, entry.aligns),
        answers=answered_rows(context, entry.answers),
        lead=glossary.canonical(entry.lead) if entry.lead else None,
        owners=tuple(map(glossary.canonical, entry.owners)),
        added=state.added,
        stated=stated_row(state.updates, context.plan, glossary),
        closed=closed_words(state.closed, context.day),
        signals=signal_rows(now, [one for one in now.signals if one.path in below]),
        success=step_rows(context, entry.success),
        reports=report_rows(context, state.updates),
        measures=_measures(context, now, _named(context, entry.measured_by)),
        links=links_of_entry(context, node),
        quotes=quote_rows(context, entry.quotes),
        case_studies=case_study_rows(context, node),
    )
    return _with_dates(context, now, node, page) if node.action else _with_headline(now, node, page)


def _with_dates(context: CardContext, now: Assessment, node: Node, page: CardPage) -> CardPage:
    """What only an action has."""
    state = now.state(node)
    return replace(
        page,
        start=state.start,
        published_due=state.published_due,
        checkpoints=state.checkpoints,
        action=action_row(now, node),
        closing=context.closing_colour(context.plan, node),
        steps=step_rows(context, node.action.steps) if node.action else (),
        due_moves=due_move_rows(context, state),
    )


def _with_headline(now: Assessment, node: Node, page: CardPage) -> CardPage:
    """What a pillar or an objective has of its actions."""
    actions = node.actions()
    return replace(page, headline=headline_row(now.headline(actions)), tally=tally_row(now.tally(actions)))


def _named(context: CardContext, ids: Iterable[str]) -> list[Measure]:
    """The measures of the plan with these ids, in the order in which they are named."""
    known = {one.id: one for one in reversed(context.plan.plan.measures)}
    return [known[id_] for id_ in dict.fromkeys(ids) if id_ in known]


def _measures(context: CardContext, now: Assessment, measures: Sequence[Measure]) -> tuple[MeasureCardRow, ...]:
    return measure_card_rows(context, measures, measure_rows(now, measures))
