"""Closing colours of a review as changes of its submission: what is decided for each action, with its sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tcplan.edits.edit_target import SearchScope
from tcplan.edits.key_order import house_order, order_at
from tcplan.edits.reporting import as_prose
from tcplan.edits.resolve_path import place_in_file
from tcplan.findings.change import Append, Change, Insert, Set
from tcplan.findings.span import Path, Value
from tcplan.model.submission import ClosingColour
from tcplan.values.rag import Colour
from tcplan.values.words import FileKind
from tcplan.workspace import PlanFile, SubmissionFile, resolve
from tcplan.yaml_editor.data_edits import value_at

_ORDER = house_order(ClosingColour)


@dataclass(frozen=True)
class ClosingDecision:
    """The closing colour of an action; without a note, what is there stays."""

    rag: Colour
    note: str | None = None

    def keys(self) -> dict[str, Value]:
        """What it says, as a review holds it."""
        note = as_prose(self.note)
        return {"rag": self.rag.value, **({"note": note} if note else {})}


def closing_changes(
    scope: SearchScope, file: SubmissionFile, plan: PlanFile, ref: str, decisions: Mapping[str, ClosingDecision]
) -> list[Change]:
    """The changes that state some colours in the review of a plan, which the review calls `ref`, by the ids of actions.

    Entries that are there get the keys that they lack; those that are missing come where the plan has the action.
    """
    place = place_in_file(scope, file.file, ["reviews", ref])
    review: Any = value_at(file.file.document.data, place.path)
    order = [node.id for node in plan.tree.nodes]
    decisions = {id_: decisions[id_] for id_ in sorted(decisions, key=order.index)}
    if not isinstance(review, dict):  # the plan alone
        return [Set(place.path, {"plan": review, "closing": _entries(decisions)})]
    closing = review.get("closing")
    path = (*place.path, "closing")
    if not closing:
        return [Insert(path, _entries(decisions), order_at(FileKind.SUBMISSION, place.path))]
    return [*_changes_in_list(path, closing, _ids_in(scope, plan, closing), order, decisions)]


def entry_about(scope: SearchScope, plan: PlanFile, closing: Value, id_: str) -> int | None:
    """The place of the entry about an action, however its `ref` is written: with its plan, or by an earlier id."""
    ids = _ids_in(scope, plan, closing)
    return ids.index(id_) if id_ in ids else None


def _ids_in(scope: SearchScope, plan: PlanFile, closing: Value) -> list[str | None]:
    """The ids of the actions that the entries of a list are about; None for one that is about none."""
    folder = scope.workspace.folder_of(plan.file)
    items: list[Any] = closing if isinstance(closing, list) else [closing]
    refs = [one.get("ref") if isinstance(one, dict) else None for one in items]
    nodes = [
        resolve(scope.workspace, folder, plan, ref).node if folder and isinstance(ref, str) else None for ref in refs
    ]
    return [node.id if node else None for node in nodes]


def _entries(decisions: Mapping[str, ClosingDecision]) -> list[Value]:
    return [{"ref": id_, **decision.keys()} for id_, decision in decisions.items()]


def _changes_in_list(
    path: Path, closing: Value, ids: list[str | None], order: Sequence[str], decisions: Mapping[str, ClosingDecision]
) -> Iterator[Change]:
    """One change after the other: those of entries that are there first, so that their places are as they were."""
    items: list[Any] = closing if isinstance(closing, list) else [closing]
    places = {one: index for index, one in reversed([*enumerate(ids)])}
    for id_, decision in decisions.items():
        if id_ in places:
            at = (*path, places[id_]) if isinstance(closing, list) else path
            yield from _key_changes(at, items[places[id_]], decision)
    for id_, decision in decisions.items():
        if id_ not in places:
            later = (place for place, one in enumerate(ids) if one in order and order.index(one) > order.index(id_))
            index = next(later, None)
            entry: Value = {"ref": id_, **decision.keys()}
            yield Append(path, entry) if index is None else Insert((*path, index), entry)
            ids.insert(len(ids) if index is None else index, id_)


def _key_changes(path: Path, entry: Mapping[str, Value], decision: ClosingDecision) -> Iterator[Change]:
    for key, value in decision.keys().items():
        if not entry.get(key):
            yield Insert((*path, key), value, _ORDER)
        elif entry[key] != value:
            yield Set((*path, key), value)
