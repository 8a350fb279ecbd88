"""What a draft of a submission says of itself: that it is one, and in one box what it lacks, by kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from tcplan.check.gaps import Gap, SubmissionGaps
from tcplan.findings import codes
from tcplan.findings.finding import Code
from tcplan.views.documents.parts import TextItem, ours, plural
from tcplan.views.documents.sections import Section, Sections
from tcplan.workspace import Level, PlanFile, Workspace

_SECTIONS: Final[Mapping[Code, str]] = {
    codes.NO_PLAN_SUBMITTED: "plan",
    codes.UNFIT_PLAN_LENGTH: "plan",
    codes.NO_PERIOD: "plan",
    codes.NO_REVIEW: "reviews",
    codes.UNANSWERED_QUESTION: "answers",
    codes.NO_TECHNICIAN_VOICE: "voice",
    codes.NO_IMPACT_EVALUATION: "measures",
    codes.OBJECTIVE_WITHOUT_ACTIONS: "actions",
    codes.NO_SIGN_OFF: "sign_off",
}
"""The section, by its field of `Sections`, that would have what a file as a whole lacks."""

_ACTIONS: Final = "actions"
"""The noun after a number, which says `unfinished` where the plan has finished ones too."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file with gaps of one kind: the file itself, or the entries in it that lack something."""

    file: TextItem
    entries: tuple[TextItem, ...]


@dataclass(frozen=True, slots=True)
class DraftKind:
    """A kind of gap, how many there are, and where."""

    title: str
    number: int
    files: tuple[DraftFile, ...]


@dataclass(frozen=True, slots=True)
class DraftBox:
    """What a draft lacks; without kinds it lacks nothing, and is a draft all the same."""

    title: str
    words: str
    kinds: tuple[DraftKind, ...]


EntryAnchors = Mapping[tuple[str, str], str]
"""The anchor of an entry, by the name of its file and its name in plan terms; empty if the document has none."""


def draft_box(workspace: Workspace, gaps: SubmissionGaps, anchors: EntryAnchors, sections: Sections) -> DraftBox:
    """The gaps of a submission by kind, with links to what lacks something."""
    number, blocking = gaps.number, sum(gap.number for gap in gaps.blockers)
    words = f"The final document can be made once {_of_them(blocking, number)} closed." if blocking else ""
    kinds = (
        DraftKind(
            title=found[0].kind.title,
            number=sum(gap.number for gap in found),
            files=tuple(_files(workspace, found, anchors, sections)),
        )
        for found in gaps.by_kind.values()
    )
    return DraftBox(f"Draft: {plural(number, 'gap')}" if number else "Draft", words, tuple(kinds))


def _of_them(blocking: int, number: int) -> str:
    if blocking == number:
        return "this gap is" if number == 1 else f"all {number} gaps are"
    return f"{blocking} of them {'is' if blocking == 1 else 'are'}"


def _files(
    workspace: Workspace, found: Iterable[Gap], anchors: EntryAnchors, sections: Sections
) -> Iterator[DraftFile]:
    by_file: dict[str, list[Gap]] = {}
    for gap in found:
        by_file.setdefault(gap.finding.file, []).append(gap)
    for name, gaps in by_file.items():
        section = next((_section(gap, sections) for gap in gaps if not gap.entries), None)
        file = TextItem(PurePosixPath(name).name, anchor=section.anchor if section else "", ours=True)
        yield DraftFile(file, tuple(item for gap in gaps for item in _entries(workspace, gap, anchors)))


def _section(gap: Gap, sections: Sections) -> Section | None:
    name = _SECTIONS.get(gap.finding.code)
    return getattr(sections, name) if name else None


def _entries(workspace: Workspace, gap: Gap, anchors: EntryAnchors) -> Iterator[TextItem]:
    """Each entry that lacks something; one sentence if no entry has it."""
    if gap.is_of_all:
        yield ours(f"{gap.kind.of_all.format(_number_of(workspace, gap))}.")
        return
    for entry in gap.entries:
        yield TextItem(entry, anchor=anchors.get((gap.finding.file, entry), ""), ours=True)


def _number_of(workspace: Workspace, gap: Gap) -> str:
    """The number of entries that should have something, with what they are."""
    number = len(gap.entries)
    member = workspace.members_by_file.get(gap.finding.file)
    noun = _ACTIONS if gap.entries[0].startswith("action ") else "measures"
    is_part = noun == _ACTIONS and isinstance(member, PlanFile) and len(member.tree.of(Level.ACTION)) > number
    return f"{number} {'unfinished ' if is_part else ''}{noun}"
