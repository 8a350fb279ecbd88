"""The files that an import would write, and what stands in the way of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from tcplan.check import check
from tcplan.check.rule_selection import select_codes
from tcplan.edits.diff import make_diff
from tcplan.edits.init import schema_line
from tcplan.errors import UsageError
from tcplan.files.settings import Profile, Settings
from tcplan.files.sources import OverlaySource, as_seen
from tcplan.findings.finding import Finding
from tcplan.importing.document import SourcePlace
from tcplan.importing.draft import DraftPlan
from tcplan.importing.found import Doubt
from tcplan.importing.import_plans import ImportedDocument
from tcplan.importing.institution_name import institution_in
from tcplan.importing.writing.glossary_notes import suggested_lines, with_suggestions, without_example_owners
from tcplan.importing.writing.key_lines import KeyLines, key_lines, line_of
from tcplan.importing.writing.plan_text import plan_text
from tcplan.importing.writing.target import UNNAMED, ImportTarget, institution_name, name_new, plan_stem
from tcplan.values.words import FileKind
from tcplan.workspace import Workspace
from tcplan.workspace.glossary import fold_name

Status = Literal["new", "same", "changed"]


@dataclass(frozen=True)
class PlannedFile:
    """A plan file that would be written.

    Attributes:
        name: Its name below the root of the workspace; of one that is there already, the name of that.
        text: What it would hold.
        draft: The plan.
        document: The document that it comes from.
        status: Whether it is new, or there already with the same words or others.
        patch: What would change in the file that is there.
    """

    name: str
    text: str
    draft: DraftPlan
    document: ImportedDocument
    status: Status
    patch: str

    @cached_property
    def _key_lines(self) -> KeyLines:
        return key_lines(self.text)

    def line_of(self, doubt: Doubt) -> int | None:
        """The line where a doubt is settled; None in a file that is there already, whose lines are not ours."""
        return line_of(doubt, self._key_lines) if self.status == "new" else None


@dataclass(frozen=True)
class PlannedImport:
    """All that an import would write.

    Attributes:
        target: Where it goes.
        plans: The plan files.
        frame: The other new files, by name: those that make the folder a workspace.
        glossary: The file of the institution that is there, before and after the suggestions; None without a change.
    """

    target: ImportTarget
    plans: list[PlannedFile]
    frame: dict[str, str] = field(default_factory=dict)
    glossary: tuple[str, str, str] | None = None

    @property
    def texts(self) -> dict[str, str]:
        """The new files by their names below the root."""
        return self.frame | {plan.name: plan.text for plan in self.plans}

    @property
    def unnamed(self) -> str:
        """The new file of an institution that no document names; empty where there is none."""
        file = institution_name(self.target.folder)
        return file if f"\nname: {UNNAMED}\n" in self.frame.get(file, "") else ""

    def unfinished(self, as_of: date) -> list[Finding]:
        """What `validate` finds in the new plans under the profile for drafts."""
        source = OverlaySource(self.target.workspace.source, self.texts)
        names = {plan.name for plan in self.plans}
        codes = select_codes(Settings(profile=Profile.DRAFT))
        return check(Workspace(source), names.__contains__, as_of=as_of, codes=codes).findings


def plan_import(documents: Sequence[ImportedDocument], target: ImportTarget, names: Sequence[str]) -> PlannedImport:
    """The files for the plans of some documents; `names` are those that somebody chose for them, in their order.

    Raises: UsageError where there is not a name for each plan, or a name is none for a file.
    """
    institutions = [institution_in(one.document) for one in documents]
    target = name_new(target, next(filter(None, institutions), ""))
    _tell_others(documents, institutions)
    drafts = [(draft, one) for one in documents for draft in one.drafts]
    stems = _chosen(names, [draft for draft, _ in drafts]) if names else _stems([draft for draft, _ in drafts])
    plans = [
        _planned(draft, document, target, stem, is_named=bool(names))
        for (draft, document), stem in zip(drafts, stems, strict=True)
    ]
    owners = [owner for draft, _ in drafts for owner in draft.owners]
    lines = suggested_lines(owners, ", ".join(one.document.name for one in documents), target.institution)
    frame = dict(target.frame)
    file = institution_name(target.folder)
    if file in frame:
        frame[file] = with_suggestions(without_example_owners(frame[file]), lines)
        return PlannedImport(target, plans, frame)
    return PlannedImport(target, plans, frame, _glossary_change(target, lines))


def _tell_others(documents: Sequence[ImportedDocument], institutions: Sequence[str]) -> None:
    """Add a doubt to the plans of documents that name another institution than the first; all go into one folder."""
    first = next(filter(None, institutions), "")
    for document, name in zip(documents, institutions, strict=True):
        if not name or fold_name(name) == fold_name(first):
            continue
        message = (
            f"{document.document.name} names `{name}`, and the document before it `{first}`; both plans were put into "
            "one folder: import the documents one by one, each with another --into, if these are two institutions"
        )
        for draft in document.drafts[:1]:
            draft.doubts.append(Doubt("institution", message, SourcePlace()))


def _glossary_change(target: ImportTarget, lines: list[str]) -> tuple[str, str, str] | None:
    known = target.institution
    if not (known and known.file):
        return None
    before = known.file.document.encoded().decode()
    after = with_suggestions(before, lines)
    return (known.file.name, before, after) if after != before else None


def _planned(
    draft: DraftPlan, document: ImportedDocument, target: ImportTarget, stem: str, *, is_named: bool
) -> PlannedFile:
    draft.name = stem
    text = plan_text(draft, schema_line(target.folder, FileKind.PLAN))
    name = target.name_in(stem)
    if not is_named:
        name = _same_plan(draft, target) or name
    there = next((file for file in target.workspace.files if file.name == name), None)
    if there is None:
        return PlannedFile(name, text, draft, document, "new", "")
    patch = make_diff(as_seen(target.root, name), there.document.text, text)
    return PlannedFile(name, text, draft, document, "changed" if patch else "same", patch)


def _same_plan(draft: DraftPlan, target: ImportTarget) -> str | None:
    """The file of the institution whose plan has the same title, whatever it is called."""
    title = draft.keys.get("title")
    folder = target.institution
    if folder is None or title is None:
        return None
    wanted = fold_name(str(title.value))
    return next((plan.file.name for plan in folder.plans.values() if fold_name(plan.plan.title) == wanted), None)


def _chosen(names: Sequence[str], drafts: Sequence[DraftPlan]) -> list[str]:
    if len(names) != len(drafts):
        titles = ", ".join(f"`{draft.keys['title'].value}`" if "title" in draft.keys else "a plan" for draft in drafts)
        raise UsageError(
            f"--name names {len(names)} {'plan' if len(names) == 1 else 'plans'}; there are {len(drafts)}: {titles}",
            "give --name once for each plan, in this order",
        )
    stems = [name.removesuffix(".yaml").removesuffix(".yml") for name in names]
    for name, stem in zip(names, stems, strict=True):
        if not stem or not all(char.isalnum() or char in "-_." for char in stem) or stem.startswith("."):
            raise UsageError(f"--name: `{name}` is not a name for a file", "write a name such as phase-2")
    return stems


def _stems(drafts: Sequence[DraftPlan]) -> list[str]:
    """The names of the plans from what they call themselves; a second one of the same name gets a number."""
    stems: list[str] = []
    for draft in drafts:
        stem = own = plan_stem(draft)
        number = 2
        while stem in stems:
            stem, number = f"{own}-{number}", number + 1
        stems.append(stem)
    return stems
