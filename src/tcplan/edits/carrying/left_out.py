"""What the next plan has to be given anew, because what the old plan said has passed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tcplan.findings.span import Value
from tcplan.progress import Assessment
from tcplan.workspace import Node


@dataclass(frozen=True, slots=True)
class PassedDates:
    """Ids of the next plan: actions whose due dates were all left out, and measures whose targets all were."""

    actions: tuple[str, ...]
    measures: tuple[str, ...]


def passed_dates(
    now: Assessment, carried: Sequence[Node], ids: Mapping[int, str], tables: Mapping[str, Value]
) -> PassedDates:
    """What had a due date or targets in the old plan and has none in the tables of the next."""
    still_due = {*_ids_with("due", tables.get("actions"))}
    due = [ids[id(node)] for node in carried if _had_due(now, node)]
    still_aimed = {*_ids_with("targets", tables.get("measures"))}
    kept = {*_ids_with("id", tables.get("measures"))}
    aimed = [one.id for one in now.plan.plan.measures if one.targets and one.id in kept]
    return PassedDates(
        tuple(one for one in due if one not in still_due), tuple(one for one in aimed if one not in still_aimed)
    )


def _had_due(now: Assessment, node: Node) -> bool:
    return bool(node.action and node.action.due) or any(one.due for one in now.state(node).updates)


def _ids_with(key: str, items: Value) -> Iterator[str]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and key in item:
            yield str(item["id"])
