"""Ids that two entries have, and questions answered twice (TC101)."""

from collections.abc import Iterable, Iterator, Sequence

from tcplan.findings.codes import DUPLICATE_ID
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.workspace import PlanFile, SubmissionFile


def duplicate_id(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Two entries have the same id.

    Pillars, objectives and actions share one set of ids; measures have their own, and so have voice entries. In a
    submission, no question is answered twice, and no action of a reviewed plan has two closing entries.

    Why: Whatever names the id means the first of the two. Nothing can be linked with the second, and a report meant
    for it would be entered at the first.

    Fix: Give one of them an id of its own. Then look through the references to the old id, and mend those that mean
    the renumbered entry. If the two are one entry written twice, make one of them.
    """
    yield from _repeated_ids((node.level, node.id, (*node.path, "id")) for node in plan.tree.nodes)
    for table, noun in (("measures", "measure"), ("voice", "voice entry")):
        entries = enumerate(getattr(plan.plan, table))
        yield from _repeated_ids((noun, entry.id, (table, index, "id")) for index, entry in entries)


def answered_twice(file: SubmissionFile, _context: Context) -> Iterator[Problem]:
    """Two answers to one question, or two closing colours for one action: which is meant is not known."""
    for path, also, question in _repeated(("answers",), "question", [one.question for one in file.submission.answers]):
        message = f"question `{question}` is answered a second time"
        yield Problem(DUPLICATE_ID, path, message, "make one answer of the two", also=also, also_says="the first")
    for number, review in enumerate(file.submission.reviews):
        base = ("reviews", number, "closing")
        for path, also, ref in _repeated(
            base, "ref", [one.ref.removeprefix(f"{review.plan}/") for one in review.closing]
        ):
            message = f"action `{ref}` of {review.plan} has a closing entry already"
            yield Problem(DUPLICATE_ID, path, message, "keep one of the two", also=also, also_says="the first")


def _repeated_ids(entries: Iterable[tuple[str, str, Path]]) -> Iterator[Problem]:
    seen: dict[str, tuple[str, Path]] = {}
    for noun, id_, path in entries:
        if id_ not in seen:
            seen[id_] = (noun, path)
            continue
        first_noun, first_path = seen[id_]
        message = f"{noun} `{id_}` has the id of an earlier {first_noun}"
        help_text = "give one of them an id of its own, and mend the references that mean it"
        yield Problem(DUPLICATE_ID, path, message, help_text, also=first_path, also_says="the first")


def _repeated(base: Path, key: str, values: Sequence[str]) -> Iterator[tuple[Path, Path, str]]:
    """The values that stood before already: place, place of the first, value."""
    first: dict[str, int] = {}
    for index, value in enumerate(values):
        if first.setdefault(value, index) != index:
            yield (*base, index, key), (*base, first[value], key), value
