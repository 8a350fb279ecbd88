"""Files of an institution that are copies of each other, found by what they hold and by how they are called.

Each file is compared only with those that share a name, a title or titles of entries with it. What more than a few
files share says nothing, so hundreds of plans with the same titles take no longer than as many different ones.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeVar

from tcplan.workspace.copy_names import is_like_copy, original_name
from tcplan.workspace.glossary import fold_name
from tcplan.workspace.institution_folder import (
    CaseStudyFile,
    InstitutionFolder,
    InstitutionMember,
    PlanFile,
    SubmissionFile,
)
from tcplan.workspace.succession import succession_of
from tcplan.workspace.workspace import Workspace

_Member = TypeVar("_Member", PlanFile, SubmissionFile, CaseStudyFile)

MOST_SHARED: Final = 8
"""So many files are compared because of one title: what more of them share is a commonplace."""

FEW_ENTRIES: Final = 3
"""A plan with fewer entries is the copy of another only if all their titles are the same."""


class Copy(NamedTuple):
    """A file that is a copy of another one, and what shows it, in words that follow "both have"."""

    original: InstitutionMember
    shows: str


def copies_in(workspace: Workspace, folder: InstitutionFolder) -> dict[str, Copy]:
    """The copies among the files of an institution, by the names of their files; computed once."""
    return workspace.compute_once(("copies", folder.path), lambda: _find_copies(workspace, folder))


def copies_elsewhere(workspace: Workspace) -> dict[str, Copy]:
    """The plans in copies of the folder of an institution, by the names of their files; computed once."""
    return workspace.compute_once("copies elsewhere", lambda: dict(_find_elsewhere(workspace)))


def copies_of(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile) -> list[PlanFile]:
    """The plans that are copies of a plan, or of the same original as it is, and that original."""
    copies = copies_in(workspace, folder)
    own = copies.get(plan.file.name)
    original = own.original.file if own else plan.file
    alike = {name for name, copy in copies.items() if copy.original.file is original} | {original.name}
    return [one for one in folder.plans.values() if one.file.name in alike and one is not plan]


def _find_copies(workspace: Workspace, folder: InstitutionFolder) -> dict[str, Copy]:
    are_related = succession_of(workspace).are_related

    def same_plan(one: PlanFile, other: PlanFile) -> str:
        return "" if are_related(one, other) else _same_plan(one, other)

    found: dict[str, Copy] = {}
    found.update(_copies(folder.plans.values(), _plan_keys, same_plan))
    found.update(_copies(folder.submissions.values(), _submission_keys, _same_submission))
    found.update(_copies(folder.case_studies.values(), _case_study_keys, _same_case_study))
    return found


def _find_elsewhere(workspace: Workspace) -> Iterator[tuple[str, Copy]]:
    """The plans that a folder of almost the same name, such as `northmoor` for `northmoor - Copy`, has as well."""
    by_name: dict[str, list[InstitutionFolder]] = {}
    for folder in sorted(workspace.folders.values(), key=likely_copy):
        originals = by_name.setdefault(original_name(folder.key), [])
        for plan in folder.plans.values():
            others = (one.plans[plan.name] for one in originals if plan.name in one.plans and _same_name(one, folder))
            if copy := next((Copy(other, shows) for other in others if (shows := _same_plan(other, plan))), None):
                yield plan.file.name, copy
        if len(originals) < MOST_SHARED:
            originals.append(folder)


def likely_copy(folder: InstitutionFolder) -> tuple[bool, bool, int, str]:
    """What puts the folders that people keep before the copies of them."""
    parts = folder.path.split("/")
    return any(is_like_copy(part) for part in parts), not folder.institution, len(parts), folder.path


def _same_name(one: InstitutionFolder, other: InstitutionFolder) -> bool:
    """Whether two folders may be those of one institution."""
    return not (one.institution and other.institution) or fold_name(one.title) == fold_name(other.title)


def _copies(
    members: Iterable[_Member], keys: Callable[[_Member], Iterable[str]], same: Callable[[_Member, _Member], str]
) -> Iterator[tuple[str, Copy]]:
    """The copies among some files, each with its original, whose name is less like that of a copy, or shorter."""
    by_key: dict[str, list[_Member]] = {}
    for member in sorted(members, key=lambda one: (is_like_copy(one.name), len(one.name), one.file.name)):
        own_keys = [key for key in dict.fromkeys(keys(member)) if len(by_key.get(key, ())) < MOST_SHARED]
        alike = Counter(other.file.name for key in own_keys for other in by_key.get(key, ()))
        others = {other.file.name: other for key in own_keys for other in by_key.get(key, ())}
        likely = (others[name] for name, _ in alike.most_common(MOST_SHARED))
        copy = next((Copy(other, shows) for other in likely if (shows := same(other, member))), None)
        if copy:
            yield member.file.name, copy
        else:
            for key in own_keys:
                by_key.setdefault(key, []).append(member)


def _plan_keys(plan: PlanFile) -> Iterator[str]:
    yield f"name {original_name(plan.name)}"
    yield f"title {fold_name(plan.plan.title)}"
    yield from (f"entry {title}" for title in plan.entry_titles)


def _submission_keys(file: SubmissionFile) -> Iterator[str]:
    yield file.submission.form


def _case_study_keys(file: CaseStudyFile) -> Iterator[str]:
    yield fold_name(file.case_study.title)


def _same_plan(one: PlanFile, other: PlanFile) -> str:
    """What shows that two plans are the same one, or nothing.

    Two plans of an institution often use the same ids, and often have the same title: "Technician Commitment action
    plan". So ids by themselves count for nothing, and plans for other years, with other entries, are different plans
    although they have the same title. A next plan that carries most entries on is different if it has a title and a
    period of its own, or says which plan it `follows`. What counts for renumbered entries too are their titles.
    """
    title = one.plan.title if _title(one) and _title(one) == _title(other) else ""
    shared, fewer = _shared_entries(one, other)
    is_small = fewer < FEW_ENTRIES
    alike = one.entry_titles == other.entry_titles != frozenset() if is_small else shared * 2 > fewer
    called_alike = original_name(one.name) == original_name(other.name)
    is_known = not any((one.unsure_of_start, one.unsure_of_end, other.unsure_of_start, other.unsure_of_end))
    apart = is_known and _are_apart(one, other) and not called_alike
    if title and (alike or not apart):
        return f'the title "{title}"'
    if alike and not apart and (is_known or called_alike):
        return "most titles of their entries"  # without numbers, so that an edit does not make it another finding
    if called_alike and one.period == other.period and one.period.start:
        return "the same period, and one is called like a copy of the other"
    return ""


def _title(plan: PlanFile) -> str:
    """The title as it is compared; empty if it could not be read."""
    return "" if plan.file.shaped.is_tainted(("title",)) else fold_name(plan.plan.title)


def _shared_entries(one: PlanFile, other: PlanFile) -> tuple[int, int]:
    """How many titles of entries two plans share, and how many the one with fewer has."""
    titles, others = one.entry_titles, other.entry_titles
    return len(titles & others), min(len(titles), len(others))


def _are_apart(one: PlanFile, other: PlanFile) -> bool:
    """Whether one plan ends before the other begins."""
    first, second = one.period, other.period
    is_before = bool(first.end and second.start and first.end < second.start)
    return is_before or bool(second.end and first.start and second.end < first.start)


def _same_submission(one: SubmissionFile, other: SubmissionFile) -> str:
    """What shows that two submissions are the same one; a form may be submitted again years later."""
    if one.submission.form != other.submission.form:
        return ""
    answers = {(answer.question, answer.text) for answer in one.submission.answers if answer.text}
    others = {(answer.question, answer.text) for answer in other.submission.answers if answer.text}
    if len(answers & others) * 2 > min(len(answers), len(others)):
        return "the same answers"
    called_alike = original_name(one.name) == original_name(other.name)
    if called_alike and one.submission.sent == other.submission.sent:
        return f"the form {one.submission.form}, and one is called like a copy of the other"
    return ""


def _same_case_study(one: CaseStudyFile, other: CaseStudyFile) -> str:
    """What shows that two case studies are the same one: what is held each year has one title, and other words."""
    first, second = one.case_study, other.case_study
    same_words = (first.about, first.date) == (second.about, second.date)
    return f'the title "{first.title}"' if same_words or original_name(one.name) == original_name(other.name) else ""
