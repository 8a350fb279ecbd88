"""Where a value is, in the terms of the plan: `2.3.1/lead`, or `action 2.3.1 > lead` as `validate` prints it.

A file may come first (`phase-2/2.3.1/lead`, `institution/webpage`). Items of a list are named by what names them
(`2.3.1/updates/2026-06-30/note`) or counted from 1 (`2.3.1/success/2/done`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from tcplan.edits.edit_target import SearchScope, check_one_had
from tcplan.edits.key_order import order_at
from tcplan.errors import UsageError
from tcplan.files.sources import as_seen
from tcplan.findings.plan_terms import NAMING_KEYS, PLURALS
from tcplan.findings.span import Path
from tcplan.model import KINDS
from tcplan.shape.fields import fields_of, shape_at
from tcplan.values.near_words import did_you_mean, list_some
from tcplan.values.printed_command import command_at, printed_command, shell_word
from tcplan.values.unicode_form import composed
from tcplan.workspace import File, InstitutionFolder, PlanFile
from tcplan.workspace.selection import select_institutions
from tcplan.yaml_editor.data_edits import value_at


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    return re.compile(r"(\d+)(?:st|nd|rd|th) (.+)")


@dataclass(frozen=True)
class PathMatch:
    """A place of a file: `path` leads to what is there, `missing` are the keys below it that are not.

    `shown` is the file's name as it is seen from the current folder, `entry` the id of the entry that the place is in.
    """

    file: File
    path: Path
    missing: tuple[str, ...]
    shown: str
    entry: str | None = None


def resolve_path(scope: SearchScope, words: str) -> PathMatch:
    """The one place that the words name.

    Raises UsageError where there is none, or more than one, and NothingReadError where there is nothing to look in.
    """
    parts = _parts(composed(words))
    try:
        found = list(_in_files(scope, parts)) or list(_in_plans(scope, parts))
    except _SeveralItemsError as error:
        raise UsageError(
            f"`{error.name}` names {error.count} entries here", _help_for_item(scope, parts, error)
        ) from None
    if not found:
        raise _not_found(scope, words, parts)
    sound = [one for one in found if not one.missing] or found
    if len(sound) > 1:
        files = ", ".join(one.shown for one in sound)
        raise UsageError(
            f"`{words}` may mean several places: {files}", f"name the file: --in {shell_word(sound[0].shown)}"
        )
    return sound[0]


def place_in_file(scope: SearchScope, file: File, parts: list[str]) -> PathMatch:
    """The place that some steps name in one file, from its top; raises UsageError where one fits several items."""
    try:
        path, missing = walk((), file.document.data, parts)
    except _SeveralItemsError as error:
        raise UsageError(f"`{error.name}` names {error.count} entries in {file.name}", "remove all but one") from None
    return PathMatch(file, path, missing, as_seen(scope.root, file.name))


class _SeveralItemsError(Exception):
    """A name fits several items of a list: how many, the number of the last, and the number of steps from it on."""

    def __init__(self, name: str, count: int, last: int) -> None:
        super().__init__(name)
        self.name, self.count, self.last, self.left = name, count, last, 0


def _help_for_item(scope: SearchScope, parts: list[str], error: _SeveralItemsError) -> str:
    """The command that names the last of the items by its number."""
    index = len(parts) - error.left
    path = "/".join((*parts[:index], str(error.last), *parts[index + 1 :]))
    where: list[str | FilePath] = [] if scope.path == FilePath() else ["--in", scope.path]
    command = printed_command("set", path, "...", options=where)
    return f"use a number, counted from 1; for the last of them: {command}"


def _parts(words: str) -> list[str]:
    """The steps of a path, from either way of writing it."""
    if "/" in words and ">" not in words:
        return [part for part in words.strip("/").split("/") if part] or [words]
    return [step for part in words.split(">") for step in _steps(part.strip())]


def _steps(part: str) -> Iterator[str]:
    """`action 2.3.1` is an item of the actions, `2nd step` the second of the steps, anything else a key."""
    noun, name = next(((noun, part[len(noun) + 1 :]) for noun in PLURALS if part.startswith(f"{noun} ")), ("", ""))
    ordinal = _ordinal_pattern().fullmatch(part)
    if noun:
        yield from (PLURALS[noun], name)
    elif ordinal and ordinal[2] in PLURALS:
        yield from (PLURALS[ordinal[2]], ordinal[1])
    elif ordinal:
        yield ordinal[1]
    else:
        yield part.removeprefix("entry ")


def _in_files(scope: SearchScope, parts: list[str]) -> Iterator[PathMatch]:
    """The place in a file that is named first."""
    for folder in select_institutions(scope.workspace, scope.root, scope.path):
        if len(parts) > 1:
            scope.check_readable(folder, "/".join(parts))
        for name, file in _files(folder):
            steps = name.split("/")
            for prefix in (steps, [folder.key, *steps]):
                if parts[: len(prefix)] == prefix and len(parts) > len(prefix):
                    yield from _below(scope, file, folder.plans.get(name), parts[len(prefix) :])


def _in_plans(scope: SearchScope, parts: list[str]) -> Iterator[PathMatch]:
    for _, plan in scope.plans():
        yield from _below(scope, plan.file, plan, parts)


def _files(folder: InstitutionFolder) -> Iterator[tuple[str, File]]:
    if folder.file:
        yield "institution", folder.file
    for member in (*folder.plans.values(), *folder.submissions.values(), *folder.case_studies.values()):
        yield member.name, member.file


def _below(scope: SearchScope, file: File, plan: PlanFile | None, parts: list[str]) -> Iterator[PathMatch]:
    """The place in one file: of a plan an entry, a measure or a voice entry by its id first, else from the top."""
    data: Any = file.document.data
    if not isinstance(data, dict):
        return
    shown = as_seen(scope.root, file.name)
    start = _entry(plan, parts[0], FilePath(shown)) if plan else None
    keys = (*data, *order_at(str(data.get("kind")), ()))
    if start is None and parts[0] not in keys:
        return
    path, entry = start or ((), None)
    walked, missing = walk(path, value_at(data, path), parts[1:] if start else parts)
    yield PathMatch(file, walked, missing, shown, entry or _entry_id(plan, walked))


def _entry(plan: PlanFile, id_: str, shown: FilePath) -> tuple[Path, str | None] | None:
    """The place of the entry with an id that is written; raises UsageError where the plan has it twice."""
    ids = [node.id for node in plan.tree.nodes]
    ids += [measure.id for measure in plan.plan.measures] + [voice.id for voice in plan.plan.voice]
    if ids.count(id_) > 1:
        raise UsageError(
            f"`{id_}` names several entries of {plan.name}", f"`{command_at('validate', shown)}` shows the lines"
        )
    check_one_had(plan, id_, plan.name)
    raw = plan.file.shaped.path_map.origin
    node = plan.tree.find(id_)
    if node and plan.has_written_id(node.path):
        return raw(node.path), node.id
    for table in ("measures", "voice"):
        for index, one in enumerate(getattr(plan.plan, table)):
            if one.id == id_ and plan.has_written_id((table, index)):
                return raw((table, index)), None
    return None


def _entry_id(plan: PlanFile | None, path: Path) -> str | None:
    """The id of the pillar, objective or action that a place is in."""
    nodes = plan.tree.nodes if plan else []
    return next((node.id for node in nodes if path[:2] == node.path), None)


def walk(path: Path, data: Any, parts: list[str]) -> tuple[Path, tuple[str, ...]]:
    """Follow the path as far as it exists; the rest are new keys. A key may contain a slash, as 2025/26 does."""
    for number, part in enumerate(parts):
        rest = "/".join(parts[number:])
        if isinstance(data, dict) and part not in data and rest in data:
            return (*path, rest), ()
        try:
            found = _item(path, data, part)
        except _SeveralItemsError as error:
            error.left = len(parts) - number
            raise
        if found is None:
            return path, tuple(parts[number:])
        path, data = found
    return path, ()


def _item(path: Path, data: Any, part: str) -> tuple[Path, Any] | None:
    """One step: a key, an item by what names it or by its number; a bare value is the only item of its list."""
    if isinstance(data, dict) and part in data:
        return (*path, part), data[part]
    items = list(enumerate(data)) if isinstance(data, list) else [(None, data)] if data is not None else []
    named = [(index, item) for index, item in items if _is_named(item, part)]
    is_counted = part.isdecimal() and 1 <= int(part) <= len(items) and not isinstance(data, dict)
    if not named and is_counted and not any(_has_number_as_name(item) for _, item in items):
        named = [items[int(part) - 1]]
    if not named:
        return None
    if len(named) > 1:
        last = [position for position, (_, item) in enumerate(items, 1) if _is_named(item, part)][-1]
        raise _SeveralItemsError(part, len(named), last)
    index, item = named[0]
    return ((*path, index) if index is not None else path), item


def _has_number_as_name(item: Any) -> bool:
    """Whether an item is named by a whole number: then another number beside it is a name too, and no place.

    The number of an answer is that of its question.
    """
    if not isinstance(item, dict):
        return False
    return "question" in item or any(str(item.get(key, "")).isdecimal() for key in ("id", "ref"))


def _is_named(item: Any, part: str) -> bool:
    return item == part or (isinstance(item, dict) and any(item.get(key) == part for key in NAMING_KEYS))


def _not_found(scope: SearchScope, words: str, parts: list[str]) -> UsageError:
    """That there is no such place: in the file that is named first, or in any plan."""
    for folder in select_institutions(scope.workspace, scope.root, scope.path):
        file = dict(_files(folder)).get(parts[0])
        if file is not None and len(parts) > 1:
            data: Any = file.document.data
            keys = order_at(str(data.get("kind")), ())
            meant = _further_down(file, parts)
            known = f"did you mean {meant}?" if meant else did_you_mean(parts[1], keys, list_some(keys, "key"))
            return UsageError(f"{parts[0]} has no `{parts[1]}`", known)
    return UsageError(f"`{words}` does not exist here", _help(scope, parts[0]))


def _further_down(file: File, parts: list[str]) -> str:
    """The path that leads to an item of a list, or a key of one, that stands further down than the words say."""
    data: Any = file.document.data
    kind = KINDS.get(str(data.get("kind")))
    for key, items in data.items():
        shape = shape_at(kind, (key,)) if kind else None
        named = [item for item in items if _named_by(item)] if isinstance(items, list) and shape else []
        if any(_is_named(item, parts[1]) for item in named):
            return "/".join([parts[0], key, *parts[1:]])
        if named and shape and parts[1] in fields_of(shape):
            return "/".join([parts[0], key, _named_by(named[0]), *parts[1:]])
    return ""


def _named_by(item: Any) -> str:
    names = (item.get(key) for key in NAMING_KEYS) if isinstance(item, dict) else (item,)
    return next((name for name in names if isinstance(name, str)), "")


def _help(scope: SearchScope, first: str) -> str:
    ids = [id_ for _, plan in scope.plans() for id_ in plan.tree.by_id]
    return did_you_mean(first, ids, "write an id and a key, such as 2.3.1/lead, or a file first: institution/webpage")
