"""Page one of a plan: how its actions are on a day, pillar by pillar."""

from collections.abc import Iterator, Sequence
from typing import Final

from tcplan.model.parts import SignOff
from tcplan.progress import Assessment
from tcplan.progress.action_counts import TallyCell
from tcplan.values.rag import Colour
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.measure_tables import MOST_MEASURES, measure_states, progress_table, worst_measures
from tcplan.views.documents.page_one.bar import BarCount, colour_bar
from tcplan.views.documents.page_one.exceptions import (
    MOST_EXCEPTIONS,
    exception_row,
    exceptions_table,
    worrying_actions,
)
from tcplan.views.documents.page_one.page import PageOne
from tcplan.views.documents.parts import (
    Row,
    Table,
    TextItem,
    cell,
    colour_badge,
    key_badge,
    ours,
    plural,
    upper_first,
)
from tcplan.views.documents.progress_paper.action_groups import action_groups, group_title
from tcplan.views.documents.progress_paper.states import (
    UNCOLOURED,
    Counts,
    column_heads,
    count_cells,
    count_columns,
    counts_of,
    headline_mark,
    headline_words,
    plain_reason,
    plan_counts,
)
from tcplan.views.documents.sections import Sections

_SYMBOLS: Final = {TallyCell.UNREPORTED: "·", TallyCell.NOT_BEGUN: "→", TallyCell.CLOSED: "×"}
"""What stands in a bar for actions without a colour."""


def page_one_of_plan(context: DocumentContext, now: Assessment) -> PageOne:
    """How a plan is on the day of the document."""
    headline, counts = now.headline(), plan_counts(now)
    worrying = worrying_actions(now)
    rows = [exception_row(context, now, one) for one in worrying[:MOST_EXCEPTIONS]]
    states = measure_states(now.plan, now.as_of)
    return PageOne(
        badge=colour_badge(headline.colour),
        headline=f"The plan is {headline_words(headline)}.",
        sentences=tuple(map(ours, _sentences(now, counts, len(worrying)))),
        bar=colour_bar(_bar_counts(now, counts)),
        counts=counts_table(now, f"Actions by pillar on {long_day(now.as_of)}"),
        counted=(
            "Colours are those last reported. An action whose report is older than two review periods counts as not "
            "reported, unless it is complete."
        ),
        exceptions=exceptions_table(rows, "What needs attention first"),
        more_exceptions=_more_exceptions(len(worrying) - len(rows)),
        measures=progress_table(now.plan, worst_measures(states), now.as_of, "Measures: from baseline to target"),
        more_measures=more_measures(len(states), Sections().measures.anchor, "in the plan"),
        asked=tuple(_asked(context, now, len(worrying))),
    )


def counts_table(now: Assessment, caption: str) -> Table:
    """The actions of each pillar by colour, with the headline of each, and those of the whole plan."""
    groups, whole = action_groups(now), plan_counts(now)
    columns = count_columns(whole)
    rows = [
        Row(
            cell(group_title(group)),
            (
                cell(TextItem("", badge=headline_mark(now.headline(group.actions)))),
                *count_cells(counts_of(now.states_of(group.actions), now), columns),
            ),
        )
        for group in groups
    ]
    mark = cell(TextItem("", badge=headline_mark(now.headline())))
    rows.append(Row(cell(ours("Whole plan")), (mark, *count_cells(whole, columns))))
    heads = (cell(ours("Pillar")), cell(ours("Headline")), *column_heads(now, columns))
    return Table(caption, heads, tuple(rows))


def more_measures(count: int, anchor: str, where: str) -> TextItem | None:
    """How many measures page one leaves out, with a link to them."""
    left_out = count - MOST_MEASURES
    if left_out <= 0:
        return None
    words = f"{plural(left_out, 'more measure')} {'is' if left_out == 1 else 'are'} {where}"
    return TextItem(words, anchor=anchor, ours=True)


def _more_exceptions(count: int) -> TextItem | None:
    if count <= 0:
        return None
    words = f"{plural(count, 'more action')} {'needs' if count == 1 else 'need'} attention"
    return TextItem(words, anchor=Sections().actions.anchor, ours=True)


def _bar_counts(now: Assessment, counts: Counts) -> Iterator[BarCount]:
    for one in count_columns(counts):
        if one.is_colour:
            key = now.plan.rag_key[Colour(one.value)]
            words = TextItem(key.label, ours=key_badge(key).ours)
            yield BarCount(one.value, key.symbol, key.letter, words, counts[one])
        else:
            yield BarCount(one.value.replace("_", "-"), _SYMBOLS[one], "", ours(UNCOLOURED[one]), counts[one])


def _sentences(now: Assessment, counts: Counts, worrying: int) -> Iterator[str]:
    total = sum(counts.values())
    if total:
        yield f"{upper_first(plain_reason(now.headline()))}."
    yield f"It has {plural(total, 'action')}." if total else "It has no actions yet."
    closed = now.plan.plan.closed
    if closed and closed.date.last <= now.as_of:
        yield f"The plan was closed on {long_day(closed.date.last)}."
    overdue = sum(one.is_overdue for one in now.states.values() if one.node.action)
    if overdue:
        yield f"{plural(overdue, 'action')} {'is' if overdue == 1 else 'are'} overdue."
    if total and not worrying:
        yield "No action is reported as off track or at risk, and none is overdue."


def _asked(context: DocumentContext, now: Assessment, worrying: int) -> Iterator[TextItem]:
    """What a reader of the plan is asked to do; that nothing is asked is said too."""
    sections, is_asked = Sections(), False
    if not is_signed(now.plan.plan.sign_off, context):
        is_asked = True
        yield TextItem("Approve the plan: nobody has signed it off yet.", anchor=sections.sign_off.anchor, ours=True)
    if worrying and not now.is_over:
        is_asked = True
        needs = "needs" if worrying == 1 else "need"
        yield ours(f"Decide what happens next with the {plural(worrying, 'action')} that {needs} attention.")
    owing = sum(now.owes_report(one.node) for one in now.states.values() if one.node.action)
    if owing:
        is_asked = True
        yield ours(f"Report on the {plural(owing, 'action')} without a report in the last review period.")
    if not is_asked:
        yield ours("Nothing: this page is for information.")


def is_signed(approvals: Sequence[SignOff], context: DocumentContext) -> bool:
    """Whether somebody has approved by the day of the document."""
    return any(context.has_come(one.date) for one in approvals)
