"""What `tcplan site` has made, would make, or did not make, as rows: for a screen and for scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.check.leaks.find import Leak
from tcplan.check.leaks.secrets import SecretKind
from tcplan.files.site_folder import WrittenFiles
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.plain_text import file_name, one_line
from tcplan.views.documents.parts import plural
from tcplan.views.site.pages import SiteFile
from tcplan.views.site.publication import LeftOut

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class SiteFileRow:
    """A file of the site."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A plan file that is not published, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class LeakRow:
    """Something in a file of the site that must not be published, and where the plan files have it.

    `also` is the place of a text that may be published and says the same, if there is one.
    """

    path: str
    line: int
    kind: SecretKind
    source: str
    where: str
    also: str | None


@dataclass(frozen=True, slots=True)
class SiteReport:
    """The output of `tcplan site --format json`; `written` is False if nothing was written.

    `changed` and `removed` are the paths of files that are new, not as they were, or no more.
    """

    format: Literal[1]
    tcplan: str
    as_of: date
    folder: str
    written: bool
    files: tuple[SiteFileRow, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    not_published: tuple[LeftOutRow, ...]
    leaks: tuple[LeakRow, ...]


def site_report(
    folder: str, as_of: date, files: list[SiteFile], left_out: list[LeftOut], outcome: WrittenFiles | list[Leak] | None
) -> SiteReport:
    """The report: `outcome` is what was written, the leaks because of which nothing was, or None for a dry run."""
    written = outcome if isinstance(outcome, WrittenFiles) else None
    return SiteReport(
        format=FORMAT,
        tcplan=__version__,
        as_of=as_of,
        folder=folder,
        written=written is not None,
        files=tuple(SiteFileRow(one.path, one.title) for one in files),
        changed=tuple(written.written) if written else (),
        removed=tuple(written.removed) if written else (),
        not_published=tuple(LeftOutRow(*one) for one in left_out),
        leaks=tuple(map(_leak, outcome)) if isinstance(outcome, list) else (),
    )


def site_json(report: SiteReport) -> str:
    """The report for scripts; `site_schema` describes it."""
    return json_text(TypeAdapter(SiteReport).dump_python(report, mode="json"), ascii_only=True)


def site_schema() -> dict[str, Any]:
    """The JSON Schema of `site_json`."""
    schema = TypeAdapter(SiteReport).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan site"}


def site_text(report: SiteReport) -> str:
    """The report to read: what was written, else the list of what would be; then what is not published."""
    return "\n".join([*_lines(report), *_left_out(report)]) + "\n"


def leak_lines(report: SiteReport) -> Iterator[str]:
    """What must not be published, with its places; never the words themselves, since a log may be public."""
    for one in report.leaks:
        also = f"; {file_name(one.also)} says the same, and is published" if one.also else ""
        found = f"{file_name(one.path)}:{one.line}: {one.kind}"
        yield f"{found}, from {file_name(one.source)} ({one_line(one.where)}){also}"


def leak_advice(leaks: list[Leak]) -> tuple[str, str]:
    """What to say below the leaks: how many there are, and who can do something about them."""
    says = f"{len(leaks)} of these must not be published; nothing was written"
    if not all(one.secret.kind.is_ours for one in leaks):
        return says, "change the text that is published, or take the note, link or name out of the plan file"
    return says, "tcplan should have left them out, so this is a fault of its own; another --as-of may work meanwhile"


def _lines(report: SiteReport) -> Iterator[str]:
    day, count = report.as_of.isoformat(), plural(len(report.files), "file")
    if report.written:
        changed, removed = len(report.changed), len(report.removed)
        yield f"{file_name(report.folder)}: {count}, as of {day}: {changed} new or changed, {removed} removed"
        return
    yield f"{file_name(report.folder)}: {count}, as of {day}; nothing was written"
    width = max((len(one.path) for one in report.files), default=0)
    yield from (f"  {one.path:{width}}  {one_line(one.title)}" for one in report.files)


def _left_out(report: SiteReport) -> Iterator[str]:
    if report.not_published:
        yield "Not published:"
    for one in report.not_published:
        yield f"  {file_name(one.file)}: {one_line(one.why)}"


def _leak(one: Leak) -> LeakRow:
    source, also = one.secret.written, one.also
    return LeakRow(
        path=one.file,
        line=one.line,
        kind=one.secret.kind,
        source=f"{source.file.name}:{source.line}",
        where=source.where,
        also=f"{also.file.name}:{also.line}" if also else None,
    )
