"""Ids that two entries have, and questions answered twice (TC101)."""

from collections.abc import Iterable, Iterator, Sequence

from tcplan.findings.codes import DUPLICATE_ID
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.workspace import PlanFile, SubmissionFile


def duplicate_id(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Two entries have the same id.

    Pillars, objectives and actions share one set of ids; measures have their own, and so do voice entries. In a
    submission, no question may have two answers, and no action of a reviewed plan may have two closing entries.

    Why: A reference to the id always means the first of the two. Nothing can be linked to the second, and a report on
    it would be entered for the first.

    Fix: Give one of them a new id. Then check the references to the old id, and correct those that mean the renumbered
    entry. If the two are one entry written twice, combine them.
    """
    yield from _repeated_ids((node.level, node.id, (*node.path, "id")) for node in plan.tree.nodes)
    for table, noun in (("measures", "measure"), ("voice", "voice entry")):
        entries = enumerate(getattr(plan.plan, table))
        yield from _repeated_ids((noun, entry.id, (table, index, "id")) for index, entry in entries)


def answered_twice(file: SubmissionFile, _context: Context) -> Iterator[Problem]:
    """Two answers to one question, or two closing colours for one action: nobody knows which one is meant."""
    for path, also, question in _repeated(("answers",), "question", [one.question for one in file.submission.answers]):
        message = f"question `{question}` is answered twice"
        yield Problem(DUPLICATE_ID, path, message, "combine the two answers", also=also, also_says="the first")
    for number, review in enumerate(file.submission.reviews):
        base = ("reviews", number, "closing")
        for path, also, ref in _repeated(
            base, "ref", [one.ref.removeprefix(f"{review.plan}/") for one in review.closing]
        ):
            message = f"action `{ref}` of {review.plan} already has a closing entry"
            yield Problem(DUPLICATE_ID, path, message, "keep one of the two", also=also, also_says="the first")


def _repeated_ids(entries: Iterable[tuple[str, str, Path]]) -> Iterator[Problem]:
    seen: dict[str, tuple[str, Path]] = {}
    for noun, id_, path in entries:
        if id_ not in seen:
            seen[id_] = (noun, path)
            continue
        first_noun, first_path = seen[id_]
        message = f"{noun} `{id_}` has the same id as an earlier {first_noun}"
        help_text = "give one of them a new id, and correct the references that mean it"
        yield Problem(DUPLICATE_ID, path, message, help_text, also=first_path, also_says="the first")


def _repeated(base: Path, key: str, values: Sequence[str]) -> Iterator[tuple[Path, Path, str]]:
    """The values that appear again: place, place of the first, value."""
    first: dict[str, int] = {}
    for index, value in enumerate(values):
        if first.setdefault(value, index) != index:
            yield (*base, index, key), (*base, first[value], key), value
