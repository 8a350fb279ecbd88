"""What is approved: the substance of a plan or of a submission, as plain data.

Left out is what changes without a decision: reports, readings, closures, notes that are never published, earlier ids,
and how a file is written. What a submission says of an earlier plan is part of it, as that plan was on the day of the
review.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final

from tcplan.comparison.differences.item_keys import is_ordered
from tcplan.findings.span import Value
from tcplan.markdown.comments import without_comments
from tcplan.model import Shape
from tcplan.progress.figures.live_figures import live_figures
from tcplan.progress.history import closure_on, is_in_plan, nodes_in_plan, updates_until
from tcplan.shape.fields import fields_of
from tcplan.values.unicode_form import composed
from tcplan.workspace import Glossary, InstitutionFolder, Level, Node, PlanFile, SubmissionFile, Workspace, find_plan
from tcplan.workspace.references import find_case_study

_NEVER: Final = frozenset(
    {"kind", "format", "internal", "formerly", "accepted", "sign_off", "sent", "feedback", "fingerprint"}
)
"""Keys of any shape that are no part of what is approved."""

_PROGRESS: Final = frozenset({"updates", "actual", "done", "closed", "added"})
"""Keys of a plan that say how it goes on."""

_ENTRIES: Final = tuple(level.table for level in Level)

Content = dict[str, Value]
"""The parts of what is approved, by what a sentence calls them."""


def plan_content(plan: PlanFile, glossary: Glossary, day: date) -> Content:
    """The parts of a plan: its entries as far as they belong to it on the day, its measures, and what stands above.

    Who leads and owns them is as the glossary of the institution calls them, since documents print those names.
    """
    written = _plain_shape(plan.plan, _NEVER | _PROGRESS)
    for entry in (one for table in _ENTRIES for one in written.get(table, [])):
        if "lead" in entry:
            entry["lead"] = glossary.long_name(entry["lead"])
        if "owners" in entry:
            entry["owners"] = sorted(map(glossary.long_name, entry["owners"]))
    joined = {(node.level.table, node.id) for node in nodes_in_plan(plan, day)}
    entries = {table: [one for one in written.get(table, []) if (table, one["id"]) in joined] for table in _ENTRIES}
    head = {key: value for key, value in written.items() if key not in {*_ENTRIES, "measures"}}
    return {"its introduction": head, "its entries": entries, "its measures": written.get("measures", [])}


def submission_content(workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, day: date) -> Content:
    """The parts of a submission: its answers, the reviews, the plan that it submits, and the case studies it names."""
    written = _plain_shape(file.submission, _NEVER)
    name = file.submission.submits
    submitted = find_plan(workspace, folder, name).plan if name else None
    reviews = written.pop("reviews", [])
    reviewed = [
        _reviewed(workspace, folder, one.plan, one.date.last if one.date else None) for one in file.submission.reviews
    ]
    figures = live_figures(workspace, folder, file, day)
    for answer in written.get("answers", []):
        answer["text"] = figures.fill(answer.get("text", ""))
    written["institution"] = _institution(folder)
    return {
        "the answers": written,
        "the review": [reviews, reviewed],
        "the plan": _plan_parts(workspace, submitted, day) if submitted else [],
        "the case studies": [
            [name, _plain_shape(found.case_study, _NEVER)]
            for name in sorted(set(_case_studies(file)))
            if (found := find_case_study(folder, name).case_study)
        ],
    }


def _institution(folder: InstitutionFolder) -> dict[str, Value]:
    """What the head of a form says of the institution."""
    institution = folder.institution
    if institution is None:
        return {}
    kept = ("name", "webpage", "contact")
    return {key: value for key, value in _plain_shape(institution, _NEVER).items() if key in kept}


def _plan_parts(workspace: Workspace, plan: PlanFile, day: date) -> list[Value]:
    """The parts of a plan in the names of its own institution."""
    folder = workspace.folder_of(plan.file)
    return list(plan_content(plan, folder.glossary if folder else Glossary(), day).values())


def _case_studies(file: SubmissionFile) -> Iterator[str]:
    """The case studies that answers and closing entries name."""
    submission = file.submission
    answered = [item for answer in submission.answers for item in answer.evidence]
    closed = [item for review in submission.reviews for one in review.closing for item in one.evidence]
    yield from (item.ref for item in (*answered, *closed) if item.ref)


def _reviewed(workspace: Workspace, folder: InstitutionFolder, name: str, day: date | None) -> Value:
    """What a review shows of an earlier plan; nothing where its day is not known, since any report could be meant."""
    plan = find_plan(workspace, folder, name).plan
    if plan is None or day is None:
        return []
    promised = _plan_parts(workspace, plan, day)
    reported: list[Value] = [
        [
            node.id,
            [_plain_shape(one, _NEVER) for one in updates_until(node.entry.updates, day)],
            _closed(node, plan, day),
        ]
        for node in sorted(plan.tree.nodes, key=lambda one: (one.level.table, one.id))
        if is_in_plan(node, day)
    ]
    readings: list[Value] = [
        [one.id, _plain({on: value for on, value in one.actual.items() if on.last <= day})]
        for one in sorted(plan.plan.measures, key=lambda one: one.id)
    ]
    return [*promised, reported, readings]


def _closed(node: Node, plan: PlanFile, day: date) -> Value:
    closed = closure_on(node, plan, day)
    return _plain_shape(closed, _NEVER) if closed else None


def _plain_shape(shape: Shape, left_out: frozenset[str]) -> dict[str, Any]:
    """A model as plain data: no empty values, and lists whose order means nothing in one order."""
    found: dict[str, Any] = {}
    for (key, field), name in zip(fields_of(type(shape)).items(), type(shape).model_fields, strict=True):
        value = getattr(shape, name)
        if key in left_out or value is None or value in ((), {}):
            continue
        if isinstance(value, tuple):
            items = [_plain(one, left_out) for one in value]
            found[key] = items if is_ordered(field) else sorted(items, key=repr)
        else:
            found[key] = _plain(value, left_out)
    return found


def _plain(value: object, left_out: frozenset[str] = _NEVER) -> Value:
    """A value by what it means: a date by its days, a number by its amount, words whatever the line breaks."""
    match value:
        case Shape():
            plain: Value = _plain_shape(value, left_out)
        case Enum():
            plain = str(value.value)
        case str():
            plain = _without_wrapping(value)
        case dict():
            plain = sorted(([_plain(key), _plain(inner)] for key, inner in value.items()), key=repr)
        case tuple() | list():
            plain = [_plain(one) for one in value]
        case _ if is_dataclass(value):
            plain = [_plain(getattr(value, field.name)) for field in fields(value) if field.name != "text"]
        case _:
            plain = str(value)
    return plain


def _without_wrapping(text: str) -> str:
    """A text without its comments and in which lines that only wrap a paragraph are one.

    A line break that means something to Markdown stays: an empty line, and one before a list, a table, a quote, a
    heading or the address of a link.
    """
    shown, _ = without_comments(composed(text))
    lines = [" ".join(line.split()) for line in shown.strip().splitlines()]
    joined = [""]
    for line in lines:
        is_wrapped = line and joined[-1] and not _block_pattern().match(line)
        joined[-1:] = [f"{joined[-1]} {line}"] if is_wrapped else [joined[-1], line]
    return "\n".join(one for place, one in enumerate(joined[1:], 1) if one or joined[place - 1])


@cache
def _block_pattern() -> re.Pattern[str]:
    return re.compile(r"[-*+>#|`~=:\[]|[0-9]{1,9}[.)]")
