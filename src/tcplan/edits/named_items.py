"""An item of a submission that a path names and that is not there yet: `tcplan set` adds it with its first value.

An answer is named by its question, the review of a plan by the plan, and a closing colour by the action. What they are
named by has to be known; the new item goes where the form, or the plan, has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from tcplan.edits.closing_colours import entry_about
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.resolve_path import PathMatch, walk
from tcplan.edits.setting import placed, setting_changes, typed_value
from tcplan.errors import UsageError
from tcplan.findings.change import Append, Change, Insert
from tcplan.findings.span import Path, Value
from tcplan.model import Submission
from tcplan.shape.fields import field_at, fields_of, name_of, shape_at, with_article
from tcplan.values.near_words import did_you_mean, list_some
from tcplan.values.words import FileKind, FrameworkType
from tcplan.workspace import InstitutionFolder, find_plan
from tcplan.workspace.form_questions import question_by_number
from tcplan.yaml_editor.data_edits import value_at

_Keys = tuple[str, ...]

NAMED_BY: Final[Mapping[_Keys, str]] = MappingProxyType(
    {("answers",): "question", ("reviews",): "plan", ("reviews", "closing"): "ref"}
)
"""The lists whose items are added by name, by the keys that lead there, with the key that names an item."""


def value_changes(scope: SearchScope, place: PathMatch, values: list[str]) -> list[Change]:
    """The change that gives a place its value, and adds the item that it is in, if that is missing.

    Raises UsageError for a name that is not known, or a key that does not exist.
    """
    data: Any = place.file.document.data
    folder = scope.workspace.folder_of(place.file)
    if folder is None or data.get("kind") != FileKind.SUBMISSION:
        return setting_changes(place, values)
    if not place.missing:
        _check_kept(place)
        return setting_changes(place, values)
    new, keys, first = _NewItem(scope, folder, place, values), _keys_of(place.path), place.missing[0]
    if _is_list(place, keys):
        return new.changes_in_list(keys)
    if (*keys, first) in NAMED_BY and len(place.missing) > 1:
        below = new.value_below((*keys, first), place.missing[1:], _plan_at(place))
        return placed(place, first, below)
    return setting_changes(place, values)


@dataclass(frozen=True)
class _NewItem:
    """An item that is to be added, at a place of a submission."""

    scope: SearchScope
    folder: InstitutionFolder
    place: PathMatch
    values: list[str]

    def changes_in_list(self, keys: _Keys) -> list[Change]:
        """The item in a list that is there, before those that come after it in the form or the plan."""
        place, plan = self.place, _plan_at(self.place)
        data: Any = place.file.document.data
        holder: Any = value_at(data, place.path)
        name = self._name(keys, place.missing[0], plan)
        items = holder if isinstance(holder, list) else [holder]
        there = self._places_of(keys, name, plan, items)
        if len(there) > 1:
            raise UsageError(f"`{name}` names several entries here", "use a number, counted from 1")
        if there:  # under the name that is meant, or under another for the same
            path = (*place.path, there[0]) if isinstance(holder, list) else place.path
            path, missing = walk(path, value_at(data, path), list(place.missing[1:]))
            return value_changes(self.scope, replace(place, path=path, missing=missing), self.values)
        [item] = self.value_below(keys, place.missing, plan)
        order = [*self._known(keys, plan)]
        ranks = [_rank(one, NAMED_BY[keys], order) for one in items]
        index = next((number for number, rank in enumerate(ranks) if rank > _rank(item, NAMED_BY[keys], order)), None)
        return [Append(place.path, item) if index is None else Insert((*place.path, index), item)]

    def _places_of(self, keys: _Keys, name: str, plan: str, items: list[Value]) -> list[int]:
        """Where an item is, however it is named: an action may be written with its plan."""
        found = [index for index, one in enumerate(items) if _name_in(one, NAMED_BY[keys]) == name]
        reviewed = find_plan(self.scope.workspace, self.folder, plan).plan if keys == ("reviews", "closing") else None
        index = entry_about(self.scope, reviewed, items, name) if reviewed and not found else None
        return found if index is None else [index]

    def value_below(self, keys: _Keys, steps: Sequence[str], plan: str) -> Any:  # noqa: ANN401 (data of a file)
        """What is below some keys: a list with the new item or, at the end, the value."""
        field = field_at(Submission, keys)
        if field and not steps:
            return typed_value(self.place, field, self.values)
        if keys not in NAMED_BY:
            raise UsageError(f"there is no `{keys[-1]}` here yet", f"set the whole of `{keys[-1]}` first")
        name = self._name(keys, steps[0], plan)
        plan = name if keys == ("reviews",) else plan
        key = self._key(keys, steps[1:])
        return [{NAMED_BY[keys]: name, key: self.value_below((*keys, key), steps[2:], plan)}]

    def _key(self, keys: _Keys, steps: Sequence[str]) -> str:
        """The key of the new item; raises UsageError for none, or one that it cannot have."""
        shape = shape_at(Submission, keys) or Submission
        choices = [key for key in fields_of(shape) if key != NAMED_BY[keys]]
        listed = f"its keys are {', '.join(choices)}"
        if not steps:
            raise UsageError(f"it is not said what to set of the {name_of(shape)}", f"add a slash and a key: {listed}")
        if steps[0] not in choices:
            message = f"{with_article(name_of(shape))} has no `{steps[0]}`"
            raise UsageError(message, did_you_mean(steps[0], choices, listed))
        return steps[0]

    def _name(self, keys: _Keys, words: str, plan: str) -> str:
        """The name of an item as it is known; raises UsageError for one that is not."""
        known = self._known(keys, plan)
        if not known or words in known or (keys == ("reviews",) and "/" in words):
            return words
        if keys == ("answers",) and (meant := question_by_number(words, known)):
            return meant
        what = {"question": "question", "plan": "plan", "ref": "action"}[NAMED_BY[keys]]
        where = {"question": f"the form {self._form}", "plan": self.folder.title, "ref": plan}[NAMED_BY[keys]]
        raise UsageError(f"{where} has no {what} `{words}`", did_you_mean(words, known, list_some(known, what)))

    def _known(self, keys: _Keys, plan: str) -> Sequence[str]:
        """The names that an item can have, in their order; none if they cannot be known."""
        if keys == ("answers",):
            form = self.scope.workspace.framework(self._form)
            is_form = form is not None and form.type is FrameworkType.FORM
            return [question.id for question in form.questions] if form and is_form else []
        if keys == ("reviews",):
            return [*self.folder.plans]
        found = find_plan(self.scope.workspace, self.folder, plan).plan
        return [node.id for node in found.tree.nodes] if found and not found.has_unread_entries else []

    @property
    def _form(self) -> str:
        data: Any = self.place.file.document.data
        return str(data.get("form"))


def _check_kept(place: PathMatch) -> None:
    """Refuse to write names over items that hold more than their name: a review with its colours."""
    keys = _keys_of(place.path)
    holder: Any = value_at(place.file.document.data, place.path)
    items = holder if isinstance(holder, list) else [holder]
    if keys in NAMED_BY and any(isinstance(one, dict) and len(one) > 1 for one in items):
        names = ", ".join(filter(None, (_name_in(one, NAMED_BY[keys]) for one in items)))
        what = f"`{keys[-1]}`" if isinstance(place.path[-1], str) else names
        raise UsageError(f"this would remove what {what} holds", f"name what to change, in one of: {names}")


def _is_list(place: PathMatch, keys: _Keys) -> bool:
    """Whether a place is a list of named items; one item may stand there without a list, and the next step is a key."""
    if keys not in NAMED_BY or not isinstance(place.path[-1], str):
        return False
    shape = shape_at(Submission, keys)
    is_item = shape is not None and place.missing[0] in fields_of(shape)
    return isinstance(value_at(place.file.document.data, place.path), list) or not is_item


def _keys_of(path: Path) -> _Keys:
    """The keys that lead to what is there, without the places in lists."""
    return tuple(step for step in path if isinstance(step, str))


def _plan_at(place: PathMatch) -> str:
    """The plan whose review a place is in; empty if it is in none."""
    if place.path[:1] != ("reviews",):
        return ""
    depth = 2 if len(place.path) > 1 and isinstance(place.path[1], int) else 1
    review: Any = value_at(place.file.document.data, place.path[:depth])
    return str(review.get("plan", "")) if isinstance(review, dict) else review if isinstance(review, str) else ""


def _rank(item: Value, key: str, order: Sequence[str]) -> int:
    name = _name_in(item, key)
    return order.index(name) if name in order else len(order)


def _name_in(item: Value, key: str) -> str:
    """What an item is named by; it may be its name alone."""
    name = item.get(key) if isinstance(item, dict) else item
    return name if isinstance(name, str) else ""
