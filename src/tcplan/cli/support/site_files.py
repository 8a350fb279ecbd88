"""What `tcplan site` publishes: the institutions at a path, and the workspace without what is not public."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
from tcplan.cli.support.options import require_path
from tcplan.errors import UsageError
from tcplan.files.sources import as_seen
from tcplan.render.workspace_templates import has_templates
from tcplan.values.printed_command import command_at
from tcplan.views.site.pages import InstitutionSite, SiteFile, all_files
from tcplan.views.site.publication import LeftOut, public_files
from tcplan.workspace import INSTITUTION_STEM, InstitutionFolder, PlanFile, Workspace, open_workspace
from tcplan.workspace.below import nothing_here
from tcplan.workspace.charters import keep_charters
from tcplan.workspace.choice import cannot_be_used, check_plans_of, choose_plan
from tcplan.workspace.selection import select_institutions
from tcplan.workspace.submission_dates import submission_dates


@dataclass(frozen=True)
class SiteFiles:
    """The files of a site, not rendered yet, and what they are made of: `public` are the names of plan files."""

    workspace: Workspace
    root: Path
    public: frozenset[str]
    files: list[SiteFile]
    left_out: list[LeftOut]


def site_files(path: Path, day: date) -> SiteFiles:
    """The files for the institutions at a path on a day.

    Raises NothingReadError if there are none, or what makes it unclear which plan is current or who may be named.
    """
    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    folders = [one for one in select_institutions(workspace, root, path) if one.has_members]
    if not folders:
        hint = f"`tcplan init` makes one; `{command_at('validate', path)}` shows what cannot be read"
        raise nothing_here(path, f"{path} has nothing to publish", hint)
    warn_incomplete(workspace, root, folders, day)
    public = {one.path: public_files(workspace, one, day) for one in workspace.folders.values()}
    hidden = [left.file for one in public.values() for left in one.left_out]
    without = workspace.without(hidden)
    keep_charters(workspace, without)
    sites = []
    for folder in folders:
        _check_readable(workspace, root, folder, day)
        left_out = public[folder.path].left_out
        current = _current(choose_plan(workspace, root, path, folder, day).plan, root, path, left_out)
        there = without.folders.get(folder.path) or InstitutionFolder(folder.key, folder.path)
        dates = tuple(submission_dates(workspace, folder, day))
        plan = there.plans[current.name] if current else None
        own = public_files(without, there, day)
        sites.append(InstitutionSite(without, there, own, plan, day, dates, has_templates(root)))
    names = frozenset(one.file.name for files in public.values() for one in (*files.plans, *files.submissions))
    names |= frozenset(one.file.name for files in public.values() for one in files.case_studies)
    shown = [left for folder in folders for left in public[folder.path].left_out]
    return SiteFiles(workspace, root, names, list(all_files(sites, day)), shown)


def _current(plan: PlanFile | None, root: Path, path: Path, left_out: tuple[LeftOut, ...]) -> PlanFile | None:
    """The plan that is meant, unless it is a draft; raises UsageError for a draft that is named."""
    why = next((one.why for one in left_out if plan and one.file == plan.file.name), None)
    if plan and why and path.is_file():
        raise UsageError(f"{as_seen(root, plan.file.name)} is not published: {why}", "name the institution's folder")
    return None if why else plan


def _check_readable(workspace: Workspace, root: Path, folder: InstitutionFolder, day: date) -> None:
    """Raise NothingReadError where it is not known who may be named, or a plan of a submission cannot be read."""
    unread = folder.unreadable.get(INSTITUTION_STEM)
    if unread:
        raise cannot_be_used(workspace, root, unread)
    if folder.file and {("owners",), ("contact",)} & folder.file.shaped.tainted:
        raise cannot_be_used(workspace, root, folder.file)
    for one in public_files(workspace, folder, day).submissions:
        check_plans_of(workspace, root, folder, one)
