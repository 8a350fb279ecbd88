"""An edit as a page: the entry with its stated colours, the changes of the file, and the headline before and after."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.progress import assess
from tcplan.progress.history import updates_until
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.status.parts import headline_row, key_rows, stated_row
from tcplan.views.status.rows import HeadlineRow, KeyRow, StatedRow
from tcplan.workspace import PlanFile, Workspace

FORMAT: Final = 1


@dataclass(frozen=True)
class EditedEntryRow:
    """The entry that is edited. `was` and `now` are its stated colours on the day, None without a report."""

    level: str
    id: str
    title: str
    was: StatedRow | None
    now: StatedRow | None


@dataclass(frozen=True)
class HeadlineMove:
    """The computed headline of the plan as of the day, without the edit and with it."""

    plan: str
    was: HeadlineRow
    now: HeadlineRow


@dataclass(frozen=True)
class EditNoteRow:
    """A finding that the edit brings but that does not prevent it."""

    code: str
    severity: str
    message: str
    help: str


@dataclass(frozen=True)
class UndoRow:
    """A command that takes a part of the edit back, and what it is for."""

    says: str
    command: str


@dataclass(frozen=True)
class EditPage:
    """One edit of one file; `written` is False if nothing was written. `key` is the plan's RAG key.

    `undo` are the commands that take it back, to be run in this order in the same folder.
    """

    format: Literal[1]
    tcplan: str
    as_of: date
    file: str
    written: bool
    diff: str
    says: tuple[str, ...]
    entry: EditedEntryRow | None
    headline: HeadlineMove | None
    key: tuple[KeyRow, ...]
    notes: tuple[EditNoteRow, ...]
    undo: tuple[UndoRow, ...]


@dataclass(frozen=True)
class BeforeAfter:
    """The workspace before and after an edit of the file called `name`, seen on a day."""

    before: Workspace
    after: Workspace
    name: str
    as_of: date


@dataclass(frozen=True)
class EditSummary:
    """What the page says about an edit in words; `file` is the file's name as it is shown."""

    file: str
    diff: str
    says: tuple[str, ...]
    notes: tuple[EditNoteRow, ...]
    written: bool
    undo: tuple[UndoRow, ...] = ()


def edit_page(sides: BeforeAfter, entry: str | None, summary: EditSummary) -> EditPage:
    """The page of an edit that is about the entry with this id."""
    after = _plan(sides.after, sides.name)
    return EditPage(
        format=FORMAT,
        tcplan=__version__,
        as_of=sides.as_of,
        file=summary.file,
        written=summary.written,
        diff=summary.diff,
        says=summary.says,
        entry=_entry(sides, entry),
        headline=_headline(sides),
        key=key_rows(after) if after else (),
        notes=summary.notes,
        undo=summary.undo,
    )


def edit_json(page: EditPage) -> str:
    """The page for scripts; `edit_schema` describes it."""
    return json_text(TypeAdapter(EditPage).dump_python(page, mode="json"), ascii_only=True)


def edit_schema() -> dict[str, Any]:
    """The JSON Schema of `edit_json`."""
    schema = TypeAdapter(EditPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan edit"}


def _plan(workspace: Workspace, name: str) -> PlanFile | None:
    return next((plan for plan in workspace.plans if plan.file.name == name), None)


def _entry(sides: BeforeAfter, id_: str | None) -> EditedEntryRow | None:
    before, after = _plan(sides.before, sides.name), _plan(sides.after, sides.name)
    if id_ is None or before is None or after is None:
        return None
    node = after.tree.find(id_)
    if node is None:
        return None
    stated = [_stated(sides, workspace, id_) for workspace in (sides.before, sides.after)]
    return EditedEntryRow(node.level, node.id, node.entry.title, *stated)


def _stated(sides: BeforeAfter, workspace: Workspace, id_: str) -> StatedRow | None:
    """The colour that is stated for the entry with this id in one of the workspaces."""
    plan = _plan(workspace, sides.name)
    folder = workspace.folder_of(plan.file) if plan else None
    node = plan.tree.find(id_) if plan else None
    if plan is None or folder is None or node is None:
        return None
    return stated_row(updates_until(node.entry.updates, sides.as_of), plan, folder.glossary)


def _headline(sides: BeforeAfter) -> HeadlineMove | None:
    rows, name = [], ""
    for workspace in (sides.before, sides.after):
        plan = _plan(workspace, sides.name)
        folder = workspace.folder_of(plan.file) if plan else None
        if plan is None or folder is None:
            return None
        name = plan.name
        rows.append(headline_row(assess(workspace, folder, plan, sides.as_of).headline()))
    return HeadlineMove(name, *rows)
