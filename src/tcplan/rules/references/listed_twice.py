"""Values that a list has twice (TC130)."""

from collections.abc import Hashable, Iterator

from tcplan.findings.change import Remove
from tcplan.findings.codes import LISTED_TWICE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.lists import ValueList, identity_in, lists_of
from tcplan.rules.support.prose import holder_of
from tcplan.shape.recovery import value_or_none
from tcplan.values.invisible import without_unseen
from tcplan.values.text_length import shortened
from tcplan.values.unicode_form import composed
from tcplan.workspace import File


def listed_twice(file: File, context: Context) -> Iterator[Problem]:
    """A list has one value twice.

    Two values are the same if they mean the same: two spellings of one owner, `3.4` and `phase-1/3.4` in phase-1,
    `2026-Q2` and `2026-06` as due dates. The rule looks at owners, themes, references, measures, due dates, criteria,
    steps, quotes, evidence, accepted findings, sources and other spellings.

    Why: The second value says nothing new, and often stands where another one was meant.

    Fix: Delete it, or write what was meant. `tcplan validate --fix` deletes a value that is written exactly like the
    first.
    """
    if file.shaped.model is None:
        return
    plan = next((one for one in context.folder.plans.values() if one.file is file), None)
    for values in lists_of(file.shaped.model):
        found = [*map(identity_in(values, plan, context), values.values)]
        if len(set(found)) < len(found):  # a list in a hundred
            yield from _repeated(values, found, file)


def _repeated(values: ValueList, identities: list[Hashable | None], file: File) -> Iterator[Problem]:
    first: dict[Hashable, Path] = {}
    for index, same in enumerate(identities):
        path = (*values.path, index)
        if same is None or file.shaped.is_tainted(path):
            continue
        earlier = first.setdefault(same, path)
        if earlier != path:
            yield _problem(file, path, earlier)


def _problem(file: File, path: Path, earlier: Path) -> Problem:
    value, other = _written(file, path), _written(file, earlier)
    where, key = holder_of(path, file), path[-2]
    fix = None
    if _name(value) != _name(other):
        says = f"{where} has `{_name(value)}` in `{key}`, which is the same as `{_name(other)}`"
    else:
        says = f"{where} has `{_name(value)}` twice in `{key}`"
        fix = Remove(path) if value == other and earlier[:-1] == path[:-1] else None
    help_text = "delete it, or write what was meant instead"
    if isinstance(value, dict) and "form" in value:  # when a form is due
        help_text = "delete it; a submission that comes after the first of its form has `due` in its own file"
    return Problem(LISTED_TWICE, path, says, help_text, also=earlier, also_says="the first", fix=fix)


def _written(file: File, path: Path) -> object:
    """What the file has at a path."""
    return value_or_none(file.document.data, file.shaped.path_map.origin(path))


def _name(value: object) -> str:
    """A value as a message names it: a text, or the first text of an entry."""
    if isinstance(value, dict):
        value = next((one for one in value.values() if isinstance(one, str)), "")
    return shortened(" ".join(composed(without_unseen(str(value))).split()))
