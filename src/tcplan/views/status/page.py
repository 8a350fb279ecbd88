"""`tcplan status` as data: one page for the current plan of each institution, and its JSON with a schema."""

from datetime import date
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.errors import NothingReadError, TcplanError
from tcplan.values.json_text import json_text
from tcplan.values.printed_command import command_at
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.plan import plan_page
from tcplan.views.status.rows import PlanPage, StatusPage
from tcplan.workspace import File, InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.below import nothing_here
from tcplan.workspace.paths import is_at
from tcplan.workspace.selection import choose_plans

FORMAT: Final = 1

__all__ = ["Grouping", "PlanPage", "StatusPage", "plans_at", "status_json", "status_page"]


def status_page(workspace: Workspace, root: Path, path: Path, as_of: date, by: Grouping) -> StatusPage:
    """The page of the plan that the path names, or of the current plan of each institution there.

    An institution of which it is not clear which plan that is has none: another plan is never shown instead.

    Raises NothingReadError if no plan can be read, or what makes it unclear which one is meant.
    """
    plans = plans_at(workspace, root, path, as_of)
    pages = [plan_page(workspace, folder, plan, as_of, by) for folder, plan in plans]
    return StatusPage(FORMAT, __version__, as_of, tuple(pages))


def plans_at(workspace: Workspace, root: Path, path: Path, as_of: date) -> list[tuple[InstitutionFolder, PlanFile]]:
    """The plans that a page is about; raises as `status_page`."""
    choices = choose_plans(workspace, root, path, as_of)
    plans = [(one.folder, one.plan) for one in choices if one.plan]
    if not plans and choices and choices[0].doubt:
        raise choices[0].doubt
    if not plans:
        raise _nothing(path, [file.name for file in workspace.files if is_unread_at(root, path, file)])
    return plans


def doubts_at(workspace: Workspace, root: Path, path: Path, as_of: date) -> list[TcplanError]:
    """Why institutions at the path have no page: it is not clear which of their plans is the current one."""
    return [one.doubt for one in choose_plans(workspace, root, path, as_of) if one.doubt]


def is_unread_at(root: Path, path: Path, file: File) -> bool:
    """Whether a file is at the path, and nothing can be made of it."""
    return file.shaped.model is None and is_at(root, path, file.name)


def status_json(page: StatusPage) -> str:
    """The page for scripts; `report_schema` describes it. Pure ASCII, so that it is the same in every encoding."""
    return json_text(TypeAdapter(StatusPage).dump_python(page, mode="json"), ascii_only=True)


def _nothing(path: Path, broken: list[str]) -> NothingReadError:
    """What was looked for, where, and what to do next."""
    if broken:
        hint = f"`{command_at('validate', path)}` shows what is wrong with {', '.join(broken)}"
        return nothing_here(path, f"{path}: no plan here can be read", hint)
    hint = "`tcplan init` starts a plan; a plan is a YAML file that says `kind: plan`"
    return nothing_here(path, f"{path}: there is no plan here", hint)
