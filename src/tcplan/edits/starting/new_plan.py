"""A new plan without actions: its period, what it follows, and how to go on."""

from collections.abc import Iterator
from typing import Any

from tcplan.comparison.transitions import in_order_of_time
from tcplan.edits.carrying.next_period import next_plan
from tcplan.edits.carrying.next_plan import NextPlan
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.init import schema_line
from tcplan.edits.starting.new_file import NewFile, new_plan_name, only_institution
from tcplan.errors import UsageError
from tcplan.findings.span import Value
from tcplan.shape.file_header import FORMAT
from tcplan.values.words import FileKind
from tcplan.workspace import InstitutionFolder, PlanFile
from tcplan.workspace.charters import charter_of_new_plan
from tcplan.yaml_editor.emit import emit_file

_HOW_TO_GO_ON = """
# Pillars, objectives and actions: `tcplan add pillar`, `tcplan add objective` and `tcplan add action` write them here.
# `tcplan carry` starts a plan with the unfinished actions of the one before it.
"""


def new_plan_file(scope: SearchScope, name: str, *, title: str, start: str, end: str) -> NewFile:
    """The file of a new plan, which follows the last plan of the institution.

    Raises UsageError where it is not clear for which institution it is or when it runs, RefusedError for a taken name.
    """
    folder = only_institution(scope)
    file = new_plan_name(scope.workspace, folder, name)
    before = _last_plan(folder)
    plan_name = file.rpartition("/")[2].removesuffix(".yaml")
    charter = charter_of_new_plan(scope.workspace, folder, before)
    new = _period(before, plan_name, title=title, start=start, end=end, charter=charter)
    data: dict[str, Value] = {"kind": FileKind.PLAN.value, "format": FORMAT, **dict(_keys(before, new))}
    text = schema_line(folder.path, FileKind.PLAN) + emit_file(data) + _HOW_TO_GO_ON
    says = (f"it follows {before.name}",) if before else ()
    return NewFile(file, text, says)


def _last_plan(folder: InstitutionFolder) -> PlanFile | None:
    """The plan of the institution that begins last."""
    plans = in_order_of_time(folder.plans.values())
    return plans[-1] if plans else None


def _period(  # noqa: PLR0913 (what is said of it)
    before: PlanFile | None, name: str, *, title: str, start: str, end: str, charter: str | None
) -> NextPlan:
    if before:
        return next_plan(before, name, title=title, start=start, end=end, charter=charter)
    if not start or not end:
        raise UsageError("there is no plan yet to go by", "say when the plan runs: --start 2027-01 --end 2029-12")
    return next_plan(None, name, title=title, start=start, end=end, charter=charter)


def _keys(before: PlanFile | None, new: NextPlan) -> Iterator[tuple[str, Value]]:
    plan = before.plan if before else None
    yield "title", new.title
    if plan and plan.charter:
        yield "charter", plan.charter
    yield "language", plan.language if plan and plan.language else "en-GB"
    yield "period", {"start": new.start, "end": new.end}
    if before and plan:
        yield "follows", before.name
        data: Any = before.file.document.data
        if data.get("review_every"):
            yield "review_every", data["review_every"]
