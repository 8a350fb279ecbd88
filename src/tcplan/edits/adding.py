"""A new action, objective or measure as changes of the plan's file, with the next free id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, assert_never

from tcplan.edits.edit_target import EditTarget
from tcplan.edits.key_order import house_order
from tcplan.edits.numbering import extended_entry, id_of_title, next_id
from tcplan.errors import UsageError
from tcplan.findings.change import Append, Change, Insert
from tcplan.findings.span import Value
from tcplan.model import Shape
from tcplan.model.plan import Action, Measure, Objective, Pillar, Plan
from tcplan.shape.fields import fields_of, with_article
from tcplan.values.dates import parse_day
from tcplan.values.quantity import parse_quantity
from tcplan.values.words import Addable
from tcplan.workspace import Level, Node, PlanFile

_MEASURES: Final = "measures"
"""The table of the plan that measures join."""


@dataclass(frozen=True)
class Addition:
    """What is added: its level, its id, the changes that add it, and what there is to say."""

    level: Addable
    id: str
    changes: tuple[Change, ...]
    says: tuple[str, ...]


def make_addition(
    under: EditTarget, what: Addable, values: Mapping[str, Value], *, id_: str | None, day: str
) -> Addition:
    """An entry to add under another, or under the plan itself; `values` are its keys, the title among them.

    `day` is the day that it joins: it is kept where the plan was signed off before. Raises UsageError.
    """
    given: dict[str, Value] = {key: value for key, value in values.items() if value}
    if id_ is not None and not id_.strip():
        raise UsageError("--id: no id is given", "leave it out for the next free one")
    if what is not Addable.MEASURE and _joins_later(under.plan, day):
        given["added"] = day
    match what:
        case Addable.MEASURE:
            return _measure(under, given, id_)
        case Addable.ACTION:
            return _entry(under, Level.ACTION, Action, given, id_)
        case Addable.OBJECTIVE:
            return _entry(under, Level.OBJECTIVE, Objective, given, id_)
        case Addable.PILLAR:
            return _entry(under, Level.PILLAR, Pillar, given, id_)
        case Addable.PLAN | Addable.SUBMISSION:
            raise AssertionError(what)  # these are files of their own
        case _:
            assert_never(what)


def _entry(under: EditTarget, level: Level, shape: type[Shape], given: dict[str, Value], id_: str | None) -> Addition:
    """An entry of a level joins its table, after its siblings."""
    plan, node = under.plan, under.node
    higher = [one for one in Level if one.is_above(level)]
    if node and not higher:
        raise UsageError(f"{with_article(level)} belongs to the plan itself", "leave out --under")
    if node and node.level not in higher:
        names = " or ".join(map(with_article, higher))
        raise UsageError(f"{with_article(level)} cannot belong to {under.words}", f"name {names}")
    _check_place(under, level, id_)
    new_id = _free(id_, plan) or next_id(plan, node, level)
    entry: dict[str, Value] = {"id": new_id, **given}
    parent = extended_entry(plan, new_id, higher)
    if node and parent is not node:
        entry["under"] = node.id
    _check_keys(level, given, shape)
    holder = replace(under, node=node or parent)
    change = _into_table(under, level.table, _in_order(entry, shape), _place_after(plan, holder.node, level, new_id))
    return Addition(Addable(level.value), new_id, (change,), (f"added {level} {new_id} under {holder.words}",))


def _check_place(under: EditTarget, level: Level, id_: str | None) -> None:
    """Refuse an entry under the plan itself where all others of its level are under another entry."""
    others = under.plan.tree.of(level)
    if under.node is None and id_ is None and others and all(node.parent for node in others):
        raise UsageError(
            f"every {level} of {under.plan.name} belongs to another entry",
            f"name the entry that it belongs to, such as --under {others[-1].parent.id if others[-1].parent else ''}; "
            "or give it its own id with --id",
        )


def measure_targets(targets: Iterable[str]) -> dict[str, Value]:
    """Targets as a measure has them, from words such as `end=40%`; raises UsageError."""
    found: dict[str, Value] = {}
    for target in targets:
        day, equals, value = (part.strip() for part in target.partition("="))
        if not (day and equals and parse_quantity(value)):
            raise UsageError(f"--target: `{target}` is not a target", "write a date and a number: --target end=40%")
        if day in found:
            raise UsageError(f"--target: {day} is given twice", "give one value only")
        found[day] = value
    return found


def _measure(under: EditTarget, given: dict[str, Value], id_: str | None) -> Addition:
    """A measure joins its table; the entry that it is under names it."""
    plan = under.plan
    _check_keys(Addable.MEASURE, given, Measure)
    taken = {measure.id for measure in plan.plan.measures}
    if id_ in taken:
        raise UsageError(f"{plan.name} already has a measure `{id_}`", "choose another id with --id")
    new_id = id_ or id_of_title(str(given["title"]), taken)
    entry = _in_order({"id": new_id, **given}, Measure)
    changes = [_into_table(under, _MEASURES, entry, len(plan.plan.measures) - 1)]
    if under.node:
        names = (*under.path, "measured_by")
        known = under.node.entry.measured_by
        changes.append(Append(names, new_id) if known else Insert(names, new_id, house_order(Action)))
    named = f" of {under.words}" if under.node else ""
    return Addition(Addable.MEASURE, new_id, tuple(changes), (f"added measure {new_id}{named}",))


def _check_keys(level: str, given: Mapping[str, Value], shape: type[Shape]) -> None:
    """Refuse what an entry of this level cannot have; the command has the options of every level."""
    strange = [key for key in given if key not in fields_of(shape)]
    if strange:
        option = {"owners": "owner", "targets": "target"}.get(strange[0], strange[0])
        raise UsageError(
            f"--{option}: {with_article(level)} has no {option}", "`tcplan add --help` shows which options it has"
        )
    if not str(given.get("title", "")).strip():
        raise UsageError("--title: an entry needs a title", 'write it in quotes: --title "..."')


def _free(id_: str | None, plan: PlanFile) -> str | None:
    if id_ and plan.tree.find(id_):
        raise UsageError(f"{plan.name} already has an entry {id_}", "leave --id out for the next free one")
    return id_


def _joins_later(plan: PlanFile, day: str) -> bool:
    """Whether the plan was approved before that day, or has no approval and has begun: what joins later says when.

    Otherwise an action would be late with its first report on the day that it is added.
    """
    signed = [one.date.last for one in plan.plan.sign_off if one.date]
    settled = min(signed, default=plan.period.start)
    return settled is not None and settled < parse_day(day).last


def _place_after(plan: PlanFile, under: Node | None, level: Level, new_id: str) -> int:
    """The index in the table of the entry before the new one: the last of its siblings, else the last lower id."""
    siblings = [node for node in plan.tree.of(level) if node.parent is under]
    earlier = [node for node in plan.tree.of(level) if _rank(node.id) < _rank(new_id)]
    found = siblings or earlier
    return int(found[-1].path[1]) if found else len(plan.tree.of(level)) - 1


def _into_table(under: EditTarget, table: str, entry: dict[str, Value], after: int) -> Change:
    plan = under.plan
    count = len(getattr(plan.plan, table))
    if not count:
        return Insert((table,), [entry], house_order(Plan))
    if after + 1 == count or under.raw((table, 0)) == (table,):
        return Append((table,), entry)
    return Insert((table, after + 1), entry)


def _in_order(entry: Mapping[str, Value], shape: type[Shape]) -> dict[str, Value]:
    return {key: entry[key] for key in house_order(shape) if key in entry}


def _rank(id_: str) -> tuple[tuple[int, str], ...]:
    """Ids in the order of their numbers: 1.9 before 1.10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in id_.split("."))
