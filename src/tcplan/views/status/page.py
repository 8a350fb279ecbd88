"""`tcplan status` as data: one page for the current plan of each institution, and its JSON with a schema."""

from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.errors import NothingReadError
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.printed_command import command_at
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.plan import plan_page
from tcplan.views.status.rows import PlanPage, StatusPage
from tcplan.workspace import Workspace
from tcplan.workspace.selection import is_at, select_plans

FORMAT: Final = 1

__all__ = ["Grouping", "PlanPage", "StatusPage", "status_json", "status_page", "status_schema"]


def status_page(workspace: Workspace, root: Path, path: Path, as_of: date, by: Grouping) -> StatusPage:
    """The page of the plan that the path names, or of the current plan of each institution there.

    Raises NothingReadError if no plan can be read.
    """
    broken = [file.name for file in workspace.files if is_at(root, path, file.name) and file.shaped.model is None]
    plans = select_plans(workspace, root, path, as_of)
    pages = [plan_page(workspace, folder, plan, as_of, by) for folder, plan in plans]
    if not pages:
        raise _nothing(path, broken)
    return StatusPage(FORMAT, __version__, as_of, tuple(pages))


def status_json(page: StatusPage) -> str:
    """The page for scripts; `status_schema` describes it. Pure ASCII, so that it is the same in every encoding."""
    return json_text(TypeAdapter(StatusPage).dump_python(page, mode="json"), ascii_only=True)


def status_schema() -> dict[str, Any]:
    """The JSON Schema of `status_json`."""
    schema = TypeAdapter(StatusPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan status"}


def _nothing(path: Path, broken: list[str]) -> NothingReadError:
    """What was looked for, where, and what to do next."""
    if broken:
        hint = f"`{command_at('validate', path)}` shows what is wrong with {', '.join(broken)}"
        return NothingReadError(f"{path}: no plan here can be read", hint)
    hint = "`tcplan init` starts a plan; a plan is a YAML file that says `kind: plan`"
    return NothingReadError(f"{path}: there is no plan here", hint)
