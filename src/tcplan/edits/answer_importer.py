"""Filled-in reports, added to a plan one after the other, or what prevents that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

from tcplan.edits.edit_target import EditTarget
from tcplan.edits.evidence import link_fault
from tcplan.edits.readings import in_unit, written_measures
from tcplan.edits.reporting import NewReport, colour_help, report_changes, report_entry
from tcplan.findings.change import Change
from tcplan.findings.codes import (
    AMBIGUOUS_EARLIER_ID,
    DUPLICATE_ID,
    UNFIT_REPORT,
    UNKNOWN_MEASURE,
    UNKNOWN_REFERENCE,
    UNKNOWN_VALUE,
)
from tcplan.findings.finding import Finding, Problem
from tcplan.findings.span import Path
from tcplan.model import answers as model
from tcplan.progress.history import closure_on
from tcplan.progress.measures import readings_of
from tcplan.values.dates import parse_day
from tcplan.values.near_words import did_you_mean, list_some
from tcplan.values.rag import find_colour
from tcplan.workspace import Node, PlanFile
from tcplan.yaml_editor.data_edits import value_at


@dataclass
class ImportResult:
    """What the answers come to: the changes of the plan, and the actions that each report is on.

    `repeated` have another report of that day, `blank` are left empty, `already_present` are in the plan already.
    Where there is an error among the findings, nothing may be written.
    """

    plan: PlanFile | None = None
    changes: list[Change] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    blank: list[str] = field(default_factory=list)
    already_present: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class AnswerImporter:
    """Adds the reports of one file to one plan, one after the other."""

    def __init__(
        self, target: EditTarget, day: str, by: str | None, found: ImportResult, is_unknown: Callable[[Path], bool]
    ) -> None:
        """`is_unknown` says of a place in the answers whether its value could not be read."""
        self._plan_target, self._day, self._by, self._found, self._is_unknown = target, day, by, found, is_unknown
        self._last_day = parse_day(day).last
        self._places: dict[str, Path] = {}
        self._colour = cache(partial(find_colour, key=target.plan.rag_key.values()))
        self._measure_ids = [measure.id for measure in written_measures(target.plan).values()]
        self._measures = {measure.id: measure for measure in reversed(target.plan.plan.measures)}
        self._readings = {
            measure.id: value.text
            for measure in target.plan.plan.measures
            for read_on, value in measure.actual.items()
            if read_on.last == self._last_day
        }

    def enter(self, one: model.AnswerReport, path: Path) -> Iterator[Problem]:
        """Add a report, or yield the problems that prevent it."""
        tree = self._plan_target.plan.tree
        node, plan = tree.find(one.ref), self._plan_target.plan
        if node is None or not plan.has_written_id(node.path):
            message = f"`{one.ref}` does not exist in {plan.name}"
            known = [id_ for id_, other in tree.by_id.items() if other is not node]
            help_text = did_you_mean(one.ref, known, list_some(known))
            yield Problem(UNKNOWN_REFERENCE, (*path, "ref"), message, help_text)
        elif len(had := tree.entries_once_called(one.ref)) > 1:
            message = f"`{one.ref}` is the earlier id of {len(had)} entries: {', '.join(node.id for node in had)}"
            yield Problem(AMBIGUOUS_EARLIER_ID, (*path, "ref"), message, "use the id it has now")
        elif (first := self._places.setdefault(node.id, path)) != path:
            help_text = "merge the two reports, or move the later one to a file of its own"
            message = f"{node.level} {node.id} is reported on twice in this file"
            yield Problem(DUPLICATE_ID, (*path, "ref"), message, help_text, also=(*first, "ref"), also_says="the first")
        elif not _says_something(one):
            self._found.blank.append(node.id)
        else:
            yield from self._enter(node, one, path)

    def _enter(self, node: Node, one: model.AnswerReport, path: Path) -> Iterator[Problem]:
        target = replace(self._plan_target, node=node)
        rag = self._colour(one.rag) if one.rag else None
        problems = [
            *self._check_open(target, node, path),
            *self._check_readings(one, path),
            *self._check_values(one, path),
        ]
        if one.rag and one.rag.strip() and rag is None:
            help_text = colour_help(one.rag, target.plan.rag_key.values())
            problems.append(
                Problem(UNKNOWN_VALUE, (*path, "rag"), f"`{one.rag}` is not a colour of this plan", help_text)
            )
        yield from problems
        if not problems and not self._is_unknown((*path, "readings")):
            self._change(target, node, self._report(one, rag))

    def _report(self, one: model.AnswerReport, rag: str | None) -> NewReport:
        """The report as `tcplan update` would make it, without the readings that are there already."""
        new = {id_: value.text for id_, value in one.readings.items() if id_ not in self._readings}
        self._readings |= new
        return NewReport(
            date=self._day,
            rag=rag,
            by=one.by or self._by,
            note=one.note,
            due=one.due.text if one.due else None,
            evidence=one.evidence,
            readings=tuple(f"{id_}={text}" for id_, text in new.items()),
            internal=one.internal,
        )

    def _change(self, target: EditTarget, node: Node, report: NewReport) -> None:
        holder: Any = value_at(target.plan.file.document.data, target.path)
        old = holder.get("updates")
        if report_entry(report) in (old if isinstance(old, list) else [old]):
            report = NewReport(self._day, readings=report.readings)
        if not (report.says_something or report.readings):
            self._found.already_present.append(node.id)
            return
        self._found.changes += report_changes(target, report)
        is_second = self._last_day in [update.date.last for update in node.entry.updates]
        (self._found.repeated if is_second and report.says_something else self._found.reported).append(node.id)

    def _check_open(self, target: EditTarget, node: Node, path: Path) -> Iterator[Problem]:
        closed = closure_on(node, target.plan, self._last_day)
        if closed:
            message = f"{target.words} was closed on {closed.date.text}, as {closed.how}"
            yield Problem(
                UNFIT_REPORT, (*path, "ref"), message, "delete this report, or name the action that continues"
            )

    def _check_values(self, one: model.AnswerReport, path: Path) -> Iterator[Problem]:
        """A due date in the past, evidence that is not a link, and readings in another unit than before."""
        if one.due and one.due.day and one.due.day.last < self._last_day:
            message = f"{one.due.text} is in the past: the report is of {self._day}"
            yield Problem(UNFIT_REPORT, (*path, "due"), message, "write a later date, or leave it empty")
        for index, words in enumerate(one.evidence):
            if fault := link_fault(words, self._plan_target.folder.case_studies):
                yield Problem(fault.code, (*path, "evidence", index), fault.message, fault.help)
        for id_, value in one.readings.items():
            last = self._last_reading(id_)
            if last and value.percent != last.endswith("%"):
                kinds = ("a percentage", "a count") if value.percent else ("a count", "a percentage")
                message = f"{value.text} is {kinds[0]}; the last reading of {id_} was {kinds[1]}: {last}"
                help_text = f"if you mean {in_unit(value.text, last)}, write that"
                yield Problem(UNFIT_REPORT, (*path, "readings", id_), message, help_text)

    def _last_reading(self, id_: str) -> str:
        """The last reading of a measure before the day, or nothing."""
        measure = self._measures.get(id_)
        readings = [one for one in readings_of(measure) if one.day < self._last_day] if measure else []
        return readings[-1].quantity.text if readings else ""

    def _check_readings(self, one: model.AnswerReport, path: Path) -> Iterator[Problem]:
        """Readings of measures that the plan has not, or that have another reading of that day."""
        for id_, value in one.readings.items():
            place = (*path, "readings", id_)
            if id_ not in self._measure_ids:
                message = f"there is no measure `{id_}` in {self._plan_target.plan.name}"
                help_text = did_you_mean(id_, self._measure_ids, f"its measures are {', '.join(self._measure_ids)}")
                yield Problem(UNKNOWN_MEASURE, place, message, help_text, on_key=True)
            elif self._readings.get(id_, value.text) != value.text:
                message = f"{id_} already has a reading of {self._day}: {self._readings[id_]}"
                yield Problem(UNFIT_REPORT, place, message, f"leave it empty, or write {self._readings[id_]}")


def _says_something(one: model.AnswerReport) -> bool:
    words = (one.rag, one.note, one.internal)
    return any(text and text.strip() for text in words) or bool(one.due or one.evidence or one.readings)
