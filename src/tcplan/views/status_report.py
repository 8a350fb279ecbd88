"""A status page with more about its plans: what has moved, and how the headlines came about."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from tcplan.comparison.since import Since
from tcplan.errors import UsageError
from tcplan.progress import Assessment, assess
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.explanation.rows import ExplanationRow
from tcplan.views.movement.page import movement_row
from tcplan.views.movement.rows import MovementRow
from tcplan.views.status.rows import StatusPage
from tcplan.workspace import Workspace
from tcplan.workspace.selection import choose_plans


@dataclass(frozen=True)
class StatusReport(StatusPage):
    """A status page with the parts that were asked for; each has a row for every plan, and the others are left out."""

    movement: tuple[MovementRow, ...] = ()
    explanation: tuple[ExplanationRow, ...] = ()


def assessments_at(workspace: Workspace, root: Path, path: Path, page: StatusPage) -> list[Assessment]:
    """The plans of a page on its day."""
    choices = choose_plans(workspace, root, path, page.as_of)
    return [assess(workspace, one.folder, one.plan, page.as_of) for one in choices if one.plan]


def movements(
    workspace: Workspace, plans: list[Assessment], since: Since
) -> tuple[list[MovementRow], list[UsageError]]:
    """What has moved in each plan, and why it cannot be said of others; raises the reason if it can of none."""
    found, refused = [], []
    for now in plans:
        try:
            found.append(movement_row(workspace, now, since))
        except UsageError as error:
            refused.append(error)
    if refused and not found:
        raise refused[0]
    return found, refused


def status_report(
    page: StatusPage, movement: Sequence[MovementRow] = (), explanation: Sequence[ExplanationRow] = ()
) -> StatusReport:
    """The page with these parts."""
    own = {field.name: getattr(page, field.name) for field in fields(page)}
    return StatusReport(**own, movement=tuple(movement), explanation=tuple(explanation))


def report_json(report: StatusReport) -> str:
    """The page for scripts; `report_schema` describes it. Parts that nobody asked for are left out."""
    data = TypeAdapter(StatusReport).dump_python(report, mode="json", exclude_defaults=True)
    return json_text(data, ascii_only=True)


def report_schema() -> dict[str, Any]:
    """The JSON Schema of `status`, whatever parts it has."""
    schema = TypeAdapter(StatusReport).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan status"}
