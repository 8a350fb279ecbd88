"""Reports that somebody has filled in, entered into a plan one after the other, or told what stands in the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tcplan.dates import parse_day
from tcplan.edits.reporting import Report, report_changes, report_entry
from tcplan.edits.subject import Subject
from tcplan.finding import Finding, Path, Problem
from tcplan.model import answers as model
from tcplan.near import did_you_mean
from tcplan.progress import state_of
from tcplan.rules.ids import DUPLICATE_ID
from tcplan.rules.references import UNKNOWN_MEASURE, UNKNOWN_REFERENCE
from tcplan.rules.reports import UNFIT_REPORT
from tcplan.shape.codes import UNKNOWN_VALUE
from tcplan.text.editing.changes import value_at
from tcplan.text.editor import Change
from tcplan.views.report import colour_named
from tcplan.views.status.parts import key_rows
from tcplan.workspace import Node, PlanFile


@dataclass
class Entered:
    """What the answers come to: the changes of the plan, and of how many actions they are.

    `empty` are left empty, `there` are in the plan already. Where there is an error among the findings, nothing of
    it is to be written.
    """

    plan: PlanFile | None = None
    changes: list[Change] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class Entering:
    """The reports of one file on one plan, entered one after the other."""

    def __init__(
        self, about: Subject, day: str, by: str | None, found: Entered, is_unknown: Callable[[Path], bool]
    ) -> None:
        """`is_unknown` says of a place in the answers whether what stands there could not be read."""
        self._about, self._day, self._by, self._found, self._is_unknown = about, day, by, found, is_unknown
        self._places: dict[str, Path] = {}
        self._readings = {
            measure.id: value.text
            for measure in about.plan.plan.measures
            for read_on, value in measure.actual.items()
            if read_on.text == day
        }

    def enter(self, one: model.Report, path: Path) -> Iterator[Problem]:
        """Enter a report, or tell what stands in its way."""
        tree = self._about.plan.tree
        node = tree.find(one.ref)
        if node is None:
            message = f"`{one.ref}` does not exist in {self._about.plan.name}"
            help_text = did_you_mean(one.ref, tree.by_id, "`tcplan status --all --by lead` lists the actions")
            yield Problem(UNKNOWN_REFERENCE, (*path, "ref"), message, help_text)
        elif (first := self._places.setdefault(node.id, path)) != path:
            help_text = "make one of the two, or give the later one in a file of its own"
            message = f"{node.level} {node.id} is reported on twice in this file"
            yield Problem(DUPLICATE_ID, (*path, "ref"), message, help_text, also=(*first, "ref"), also_says="the first")
        elif not _says_something(one):
            self._found.empty.append(node.id)
        else:
            yield from self._enter(node, one, path)

    def _enter(self, node: Node, one: model.Report, path: Path) -> Iterator[Problem]:
        subject = replace(self._about, node=node)
        key = key_rows(subject.plan.plan)
        rag = colour_named(one.rag, key) if one.rag else None
        problems = [*self._closed(subject, node, path), *self._read_otherwise(one, path)]
        if one.rag and one.rag.strip() and rag is None:
            help_text = f"write one of: {', '.join(f'{entry.colour} ({entry.label})' for entry in key)}"
            problems.append(Problem(UNKNOWN_VALUE, (*path, "rag"), f"`{one.rag}` is no colour of this plan", help_text))
        yield from problems
        if not problems and not self._is_unknown((*path, "readings")):
            self._change(subject, node, self._report(one, rag))

    def _report(self, one: model.Report, rag: str | None) -> Report:
        """The report as `tcplan update` would make it, without the readings that are there already."""
        new = {id_: value.text for id_, value in one.readings.items() if id_ not in self._readings}
        self._readings |= new
        return Report(
            date=self._day,
            rag=rag,
            by=one.by or self._by,
            note=one.note,
            due=one.due.text if one.due else None,
            evidence=one.evidence,
            readings=tuple(f"{id_}={text}" for id_, text in new.items()),
            internal=one.internal,
        )

    def _change(self, subject: Subject, node: Node, report: Report) -> None:
        holder: Any = value_at(subject.plan.file.document.data, subject.path)
        old = holder.get("updates")
        if report_entry(report) in (old if isinstance(old, list) else [old]):
            report = Report(self._day, readings=report.readings)
        if not (report.says_something or report.readings):
            self._found.there.append(node.id)
            return
        self._found.changes += report_changes(subject, report)
        self._found.reported.append(node.id)

    def _closed(self, subject: Subject, node: Node, path: Path) -> Iterator[Problem]:
        closed = state_of(node, subject.plan.plan, parse_day(self._day).last).closed
        if closed:
            message = f"{subject.words} was closed on {closed.date.text}, as {closed.how}"
            yield Problem(
                UNFIT_REPORT, (*path, "ref"), message, "take this report out, or name the action that goes on"
            )

    def _read_otherwise(self, one: model.Report, path: Path) -> Iterator[Problem]:
        """Readings of measures that the plan has not, or that have another reading of that day."""
        measures = [measure.id for measure in self._about.plan.plan.measures]
        for id_, value in one.readings.items():
            place = (*path, "readings", id_)
            if id_ not in measures:
                message = f"there is no measure `{id_}` in {self._about.plan.name}"
                help_text = did_you_mean(id_, measures, f"its measures are {', '.join(measures)}")
                yield Problem(UNKNOWN_MEASURE, place, message, help_text, on_key=True)
            elif self._readings.get(id_, value.text) != value.text:
                message = f"{id_} has a reading of {self._day} already: {self._readings[id_]}"
                yield Problem(UNFIT_REPORT, place, message, f"leave it empty, or write {self._readings[id_]}")


def _says_something(one: model.Report) -> bool:
    words = (one.rag, one.note, one.internal)
    return any(text and text.strip() for text in words) or bool(one.due or one.evidence or one.readings)
