"""What somebody who reports on an action is shown about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Final

from tcplan.findings.span import Path
from tcplan.model.parts import Step
from tcplan.model.plan import Measure
from tcplan.progress import Assessment, EntryState, SignalKind
from tcplan.progress.signals import Signal
from tcplan.values.dates import DueKind
from tcplan.values.rag import KeyEntry
from tcplan.views.status.entries import measure_rows
from tcplan.views.status.rows import MeasureRow
from tcplan.workspace import Glossary, Node

WEEK, MONTH, YEAR = 7, 30.44, 365.25
"""Days."""

_MANY_YEARS: Final = 10 * YEAR
"""From here on nobody says "and a half"."""

_COUNTED_DAYS: Final = 100
"""Up to here what is overdue is counted in days, as on every other page."""

_LONGEST_IN: Final = ((2 * WEEK, 1, "day"), (2 * MONTH, WEEK, "week"), (2 * YEAR, MONTH, "month"))
"""Each unit with its length, and the number of days up to which it is used."""


@dataclass(frozen=True)
class LastReport:
    """The last report: `key` is the colour that it states, None if it states none."""

    date: date
    key: KeyEntry | None
    by: str | None
    note: str | None


@dataclass(frozen=True)
class DueReportRow:
    """An action that somebody reports on.

    `due` is the day it is due, or the text if that is not a day; `timing` also says how far away that is.
    `measures` are those that the action itself names and that have no reading of the day yet.
    """

    id: str
    title: str
    timing: str
    due: str
    is_overdue: bool
    lead: str
    success: tuple[str, ...]
    last: LastReport | None
    signals: tuple[str, ...]
    key: tuple[KeyEntry, ...]
    measures: tuple[MeasureRow, ...]


class ReportRows:
    """The rows of actions that somebody reports on; what the whole plan has is sorted once for all of them."""

    def __init__(self, now: Assessment, day: str) -> None:
        """`day` is the date of the reports as it will be written."""
        self._now = now
        self._measures: dict[str, list[Measure]] = {}
        for measure in now.plan.plan.measures:
            if day not in (one.text for one in measure.actual):
                self._measures.setdefault(measure.id, []).append(measure)
        self._signals: dict[str | Path, list[tuple[int, Signal]]] = {}
        for place, one in enumerate(now.signals):
            self._signals.setdefault(one.subject if one.of_measure else one.path, []).append((place, one))

    def row(self, node: Node) -> DueReportRow:
        """The row of an action."""
        named = tuple(dict.fromkeys(node.entry.measured_by))
        places: tuple[str | Path, ...] = (*named, node.path)
        signals = [one for place in places for one in self._signals.get(place, ())]
        measures = [measure for id_ in named for measure in self._measures.get(id_, ())]
        return _report_row(self._now, node, [one for _, one in sorted(signals, key=itemgetter(0))], measures)


def report_row(now: Assessment, node: Node, day: str) -> DueReportRow:
    """The row of one action; `day` is the date of the report as it will be written."""
    return ReportRows(now, day).row(node)


def _report_row(now: Assessment, node: Node, signals: Sequence[Signal], measures: Sequence[Measure]) -> DueReportRow:
    """The row of an action with the signals and the measures that it may be asked about."""
    state, plan = now.state(node), now.plan
    return DueReportRow(
        id=node.id,
        title=node.entry.title,
        timing=_timing(state),
        due=str(state.due or state.due_text),
        is_overdue=state.is_overdue,
        lead=_lead(node, now.folder.glossary),
        success=tuple(_criterion(one) for one in node.entry.success),
        last=_last(now, state),
        signals=tuple(_signals(signals)),
        key=tuple(plan.rag_key.values()),
        measures=measure_rows(now, measures),
    )


def reading_words(measure: MeasureRow) -> str:
    """What is known about a measure: its last reading and its target, with their dates."""
    last = f"last {measure.last.value} ({measure.last.written})" if measure.last else "no number yet"
    return last + (f", target {measure.target.value} ({measure.target.written})" if measure.target else "")


def approximate_length(days: int) -> str:
    """A length of time as people say it: `9 days`, `5 weeks`, `6 months`, `2 and a half years`."""
    unit = next(((size, name) for most, size, name in _LONGEST_IN if days < most), None)
    if unit is None:
        years, half = divmod(round(2 * days / YEAR), 2)
        return f"{years} and a half years" if half and days < _MANY_YEARS else f"{round(days / YEAR)} years"
    count = max(1, round(days / unit[0]))
    return f"{count} {unit[1]}{'' if count == 1 else 's'}"


def overdue_length(days: int) -> str:
    """The same of what is overdue: in days as long as people count them, since half a month more would be unfair."""
    return f"{days} day{'s'[days == 1 :]}" if days < _COUNTED_DAYS else approximate_length(days)


def _timing(state: EntryState) -> str:
    if state.due is None:
        words = {DueKind.ONGOING.value: "ongoing, without an end date", DueKind.TBC.value: "to be confirmed"}
        return words.get(state.due_text.lower(), state.due_text or "no due date")
    days = (state.due - state.as_of).days
    if days == 0:
        return f"{state.due}, today"
    if state.is_overdue:
        return f"{state.due}, overdue by {overdue_length(-days)}"
    return f"{state.due}, in {approximate_length(days)}"


def _lead(node: Node, glossary: Glossary) -> str:
    if lead := glossary.named(node.entry.lead):
        return lead
    owners = glossary.named_in(node.entry.owners).values()
    is_awaited = bool(node.entry.lead) or (not owners and bool(node.entry.owners))  # `tbc` and the like
    nobody = "to be confirmed" if is_awaited else "none"
    return f"{nobody} (owners: {', '.join(owners)})" if owners else nobody


def _criterion(one: Step) -> str:
    return f"{one.title} (done {one.done.text})" if one.done else one.title


def _last(now: Assessment, state: EntryState) -> LastReport | None:
    if not state.updates:
        return None
    last = state.updates[-1]
    stated = now.plan.rag_key[last.rag] if last.rag else None
    return LastReport(last.date.last, stated, now.folder.glossary.named(last.by), last.note)


def _signals(signals: Iterable[Signal]) -> Iterator[str]:
    """Those of an action and its measures, without those of its own date and silence, which are shown anyway."""
    for one in signals:
        if one.of_measure or one.kind is SignalKind.DEPENDENCY or one.checkpoint:
            yield one.sentence
