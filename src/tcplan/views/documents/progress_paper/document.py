"""The document for a meeting: the state of a plan, what has moved, what is to be decided, and its pillars."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from tcplan.progress.thresholds import length_in_words
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.header import ContentsRow, DocumentHeader, document_language
from tcplan.views.documents.parts import Fact, Table, TextItem, fact, ours
from tcplan.views.documents.plan import period_item
from tcplan.views.documents.progress_paper.action_groups import action_groups
from tcplan.views.documents.progress_paper.comparison import ProgressComparison, compared_with
from tcplan.views.documents.progress_paper.deadline_facts import deadline_facts
from tcplan.views.documents.progress_paper.decisions import DecisionsPart, decisions_part
from tcplan.views.documents.progress_paper.due_next import DuePart, due_part
from tcplan.views.documents.progress_paper.measure_lines import MeasureLine
from tcplan.views.documents.progress_paper.moves import MovedPart, moved_part
from tcplan.views.documents.progress_paper.overview import overview_table
from tcplan.views.documents.progress_paper.pillars import (
    PillarPart,
    other_measures,
    pillar_parts,
)
from tcplan.views.documents.progress_paper.state import ProgressState, progress_state
from tcplan.views.documents.sections import Section, Sections
from tcplan.workspace import Workspace

TITLE = "Progress report"


@dataclass(frozen=True, slots=True)
class ProgressDocument:
    """The paper for a meeting."""

    template: ClassVar[str] = "progress"

    head: DocumentHeader
    sections: Sections
    state: ProgressState
    moved: MovedPart
    decisions: DecisionsPart
    due: DuePart
    overview: Table
    pillars: tuple[PillarPart, ...]
    measures: tuple[MeasureLine, ...]
    remark: str


def progress_document(workspace: Workspace, found: ProgressComparison) -> ProgressDocument:
    """The paper about a plan on a day, compared with an earlier one."""
    now, sections = found.now, Sections()
    context = DocumentContext(workspace, now.folder, now.as_of).with_targets(_targets(found))
    pillars, measures = tuple(pillar_parts(context, found)), other_measures(now)
    decisions = decisions_part(context, now)
    return ProgressDocument(
        head=DocumentHeader(
            title=TITLE,
            organisation=now.folder.title,
            language=document_language(now.plan),
            as_of=long_day(now.as_of),
            facts=(*_facts(found), *deadline_facts(workspace, now)),
            contents=tuple(_contents(sections, pillars, measures)),
            title_is_ours=True,
        ),
        sections=sections,
        state=progress_state(found),
        moved=moved_part(context, found, decisions.quoted),
        decisions=decisions,
        due=due_part(context, now),
        overview=overview_table(found),
        pillars=pillars,
        measures=measures,
        remark=(
            "Colours are those of the last reports. A report older than two review periods "
            f"({length_in_words(now.policy.stale_after)}) does not count, unless it says complete. "
            "The colour of a pillar, and of the plan, is that of its open actions that have started."
        ),
    )


def _targets(found: ProgressComparison) -> Iterator[LinkTarget]:
    """The pillars, to which the contents lead."""
    yield from (
        LinkTarget((group.node,), (group.node.level, group.node.id)) for group in action_groups(found.now) if group.node
    )


def _facts(found: ProgressComparison) -> Iterator[Fact]:
    yield fact("Plan", found.now.plan.plan.title)
    yield fact("Period", period_item(found.now.plan.plan))
    yield fact("Compared with", ours(compared_with(found)))


def _contents(
    sections: Sections, pillars: tuple[PillarPart, ...], measures: tuple[MeasureLine, ...]
) -> Iterator[ContentsRow]:
    for section in (sections.summary, sections.movement, sections.decisions, sections.due):
        yield ContentsRow(_link(section))
    below = (TextItem(one.title.text, anchor=one.anchor, ours=one.title.ours) for one in pillars)
    yield ContentsRow(_link(sections.pillars), tuple(below))
    if measures:
        yield ContentsRow(_link(sections.measures))


def _link(section: Section) -> TextItem:
    return TextItem(section.title, anchor=section.anchor, ours=section.ours)
