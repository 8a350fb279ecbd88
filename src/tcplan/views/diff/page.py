"""The comparison of two states of plan files, as rows."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.comparison.differences.comparable import comparable_file
from tcplan.comparison.differences.item_pairs import PlanLinks
from tcplan.comparison.differences.plan_links import plan_links
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.diff.entries import entry_rows
from tcplan.views.diff.places import ComparedFile, compared_file
from tcplan.views.diff.publishable import publishable
from tcplan.views.diff.rows import DiffPage, FileDiffRow
from tcplan.workspace import File, Workspace
from tcplan.workspace.glossary import Glossary

FORMAT: Final = 1


class FileState(NamedTuple):
    """A file in the workspace that it is read in, with its name as it is printed."""

    file: File
    workspace: Workspace
    shown: str


class FilePair(NamedTuple):
    """A file in two states; one of them may not be there. `is_likely` if it had another name, which is a guess."""

    before: FileState | None
    after: FileState | None
    is_likely: bool = False


def diff_page(pairs: Iterable[FilePair], before: str, after: str, *, published: bool = False) -> DiffPage:
    """The files that differ; `before` and `after` say what is compared.

    `published` leaves out what must not be published.
    """
    rows = (_file_row(pair, published=published) for pair in pairs if not _is_same(pair))
    return DiffPage(
        FORMAT, __version__, before, after, tuple(row for row in rows if row.entries or row.before != row.after)
    )


def diff_json(page: DiffPage) -> str:
    """The page for scripts; `diff_schema` describes it."""
    return json_text(TypeAdapter(DiffPage).dump_python(page, mode="json"), ascii_only=True)


def diff_schema() -> dict[str, Any]:
    """The JSON Schema of `diff_json`."""
    schema = TypeAdapter(DiffPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan diff"}


def _is_same(pair: FilePair) -> bool:
    """Whether a file has the same text in both states, as most have."""
    texts = [one.file.document.text for one in (pair.before, pair.after) if one and not pair.is_likely]
    return len(texts) > 1 and texts[0] == texts[1]


def _file_row(pair: FilePair, *, published: bool) -> FileDiffRow:
    old, new = (_compared(one, published=published) for one in (pair.before, pair.after))
    shown = pair.after or pair.before
    title = (new if pair.after else old).data.data
    return FileDiffRow(
        name=shown.file.stem if shown else "",
        title=str(title.get("title") or title.get("name") or ""),
        before=pair.before.shown if pair.before else None,
        after=pair.after.shown if pair.after else None,
        likely=pair.is_likely,
        entries=entry_rows(old, new, _links(pair)) if pair.before and pair.after else (),
    )


def _links(pair: FilePair) -> PlanLinks | None:
    if pair.before is None or pair.after is None or pair.is_likely:
        return None
    before, after = pair.before, pair.after
    return plan_links((before.workspace, after.workspace), before.file, after.file)


def _compared(state: FileState | None, *, published: bool) -> ComparedFile:
    if state is None:
        return compared_file(comparable_file(None), None)
    data = comparable_file(state.file.document.data)
    if published:
        folder = state.workspace.folder_of(state.file)
        data = publishable(data, folder.glossary if folder else Glossary())
    return compared_file(data, state.file.shaped.model)
