"""What a file of which no model can be made may be: its kind is read from its words, else guessed from its name.

A plan that is there and cannot be read is still a plan. Nothing may be written into another one instead, or shown.
"""

import re
from functools import cache
from typing import Final

from tcplan.frameworks import shipped_names
from tcplan.model import Plan
from tcplan.values.words import FileKind
from tcplan.workspace.copy_names import original_name
from tcplan.workspace.institution_folder import INSTITUTION_STEM, InstitutionFolder
from tcplan.workspace.loading import TABLES_OF_PLAN, File

_OF_PLANS: Final = TABLES_OF_PLAN | {"measures", "period", "follows", "review_every", "voice"}
"""Keys at the top of a file that only plans have."""

_KEYS_OF_PLAN: Final = frozenset(Plan.model_fields)

_OF_SUBMISSIONS: Final = frozenset({"form", "submits", "reviews", "answers"})


@cache
def _key_pattern() -> re.Pattern[str]:
    """A key at the top of a file, in block or flow style, and the word after it."""
    return re.compile(r"^[{ ]{0,4}[\"']?([\w-]+)[\"']?[ \t]*:[ \t]*[\"']?([\w./-]*)", re.MULTILINE)


def possible_plans(folder: InstitutionFolder) -> list[File]:
    """The files of an institution that may be plans, but cannot be read as one."""
    members = (*folder.submissions.values(), *folder.case_studies.values())
    others = [one.file for one in members] + ([folder.file] if folder.file else [])
    unread = [file for name, file in folder.unreadable.items() if _may_be(FileKind.PLAN, name, file, folder)]
    return unread + [file for file in others if file.has_tables_of_plan]


def possible_submissions(folder: InstitutionFolder, form: str) -> list[File]:
    """The files of an institution that cannot be read and may be submissions of a form."""
    found = []
    for name, file in folder.unreadable.items():
        stated = stated_words(file)
        is_named = original_name(name) == form and not stated.get("kind")
        if stated.get("form") in (form, "", None) and (is_named or _may_be(FileKind.SUBMISSION, name, file, folder)):
            found.append(file)
    return found


def stated_words(file: File) -> dict[str, str]:
    """The keys at the top of a file with the word after each, as far as the file can be read; the first counts."""
    data = file.document.data
    if isinstance(data, dict):
        return {key: value if isinstance(value, str) else "" for key, value in data.items()}
    found: dict[str, str] = {}
    for key, word in _key_pattern().findall(file.document.text):
        found.setdefault(key, word)
    return found


def _may_be(kind: FileKind, name: str, file: File, folder: InstitutionFolder) -> bool:
    if file.has_tables_of_plan:
        return kind is FileKind.PLAN
    words = stated_words(file)
    stated = words.get("kind", "").casefold()
    if stated in tuple(FileKind):
        return stated == kind
    own, others = (_OF_PLANS, _OF_SUBMISSIONS) if kind is FileKind.PLAN else (_OF_SUBMISSIONS, _OF_PLANS)
    if own & words.keys():
        return not others & words.keys() or kind is FileKind.PLAN
    if kind in stated:
        return True
    if others & words.keys() or stated or name.rpartition("/")[2].startswith("~$"):
        return False
    if words and _KEYS_OF_PLAN.isdisjoint(words):
        return False  # what has keys, and none of ours, is not ours
    by_name = _kind_by_name(name) or FileKind.PLAN
    return by_name == kind and _holds_files_of_ours(folder)


def _kind_by_name(name: str) -> str:
    """The kind of file that a name is given to; empty for a name that a plan may have."""
    stem = original_name(name)
    if stem == INSTITUTION_STEM:
        return FileKind.INSTITUTION
    if "case-studies" in name.split("/")[:-1]:
        return FileKind.CASE_STUDY
    forms = {form for form in shipped_names() if form.startswith("stage")}
    return FileKind.SUBMISSION if stem.replace(" ", "-") in forms else ""


def _holds_files_of_ours(folder: InstitutionFolder) -> bool:
    """Whether a folder is that of an institution: elsewhere a file that says nothing may be of any program."""
    return folder.has_members or folder.path.partition("/")[0] == "plans"
