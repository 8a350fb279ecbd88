"""Who answers for an action, and since when it is a worry."""

from itertools import takewhile
from typing import Final

from tcplan.model.parts import Update
from tcplan.progress import EntryState
from tcplan.progress.owed_reports import people_asked
from tcplan.values.rag import Meaning, plain_words
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.parts import TextItem, ours, upper_first
from tcplan.workspace import Node, PlanFile

WORST_FIRST: Final = (Meaning.OFF_TRACK, Meaning.AT_RISK, Meaning.PAUSED)
"""The meanings of a colour that are a worry."""


def people_named(context: DocumentContext, node: Node) -> tuple[TextItem, ...]:
    """The lead or, where there is none, the owners, as a document may name them."""
    asked = people_asked(node, context.folder.glossary).values()
    found = {one.text: one for name in asked if (one := context.reporter(name))}
    return tuple(found.values()) or (ours("Not yet named"),)


def since_words(plan: PlanFile, state: EntryState) -> str:
    """Since when an action has its colour, if that is a worry, and since when it is overdue; else nothing."""
    words = []
    if state.meaning in WORST_FIRST and state.meaning:
        words.append(f"{plain_words(state.meaning)} since {day_words(_run(plan, state)[-1].date)}")
    if state.is_overdue and state.due:
        words.append(f"was due {long_day(state.due)}")
    return upper_first("; ".join(words))


def _run(plan: PlanFile, state: EntryState) -> list[Update]:
    """The last reports that all say the same, the latest first."""
    coloured = ((one, plan.rag_key[one.rag].means) for one in reversed(state.updates) if one.rag)
    return [one for one, _ in takewhile(lambda pair: pair[1] is state.meaning, coloured)]
