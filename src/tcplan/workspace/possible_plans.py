"""What a file of which no model can be made may be: its kind is read from its words, else guessed from its name.

A plan that is there and cannot be read is still a plan. Nothing may be written into another one instead, or shown.
"""

import re
from functools import cache
from typing import Final

from tcplan.frameworks import shipped_names
from tcplan.model import Plan
from tcplan.values.near_words import near
from tcplan.values.words import FileKind
from tcplan.workspace.copy_names import original_name
from tcplan.workspace.institution_folder import INSTITUTION_STEM, InstitutionFolder, PlanFile
from tcplan.workspace.loading import TABLES_OF_PLAN, File

_KEYS: Final = {
    FileKind.PLAN: TABLES_OF_PLAN | {"measures", "period", "follows", "review_every", "voice"},
    FileKind.SUBMISSION: frozenset({"form", "submits", "reviews", "answers"}),
}
"""Keys at the top of a file that only files of this kind have."""

_KEYS_OF_PLAN: Final = frozenset(Plan.model_fields)


@cache
def _key_pattern() -> re.Pattern[str]:
    """A key at the top of a file, in block or flow style, and the word after it."""
    return re.compile(r"^(?:\{[ \t]*)?[\"']?([\w-]+)[\"']?[ \t]*:[ \t]*[\"']?([\w./-]*)", re.MULTILINE)


def possible_plans(folder: InstitutionFolder) -> list[File]:
    """The files of an institution that may be plans, but cannot be read as one."""
    others = [one.file for one in folder.members() if not isinstance(one, PlanFile)]
    others += [folder.file] if folder.file else []
    others += [file for name, files in folder.shadowed.items() if name not in folder.plans for file in files]
    unread = [file for name, file in folder.unreadable.items() if _likely_kind(name, file, folder) is FileKind.PLAN]
    return unread + [file for file in others if file.has_tables_of_plan]


def possible_submissions(folder: InstitutionFolder, form: str) -> list[File]:
    """The files of an institution that cannot be read and may be submissions of a form."""
    found = []
    for name, file in folder.unreadable.items():
        words = _stated_words(file)
        is_named = original_name(name) == form and not words.get("kind")
        is_likely = is_named or _likely_kind(name, file, folder) is FileKind.SUBMISSION
        if is_likely and words.get("form") in (form, "", None):
            found.append(file)
    return found


def _stated_words(file: File) -> dict[str, str]:
    """The keys at the top of a file with the word after each, as far as the file can be read; the first counts."""
    data = file.document.data
    if isinstance(data, dict):
        return {key: value if isinstance(value, str) else "" for key, value in data.items()}
    found: dict[str, str] = {}
    for key, word in _key_pattern().findall(file.document.text):
        found.setdefault(key, word)
    return found


def _likely_kind(name: str, file: File, folder: InstitutionFolder) -> FileKind | None:
    """The kind that a file says it has, else that of its keys or its name; None for a file that is not ours."""
    words = _stated_words(file)
    stated = words.get("kind", "").casefold()
    if file.has_tables_of_plan:
        return FileKind.PLAN
    if stated in tuple(FileKind):
        return FileKind(stated)
    for kind, keys in _KEYS.items():
        if keys & words.keys() or kind in stated:
            return kind
    if meant := near(stated, FileKind) or next((kind for kind in FileKind if stated and kind.startswith(stated)), None):
        return FileKind(meant)
    is_foreign = bool(words) and _KEYS_OF_PLAN.isdisjoint(words)
    if stated or is_foreign or name.rpartition("/")[2].startswith("~$") or not _holds_files_of_ours(folder):
        return None
    return kind_by_name(name)


def kind_by_name(name: str) -> FileKind:
    """The kind of file that a name is given to, without its ending: that of a plan may be any."""
    stem = original_name(name)
    if stem == INSTITUTION_STEM:
        return FileKind.INSTITUTION
    if "case-studies" in name.split("/")[:-1]:
        return FileKind.CASE_STUDY
    forms = {form for form in shipped_names() if form.startswith("stage")}
    return FileKind.SUBMISSION if stem.replace(" ", "-") in forms else FileKind.PLAN


def _holds_files_of_ours(folder: InstitutionFolder) -> bool:
    """Whether a folder is that of an institution: elsewhere a file that says nothing may be of any program."""
    return folder.has_members or folder.path.partition("/")[0] == "plans"
